// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/measure_words.h"

#include "base/pattern.h"

namespace crossfoot {

bool ContainsAny(std::string_view text, std::string_view alternatives) {
  while (!alternatives.empty()) {
    const size_t bar = alternatives.find('|');
    if (text.find(alternatives.substr(0, bar)) != std::string_view::npos) {
      return true;
    }
    alternatives = bar == std::string_view::npos ? "" : alternatives.substr(bar + 1);
  }
  return false;
}

bool SpeaksOfComparison(std::string_view words) {
  return ContainsAny(words, "比上年|比去年|较上年|较去年|上年度|同比|相比|比20|较20|较年初|比年初");
}

Standing StandingOf(const CheckContext& context, const Said& said) {
  switch (context.At(said.fact).scope) {
    case Scope::kOpeningBudget:
    case Scope::kAdjustedBudget:
    case Scope::kFullYearBudget:
    case Scope::kBudget:
    case Scope::kPlan:
    case Scope::kTarget:
      return Standing::kPlanned;
    case Scope::kActual:
    case Scope::kFinalAccounts:
    case Scope::kAchieved:
      return Standing::kDone;
    default:
      break;
  }
  // The words nearest the figure decide: 预算执行数 is done, 支出预算 is planned.
  static const Pattern kWords(
      "(预算执行|预算完成|预算支出|实际|支出|执行|完成|决算|到位|合格|达标|已|许可|在职|在岗|在编)|"
      "(预算|计划|应|任务|目标|核定|编制|指标值|下达|申请|抽检|受理|共)");
  Standing last = Standing::kUnknown;
  Pattern::Match match;
  for (size_t at = 0; kWords.Find(said.label, at, &match); at = match.end) {
    last = match.group[1].data() != nullptr ? Standing::kDone : Standing::kPlanned;
  }
  return last;
}

bool IsNamedBase(const Said& said) {
  return said.after.starts_with("的") && ContainsAny(said.label, "完成|达到|为|占");
}

}  // namespace crossfoot
