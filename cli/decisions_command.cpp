// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <filesystem>
#include <set>
#include <utility>

#include "cli/commands.h"
#include "cli/error_print.h"
#include "corpus/decisions.h"
#include "corpus/json_text.h"

namespace crossfoot {
namespace {

// Of a store's folder, its file of decisions.
std::string FileOf(const std::string& given) {
  std::error_code failed;
  return std::filesystem::is_directory(given, failed) ? given + "/decisions.db" : given;
}

void PutJson(const std::vector<Decision>& all) {
  for (const Decision& decision : all) {
    std::printf("%s\n", JsonObject()
                            .Text("path", decision.path)
                            .Text("sha256", decision.sha256)
                            .Text("finding", decision.finding)
                            .Text("rule", decision.rule)
                            .Text("decision", decision.decision)
                            .Text("reason", decision.reason)
                            .Text("note", decision.note)
                            .Text("who", decision.who)
                            .Whole("decided", decision.decided)
                            .Print()
                            .c_str());
  }
}

void PutText(const std::vector<Decision>& all, bool chinese) {
  std::printf("%-8s %8s %8s %8s %8s %10s\n", "rule", "error", "not", "ask", "later", "precision");
  for (const RulePrecision& rule : PrecisionByRule(all)) {
    std::printf("%-8s %8lld %8lld %8lld %8lld %10s\n", rule.rule.c_str(),
                static_cast<long long>(rule.error), static_cast<long long>(rule.not_error),
                static_cast<long long>(rule.ask_author), static_cast<long long>(rule.later),
                PrecisionText(rule).c_str());
  }
  const DecisionIndex index(all);
  std::set<std::pair<std::string, std::string>> differing;
  for (const Decision& decision : all) {
    if (PeopleDiffer(index.History(decision.path, decision.sha256, decision.finding))) {
      differing.emplace(decision.sha256.empty() ? decision.path : decision.sha256,
                        decision.finding);
    }
  }
  std::printf(chinese ? "意见不同的发现：%zu\n" : "findings on which people differ: %zu\n",
              differing.size());
}

}  // namespace

ExitStatus RunDecisions(const DecisionsOptions& options) {
  std::error_code failed;
  if (!std::filesystem::exists(options.store + "/corpus.db", failed)) {
    return StoreFailed({ErrorCode::kStoreUnusable,
                        "is no store: it has no corpus.db; `crossfoot run --store` makes one",
                        options.store});
  }
  auto log = DecisionLog::Open(options.store);
  if (!log) {
    return StoreFailed(log.error());
  }
  const bool chinese = options.language == Language::kChinese;
  for (const std::string& other : options.merge) {
    const auto taken = log->TakeOver(FileOf(other));
    if (!taken) {
      return StoreFailed(taken.error());
    }
    std::fprintf(stderr, chinese ? "%s：取得 %lld 条\n" : "%s: %lld decisions taken over\n",
                 other.c_str(), static_cast<long long>(*taken));
  }
  const auto all = log->All();
  if (!all) {
    return StoreFailed(all.error());
  }
  if (options.json) {
    PutJson(*all);
  } else {
    PutText(*all, chinese);
  }
  return ExitStatus::kClean;
}

}  // namespace crossfoot
