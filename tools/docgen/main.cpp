// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes the pages of docs/ that a machine can list into a folder: errors.md from the error
// catalogue, store.md and dictionary.md from the SQL that makes a store, and rules/ from the rules
// themselves. tools/docs.py compares or copies them.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>

#include "base/error.h"
#include "base/utf8.h"
#include "corpus/across/cross_rule.h"
#include "corpus/export/dataset.h"
#include "corpus/schema.h"
#include "validate/rule.h"

namespace crossfoot {
namespace {

constexpr char kMade[] =
    "<!-- Made by tools/docs.py --write; edit the source it is made from. -->\n\n";

std::string ErrorsPage() {
  std::string page = kMade;
  page +=
      "# Errors\n\nAn error means that an input gave no output; its name stands in JSON as "
      "`error.code`. "
      "Names and numbers are never reused.\n\n| number | name | what to do |\n| --- | --- | --- "
      "|\n";
  for (const ErrorInfo& info : ErrorCatalogue()) {
    page += "| " + std::to_string(static_cast<int>(info.code)) + " | `" + std::string(info.name) +
            "` | " + std::string(info.help) + " |\n";
  }
  return page;
}

std::string ExampleText(std::string_view text, bool fires, std::string_view why) {
  return "\n" + std::string(fires ? "Reported" : "Not reported") + " (" + std::string(why) +
         "):\n\n```text\n" + std::string(TrimBlanks(text)) + "\n```\n";
}

// Rules within a report and rules across reports have the same page, but for their examples.
template <typename AnyRule>
std::string RulePage(const AnyRule& rule) {
  return std::string(kMade) + "# " + std::string(rule.id) + " " + std::string(rule.name) + "\n\n" +
         std::string(rule.summary_en) + "\n\n" + std::string(rule.summary_zh) +
         "\n\nSeverity: at most " + std::string(SeverityName(rule.severity)) + ".\n\n" +
         std::string(TrimBlanks(rule.documentation)) + "\n\n## Examples\n";
}

std::map<std::string, std::string> RulePages() {
  std::map<std::string, std::string> pages;
  for (const Rule* rule : AllRules()) {
    std::string page = RulePage(*rule);
    for (const RuleExample& example : rule->examples) {
      page += ExampleText(example.report, example.fires, example.why);
    }
    pages[std::string(rule->id)] = std::move(page);
  }
  for (const CrossRule* rule : AllCrossRules()) {
    std::string page = RulePage(*rule);
    for (const CrossExample& example : rule->examples) {
      page += ExampleText(example.reports, example.fires, example.why);
    }
    pages[std::string(rule->id)] = std::move(page);
  }
  return pages;
}

template <typename AnyRule>
std::string RuleLine(const AnyRule& rule) {
  return "| [" + std::string(rule.id) + "](" + std::string(rule.id) + ".md) | " +
         std::string(rule.name) + " | " + std::string(SeverityName(rule.severity)) + " | " +
         std::string(rule.summary_en) + " |\n";
}

std::string RuleIndex() {
  std::map<std::string_view, std::string> lines;
  for (const Rule* rule : AllRules()) {
    lines[rule->id] = RuleLine(*rule);
  }
  for (const CrossRule* rule : AllCrossRules()) {
    lines[rule->id] = RuleLine(*rule);
  }
  std::string page = kMade;
  page += "# Rules\n\n| id | name | severity | what it reports |\n| --- | --- | --- | --- |\n";
  for (const auto& [id, line] : lines) {
    page += line;
  }
  return page;
}

std::string SchemaTables(const Schema& schema) {
  std::string page = schema.about + "\n\nSchema version " + std::to_string(schema.version) + ".\n";
  for (const SchemaTable& table : schema.tables) {
    page += "\n### " + table.name + "\n\n" + table.about +
            "\n\n| column | type | meaning |\n| --- | --- | --- |\n";
    for (const SchemaColumn& column : table.columns) {
      page += "| `" + column.name + "` | " + column.type +
              (column.required ? "" : ", may be null") + " | " + column.about + " |\n";
    }
  }
  return page;
}

std::string StorePage() {
  return std::string(kMade) +
         "# The store\n\nA folder with two SQLite databases. Any SQLite tool can read them, while "
         "a run "
         "writes too.\n\n## corpus.db\n\n" +
         SchemaTables(CorpusSchema()) + "\n## decisions.db\n\n" + SchemaTables(DecisionsSchema());
}

// The columns of what `crossfoot export` gives: one description, also in datapackage.json.
std::string DictionaryPage() {
  std::string page = kMade;
  page +=
      "# Data dictionary\n\nColumns of `crossfoot export --format csv --table NAME` and of the "
      "data "
      "package, in this order. The order is stable: columns are only ever added at the end.\n";
  for (const Dataset& dataset : Datasets({})) {
    page += "\n## " + dataset.name + "\n\n" + dataset.about +
            "\n\n| column | type | meaning |\n| --- | --- | --- |\n";
    for (const SchemaColumn& column : dataset.columns) {
      page += "| `" + column.name + "` | " + column.type + " | " + column.about + " |\n";
    }
  }
  return page;
}

bool Write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.close();
  return static_cast<bool>(out);
}

bool WriteAll(const std::filesystem::path& folder) {
  std::error_code failed;
  std::filesystem::create_directories(folder / "rules", failed);
  bool good = Write(folder / "errors.md", ErrorsPage()) &&
              Write(folder / "store.md", StorePage()) &&
              Write(folder / "dictionary.md", DictionaryPage()) &&
              Write(folder / "rules" / "README.md", RuleIndex());
  for (const auto& [id, page] : RulePages()) {
    good = good && Write(folder / "rules" / (id + ".md"), page);
  }
  return good;
}

}  // namespace
}  // namespace crossfoot

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: crossfoot_docgen FOLDER\n", stderr);
    return 2;
  }
  return crossfoot::WriteAll(argv[1]) ? 0 : 1;
}
