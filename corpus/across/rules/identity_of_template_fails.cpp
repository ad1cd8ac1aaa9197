// SPDX-License-Identifier: GPL-3.0-or-later
//
// COR110: two figures that are equal in nearly all reports of a kind, and differ in this one.
#include <set>
#include <string>

#include "corpus/across/cross_rule.h"
#include "corpus/across/figures.h"
#include "corpus/across/identities.h"

namespace crossfoot::cross_rules {

extern const CrossRule identity_of_template_fails;

namespace {

// So many reports must keep an identity before breaking it is more than a note.
constexpr int64_t kSureSupport = 30;

void Compare(const ReportPair& pair, CrossSink& sink) {
  const FiguresByWords figures = UniqueFigures(pair.report.facts, pair.report.who.year);
  std::set<std::string> reported;
  size_t held = 0;
  for (const StoredIdentity& identity : pair.identities) {
    const auto left = figures.find(identity.left);
    const auto right = figures.find(identity.right);
    if (left == figures.end() || right == figures.end()) {
      continue;
    }
    Comparison comparison = Compared(ToldAs(*left->second), *right->second);
    if (comparison.status != "violated") {
      ++held;
      continue;
    }
    // One figure that is wrong breaks all identities it takes part in: one finding is enough. What
    // the report itself disputes is told there.
    const bool told = reported.count(identity.left) != 0 || reported.count(identity.right) != 0 ||
                      left->second->disputed || right->second->disputed;
    reported.insert(identity.left);
    reported.insert(identity.right);
    if (told) {
      continue;
    }
    const std::string support =
        std::to_string(identity.held) + "/" + std::to_string(identity.sample);
    const bool sure = identity.held >= kSureSupport;
    comparison.severity = sure ? Severity::kWarning : Severity::kInfo;
    comparison.confidence = sure ? 0.7 : 0.5;
    comparison.message = {"“" + left->second->subject + "”（" + left->second->shown + "）与“" +
                              right->second->subject + "”（" + right->second->shown +
                              "）在同类报告中" + support + "份相等，本报告不等",
                          "“" + left->second->subject + "” (" + left->second->shown + ") and “" +
                              right->second->subject + "” (" + right->second->shown +
                              ") are equal in " + support +
                              " reports of this kind, and differ here"};
    sink.Put(std::move(comparison));
  }
  if (held > 0) {
    Comparison comparison;
    comparison.status = "held";
    comparison.message = {
        "同类报告普遍成立的相等关系，本报告有" + std::to_string(held) + "项成立",
        std::to_string(held) + " equalities that reports of this kind keep are kept here"};
    sink.Put(std::move(comparison));
  }
}

#define CROSSFOOT_ONE(n, a, b)                                                             \
  "=== " n ".txt\n青石县第" n "小学2023年度单位决算\n一、收支情况\n2023年年末结转和结余" a \
  "万元。\n二、结转情况\n2023年结转下年使用资金" b "万元。\n"

constexpr CrossExample kExamples[] = {
    {CROSSFOOT_ONE("11", "1.10", "1.10") CROSSFOOT_ONE("12", "1.20", "1.20")
         CROSSFOOT_ONE("13", "1.30", "1.30") CROSSFOOT_ONE("14", "1.40", "1.40")
             CROSSFOOT_ONE("15", "1.50", "1.50") CROSSFOOT_ONE("16", "1.60", "1.60")
                 CROSSFOOT_ONE("17", "1.70", "1.70") CROSSFOOT_ONE("18", "1.80", "1.80")
                     CROSSFOOT_ONE("19", "1.90", "9.10"),
     true, "eight reports print one amount under both words, the ninth does not"},
    {CROSSFOOT_ONE("11", "1.10", "1.10") CROSSFOOT_ONE("12", "1.20", "1.20")
         CROSSFOOT_ONE("13", "1.30", "3.10"),
     false, "two reports make no custom"},
};

#undef CROSSFOOT_ONE

}  // namespace

const CrossRule identity_of_template_fails = {
    .id = "COR110",
    .name = "identity-of-the-template-fails",
    .severity = Severity::kWarning,
    .summary_zh = "同类报告中普遍相等的两个数字，在本报告中不等。",
    .summary_en =
        "Two figures that are equal in nearly all reports of this kind differ in this one.",
    .advice_zh = "请核对这两个数字；同类报告的通行关系在此不成立，应有原因。",
    .advice_en = "Check both figures: what reports of this kind keep does not hold here.",
    .documentation = R"(## What it checks
In a sample of at most two hundred reports of a kind, pairs of words (a table's caption, row and column, or a sentence's subject) that carry the same amount in at least eight reports, in all but one in twenty (or all but one) of those that print both, with amounts that change from report to report. A report in which such a pair differs is shown, with the support.
## Why it matters
Templates have identities that no instruction writes down. What two hundred reports keep and one breaks is worth a look.
## When it stays silent
Kinds with fewer than eight such reports, zeros, words that stand for several amounts, figures that the report's own checks dispute already. With fewer than thirty reports in support it is a note.
## Source
DESIGN: an identity that holds in nearly all reports of a template and fails in this one. The identities found stand in the store's table `identities`.)",
    .examples = kExamples,
    .pairing = Pairing::kTemplate,
    .compare = Compare,
};

}  // namespace crossfoot::cross_rules
