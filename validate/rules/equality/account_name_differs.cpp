// SPDX-License-Identifier: GPL-3.0-or-later
//
// EQU105: 医疗卫生与计划生育支出（210类） in the text, 卫生健康支出 for 210 in the tables.
#include <map>
#include <set>
#include <string>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule account_name_differs;

namespace {

void Check(const CheckContext& context, ClaimSink& sink) {
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
Names with their three-digit code in the text against the row of that code in the tables.
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
