// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/json/sarif.h"

#include "base/version.h"
#include "model/json/convert.h"

namespace crossfoot {
namespace {

using json::Json;

std::string_view Level(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kInfo:
      break;
  }
  return "note";
}

Json LocationJson(const std::string& path, const Evidence& evidence) {
  Json physical;
  physical["artifactLocation"]["uri"] = path;
  if (evidence.place.line > 0) {
    Json region;
    region["startLine"] = evidence.place.line;
    if (evidence.place.column > 0) {
      region["startColumn"] = evidence.place.column;
    }
    region["snippet"]["text"] = evidence.quote;
    physical["region"] = std::move(region);
  }
  Json location;
  location["physicalLocation"] = std::move(physical);
  location["message"]["text"] = evidence.role + ": " + evidence.text;
  Json place;
  json::AddPlace(evidence.place, &place);
  if (!place.is_null()) {
    location["properties"] = std::move(place);
  }
  return location;
}

}  // namespace

void SarifLog::DeclareRule(const std::string& id, const std::string& name,
                           const BilingualText& summary) {
  rules_[id] = {name, summary};
}

void SarifLog::Add(const Record& record) {
  for (const Finding& finding : record.findings) {
    rules_.try_emplace(finding.rule, RuleInfo{finding.name, {}});
    results_.push_back({record.document.source.path, finding});
  }
}

void SarifLog::AddFailure(const Error& error) { failures_.push_back(error); }

std::string SarifLog::ToJson() const {
  Json driver;
  driver["name"] = "crossfoot";
  driver["version"] = kVersion;
  std::map<std::string, size_t> index;
  Json rules = Json::array();
  for (const auto& [id, info] : rules_) {
    index[id] = index.size();
    Json rule;
    rule["id"] = id;
    rule["name"] = info.name;
    if (!info.summary.en.empty()) {
      rule["shortDescription"]["text"] = info.summary.en;
    }
    rules.push_back(std::move(rule));
  }
  driver["rules"] = std::move(rules);

  Json results = Json::array();
  for (const Result& result : results_) {
    const Finding& finding = result.finding;
    Json item;
    item["ruleId"] = finding.rule;
    item["ruleIndex"] = index.at(finding.rule);
    item["level"] = Level(finding.severity);
    item["message"]["text"] = finding.message.en;
    Json locations = Json::array();
    Json related = Json::array();
    for (size_t i = 0; i < finding.evidence.size(); ++i) {
      (i == 0 ? locations : related).push_back(LocationJson(result.path, finding.evidence[i]));
    }
    item["locations"] = std::move(locations);
    item["relatedLocations"] = std::move(related);
    item["partialFingerprints"]["crossfoot/v1"] = finding.id;
    if (!finding.suppressed.empty()) {
      Json suppression;
      suppression["kind"] = "external";
      suppression["status"] = "accepted";
      suppression["justification"] = finding.suppressed;
      item["suppressions"] = Json::array({std::move(suppression)});
    }
    item["properties"]["confidence"] = finding.confidence;
    item["properties"]["expression"] = finding.expression;
    item["properties"]["message_zh"] = finding.message.zh;
    results.push_back(std::move(item));
  }

  Json notifications = Json::array();
  for (const Error& error : failures_) {
    Json item;
    item["level"] = "error";
    item["message"]["text"] = error.ToString();
    item["descriptor"]["id"] = ErrorName(error.code);
    notifications.push_back(std::move(item));
  }
  Json invocation;
  invocation["executionSuccessful"] = failures_.empty();
  invocation["toolExecutionNotifications"] = std::move(notifications);

  Json run;
  run["tool"]["driver"] = std::move(driver);
  run["invocations"] = Json::array({std::move(invocation)});
  run["columnKind"] = "unicodeCodePoints";
  run["results"] = std::move(results);
  Json out;
  out["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
  out["version"] = "2.1.0";
  out["runs"] = Json::array({std::move(run)});
  return json::Dump(out);
}

}  // namespace crossfoot
