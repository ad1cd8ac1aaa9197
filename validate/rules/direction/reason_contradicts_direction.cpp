// SPDX-License-Identifier: GPL-3.0-or-later
//
// DIR102: 减少2.98%。主要原因是：…经费增加; 持平。主要原因：…减少支付.
#include <algorithm>
#include <cstdlib>
#include <string>

#include "base/pattern.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule reason_contradicts_direction;

namespace {

constexpr size_t kTellingReason = 36;  // bytes of a reason that is not the same by chance
constexpr std::string_view kUp = "增加|增长|上升|增多|提高|新增|扩大";
constexpr std::string_view kDown = "减少|下降|降低|压缩|节约|压减|调减|缩减";

// The same reason word for word under a change of an amount elsewhere: where it was copied from.
const Said* ChangeWithReason(const CheckContext& context, const Passage& here,
                             std::string_view reason) {
  if (reason.size() < kTellingReason) {
    return nullptr;
  }
  const auto here_at = &here - context.prose().data();
  const Said* nearest = nullptr;
  std::ptrdiff_t least = 0;
  for (const Passage& passage : context.prose()) {
    const size_t at = passage.text.find(reason);
    const std::ptrdiff_t distance = std::abs(&passage - context.prose().data() - here_at);
    if (distance == 0 || at == std::string_view::npos ||
        (nearest != nullptr && distance >= least)) {
      continue;
    }
    for (const Said& said : passage.figures) {
      if (said.end <= at && IsChange(context.At(said.fact)) &&
          context.At(said.fact).quantity.unit.dimension == Dimension::kMoney) {
        nearest = &said;
        least = distance;
        break;
      }
    }
  }
  return nearest;
}

void Check(const CheckContext& context, ClaimSink& sink) {
  static const Pattern kReason(
      "(增加|增长|上升|减少|下降|降低|持平)(?:了)?[^。，,；;增减升降]{0,16}[。，,；;]\\s*(?:其)?(?:"
      "主要)?原因(?:是|为)?[：:]?([^。]{2,200})。?");
  // 主要原因： at a paragraph's end: the next one tells it.
  static const Pattern kOpen(
      "(增加|增长|上升|减少|下降|降低|持平)(?:了)?[^。，,；;增减升降]{0,16}[。，,；;]\\s*(?:其)?(?:"
      "主要)?原因(?:是|为)?[：:]\\s*$");
  for (size_t p = 0; p < context.prose().size(); ++p) {
    const Passage& passage = context.prose()[p];
    if (passage.text.find("原因") == std::string_view::npos) {
      continue;
    }
    Pattern::Match match;
    for (size_t at = 0;; at = match.end) {
      const bool whole = kReason.Find(passage.text, at, &match);
      const bool open =
          !whole && p + 1 < context.prose().size() && kOpen.Find(passage.text, at, &match);
      if (!whole && !open) {
        break;
      }
      const Passage& told = open ? context.prose()[p + 1] : passage;
      const std::string_view change = match.group[1];
      const std::string_view reason =
          open ? told.text.substr(0, std::min(told.text.find("。"), told.text.size()))
               : match.group[2];
      const bool up = ContainsAny(reason, kUp);
      const bool down = ContainsAny(reason, kDown);
      if (up == down) {
        continue;  // no direction, or both
      }
      const bool level = change == "持平";
      const bool rises = ContainsAny(change, kUp);
      if (!level && rises == up) {
        continue;
      }
      // Only a reason that is itself the opposite change of the same money, told in its last words.
      static const Pattern kSame(
          "(?:经费|支出|预算|费用|资金|金额)[^，,；;。]{0,4}(?:增加|增长|减少|下降|降低|压减)"
          "\\s*$|减少支付|增加支付");
      if (!kSame.Contains(reason)) {
        continue;
      }
      const auto begin = static_cast<uint32_t>(change.data() - passage.text.data());
      const auto reason_at = static_cast<uint32_t>(reason.data() - told.text.data());
      Observation observation;
      observation.marks = {
          {passage.address, begin, static_cast<uint32_t>(begin + change.size()), "direction"},
          {told.address, reason_at, static_cast<uint32_t>(reason_at + reason.size()), "reason"}};
      for (const Said& said : passage.figures) {
        if (said.begin >= begin && (open || said.end <= reason_at)) {
          observation.facts.push_back(said.fact);
        }
      }
      if (const Said* copied = level ? ChangeWithReason(context, told, reason) : nullptr) {
        observation.facts.push_back(copied->fact);
      }
      observation.confidence = level ? 0.7 : 0.75;
      observation.severity = Severity::kWarning;
      observation.stated = std::string(change);
      observation.expression = std::string(change) + " / " + (up ? "增加" : "减少");
      observation.message = {"变动写为“" + std::string(change) + "”，所述原因却是" +
                                 (up ? "增加" : "减少") + "：" + std::string(reason),
                             "the change is told as " + std::string(change) +
                                 ", but the reason tells of " +
                                 (up ? "an increase" : "a decrease")};
      sink.Observe(std::move(observation));
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2024年部门预算\n"
     "2024年预算安排110.60万元，比2023年预算执行数减少2.98%。主要原因是：宣传事务经费增加。\n",
     true, "a fall explained by a rise"},
    {"青石县林业局2024年部门预算\n"
     "2024年预算安排110.60万元，比2023年预算执行数减少2.98%。主要原因是：新增任务减少。\n",
     false, "both words: nothing is sure"},
    {"青石县林业局2024年度部门决算\n"
     "与2023年度相比，财政拨款收入总计持平。主要原因：\n"
     "项目合同按进度付款，减少支付。\n",
     true, "level, explained by a fall; the reason stands in the next paragraph"},
    {"青石县林业局2024年度部门决算\n"
     "公务接待费与2023年度持平，主要原因是厉行节约，严格压缩接待规模。\n",
     false, "thrift keeps a figure level, too"},
};

}  // namespace

const Rule reason_contradicts_direction = {
    .id = "DIR102",
    .name = "reason-contradicts-direction",
    .severity = Severity::kWarning,
    .summary_zh = "所述原因与增减方向相反。",
    .summary_en = "The reason given explains the opposite change.",
    .advice_zh = "请核对增减方向和原因。",
    .advice_en = "Check the direction of the change and the reason.",
    .documentation = R"(## What it checks
A change (增加, 减少, 持平) followed by 主要原因: when the reason itself is the opposite change.
## Why it matters
Reasons are copied from item to item; such a pair shows that one was not read.
## When it stays silent
Reasons without a direction or with both; reasons that are not a change of money.
## Source
Observed in published texts.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
