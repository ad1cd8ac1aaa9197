// SPDX-License-Identifier: GPL-3.0-or-later
//
// STR102: XX局, ××万元, 增加（减少）: words of the template that should have been filled in or
// chosen.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/pattern.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule template_left_in;

namespace {

// More than this and the file is the template itself, which nobody filled in yet.
constexpr size_t kTemplateItself = 25;
constexpr size_t kMostTold = 8;

void Check(const CheckContext& context, ClaimSink& sink) {
  static const Pattern kLeft(
      "((?:XX+|xx+|××+|ＸＸ+|\\*\\*\\*+|○○+)\\s*(?:万元|元|年|月|日|%|个|人|局|部门|单位|委|办|"
      "中心|项目|县|区|市|街道|镇))|"
      "((?:增加|增长|上升)[（(](?:减少|下降|降低)[)）]|(?:减少|下降)[（(](?:增加|增长|上升)[)）])|"
      "(如持平作持平表述|请在此处填写|（此处填写[^）]{0,20}）)");
  static const Pattern kFigure("^(?:了|额|率|为|约|XX|[^\\d，,。；;（(]{0,6})\\s*(?:\\d|XX|××|X+)");
  std::vector<Mark> marks;
  for (const TextAddress& address : context.document().AllTexts()) {
    const std::string_view text = context.TextOf(address);
    Pattern::Match match;
    for (size_t at = 0; kLeft.Find(text, at, &match); at = match.end) {
      // A digit before XX hides part of a number on purpose (13XX号).
      const bool masked =
          match.begin > 0 && text[match.begin - 1] >= '0' && text[match.begin - 1] <= '9';
      // 增加（减少） is the head of a column, or a way to speak of both, unless a figure follows.
      const bool chosen =
          match.group[2].data() != nullptr &&
          (address.part != TextAddress::Part::kBlock || !kFigure.Contains(text.substr(match.end)));
      if (!masked && !chosen) {
        marks.push_back({address, static_cast<uint32_t>(match.begin),
                         static_cast<uint32_t>(match.end), "leftover"});
      }
    }
  }
  if (marks.size() > kTemplateItself) {
    sink.CannotTest({"整份文件似为未填写的模板", "the file seems to be an empty template"});
    return;
  }
  std::map<std::string, bool> told;
  for (const Mark& mark : marks) {
    const std::string words(context.TextOf(mark.address).substr(mark.begin, mark.end - mark.begin));
    if (told.size() >= kMostTold || !told.emplace(words, true).second) {
      continue;
    }
    Observation observation;
    observation.marks = {mark};
    for (const Mark& other : marks) {
      const std::string_view there =
          context.TextOf(other.address).substr(other.begin, other.end - other.begin);
      if (there == words && !(other.address == mark.address && other.begin == mark.begin)) {
        observation.marks.push_back(other);
      }
    }
    observation.confidence = 0.9;
    observation.stated = words;
    observation.message = {"模板用语“" + words + "”未替换或未作选择",
                           "“" + words + "” of the template was not filled in or not chosen"};
    sink.Observe(std::move(observation));
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2024年度部门决算\n第二部分 青石县XX局2024年度部门决算表\n", true,
     "XX局 was not filled in"},
    {"青石县林业局2024年度部门决算\n第二部分 青石县林业局2024年度部门决算表\n", false, "filled in"},
};

}  // namespace

const Rule template_left_in = {
    .id = "STR102",
    .name = "template-left-in",
    .severity = Severity::kError,
    .summary_zh = "正文残留模板占位符或未作选择的模板用语。",
    .summary_en = "A placeholder or an unchosen alternative of the template was left in.",
    .advice_zh = "请填写或删改模板用语。",
    .advice_en = "Fill it in or choose.",
    .documentation = R"(## What it checks
XX, ×× and the like before a unit, a body or a place; both alternatives of a direction (增加（减少）); filling instructions.
## Why it matters
It shows a part of the text that nobody finished.
## When it stays silent
Numbers hidden on purpose; 增加（减少） in a table or without a figure after it; files that are the empty template itself.
## Source
部门决算 and 部门预算 templates.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
