-- What people decided. No run touches it, and nothing in it is ever changed: a new decision is a new
-- row, and the last one counts.

-- One row a decision on a finding. It belongs to a finding of that id in the report of that path, or
-- in one of the same bytes elsewhere: so it outlives new runs and other machines.
CREATE TABLE decisions (
  n INTEGER NOT NULL PRIMARY KEY, -- in the order they were made or taken over
  path TEXT NOT NULL, -- of the report, as in sources of corpus.db
  finding TEXT NOT NULL, -- id of the finding
  decision TEXT NOT NULL, -- error, not_error, ask_author, later, or open: nothing is decided any more
  note TEXT NOT NULL, -- free words
  who TEXT NOT NULL, -- who decided; may be empty
  decided INTEGER NOT NULL, -- seconds since 1970
  reason TEXT NOT NULL DEFAULT '', -- of not_error: misread, not_meant, explained, immaterial, other; else empty
  sha256 TEXT NOT NULL DEFAULT '', -- of the report's bytes when it was decided
  rule TEXT NOT NULL DEFAULT '' -- the finding's rule
) STRICT;

CREATE INDEX decisions_by_finding ON decisions (finding);
