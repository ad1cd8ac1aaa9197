// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/across/figures.h"

#include <algorithm>

namespace crossfoot {
namespace {

// So many figures must agree for each one that does not, before a difference is one of its own.
constexpr size_t kAgreeingForEachDifference = 4;

std::string DifferenceOf(const ToldFigure& here, const StoredFact& there, std::string* unit) {
  const Decimal apart = here.value - there.base;
  // 10^4 for 万元: exact, so the quotient is.
  static const std::vector<std::pair<std::string, int>> kPowers = {
      {"元", 0}, {"千元", 3}, {"万元", 4}, {"百万元", 6}, {"亿元", 8}};
  for (const auto& [name, power] : kPowers) {
    if (here.fact->unit == name && there.unit == name) {
      *unit = name;
      return (apart * Decimal::PowerOfTen(-power)).ToShortString();
    }
  }
  *unit = "元";
  return apart.ToShortString();
}

}  // namespace

ToldFigure ToldAs(const StoredFact& fact) {
  return {&fact, fact.base, fact.low, fact.high, fact.shown};
}

Comparison Compared(const ToldFigure& here, const StoredFact& there) {
  Comparison out;
  const bool meet = here.low <= there.high && there.low <= here.high;
  out.status = here.value == there.base ? "held" : meet ? "rounding" : "violated";
  out.metric = here.fact->metric.empty() ? there.metric : here.fact->metric;
  out.here = {here.fact->id, here.shown, here.fact->subject, here.fact->place};
  out.disputed = here.fact->disputed || there.disputed;
  out.there = {there.id, there.shown, there.subject, there.place};
  out.difference = DifferenceOf(here, there, &out.unit);
  return out;
}

void WeighAndPut(std::vector<Comparison> found, const BilingualText& many, CrossSink& sink) {
  const auto violated = static_cast<size_t>(std::count_if(
      found.begin(), found.end(), [](const Comparison& c) { return c.status == "violated"; }));
  const size_t agree = found.size() - violated;
  const bool each = agree >= violated * kAgreeingForEachDifference;
  bool noted = false;
  for (Comparison& comparison : found) {
    if (comparison.status == "violated" && each) {
      comparison.severity = Severity::kWarning;
      comparison.confidence = agree >= 2 * kAgreeingForEachDifference ? 0.8 : 0.7;
    } else if (comparison.status == "violated" && violated == 1) {
      comparison.severity = Severity::kInfo;
      comparison.confidence = 0.5;
    } else if (comparison.status == "violated" && !noted) {
      noted = true;
      comparison.severity = Severity::kInfo;
      comparison.confidence = 0.5;
      const std::string counts = std::to_string(violated) + "/" + std::to_string(found.size());
      comparison.message = {many.zh + "（" + counts + "），例如：" + comparison.message.zh,
                            many.en + " (" + counts + "), such as: " + comparison.message.en};
    }
    sink.Put(std::move(comparison));
  }
}

}  // namespace crossfoot
