// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report_data.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/decimal.h"
#include "base/version.h"
#include "corpus/json_text.h"

namespace crossfoot {
namespace {

constexpr char kLines[] =
    "SELECT r.source, s.path, s.sha256, s.media_type, r.title, r.entity, r.region, r.kind, r.year, "
    "r.verdict, r.errors, r.warnings, r.infos, r.facts, r.confirmed, r.disputed, r.untested, "
    "r.held, r.rounding, r.violated, r.unevaluated FROM records r JOIN sources s USING (source) "
    "ORDER BY s.path";

using RuleCounts = std::map<std::string, std::vector<std::pair<std::string, int64_t>>>;

// Calls `each` for every row.
template <typename Each>
Result<Done> ForRows(Database& database, const std::string& sql, const Each& each) {
  CROSSFOOT_TRY(Statement rows, database.Prepare(sql));
  for (;;) {
    CROSSFOOT_TRY(const bool more, rows.Step());
    if (!more) {
      return Done{};
    }
    each(rows);
  }
}

std::string ColumnText(const Statement& rows, int column) { return std::string(rows.Text(column)); }

Result<RuleCounts> CountRules(Database& corpus) {
  RuleCounts counts;
  CROSSFOOT_DO(ForRows(corpus,
                       "SELECT source, rule, count(*) FROM findings GROUP BY source, rule ORDER "
                       "BY source, rule",
                       [&](const Statement& rows) {
                         counts[ColumnText(rows, 0)].emplace_back(ColumnText(rows, 1),
                                                                  rows.Integer(2));
                       }));
  return counts;
}

std::string ReportJson(const Statement& rows, const RuleCounts& counts) {
  JsonObject out;
  out.Text("key", rows.Text(0)).Text("path", rows.Text(1));
  constexpr std::array kTexts = {"title", "entity", "region", "kind"};
  for (size_t i = 0; i < kTexts.size(); ++i) {
    out.Text(kTexts[i], rows.Text(static_cast<int>(i) + 4));
  }
  out.Raw("year", rows.IsNull(8) ? "null" : std::to_string(rows.Integer(8)));
  out.Text("verdict", rows.Text(9));
  constexpr std::array kCounts = {"errors",    "warnings", "infos",      "facts",
                                  "confirmed", "disputed", "untested",   "held",
                                  "rounding",  "violated", "unevaluated"};
  for (size_t i = 0; i < kCounts.size(); ++i) {
    out.Whole(kCounts[i], rows.Integer(static_cast<int>(i) + 10));
  }
  std::vector<std::string> rules;
  std::vector<std::string> times;
  const auto found = counts.find(ColumnText(rows, 0));
  if (found != counts.end()) {
    for (const auto& [rule, count] : found->second) {
      rules.push_back(JsonString(rule));
      times.push_back(std::to_string(count));
    }
  }
  out.Raw("rules", JsonArray(rules)).Raw("rule_counts", JsonArray(times));
  return out.Print();
}

// A gap in units of the last digit that is printed: "1" for 12.01 against 12.00.
std::string GapLabel(std::string_view difference, std::string_view stated) {
  const auto gap = Decimal::Parse(difference);
  const size_t point = stated.find('.');
  const size_t digits = point == std::string_view::npos ? 0 : stated.size() - point - 1;
  if (!gap || digits > 12) {
    return "?";
  }
  Decimal unit(1);
  const Decimal tenth = *Decimal::Parse("0.1");
  for (size_t i = 0; i < digits; ++i) {
    unit = unit * tenth;
  }
  const Decimal size = *gap < Decimal(0) ? -*gap : *gap;
  if (size < unit) {
    return "<1";
  }
  for (int times = 1; times <= 4; ++times) {
    if (size <= unit * Decimal(times)) {
      return std::to_string(times);
    }
  }
  return ">4";
}

Result<std::string> GapsJson(Database& corpus) {
  std::map<std::string, int64_t> gaps;
  CROSSFOOT_DO(
      ForRows(corpus, "SELECT difference, stated FROM relations WHERE status = 'rounding'",
              [&](const Statement& rows) { ++gaps[GapLabel(rows.Text(0), rows.Text(1))]; }));
  std::vector<std::string> items;
  for (const char* label : {"<1", "1", "2", "3", "4", ">4", "?"}) {
    if (const auto found = gaps.find(label); found != gaps.end()) {
      items.push_back("[" + JsonString(label) + "," + std::to_string(found->second) + "]");
    }
  }
  return JsonArray(items);
}

Result<std::string> FailuresJson(Database& corpus) {
  std::vector<std::string> items;
  CROSSFOOT_DO(ForRows(corpus,
                       "SELECT s.path, f.code, f.message FROM failures f JOIN sources s USING "
                       "(source) ORDER BY s.path",
                       [&](const Statement& rows) {
                         items.push_back(JsonObject()
                                             .Text("path", rows.Text(0))
                                             .Text("code", rows.Text(1))
                                             .Text("message", rows.Text(2))
                                             .Print());
                       }));
  return JsonArray(items);
}

Result<std::string> AcrossJson(Database& corpus) {
  std::vector<std::string> items;
  CROSSFOOT_DO(ForRows(
      corpus,
      "SELECT status, message_zh, message_en FROM across WHERE status IN ('violated', 'noted') "
      "ORDER BY status = 'noted', n LIMIT 1000",
      [&](const Statement& rows) {
        items.push_back(
            JsonObject()
                .Text("status", rows.Text(0))
                .Raw("message", BilingualJsonText({ColumnText(rows, 1), ColumnText(rows, 2)}))
                .Print());
      }));
  return JsonArray(items);
}

}  // namespace

std::string BilingualJsonText(const BilingualText& text) {
  return JsonObject().Text("zh", text.zh).Text("en", text.en).Print();
}

Result<std::vector<ReportLine>> ReadReportLines(Store& store) {
  std::vector<ReportLine> lines;
  CROSSFOOT_DO(ForRows(store.corpus(), kLines, [&](const Statement& rows) {
    lines.push_back({ColumnText(rows, 0), ColumnText(rows, 1), ColumnText(rows, 2),
                     ColumnText(rows, 3), ColumnText(rows, 4), ColumnText(rows, 5),
                     ColumnText(rows, 6), ColumnText(rows, 7), rows.Integer(8), ColumnText(rows, 9),
                     rows.Integer(10), rows.Integer(11), rows.Integer(12)});
  }));
  return lines;
}

Result<std::string> IndexJson(Store& store, const RuleTexts& rules) {
  Database& corpus = store.corpus();
  CROSSFOOT_TRY(const RuleCounts counts, CountRules(corpus));
  std::vector<std::string> reports;
  CROSSFOOT_DO(ForRows(
      corpus, kLines, [&](const Statement& rows) { reports.push_back(ReportJson(rows, counts)); }));
  JsonObject texts;
  for (const auto& [id, text] : rules) {
    texts.Raw(id, BilingualJsonText(text));
  }
  CROSSFOOT_TRY(const std::string gaps, GapsJson(corpus));
  CROSSFOOT_TRY(const std::string failures, FailuresJson(corpus));
  CROSSFOOT_TRY(const std::string across, AcrossJson(corpus));
  return JsonObject()
      .Raw("reports", JsonArray(reports))
      .Raw("rules", texts.Print())
      .Raw("gaps", gaps)
      .Raw("failures", failures)
      .Raw("across", across)
      .Text("program", kVersion)
      .Print();
}

Result<std::string> RecordOf(Store& store, const std::string& key) {
  CROSSFOOT_TRY(
      const SqlValue json,
      store.corpus().Ask("SELECT whole_record(part, json) FROM packed WHERE source = ?", {key}));
  if (const auto* text = std::get_if<std::string>(&json)) {
    return *text;
  }
  return Error{ErrorCode::kFileNotFound, "the store has no record of " + key};
}

std::string LinesAround(std::string_view text, const std::vector<int>& numbers) {
  constexpr int kContext = 3;
  std::vector<std::string> items;
  for (int number = 1; !text.empty(); ++number) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    const bool near = std::any_of(numbers.begin(), numbers.end(), [&](int wanted) {
      return number >= wanted - kContext && number <= wanted + kContext;
    });
    if (near) {
      items.push_back(JsonObject().Whole("number", number).Text("text", line).Print());
    }
  }
  return JsonArray(items);
}

}  // namespace crossfoot
