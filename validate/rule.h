// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a rule is: one file under validate/rules/<group>/ that holds its documentation, messages,
// examples and check. The file system is the registry: CMake lists the files, sorts them and writes
// catalogue.cpp, so a rule is added by adding one file whose variable is named like the file.
//
// Ids are a group and three digits, never reused: SUM totals · RAT rates and growth · EQU one fact,
// two values · UNI units · YER years and periods · DIR direction · SCO scores, weights, grades ·
// CNT counts and lists · STR numbering, missing parts, template leftovers · COR across reports.
//
// Tested by tests/corpus/rule_examples_test.cpp, which runs every example of every rule.
#pragma once

#include <span>
#include <string_view>

#include "model/finding.h"

namespace crossfoot {

class CheckContext;
class ClaimSink;

// A few lines of report text, run through the whole program as the rule's first tests. It stands in
// crossfoot rules ID and in the docs.
struct RuleExample {
  std::string_view report;  // as a plain text report
  bool fires;               // whether the rule must report a finding on it
  std::string_view why;     // one line, English
};

struct Rule {
  std::string_view id;          // "SUM101"
  std::string_view name;        // "total-differs-from-parts": the pattern, never the remedy
  Severity severity;            // of its findings, at most
  std::string_view summary_zh;  // one sentence
  std::string_view summary_en;
  std::string_view advice_zh;  // what the author should do about it, one sentence
  std::string_view advice_en;
  // Four fixed headings: What it checks, Why it matters, When it stays silent, Source.
  std::string_view documentation;
  std::span<const RuleExample> examples;  // at least one that fires and one that stays silent
  // Proposes what should hold; the engine evaluates it. No I/O, no clock, no global state.
  void (*check)(const CheckContext& context, ClaimSink& sink);
};

// All rules, ordered by id. Made by CMake from the files.
std::span<const Rule* const> AllRules();
// The rule of that id or name, or nullptr.
const Rule* FindRule(std::string_view id_or_name);

}  // namespace crossfoot
