-- What the machine found. It can be rebuilt from the reports at any time; what people decided is in
-- decisions.db. Numbers of reports are text: exact decimal digits, never binary floating point.
-- Each row carries `source`, a hash of the report's path, so that a row's key is the same whatever
-- order the reports were read in.

-- One row a report that was asked for: a file, or a member of a ZIP archive.
CREATE TABLE sources (
  source TEXT NOT NULL PRIMARY KEY, -- first 16 hexadecimal digits of the SHA-256 of path
  path TEXT NOT NULL UNIQUE, -- absolute; a member is archive.zip!/name; bytes that are not printable UTF-8 stand as \xHH
  sha256 TEXT NOT NULL, -- of the report's bytes; empty where they could not be read
  bytes INTEGER NOT NULL, -- size of the report
  media_type TEXT NOT NULL, -- told by content; empty where the report failed
  pages INTEGER NOT NULL, -- 0 for text sources
  status TEXT NOT NULL, -- ok, or failed: then failures says why
  versions TEXT NOT NULL -- program, lexicon and rules that read it; another makes it be read again
) STRICT, WITHOUT ROWID;

-- What the file system said of a source when it was read: what spares reading it again. Differs
-- from machine to machine, and is no part of the result.
CREATE TABLE source_stat (
  source TEXT NOT NULL PRIMARY KEY, -- as in sources
  bytes INTEGER NOT NULL, -- size of the file, or of the archive that holds the source
  modified INTEGER NOT NULL, -- nanoseconds since 1970
  changed INTEGER NOT NULL, -- of the inode, nanoseconds since 1970
  inode INTEGER NOT NULL -- number of the inode
) STRICT, WITHOUT ROWID;

-- One row a report that was read: whose it is and how it came out.
CREATE TABLE records (
  source TEXT NOT NULL PRIMARY KEY, -- as in sources
  title TEXT NOT NULL, -- as printed
  entity TEXT NOT NULL, -- whose report it is
  region TEXT NOT NULL, -- where
  kind TEXT NOT NULL, -- what kind of report, as the field calls it
  year INTEGER, -- the year reported on; null where it could not be told
  self_score TEXT NOT NULL, -- as printed
  grade TEXT NOT NULL, -- as printed
  verdict TEXT NOT NULL, -- consistent, inconsistent, untested
  facts INTEGER NOT NULL, -- how many
  confirmed INTEGER NOT NULL, -- facts that take part in a relation that holds and could have failed
  disputed INTEGER NOT NULL, -- facts that take part in a broken relation
  untested INTEGER NOT NULL, -- facts that no relation touches
  held INTEGER NOT NULL, -- relations that the printed figures satisfy
  rounding INTEGER NOT NULL, -- relations that hold within rounding
  violated INTEGER NOT NULL, -- relations that no values within rounding satisfy
  unevaluated INTEGER NOT NULL, -- relations that apply and could not be tested
  errors INTEGER NOT NULL, -- findings by severity
  warnings INTEGER NOT NULL, -- findings by severity
  infos INTEGER NOT NULL, -- findings by severity
  office TEXT NOT NULL -- entity in its normal form: what reports of one office are found by; empty where none is known
) STRICT, WITHOUT ROWID;

-- One row a whole record.
CREATE TABLE record_json (
  source TEXT NOT NULL PRIMARY KEY, -- as in sources
  json BLOB NOT NULL -- the record as `crossfoot record` prints it, deflated (zlib); `crossfoot export` gives it as text
) STRICT, WITHOUT ROWID;

-- One row a quantity that a report states.
CREATE TABLE facts (
  source TEXT NOT NULL, -- as in sources
  n INTEGER NOT NULL, -- place in reading order, from 0
  id TEXT NOT NULL, -- hash of the report's bytes and the fact's place
  value TEXT NOT NULL, -- as printed, sign applied
  unit TEXT NOT NULL, -- as printed
  dimension TEXT NOT NULL, -- money, ratio, count …
  unit_source TEXT NOT NULL, -- where the unit was read: beside, header, unit_note …
  base_value TEXT NOT NULL, -- value in base_unit
  base_unit TEXT NOT NULL, -- 元, a plain ratio (empty), 平方米 …
  low TEXT, -- least value that the printed digits may stand for, in base_unit; null: no bound
  high TEXT, -- greatest such value; null: no bound
  subject TEXT NOT NULL, -- the words as printed
  metric TEXT NOT NULL, -- canonical id of the lexicon; empty where unknown
  scope TEXT NOT NULL, -- opening_budget, final_accounts, score …
  entity TEXT NOT NULL, -- whose; empty: the report's own
  year INTEGER, -- the year it speaks of; null where unknown
  period TEXT NOT NULL, -- 2023, 2023-end …
  qualifiers TEXT NOT NULL, -- about, at_least, increase …, with blanks between
  row_path TEXT NOT NULL, -- in a table: its row's labels, outermost first, with " / " between
  column_path TEXT NOT NULL, -- in a table: its column's headers, outermost first, with " / " between
  status TEXT NOT NULL, -- confirmed, disputed, untested
  quote TEXT NOT NULL, -- the characters that say it
  page INTEGER, -- from 1, in a paged source
  line INTEGER, -- from 1, in a text source
  bbox TEXT NOT NULL, -- left top right bottom in points from the top left of the page; empty in a text source
  table_n INTEGER, -- n of tables; null in prose
  PRIMARY KEY (source, n)
) STRICT, WITHOUT ROWID;

-- One row an indicator of a performance sheet (绩效指标).
CREATE TABLE indicators (
  source TEXT NOT NULL, -- as in sources
  n INTEGER NOT NULL, -- place in reading order, from 0
  level1 TEXT NOT NULL, -- 一级指标
  level2 TEXT NOT NULL, -- 二级指标
  level3 TEXT NOT NULL, -- 三级指标
  target TEXT NOT NULL, -- 指标值, as printed
  actual TEXT NOT NULL, -- 实际完成值, as printed
  rate TEXT NOT NULL, -- 完成率, as printed
  weight TEXT NOT NULL, -- 分值, as printed
  score TEXT NOT NULL, -- 得分, as printed
  read_from TEXT NOT NULL, -- table or prose
  page INTEGER, -- from 1, in a paged source
  line INTEGER, -- from 1, in a text source
  PRIMARY KEY (source, n)
) STRICT, WITHOUT ROWID;

-- One row a heading, paragraph, list item or note of a report, in reading order.
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

-- One row a table of a report.
CREATE TABLE tables (
  source TEXT NOT NULL, -- as in sources
  n INTEGER NOT NULL, -- place in reading order, from 0
  caption TEXT NOT NULL, -- as printed
  unit TEXT NOT NULL, -- its unit note (单位：万元), as printed
  rows INTEGER NOT NULL, -- how many
  columns INTEGER NOT NULL, -- how many
  header_rows INTEGER NOT NULL, -- how many of the rows are heads
  page INTEGER, -- of its beginning, from 1
  line INTEGER, -- of its beginning, from 1
  PRIMARY KEY (source, n)
) STRICT, WITHOUT ROWID;

-- One row a cell of a table.
CREATE TABLE cells (
  source TEXT NOT NULL, -- as in sources
  table_n INTEGER NOT NULL, -- n of tables
  n INTEGER NOT NULL, -- place by row, then column, from 0
  row INTEGER NOT NULL, -- from 0
  col INTEGER NOT NULL, -- from 0
  rowspan INTEGER NOT NULL, -- rows it covers
  colspan INTEGER NOT NULL, -- columns it covers
  text TEXT NOT NULL, -- as printed
  PRIMARY KEY (source, table_n, n)
) STRICT, WITHOUT ROWID;

-- One row a statement among facts (勾稽关系) that was tested, or could not be.
CREATE TABLE relations (
  source TEXT NOT NULL, -- as in sources
  n INTEGER NOT NULL, -- place in the record, from 0
  rule TEXT NOT NULL, -- id of the rule that proposed it
  kind TEXT NOT NULL, -- sum, ratio, growth …
  status TEXT NOT NULL, -- held, rounding, violated, unevaluated
  rounding TEXT NOT NULL, -- how it holds within rounding: rounded, truncated, nudged; else empty
  unevaluated TEXT NOT NULL, -- why it could not be tested; else empty
  expression TEXT NOT NULL, -- 375.18 + 11.74 = 392.92, in the printed unit
  stated TEXT NOT NULL, -- what the report says
  computed TEXT NOT NULL, -- what follows from the operands
  difference TEXT NOT NULL, -- computed less stated
  unit TEXT NOT NULL, -- of the three above
  confidence REAL NOT NULL, -- ours, 0 to 1: that the relation is intended
  reason_zh TEXT NOT NULL, -- which words, structure or formula ask for it
  reason_en TEXT NOT NULL, -- the same in English
  stated_fact TEXT NOT NULL, -- id of the fact that is stated; empty where it is none
  operand_facts TEXT NOT NULL, -- ids of the facts it is worked out from, with blanks between
  PRIMARY KEY (source, n)
) STRICT, WITHOUT ROWID;

-- One row a root cause that a person should look at: first those of the report itself, then (COR) those
-- that other reports bring to light.
CREATE TABLE findings (
  source TEXT NOT NULL, -- as in sources
  n INTEGER NOT NULL, -- place in the record, most severe first, from 0
  id TEXT NOT NULL, -- stable across runs and re-layout
  rule TEXT NOT NULL, -- id of the rule
  name TEXT NOT NULL, -- name of the rule
  severity TEXT NOT NULL, -- error, warning, info: how much it matters if true
  confidence REAL NOT NULL, -- ours, 0 to 1: how sure we are
  message_zh TEXT NOT NULL, -- what is wrong, why, what to do
  message_en TEXT NOT NULL, -- the same in English
  expression TEXT NOT NULL, -- the arithmetic
  stated TEXT NOT NULL, -- what the report says
  computed TEXT NOT NULL, -- what follows
  difference TEXT NOT NULL, -- computed less stated
  unit TEXT NOT NULL, -- of the three above
  page INTEGER, -- of the first place, from 1
  line INTEGER, -- of the first place, from 1
  quote TEXT NOT NULL, -- the clause at the first place
  other_page INTEGER, -- of the second place, from 1
  other_line INTEGER, -- of the second place, from 1
  other_quote TEXT NOT NULL, -- the clause at the second place
  suggestion_zh TEXT NOT NULL, -- the likeliest correction; empty where none is clearly best
  suggestion_en TEXT NOT NULL, -- the same in English
  other_source TEXT NOT NULL, -- the report in which the second place stands, as in sources; empty: this one
  PRIMARY KEY (source, n)
) STRICT, WITHOUT ROWID;

-- What applied to a report and was not evaluated, and why.
CREATE TABLE not_checked (
  source TEXT NOT NULL, -- as in sources
  n INTEGER NOT NULL, -- place in the record, from 0
  rule TEXT NOT NULL, -- id of the rule
  count INTEGER NOT NULL, -- how often
  reason_zh TEXT NOT NULL, -- why
  reason_en TEXT NOT NULL, -- the same in English
  PRIMARY KEY (source, n)
) STRICT, WITHOUT ROWID;

-- Where reading was weak.
CREATE TABLE notes (
  source TEXT NOT NULL, -- as in sources
  n INTEGER NOT NULL, -- place in the record, from 0
  kind TEXT NOT NULL, -- ocr_read, table_skipped …
  message TEXT NOT NULL, -- one line
  page INTEGER, -- from 1, in a paged source
  line INTEGER, -- from 1, in a text source
  PRIMARY KEY (source, n)
) STRICT, WITHOUT ROWID;

-- One row a report that gave no record.
CREATE TABLE failures (
  source TEXT NOT NULL PRIMARY KEY, -- as in sources
  code TEXT NOT NULL, -- name of the error; docs/errors.md lists them
  message TEXT NOT NULL, -- one line
  page INTEGER, -- where it is about one page, from 1
  object TEXT NOT NULL, -- the limit, table or member concerned; else empty
  attempts INTEGER NOT NULL -- 2 where it was tried again alone
) STRICT, WITHOUT ROWID;

-- One row a comparison of two reports: last year's figures, the budget that is cited, two versions …
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

-- One row an identity that nearly all reports of a kind keep, though no rule asks for it.
CREATE TABLE identities (
  kind TEXT NOT NULL, -- of the reports, as in records
  n INTEGER NOT NULL, -- place, from 0
  left_words TEXT NOT NULL, -- the words of the one figure: caption, row, column, or those of a sentence
  right_words TEXT NOT NULL, -- the words of the figure that equals it
  held INTEGER NOT NULL, -- reports of the sample in which they are equal
  sample INTEGER NOT NULL, -- reports of the sample that print both
  PRIMARY KEY (kind, n)
) STRICT, WITHOUT ROWID;

-- One row a run over the store. No part of the result.
CREATE TABLE runs (
  n INTEGER NOT NULL PRIMARY KEY, -- in order, from 1
  started INTEGER NOT NULL, -- seconds since 1970
  ended INTEGER, -- likewise; null while it runs, or when it was killed
  versions TEXT NOT NULL, -- program, lexicon and rules
  asked INTEGER NOT NULL, -- reports asked for
  unchanged INTEGER NOT NULL, -- of these not read again
  read INTEGER NOT NULL, -- of these read
  failed INTEGER NOT NULL -- of these without a record
) STRICT;

-- Groups of reports (as in across, and kind:NAME) whose comparison is still to be done. No part of the
-- result.
CREATE TABLE stale_groups (
  grp TEXT NOT NULL PRIMARY KEY -- which
) STRICT, WITHOUT ROWID;

CREATE INDEX findings_by_rule ON findings (rule);
CREATE INDEX records_by_entity ON records (entity, year);
CREATE INDEX records_by_office ON records (office, year) WHERE office <> '';
CREATE INDEX records_by_kind ON records (kind);
CREATE INDEX sources_by_sha256 ON sources (sha256);
CREATE INDEX across_by_source ON across (source);
