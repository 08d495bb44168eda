-- SPDX-License-Identifier: LGPL-2.1-or-later
-- Step 6: forms and records; exceptions come of records.

-- The form as it was when a record was begun: a later edit of the file must not change what somebody signed.
CREATE TABLE form (
  no {{int}} PRIMARY KEY,
  id TEXT NOT NULL,
  edition TEXT NOT NULL,
  fingerprint TEXT NOT NULL UNIQUE,
  content TEXT NOT NULL
) {{strict}};

-- Names as they were when it was begun. revision: how often the record was stored, so that two who change it at once are told
-- apart.
CREATE TABLE record (
  no {{int}} PRIMARY KEY,
  form_no {{int}} NOT NULL REFERENCES form (no),
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  applicant TEXT NOT NULL,
  applicant_name TEXT NOT NULL,
  department_id TEXT NOT NULL,
  department_name TEXT NOT NULL,
  started TEXT NOT NULL,
  revision {{int}} NOT NULL CHECK (revision > 0)
) {{strict}};

-- field: an id of the form. display: what people, departments and controls were called then.
CREATE TABLE record_value (
  record_no {{int}} NOT NULL REFERENCES record (no),
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  display TEXT NOT NULL,
  PRIMARY KEY (record_no, field)
) {{by_key}};

-- Steps that were taken; none is ever changed or taken away.
CREATE TABLE record_step (
  record_no {{int}} NOT NULL REFERENCES record (no),
  position {{int}} NOT NULL,
  step TEXT NOT NULL,
  at TEXT NOT NULL,
  day TEXT NOT NULL,
  actor TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (record_no, position)
) {{by_key}};

-- Who stands in for those who hold a role. starts, ends: days; empty for no end.
CREATE TABLE deputy (
  role TEXT NOT NULL,
  person_id TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  PRIMARY KEY (role, person_id)
) {{by_key}};

-- record_id: the record that permits it; nothing for those from before this step. revoked: the first day on which it does not
-- hold any more, though its last day is still to come.
ALTER TABLE exception ADD COLUMN record_id TEXT;
ALTER TABLE exception ADD COLUMN revoked TEXT;

-- Answers that rested on an exception which had ended when the campaign was closed. They count as unanswered.
CREATE TABLE lapse (
  questionnaire_no {{int}} NOT NULL REFERENCES questionnaire (no) ON DELETE CASCADE,
  duty {{int}} NOT NULL,
  PRIMARY KEY (questionnaire_no, duty)
) {{by_key}};
