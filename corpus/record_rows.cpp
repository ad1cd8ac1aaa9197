// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/record_rows.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "base/check.h"
#include "base/utf8.h"
#include "corpus/across/office_name.h"
#include "corpus/deflated.h"
#include "corpus/schema.h"
#include "model/json/record_json.h"

namespace crossfoot {
namespace {

SqlValue Text(std::string_view text) { return std::string(text); }
SqlValue Whole(int64_t value) { return value; }
// A page, line or year: 0 means that there is none.
SqlValue Positive(int64_t value) { return value > 0 ? SqlValue(value) : SqlValue(); }
// Two decimals, as in JSON.
SqlValue Confidence(double value) { return static_cast<double>(std::lround(value * 100)) / 100; }

SqlValue End(const std::optional<Interval::End>& end) {
  return end ? SqlValue(end->value.ToShortString()) : SqlValue();
}

std::string Joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    out += (out.empty() ? "" : " / ") + part;
  }
  return out;
}

std::string BoxText(const Place& place) {
  if (!place.box || place.page == 0) {
    return "";
  }
  std::array<char, 96> out{};
  const int length =
      std::snprintf(out.data(), out.size(), "%.1f %.1f %.1f %.1f",
                    static_cast<double>(place.box->left), static_cast<double>(place.box->top),
                    static_cast<double>(place.box->right), static_cast<double>(place.box->bottom));
  return {out.data(), static_cast<size_t>(length)};
}

std::string_view KindOf(BlockKind kind) {
  switch (kind) {
    case BlockKind::kHeading:
      return "heading";
    case BlockKind::kListItem:
      return "list_item";
    case BlockKind::kFootnote:
      return "footnote";
    case BlockKind::kParagraph:
    case BlockKind::kTable:
      break;
  }
  return "paragraph";
}

class RowWriter {
 public:
  explicit RowWriter(const Record& record) : record_(record), keys_(FactKeys(record)) {}

  RowPack Rows() && {
    PutRecord();
    PutFacts();
    PutIndicators();
    PutParagraphs();
    PutTables();
    PutRelations();
    PutFindings();
    PutNotChecked();
    PutNotes();
    return std::move(rows_);
  }

 private:
  void Put(std::string_view table, const SqlRow& values) {
    const Schema& schema = CorpusSchema();
    const SchemaTable* found = schema.Find(table);
    CROSSFOOT_CHECK(found != nullptr && values.size() + 1 == found->columns.size());
    rows_.Add(static_cast<int>(found - schema.tables.data()), values);
  }

  [[nodiscard]] const std::string& KeyOf(FactId fact) const {
    static const std::string kNone;
    return fact < 0 ? kNone : keys_.at(static_cast<size_t>(fact));
  }

  void PutRecord() {
    const Identity& who = record_.facts.identity;
    std::array<int64_t, 3> facts{};
    for (const FactStatus status : record_.fact_status) {
      ++facts.at(static_cast<size_t>(status));
    }
    std::array<int64_t, 4> relations{};
    for (const Relation& relation : record_.relations) {
      ++relations.at(static_cast<size_t>(relation.status));
    }
    for (const Uncovered& uncovered : record_.uncovered) {
      relations.at(static_cast<size_t>(RelationStatus::kUnevaluated)) += uncovered.count;
    }
    std::array<int64_t, 3> findings{};
    for (const Finding& finding : record_.findings) {
      ++findings.at(static_cast<size_t>(finding.severity));
    }
    Put("records", {Text(who.title),
                    Text(who.entity),
                    Text(who.region),
                    Text(who.kind),
                    Positive(who.year),
                    Text(who.self_score),
                    Text(who.grade),
                    Text(VerdictName(record_.verdict)),
                    Whole(static_cast<int64_t>(record_.facts.facts.size())),
                    facts[static_cast<size_t>(FactStatus::kConfirmed)],
                    facts[static_cast<size_t>(FactStatus::kDisputed)],
                    facts[static_cast<size_t>(FactStatus::kUntested)],
                    relations[static_cast<size_t>(RelationStatus::kHeld)],
                    relations[static_cast<size_t>(RelationStatus::kRounding)],
                    relations[static_cast<size_t>(RelationStatus::kViolated)],
                    relations[static_cast<size_t>(RelationStatus::kUnevaluated)],
                    findings[static_cast<size_t>(Severity::kError)],
                    findings[static_cast<size_t>(Severity::kWarning)],
                    findings[static_cast<size_t>(Severity::kInfo)],
                    OfficeOf(who.entity, who.region).name});
    Put("record_json", {SqlBlob{Deflated(RecordJson(record_, keys_))}});
  }

  void PutFacts() {
    for (size_t i = 0; i < record_.facts.facts.size(); ++i) {
      const Fact& fact = record_.facts.facts[i];
      std::string qualifiers;
      for (const std::string_view name : QualifierNames(fact.qualifiers)) {
        qualifiers += (qualifiers.empty() ? "" : " ") + std::string(name);
      }
      const Place& place = fact.anchor.place;
      Put("facts", {Whole(static_cast<int64_t>(i)),
                    KeyOf(static_cast<FactId>(i)),
                    fact.quantity.value.ToString(),
                    fact.quantity.unit.symbol,
                    Text(DimensionName(fact.quantity.unit.dimension)),
                    Text(UnitSourceName(fact.quantity.unit.source)),
                    fact.quantity.BaseValue().ToShortString(),
                    BaseUnitName(fact.quantity.unit),
                    End(fact.quantity.interval.low()),
                    End(fact.quantity.interval.high()),
                    fact.subject,
                    fact.metric,
                    Text(ScopeName(fact.scope)),
                    fact.entity,
                    Positive(fact.period.year),
                    fact.period.ToString(),
                    qualifiers,
                    Joined(fact.row_path),
                    Joined(fact.column_path),
                    Text(FactStatusName(record_.fact_status.at(i))),
                    Text(record_.document.TextAt(fact.anchor.address)
                             .View(fact.anchor.begin, fact.anchor.end)),
                    Positive(place.page),
                    Positive(place.line),
                    BoxText(place),
                    fact.InTable() ? SqlValue(TableOf(fact.anchor.address)) : SqlValue()});
    }
  }

  [[nodiscard]] int64_t TableOf(const TextAddress& address) const {
    return record_.document.blocks.at(static_cast<size_t>(address.block)).table;
  }

  // Numbers and titles of the section and those around it.
  [[nodiscard]] std::string SectionPath(int section) const {
    std::string path;
    const auto& outline = record_.document.outline;
    for (size_t steps = 0; section >= 0 && steps <= outline.size(); ++steps) {
      const Section& one = outline.at(static_cast<size_t>(section));
      path = one.number + one.title + (path.empty() ? "" : " / " + path);
      section = one.parent;
    }
    return path;
  }

  void PutParagraphs() {
    int64_t n = 0;
    for (const Block& block : record_.document.blocks) {
      if (block.kind == BlockKind::kTable) {
        continue;
      }
      const std::string& text = block.text.utf8();
      const Place place = block.text.PlaceOf(0, text.empty() ? 0 : DecodeUtf8(text, 0).length);
      Put("paragraphs", {n++, Text(KindOf(block.kind)), SectionPath(block.section), text,
                         Positive(place.page), Positive(place.line)});
    }
  }

  void PutIndicators() {
    int64_t n = 0;
    for (const Indicator& indicator : record_.facts.indicators) {
      Put("indicators",
          {n++, indicator.level1, indicator.level2, indicator.level3, indicator.target,
           indicator.actual, indicator.rate, indicator.weight, indicator.score,
           Text(indicator.table >= 0 ? "table" : "prose"), Positive(indicator.anchor.place.page),
           Positive(indicator.anchor.place.line)});
    }
  }

  void PutTables() {
    int64_t n = 0;
    for (const Table& table : record_.document.tables) {
      const int page = table.pages.empty() ? 0 : table.pages.front();
      const int line = table.cells.empty() ? 0 : table.cells.front().place.line;
      Put("tables",
          {n, table.caption.utf8(), table.unit_note.utf8(), Whole(table.rows), Whole(table.columns),
           Whole(table.header_rows), Positive(page), Positive(line)});
      int64_t cell_n = 0;
      for (const Cell& cell : table.cells) {
        Put("cells", {n, cell_n++, Whole(cell.row), Whole(cell.column), Whole(cell.row_span),
                      Whole(cell.column_span), cell.text.utf8()});
      }
      ++n;
    }
  }

  void PutRelations() {
    int64_t n = 0;
    for (const Relation& relation : record_.relations) {
      std::string operands;
      for (const Operand& operand : relation.operands) {
        if (operand.fact >= 0) {
          operands += (operands.empty() ? "" : " ") + KeyOf(operand.fact);
        }
      }
      const bool rounding = relation.status == RelationStatus::kRounding;
      Put("relations",
          {n++, relation.rule, Text(RelationKindName(relation.kind)),
           Text(RelationStatusName(relation.status)),
           rounding ? Text(RoundingKindName(relation.rounding)) : Text(""), relation.unevaluated,
           relation.expression, relation.stated_text, relation.computed_text,
           relation.difference_text, relation.unit, Confidence(relation.confidence),
           relation.reason.zh, relation.reason.en, KeyOf(relation.stated.fact), operands});
    }
  }

  void PutFindings() {
    int64_t n = 0;
    for (const Finding& finding : record_.findings) {
      static const Evidence kNone;
      const Evidence& first = finding.evidence.empty() ? kNone : finding.evidence[0];
      const Evidence& second = finding.evidence.size() < 2 ? kNone : finding.evidence[1];
      BilingualText suggestion;
      if (!finding.diagnosis.empty()) {
        suggestion = finding.diagnosis.front().text;
      }
      Put("findings", {n++,
                       finding.id,
                       finding.rule,
                       finding.name,
                       Text(SeverityName(finding.severity)),
                       Confidence(finding.confidence),
                       finding.message.zh,
                       finding.message.en,
                       finding.expression,
                       finding.stated,
                       finding.computed,
                       finding.difference,
                       finding.unit,
                       Positive(first.place.page),
                       Positive(first.place.line),
                       first.quote,
                       Positive(second.place.page),
                       Positive(second.place.line),
                       second.quote,
                       suggestion.zh,
                       suggestion.en,
                       Text("")});
    }
  }

  void PutNotChecked() {
    int64_t n = 0;
    for (const Uncovered& uncovered : record_.uncovered) {
      Put("not_checked",
          {n++, uncovered.rule, Whole(uncovered.count), uncovered.reason.zh, uncovered.reason.en});
    }
  }

  void PutNotes() {
    int64_t n = 0;
    for (const std::vector<Note>* notes : {&record_.document.notes, &record_.facts.notes}) {
      for (const Note& note : *notes) {
        Put("notes", {n++, Text(NoteName(note.kind)), note.message, Positive(note.place.page),
                      Positive(note.place.line)});
      }
    }
  }

  const Record& record_;
  std::vector<std::string> keys_;  // of facts: relations name the same ones again and again
  RowPack rows_;
};

}  // namespace

RowPack RowsOf(const Record& record) { return RowWriter(record).Rows(); }

std::string VersionText(const Versions& versions) {
  return "program " + versions.program + " lexicon " + versions.lexicon + " rules " +
         versions.rules;
}

}  // namespace crossfoot
