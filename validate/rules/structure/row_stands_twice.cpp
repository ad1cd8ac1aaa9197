// SPDX-License-Identifier: GPL-3.0-or-later
//
// STR122: one row of a table stands twice, one right under the other.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/reading/standard_tables.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule row_stands_twice;

namespace {

// What a table has one row of by its nature; two purchases of one name may cost the same.
bool IsOneOfItsKind(const FigureRow& row) {
  const std::string label = BareLabel(row.Label());
  return row.code.size() >= 3 || label == "合计" || label == "总计" || label.ends_with("小计") ||
         label == "预算数" || label == "决算数" ||
         ContainsAny(label, "资金总额|基本支出|项目支出|公务接待费|公务用车|出国");
}

std::vector<std::string> CellsOf(const Table& table, int row) {
  std::vector<std::string> cells(static_cast<size_t>(std::max(0, table.columns)));
  for (int column = 0; column < table.columns; ++column) {
    const int cell = table.CellAt(row, column);
    if (cell >= 0) {
      cells[static_cast<size_t>(column)] =
          FoldLabel(table.cells[static_cast<size_t>(cell)].text.utf8());
    }
  }
  return cells;
}

// At least one figure that is long enough not to repeat by chance, or two of any kind.
bool TellsEnough(const CheckContext& context, const FigureRow& row) {
  size_t figures = 0;
  bool one_long = false;
  for (const RowSegment& segment : row.segments) {
    for (const auto& [column, id] : segment.figures) {
      const Decimal& value = context.At(id).quantity.value;
      figures += value.IsZero() ? 0 : 1;
      one_long = one_long || (!value.IsZero() && value.ToString().size() >= 4);
    }
  }
  return figures >= 2 || one_long;
}

void CheckTable(const CheckContext& context, const FigureTable& table, ClaimSink& sink) {
  const Table& source = context.document().tables[static_cast<size_t>(table.table)];
  std::vector<const FigureRow*> twice;
  for (size_t r = 0; r + 1 < table.rows.size(); ++r) {
    const FigureRow& row = table.rows[r];
    const FigureRow& next = table.rows[r + 1];
    if (next.row == row.row + 1 && row.code == next.code && row.Label() == next.Label() &&
        IsOneOfItsKind(row) && TellsEnough(context, row) &&
        CellsOf(source, row.row) == CellsOf(source, next.row)) {
      twice.push_back(&next);
    }
  }
  if (twice.size() != 1) {
    return;  // a table whose rows all stand twice was read twice
  }
  const FigureRow& row = *twice.front();
  Observation observation;
  for (const int at : {row.row, row.row - 1}) {
    const int cell = source.CellAt(at, std::max(0, row.segments.front().label_column));
    if (cell >= 0) {
      observation.marks.push_back(
          {{TextAddress::Part::kCell, table.block, cell},
           0,
           static_cast<uint32_t>(source.cells[static_cast<size_t>(cell)].text.utf8().size()),
           at == row.row ? "second" : "first"});
    }
  }
  for (const RowSegment& segment : row.segments) {
    for (const auto& [column, id] : segment.figures) {
      observation.facts.push_back(id);
    }
  }
  const std::string label(row.Label());
  observation.confidence = 0.85;
  observation.stated = label;
  observation.expression = label + " = " + label;
  observation.message = {"“" + table.title + "”中“" + row.code + label + "”一行重复出现",
                         "the row “" + row.code + label + "” stands twice in the table"};
  sink.Observe(std::move(observation));
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const FigureTable& table : context.tables()) {
    if (table.sure) {
      CheckTable(context, table, sink);
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2024年度部门整体支出绩效自评报告\n"
     "部门整体支出情况表\n单位：万元\n"
     "项目\t年初预算数\t全年执行数\n"
     "年度资金总额\t1230.45\t1176.80\n"
     "其中：基本支出\t830.45\t800.80\n"
     "项目支出\t400.00\t376.00\n"
     "项目支出\t400.00\t376.00\n",
     true, "project expenditure stands twice"},
    {"青石县林业局2024年度部门整体支出绩效自评报告\n"
     "政府采购明细表\n单位：万元\n"
     "采购内容\t数量\t金额\n"
     "便携式计算机\t5\t4.5000\n"
     "便携式计算机\t5\t4.5000\n"
     "打印机\t2\t0.6000\n",
     false, "two purchases may be alike"},
};

}  // namespace

const Rule row_stands_twice = {
    .id = "STR122",
    .name = "row-stands-twice",
    .severity = Severity::kWarning,
    .summary_zh = "表中同一行重复出现。",
    .summary_en = "One row of a table stands twice.",
    .advice_zh = "请核对是否重复录入。",
    .advice_en = "Check whether the row was entered twice.",
    .documentation = R"(## What it checks
Two rows of a table, one right under the other, alike in every cell, of a kind that a table has one row of: an account, a total or subtotal, 基本支出, 项目支出, an item of 三公经费.
## Why it matters
A row pasted twice is counted twice by whoever adds the table.
## When it stays silent
Rows of lists, where two purchases may be alike; tables with several such rows (read twice); tables read without confidence.
## Source
Observed in published reports.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
