// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/across/across.h"

#include <array>
#include <set>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "corpus/across/across_rows.h"
#include "corpus/across/identities.h"
#include "corpus/across/office_group.h"

namespace crossfoot {
namespace {

// Groups in one transaction.
constexpr int kBatch = 256;
// Pairs of units and departments that are looked at in one group.
constexpr size_t kMostUnits = 500;

std::string Select(const std::string& where) {
  return std::string("SELECT ") + kReportColumns +
         " FROM records r JOIN sources s USING (source) WHERE " + where;
}

// The first word of "office:青石县财政局", and the rest.
std::pair<std::string, std::string> Split(const std::string& group) {
  const size_t colon = group.find(':');
  return {group.substr(0, colon), group.substr(colon + 1)};
}

// What a department's name ends with.
constexpr std::array<std::string_view, 10> kOfficeEnds = {"局", "委", "会", "办", "厅",
                                                          "部", "署", "府", "院", "处"};

class Across {
 public:
  explicit Across(Database& corpus) : corpus_(corpus), rows_(corpus) {}

  // False: nothing was left to do.
  Result<bool> DoSome() {
    CROSSFOOT_TRY(Transaction transaction, Transaction::Begin(corpus_));
    CROSSFOOT_TRY(const std::vector<std::string> groups, Next());
    for (const std::string& group : groups) {
      const auto [what, name] = Split(group);
      CROSSFOOT_DO(rows_.Open(group));
      CROSSFOOT_DO(what == "bytes"    ? SameBytes(name)
                   : what == "kind"   ? OfKind(name)
                   : what == "office" ? OfOffice(name)
                   : what == "report" ? OfReport(name)
                                      : OfUnits(name));
      CROSSFOOT_DO(rows_.Close());
      CROSSFOOT_TRY(Statement done, corpus_.Prepare("DELETE FROM stale_groups WHERE grp = ?"));
      CROSSFOOT_DO(done.Run({group}));
    }
    CROSSFOOT_DO(transaction.Commit());
    return !groups.empty();
  }

 private:
  Result<std::vector<std::string>> Next() {
    CROSSFOOT_TRY(Statement rows,
                  corpus_.Prepare("SELECT grp FROM stale_groups ORDER BY grp LIMIT " +
                                  std::to_string(kBatch)));
    std::vector<std::string> groups;
    for (;;) {
      CROSSFOOT_TRY(const bool more, rows.Step());
      if (!more) {
        return groups;
      }
      groups.emplace_back(rows.Text(0));
      // What one kind of group finds to do for another comes after it in order.
      if (Split(groups.back()).first != Split(groups.front()).first) {
        groups.pop_back();
        return groups;
      }
    }
  }

  Result<Done> MarkStale(const std::string& group) {
    CROSSFOOT_TRY(Statement mark, corpus_.Prepare("INSERT OR IGNORE INTO stale_groups VALUES (?)"));
    return mark.Run({group});
  }

  Result<std::vector<StoredReport>> Reports(const std::string& where, const SqlRow& values) {
    CROSSFOOT_TRY(Statement rows, corpus_.Prepare(Select(where)));
    rows.Bind(values);
    std::vector<StoredReport> reports;
    for (;;) {
      CROSSFOOT_TRY(const bool more, rows.Step());
      if (!more) {
        return reports;
      }
      reports.push_back(ReadReport(rows));
    }
  }

  Result<Done> Compare(Pairing pairing, const ReportContents& report, const ReportContents& other,
                       std::span<const StoredIdentity> identities = {}) {
    for (const CrossRule* rule : AllCrossRules()) {
      if (rule->pairing != pairing) {
        continue;
      }
      CrossSink sink;
      rule->compare({report, other, identities}, sink);
      const bool alone = pairing == Pairing::kTemplate;
      for (const Comparison& comparison : sink.comparisons()) {
        CROSSFOOT_DO(rows_.Put(*rule, report.who, alone ? nullptr : &other.who, comparison));
      }
    }
    return Done{};
  }

  Result<Done> SameBytes(const std::string& sha256) {
    CROSSFOOT_TRY(const auto reports, Reports("s.sha256 = ? ORDER BY s.path", {sha256}));
    for (size_t i = 1; i < reports.size(); ++i) {
      CROSSFOOT_DO(
          Compare(Pairing::kSameBytes, {reports[i], {}, {}, {}}, {reports[0], {}, {}, {}}));
    }
    return Done{};
  }

  Result<Done> OfOffice(const std::string& name) {
    CROSSFOOT_TRY(const auto reports, Reports("r.office = ? ORDER BY r.year, s.path", {name}));
    CROSSFOOT_TRY(
        const auto too_many,
        ForEachPair(
            reports, [&](const StoredReport& report) { return ContentsOf(corpus_, report); },
            [&](Pairing pairing, const ReportContents& report, const ReportContents& other) {
              return Compare(pairing, report, other);
            }));
    for (const StoredReport& report : too_many) {
      Comparison comparison;
      comparison.status = "unevaluated";
      comparison.message = {"同一单位同一年度的报告过多，未作比较",
                            "too many reports of one office and year to be compared"};
      CROSSFOOT_DO(rows_.Put(*AllCrossRules().front(), report, nullptr, std::move(comparison)));
    }
    return MarkDepartments(name);
  }

  // The office with its units, and each office whose name this one's begins with.
  Result<Done> MarkDepartments(const std::string& name) {
    CROSSFOOT_DO(MarkStale("unit:" + name));
    for (size_t at = 0; at < name.size();) {
      at += DecodeUtf8(name, at).length;
      const std::string head = name.substr(0, at);
      for (const std::string_view end : kOfficeEnds) {
        if (at < name.size() && head.size() > 9 && head.size() >= end.size() &&
            std::string_view(head).substr(head.size() - end.size()) == end) {
          CROSSFOOT_DO(MarkStale("unit:" + head));
        }
      }
    }
    return Done{};
  }

  Result<Done> OfUnits(const std::string& name) {
    CROSSFOOT_TRY(const auto departments, Reports("r.office = ? ORDER BY r.year, s.path", {name}));
    if (departments.empty() || departments.size() > kMostReports) {
      return Done{};
    }
    CROSSFOOT_TRY(const auto units,
                  Reports("r.office > ?1 AND r.office < ?1 || char(0x10FFFF) ORDER BY r.office, "
                          "r.year, s.path LIMIT " +
                              std::to_string(kMostUnits),
                          {name}));
    for (const StoredReport& department : departments) {
      std::optional<ReportContents> whole;
      for (const StoredReport& unit : units) {
        if (unit.year != department.year || unit.genre != department.genre ||
            !MayBeOneOffice(unit, department)) {
          continue;
        }
        if (!whole) {
          CROSSFOOT_TRY(ReportContents contents, ContentsOf(corpus_, department));
          whole = std::move(contents);
        }
        CROSSFOOT_TRY(const ReportContents part, ContentsOf(corpus_, unit));
        CROSSFOOT_DO(Compare(Pairing::kUnit, part, *whole));
      }
    }
    return Done{};
  }

  Result<std::vector<StoredIdentity>> IdentitiesOf(const std::string& kind) {
    CROSSFOOT_TRY(Statement rows,
                  corpus_.Prepare("SELECT left_words, right_words, held, sample FROM identities "
                                  "WHERE kind = ? ORDER BY n"));
    rows.Bind({kind});
    std::vector<StoredIdentity> identities;
    for (;;) {
      CROSSFOOT_TRY(const bool more, rows.Step());
      if (!more) {
        return identities;
      }
      identities.push_back(
          {std::string(rows.Text(0)), std::string(rows.Text(1)), rows.Integer(2), rows.Integer(3)});
    }
  }

  // The kind's identities; where they changed, every report of the kind is held against them again.
  Result<Done> OfKind(const std::string& kind) {
    IdentityMiner miner;
    CROSSFOOT_TRY(const auto reports, Reports("r.kind = ? AND r.year IS NOT NULL ORDER BY "
                                              "r.source LIMIT " +
                                                  std::to_string(IdentityMiner::kSample),
                                              {kind}));
    if (reports.size() >= static_cast<size_t>(IdentityMiner::kLeastHeld)) {
      for (const StoredReport& report : reports) {
        CROSSFOOT_TRY(const ReportContents contents, ContentsOf(corpus_, report));
        miner.Add(contents);
      }
    }
    const std::vector<StoredIdentity> now = miner.Identities();
    CROSSFOOT_TRY(const std::vector<StoredIdentity> before, IdentitiesOf(kind));
    if (now == before) {
      return Done{};
    }
    CROSSFOOT_TRY(Statement drop, corpus_.Prepare("DELETE FROM identities WHERE kind = ?"));
    CROSSFOOT_DO(drop.Run({kind}));
    CROSSFOOT_TRY(Statement insert,
                  corpus_.Prepare("INSERT INTO identities VALUES (?, ?, ?, ?, ?, ?)"));
    int64_t n = 0;
    for (const StoredIdentity& one : now) {
      CROSSFOOT_DO(insert.Run({kind, n++, one.left, one.right, one.held, one.sample}));
    }
    CROSSFOOT_TRY(Statement mark,
                  corpus_.Prepare("INSERT OR IGNORE INTO stale_groups SELECT 'report:' || source "
                                  "FROM records WHERE kind = ?"));
    return mark.Run({kind});
  }

  Result<Done> OfReport(const std::string& source) {
    CROSSFOOT_TRY(const SqlValue kind,
                  corpus_.Ask("SELECT kind FROM records WHERE source = ?", {source}));
    const auto* name = std::get_if<std::string>(&kind);
    if (name == nullptr || name->empty()) {
      return Done{};
    }
    if (*name != kind_) {
      kind_ = *name;
      CROSSFOOT_TRY(identities_, IdentitiesOf(kind_));
    }
    if (identities_.empty()) {
      return Done{};
    }
    CROSSFOOT_TRY(const auto reports, Reports("r.source = ?", {source}));
    CROSSFOOT_TRY(const ReportContents contents, ContentsOf(corpus_, reports.at(0)));
    return Compare(Pairing::kTemplate, contents, contents, identities_);
  }

  Database& corpus_;
  AcrossRows rows_;
  std::string kind_;  // whose identities are at hand
  std::vector<StoredIdentity> identities_;
};

}  // namespace

Result<Done> CompareAcross(Store& store) {
  Across across(store.corpus());
  for (;;) {
    CROSSFOOT_TRY(const bool more, across.DoSome());
    if (!more) {
      return Done{};
    }
  }
}

}  // namespace crossfoot
