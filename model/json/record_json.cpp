// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/json/record_json.h"

#include <array>

#include "model/json/convert.h"

namespace crossfoot {
namespace {

using json::Json;

Json IdentityJson(const Identity& identity, bool whole) {
  Json out;
  out["title"] = identity.title;
  out["entity"] = identity.entity;
  if (whole) {
    out["region"] = identity.region;
  }
  out["kind"] = identity.kind;
  out["year"] = identity.year > 0 ? Json(identity.year) : Json(nullptr);
  if (whole) {
    out["year_reason"] = identity.year_reason;
    out["self_score"] = identity.self_score;
    out["grade"] = identity.grade;
  }
  return out;
}

Json SummaryJson(const Record& record) {
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
  for (const Finding& finding : record.findings) {
    ++findings[static_cast<size_t>(finding.severity)];
  }
  Json out;
  out["facts"] = record.facts.facts.size();
  for (const FactStatus status :
       {FactStatus::kConfirmed, FactStatus::kDisputed, FactStatus::kUntested}) {
    out[std::string(FactStatusName(status))] = facts[static_cast<size_t>(status)];
  }
  Json by_status;
  for (const RelationStatus status : {RelationStatus::kHeld, RelationStatus::kRounding,
                                      RelationStatus::kViolated, RelationStatus::kUnevaluated}) {
    by_status[std::string(RelationStatusName(status))] = relations[static_cast<size_t>(status)];
  }
  out["relations"] = std::move(by_status);
  Json by_severity;
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kInfo}) {
    by_severity[std::string(SeverityName(severity))] = findings[static_cast<size_t>(severity)];
  }
  out["findings"] = std::move(by_severity);
  return out;
}

Json RulesJson(const Record& record) {
  Json out = Json::array();
  for (const RuleCoverage& rule : record.rules) {
    Json item;
    item["rule"] = rule.rule;
    item["state"] = rule.State();
    item["held"] = rule.held;
    item["rounding"] = rule.rounding;
    item["violated"] = rule.violated;
    item["unevaluated"] = rule.unevaluated;
    item["findings"] = rule.findings;
    out.push_back(std::move(item));
  }
  return out;
}

Json CoverageJson(const Record& record) {
  Json out = Json::array();
  for (const Uncovered& uncovered : record.uncovered) {
    Json item;
    item["rule"] = uncovered.rule;
    item["count"] = uncovered.count;
    item["reason"] = json::BilingualJson(uncovered.reason);
    out.push_back(std::move(item));
  }
  return out;
}

Json AllNotesJson(const Record& record) {
  Json out = json::NotesJson(record.document.notes);
  for (Json& note : json::NotesJson(record.facts.notes)) {
    out.push_back(std::move(note));
  }
  return out;
}

Json VersionsJson(const Versions& versions) {
  Json out;
  out["program"] = versions.program;
  out["lexicon"] = versions.lexicon;
  out["rules"] = versions.rules;
  return out;
}

}  // namespace

std::string RecordJson(const Record& record) {
  Json out;
  out["source"] = json::SourceJson(record.document.source);
  out["status"] = "ok";
  out["document"] = IdentityJson(record.facts.identity, true);
  out["verdict"] = VerdictName(record.verdict);
  out["summary"] = SummaryJson(record);
  out["outline"] = json::OutlineJson(record.document);
  out["tables"] = json::TablesJson(record.document);
  out["facts"] = json::FactsJson(record);
  out["indicators"] = json::IndicatorsJson(record);
  out["relations"] = json::RelationsJson(record);
  out["findings"] = json::FindingsJson(record);
  out["rules"] = RulesJson(record);
  out["coverage"] = CoverageJson(record);
  out["notes"] = AllNotesJson(record);
  out["versions"] = VersionsJson(record.versions);
  return json::Dump(out);
}

std::string CheckJson(const Record& record, bool with_relations) {
  Json out;
  out["source"] = json::SourceJson(record.document.source);
  out["status"] = "ok";
  out["document"] = IdentityJson(record.facts.identity, false);
  out["verdict"] = VerdictName(record.verdict);
  out["summary"] = SummaryJson(record);
  out["findings"] = json::FindingsJson(record);
  if (with_relations) {
    out["relations"] = json::RelationsJson(record);
  }
  out["coverage"] = CoverageJson(record);
  out["notes"] = AllNotesJson(record);
  return json::Dump(out);
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
