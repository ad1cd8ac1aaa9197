// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include <cstdio>
#include <cstdlib>
#include <utility>

#include <CLI/CLI.hpp>

#include "base/version.h"

namespace crossfoot {
namespace {

constexpr char kAbout[] =
    "Reads published reports, checks their numbers against one another, and says which of them the "
    "report itself\n"
    "confirms, disputes or leaves untested.";

constexpr char kFooter[] =
    "First steps:\n"
    "  crossfoot check report.pdf                    what does not add up, with both places\n"
    "  crossfoot check --format json reports/ > out  the same for programs, one line an input\n"
    "  crossfoot extract --format markdown report.pdf\n"
    "  crossfoot rules SUM101                        what a rule checks, and why\n"
    "  crossfoot run --store corpus reports/         a folder of thousands, into a store\n"
    "  crossfoot export --store corpus --format xlsx -o findings.xlsx\n"
    "\n"
    "Exit status: 0 nothing at or above --fail-on, 1 something, 2 wrong usage, 3 an input could "
    "not be read,\n4 a store cannot be used or written.";

template <typename T>
using Choices = std::vector<std::pair<std::string, T>>;

// An option whose value is one of a few words, the first of which is the default.
template <typename T>
void AddChoice(CLI::App* command, const std::string& name, const Choices<T>& choices, T* value,
               const std::string& help) {
  std::vector<std::string> words;
  for (const auto& [word, ignored] : choices) {
    words.push_back(word);
  }
  command
      ->add_option_function<std::string>(
          name,
          [choices, value](const std::string& given) {
            for (const auto& [word, meant] : choices) {
              if (word == given) {
                *value = meant;
              }
            }
          },
          help)
      ->check(CLI::IsMember(words).description(""))
      ->type_name(CLI::detail::join(words, "|"));
}

const Choices<CheckOptions::Format> kCheckFormats = {{"text", CheckOptions::Format::kText},
                                                     {"json", CheckOptions::Format::kJson},
                                                     {"sarif", CheckOptions::Format::kSarif}};
const Choices<ExtractCommandOptions::Format> kExtractFormats = {
    {"json", ExtractCommandOptions::Format::kJson},
    {"markdown", ExtractCommandOptions::Format::kMarkdown},
    {"text", ExtractCommandOptions::Format::kText},
    {"csv", ExtractCommandOptions::Format::kCsv}};
const Choices<ExportOptions::Format> kExportFormats = {
    {"jsonl", ExportOptions::Format::kJsonl},
    {"csv", ExportOptions::Format::kCsv},
    {"xlsx", ExportOptions::Format::kXlsx},
    {"datapackage", ExportOptions::Format::kDataPackage}};
const Choices<std::optional<Severity>> kFailOn = {
    {"error", Severity::kError}, {"warning", Severity::kWarning}, {"never", std::nullopt}};

void AddLanguage(CLI::App* command, Language* language) {
  AddChoice(command, "--lang",
            Choices<Language>{{"zh", Language::kChinese}, {"en", Language::kEnglish}}, language,
            "Language of messages (default: from the locale)");
}

void AddKnowledge(CLI::App* command, KnowledgeOptions* knowledge) {
  command
      ->add_option("--pack", knowledge->packs,
                   "A rule pack of your own (TOML), laid over the built-in ones; may be given "
                   "again")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command
      ->add_option("--lexicon", knowledge->lexicon,
                   "Vocabulary of your own (TOML): metrics with aliases, scopes, classifiers")
      ->type_name("FILE");
}

void AddStore(CLI::App* command, std::string* store) {
  command->add_option("--store", *store, "Folder that holds the store")
      ->required()
      ->type_name("STORE");
}

void AddReading(CLI::App* command, ReadingOptions* reading) {
  command->add_flag("!--no-ocr", reading->ocr,
                    "Leave pages that are pictures unread; they are named in notes");
  command
      ->add_option("--ocr-languages", reading->languages,
                   "Models that read pictures, joined by + (default: HanS)")
      ->type_name("NAME");
  command->add_option("--ocr-models", reading->models, "Folder of these models")->type_name("DIR");
  command
      ->add_option("--ocr-threads", reading->threads,
                   "Pages read at a time (default: as many as cores)")
      ->check(CLI::Range(1, 64));
}

// "2/8" goes into the options; anything else gives the words of a usage error.
std::string ReadShard(const std::string& text, RunCommandOptions* run) {
  char end = 0;
  if (std::sscanf(text.c_str(), "%d/%d%c", &run->shard, &run->shards, &end) != 2 ||
      run->shard < 1 || run->shards < run->shard || run->shards > 1'000'000) {
    return "--shard wants i/n with 1 <= i <= n, not " + text;
  }
  return "";
}

}  // namespace

Language LanguageOfEnvironment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') {
      return std::string_view(value).substr(0, 2) == "zh" ? Language::kChinese : Language::kEnglish;
    }
  }
  return Language::kEnglish;
}

std::variant<Command, ExitStatus> ParseCommandLine(int argc, char** argv) {
  CLI::App app(kAbout, "crossfoot");
  app.footer(kFooter);
  app.set_version_flag("--version", "crossfoot " + std::string(kVersion));
  app.require_subcommand(1);
  app.set_help_all_flag("--help-all", "Help for all commands");

  CheckOptions check;
  check.language = LanguageOfEnvironment();
  CLI::App* check_command = app.add_subcommand("check", "Report what does not add up");
  check_command->add_option("PATH", check.paths, "Reports, or folders of them")->required();
  AddChoice(check_command, "--format", kCheckFormats, &check.format,
            "Form of the output (default: text)");
  AddLanguage(check_command, &check.language);
  AddChoice(check_command, "--fail-on", kFailOn, &check.fail_on,
            "Least severity that makes the exit status 1 (default: error)");
  check_command->add_flag("--relations", check.relations,
                          "With json: every relation, not only findings");
  check_command
      ->add_option("--baseline", check.baseline,
                   "Only what is new since FILE, an earlier --format json output")
      ->type_name("FILE");
  AddKnowledge(check_command, &check.knowledge);
  check_command
      ->add_option("--suppress", check.suppressions,
                   "Findings not to be told, each with its reason (TOML); unused ones are reported")
      ->type_name("FILE");
  check_command->add_flag("-q,--quiet", check.quiet, "Status lines only");
  check_command->add_flag("-v,--verbose", check.verbose,
                          "Rounding gaps, extraction notes and what was not checked, too");
  AddReading(check_command, &check.reading);

  RecordOptions record;
  CLI::App* record_command =
      app.add_subcommand("record", "Print the whole validated record, one JSON line an input");
  record_command->add_option("PATH", record.paths, "Reports, or folders of them")->required();
  AddReading(record_command, &record.reading);
  AddKnowledge(record_command, &record.knowledge);

  ExtractCommandOptions extract;
  CLI::App* extract_command =
      app.add_subcommand("extract", "Print the document alone: sections, paragraphs, tables");
  extract_command->add_option("FILE", extract.path, "A report")->required();
  extract_command
      ->add_option("--draw", extract.draw,
                   "Instead: page N of a PDF as SVG, with what was seen on it")
      ->type_name("N")
      ->check(CLI::PositiveNumber.description(""));
  AddChoice(extract_command, "--format", kExtractFormats, &extract.format,
            "Form of the output (default: json)");
  AddReading(extract_command, &extract.reading);

  RunCommandOptions run;
  run.language = LanguageOfEnvironment();
  CLI::App* run_command = app.add_subcommand(
      "run", "Read many reports into a store: in parallel, only what is new, resumable");
  AddStore(run_command, &run.store);
  run_command
      ->add_option("PATH", run.paths,
                   "Reports, folders, ZIP archives, quoted patterns; - reads a list from standard "
                   "input")
      ->required();
  run_command->add_option("-j,--jobs", run.workers, "Worker processes (default: as many as cores)")
      ->check(CLI::Range(1, 1024));
  std::string shard;
  run_command->add_option("--shard", shard, "Only the i-th of n parts of the reports; see merge")
      ->type_name("i/n")
      ->check([&run](const std::string& text) { return ReadShard(text, &run); });
  run_command
      ->add_option("--timeout", run.timeout_seconds, "Seconds a report may take (default: 120)")
      ->check(CLI::Range(1, 86400));
  run_command
      ->add_option("--memory", run.memory_mib, "MiB of memory a report may take (default: 2048)")
      ->check(CLI::Range(64, 1 << 20));
  AddKnowledge(run_command, &run.knowledge);
  run_command->add_flag("--retry-failed", run.retry_failed,
                        "Reports that failed before, too, though nothing changed");
  run_command->add_flag("--again", run.again, "Every report, though nothing changed");
  run_command->add_flag("--events", run.events,
                        "Events for programs on standard output, one JSON line each");
  run_command->add_flag("-q,--quiet", run.quiet, "No progress");
  AddLanguage(run_command, &run.language);

  MergeOptions merge;
  CLI::App* merge_command =
      app.add_subcommand("merge", "Bring the stores of several shards together in one");
  AddStore(merge_command, &merge.store);
  merge_command->add_option("OTHER", merge.others, "Stores to take over")->required();

  ExportOptions exporting;
  exporting.language = LanguageOfEnvironment();
  CLI::App* export_command =
      app.add_subcommand("export", "Take records, facts, tables, findings out of a store");
  AddStore(export_command, &exporting.store);
  AddChoice(export_command, "--format", kExportFormats, &exporting.format,
            "Form of the output (default: jsonl, whole records)");
  export_command
      ->add_option("--table", exporting.table,
                   "With csv: which table of docs/store.md (default: facts)")
      ->type_name("NAME");
  AddChoice(export_command, "--only", Choices<bool>{{"confirmed", true}}, &exporting.only_confirmed,
            "Only facts that their report itself confirms");
  export_command->add_flag("--bom", exporting.bom, "With csv: a byte order mark, for Excel");
  export_command
      ->add_option("-o,--out", exporting.out,
                   "File to write; a folder for datapackage (default: standard output)")
      ->type_name("PATH");
  AddLanguage(export_command, &exporting.language);

  ReportOptions report;
  report.language = LanguageOfEnvironment();
  CLI::App* report_command = app.add_subcommand(
      "report", "Pages to look at, from a store: an index, a page a report, each PDF marked");
  AddStore(report_command, &report.store);
  report_command->add_option("-o,--out", report.out, "Folder to write the pages to")
      ->required()
      ->type_name("DIR");
  AddChoice(report_command, "--pictures",
            Choices<SiteOptions::Pictures>{{"findings", SiteOptions::Pictures::kFindings},
                                           {"all", SiteOptions::Pictures::kAll},
                                           {"none", SiteOptions::Pictures::kNone}},
            &report.pictures, "Which pages are shown as pictures (default: findings)");
  report_command->add_flag("!--no-pdf", report.marked, "No marked PDFs");
  report_command->add_flag("--green", report.green, "In the PDFs also mark what is confirmed");
  AddLanguage(report_command, &report.language);

  ReviewCommandOptions review;
  review.language = LanguageOfEnvironment();
  CLI::App* review_command = app.add_subcommand(
      "review", "Look at findings in a browser on this machine, and decide them");
  AddStore(review_command, &review.store);
  review_command->add_option("--port", review.port, "Port on 127.0.0.1 (default: any free one)")
      ->check(CLI::Range(1, 65535));
  review_command->add_option("--who", review.who, "Whose decisions they are (default: $USER)")
      ->type_name("NAME");
  AddLanguage(review_command, &review.language);

  DecisionsOptions decisions;
  decisions.language = LanguageOfEnvironment();
  CLI::App* decisions_command = app.add_subcommand(
      "decisions",
      "List what people decided and how often each rule was right; merge two people's");
  AddStore(decisions_command, &decisions.store);
  decisions_command
      ->add_option("--merge", decisions.merge, "First take over the decisions of another store")
      ->type_name("STORE|FILE");
  AddChoice(decisions_command, "--format", Choices<bool>{{"text", false}, {"json", true}},
            &decisions.json, "Form of the output (default: text)");
  AddLanguage(decisions_command, &decisions.language);

  WorkerCommandOptions worker;
  CLI::App* worker_command = app.add_subcommand("worker", "A worker process of run")->group("");
  worker_command->add_option("MEMORY", worker.memory_bytes)->required();
  worker_command->add_option("CPU", worker.cpu_seconds)->required();
  AddKnowledge(worker_command, &worker.knowledge);

  RulesOptions rules;
  rules.language = LanguageOfEnvironment();
  CLI::App* rules_command =
      app.add_subcommand("rules", "List what is checked, or explain one rule with examples");
  rules_command->add_option("ID", rules.id, "A rule's id or name");
  AddLanguage(rules_command, &rules.language);

  if (argc <= 1) {
    std::fputs(app.help().c_str(), stdout);
    return ExitStatus::kUsage;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    return app.exit(problem) == 0 ? ExitStatus::kClean : ExitStatus::kUsage;
  }
  if (record_command->parsed()) {
    return record;
  }
  if (extract_command->parsed()) {
    return extract;
  }
  if (rules_command->parsed()) {
    return rules;
  }
  if (run_command->parsed()) {
    return run;
  }
  if (merge_command->parsed()) {
    return merge;
  }
  if (export_command->parsed()) {
    return exporting;
  }
  if (report_command->parsed()) {
    return report;
  }
  if (review_command->parsed()) {
    return review;
  }
  if (decisions_command->parsed()) {
    return decisions;
  }
  if (worker_command->parsed()) {
    return worker;
  }
  return check;
}

}  // namespace crossfoot
