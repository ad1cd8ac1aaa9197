// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long it takes to turn a Document into facts: processor time a report, by size.
//
//   normalize_bench [--rounds N] FILE...     each report as it is
//   normalize_bench [--rounds N] --worst     invented shapes of growing size: time against size
//
// A stage that is linear shows the same microseconds a kilobyte in every line of one shape.

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>

#include "bench/measured_reports.h"
#include "bench/stage_timer.h"
#include "normalize/normalize.h"

namespace {

void Measure(const std::string& name, const crossfoot::Document& document, int rounds) {
  size_t bytes = 0;
  for (const crossfoot::TextAddress& address : document.AllTexts()) {
    bytes += document.TextAt(address).utf8().size();
  }
  std::optional<crossfoot::FactSet> facts;
  const auto& lexicon = crossfoot::Lexicon::BuiltIn();
  const auto time = crossfoot::bench::TimeStage(
      rounds, [&] { facts.reset(); }, [&] { facts = crossfoot::Normalize(document, lexicon); });
  std::printf("%-44s %8.1f %7zu %9.2f %9.2f %9.2f\n", name.c_str(),
              static_cast<double>(bytes) / 1024, facts ? facts->facts.size() : 0, time.median_ms,
              time.least_ms,
              time.least_ms * 1e3 * 1024 / std::max(1.0, static_cast<double>(bytes)));
}

}  // namespace

int main(int argc, char** argv) {
  const crossfoot::bench::Arguments arguments = crossfoot::bench::ReadArguments(
      argc, argv, "normalize_bench [--rounds N] [--worst] FILE...", {"--worst"});
  if (!arguments.ok) {
    return 2;
  }
  std::printf("%-44s %8s %7s %9s %9s %9s\n", "report", "KB text", "facts", "median ms", "least ms",
              "us/KB");
  crossfoot::bench::ForEachDocument(
      arguments, [&](const std::string& name, const crossfoot::Document& document) {
        Measure(name, document, arguments.rounds);
      });
  return 0;
}
