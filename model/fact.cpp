// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fact.h"

#include "model/names.h"

namespace crossfoot {
namespace {

constexpr EnumName<Scope> kScopes[] = {
    {Scope::kUnknown, "unknown"},
    {Scope::kOpeningBudget, "opening_budget"},
    {Scope::kAdjustedBudget, "adjusted_budget"},
    {Scope::kFullYearBudget, "full_year_budget"},
    {Scope::kBudget, "budget"},
    {Scope::kActual, "actual"},
    {Scope::kFinalAccounts, "final_accounts"},
    {Scope::kAdjustment, "adjustment"},
    {Scope::kPlan, "plan"},
    {Scope::kTarget, "target"},
    {Scope::kMidYear, "mid_year"},
    {Scope::kAchieved, "achieved"},
    {Scope::kCompletionRate, "completion_rate"},
    {Scope::kWeight, "weight"},
    {Scope::kScore, "score"},
    {Scope::kOpeningBalance, "opening_balance"},
    {Scope::kClosingBalance, "closing_balance"},
};

constexpr EnumName<Qualifier> kQualifiers[] = {
    {Qualifier::kAbout, "about"},
    {Qualifier::kMoreThan, "more_than"},
    {Qualifier::kAtLeast, "at_least"},
    {Qualifier::kAtMost, "at_most"},
    {Qualifier::kIncrease, "increase"},
    {Qualifier::kDecrease, "decrease"},
    {Qualifier::kCumulative, "cumulative"},
    {Qualifier::kShare, "share"},
    {Qualifier::kRangeLow, "range_low"},
    {Qualifier::kRangeHigh, "range_high"},
    {Qualifier::kChineseNumeral, "chinese_numeral"},
    {Qualifier::kNegatedInWords, "negated_in_words"},
};

}  // namespace

std::string_view ScopeName(Scope scope) { return NameIn(kScopes, scope); }
std::optional<Scope> ScopeFromName(std::string_view name) { return ValueIn(kScopes, name); }

std::vector<std::string_view> QualifierNames(Qualifier set) {
  std::vector<std::string_view> names;
  for (const auto& entry : kQualifiers) {
    if (Has(set, entry.value)) {
      names.push_back(entry.name);
    }
  }
  return names;
}

std::string Period::ToString() const {
  if (year == 0) {
    return "";
  }
  std::string text = std::to_string(year);
  switch (kind) {
    case Kind::kYearStart:
      return text + "-start";
    case Kind::kYearEnd:
      return text + "-end";
    case Kind::kHalfYear:
      return text + "-half";
    case Kind::kDate:
      return text + "-part";
    case Kind::kUnknown:
    case Kind::kYear:
      break;
  }
  return text;
}

}  // namespace crossfoot
