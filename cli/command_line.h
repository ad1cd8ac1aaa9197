// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command line as data: which command, with which options. (CLI11 behind it; the one place that
// includes it.) Help text is written here once and docs/cli.md is made from it.
//
// Tested by tests/cli/cli_test.py, on the program itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/command_docs.h"
#include "cli/exit_status.h"
#include "model/finding.h"
#include "review/site.h"

namespace crossfoot {

enum class Language { kChinese, kEnglish };

// How pictures of pages are read; the same for every command that reads reports.
struct ReadingOptions {
  bool ocr = true;
  std::string languages;  // empty: the default
  std::string models;     // a folder; empty: where the system keeps them
  int threads = 0;        // 0: as many as cores
};

// What a user brings of a field's knowledge.
struct KnowledgeOptions {
  std::vector<std::string> packs;  // rule packs, laid one over the other over the built-in ones
  std::string lexicon;             // laid over the built-in one; empty: none
};

struct CheckOptions {
  enum class Format { kText, kJson, kSarif, kHtml };
  std::vector<std::string> paths;
  Format format = Format::kText;
  Language language = Language::kEnglish;
  std::optional<Severity> fail_on = Severity::kError;  // nullopt: never
  bool relations = false;
  KnowledgeOptions knowledge;
  std::string suppressions;  // a file of findings not to be told, with reasons; empty: none
  std::string mark;          // where the PDF goes with its findings marked; empty: nowhere
  std::string baseline;      // a file of `check --format json` output; empty: none
  bool quiet = false;        // status lines only
  bool verbose = false;      // notes, infos and what was not checked, too
  ReadingOptions reading;
};

struct RecordOptions {
  std::vector<std::string> paths;
  bool numerals = false;  // instead of the record, every numeral and what it was taken for
  ReadingOptions reading;
  KnowledgeOptions knowledge;
};

struct ExtractCommandOptions {
  enum class Format { kJson, kMarkdown, kText, kCsv };
  std::string path;
  Format format = Format::kJson;
  int draw = 0;  // a page of a PDF to print as SVG with all that was seen on it; 0: none
  ReadingOptions reading;
};

struct RulesOptions {
  std::string id;  // or name; empty: the list
  Language language = Language::kEnglish;
};

struct RunCommandOptions {
  std::string store;
  KnowledgeOptions knowledge;
  ReadingOptions reading;
  std::vector<std::string> paths;
  int workers = 0;  // 0: as many as cores
  int shard = 1;    // of `shards`
  int shards = 1;
  int timeout_seconds = 120;
  int memory_mib = 2048;
  bool retry_failed = false;
  bool again = false;
  bool events = false;
  bool quiet = false;
  Language language = Language::kEnglish;
};

struct MergeOptions {
  std::string store;
  std::vector<std::string> others;
};

struct ExportOptions {
  enum class Format { kJsonl, kCsv, kXlsx, kDataPackage };
  std::string store;
  Format format = Format::kJsonl;
  std::string table;  // of a csv; empty: facts
  std::string out;    // file, or folder for a data package; empty: standard output
  bool only_confirmed = false;
  bool bom = false;
  Language language = Language::kEnglish;
};

struct ReportOptions {
  std::string store;
  std::string out;
  SiteOptions::Pictures pictures = SiteOptions::Pictures::kFindings;
  bool marked = true;
  bool green = false;
  Language language = Language::kEnglish;
};

struct ReviewCommandOptions {
  std::string store;
  int port = 0;     // 0: any free one
  std::string who;  // whose decisions they are; empty: the user's name
  Language language = Language::kEnglish;
};

struct DecisionsOptions {
  std::string store;
  std::vector<std::string> merge;  // other decisions.db files, or stores that have one
  bool json = false;
  Language language = Language::kEnglish;
};

struct CompletionOptions {
  enum class Form { kBash, kZsh, kFish, kMan };
  Form form = Form::kBash;
};

// A worker process of `run`; not for people.
struct WorkerCommandOptions {
  int64_t memory_bytes = 0;
  int cpu_seconds = 0;
  KnowledgeOptions knowledge;
  ReadingOptions reading;
};

using Command =
    std::variant<CheckOptions, RecordOptions, ExtractCommandOptions, RunCommandOptions,
                 MergeOptions, ExportOptions, ReportOptions, ReviewCommandOptions, DecisionsOptions,
                 CompletionOptions, RulesOptions, WorkerCommandOptions>;

// The command, or what to end with: help and version were printed (kClean), or usage was wrong
// (kUsage, the reason is on standard error).
std::variant<Command, ExitStatus> ParseCommandLine(int argc, char** argv);

// The same as data, for what is made from it.
ProgramDescription DescribeCommandLine();

// zh when LC_ALL, LC_MESSAGES or LANG (the first that is set) begins with "zh", else en.
Language LanguageOfEnvironment();

}  // namespace crossfoot
