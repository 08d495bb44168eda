-- SPDX-License-Identifier: LGPL-2.1-or-later
-- Step 1: the first store. A released step is never edited; what changes is a new step.
-- Words in double braces stand for what differs between backends: {{strict}} and {{by_key}} are STRICT and WITHOUT ROWID in
-- SQLite and nothing in PostgreSQL, {{int}} is INTEGER or BIGINT, {{real}} is REAL or DOUBLE PRECISION.

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) {{strict}};

-- The roster as it is today. Campaigns keep their own copy of the tree.
CREATE TABLE department (
  id TEXT PRIMARY KEY,
  position {{int}} NOT NULL,
  name TEXT NOT NULL,
  parent_id TEXT
) {{strict}};

CREATE TABLE person (
  no {{int}} PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  department_id TEXT NOT NULL,
  active {{int}} NOT NULL
) {{strict}};

CREATE TABLE person_role (
  person_no {{int}} NOT NULL REFERENCES person (no),
  position {{int}} NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (person_no, position)
) {{by_key}};

-- The catalog as it was when a campaign was made: a later edit of the file must not change last year's figures.
CREATE TABLE catalog (
  no {{int}} PRIMARY KEY,
  id TEXT NOT NULL,
  edition TEXT NOT NULL,
  fingerprint TEXT NOT NULL UNIQUE,
  content TEXT NOT NULL
) {{strict}};

CREATE TABLE campaign (
  no {{int}} PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  catalog_no {{int}} NOT NULL REFERENCES catalog (no),
  state TEXT NOT NULL CHECK (state IN ('prepared', 'open', 'closed')),
  opens TEXT,
  closes TEXT,
  asks_informed {{int}} NOT NULL,
  line_a {{real}} NOT NULL,
  line_b {{real}} NOT NULL,
  line_c {{real}} NOT NULL,
  attainment_line {{real}} NOT NULL
) {{strict}};

CREATE TABLE campaign_control (
  campaign_no {{int}} NOT NULL REFERENCES campaign (no),
  control_id TEXT NOT NULL,
  choice TEXT NOT NULL CHECK (choice IN ('adopted', 'left_out')),
  reason TEXT,
  PRIMARY KEY (campaign_no, control_id, choice)
) {{by_key}};

CREATE TABLE campaign_department (
  campaign_no {{int}} NOT NULL REFERENCES campaign (no),
  position {{int}} NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  parent_id TEXT,
  PRIMARY KEY (campaign_no, position)
) {{by_key}};

-- role_bits: bit i for the role of column i of the campaign's catalog. department: a position in campaign_department.
CREATE TABLE questionnaire (
  no {{int}} PRIMARY KEY,
  campaign_no {{int}} NOT NULL REFERENCES campaign (no),
  person_no {{int}} NOT NULL REFERENCES person (no),
  department {{int}} NOT NULL,
  role_bits {{int}} NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'accepted')),
  submitted_at TEXT,
  reference TEXT,
  UNIQUE (campaign_no, person_no)
) {{strict}};

-- duty: the index of the duty in the campaign's catalog. value: TnkAnswerValue, 1 to 5.
CREATE TABLE answer (
  questionnaire_no {{int}} NOT NULL REFERENCES questionnaire (no),
  duty {{int}} NOT NULL,
  value {{int}} NOT NULL CHECK (value BETWEEN 1 AND 5),
  comment TEXT,
  PRIMARY KEY (questionnaire_no, duty)
) {{by_key}};

CREATE TABLE exception (
  no {{int}} PRIMARY KEY,
  control_id TEXT NOT NULL,
  department_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  substitute TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  applicant TEXT NOT NULL,
  approver TEXT NOT NULL,
  CHECK (applicant <> approver)
) {{strict}};

-- Append-only, each entry chained to the one before by its hash.
CREATE TABLE log (
  seq {{int}} PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) {{strict}};
CREATE INDEX log_by_subject ON log (kind, subject);
