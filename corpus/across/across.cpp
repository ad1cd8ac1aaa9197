// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/across/across.h"

#include <map>
#include <tuple>

#include "base/sha256.h"
#include "base/utf8.h"
#include "corpus/across/comparison.h"
#include "corpus/schema.h"

namespace crossfoot {
namespace {

constexpr char kReports[] =
    "SELECT s.source, s.path, s.sha256, r.entity, r.kind, coalesce(r.year, 0) FROM records r JOIN "
    "sources s USING (source) WHERE r.entity <> '' AND r.kind <> '' AND r.year IS NOT NULL "
    "ORDER BY s.path";
constexpr char kSameFiles[] =
    "SELECT a.source, a.path, b.source, b.path, r.entity, coalesce(r.year, 0) FROM sources a JOIN "
    "sources b ON a.sha256 = b.sha256 AND a.path > b.path AND b.path = (SELECT min(path) FROM "
    "sources c WHERE c.sha256 = a.sha256) JOIN records r ON r.source = a.source WHERE a.sha256 <> "
    "'' "
    "ORDER BY a.path";

// Whose and what kind; then the years; then the reports of a year, by path.
using Offices =
    std::map<std::pair<std::string, std::string>, std::map<int64_t, std::vector<StoredReport>>>;

Result<Offices> ReadOffices(Database& corpus) {
  CROSSFOOT_TRY(Statement rows, corpus.Prepare(kReports));
  Offices offices;
  for (;;) {
    CROSSFOOT_TRY(const bool more, rows.Step());
    if (!more) {
      return offices;
    }
    StoredReport report{std::string(rows.Text(0)), std::string(rows.Text(1)),
                        std::string(rows.Text(2)), std::string(rows.Text(3)),
                        std::string(rows.Text(4)), rows.Integer(5)};
    offices[{FoldLabel(report.entity), FoldLabel(report.kind)}][report.year].push_back(report);
  }
}

SqlValue Positive(int64_t value) { return value > 0 ? SqlValue(value) : SqlValue(); }

SqlRow RowOf(const Comparison& c, int64_t n) {
  const std::string id = "x" + Sha256Hex(c.rule + "\n" + c.later->path + "\n" + c.earlier->path +
                                         "\n" + c.fact.id + "\n" + c.other.id + "\n" + c.value)
                                   .substr(0, 12);
  return {n,
          id,
          c.rule,
          c.status,
          c.later->entity,
          c.fact.metric.empty() ? c.other.metric : c.fact.metric,
          Positive(c.year),
          c.later->source,
          c.fact.id,
          c.value,
          Positive(c.fact.page),
          Positive(c.fact.line),
          c.fact.subject,
          c.earlier->source,
          c.other.id,
          c.other.shown,
          Positive(c.other.page),
          Positive(c.other.line),
          c.other.subject,
          c.difference,
          c.message.zh,
          c.message.en};
}

class AcrossWriter {
 public:
  explicit AcrossWriter(Database& corpus) : corpus_(corpus) {}

  Result<Done> Write() {
    CROSSFOOT_DO(corpus_.Execute("DELETE FROM across"));
    CROSSFOOT_DO(PutSameFiles());
    CROSSFOOT_TRY(const Offices offices, ReadOffices(corpus_));
    for (const auto& [office, years] : offices) {
      for (const auto& [year, reports] : years) {
        const auto before = years.find(year - 1);
        if (reports.size() > 1 || before != years.end()) {
          CROSSFOOT_DO(PutYear(reports, before == years.end() ? nullptr : &before->second));
        }
      }
    }
    return corpus_.Execute("UPDATE state SET value = 'fresh' WHERE name = 'across'");
  }

 private:
  Result<Done> PutSameFiles() {
    CROSSFOOT_TRY(Statement rows, corpus_.Prepare(kSameFiles));
    for (;;) {
      CROSSFOOT_TRY(const bool more, rows.Step());
      if (!more) {
        return Done{};
      }
      StoredReport later{std::string(rows.Text(0)),
                         std::string(rows.Text(1)),
                         "",
                         std::string(rows.Text(4)),
                         "",
                         rows.Integer(5)};
      StoredReport earlier{
          std::string(rows.Text(2)), std::string(rows.Text(3)), "", later.entity, "", later.year};
      Comparison same;
      same.rule = "same_file";
      same.status = "noted";
      same.later = &later;
      same.earlier = &earlier;
      same.year = later.year;
      same.message = {"两个文件的内容完全相同", "the two files have the same bytes"};
      CROSSFOOT_DO(Put(same));
    }
  }

  // A year's reports against one another and against those of the year before. Files that are the
  // same are looked at once.
  Result<Done> PutYear(const std::vector<StoredReport>& reports,
                       const std::vector<StoredReport>* before) {
    CROSSFOOT_TRY(const auto ours, Loaded(reports));
    std::vector<Comparison> found;
    for (size_t i = 1; i < ours.size(); ++i) {
      CompareVersions(ours[i], ours[0], &found);
    }
    std::vector<ReportWithFacts> theirs;
    if (before != nullptr) {
      CROSSFOOT_TRY(theirs, Loaded(*before));
    }
    // Where a year has several versions it cannot be told which one the next year's report means.
    if (theirs.size() == 1) {
      for (const ReportWithFacts& later : ours) {
        CompareWithPriorYear(later, theirs.front(), &found);
      }
    }
    for (const Comparison& comparison : found) {
      CROSSFOOT_DO(Put(comparison));
    }
    return Done{};
  }

  Result<std::vector<ReportWithFacts>> Loaded(const std::vector<StoredReport>& reports) {
    std::vector<ReportWithFacts> out;
    std::map<std::string, bool> seen;
    for (const StoredReport& report : reports) {
      if (!std::exchange(seen[report.sha256], true)) {
        CROSSFOOT_TRY(auto facts, FactsOf(corpus_, report));
        out.emplace_back(report, std::move(facts));
      }
    }
    return out;
  }

  Result<Done> Put(const Comparison& comparison) {
    if (!insert_) {
      std::string sql = "INSERT INTO across VALUES (?";
      for (size_t i = 1; i < CorpusSchema().Find("across")->columns.size(); ++i) {
        sql += ", ?";
      }
      CROSSFOOT_TRY(Statement insert, corpus_.Prepare(sql + ")"));
      insert_ = std::make_unique<Statement>(std::move(insert));
    }
    return insert_->Run(RowOf(comparison, n_++));
  }

  Database& corpus_;
  std::unique_ptr<Statement> insert_;
  int64_t n_ = 0;
};

}  // namespace

Result<Done> CompareAcross(Store& store) {
  CROSSFOOT_TRY(Transaction transaction, Transaction::Begin(store.corpus()));
  CROSSFOOT_DO(AcrossWriter(store.corpus()).Write());
  return transaction.Commit();
}

}  // namespace crossfoot
