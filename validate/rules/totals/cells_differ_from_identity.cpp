// SPDX-License-Identifier: GPL-3.0-or-later
//
// SUM121: cells of one or several tables that a rule pack relates: 收入支出决算总表 本年支出合计 =
// 支出决算表 合计.
#include <algorithm>
#include <string>
#include <vector>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule cells_differ_from_identity;

namespace {

// The label without its number, and without the head 类款项 that stands beside the total of a table
// by account: 一、本年收入 and 1.本年收入 are 本年收入.
std::string_view BareLabel(std::string_view label) {
  static const Pattern kNumber(
      "^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\\d]+[）)]|\\d+[、.．]|"
      "类款项)");
  Pattern::Match match;
  return kNumber.Find(label, 0, &match) ? label.substr(match.end) : label;
}

bool IsOneOf(std::string_view text, std::string_view alternatives) {
  while (!alternatives.empty()) {
    const size_t bar = alternatives.find('|');
    if (text == FoldLabel(alternatives.substr(0, bar))) {
      return true;
    }
    alternatives = bar == std::string_view::npos ? "" : alternatives.substr(bar + 1);
  }
  return false;
}

// The title is that name, perhaps behind a number or the entity's name:
// 一般公共预算财政拨款支出决算表 is not 支出决算表.
bool IsTitled(std::string_view title, std::string_view names) {
  while (!names.empty()) {
    const size_t bar = names.find('|');
    const std::string name = FoldLabel(names.substr(0, bar));
    if (title.ends_with(name) &&
        !ContainsAny(title.substr(0, title.size() - name.size()),
                     "财政|拨款|预算|决算|基金|资本|收入|支出|经费|基本|项目|总表")) {
      return true;
    }
    names = bar == std::string_view::npos ? "" : names.substr(bar + 1);
  }
  return false;
}

struct Sought {
  FactId fact = -1;
  const FigureTable* table = nullptr;
  bool several = false;  // the words fit several cells
};

void LookInRow(const FigureTable& table, const RowSegment& segment,
               const RulePack::CellWords& words, Sought* out) {
  for (const auto& [column, fact] : segment.figures) {
    const bool fits =
        words.column.empty()
            ? segment.figures.size() == 1
            : column < static_cast<int>(table.headers.size()) &&
                  ContainsAny(table.headers[static_cast<size_t>(column)], words.column);
    if (fits) {
      out->several = out->several || out->fact >= 0;
      out->fact = fact;
    }
  }
}

Sought Find(const CheckContext& context, const RulePack::CellWords& words) {
  Sought out;
  for (const FigureTable& table : context.tables()) {
    if (!IsTitled(table.title, words.table)) {
      continue;
    }
    out.table = &table;
    for (const FigureRow& row : table.rows) {
      for (const RowSegment& segment : row.segments) {
        if (IsOneOf(BareLabel(segment.label), words.row)) {
          LookInRow(table, segment, words, &out);
        }
      }
    }
    return out;  // the first table of that title
  }
  return out;
}

std::string First(const std::string& words) { return words.substr(0, words.find('|')); }

void CheckIdentity(const CheckContext& context, const RulePack::CellIdentity& identity,
                   ClaimSink& sink) {
  Claim claim;
  const RulePack::CellWords* missing = nullptr;
  bool any_table = false;
  bool no_table = false;
  bool several = false;
  bool sure = true;
  const auto seek = [&](const RulePack::CellWords& words) {
    const Sought sought = Find(context, words);
    any_table = any_table || sought.table != nullptr;
    if (sought.fact < 0 || sought.several) {
      missing = missing == nullptr ? &words : missing;
      no_table = no_table || sought.table == nullptr;
      several = several || sought.several;
    } else {
      sure = sure && sought.table->sure;
    }
    return sought.fact;
  };
  claim.stated = Term::Of(seek(identity.result), "result");
  for (const auto& [words, sign] : identity.terms) {
    claim.operands.push_back(Term::Of(seek(words), "term", sign));
  }
  if (missing != nullptr) {
    if (any_table) {
      const std::string cell = First(missing->table) + "/" + First(missing->row);
      sink.CannotTest(no_table ? BilingualText{"未找到表：" + First(missing->table),
                                               "table not found: " + First(missing->table)}
                      : several ? BilingualText{"多处符合：" + cell, "several cells fit: " + cell}
                                : BilingualText{"未找到数值：" + cell, "cell not found: " + cell});
    }
    return;
  }
  const auto id = [](const Term& term) { return term.fact; };
  const bool repeated =
      std::any_of(claim.operands.begin(), claim.operands.end(), [&](const Term& t) {
        return id(t) == claim.stated.fact ||
               !Comparable(context.At(id(t)), context.At(claim.stated.fact));
      });
  if (repeated) {
    sink.CannotTest({"各处单位不可比，或为同一单元格", "the cells are one, or cannot be compared"});
    return;
  }
  const bool one = claim.operands.size() == 1 && claim.operands[0].coefficient == Decimal(1);
  claim.kind = one ? RelationKind::kEquality : RelationKind::kSum;
  if (one) {
    const auto cell = [&](const RulePack::CellWords& words, FactId fact) {
      return "“" + First(words.table) + "/" + First(words.row) + "”" + context.Printed(fact) +
             context.At(fact).quantity.unit.symbol;
    };
    const std::string here = cell(identity.result, claim.stated.fact);
    const std::string there = cell(identity.terms[0].first, claim.operands[0].fact);
    claim.message = {here + "与" + there + "应相等而不相等", here + " should be " + there};
  }
  const std::string written = identity.zh.empty() ? First(identity.result.row) : identity.zh;
  claim.reason = {written, identity.en.empty() ? written : identity.en};
  claim.only_if_held = !identity.demanded || !sure;
  claim.confidence = 0.9;
  claim.idle = context.At(claim.stated.fact).quantity.value.IsZero() &&
               std::all_of(claim.operands.begin(), claim.operands.end(), [&](const Term& term) {
                 return context.At(term.fact).quantity.value.IsZero();
               });
  sink.Propose(std::move(claim));
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const RulePack::CellIdentity& identity : context.pack().cells()) {
    CheckIdentity(context, identity, sink);
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2024年度部门决算\n\n"
     "收入支出决算总表\n单位：万元\n\n"
     "收入\t决算数\t支出\t决算数\n"
     "一、一般公共预算财政拨款收入\t50.00\t一、农林水支出\t48.00\n"
     "二、其他收入\t2.00\t二、住房保障支出\t4.00\n"
     "本年收入合计\t52.00\t本年支出合计\t52.00\n\n"
     "支出决算表\n单位：万元\n\n"
     "科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\n"
     "213\t农林水支出\t48.00\t40.00\t8.00\n"
     "221\t住房保障支出\t14.00\t14.00\t0.00\n"
     "\t合计\t62.00\t54.00\t8.00\n",
     true, "the total of the spending table is not that of the first table"},
    {"青石县林业局2024年度部门决算\n\n"
     "收入支出决算总表\n单位：万元\n\n"
     "收入\t决算数\t支出\t决算数\n"
     "一、一般公共预算财政拨款收入\t50.00\t一、农林水支出\t48.00\n"
     "二、其他收入\t2.00\t二、住房保障支出\t4.00\n"
     "本年收入合计\t52.00\t本年支出合计\t52.00\n\n"
     "支出决算表\n单位：元\n\n"
     "科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\n"
     "213\t农林水支出\t480000.00\t400000.00\t80000.00\n"
     "221\t住房保障支出\t40000.00\t40000.00\t0.00\n"
     "\t合计\t520000.00\t440000.00\t80000.00\n",
     false, "the same total in another unit"},
};

}  // namespace

const Rule cells_differ_from_identity = {
    .id = "SUM121",
    .name = "cells-differ-from-identity",
    .severity = Severity::kError,
    .summary_zh = "表内、表间数字不满足规定的勾稽关系。",
    .summary_en = "Cells of tables do not satisfy an identity of the rule pack.",
    .advice_zh = "请核对两表相应单元格。",
    .advice_en = "Check the cells of both tables.",
    .documentation = R"(## What it checks
Identities among cells of one or several tables, written as data in a rule pack (`[[cells]]`): each cell by words of its table's title, its row and its column. What ships are the identities among the standard tables of final accounts and budgets; users add theirs.
## Why it matters
The tables are one set of books seen from several sides; where two sides differ one table was not brought up to date.
## When it stays silent
A table, row or column that is not found, or fits several cells (it says which); tables that could not be read with confidence; identities that are not demanded are only ever confirmed.
## Source
The source named beside each identity in the pack.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
