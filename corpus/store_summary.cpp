// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/store_summary.h"

namespace crossfoot {
namespace {

constexpr char kTotals[] =
    "SELECT (SELECT count(*) FROM sources), count(*), coalesce(sum(facts), 0), "
    "coalesce(sum(confirmed), 0), coalesce(sum(disputed), 0), coalesce(sum(untested), 0), "
    "coalesce(sum(held), 0), coalesce(sum(rounding), 0), coalesce(sum(violated), 0), "
    "coalesce(sum(unevaluated), 0) FROM records";
// Those that other reports bring to light (COR) are no part of a record.
constexpr char kFindings[] =
    "SELECT coalesce(sum(severity = 'error'), 0), coalesce(sum(severity = 'warning'), 0), "
    "coalesce(sum(severity = 'info'), 0) FROM findings";

Result<std::vector<NamedCount>> Counts(Database& corpus, std::string_view sql) {
  CROSSFOOT_TRY(Statement statement, corpus.Prepare(sql));
  std::vector<NamedCount> counts;
  for (;;) {
    CROSSFOOT_TRY(const bool more, statement.Step());
    if (!more) {
      return counts;
    }
    counts.push_back({std::string(statement.Text(0)), statement.Integer(1)});
  }
}

}  // namespace

Result<StoreSummary> Summarize(Database& corpus) {
  StoreSummary summary;
  {
    CROSSFOOT_TRY(Statement totals, corpus.Prepare(kTotals));
    CROSSFOOT_DO(totals.Step());
    summary.sources = totals.Integer(0);
    summary.reports = totals.Integer(1);
    summary.facts = totals.Integer(2);
    summary.fact_status = {{"confirmed", totals.Integer(3)},
                           {"disputed", totals.Integer(4)},
                           {"untested", totals.Integer(5)}};
    summary.relation_status = {{"held", totals.Integer(6)},
                               {"rounding", totals.Integer(7)},
                               {"violated", totals.Integer(8)},
                               {"unevaluated", totals.Integer(9)}};
  }
  {
    CROSSFOOT_TRY(Statement findings, corpus.Prepare(kFindings));
    CROSSFOOT_DO(findings.Step());
    summary.findings_by_severity = {{"error", findings.Integer(0)},
                                    {"warning", findings.Integer(1)},
                                    {"info", findings.Integer(2)}};
  }
  CROSSFOOT_TRY(
      summary.findings_by_rule,
      Counts(corpus, "SELECT rule || ' ' || name, count(*) FROM findings GROUP BY 1 ORDER BY 1"));
  CROSSFOOT_TRY(summary.failures,
                Counts(corpus, "SELECT code, count(*) FROM failures GROUP BY 1 ORDER BY 1"));
  CROSSFOOT_TRY(summary.not_checked,
                Counts(corpus, "SELECT rule, sum(count) FROM not_checked GROUP BY 1 ORDER BY 1"));
  CROSSFOOT_TRY(
      summary.across,
      Counts(corpus, "SELECT rule || ' ' || status, count(*) FROM across GROUP BY 1 ORDER BY 1"));
  return summary;
}

}  // namespace crossfoot
