// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string_view>
#include <utility>

#include <CLI/CLI.hpp>

#include "base/version.h"
#include "cli/first_words.h"

namespace crossfoot {
namespace {

constexpr char kAbout[] =
    "Reads published reports, checks their numbers against one another, and says which of them the "
    "report itself\n"
    "confirms, disputes or leaves untested.";

constexpr char kFooter[] =
    "First steps:\n"
    "  crossfoot check report.pdf                    what does not add up, with both places\n"
    "  crossfoot check --format html r.pdf > r.html  the same as one page for a browser\n"
    "  crossfoot check --mark out.pdf report.pdf     the PDF back with its findings marked\n"
    "  crossfoot check --format json reports/ > out  the same for programs, one line an input\n"
    "  crossfoot extract --format markdown report.pdf\n"
    "  crossfoot rules SUM101                        what a rule checks, and why\n"
    "  crossfoot run --store corpus reports/         a folder of thousands, into a store\n"
    "  crossfoot report --store corpus -o pages      the store as pages: open pages/index.html\n"
    "  crossfoot review --store corpus               look, decide, note, in a browser\n"
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
                                                     {"sarif", CheckOptions::Format::kSarif},
                                                     {"html", CheckOptions::Format::kHtml}};
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

void AddStore(CLI::App* command, std::string* store) {
  command->add_option("--store", *store, "Folder that holds the store")
      ->required()
      ->type_name("STORE");
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

// What follows an option, or is given alone: its name, and the words it may be.
OptionDescription DescribeOption(const CLI::Option& option) {
  OptionDescription out;
  for (const std::string& name : option.get_snames()) {
    out.names.push_back("-" + name);
  }
  for (const std::string& name : option.get_lnames()) {
    out.names.push_back("--" + name);
  }
  out.positional = out.names.empty();
  out.takes_value = option.get_items_expected_max() > 0;
  out.value = out.positional ? option.get_name() : option.get_type_name();
  out.help = option.get_description();
  out.required = option.get_required();
  // "text|json" are words to choose from; "STORE|FILE" are not.
  if (out.value.find('|') != std::string::npos &&
      out.value.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos) {
    out.choices = CLI::detail::split(out.value, '|');
  }
  return out;
}

CommandDescription DescribeCommand(const CLI::App& command) {
  CommandDescription out{command.get_name(), command.get_description(), {}};
  for (const CLI::Option* option : command.get_options()) {
    out.options.push_back(DescribeOption(*option));
  }
  return out;
}

// All commands with their options, and where what was given goes.
class CommandLine {
 public:
  CommandLine() : app_(kAbout, "crossfoot") {
    app_.footer(kFooter);
    app_.set_version_flag("--version", "crossfoot " + std::string(kVersion));
    app_.require_subcommand(1);
    app_.set_help_all_flag("--help-all", "Help for all commands");
    AddCheck();
    AddRecord();
    AddExtract();
    AddRun();
    AddMerge();
    AddExport();
    AddReport();
    AddReview();
    AddDecisions();
    AddCompletion();
    AddWorker();
    AddRules();
  }

  std::variant<Command, ExitStatus> Parse(int argc, char** argv) {
    if (argc <= 1) {
      std::fputs(FirstWords(LanguageOfEnvironment()).data(), stdout);
      return ExitStatus::kUsage;
    }
    if (argc == 2 && std::string_view(argv[1]) == "help") {
      std::fputs(app_.help().c_str(), stdout);
      return ExitStatus::kClean;
    }
    if (argv[1][0] != '-' && !IsCommand(argv[1])) {
      std::vector<std::string> names;
      for (const auto& [command, ignored] : commands_) {
        if (!command->get_group().empty()) {
          names.push_back(command->get_name());
        }
      }
      std::fputs(UnknownCommand(argv[1], names, LanguageOfEnvironment()).c_str(), stderr);
      return ExitStatus::kUsage;
    }
    try {
      app_.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
      return app_.exit(problem) == 0 ? ExitStatus::kClean : ExitStatus::kUsage;
    }
    for (const auto& [command, options] : commands_) {
      if (command->parsed()) {
        return options();
      }
    }
    return ExitStatus::kUsage;
  }

  ProgramDescription Describe() {
    ProgramDescription program{kAbout, kFooter, {}};
    for (const auto& [command, ignored] : commands_) {
      if (!command->get_group().empty()) {
        program.commands.push_back(DescribeCommand(*command));
      }
    }
    return program;
  }

 private:
  [[nodiscard]] bool IsCommand(std::string_view word) const {
    return std::any_of(commands_.begin(), commands_.end(),
                       [&](const auto& command) { return command.first->get_name() == word; });
  }

  void AddCheck() {
    check_.language = LanguageOfEnvironment();
    CLI::App* command = app_.add_subcommand("check", "Report what does not add up");
    command->add_option("PATH", check_.paths, "Reports, or folders of them")->required();
    AddChoice(command, "--format", kCheckFormats, &check_.format,
              "Form of the output (default: text)");
    AddLanguage(command, &check_.language);
    AddChoice(command, "--fail-on", kFailOn, &check_.fail_on,
              "Least severity that makes the exit status 1 (default: error)");
    command->add_flag("--relations", check_.relations,
                      "With json: every relation, not only findings");
    command
        ->add_option("--baseline", check_.baseline,
                     "Only what is new since FILE, an earlier --format json output")
        ->type_name("FILE");
    command
        ->add_option("--suppress", check_.suppressions,
                     "Findings not to be told, each with its reason (TOML); unused ones are "
                     "reported")
        ->type_name("FILE");
    AddKnowledge(command, &check_.knowledge);
    AddReading(command, &check_.reading);
    command
        ->add_option("--mark", check_.mark,
                     "Also write the PDF (a single one) to FILE with its findings marked")
        ->type_name("FILE");
    command->add_flag("-q,--quiet", check_.quiet, "Status lines only");
    command->add_flag("-v,--verbose", check_.verbose,
                      "Rounding gaps, extraction notes and what was not checked, too");
    commands_.push_back({command, [this] { return Command(check_); }});
  }

  void AddRecord() {
    CLI::App* command =
        app_.add_subcommand("record", "Print the whole validated record, one JSON line an input");
    command->add_option("PATH", record_.paths, "Reports, or folders of them")->required();
    command->add_flag("--numerals", record_.numerals,
                      "Instead: every numeral with its place, what it was taken for, and the words "
                      "around it, one line each");
    AddReading(command, &record_.reading);
    AddKnowledge(command, &record_.knowledge);
    commands_.push_back({command, [this] { return Command(record_); }});
  }

  void AddExtract() {
    CLI::App* command =
        app_.add_subcommand("extract", "Print the document alone: sections, paragraphs, tables");
    command->add_option("FILE", extract_.path, "A report")->required();
    command
        ->add_option("--draw", extract_.draw,
                     "Instead: page N of a PDF as SVG, with what was seen on it")
        ->type_name("N")
        ->check(CLI::PositiveNumber.description(""));
    AddChoice(command, "--format", kExtractFormats, &extract_.format,
              "Form of the output (default: json)");
    AddReading(command, &extract_.reading);
    commands_.push_back({command, [this] { return Command(extract_); }});
  }

  void AddRun() {
    run_.language = LanguageOfEnvironment();
    CLI::App* command = app_.add_subcommand(
        "run", "Read many reports into a store: in parallel, only what is new, resumable");
    AddStore(command, &run_.store);
    command
        ->add_option(
            "PATH", run_.paths,
            "Reports, folders, ZIP archives, quoted patterns; - reads a list from standard "
            "input")
        ->required();
    command->add_option("-j,--jobs", run_.workers, "Worker processes (default: as many as cores)")
        ->check(CLI::Range(1, 1024));
    command->add_option("--shard", shard_, "Only the i-th of n parts of the reports; see merge")
        ->type_name("i/n")
        ->check([this](const std::string& text) { return ReadShard(text, &run_); });
    command
        ->add_option("--timeout", run_.timeout_seconds, "Seconds a report may take (default: 120)")
        ->check(CLI::Range(1, 86400));
    command
        ->add_option("--memory", run_.memory_mib, "MiB of memory a report may take (default: 2048)")
        ->check(CLI::Range(64, 1 << 20));
    AddKnowledge(command, &run_.knowledge);
    AddReading(command, &run_.reading);
    command->add_flag("--retry-failed", run_.retry_failed,
                      "Reports that failed before, too, though nothing changed");
    command->add_flag("--again", run_.again, "Every report, though nothing changed");
    command->add_flag("--events", run_.events,
                      "Events for programs on standard output, one JSON line each");
    command->add_flag("-q,--quiet", run_.quiet, "No progress");
    AddLanguage(command, &run_.language);
    commands_.push_back({command, [this] { return Command(run_); }});
  }

  void AddMerge() {
    CLI::App* command =
        app_.add_subcommand("merge", "Bring the stores of several shards together in one");
    AddStore(command, &merge_.store);
    command->add_option("OTHER", merge_.others, "Stores to take over")->required();
    commands_.push_back({command, [this] { return Command(merge_); }});
  }

  void AddExport() {
    exporting_.language = LanguageOfEnvironment();
    CLI::App* command =
        app_.add_subcommand("export", "Take records, facts, tables, findings out of a store");
    AddStore(command, &exporting_.store);
    AddChoice(command, "--format", kExportFormats, &exporting_.format,
              "Form of the output (default: jsonl, whole records)");
    command
        ->add_option("--table", exporting_.table,
                     "With csv: which table of docs/store.md (default: facts)")
        ->type_name("NAME");
    AddChoice(command, "--only", Choices<bool>{{"confirmed", true}}, &exporting_.only_confirmed,
              "Only facts that their report itself confirms");
    command->add_flag("--bom", exporting_.bom, "With csv: a byte order mark, for Excel");
    command
        ->add_option("-o,--out", exporting_.out,
                     "File to write; a folder for datapackage (default: standard output)")
        ->type_name("PATH");
    AddLanguage(command, &exporting_.language);
    commands_.push_back({command, [this] { return Command(exporting_); }});
  }

  void AddReport() {
    report_.language = LanguageOfEnvironment();
    CLI::App* command = app_.add_subcommand(
        "report", "Pages to look at, from a store: an index, a page a report, each PDF marked");
    AddStore(command, &report_.store);
    command->add_option("-o,--out", report_.out, "Folder to write the pages to")
        ->required()
        ->type_name("DIR");
    AddChoice(command, "--pictures",
              Choices<SiteOptions::Pictures>{{"findings", SiteOptions::Pictures::kFindings},
                                             {"all", SiteOptions::Pictures::kAll},
                                             {"none", SiteOptions::Pictures::kNone}},
              &report_.pictures, "Which pages are shown as pictures (default: findings)");
    command->add_flag("!--no-pdf", report_.marked, "No marked PDFs");
    command->add_flag("--green", report_.green, "In the PDFs also mark what is confirmed");
    AddLanguage(command, &report_.language);
    commands_.push_back({command, [this] { return Command(report_); }});
  }

  void AddReview() {
    review_.language = LanguageOfEnvironment();
    CLI::App* command = app_.add_subcommand(
        "review", "Look at findings in a browser on this machine, and decide them");
    AddStore(command, &review_.store);
    command->add_option("--port", review_.port, "Port on 127.0.0.1 (default: any free one)")
        ->check(CLI::Range(1, 65535));
    command->add_option("--who", review_.who, "Whose decisions they are (default: $USER)")
        ->type_name("NAME");
    AddLanguage(command, &review_.language);
    commands_.push_back({command, [this] { return Command(review_); }});
  }

  void AddDecisions() {
    decisions_.language = LanguageOfEnvironment();
    CLI::App* command = app_.add_subcommand(
        "decisions",
        "List what people decided and how often each rule was right; merge two people's");
    AddStore(command, &decisions_.store);
    command
        ->add_option("--merge", decisions_.merge, "First take over the decisions of another store")
        ->type_name("STORE|FILE");
    AddChoice(command, "--format", Choices<bool>{{"text", false}, {"json", true}}, &decisions_.json,
              "Form of the output (default: text)");
    AddLanguage(command, &decisions_.language);
    commands_.push_back({command, [this] { return Command(decisions_); }});
  }

  void AddCompletion() {
    using Form = CompletionOptions::Form;
    CLI::App* command = app_.add_subcommand(
        "completion", "Print the completion script of a shell, or the man page");
    command
        ->add_option_function<std::string>(
            "SHELL",
            [this](const std::string& shell) {
              completion_.form = shell == "zsh"    ? Form::kZsh
                                 : shell == "fish" ? Form::kFish
                                 : shell == "man"  ? Form::kMan
                                                   : Form::kBash;
            },
            "bash, zsh, fish, or man")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish", "man"}).description(""));
    commands_.push_back({command, [this] { return Command(completion_); }});
  }

  void AddWorker() {
    CLI::App* command = app_.add_subcommand("worker", "A worker process of run")->group("");
    command->add_option("MEMORY", worker_.memory_bytes)->required();
    command->add_option("CPU", worker_.cpu_seconds)->required();
    AddKnowledge(command, &worker_.knowledge);
    AddReading(command, &worker_.reading);
    commands_.push_back({command, [this] { return Command(worker_); }});
  }

  void AddRules() {
    rules_.language = LanguageOfEnvironment();
    CLI::App* command =
        app_.add_subcommand("rules", "List what is checked, or explain one rule with examples");
    command->add_option("ID", rules_.id, "A rule's id or name");
    AddLanguage(command, &rules_.language);
    commands_.push_back({command, [this] { return Command(rules_); }});
  }

  CLI::App app_;
  CheckOptions check_;
  RecordOptions record_;
  ExtractCommandOptions extract_;
  std::string shard_;
  RunCommandOptions run_;
  MergeOptions merge_;
  ExportOptions exporting_;
  ReportOptions report_;
  ReviewCommandOptions review_;
  DecisionsOptions decisions_;
  CompletionOptions completion_;
  WorkerCommandOptions worker_;
  RulesOptions rules_;
  std::vector<std::pair<CLI::App*, std::function<Command()>>> commands_;
};

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
  return CommandLine().Parse(argc, argv);
}

ProgramDescription DescribeCommandLine() { return CommandLine().Describe(); }

}  // namespace crossfoot
