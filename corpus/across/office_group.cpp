// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/across/office_group.h"

#include <algorithm>
#include <map>
#include <set>

namespace crossfoot {
namespace {

// Editions of one report share most of their words, and most of these carry one amount.
constexpr size_t kLeastCommonWords = 3;

struct Year {
  std::vector<ReportContents> reports;
};

// One line of reports through the years: the same kind, and where an office publishes many of a
// kind (evaluations of single projects) the same title.
bool SameSeries(const StoredReport& a, const StoredReport& b) {
  if (a.genre != b.genre || a.kind != b.kind || !MayBeOneOffice(a, b)) {
    return false;
  }
  const bool many = a.genre == ReportGenre::kOther || (a.genre == ReportGenre::kEvaluation &&
                                                       a.kind.find("整体") == std::string::npos);
  return !many || (!a.title.empty() && a.title == b.title);
}

bool AreEditions(const ReportContents& a, const ReportContents& b) {
  if (!SameSeries(a.who, b.who) || a.who.title != b.who.title) {
    return false;
  }
  const FiguresByWords ours = UniqueFigures(a.facts, a.who.year);
  const FiguresByWords theirs = UniqueFigures(b.facts, b.who.year);
  size_t common = 0;
  size_t equal = 0;
  for (const auto& [words, fact] : ours) {
    if (const auto found = theirs.find(words); found != theirs.end()) {
      ++common;
      equal += fact->base == found->second->base ? 1 : 0;
    }
  }
  return common >= kLeastCommonWords && common * 2 >= std::min(ours.size(), theirs.size()) &&
         equal * 2 >= common;
}

// The reports of a year by the line they belong to. Places above the office split it.
Result<Done> PairWithin(const Year& year, const OnPair& on_pair) {
  for (size_t i = 0; i < year.reports.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      const ReportContents& later = year.reports[i];
      const ReportContents& earlier = year.reports[j];
      if (!MayBeOneOffice(later.who, earlier.who)) {
        continue;
      }
      if (AreEditions(later, earlier)) {
        CROSSFOOT_DO(on_pair(Pairing::kVersions, later, earlier));
      } else if (later.who.genre != earlier.who.genre || later.who.kind != earlier.who.kind) {
        // The report that cites is looked at: an evaluation, then final accounts, then a budget.
        const bool in_order = later.who.genre >= earlier.who.genre;
        CROSSFOOT_DO(
            on_pair(Pairing::kSameYear, in_order ? later : earlier, in_order ? earlier : later));
      }
    }
  }
  return Done{};
}

Result<Done> PairWithYearBefore(const Year& year, const Year& before, const OnPair& on_pair) {
  for (const ReportContents& report : year.reports) {
    const ReportContents* only = nullptr;
    size_t candidates = 0;
    for (const ReportContents& other : before.reports) {
      if (SameSeries(report.who, other.who)) {
        ++candidates;
        only = &other;
      }
    }
    // Of several it cannot be told which one this year's report means.
    if (candidates == 1) {
      CROSSFOOT_DO(on_pair(Pairing::kYearBefore, report, *only));
    }
  }
  return Done{};
}

// Files that are the same are looked at once.
std::vector<StoredReport> Different(const std::vector<const StoredReport*>& reports) {
  std::vector<StoredReport> out;
  std::set<std::string> seen;
  for (const StoredReport* report : reports) {
    if (seen.insert(report->sha256).second) {
      out.push_back(*report);
    }
  }
  return out;
}

}  // namespace

bool MayBeOneOffice(const StoredReport& a, const StoredReport& b) {
  const auto ends = [](const std::string& text, const std::string& end) {
    return text.size() >= end.size() &&
           text.compare(text.size() - end.size(), end.size(), end) == 0;
  };
  return ends(a.above, b.above) || ends(b.above, a.above);
}

Result<std::vector<StoredReport>> ForEachPair(const std::vector<StoredReport>& reports,
                                              const Load& load, const OnPair& on_pair) {
  std::vector<StoredReport> too_many;
  // A name without the places above it may mean any of several offices of that name: then it is
  // none.
  std::set<std::string> above;
  for (const StoredReport& report : reports) {
    if (!report.above.empty()) {
      above.insert(report.above);
    }
  }
  std::map<int64_t, std::vector<const StoredReport*>> years;
  for (const StoredReport& report : reports) {
    if (report.year > 0 && (!report.above.empty() || above.size() < 2)) {
      years[report.year].push_back(&report);
    }
  }
  Year before;
  int64_t last = 0;
  for (const auto& [number, of_year] : years) {
    const auto next = years.find(number + 1);
    const std::vector<StoredReport> different = Different(of_year);
    Year year;
    if (different.size() > kMostReports) {
      too_many.insert(too_many.end(), different.begin(), different.end());
    } else if (different.size() > 1 || next != years.end() || last == number - 1) {
      for (const StoredReport& report : different) {
        CROSSFOOT_TRY(ReportContents contents, load(report));
        year.reports.push_back(std::move(contents));
      }
    }
    CROSSFOOT_DO(PairWithin(year, on_pair));
    if (last == number - 1) {
      CROSSFOOT_DO(PairWithYearBefore(year, before, on_pair));
    }
    before = std::move(year);
    last = number;
  }
  return too_many;
}

}  // namespace crossfoot
