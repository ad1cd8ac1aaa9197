// SPDX-License-Identifier: GPL-3.0-or-later
//
// STR102: XX局, ××万元, 增加（减少）: words of the template that should have been filled in or
// chosen.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/pattern.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/change_direction.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule template_left_in;

namespace {

// More than this and the file is the template itself, which nobody filled in yet.
constexpr size_t kTemplateItself = 25;
constexpr size_t kMostTold = 8;

// 增加（减少）270.4万元，增长18.3%: what the figures, or else the word of the other figure of the
// change, tell of the way it went.
void ProposeChoice(const CheckContext& context, const Mark& mark, const std::string& words,
                   Observation* observation) {
  const DirectionWord second = LastDirectionWord(words);
  const DirectionWord first = LastDirectionWord(std::string_view(words).substr(0, second.begin));
  if (first.way * second.way >= 0) {
    return;
  }
  for (const Passage& passage : context.prose()) {
    if (!(passage.address == mark.address)) {
      continue;
    }
    const auto said = std::find_if(passage.figures.begin(), passage.figures.end(),
                                   [&](const Said& one) { return one.begin >= mark.end; });
    if (said == passage.figures.end()) {
      return;
    }
    const auto i = static_cast<size_t>(said - passage.figures.begin());
    const auto is = [&](size_t at, bool rate) {
      return at < passage.figures.size() && passage.figures[at].sentence == said->sentence &&
             (context.At(passage.figures[at].fact).quantity.unit.dimension == Dimension::kRatio) ==
                 rate;
    };
    const bool at_rate = is(i, true);
    const size_t amount = at_rate ? i - 1 : i;
    const size_t rate = at_rate ? i : i + 1;
    if ((at_rate && i == 0) || !is(amount, false)) {
      return;
    }
    int way =
        WayOfChange(context, passage, amount, is(rate, true) ? std::optional(rate) : std::nullopt);
    const size_t other = at_rate ? amount : rate;
    if (way == 0 && is(other, !at_rate) && IsChange(context.At(passage.figures[other].fact))) {
      way = LastDirectionWord(passage.figures[other].label).way;
    }
    if (way != 0) {
      const DirectionWord& right = first.way == way ? first : second;
      Edit edit;
      edit.edit = words + " → " + words.substr(right.begin, right.end - right.begin);
      edit.kind = "template";
      edit.mends = 1;
      edit.only_one = true;
      edit.text = {"按所列数字应选“" + words.substr(right.begin, right.end - right.begin) + "”",
                   std::string("by the figures it is a ") + (way > 0 ? "rise" : "fall")};
      observation->edits = {std::move(edit)};
    }
    return;
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  static const Pattern kLeft(
      "((?:XX+|xx+|××+|ＸＸ+|\\*\\*\\*+|○○+)\\s*(?:万元|元|年|月|日|%|个|人|局|部门|单位|委|办|"
      "中心|项目|县|区|市|街道|镇))|"
      "((?:增加|增长|上升|提高|增幅)(?:[（(](?:减少|下降|降低|降幅)[)）]|/(?:减少|下降|降低|降幅))|"
      "(?:减少|下降|降低|降幅)(?:[（(](?:增加|增长|上升|提高|增幅)[)）]|/"
      "(?:增加|增长|上升|提高|增幅)))|"
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
    ProposeChoice(context, mark, words, &observation);
    observation.message = {"模板用语“" + words + "”未替换或未作选择",
                           "“" + words + "” of the template was not filled in or not chosen"};
    sink.Observe(std::move(observation));
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2024年度部门决算\n第二部分 青石县XX局2024年度部门决算表\n", true,
     "XX局 was not filled in"},
    {"青石县林业局2024年度部门决算\n第二部分 青石县林业局2024年度部门决算表\n", false, "filled in"},
    {"青石县林业局2024年度部门决算\n"
     "全年支出118.30万元，比上年增加（减少）18.30万元，增长18.30%。\n",
     true, "both directions stand before the figure"},
    {"青石县林业局2024年度部门决算\n"
     "表内增加（减少）以正负数填列，全年支出118.30万元。\n",
     false, "a way to speak of both"},
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
