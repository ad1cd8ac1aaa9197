// SPDX-License-Identifier: GPL-3.0-or-later
//
// UNI111: 单位：万元 over a table whose figures are 元, as the text and the other tables show.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule unit_note_contradicts_figures;

namespace {

constexpr size_t kMostShown = 3;

// The unit that is 10^power of `symbol`: 元 for 万元 and −4; "" where there is none.
std::string UnitMoved(std::string_view symbol, int power) {
  const auto from = StandardUnit(symbol);
  if (!from) {
    return "";
  }
  for (const char* other : {"元", "千元", "万元", "亿元"}) {
    const auto to = StandardUnit(other);
    if (to && to->factor == from->factor * Decimal::PowerOfTen(power)) {
      return other;
    }
  }
  return "";
}

std::string AsPrinted(const CheckContext& context, FactId id) {
  return context.Printed(id) + context.At(id).quantity.unit.symbol;
}

void Tell(const CheckContext& context, const UnitNoteDoubt& doubt, ClaimSink& sink) {
  const Table& table = context.document().tables[static_cast<size_t>(doubt.table->table)];
  const auto& [inside, outside] = doubt.pairs.front();
  const std::string symbol = context.At(inside).quantity.unit.symbol;
  const std::string right = UnitMoved(symbol, doubt.power);
  Observation observation;
  if (!table.unit_note.empty()) {
    observation.marks.push_back({{TextAddress::Part::kUnitNote, doubt.table->block, 0},
                                 0,
                                 static_cast<uint32_t>(table.unit_note.utf8().size()),
                                 "unit note"});
  }
  const size_t shown = std::min(doubt.pairs.size(), kMostShown);
  for (size_t i = 0; i < shown; ++i) {
    for (const FactId id : {doubt.pairs[i].first, doubt.pairs[i].second}) {
      const Anchor& anchor = context.At(id).anchor;
      observation.marks.push_back({anchor.address, anchor.begin, anchor.end,
                                   id == doubt.pairs[i].first ? "in the table" : "elsewhere"});
      observation.facts.push_back(id);
    }
  }
  observation.confidence = 0.93;
  observation.expression = AsPrinted(context, inside) + " = " + AsPrinted(context, outside);
  observation.stated = symbol;
  observation.computed = right;
  const std::string count = std::to_string(doubt.pairs.size());
  const std::string times = "10^" + std::to_string(std::abs(doubt.power));
  observation.message = {
      "“" + doubt.table->title + "”标注单位为“" + symbol + "”，表中" + count +
          "个数与他处所列同一数都只差" + times + "倍（如" + AsPrinted(context, inside) + "与" +
          AsPrinted(context, outside) + "）" + (right.empty() ? "" : "，单位应为“" + right + "”"),
      "the table “" + doubt.table->title + "” says its unit is " + symbol + ", yet " + count +
          " of its figures stand elsewhere and differ by " + times + " alone (" +
          AsPrinted(context, inside) + ", " + AsPrinted(context, outside) + ")" +
          (right.empty() ? "" : ": the unit should be " + right)};
  if (!right.empty()) {
    Edit edit;
    edit.edit = symbol + " → " + right;
    edit.kind = "unit";
    edit.mends = static_cast<int>(doubt.pairs.size());
    edit.only_one = true;
    edit.text = {"把表头的单位“" + symbol + "”改为“" + right + "”",
                 "change the table's unit from " + symbol + " to " + right};
    observation.edits.push_back(std::move(edit));
  }
  sink.Observe(std::move(observation));
}

void Check(const CheckContext& context, ClaimSink& sink) {
  const std::vector<UnitNoteDoubt>& doubts = context.unit_note_doubts();
  for (const UnitNoteDoubt& doubt : doubts) {
    Tell(context, doubt, sink);
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2024年度部门整体支出绩效自评报告\n"
     "2024年全年预算数1203.45万元，实际支出1156.78万元。\n"
     "部门整体支出情况表\n单位：万元\n"
     "项目\t全年预算数\t全年执行数\n"
     "基本支出\t8,034,500.00\t7,567,800.00\n"
     "项目支出\t4,000,000.00\t4,000,000.00\n"
     "年度资金总额\t12,034,500.00\t11,567,800.00\n",
     true, "the table's figures are 元: 12,034,500.00 is 1203.45万元"},
    {"青石县林业局2024年度部门整体支出绩效自评报告\n"
     "2024年全年预算数1203.45万元，实际支出1156.78万元。\n"
     "部门整体支出情况表\n单位：元\n"
     "项目\t全年预算数\t全年执行数\n"
     "基本支出\t8,034,500.00\t7,567,800.00\n"
     "项目支出\t4,000,000.00\t4,000,000.00\n"
     "年度资金总额\t12,034,500.00\t11,567,800.00\n",
     false, "元 in the table, 万元 in the text: the same amounts"},
    {"青石县林业局2024年度部门整体支出绩效自评报告\n"
     "2024年人均公用经费1203.45元，实际支出1156.78万元。\n"
     "部门整体支出情况表\n单位：万元\n"
     "项目\t全年预算数\t全年执行数\n"
     "年度资金总额\t1203.45\t1156.78\n",
     false, "one amount that stands elsewhere with another unit proves nothing"},
};

}  // namespace

const Rule unit_note_contradicts_figures = {
    .id = "UNI111",
    .name = "unit-note-contradicts-figures",
    .severity = Severity::kError,
    .summary_zh = "表头标注的金额单位与文字、他表中同一金额相差一个固定倍数。",
    .summary_en = "A table's unit note is off by a power of ten from the same amounts elsewhere.",
    .advice_zh = "请核对该表标注的单位（元、万元）。",
    .advice_en = "Check the unit over this table.",
    .documentation = R"(## What it checks
Amounts of a table with a unit note against all amounts of the text and of other tables: two or more different amounts of the text (four of other tables) that are the table's but for the same power of ten, where next to none agrees as it stands.
## Why it matters
A table pasted in 元 under 单位：万元 is off by ten thousand in every cell, and its own sums still close.
## When it stays silent
Amounts of fewer than three digits; units printed in the cell, its row or its column; a table some of whose amounts agree with the rest as they stand; tables read without confidence.
## Source
Observed in published reports.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
