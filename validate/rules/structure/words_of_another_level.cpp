// SPDX-License-Identifier: GPL-3.0-or-later
//
// STR105: 是市级预算主管部门及所属预算单位…, in the definitions of a district's budget.
#include <string>
#include <vector>

#include "base/pattern.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule words_of_another_level;

namespace {

// The level the report is of, as its title, its name or its first lines say it: 区级部门预算.
std::string LevelOf(const CheckContext& context) {
  static const Pattern kOwn("\\d{4}年(?:度)?(区级|县级|市级|省级|镇级)(?:部门|单位)(?:预算|决算)");
  constexpr size_t kFirstTexts = 12;
  size_t looked = 0;
  for (const TextAddress& address : context.document().AllTexts()) {
    Pattern::Match match;
    if (kOwn.Find(context.TextOf(address), 0, &match)) {
      return std::string(match.group[1]);
    }
    if (++looked == kFirstTexts) {
      break;
    }
  }
  for (const Text& text : context.document().furniture) {
    Pattern::Match match;
    if (kOwn.Find(text.utf8(), 0, &match)) {
      return std::string(match.group[1]);
    }
  }
  static const Pattern kBody(
      "(?:市[^市区县]{1,6}|^[^市]{2,6})(区|县)[^区县]{2,}(?:局|委|委员会|办|办公室|院|会|部|中心|"
      "府|厅)$");
  Pattern::Match match;
  if (kBody.Find(context.facts().identity.entity, 0, &match)) {
    return std::string(match.group[1]) + "级";
  }
  return "";
}

void Check(const CheckContext& context, ClaimSink& sink) {
  const std::string level = LevelOf(context);
  if (level != "区级" && level != "县级") {
    return;
  }
  // Only the definitions of the body's own money: 市级财政资金 may well reach a district.
  static const Pattern kOther(
      "(市级|省级)(?:预算主管部门及(?:其)?所属预算单位|预算部门及(?:其)?所属预算单位|"
      "财政有经费领拨关系)");
  std::vector<Mark> marks;
  std::string words;
  for (const Passage& passage : context.prose()) {
    Pattern::Match match;
    for (size_t at = 0; kOther.Find(passage.text, at, &match); at = match.end) {
      const auto begin = static_cast<uint32_t>(match.group[1].data() - passage.text.data());
      marks.push_back(
          {passage.address, begin, static_cast<uint32_t>(begin + match.group[1].size()), "level"});
      words = std::string(match.group[1]);
    }
  }
  if (marks.empty()) {
    return;
  }
  Observation observation;
  observation.marks = std::move(marks);
  observation.confidence = 0.8;
  observation.severity = Severity::kWarning;
  observation.stated = words;
  observation.computed = level;
  observation.expression = words + " = " + level;
  observation.message = {"本报告是" + level + "部门的，说明文字却写“" + words + "”，似沿用上级模板",
                         "the report is of the level " + level + ", its definitions speak of " +
                             words + ": the template of another level"};
  sink.Observe(std::move(observation));
}

constexpr RuleExample kExamples[] = {
    {"青石市白杨区2024年区级部门预算\n"
     "名词解释\n"
     "（一）基本支出预算：是市级预算主管部门及所属预算单位为保障机构正常运转而编制的支出计划。\n",
     true, "a district's report defines its money as the city's"},
    {"青石市白杨区2024年区级部门预算\n"
     "名词解释\n"
     "（一）基本支出预算：是区级预算主管部门及所属预算单位为保障机构正常运转而编制的支出计划。\n"
     "2024年市级财政资金安排200万元，用于老旧小区改造。\n",
     false, "the city's money may reach the district"},
};

}  // namespace

const Rule words_of_another_level = {
    .id = "STR105",
    .name = "words-of-another-level",
    .severity = Severity::kWarning,
    .summary_zh = "说明文字沿用了上级（市级、省级）模板用语。",
    .summary_en = "Definitions speak of another level of government than the report's own.",
    .advice_zh = "请改为本级用语。",
    .advice_en = "Put the report's own level.",
    .documentation = R"(## What it checks
Definitions of a body's own money (市级预算主管部门及所属预算单位, 与市级财政有经费领拨关系) in the report of a 区 or 县.
## Why it matters
It shows that the text is another level's and was not read.
## When it stays silent
When the report's own level is not told; other mentions of 市级 or 省级 (funds, projects, awards).
## Source
部门预算公开文本: 名词解释.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
