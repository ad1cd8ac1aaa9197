// SPDX-License-Identifier: GPL-3.0-or-later
//
// COR109: two editions of one report: which figures changed, which findings are gone, which are
// still there, and whether anything says that there was a correction.
#include <set>
#include <string>

#include "corpus/across/cross_rule.h"
#include "corpus/across/figures.h"

namespace crossfoot::cross_rules {

extern const CrossRule editions_differ;

namespace {

// Beyond this many the two are not editions that a person would read side by side.
constexpr size_t kMostChanges = 500;

bool SaysItIsACorrection(const ReportContents& report) {
  for (const std::string_view word : {"更正", "修订", "勘误"}) {
    if (report.who.path.find(word) != std::string::npos) {
      return true;
    }
    for (const StoredParagraph& paragraph : report.paragraphs) {
      if (paragraph.text.find(word) != std::string::npos) {
        return true;
      }
    }
  }
  return false;
}

Comparison About(const StoredFinding& finding, bool gone) {
  Comparison out;
  out.there = {"", "", finding.quote, finding.place};
  out.message = {(gone ? "另一版本的问题在此版本已不见：" : "另一版本的问题在此版本仍在：") +
                     finding.rule + " " + finding.message_zh,
                 (gone ? "found in the other edition and no longer in this one: "
                       : "found in the other edition and still in this one: ") +
                     finding.rule + " " + finding.message_en};
  return out;
}

void Compare(const ReportPair& pair, CrossSink& sink) {
  const FiguresByWords ours = UniqueFigures(pair.report.facts, pair.report.who.year);
  const FiguresByWords theirs = UniqueFigures(pair.other.facts, pair.other.who.year);
  std::vector<Comparison> changes;
  for (const auto& [words, fact] : ours) {
    const auto found = theirs.find(words);
    if (found == theirs.end() || fact->base == found->second->base ||
        changes.size() >= kMostChanges) {
      continue;
    }
    Comparison change = Compared(ToldAs(*fact), *found->second);
    change.status = "noted";
    change.message = {
        "“" + fact->subject + "”在两个版本中分别为" + fact->shown + "和" + found->second->shown,
        "“" + fact->subject + "” is " + fact->shown + " here and " + found->second->shown +
            " in the other edition"};
    changes.push_back(std::move(change));
  }
  std::set<std::string> here;
  for (const StoredFinding& finding : pair.report.findings) {
    here.insert(finding.id);
  }
  size_t gone = 0;
  std::vector<Comparison> findings;
  for (const StoredFinding& finding : pair.other.findings) {
    const bool is_gone = here.count(finding.id) == 0;
    gone += is_gone ? 1 : 0;
    findings.push_back(About(finding, is_gone));
  }
  const size_t still = pair.other.findings.size() - gone;
  const size_t fresh = pair.report.findings.size() - still;
  if (changes.empty() && gone == 0 && fresh == 0) {
    return;
  }
  const bool silent = !SaysItIsACorrection(pair.report) && !SaysItIsACorrection(pair.other);
  Comparison whole;
  if (!changes.empty()) {
    whole = changes.front();
  }
  whole.severity = Severity::kInfo;
  whole.confidence = 0.8;
  whole.message = {
      "同一报告的两个版本有" + std::to_string(changes.size()) + "处数字不同；另一版本的" +
          std::to_string(pair.other.findings.size()) + "项问题中，" + std::to_string(gone) +
          "项已不见，" + std::to_string(still) + "项仍在，新出现" + std::to_string(fresh) + "项" +
          (silent ? "；两个版本均未说明作过更正" : ""),
      "two editions of one report differ in " + std::to_string(changes.size()) +
          " figures; of the other edition's " + std::to_string(pair.other.findings.size()) +
          " findings " + std::to_string(gone) + " are gone and " + std::to_string(still) +
          " still there, " + std::to_string(fresh) + " are new" +
          (silent ? "; neither says that it was corrected" : "")};
  sink.Put(std::move(whole));
  for (auto* list : {&changes, &findings}) {
    for (Comparison& comparison : *list) {
      sink.Put(std::move(comparison));
    }
  }
}

constexpr CrossExample kExamples[] = {
    {"=== a.txt\n"
     "青石县林业局2023年度部门决算\n一、收支情况\n"
     "2023年会议费决算数为8.00万元。\n2023年培训费决算数为6.00万元。\n"
     "2023年公务接待费决算数为5.00万元。\n2023年差旅费决算数为3.00万元。\n"
     "=== b.txt\n"
     "青石县林业局2023年度部门决算\n一、收支情况\n"
     "2023年会议费决算数为8.00万元。\n2023年培训费决算数为6.00万元。\n"
     "2023年公务接待费决算数为5.00万元。\n2023年差旅费决算数为4.00万元。\n",
     true, "one figure was changed and nothing says so"},
    {"=== a.txt\n"
     "青石县林业局2023年度部门决算\n一、收支情况\n2023年会议费决算数为8.00万元。\n"
     "=== b.txt\n"
     "青石县林业局2023年度部门预算\n一、收支情况\n2023年会议费预算数为9.00万元。\n",
     false, "a budget is no edition of the final accounts"},
};

}  // namespace

const CrossRule editions_differ = {
    .id = "COR109",
    .name = "editions-of-a-report-differ",
    .severity = Severity::kInfo,
    .summary_zh = "同一报告的两个版本数字或问题不同。",
    .summary_en = "Two editions of one report differ in figures or findings.",
    .advice_zh = "请核对哪一版本有效，更正处是否已说明。",
    .advice_en = "Check which edition is valid, and whether the correction was told.",
    .documentation = R"(## What it checks
Two reports of one office, kind, year and title whose words and figures are mostly the same: which figures changed, which findings of the one are gone in the other, which are still there, and whether either says that there was a correction (更正, 修订, 勘误). The comparisons hold each change; the finding stands for all.
## Why it matters
What was corrected, what was not, and what changed silently is what a second edition must be read for.
## When it stays silent
The same bytes; reports with fewer than three figures under common words, or with other figures for most of them: those are two reports. Which edition is the later one is not known: the one whose path comes first is the other edition.
## Source
DESIGN: two versions of one report.)",
    .examples = kExamples,
    .pairing = Pairing::kVersions,
    .compare = Compare,
};

}  // namespace crossfoot::cross_rules
