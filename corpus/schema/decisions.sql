-- What people decided. No run touches it, and nothing in it is ever changed: a new decision is a new
-- row, and the last one counts.

-- One row a decision on a finding.
CREATE TABLE decisions (
  n INTEGER NOT NULL PRIMARY KEY, -- in the order they were made
  path TEXT NOT NULL, -- of the report, as in sources of corpus.db
  finding TEXT NOT NULL, -- id of the finding
  decision TEXT NOT NULL, -- confirmed, rejected or open
  note TEXT NOT NULL, -- free words
  who TEXT NOT NULL, -- who decided; may be empty
  decided INTEGER NOT NULL -- seconds since 1970
) STRICT;

CREATE INDEX decisions_by_finding ON decisions (path, finding);
