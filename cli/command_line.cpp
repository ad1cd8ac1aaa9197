// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

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
    "\n"
    "Exit status: 0 nothing at or above --fail-on, 1 something, 2 wrong usage, 3 an input could "
    "not be read.";

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
const Choices<std::optional<Severity>> kFailOn = {
    {"error", Severity::kError}, {"warning", Severity::kWarning}, {"never", std::nullopt}};

void AddLanguage(CLI::App* command, Language* language) {
  AddChoice(command, "--lang",
            Choices<Language>{{"zh", Language::kChinese}, {"en", Language::kEnglish}}, language,
            "Language of messages (default: from the locale)");
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
  check_command->add_flag("-q,--quiet", check.quiet, "Status lines only");
  check_command->add_flag("-v,--verbose", check.verbose,
                          "Rounding gaps, extraction notes and what was not checked, too");

  RecordOptions record;
  CLI::App* record_command =
      app.add_subcommand("record", "Print the whole validated record, one JSON line an input");
  record_command->add_option("PATH", record.paths, "Reports, or folders of them")->required();

  ExtractCommandOptions extract;
  CLI::App* extract_command =
      app.add_subcommand("extract", "Print the document alone: sections, paragraphs, tables");
  extract_command->add_option("FILE", extract.path, "A report")->required();
  AddChoice(extract_command, "--format", kExtractFormats, &extract.format,
            "Form of the output (default: json)");

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
  return check;
}

}  // namespace crossfoot
