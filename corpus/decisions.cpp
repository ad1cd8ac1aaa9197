// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/decisions.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "corpus/schema.h"

namespace crossfoot {
namespace {

constexpr char kColumns[] = "path, finding, decision, note, who, decided, reason, sha256, rule";
constexpr char kAll[] =
    "SELECT path, finding, decision, note, who, decided, reason, sha256, rule FROM decisions "
    "ORDER BY decided, n";
constexpr char kAdd[] =
    "INSERT INTO decisions (n, path, finding, decision, note, who, decided, reason, sha256, rule) "
    "SELECT coalesce(max(n), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM decisions";

template <typename Words>
bool Has(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string Percent(int64_t part, int64_t whole) {
  const int64_t tenths = (part * 2000 + whole) / (whole * 2);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

}  // namespace

bool IsSound(const Decision& decision) {
  const bool reasoned = decision.decision == "not_error";
  return Has(kDecisions, decision.decision) && !decision.finding.empty() &&
         (reasoned ? Has(kReasons, decision.reason) : decision.reason.empty());
}

DecisionLog::DecisionLog(Database database)
    : database_(std::make_unique<Database>(std::move(database))) {}

Result<DecisionLog> DecisionLog::Open(const std::string& folder) {
  const std::string file = folder + "/decisions.db";
  CROSSFOOT_TRY(Database database, Database::Open(file, Database::Mode::kCreate));
  CROSSFOOT_DO(database.Execute("PRAGMA synchronous = FULL"));
  CROSSFOOT_DO(BringUpToDate(DecisionsSchema(), file, database));
  CROSSFOOT_DO(database.Execute("PRAGMA journal_mode = WAL"));
  return DecisionLog(std::move(database));
}

Result<Done> DecisionLog::Add(const Decision& decision) {
  CROSSFOOT_TRY(Statement add, database_->Prepare(kAdd));
  return add.Run({decision.path, decision.finding, decision.decision, decision.note, decision.who,
                  decision.decided, decision.reason, decision.sha256, decision.rule});
}

Result<std::vector<Decision>> DecisionLog::All() { return ReadDecisions(*database_); }

Result<int64_t> DecisionLog::Change() {
  CROSSFOOT_TRY(const SqlValue version, database_->Ask("PRAGMA data_version"));
  const auto* number = std::get_if<int64_t>(&version);
  return number == nullptr ? 0 : *number;
}

Result<int64_t> DecisionLog::TakeOver(const std::string& file) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(file, failed)) {
    return Error{ErrorCode::kStoreUnusable, "is no file of decisions", file};
  }
  {
    CROSSFOOT_TRY(Database other, Database::Open(file, Database::Mode::kRead));
    CROSSFOOT_TRY(const SqlValue id, other.Ask("PRAGMA application_id"));
    CROSSFOOT_TRY(const SqlValue version, other.Ask("PRAGMA user_version"));
    if (id != SqlValue(int64_t{DecisionsSchema().application_id})) {
      return Error{ErrorCode::kStoreUnusable, "is no file of decisions", file};
    }
    if (version != SqlValue(int64_t{DecisionsSchema().version})) {
      return Error{ErrorCode::kStoreUnusable,
                   "is of another version; open it once with `crossfoot review` of its own machine",
                   file};
    }
  }
  const auto count = [&]() -> Result<int64_t> {
    CROSSFOOT_TRY(const SqlValue value, database_->Ask("SELECT count(*) FROM decisions"));
    return std::get<int64_t>(value);
  };
  CROSSFOOT_TRY(const int64_t before, count());
  CROSSFOOT_DO(TakeOverDecisions(file, *database_));
  CROSSFOOT_TRY(const int64_t after, count());
  return after - before;
}

Result<std::vector<Decision>> ReadDecisions(Database& decisions) {
  CROSSFOOT_TRY(Statement rows, decisions.Prepare(kAll));
  std::vector<Decision> all;
  for (;;) {
    CROSSFOOT_TRY(const bool more, rows.Step());
    if (!more) {
      return all;
    }
    const auto text = [&](int column) { return std::string(rows.Text(column)); };
    all.push_back(
        {text(0), text(1), text(2), text(3), text(4), rows.Integer(5), text(6), text(7), text(8)});
  }
}

Result<Done> TakeOverDecisions(const std::string& file, Database& decisions) {
  CROSSFOOT_TRY(Statement attach, decisions.Prepare("ATTACH ? AS other"));
  CROSSFOOT_DO(attach.Run({file}));
  const std::string columns = kColumns;
  auto done = decisions.Execute(
      "INSERT INTO main.decisions (n, " + columns +
      ") SELECT (SELECT coalesce(max(n), 0) FROM "
      "main.decisions) + row_number() OVER (ORDER BY o.n), " +
      columns +
      " FROM other.decisions o WHERE NOT EXISTS (SELECT 1 FROM main.decisions d WHERE "
      "(d.path, d.finding, d.decision, d.note, d.who, d.decided, d.reason) = "
      "(o.path, o.finding, o.decision, o.note, o.who, o.decided, o.reason))");
  CROSSFOOT_DO(decisions.Execute("DETACH other"));
  return done;
}

DecisionIndex::DecisionIndex(const std::vector<Decision>& all) {
  for (const Decision& decision : all) {
    Add(decision);
  }
}

void DecisionIndex::Add(const Decision& decision) {
  by_finding_.emplace(decision.finding, decision);
}

std::vector<const Decision*> DecisionIndex::History(std::string_view path, std::string_view sha256,
                                                    std::string_view finding) const {
  std::vector<const Decision*> history;
  const auto [first, last] = by_finding_.equal_range(finding);
  for (auto it = first; it != last; ++it) {
    if (it->second.path == path || (!sha256.empty() && it->second.sha256 == sha256)) {
      history.push_back(&it->second);
    }
  }
  std::stable_sort(history.begin(), history.end(),
                   [](const Decision* a, const Decision* b) { return a->decided < b->decided; });
  return history;
}

const Decision* DecisionIndex::Current(std::string_view path, std::string_view sha256,
                                       std::string_view finding) const {
  const auto history = History(path, sha256, finding);
  return history.empty() || history.back()->decision == "open" ? nullptr : history.back();
}

bool PeopleDiffer(const std::vector<const Decision*>& history) {
  std::map<std::string, std::string> last;
  for (const Decision* decision : history) {
    last[decision->who] = decision->decision;
  }
  std::set<std::string> words;
  for (const auto& [who, word] : last) {
    if (word != "open") {
      words.insert(word);
    }
  }
  return words.size() > 1;
}

std::vector<RulePrecision> PrecisionByRule(const std::vector<Decision>& all) {
  // The same bytes under two paths are one report.
  std::map<std::pair<std::string, std::string>, const Decision*> last;
  for (const Decision& decision : all) {
    last[{decision.sha256.empty() ? decision.path : decision.sha256, decision.finding}] = &decision;
  }
  std::map<std::string, RulePrecision> rules;
  for (const auto& [what, decision] : last) {
    RulePrecision& rule = rules[decision->rule];
    rule.rule = decision->rule;
    rule.error += decision->decision == "error" ? 1 : 0;
    rule.ask_author += decision->decision == "ask_author" ? 1 : 0;
    rule.later += decision->decision == "later" ? 1 : 0;
    if (decision->decision == "not_error") {
      ++rule.not_error;
      ++rule.reasons[decision->reason];
    }
  }
  std::vector<RulePrecision> out;
  for (auto& [id, rule] : rules) {
    if (rule.error + rule.not_error + rule.ask_author + rule.later > 0) {
      out.push_back(std::move(rule));
    }
  }
  return out;
}

std::string PrecisionText(const RulePrecision& rule) {
  const int64_t decided = rule.error + rule.not_error;
  return decided == 0 ? "" : Percent(rule.error, decided);
}

}  // namespace crossfoot
