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
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

#include "bench/stage_timer.h"
#include "bench/worst_reports.h"
#include "extract/extract.h"
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
  int rounds = 9;
  bool worst = false;
  std::vector<std::string> files;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--rounds") == 0 && i + 1 < argc) {
      rounds = std::max(1, std::atoi(argv[++i]));
    } else if (std::strcmp(argv[i], "--worst") == 0) {
      worst = true;
    } else {
      files.emplace_back(argv[i]);
    }
  }
  if (files.empty() && !worst) {
    std::fprintf(stderr, "usage: normalize_bench [--rounds N] [--worst] FILE...\n");
    return 2;
  }
  std::printf("%-44s %8s %7s %9s %9s %9s\n", "report", "KB text", "facts", "median ms", "least ms",
              "us/KB");
  for (const std::string& file : files) {
    const auto source = crossfoot::ReadSource(file);
    const crossfoot::Result<crossfoot::Document> document =
        source ? crossfoot::Extract(*source) : source.error();
    if (document) {
      Measure(file.substr(file.find_last_of('/') + 1), *document, rounds);
    } else {
      std::printf("%-44s %s\n", file.c_str(), document.error().ToString().c_str());
    }
  }
  if (worst) {
    for (const auto& report : crossfoot::bench::WorstReports()) {
      const auto document = crossfoot::Extract({report.name + ".txt", report.text});
      if (document) {
        Measure(report.name, *document, rounds);
      }
    }
  }
  return 0;
}
