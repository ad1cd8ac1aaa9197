// SPDX-License-Identifier: GPL-3.0-or-later
//
// STR103: 故本表为空表 on a table with figures; a table without figures and without such a note.
#include <algorithm>
#include <string>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule empty_table_note_contradicts_table;

namespace {

constexpr int kReach = 3;  // blocks after the table in which its note may stand

const Pattern& EmptyNote() {
  static const Pattern kPattern(
      "本表(?:为空表|无数据|为空)|空表列示|没有[^。]{0,40}本表|(?:本部门|本单位|我部门|我单位)(?:"
      "\\d{4}年(?:度)?)?(?:无|没有)(?:该|此|本|相关)");
  return kPattern;
}

struct NoteAt {
  TextAddress address;
  uint32_t begin = 0;
  uint32_t end = 0;
  bool found = false;
};

NoteAt FindNote(const CheckContext& context, const FigureTable& table) {
  const Document& document = context.document();
  NoteAt note;
  const auto look = [&](const TextAddress& address) {
    Pattern::Match match;
    if (!note.found && EmptyNote().Find(context.TextOf(address), 0, &match)) {
      note = {address, static_cast<uint32_t>(match.begin), static_cast<uint32_t>(match.end), true};
    }
  };
  const Table& source = document.tables[static_cast<size_t>(table.table)];
  for (size_t i = 0; i < source.notes.size(); ++i) {
    look({TextAddress::Part::kTableNote, table.block, static_cast<int>(i)});
  }
  for (size_t i = 0; i < source.cells.size(); ++i) {
    if (source.cells[i].text.utf8().size() > 20) {
      look({TextAddress::Part::kCell, table.block, static_cast<int>(i)});
    }
  }
  for (int b = table.block + 1;
       b <= table.block + kReach && b < static_cast<int>(document.blocks.size()); ++b) {
    const Block& block = document.blocks[static_cast<size_t>(b)];
    if (block.kind == BlockKind::kTable || block.kind == BlockKind::kHeading) {
      break;
    }
    look({TextAddress::Part::kBlock, b, 0});
  }
  return note;
}

bool HasNonZero(const CheckContext& context, const FigureTable& table, FactId* first) {
  for (const FigureRow& row : table.rows) {
    for (const RowSegment& segment : row.segments) {
      for (const auto& [column, fact] : segment.figures) {
        if (!context.At(fact).quantity.value.IsZero()) {
          *first = fact;
          return true;
        }
      }
    }
  }
  return false;
}

void Check(const CheckContext& context, ClaimSink& sink) {
  const bool filled_in = std::any_of(context.tables().begin(), context.tables().end(),
                                     [](const FigureTable& table) { return table.figures > 0; });
  for (const FigureTable& table : context.tables()) {
    const bool standard =
        table.title.ends_with("表") && ContainsAny(table.title, "预算|决算|收入|支出") &&
        !ContainsAny(table.title, "绩效|自评|评分|评价|目标|申报|情况|项目支出表|清单");
    if (!standard || !table.sure) {
      continue;
    }
    const NoteAt note = FindNote(context, table);
    FactId figure = -1;
    const bool full = HasNonZero(context, table, &figure);
    if (note.found && full) {
      Observation observation;
      observation.marks = {{note.address, note.begin, note.end, "note"}};
      observation.facts = {figure};
      observation.confidence = 0.88;
      observation.stated =
          std::string(context.TextOf(note.address).substr(note.begin, note.end - note.begin));
      observation.message = {"“" + table.title + "”注明空表，表内却有数据",
                             "the table “" + table.title + "” is said to be empty but has figures"};
      sink.Observe(std::move(observation));
    } else if (filled_in && !note.found && !full && table.figures == 0 && table.body_rows > 0) {
      const Table& source = context.document().tables[static_cast<size_t>(table.table)];
      Observation observation;
      if (!source.caption.empty()) {
        observation.marks = {{{TextAddress::Part::kCaption, table.block, 0},
                              0,
                              static_cast<uint32_t>(source.caption.utf8().size()),
                              "table"}};
      } else if (!source.cells.empty()) {
        observation.marks = {{{TextAddress::Part::kCell, table.block, 0},
                              0,
                              static_cast<uint32_t>(source.cells.front().text.utf8().size()),
                              "table"}};
      }
      observation.confidence = 0.75;
      observation.severity = Severity::kWarning;
      observation.stated = "无说明";
      observation.message = {"“" + table.title + "”没有任何数据，也未注明“本表无数据”的原因",
                             "the table “" + table.title + "” has no figures and no note why"};
      sink.Observe(std::move(observation));
    } else if (note.found) {
      sink.Pass({RelationKind::kOrder,
                 table.title,
                 {"空表并有说明", "an empty table with its note"},
                 {{note.address, note.begin, note.end, "note"}},
                 {},
                 0.8});
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2024年度部门决算\n"
     "“三公”经费支出决算表\n单位：万元\n"
     "项目\t预算数\t决算数\n因公出国费\t0.00\t0.00\n公务接待费\t1.20\t1.10\n合计\t1.20\t1.10\n"
     "注：青石县林业局无“三公”经费支出，故本表无数据。\n",
     true, "the note says there is nothing"},
    {"青石县林业局2024年度部门决算\n"
     "“三公”经费支出决算表\n单位：万元\n"
     "项目\t预算数\t决算数\n因公出国费\t0.00\t0.00\n公务接待费\t1.20\t1.10\n合计\t1.20\t1.10\n",
     false, "a full table needs no note"},
    {"青石县林业局2024年部门预算\n"
     "2024年部门收支预算总表\n\n编制部门：青石县林业局\t\t\t单位：元\n\n"
     "本年收入\t\t本年支出\t\n项目\t预算数\t项目\t预算数\n"
     "一、财政拨款收入\t900,000\t一、农林水支出\t900,000\n"
     "收入总计\t900,000\t支出总计\t900,000\n",
     false, "the line above the table is not a table of its own"},
};

}  // namespace

const Rule empty_table_note_contradicts_table = {
    .id = "STR103",
    .name = "empty-table-note-contradicts-table",
    .severity = Severity::kError,
    .summary_zh = "空表说明与表内数据矛盾，或空表没有说明。",
    .summary_en = "A table with figures is noted as empty, or an empty one has no note.",
    .advice_zh = "有数据的删去空表说明；空表须保留并注明原因。",
    .advice_en = "Remove the note, or say why the table is empty.",
    .documentation = R"(## What it checks
Standard tables against the note under them (故本表无数据, 本表为空表), both ways.
## Why it matters
Empty tables must be published with the reason; a false note hides figures.
## When it stays silent
Tables that were not read with confidence; tables of zeros with or without a note.
## Source
地方预决算公开操作规程（财预〔2016〕143号）.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
