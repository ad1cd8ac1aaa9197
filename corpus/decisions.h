// SPDX-License-Identifier: GPL-3.0-or-later
//
// What people decided on findings: a log in a database of its own (decisions.db) that no run
// touches and that is only ever added to.
//
// A decision belongs to a finding by the finding's stable id, in the report of the same path (a new
// edition of it, too) or of the same bytes (the same file on another machine). The last one counts;
// decisions of different people that differ are kept, and told.
//
// Tested by tests/corpus/decisions_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "corpus/sqlite.h"

namespace crossfoot {

struct Decision {
  std::string path;  // as in sources.path
  std::string finding;
  std::string decision;  // one of kDecisions
  std::string note;
  std::string who;
  int64_t decided = 0;  // seconds since 1970
  std::string reason;   // one of kReasons with not_error, else empty
  std::string sha256;
  std::string rule;
  friend bool operator==(const Decision&, const Decision&) = default;
};

inline constexpr std::array<std::string_view, 5> kDecisions = {"error", "not_error", "ask_author",
                                                               "later", "open"};
inline constexpr std::array<std::string_view, 5> kReasons = {"misread", "not_meant", "explained",
                                                             "immaterial", "other"};

// The words are of the lists above, and a reason stands where one must and nowhere else.
bool IsSound(const Decision& decision);

class DecisionLog {
 public:
  // The log of a store's folder, made where it is not there, brought up to date where it is of an
  // older version. Needs no lock: SQLite lets writers wait for one another. Errors:
  // kStoreUnusable, kWriteFailed.
  static Result<DecisionLog> Open(const std::string& folder);

  // Precondition: IsSound(decision).
  Result<Done> Add(const Decision& decision);
  // In the order they count: by time, then as they came.
  Result<std::vector<Decision>> All();
  // Another number when another process has written since.
  Result<int64_t> Change();
  // Takes over what `file` (another decisions.db) has and this log has not; how many. Errors: is
  // not there, is something else, is of another version.
  Result<int64_t> TakeOver(const std::string& file);

 private:
  explicit DecisionLog(Database database);
  std::unique_ptr<Database> database_;
};

// All decisions of a store that can only be read; none where no one has decided anything.
Result<std::vector<Decision>> ReadDecisions(Database& decisions);

// Adds to `decisions` the rows of the database in `file` that it has not.
Result<Done> TakeOverDecisions(const std::string& file, Database& decisions);

// Decisions by what they are about.
class DecisionIndex {
 public:
  DecisionIndex() = default;
  // `all`: in the order they count.
  explicit DecisionIndex(const std::vector<Decision>& all);
  void Add(const Decision& decision);

  // All on the finding of that id in the report of that path or of those bytes, first to last.
  [[nodiscard]] std::vector<const Decision*> History(std::string_view path, std::string_view sha256,
                                                     std::string_view finding) const;
  // The one that counts, or nullptr where nothing is decided (any more).
  [[nodiscard]] const Decision* Current(std::string_view path, std::string_view sha256,
                                        std::string_view finding) const;

 private:
  std::multimap<std::string, Decision, std::less<>> by_finding_;
};

// The last decisions of two people that are not the same.
bool PeopleDiffer(const std::vector<const Decision*>& history);

// How often a rule was right, as far as people have said.
struct RulePrecision {
  std::string rule;
  int64_t error = 0;
  int64_t not_error = 0;
  int64_t ask_author = 0;
  int64_t later = 0;
  std::map<std::string, int64_t> reasons;  // of not_error
};

// By rule, in order of their ids; each finding counts once, with the decision that counts. Findings
// that are gone count too: what was wrong once says something of the rule.
std::vector<RulePrecision> PrecisionByRule(const std::vector<Decision>& all);

// "92.3%" of error over error and not_error; empty where neither is there.
std::string PrecisionText(const RulePrecision& rule);

}  // namespace crossfoot
