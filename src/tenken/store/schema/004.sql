-- SPDX-License-Identifier: LGPL-2.1-or-later
-- Step 4: managers, the secretariat and the committee work in the store, each within their rights.

-- Who may do what. holder: role:ID or person:NUMBER. department_id: the department that a right is about, with all below it;
-- empty for the own department of whoever holds it, and for rights about the whole body.
CREATE TABLE right_grant (
  kind TEXT NOT NULL CHECK (kind IN ('department', 'secretariat', 'committee', 'audit')),
  holder TEXT NOT NULL,
  department_id TEXT NOT NULL,
  PRIMARY KEY (kind, holder, department_id)
) {{by_key}};

-- The offices that the guideline and the catalogs after it name. A body changes them with "tenkenctl right".
INSERT INTO right_grant (kind, holder, department_id) VALUES
  ('department', 'role:manager', ''),
  ('department', 'role:director', ''),
  ('secretariat', 'role:chief', ''),
  ('committee', 'role:committee', ''),
  ('committee', 'role:ciso', ''),
  ('committee', 'role:cio', ''),
  ('audit', 'role:audit-chief', '');

-- Whether those who answer for a department see names and single answers, or counts only.
ALTER TABLE campaign ADD COLUMN visibility TEXT NOT NULL DEFAULT 'names' CHECK (visibility IN ('names', 'counts'));

-- Whom a campaign leaves out of its population: a department with all below it, or a role.
CREATE TABLE campaign_outside (
  campaign_no {{int}} NOT NULL REFERENCES campaign (no),
  kind TEXT NOT NULL CHECK (kind IN ('department', 'role')),
  id TEXT NOT NULL,
  PRIMARY KEY (campaign_no, kind, id)
) {{by_key}};

-- Departments that are closed before the campaign is, with all below them: nobody there hands in any more. department_id: of the
-- campaign's tree, in which places can move.
CREATE TABLE department_closing (
  campaign_no {{int}} NOT NULL REFERENCES campaign (no),
  department_id TEXT NOT NULL,
  at TEXT NOT NULL,
  closed_by TEXT NOT NULL,
  PRIMARY KEY (campaign_no, department_id)
) {{by_key}};

-- remark: why it came back, until it is handed in again.
ALTER TABLE questionnaire ADD COLUMN remark TEXT;

CREATE INDEX questionnaire_by_department ON questionnaire (campaign_no, department);

-- given: when the answer was given as it stands, in seconds since 1970; nothing where that was before this step.
ALTER TABLE answer ADD COLUMN given {{int}};
