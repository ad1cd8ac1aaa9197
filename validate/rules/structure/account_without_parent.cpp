// SPDX-License-Identifier: GPL-3.0-or-later
//
// STR121: 2101101 stands in a table that has no 21011, though all its other accounts have theirs.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/account_book.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule account_without_parent;

namespace {

constexpr size_t kLeastWithParent = 4;

// The row right above `child` where the parent should stand, if its code is of the parent's level
// and has no accounts of its own: its code is the slip.
const AccountRow* RowAbove(const std::vector<const AccountRow*>& rows, const std::string& parent,
                           const AccountRow* child) {
  const auto at = std::find(rows.begin(), rows.end(), child);
  if (at == rows.begin() || (*(at - 1))->code.size() != parent.size() ||
      (*(at - 1))->code[0] != parent[0]) {
    return nullptr;
  }
  const AccountRow* above = *(at - 1);
  const bool has_own = std::any_of(rows.begin(), rows.end(), [&](const AccountRow* row) {
    return row != above && row->code.starts_with(above->code);
  });
  return has_own ? nullptr : above;
}

void CheckTable(const std::vector<const AccountRow*>& rows, ClaimSink& sink) {
  std::set<std::string> codes;
  for (const AccountRow* row : rows) {
    codes.insert(row->code);
  }
  size_t with_parent = 0;
  std::map<std::string, const AccountRow*> missing;  // the parent's code, its first child
  for (const AccountRow* row : rows) {
    if (row->code.size() > 3) {
      const std::string parent = row->code.substr(0, row->code.size() - 2);
      if (codes.contains(parent)) {
        ++with_parent;
      } else {
        missing.emplace(parent, row);
      }
    }
  }
  if (with_parent < kLeastWithParent) {
    return;
  }
  if (missing.empty()) {
    Passed passed;
    passed.expression = std::to_string(with_parent) + " / " + std::to_string(with_parent);
    passed.reason = {"每个下级科目都有上级科目", "every account has its parent"};
    passed.marks = {{rows.front()->name_cell, 0, rows.front()->name_size, "name"}};
    sink.Pass(std::move(passed));
  }
  // Several are a table that leaves a level out, or rows lost in reading.
  if (missing.size() != 1) {
    return;
  }
  const auto& [parent, child] = *missing.begin();
  const AccountRow* above = RowAbove(rows, parent, child);
  Observation observation;
  observation.marks = {{child->code_cell, 0, child->code_size, "code"},
                       {child->name_cell, 0, child->name_size, "account"}};
  observation.confidence = 0.85;
  observation.stated = child->code;
  observation.computed = parent;
  observation.expression = child->code + " ⊂ " + parent;
  observation.message = {"“" + child->table->title + "”中科目" + child->code + child->name +
                             "没有上级科目" + parent + "，其他科目均有上级科目",
                         "in the table, account " + child->code + " has no parent " + parent +
                             ", though every other account has its own"};
  if (above != nullptr) {
    observation.marks.insert(observation.marks.begin(),
                             {above->code_cell, 0, above->code_size, "code above"});
    observation.edits = {AccountEdit("code", above->code, parent)};
  }
  sink.Observe(std::move(observation));
}

void Check(const CheckContext& context, ClaimSink& sink) {
  std::map<int, std::vector<const AccountRow*>> tables;  // by block
  const std::vector<AccountRow> accounts = ReadAccounts(context.document(), context.tables());
  for (const AccountRow& row : accounts) {
    tables[row.name_cell.block].push_back(&row);
  }
  for (const auto& [block, rows] : tables) {
    CheckTable(rows, sink);
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2026年部门预算\n"
     "支出预算表\n单位：万元\n"
     "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
     "208\t社会保障和就业支出\t5.00\t5.00\t0.00\n"
     "20805\t行政事业单位养老支出\t5.00\t5.00\t0.00\n"
     "2080505\t机关事业单位基本养老保险缴费支出\t5.00\t5.00\t0.00\n"
     "213\t农林水支出\t9.00\t0.00\t9.00\n"
     "21302\t林业和草原\t9.00\t0.00\t9.00\n"
     "2130207\t森林资源管理\t9.00\t0.00\t9.00\n"
     "221\t住房保障支出\t3.00\t3.00\t0.00\n"
     "2210201\t住房公积金\t3.00\t3.00\t0.00\n",
     true, "22102 is not there"},
    {"青石县林业局2026年部门预算\n"
     "支出预算表\n单位：万元\n"
     "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
     "208\t社会保障和就业支出\t5.00\t5.00\t0.00\n"
     "2080505\t机关事业单位基本养老保险缴费支出\t5.00\t5.00\t0.00\n"
     "213\t农林水支出\t9.00\t0.00\t9.00\n"
     "2130207\t森林资源管理\t9.00\t0.00\t9.00\n"
     "221\t住房保障支出\t3.00\t3.00\t0.00\n"
     "2210201\t住房公积金\t3.00\t3.00\t0.00\n",
     false, "the table leaves the level of 款 out"},
};

}  // namespace

const Rule account_without_parent = {
    .id = "STR121",
    .name = "account-without-parent",
    .severity = Severity::kWarning,
    .summary_zh = "科目表中某一科目缺少上级科目行，或其编码有误。",
    .summary_en = "One account of a table has no parent row, or its code is wrong.",
    .advice_zh = "请核对是否漏行或编码有误。",
    .advice_en = "Check whether a row was lost or a code mistyped.",
    .documentation = R"(## What it checks
Tables of accounts: every 款 and 项 stands under its 类 and 款. One parent that is not there, where at least four other accounts have theirs, is told.
## Why it matters
A lost row leaves its children without a sum to belong to; a mistyped code puts them under nothing.
## When it stays silent
When several parents are not there: the table leaves a level out, or was not read whole.
## Source
政府收支分类科目: codes of three, five and seven digits.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
