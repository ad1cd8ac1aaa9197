// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/across/report_facts.h"

#include "base/utf8.h"

namespace crossfoot {
namespace {

constexpr char kFacts[] =
    "SELECT n, id, subject, metric, scope, value || unit, base_unit, base_value, low, high, "
    "coalesce(year, 0), qualifiers, row_path, column_path, quote, coalesce(page, 0), "
    "coalesce(line, 0) FROM facts WHERE source = ? AND dimension = 'money' AND low IS NOT NULL AND "
    "high IS NOT NULL ORDER BY n";

}  // namespace

Result<std::vector<StoredFact>> FactsOf(Database& corpus, const StoredReport& report) {
  CROSSFOOT_TRY(Statement rows, corpus.Prepare(kFacts));
  rows.Bind({report.source});
  std::vector<StoredFact> facts;
  for (;;) {
    CROSSFOOT_TRY(const bool more, rows.Step());
    if (!more) {
      return facts;
    }
    const auto base = Decimal::Parse(rows.Text(7));
    const auto low = Decimal::Parse(rows.Text(8));
    const auto high = Decimal::Parse(rows.Text(9));
    const std::string_view qualifiers = rows.Text(11);
    const int direction = qualifiers == "increase" ? 1 : qualifiers == "decrease" ? -1 : 0;
    if (!base || !low || !high || (direction == 0 && !qualifiers.empty())) {
      continue;
    }
    StoredFact fact;
    fact.n = rows.Integer(0);
    fact.id = rows.Text(1);
    fact.subject = FoldLabel(rows.Text(2));
    fact.metric = rows.Text(3);
    fact.scope = rows.Text(4);
    fact.shown = rows.Text(5);
    fact.base_unit = rows.Text(6);
    fact.base = *base;
    fact.low = *low;
    fact.high = *high;
    fact.year = rows.Integer(10);
    fact.direction = direction;
    fact.place = FoldLabel(rows.Text(12)) + "|" + FoldLabel(rows.Text(13));
    fact.quote = rows.Text(14);
    fact.page = rows.Integer(15);
    fact.line = rows.Integer(16);
    if (fact.place == "|") {
      fact.place.clear();
    }
    facts.push_back(std::move(fact));
  }
}

std::string WordsOf(const StoredFact& fact) { return fact.subject + "\n" + fact.place; }

FactsByWords ByWords(const std::vector<StoredFact>& facts, int64_t year) {
  FactsByWords out;
  for (const StoredFact& fact : facts) {
    if (fact.direction == 0 && fact.year == year && !fact.subject.empty()) {
      out[WordsOf(fact)].push_back(&fact);
    }
  }
  return out;
}

}  // namespace crossfoot
