// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command line as data: which command, with which options. (CLI11 behind it; the one place that
// includes it.) Help text is written here once and docs/cli.md is made from it.
//
// Tested by tests/cli/cli_test.py, on the program itself.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/exit_status.h"
#include "model/finding.h"

namespace crossfoot {

enum class Language { kChinese, kEnglish };

struct CheckOptions {
  enum class Format { kText, kJson, kSarif };
  std::vector<std::string> paths;
  Format format = Format::kText;
  Language language = Language::kEnglish;
  std::optional<Severity> fail_on = Severity::kError;  // nullopt: never
  bool relations = false;
  std::string baseline;  // a file of `check --format json` output; empty: none
  bool quiet = false;    // status lines only
  bool verbose = false;  // notes, infos and what was not checked, too
};

struct RecordOptions {
  std::vector<std::string> paths;
};

struct ExtractCommandOptions {
  enum class Format { kJson, kMarkdown, kText, kCsv };
  std::string path;
  Format format = Format::kJson;
};

struct RulesOptions {
  std::string id;  // or name; empty: the list
  Language language = Language::kEnglish;
};

using Command = std::variant<CheckOptions, RecordOptions, ExtractCommandOptions, RulesOptions>;

// The command, or what to end with: help and version were printed (kClean), or usage was wrong
// (kUsage, the reason is on standard error).
std::variant<Command, ExitStatus> ParseCommandLine(int argc, char** argv);

// zh when LC_ALL, LC_MESSAGES or LANG (the first that is set) begins with "zh", else en.
Language LanguageOfEnvironment();

}  // namespace crossfoot
