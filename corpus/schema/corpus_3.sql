-- Leads a store of version 2 to version 3: what a record holds in numbers is kept once, as JSON without
-- its keys; facts, relations and the like become views of it. Which table a fact stands in version 2
-- kept beside the record only: reports are read again at the next run, and their records stay until
-- then.
CREATE TABLE packed (
  source TEXT NOT NULL, -- as in sources
  part TEXT NOT NULL, -- facts, indicators, paragraphs, relations, tables; record: all else, as an object
  json TEXT NOT NULL, -- the list
  PRIMARY KEY (source, part)
) STRICT, WITHOUT ROWID;
INSERT INTO packed SELECT source, 'facts', packed_part(json, 'facts') FROM record_json WHERE packed_part(json, 'facts') IS NOT NULL;
INSERT INTO packed SELECT source, 'indicators', packed_part(json, 'indicators') FROM record_json WHERE packed_part(json, 'indicators') IS NOT NULL;
INSERT INTO packed SELECT source, 'relations', packed_part(json, 'relations') FROM record_json WHERE packed_part(json, 'relations') IS NOT NULL;
INSERT INTO packed SELECT source, 'tables', packed_part(json, 'tables') FROM record_json WHERE packed_part(json, 'tables') IS NOT NULL;
INSERT INTO packed SELECT source, 'record', packed_part(json, 'record') FROM record_json WHERE packed_part(json, 'record') IS NOT NULL;
INSERT INTO packed SELECT r.source, 'paragraphs', (SELECT json_group_array(json_array(kind, section, text, page, line)) FROM (SELECT * FROM paragraphs p WHERE p.source = r.source ORDER BY n)) FROM record_json r;
UPDATE sources SET versions = '';
DROP TABLE record_json;
DROP TABLE facts;
DROP TABLE indicators;
DROP TABLE paragraphs;
DROP TABLE tables;
DROP TABLE cells;
DROP TABLE relations;
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
FROM packed p, json_each(p.json) e WHERE p.part = 'facts';
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
FROM packed p, json_each(p.json) e WHERE p.part = 'indicators';
CREATE VIEW paragraphs AS SELECT
  p.source AS source, -- TEXT NOT NULL: as in sources
  e.key AS n, -- INTEGER NOT NULL: place in reading order, from 0
  json_extract(e.value, '$[0]') AS kind, -- TEXT NOT NULL: heading, paragraph, list_item, footnote
  json_extract(e.value, '$[1]') AS section, -- TEXT NOT NULL: numbers and titles of the sections it belongs to, outermost first, with " / " between
  json_extract(e.value, '$[2]') AS text, -- TEXT NOT NULL: as its author wrote it: lines that the page wrapped are joined
  json_extract(e.value, '$[3]') AS page, -- INTEGER: where it begins, from 1
  json_extract(e.value, '$[4]') AS line -- INTEGER: where it begins, from 1
FROM packed p, json_each(p.json) e WHERE p.part = 'paragraphs';
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
FROM packed p, json_each(p.json) e WHERE p.part = 'tables';
CREATE VIEW cells AS SELECT
  p.source AS source, -- TEXT NOT NULL: as in sources
  e.key AS table_n, -- INTEGER NOT NULL: n of tables
  c.key AS n, -- INTEGER NOT NULL: place by row, then column, from 0
  json_extract(c.value, '$[0]') AS row, -- INTEGER NOT NULL: from 0
  json_extract(c.value, '$[1]') AS col, -- INTEGER NOT NULL: from 0
  json_extract(c.value, '$[2]') AS rowspan, -- INTEGER NOT NULL: rows it covers
  json_extract(c.value, '$[3]') AS colspan, -- INTEGER NOT NULL: columns it covers
  json_extract(c.value, '$[4]') AS text -- TEXT NOT NULL: as printed
FROM packed p, json_each(p.json) e, json_each(e.value, '$[12]') c WHERE p.part = 'tables';
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
FROM packed p, json_each(p.json) e WHERE p.part = 'relations';
