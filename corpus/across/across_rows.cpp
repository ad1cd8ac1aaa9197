// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/across/across_rows.h"

#include <algorithm>

#include "base/sha256.h"
#include "corpus/schema.h"

namespace crossfoot {
namespace {

constexpr char kOldSources[] = "SELECT DISTINCT source FROM across WHERE grp = ?";
constexpr char kDropGroup[] = "DELETE FROM across WHERE grp = ?";
constexpr char kDropFindings[] = "DELETE FROM findings WHERE source = ? AND rule GLOB 'COR*'";
constexpr char kFindings[] =
    "SELECT a.id, a.rule, a.severity, a.confidence, a.message_zh, a.message_en, a.value, "
    "a.other_value, a.difference, a.unit, a.page, a.line, a.quote, a.other_page, a.other_line, "
    "a.other_quote, a.other_source FROM across a WHERE a.source = ? AND a.severity <> '' ORDER BY "
    "CASE a.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, a.rule, a.grp, a.n";
constexpr char kOwnFindings[] =
    "SELECT count(*) FROM findings WHERE source = ? AND rule NOT GLOB 'COR*'";

SqlValue Positive(int64_t value) { return value > 0 ? SqlValue(value) : SqlValue(); }

std::string InsertInto(const char* table) {
  std::string sql = std::string("INSERT INTO ") + table + " VALUES (?";
  for (size_t i = 1; i < CorpusSchema().Find(table)->columns.size(); ++i) {
    sql += ", ?";
  }
  return sql + ")";
}

SqlValue Copied(const Statement& row, int column) {
  return row.IsNull(column) ? SqlValue() : SqlValue(row.Integer(column));
}

}  // namespace

Result<Statement*> AcrossRows::Prepared(const std::string& sql) {
  const auto found = prepared_.find(sql);
  if (found != prepared_.end()) {
    return &found->second;
  }
  CROSSFOOT_TRY(Statement statement, corpus_.Prepare(sql));
  return &prepared_.emplace(sql, std::move(statement)).first->second;
}

Result<Done> AcrossRows::Open(const std::string& group) {
  group_ = group;
  n_ = 0;
  ids_.clear();
  sources_.clear();
  CROSSFOOT_TRY(Statement * old, Prepared(kOldSources));
  old->Bind({group});
  for (;;) {
    CROSSFOOT_TRY(const bool more, old->Step());
    if (!more) {
      break;
    }
    sources_.insert(std::string(old->Text(0)));
  }
  if (sources_.empty()) {
    return Done{};
  }
  CROSSFOOT_TRY(Statement * drop, Prepared(kDropGroup));
  return drop->Run({group});
}

Result<Done> AcrossRows::Put(const CrossRule& rule, const StoredReport& report,
                             const StoredReport* other, Comparison c) {
  if (c.severity) {
    c.severity = std::min(*c.severity, c.disputed ? Severity::kInfo : rule.severity);
  }
  if (other != nullptr && report.renamed != other->renamed && c.severity) {
    // A renamed office may have other duties, and other money.
    c.severity = Severity::kInfo;
    c.message.zh += "（机构已更名，口径可能调整）";
    c.message.en += " (the office was renamed; its scope may have changed)";
  }
  const std::string words =
      std::string(rule.id) + "\n" + report.kind + "\n" + std::to_string(report.year) + "\n" +
      (other == nullptr ? "" : other->kind + "\n" + std::to_string(other->year)) + "\n" +
      c.here.quote + "\n" + c.here.value + "\n" + c.there.quote + "\n" + c.there.value;
  std::string id;
  // Where all words are the same too (one file in three places), the place in the group tells.
  for (int more = 0; id.empty() || !ids_.insert(id).second; ++more) {
    id = "x" + Sha256Hex(words + (more == 0 ? "" : "\n" + std::to_string(more))).substr(0, 12);
  }
  CROSSFOOT_TRY(Statement * insert, Prepared(InsertInto("across")));
  sources_.insert(report.source);
  return insert->Run({group_,
                      n_++,
                      id,
                      std::string(rule.id),
                      c.status,
                      c.severity ? std::string(SeverityName(*c.severity)) : std::string(),
                      c.confidence,
                      report.entity,
                      c.metric,
                      Positive(c.year == 0 ? report.year : c.year),
                      report.source,
                      c.here.fact,
                      c.here.value,
                      Positive(c.here.place.page),
                      Positive(c.here.place.line),
                      c.here.quote,
                      other == nullptr ? std::string() : other->source,
                      c.there.fact,
                      c.there.value,
                      Positive(c.there.place.page),
                      Positive(c.there.place.line),
                      c.there.quote,
                      c.difference,
                      c.unit,
                      c.message.zh,
                      c.message.en});
}

Result<Done> AcrossRows::RefreshFindings(const std::string& source) {
  CROSSFOOT_TRY(Statement * drop, Prepared(kDropFindings));
  CROSSFOOT_DO(drop->Run({source}));
  CROSSFOOT_TRY(const SqlValue own, corpus_.Ask(kOwnFindings, {source}));
  int64_t n = std::get<int64_t>(own);
  CROSSFOOT_TRY(Statement * rows, Prepared(kFindings));
  CROSSFOOT_TRY(Statement * insert, Prepared(InsertInto("findings")));
  rows->Bind({source});
  for (;;) {
    CROSSFOOT_TRY(const bool more, rows->Step());
    if (!more) {
      return Done{};
    }
    const CrossRule* rule = FindCrossRule(rows->Text(1));
    const auto text = [&](int column) { return std::string(rows->Text(column)); };
    const bool figures = !text(6).empty() && !text(7).empty();
    CROSSFOOT_DO(
        insert->Run({source,
                     n++,
                     text(0),
                     text(1),
                     rule == nullptr ? std::string() : std::string(rule->name),
                     text(2),
                     rows->Real(3),
                     text(4) + "。" + (rule == nullptr ? "" : std::string(rule->advice_zh)),
                     text(5) + ". " + (rule == nullptr ? "" : std::string(rule->advice_en)),
                     figures ? text(6) + " = " + text(7) : std::string(),
                     text(6),
                     text(7),
                     text(8),
                     text(9),
                     Copied(*rows, 10),
                     Copied(*rows, 11),
                     text(12),
                     Copied(*rows, 13),
                     Copied(*rows, 14),
                     text(15),
                     std::string(),
                     std::string(),
                     text(16)}));
  }
}

Result<Done> AcrossRows::Close() {
  for (const std::string& source : sources_) {
    CROSSFOOT_DO(RefreshFindings(source));
  }
  return Done{};
}

}  // namespace crossfoot
