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

-- What a record holds in numbers, each list of a report once and whole, as a JSON array: the views
-- below show it as rows. Objects stand in it as arrays without their keys. `crossfoot export` gives
-- records with their keys, as `crossfoot record` prints them.
CREATE TABLE packed (
  source TEXT NOT NULL, -- as in sources
  part TEXT NOT NULL, -- facts, indicators, paragraphs, relations, tables; record: all else, as an object
  json TEXT NOT NULL, -- the list
  PRIMARY KEY (source, part)
) STRICT, WITHOUT ROWID;

-- One row a quantity that a report states.
CREATE VIEW facts AS SELECT
  p.source AS source, -- TEXT NOT NULL: as in sources
  e.key AS n, -- INTEGER NOT NULL: place in reading order, from 0
  json_extract(e.value, '$[0]') AS id, -- TEXT NOT NULL: hash of the report's bytes and the fact's place
  json_extract(e.value, '$[1]') AS value, -- TEXT NOT NULL: as printed, sign applied
  json_extract(e.value, '$[2]') AS unit, -- TEXT NOT NULL: as printed
  json_extract(e.value, '$[3]') AS dimension, -- TEXT NOT NULL: money, ratio, count …
  json_extract(e.value, '$[4]') AS unit_source, -- TEXT NOT NULL: where the unit was read: beside, header, unit_note …
  json_extract(e.value, '$[5]') AS base_value, -- TEXT NOT NULL: value in base_unit
  json_extract(e.value, '$[6]') AS base_unit, -- TEXT NOT NULL: 元, a plain ratio (empty), 平方米 …
  json_extract(e.value, '$[7]') AS low, -- TEXT: least value that the printed digits may stand for, in base_unit; null: no bound
  json_extract(e.value, '$[8]') AS high, -- TEXT: greatest such value; null: no bound
  json_extract(e.value, '$[9]') AS subject, -- TEXT NOT NULL: the words as printed
  json_extract(e.value, '$[10]') AS metric, -- TEXT NOT NULL: canonical id of the lexicon; empty where unknown
  json_extract(e.value, '$[11]') AS scope, -- TEXT NOT NULL: opening_budget, final_accounts, score …
  json_extract(e.value, '$[12]') AS entity, -- TEXT NOT NULL: whose; empty: the report's own
  CAST(nullif(substr(json_extract(e.value, '$[13]'), 1, 4), '') AS INTEGER) AS year, -- INTEGER: the year it speaks of; null where unknown
  json_extract(e.value, '$[13]') AS period, -- TEXT NOT NULL: 2023, 2023-end …
  coalesce((SELECT group_concat(w.value, ' ') FROM json_each(e.value, '$[14]') w), '') AS qualifiers, -- TEXT NOT NULL: about, at_least, increase …, with blanks between
  coalesce((SELECT group_concat(w.value, ' / ') FROM json_each(e.value, '$[16]') w), '') AS row_path, -- TEXT NOT NULL: in a table: its row's labels, outermost first, with " / " between
  coalesce((SELECT group_concat(w.value, ' / ') FROM json_each(e.value, '$[17]') w), '') AS column_path, -- TEXT NOT NULL: in a table: its column's headers, outermost first, with " / " between
  json_extract(e.value, '$[18]') AS status, -- TEXT NOT NULL: confirmed, disputed, untested
  json_extract(e.value, '$[19]') AS quote, -- TEXT NOT NULL: the characters that say it
  json_extract(e.value, '$[21]') AS page, -- INTEGER: from 1, in a paged source
  json_extract(e.value, '$[20]') AS line, -- INTEGER: from 1, in a text source
  coalesce(replace(trim(json_extract(e.value, '$[22]'), '[]'), ',', ' '), '') AS bbox, -- TEXT NOT NULL: left top right bottom in points from the top left of the page; empty in a text source
  json_extract(e.value, '$[15]') AS table_n -- INTEGER: n of tables; null in prose
FROM packed p, json_each(p.json) e WHERE p.part = 'facts'; -- PRIMARY KEY (source, n)

-- One row an indicator of a performance sheet (绩效指标).
CREATE VIEW indicators AS SELECT
  p.source AS source, -- TEXT NOT NULL: as in sources
  e.key AS n, -- INTEGER NOT NULL: place in reading order, from 0
  json_extract(e.value, '$[0]') AS level1, -- TEXT NOT NULL: 一级指标
  json_extract(e.value, '$[1]') AS level2, -- TEXT NOT NULL: 二级指标
  json_extract(e.value, '$[2]') AS level3, -- TEXT NOT NULL: 三级指标
  json_extract(e.value, '$[3]') AS target, -- TEXT NOT NULL: 指标值, as printed
  json_extract(e.value, '$[4]') AS actual, -- TEXT NOT NULL: 实际完成值, as printed
  json_extract(e.value, '$[5]') AS rate, -- TEXT NOT NULL: 完成率, as printed
  json_extract(e.value, '$[6]') AS weight, -- TEXT NOT NULL: 分值, as printed
  json_extract(e.value, '$[7]') AS score, -- TEXT NOT NULL: 得分, as printed
  json_extract(e.value, '$[8]') AS read_from, -- TEXT NOT NULL: table or prose
  json_extract(e.value, '$[11]') AS page, -- INTEGER: from 1, in a paged source
  json_extract(e.value, '$[9]') AS line -- INTEGER: from 1, in a text source
FROM packed p, json_each(p.json) e WHERE p.part = 'indicators'; -- PRIMARY KEY (source, n)

-- One row a heading, paragraph, list item or note of a report, in reading order.
CREATE VIEW paragraphs AS SELECT
  p.source AS source, -- TEXT NOT NULL: as in sources
  e.key AS n, -- INTEGER NOT NULL: place in reading order, from 0
  json_extract(e.value, '$[0]') AS kind, -- TEXT NOT NULL: heading, paragraph, list_item, footnote
  json_extract(e.value, '$[1]') AS section, -- TEXT NOT NULL: numbers and titles of the sections it belongs to, outermost first, with " / " between
  json_extract(e.value, '$[2]') AS text, -- TEXT NOT NULL: as its author wrote it: lines that the page wrapped are joined
  json_extract(e.value, '$[3]') AS page, -- INTEGER: where it begins, from 1
  json_extract(e.value, '$[4]') AS line -- INTEGER: where it begins, from 1
FROM packed p, json_each(p.json) e WHERE p.part = 'paragraphs'; -- PRIMARY KEY (source, n)

-- One row a table of a report.
CREATE VIEW tables AS SELECT
  p.source AS source, -- TEXT NOT NULL: as in sources
  e.key AS n, -- INTEGER NOT NULL: place in reading order, from 0
  json_extract(e.value, '$[4]') AS caption, -- TEXT NOT NULL: as printed
  json_extract(e.value, '$[5]') AS unit, -- TEXT NOT NULL: its unit note (单位：万元), as printed
  json_extract(e.value, '$[7]') AS rows, -- INTEGER NOT NULL: how many
  json_extract(e.value, '$[8]') AS columns, -- INTEGER NOT NULL: how many
  json_extract(e.value, '$[9]') AS header_rows, -- INTEGER NOT NULL: how many of the rows are heads
  json_extract(e.value, '$[0]') AS page, -- INTEGER: of its beginning, from 1
  json_extract(e.value, '$[3]') AS line -- INTEGER: of its beginning, from 1
FROM packed p, json_each(p.json) e WHERE p.part = 'tables'; -- PRIMARY KEY (source, n)

-- One row a cell of a table.
CREATE VIEW cells AS SELECT
  p.source AS source, -- TEXT NOT NULL: as in sources
  e.key AS table_n, -- INTEGER NOT NULL: n of tables
  c.key AS n, -- INTEGER NOT NULL: place by row, then column, from 0
  json_extract(c.value, '$[0]') AS row, -- INTEGER NOT NULL: from 0
  json_extract(c.value, '$[1]') AS col, -- INTEGER NOT NULL: from 0
  json_extract(c.value, '$[2]') AS rowspan, -- INTEGER NOT NULL: rows it covers
  json_extract(c.value, '$[3]') AS colspan, -- INTEGER NOT NULL: columns it covers
  json_extract(c.value, '$[4]') AS text -- TEXT NOT NULL: as printed
FROM packed p, json_each(p.json) e, json_each(e.value, '$[12]') c WHERE p.part = 'tables'; -- PRIMARY KEY (source, table_n, n)

-- One row a statement among facts (勾稽关系) that was tested, or could not be.
CREATE VIEW relations AS SELECT
  p.source AS source, -- TEXT NOT NULL: as in sources
  e.key AS n, -- INTEGER NOT NULL: place in the record, from 0
  json_extract(e.value, '$[0]') AS rule, -- TEXT NOT NULL: id of the rule that proposed it
  json_extract(e.value, '$[1]') AS kind, -- TEXT NOT NULL: sum, ratio, growth …
  json_extract(e.value, '$[2]') AS status, -- TEXT NOT NULL: held, rounding, violated, unevaluated
  coalesce(json_extract(e.value, '$[3]'), '') AS rounding, -- TEXT NOT NULL: how it holds within rounding: rounded, truncated, nudged; else empty
  coalesce(json_extract(e.value, '$[4]'), '') AS unevaluated, -- TEXT NOT NULL: why it could not be tested; else empty
  json_extract(e.value, '$[5]') AS expression, -- TEXT NOT NULL: 375.18 + 11.74 = 392.92, in the printed unit
  json_extract(e.value, '$[6]') AS stated, -- TEXT NOT NULL: what the report says
  json_extract(e.value, '$[7]') AS computed, -- TEXT NOT NULL: what follows from the operands
  json_extract(e.value, '$[8]') AS difference, -- TEXT NOT NULL: computed less stated
  json_extract(e.value, '$[9]') AS unit, -- TEXT NOT NULL: of the three above
  json_extract(e.value, '$[10]') AS confidence, -- REAL NOT NULL: ours, 0 to 1: that the relation is intended
  json_extract(e.value, '$[11][0]') AS reason_zh, -- TEXT NOT NULL: which words, structure or formula ask for it
  json_extract(e.value, '$[11][1]') AS reason_en, -- TEXT NOT NULL: the same in English
  coalesce(json_extract(e.value, '$[13][5]'), '') AS stated_fact, -- TEXT NOT NULL: id of the fact that is stated; empty where it is none
  coalesce((SELECT group_concat(json_extract(o.value, '$[5]'), ' ') FROM json_each(e.value, '$[12]') o), '') AS operand_facts -- TEXT NOT NULL: ids of the facts it is worked out from, with blanks between
FROM packed p, json_each(p.json) e WHERE p.part = 'relations'; -- PRIMARY KEY (source, n)

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
