-- SPDX-License-Identifier: LGPL-2.1-or-later
-- Step 3: gaps become actions of an improvement plan.

-- control_id: of the campaign's catalog. owner: role:ID, person:NUMBER or nothing. due: a day or nothing. revision: how often
-- the action was stored, so that two who change it at once are told apart.
CREATE TABLE action (
  no {{int}} PRIMARY KEY,
  campaign_no {{int}} NOT NULL REFERENCES campaign (no),
  id TEXT NOT NULL,
  control_id TEXT NOT NULL,
  what TEXT NOT NULL,
  owner TEXT NOT NULL,
  due TEXT NOT NULL,
  priority TEXT NOT NULL CHECK (priority IN ('1', '2', '3')),
  resources TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('proposed', 'planned', 'under_way', 'done', 'verified', 'withdrawn')),
  done_by TEXT NOT NULL,
  verified_by TEXT NOT NULL,
  revision {{int}} NOT NULL CHECK (revision > 0),
  UNIQUE (campaign_no, id)
) {{strict}};

CREATE TABLE action_department (
  action_no {{int}} NOT NULL REFERENCES action (no),
  position {{int}} NOT NULL,
  department_id TEXT NOT NULL,
  PRIMARY KEY (action_no, position)
) {{by_key}};

-- Progress notes; none is ever changed or taken away.
CREATE TABLE action_note (
  action_no {{int}} NOT NULL REFERENCES action (no),
  position {{int}} NOT NULL,
  at TEXT NOT NULL,
  writer TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (action_no, position)
) {{by_key}};
