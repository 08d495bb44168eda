-- SPDX-License-Identifier: LGPL-2.1-or-later
-- Step 2: people answer at a kiosk: they sign in with a PIN, leave and come back, promise improvements.

-- hash: of the PIN. initial: whether it is the one that was handed out. place: the terminal of the last sign-in.
CREATE TABLE credential (
  person_no {{int}} PRIMARY KEY REFERENCES person (no),
  hash TEXT NOT NULL,
  initial {{int}} NOT NULL CHECK (initial IN (0, 1)),
  issued_at TEXT NOT NULL,
  last_sign_in TEXT,
  place TEXT
) {{strict}};

-- Failed tries in a row, by what was typed: a number that nobody has is treated as one that somebody has. not_before: in
-- seconds since 1970.
CREATE TABLE sign_in_try (
  person_id TEXT PRIMARY KEY,
  failures {{int}} NOT NULL,
  not_before {{int}} NOT NULL
) {{strict}};

-- evidence: a note where the evidence can be seen.
ALTER TABLE answer ADD COLUMN evidence TEXT;

-- place: the duty at which the person was last.
ALTER TABLE questionnaire ADD COLUMN place {{int}};

-- What a person left for later.
CREATE TABLE flag (
  questionnaire_no {{int}} NOT NULL REFERENCES questionnaire (no) ON DELETE CASCADE,
  duty {{int}} NOT NULL,
  PRIMARY KEY (questionnaire_no, duty)
) {{by_key}};

-- due: the month, YYYY-MM, by which a person promised to do what is suggested.
CREATE TABLE promise (
  questionnaire_no {{int}} NOT NULL REFERENCES questionnaire (no) ON DELETE CASCADE,
  duty {{int}} NOT NULL,
  due TEXT NOT NULL,
  made_at TEXT NOT NULL,
  PRIMARY KEY (questionnaire_no, duty)
) {{by_key}};
