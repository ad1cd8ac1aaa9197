// SPDX-License-Identifier: GPL-3.0-or-later
//
// EQU105: 医疗卫生与计划生育支出（210类） in the text, 卫生健康支出 for 210 in the tables.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/account_book.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule account_name_differs;

namespace {

// 政府收支分类科目: 类 of the functional and of the economic classification, under the names of the
// years since 2014.
struct Account {
  const char* code;
  const char* names;
};

constexpr Account kAccounts[] = {
    {"201", "一般公共服务支出|一般公共服务"},
    {"202", "外交支出|外交"},
    {"203", "国防支出|国防"},
    {"204", "公共安全支出|公共安全"},
    {"205", "教育支出|教育"},
    {"206", "科学技术支出|科学技术"},
    {"207", "文化旅游体育与传媒支出|文化体育与传媒支出"},
    {"208", "社会保障和就业支出|社会保障和就业"},
    {"210", "卫生健康支出|医疗卫生与计划生育支出|医疗卫生支出"},
    {"211", "节能环保支出|节能环保"},
    {"212", "城乡社区支出|城乡社区事务"},
    {"213", "农林水支出|农林水事务"},
    {"214", "交通运输支出|交通运输"},
    {"215", "资源勘探工业信息等支出|资源勘探信息等支出"},
    {"216", "商业服务业等支出"},
    {"217", "金融支出"},
    {"220", "自然资源海洋气象等支出|国土海洋气象等支出"},
    {"221", "住房保障支出|住房保障"},
    {"222", "粮油物资储备支出"},
    {"224", "灾害防治及应急管理支出"},
    {"301", "工资福利支出"},
    {"302", "商品和服务支出"},
    {"303", "对个人和家庭的补助|对个人和家庭的补助支出"},
    {"310", "资本性支出"},
};

bool IsOneOf(std::string_view text, std::string_view alternatives) {
  while (!alternatives.empty()) {
    const size_t bar = alternatives.find('|');
    if (text == alternatives.substr(0, bar)) {
      return true;
    }
    alternatives = bar == std::string_view::npos ? "" : alternatives.substr(bar + 1);
  }
  return false;
}

// The code whose official name `name` is, or "".
std::string_view CodeOf(std::string_view name) {
  for (const Account& account : kAccounts) {
    if (IsOneOf(name, account.names)) {
      return account.code;
    }
  }
  return "";
}

std::string_view OfficialName(std::string_view code) {
  for (const Account& account : kAccounts) {
    const std::string_view names = account.names;
    if (account.code == code) {
      return names.substr(0, names.find('|'));
    }
  }
  return "";
}

// A row whose code is one account and whose name is the official name of another.
void CheckOfficial(const std::vector<AccountRow>& accounts, ClaimSink& sink) {
  for (const AccountRow& row : accounts) {
    const std::string code(CodeOf(row.name));
    const std::string own(OfficialName(row.code));
    if (row.code.size() != 3 || own.empty() || code.empty() || code == row.code) {
      continue;
    }
    Observation observation;
    observation.marks = {{row.name_cell, 0, row.name_size, "name"}};
    observation.confidence = 0.85;
    observation.stated = row.code + " " + row.name;
    observation.computed = code;
    observation.expression = row.code + " = " + code;
    observation.message = {
        "科目编码" + row.code + "与名称“" + row.name + "”不符，该名称的编码是" + code,
        "account " + row.code + " is called “" + row.name + "”, which is the name of " + code};
    const AccountSlip slip = SlipOf(accounts, row, code);
    if (slip == AccountSlip::kCode) {
      observation.marks.insert(observation.marks.begin(),
                               {row.code_cell, 0, row.code_size, "code"});
      observation.edits = {AccountEdit("code", row.code, code)};
    } else if (slip == AccountSlip::kName) {
      const std::string elsewhere = NameMeant(accounts, row);
      observation.edits = {AccountEdit("name", row.name, elsewhere.empty() ? own : elsewhere)};
    }
    sink.Observe(std::move(observation));
  }
}

// One code with a name of its own in one table and another name in two or more others.
void CheckBetweenTables(const CheckContext& context, ClaimSink& sink) {
  struct Seen {
    const FigureTable* table;
    const FigureRow* row;
  };
  std::map<std::string, std::vector<Seen>> by_code;
  for (const FigureTable& table : context.tables()) {
    for (const FigureRow& row : table.rows) {
      if (table.sure && row.code.size() == 3 && !row.segments.empty() && !row.Label().empty()) {
        by_code[row.code].push_back({&table, &row});
      }
    }
  }
  for (const auto& [code, seen] : by_code) {
    std::map<std::string_view, int> count;
    for (const Seen& one : seen) {
      ++count[one.row->Label()];
    }
    if (count.size() != 2) {
      continue;
    }
    const bool first_is_odd = count.begin()->second < count.rbegin()->second;
    const auto& odd = first_is_odd ? *count.begin() : *count.rbegin();
    const auto& usual = first_is_odd ? *count.rbegin() : *count.begin();
    // A name cut short by its cell is the same name.
    if (odd.second != 1 || usual.second < 2 ||
        usual.first.find(odd.first) != std::string_view::npos ||
        odd.first.find(usual.first) != std::string_view::npos) {
      continue;
    }
    const auto at = std::find_if(seen.begin(), seen.end(),
                                 [&](const Seen& one) { return one.row->Label() == odd.first; });
    const Table& source = context.document().tables[static_cast<size_t>(at->table->table)];
    const int cell = source.CellAt(at->row->row, at->row->segments.front().label_column);
    Observation observation;
    if (cell >= 0) {
      observation.marks = {
          {{TextAddress::Part::kCell, at->table->block, cell},
           0,
           static_cast<uint32_t>(source.cells[static_cast<size_t>(cell)].text.utf8().size()),
           "name"}};
    }
    observation.confidence = 0.8;
    observation.stated = std::string(odd.first);
    observation.computed = std::string(usual.first);
    observation.expression = code + " " + std::string(odd.first) + " = " + std::string(usual.first);
    observation.message = {
        "科目" + code + "在“" + at->table->title + "”中名为“" + std::string(odd.first) +
            "”，其他各表为“" + std::string(usual.first) + "”",
        "account " + code + " is “" + std::string(odd.first) + "” in “" + at->table->title +
            "” and “" + std::string(usual.first) + "” in the other tables"};
    observation.edits = {AccountEdit("name", std::string(odd.first), std::string(usual.first))};
    sink.Observe(std::move(observation));
  }
}

void CheckText(const CheckContext& context, ClaimSink& sink) {
  static const Pattern kNamed("([^，,。、；;“”\"（）()\\d\\s.．]{2,30})[（(](\\d{3})类?[)）]");
  std::map<std::string, std::set<std::string>> names;
  for (const FigureTable& table : context.tables()) {
    for (const FigureRow& row : table.rows) {
      if (row.code.size() == 3 && table.sure && !row.Label().empty()) {
        names[row.code].insert(std::string(row.Label()));
      }
    }
  }
  std::set<std::string> told;
  for (const Passage& passage : context.prose()) {
    Pattern::Match match;
    for (size_t at = 0; kNamed.Find(passage.text, at, &match); at = match.end) {
      const std::string code(match.group[2]);
      const std::string name = FoldLabel(match.group[1]);
      const auto it = names.find(code);
      if (it == names.end() || it->second.size() != 1 || it->second.contains(name) ||
          !name.ends_with("支出") || !it->second.begin()->ends_with("支出") ||
          !told.insert(code + name).second) {
        continue;
      }
      const auto begin = static_cast<uint32_t>(match.group[1].data() - passage.text.data());
      Observation observation;
      observation.marks = {
          {passage.address, begin, static_cast<uint32_t>(begin + match.group[1].size()), "name"}};
      observation.confidence = 0.85;
      observation.stated = name;
      observation.computed = *it->second.begin();
      observation.expression = code + " " + name + " = " + *it->second.begin();
      observation.message = {
          "科目" + code + "在表中名为“" + *it->second.begin() + "”，文字写作“" + name + "”",
          "account " + code + " is “" + *it->second.begin() + "” in the tables and “" + name +
              "” in the text"};
      sink.Observe(std::move(observation));
    }
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  CheckText(context, sink);
  CheckOfficial(ReadAccounts(context.document(), context.tables()), sink);
  CheckBetweenTables(context, sink);
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2026年部门预算\n"
     "1、医疗卫生与计划生育支出（210类）行政事业单位医疗（11款）行政单位医疗（01项）5.00万元。\n"
     "支出预算表\n单位：万元\n"
     "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
     "210\t卫生健康支出\t5.00\t5.00\t0.00\n"
     "21011\t行政事业单位医疗\t5.00\t5.00\t0.00\n"
     "2101101\t行政单位医疗\t5.00\t5.00\t0.00\n",
     true, "an old name of 210"},
    {"青石县林业局2026年部门预算\n"
     "1、卫生健康支出（210类）行政事业单位医疗（11款）行政单位医疗（01项）5.00万元。\n"
     "支出预算表\n单位：万元\n"
     "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
     "210\t卫生健康支出\t5.00\t5.00\t0.00\n"
     "21011\t行政事业单位医疗\t5.00\t5.00\t0.00\n"
     "2101101\t行政单位医疗\t5.00\t5.00\t0.00\n",
     false, "one name"},
    {"青石县林业局2026年部门预算\n"
     "支出预算表\n单位：万元\n"
     "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
     "213\t卫生健康支出\t5.00\t5.00\t0.00\n"
     "21302\t林业和草原\t5.00\t5.00\t0.00\n"
     "2130201\t行政运行\t5.00\t5.00\t0.00\n",
     true, "213 is 农林水支出"},
};

}  // namespace

const Rule account_name_differs = {
    .id = "EQU105",
    .name = "account-name-differs",
    .severity = Severity::kWarning,
    .summary_zh = "同一科目编码，文字与表中的名称不同。",
    .summary_en = "One account code has different names in text and tables.",
    .advice_zh = "请按当年《政府收支分类科目》统一科目名称。",
    .advice_en = "Use the name of this year's classification.",
    .documentation = R"(## What it checks
Names with their three-digit code in the text against the row of that code in the tables; a code that one table names otherwise than the others do; a row whose name is the official name of another code.
## Why it matters
An old name shows text carried over from a year with another classification.
## When it stays silent
When the tables themselves give the code several names, or do not hold it.
## Source
政府收支分类科目 of the year.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
