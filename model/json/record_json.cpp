// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/json/record_json.h"

#include <array>
#include <functional>

#include "base/utf8.h"
#include "model/json/convert.h"
#include "model/json/packed_record.h"

namespace crossfoot {
namespace {

using json::Json;

using json::Writer;
using Keys = std::vector<std::string>;

void PutIdentity(const Identity& identity, bool whole, Writer* out) {
  out->BeginObject().Put("title", identity.title).Put("entity", identity.entity);
  if (whole) {
    out->Put("region", identity.region);
  }
  out->Put("kind", identity.kind).Key("year");
  identity.year > 0 ? out->Value(identity.year) : out->Null();
  if (whole) {
    out->Put("year_reason", identity.year_reason);
    out->Put("self_score", identity.self_score).Put("grade", identity.grade);
  }
  out->EndObject();
}

void PutSummary(const Record& record, Writer* out) {
  std::array<int, 3> facts{};
  for (const FactStatus status : record.fact_status) {
    ++facts[static_cast<size_t>(status)];
  }
  std::array<int, 4> relations{};
  for (const Relation& relation : record.relations) {
    ++relations[static_cast<size_t>(relation.status)];
  }
  for (const Uncovered& uncovered : record.uncovered) {
    relations[static_cast<size_t>(RelationStatus::kUnevaluated)] += uncovered.count;
  }
  std::array<int, 3> findings{};
  int suppressed = 0;
  for (const Finding& finding : record.findings) {
    ++(finding.suppressed.empty() ? findings[static_cast<size_t>(finding.severity)] : suppressed);
  }
  out->BeginObject().Put("facts", record.facts.facts.size());
  for (const FactStatus status :
       {FactStatus::kConfirmed, FactStatus::kDisputed, FactStatus::kUntested}) {
    out->Put(FactStatusName(status), facts[static_cast<size_t>(status)]);
  }
  out->Key("relations").BeginObject();
  for (const RelationStatus status : {RelationStatus::kHeld, RelationStatus::kRounding,
                                      RelationStatus::kViolated, RelationStatus::kUnevaluated}) {
    out->Put(RelationStatusName(status), relations[static_cast<size_t>(status)]);
  }
  out->EndObject().Key("findings").BeginObject();
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kInfo}) {
    out->Put(SeverityName(severity), findings[static_cast<size_t>(severity)]);
  }
  if (suppressed > 0) {
    out->Put("suppressed", suppressed);
  }
  out->EndObject().EndObject();
}

void PutRules(const Record& record, Writer* out) {
  out->BeginArray();
  for (const RuleCoverage& rule : record.rules) {
    out->BeginObject(json::kRuleShape).Put("rule", rule.rule).Put("state", rule.State());
    out->Put("held", rule.held).Put("rounding", rule.rounding).Put("violated", rule.violated);
    out->Put("unevaluated", rule.unevaluated).Put("findings", rule.findings).EndObject();
  }
  out->EndArray();
}

void PutCoverage(const Record& record, Writer* out) {
  out->BeginArray();
  for (const Uncovered& uncovered : record.uncovered) {
    out->BeginObject().Put("rule", uncovered.rule).Put("count", uncovered.count);
    json::PutBilingual(uncovered.reason, &out->Key("reason"));
    out->EndObject();
  }
  out->EndArray();
}

void PutAllNotes(const Record& record, Writer* out) {
  out->BeginArray();
  json::PutNotes(record.document.notes, out);
  json::PutNotes(record.facts.notes, out);
  out->EndArray();
}

void PutVersions(const Versions& versions, Writer* out) {
  out->BeginObject().Put("program", versions.program).Put("lexicon", versions.lexicon);
  out->Put("rules", versions.rules).EndObject();
}

// What both forms begin with.
void PutHead(const Record& record, bool whole, Writer* out) {
  json::PutSource(record.document.source, &out->BeginObject().Key("source"));
  PutIdentity(record.facts.identity, whole, &out->Put("status", "ok").Key("document"));
  out->Put("verdict", VerdictName(record.verdict));
  PutSummary(record, &out->Key("summary"));
}

// What a whole record ends with.
void PutTail(const Record& record, const Keys& keys, Writer* out) {
  json::PutFindings(record, keys, &out->Key("findings"));
  PutRules(record, &out->Key("rules"));
  PutCoverage(record, &out->Key("coverage"));
  PutAllNotes(record, &out->Key("notes"));
  PutVersions(record.versions, &out->Key("versions"));
  out->EndObject();
}

std::string_view ParagraphKind(BlockKind kind) {
  return kind == BlockKind::kHeading    ? "heading"
         : kind == BlockKind::kListItem ? "list_item"
         : kind == BlockKind::kFootnote ? "footnote"
                                        : "paragraph";
}

// Numbers and titles of the section and those around it.
std::string SectionPath(const Document& document, int section) {
  std::string path;
  for (size_t steps = 0; section >= 0 && steps <= document.outline.size(); ++steps) {
    const Section& one = document.outline.at(static_cast<size_t>(section));
    path = one.number + one.title + (path.empty() ? "" : " / " + path);
    section = one.parent;
  }
  return path;
}

void PutNumberOrNull(int number, Writer* out) { number > 0 ? out->Value(number) : out->Null(); }

std::string Paragraphs(const Document& document) {
  Writer out(Writer::Form::kPacked);
  out.BeginArray();
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::kTable) {
      continue;
    }
    const std::string& text = block.text.utf8();
    const Place place = block.text.PlaceOf(0, text.empty() ? 0 : DecodeUtf8(text, 0).length);
    out.BeginArray().Value(ParagraphKind(block.kind)).Value(SectionPath(document, block.section));
    out.Value(text);
    PutNumberOrNull(place.page, &out);
    PutNumberOrNull(place.line, &out);
    out.EndArray();
  }
  out.EndArray();
  return std::move(out).Take();
}

std::string Packed(const std::function<void(Writer*)>& put) {
  Writer out(Writer::Form::kPacked);
  put(&out);
  return std::move(out).Take();
}

}  // namespace

std::string RecordJson(const Record& record) { return RecordJson(record, FactKeys(record)); }

std::string RecordJson(const Record& record, const Keys& keys) {
  Writer out;
  PutHead(record, true, &out);
  json::PutOutline(record.document, &out.Key("outline"));
  json::PutTables(record.document, &out.Key("tables"));
  json::PutFacts(record, keys, &out.Key("facts"));
  json::PutIndicators(record, &out.Key("indicators"));
  json::PutRelations(record, keys, &out.Key("relations"));
  PutTail(record, keys, &out);
  return std::move(out).Take();
}

PackedRecord PackRecord(const Record& record, const Keys& keys) {
  PackedRecord packed;
  packed.tables = Packed([&](Writer* out) { json::PutTables(record.document, out); });
  packed.facts = Packed([&](Writer* out) { json::PutFacts(record, keys, out); });
  packed.indicators = Packed([&](Writer* out) { json::PutIndicators(record, out); });
  packed.relations = Packed([&](Writer* out) { json::PutRelations(record, keys, out); });
  packed.paragraphs = Paragraphs(record.document);
  Writer out(Writer::Form::kPacked);
  PutHead(record, true, &out);
  json::PutOutline(record.document, &out.Key("outline"));
  for (const char* part : {"tables", "facts", "indicators", "relations"}) {
    out.Key(part).Null();
  }
  PutTail(record, keys, &out);
  packed.record = std::move(out).Take();
  return packed;
}

std::string CheckJson(const Record& record, bool with_relations) {
  Writer out;
  const Keys keys = FactKeys(record);
  PutHead(record, false, &out);
  json::PutFindings(record, keys, &out.Key("findings"));
  if (with_relations) {
    json::PutRelations(record, keys, &out.Key("relations"));
  }
  PutCoverage(record, &out.Key("coverage"));
  PutAllNotes(record, &out.Key("notes"));
  out.EndObject();
  return std::move(out).Take();
}

Result<std::set<std::string>> ReadFindingIds(std::string_view json_lines) {
  std::set<std::string> ids;
  int number = 0;
  while (!json_lines.empty()) {
    const size_t end = std::min(json_lines.find('\n'), json_lines.size());
    const std::string_view line = json_lines.substr(0, end);
    json_lines.remove_prefix(std::min(end + 1, json_lines.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
      continue;
    }
    try {
      const Json report = Json::parse(line);
      for (const Json& finding : report.value("findings", Json::array())) {
        ids.insert(finding.at("id").get<std::string>());
      }
    } catch (const nlohmann::json::exception&) {
      return Error{ErrorCode::kBrokenMarkup, "is not a line of `check --format json`", "", 0,
                   number};
    }
  }
  return ids;
}

std::string FailureJson(const Error& error) {
  Json out;
  out["source"]["path"] = error.file;
  out["status"] = "failed";
  Json detail;
  detail["code"] = ErrorName(error.code);
  detail["message"] = error.message;
  if (error.page > 0) {
    detail["page"] = error.page;
  }
  if (error.line > 0) {
    detail["line"] = error.line;
  }
  if (!error.object.empty()) {
    detail["object"] = error.object;
  }
  out["error"] = std::move(detail);
  return json::Dump(out);
}

}  // namespace crossfoot
