// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/record_rows.h"

#include <array>
#include <cmath>

#include "base/check.h"
#include "corpus/across/office_name.h"
#include "corpus/schema.h"
#include "model/json/packed_record.h"
#include "model/json/record_json.h"

namespace crossfoot {
namespace {

SqlValue Text(std::string_view text) { return std::string(text); }
SqlValue Whole(int64_t value) { return value; }
// A page, line or year: 0 means that there is none.
SqlValue Positive(int64_t value) { return value > 0 ? SqlValue(value) : SqlValue(); }
// Two decimals, as in JSON.
SqlValue Confidence(double value) { return static_cast<double>(std::lround(value * 100)) / 100; }

class RowWriter {
 public:
  explicit RowWriter(const Record& record) : record_(record) {}

  RowPack Rows() && {
    PutRecord();
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
    PutPacked(PackRecord(record_, FactKeys(record_)));
  }

  void PutPacked(const PackedRecord& packed) {
    const auto put = [&](std::string_view part, const std::string& json) {
      Put("packed", {Text(part), json});
    };
    put("facts", packed.facts);
    put("indicators", packed.indicators);
    put("paragraphs", packed.paragraphs);
    put("record", packed.record);
    put("relations", packed.relations);
    put("tables", packed.tables);
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
  RowPack rows_;
};

}  // namespace

RowPack RowsOf(const Record& record) { return RowWriter(record).Rows(); }

std::string VersionText(const Versions& versions) {
  return "program " + versions.program + " lexicon " + versions.lexicon + " rules " +
         versions.rules;
}

}  // namespace crossfoot
