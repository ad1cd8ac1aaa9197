// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include "base/utf8.h"
#include "cli/commands.h"
#include "validate/rule.h"

namespace crossfoot {
namespace {

void Put(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

std::string_view Summary(const Rule& rule, Language language) {
  return language == Language::kChinese ? rule.summary_zh : rule.summary_en;
}

void PutExample(const RuleExample& example) {
  Put(std::string(example.fires ? "Must report" : "Must stay silent") + " (" +
      std::string(example.why) + "):\n");
  std::string_view rest = TrimBlanks(example.report);
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    Put("    " + std::string(rest.substr(0, end)) + "\n");
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  Put("\n");
}

}  // namespace

ExitStatus RunRules(const RulesOptions& options) {
  if (options.id.empty()) {
    for (const Rule* rule : AllRules()) {
      Put(std::string(rule->id) + "  " + std::string(SeverityName(rule->severity)) + "  " +
          std::string(rule->name) + "\n        " + std::string(Summary(*rule, options.language)) +
          "\n");
    }
    return ExitStatus::kClean;
  }
  const Rule* rule = FindRule(options.id);
  if (rule == nullptr) {
    std::fprintf(stderr, "crossfoot: no rule is called %s; `crossfoot rules` lists them\n",
                 options.id.c_str());
    return ExitStatus::kUsage;
  }
  Put(std::string(rule->id) + " " + std::string(rule->name) + " (" +
      std::string(SeverityName(rule->severity)) + ")\n\n" +
      std::string(Summary(*rule, options.language)) + "\n\n" +
      std::string(TrimBlanks(rule->documentation)) + "\n\n");
  for (const RuleExample& example : rule->examples) {
    PutExample(example);
  }
  return ExitStatus::kClean;
}

}  // namespace crossfoot
