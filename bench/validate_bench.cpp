// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long it takes to relate, evaluate and diagnose the facts of a report: processor time, by
// size.
//
//   validate_bench [--rounds N] FILE...     each report as it is
//   validate_bench [--rounds N] --worst     invented shapes of growing size: time against size
//   validate_bench [--rounds N] --rules FILE...   each rule's finder alone, the costliest first;
//                                           "first" is the first round, which compiles patterns
//
// A stage that is linear shows the same microseconds a fact in every line of one shape.

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bench/measured_reports.h"
#include "bench/stage_timer.h"
#include "normalize/normalize.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/rule.h"
#include "validate/validate.h"

namespace {

void Measure(const std::string& name, const crossfoot::Document& document, int rounds) {
  const crossfoot::FactSet facts = crossfoot::Normalize(document, crossfoot::Lexicon::BuiltIn());
  const auto& pack = crossfoot::RulePack::BuiltIn();
  std::optional<crossfoot::Record> record;
  crossfoot::Document given;
  crossfoot::FactSet given_facts;
  const auto time = crossfoot::bench::TimeStage(
      rounds,
      [&] {
        record.reset();
        given = document;
        given_facts = facts;
      },
      [&] {
        record = crossfoot::Validate(std::move(given), std::move(given_facts), pack,
                                     crossfoot::NoFactSource());
      });
  std::printf("%-44s %5d %7zu %9zu %8zu %9.2f %9.2f %8.2f\n", name.c_str(), document.source.pages,
              facts.facts.size(), record->relations.size(), record->findings.size(), time.median_ms,
              time.least_ms,
              time.least_ms * 1e3 / std::max<double>(1, static_cast<double>(facts.facts.size())));
  std::fflush(stdout);
}

// Hears what rules propose and does nothing with it.
class Nobody final : public crossfoot::ClaimSink {
 public:
  void Propose(std::vector<crossfoot::Claim> readings) override { claims += readings.size(); }
  using ClaimSink::Propose;
  void Observe(crossfoot::Observation /*observation*/) override {}
  void Pass(crossfoot::Passed /*passed*/) override {}
  void CannotTest(crossfoot::BilingualText /*reason*/) override {}
  size_t claims = 0;
};

void MeasureRules(const std::string& name, const crossfoot::Document& document, int rounds) {
  const crossfoot::FactSet facts = crossfoot::Normalize(document, crossfoot::Lexicon::BuiltIn());
  const crossfoot::CheckContext context(document, facts, crossfoot::RulePack::BuiltIn(),
                                        crossfoot::NoFactSource());
  struct Line {
    const crossfoot::Rule* rule;
    double first;
    double least;
    size_t claims;
  };
  std::vector<Line> lines;
  for (const crossfoot::Rule* rule : crossfoot::AllRules()) {
    Nobody sink;
    const auto check = [&] { rule->check(context, sink); };
    const auto first = crossfoot::bench::TimeStage(
        1, [] {}, check);
    const size_t claims = sink.claims;
    const auto time = crossfoot::bench::TimeStage(
        rounds, [] {}, check);
    lines.push_back({rule, first.least_ms, time.least_ms, claims});
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return a.least > b.least; });
  std::printf("%s\n", name.c_str());
  for (const Line& line : lines) {
    std::printf("  %-8s %-44s %7zu claims %8.3f ms first %8.3f ms least\n",
                std::string(line.rule->id).c_str(), std::string(line.rule->name).c_str(),
                line.claims, line.first, line.least);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const crossfoot::bench::Arguments arguments = crossfoot::bench::ReadArguments(
      argc, argv, "validate_bench [--rounds N] [--worst] [--rules] FILE...",
      {"--worst", "--rules"});
  if (!arguments.ok) {
    return 2;
  }
  std::printf("%-44s %5s %7s %9s %8s %9s %9s %8s\n", "report", "pages", "facts", "relations",
              "findings", "median ms", "least ms", "us/fact");
  crossfoot::bench::ForEachDocument(
      arguments, [&](const std::string& name, const crossfoot::Document& document) {
        (arguments.Has("--rules") ? MeasureRules : Measure)(name, document, arguments.rounds);
      });
  return 0;
}
