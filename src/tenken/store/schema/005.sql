-- SPDX-License-Identifier: LGPL-2.1-or-later
-- Step 5: audits: plans, work papers, findings and what becomes of them.

-- revision: how often the plan was stored, so that two who change it at once are told apart; the same in the tables below.
CREATE TABLE audit (
  no {{int}} PRIMARY KEY,
  campaign_no {{int}} NOT NULL REFERENCES campaign (no),
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  purpose TEXT NOT NULL,
  method TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  summary TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'under_way', 'reported', 'closed')),
  revision {{int}} NOT NULL CHECK (revision > 0)
) {{strict}};

-- Each department with all below it.
CREATE TABLE audit_department (
  audit_no {{int}} NOT NULL REFERENCES audit (no),
  position {{int}} NOT NULL,
  department_id TEXT NOT NULL,
  PRIMARY KEY (audit_no, position)
) {{by_key}};

CREATE TABLE audit_control (
  audit_no {{int}} NOT NULL REFERENCES audit (no),
  position {{int}} NOT NULL,
  control_id TEXT NOT NULL,
  PRIMARY KEY (audit_no, position)
) {{by_key}};

CREATE TABLE audit_auditor (
  audit_no {{int}} NOT NULL REFERENCES audit (no),
  position {{int}} NOT NULL,
  person_id TEXT NOT NULL,
  PRIMARY KEY (audit_no, position)
) {{by_key}};
CREATE INDEX audit_by_auditor ON audit_auditor (person_id);

-- Why an auditor who is not independent cannot be avoided. approver: who of the committee let it pass; nothing until then.
CREATE TABLE audit_exemption (
  audit_no {{int}} NOT NULL REFERENCES audit (no),
  position {{int}} NOT NULL,
  person_id TEXT NOT NULL,
  department_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  approver TEXT,
  PRIMARY KEY (audit_no, position),
  CHECK (approver IS NULL OR approver <> person_id)
) {{by_key}};

-- Who took the audit where, and what was said; none is ever changed or taken away.
CREATE TABLE audit_step (
  audit_no {{int}} NOT NULL REFERENCES audit (no),
  position {{int}} NOT NULL,
  step TEXT NOT NULL,
  at TEXT NOT NULL,
  writer TEXT NOT NULL,
  remark TEXT NOT NULL,
  PRIMARY KEY (audit_no, position)
) {{by_key}};

CREATE TABLE work_paper (
  audit_no {{int}} NOT NULL REFERENCES audit (no),
  control_id TEXT NOT NULL,
  department_id TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('not_examined', 'conforms', 'observation', 'minor', 'major')),
  seen TEXT NOT NULL,
  evidence TEXT NOT NULL,
  cause TEXT NOT NULL,
  day TEXT NOT NULL,
  auditor TEXT NOT NULL,
  revision {{int}} NOT NULL CHECK (revision > 0),
  PRIMARY KEY (audit_no, control_id, department_id)
) {{by_key}};

-- issued_at: when the department was told; nothing until then.
CREATE TABLE finding (
  no {{int}} PRIMARY KEY,
  audit_no {{int}} NOT NULL REFERENCES audit (no),
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('finding', 'opinion')),
  control_id TEXT NOT NULL,
  department_id TEXT NOT NULL,
  title TEXT NOT NULL,
  fact TEXT NOT NULL,
  cause TEXT NOT NULL,
  recommendation TEXT NOT NULL,
  due TEXT NOT NULL,
  remark TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'issued', 'answered', 'closed', 'withdrawn')),
  issued_at TEXT,
  revision {{int}} NOT NULL CHECK (revision > 0),
  UNIQUE (audit_no, id)
) {{strict}};

-- What the department answered, and what the follow-up said; none is ever changed or taken away.
CREATE TABLE finding_response (
  finding_no {{int}} NOT NULL REFERENCES finding (no),
  position {{int}} NOT NULL,
  at TEXT NOT NULL,
  writer TEXT NOT NULL,
  text TEXT NOT NULL,
  action TEXT NOT NULL,
  due TEXT NOT NULL,
  PRIMARY KEY (finding_no, position)
) {{by_key}};

CREATE TABLE finding_follow_up (
  finding_no {{int}} NOT NULL REFERENCES finding (no),
  position {{int}} NOT NULL,
  at TEXT NOT NULL,
  writer TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('improved', 'partly', 'not_improved', 'accepted')),
  seen TEXT NOT NULL,
  PRIMARY KEY (finding_no, position)
) {{by_key}};

-- Other departments that are asked whether they have the same problem. answered_at: nothing until they answered.
CREATE TABLE finding_spread (
  finding_no {{int}} NOT NULL REFERENCES finding (no),
  position {{int}} NOT NULL,
  department_id TEXT NOT NULL,
  question TEXT NOT NULL,
  due TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('open', 'same', 'none', 'not_applicable')),
  text TEXT NOT NULL,
  action TEXT NOT NULL,
  action_due TEXT NOT NULL,
  answered_by TEXT NOT NULL,
  answered_at TEXT,
  revision {{int}} NOT NULL CHECK (revision > 0),
  PRIMARY KEY (finding_no, position),
  UNIQUE (finding_no, department_id)
) {{by_key}};

-- The files are kept beside the store, named by their hash. finding_id, control_id: the one of the two that the file is attached to.
CREATE TABLE attachment (
  no {{int}} PRIMARY KEY,
  audit_no {{int}} NOT NULL REFERENCES audit (no),
  id TEXT NOT NULL,
  finding_id TEXT,
  control_id TEXT,
  department_id TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size {{int}} NOT NULL CHECK (size >= 0),
  hash TEXT NOT NULL,
  added_by TEXT NOT NULL,
  added_at TEXT NOT NULL,
  UNIQUE (audit_no, id),
  CHECK ((finding_id IS NULL) <> (control_id IS NULL))
) {{strict}};
