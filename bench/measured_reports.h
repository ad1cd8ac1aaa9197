// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which reports a benchmark measures: what its command line names, and on `--worst` the invented
// shapes of worst_reports.h. Every benchmark of a stage shares this; it adds only its own lines.
#pragma once

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bench/worst_reports.h"
#include "extract/extract.h"

namespace crossfoot::bench {

struct Arguments {
  int rounds = 9;
  std::set<std::string_view> flags;  // those given: "--worst", and a benchmark's own
  std::vector<std::string> files;
  bool ok = false;

  [[nodiscard]] bool Has(std::string_view flag) const { return flags.contains(flag); }
};

// `known` are the flags that take no value. Prints `usage` where nothing is left to measure.
inline Arguments ReadArguments(int argc, char** argv, const char* usage,
                               const std::set<std::string_view>& known = {}) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word(argv[i]);
    if (word == "--rounds" && i + 1 < argc) {
      arguments.rounds = std::max(1, std::atoi(argv[++i]));
    } else if (known.contains(word)) {
      arguments.flags.insert(word);
    } else {
      arguments.files.emplace_back(word);
    }
  }
  arguments.ok = !arguments.files.empty() || arguments.Has("--worst");
  if (!arguments.ok) {
    std::fprintf(stderr, "usage: %s\n", usage);
  }
  return arguments;
}

inline std::string NameOf(const std::string& path) {
  return path.substr(path.find_last_of('/') + 1);
}

// Every source named, and with `--worst` every invented one. What cannot be read is said.
inline void ForEachSource(const Arguments& arguments,
                          const std::function<void(const std::string&, const Source&)>& measure) {
  for (const std::string& file : arguments.files) {
    const Result<Source> source = ReadSource(file);
    if (source) {
      measure(NameOf(file), *source);
    } else {
      std::printf("%-44s %s\n", file.c_str(), source.error().ToString().c_str());
    }
  }
  if (arguments.Has("--worst")) {
    for (const WorstReport& report : WorstReports()) {
      measure(report.name, {report.name + ".txt", report.text});
    }
  }
}

// The same, as Documents.
inline void ForEachDocument(
    const Arguments& arguments,
    const std::function<void(const std::string&, const Document&)>& measure) {
  ForEachSource(arguments, [&](const std::string& name, const Source& source) {
    const Result<Document> document = Extract(source);
    if (document) {
      measure(name, *document);
    } else {
      std::printf("%-44s %s\n", name.c_str(), document.error().ToString().c_str());
    }
  });
}

}  // namespace crossfoot::bench
