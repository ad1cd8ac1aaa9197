// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <map>

#include "base/utf8.h"
#include "cli/commands.h"
#include "corpus/across/cross_rule.h"
#include "validate/rule.h"

namespace crossfoot {
namespace {

void Put(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

// Rules within a report and rules across reports say the same of themselves.
template <typename AnyRule>
std::string_view Summary(const AnyRule& rule, Language language) {
  return language == Language::kChinese ? rule.summary_zh : rule.summary_en;
}

template <typename AnyRule>
void PutLine(const AnyRule& rule, Language language) {
  Put(std::string(rule.id) + "  " + std::string(SeverityName(rule.severity)) + "  " +
      std::string(rule.name) + "\n        " + std::string(Summary(rule, language)) + "\n");
}

void PutExample(std::string_view report, bool fires, std::string_view why) {
  Put(std::string(fires ? "Must report" : "Must stay silent") + " (" + std::string(why) + "):\n");
  std::string_view rest = TrimBlanks(report);
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    Put("    " + std::string(rest.substr(0, end)) + "\n");
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  Put("\n");
}

template <typename AnyRule>
void PutHead(const AnyRule& rule, Language language) {
  Put(std::string(rule.id) + " " + std::string(rule.name) + " (" +
      std::string(SeverityName(rule.severity)) + ")\n\n" + std::string(Summary(rule, language)) +
      "\n\n" + std::string(TrimBlanks(rule.documentation)) + "\n\n");
}

}  // namespace

ExitStatus RunRules(const RulesOptions& options) {
  if (options.id.empty()) {
    // Both kinds in one list, by id.
    std::map<std::string_view, const CrossRule*> across;
    for (const CrossRule* rule : AllCrossRules()) {
      across.emplace(rule->id, rule);
    }
    for (const Rule* rule : AllRules()) {
      while (!across.empty() && across.begin()->first < rule->id) {
        PutLine(*across.begin()->second, options.language);
        across.erase(across.begin());
      }
      PutLine(*rule, options.language);
    }
    for (const auto& [id, rule] : across) {
      PutLine(*rule, options.language);
    }
    return ExitStatus::kClean;
  }
  if (const Rule* rule = FindRule(options.id); rule != nullptr) {
    PutHead(*rule, options.language);
    for (const RuleExample& example : rule->examples) {
      PutExample(example.report, example.fires, example.why);
    }
    return ExitStatus::kClean;
  }
  const CrossRule* rule = FindCrossRule(options.id);
  if (rule == nullptr) {
    std::fprintf(stderr, "crossfoot: no rule is called %s; `crossfoot rules` lists them\n",
                 options.id.c_str());
    return ExitStatus::kUsage;
  }
  PutHead(*rule, options.language);
  for (const CrossExample& example : rule->examples) {
    PutExample(example.reports, example.fires, example.why);
  }
  return ExitStatus::kClean;
}

}  // namespace crossfoot
