// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/report_year.h"

#include <algorithm>
#include <map>

#include "normalize/period.h"

namespace crossfoot::normalize {
namespace {

// Inside 《…》: a year of somebody else's document.
bool IsCited(const Characters& text, size_t i) {
  constexpr size_t kLongestTitle = 60;
  for (size_t back = 0; back < kLongestTitle && back < i; ++back) {
    const char32_t code = text[i - back - 1];
    if (code == U'》' || code == U'。') {
      return false;
    }
    if (code == U'《') {
      return true;
    }
  }
  return false;
}

struct Votes {
  std::map<int, int> of;
  int total = 0;

  void Count(int year, int weight) {
    of[year] += weight;
    total += weight;
  }
  // The year with most votes, the later of equals; 0 if there are none.
  [[nodiscard]] int Winner() const {
    int year = 0;
    int most = 0;
    for (const auto& [candidate, votes] : of) {
      if (votes >= most) {
        year = candidate;
        most = votes;
      }
    }
    return year;
  }
};

void CountYears(const ScannedText& text, Votes* votes) {
  for (const Reading& reading : text.readings) {
    if (reading.is_quantity || reading.year == 0 ||
        PeriodOfMention(text.characters, reading).kind == Period::Kind::kUnknown ||
        IsCited(text.characters, reading.begin)) {
      continue;
    }
    const size_t after = text.characters.SkipBlanks(reading.end);
    const size_t before = text.characters.SkipBlanksBack(reading.begin);
    const bool strong = text.characters.Match(after, U"度") ||
                        text.characters.MatchBefore(before, U"截至") ||
                        text.characters.MatchBefore(before, U"截止到");
    votes->Count(reading.year, strong ? 2 : 1);
  }
}

}  // namespace

ReportYear FindReportYear(const Document& document, const std::vector<ScannedText>& texts,
                          int title) {
  if (title >= 0) {
    for (const Reading& reading : texts.at(static_cast<size_t>(title)).readings) {
      if (!reading.is_quantity && reading.year != 0) {
        return {reading.year, "title"};
      }
    }
  }
  Votes headings;
  Votes all;
  for (const ScannedText& text : texts) {
    CountYears(text, &all);
    if (text.address.part == TextAddress::Part::kBlock &&
        document.blocks.at(static_cast<size_t>(text.address.block)).kind == BlockKind::kHeading) {
      CountYears(text, &headings);
    }
  }
  if (const int year = headings.Winner(); year != 0 && headings.of.size() == 1) {
    return {year, "headings"};
  }
  const int year = all.Winner();
  if (year == 0) {
    return {};
  }
  return {year, "majority of " + std::to_string(all.of.at(year)) + " of " +
                    std::to_string(all.total) + " mentions"};
}

}  // namespace crossfoot::normalize
