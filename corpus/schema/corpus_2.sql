-- Leads a store of version 1 to version 2: paragraphs, the office's normal name, the table of a fact,
-- comparisons by group. What version 1 did not keep can only come from the reports: they are read again
-- at the next run, and their records stay until then.
ALTER TABLE records ADD COLUMN office TEXT NOT NULL DEFAULT '';
ALTER TABLE facts ADD COLUMN table_n INTEGER;
ALTER TABLE findings ADD COLUMN other_source TEXT NOT NULL DEFAULT '';
CREATE TABLE record_json (
  source TEXT NOT NULL PRIMARY KEY, -- as in sources
  json BLOB NOT NULL -- the record as `crossfoot record` prints it, deflated (zlib); `crossfoot export` gives it as text
) STRICT, WITHOUT ROWID;
INSERT INTO record_json SELECT source, CAST(json AS BLOB) FROM records;
ALTER TABLE records DROP COLUMN json;
DROP INDEX facts_by_metric;
UPDATE sources SET versions = '';
DROP TABLE across;
DROP TABLE state;
CREATE TABLE paragraphs (
  source TEXT NOT NULL, -- as in sources
  n INTEGER NOT NULL, -- place in reading order, from 0
  kind TEXT NOT NULL, -- heading, paragraph, list_item, footnote
  section TEXT NOT NULL, -- numbers and titles of the sections it belongs to, outermost first, with " / " between
  text TEXT NOT NULL, -- as its author wrote it: lines that the page wrapped are joined
  page INTEGER, -- where it begins, from 1
  line INTEGER, -- where it begins, from 1
  PRIMARY KEY (source, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE across (
  grp TEXT NOT NULL, -- the reports that were compared: office:NAME, unit:NAME, bytes:SHA-256, report:SOURCE
  n INTEGER NOT NULL, -- place in the group, from 0
  id TEXT NOT NULL, -- stable across runs: from rule, words and values
  rule TEXT NOT NULL, -- id of the rule
  status TEXT NOT NULL, -- held, rounding, violated, unevaluated; noted where nothing can hold or fail
  severity TEXT NOT NULL, -- of the finding that this is; empty where it is none
  confidence REAL NOT NULL, -- ours, 0 to 1
  entity TEXT NOT NULL, -- whose reports
  metric TEXT NOT NULL, -- of which measure; empty where none is known or whole reports are meant
  year INTEGER, -- which year the figures speak of
  source TEXT NOT NULL, -- the report that is looked at, as in sources
  fact TEXT NOT NULL, -- id of its fact; else empty
  value TEXT NOT NULL, -- as printed there, with its unit, or worked out from what is printed
  page INTEGER, -- where it stands
  line INTEGER, -- where it stands
  quote TEXT NOT NULL, -- the words there
  other_source TEXT NOT NULL, -- the report that it is held against, as in sources; empty where there is none
  other_fact TEXT NOT NULL, -- id of its fact; else empty
  other_value TEXT NOT NULL, -- as printed there, with its unit
  other_page INTEGER, -- where it stands
  other_line INTEGER, -- where it stands
  other_quote TEXT NOT NULL, -- the words there
  difference TEXT NOT NULL, -- value less other_value, in unit; else empty
  unit TEXT NOT NULL, -- of the difference
  message_zh TEXT NOT NULL, -- what was compared, and how it came out
  message_en TEXT NOT NULL, -- the same in English
  PRIMARY KEY (grp, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE identities (
  kind TEXT NOT NULL, -- of the reports, as in records
  n INTEGER NOT NULL, -- place, from 0
  left_words TEXT NOT NULL, -- the words of the one figure: caption, row, column, or those of a sentence
  right_words TEXT NOT NULL, -- the words of the figure that equals it
  held INTEGER NOT NULL, -- reports of the sample in which they are equal
  sample INTEGER NOT NULL, -- reports of the sample that print both
  PRIMARY KEY (kind, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE stale_groups (
  grp TEXT NOT NULL PRIMARY KEY -- which
) STRICT, WITHOUT ROWID;
CREATE INDEX records_by_office ON records (office, year) WHERE office <> '';
CREATE INDEX records_by_kind ON records (kind);
CREATE INDEX across_by_source ON across (source);
