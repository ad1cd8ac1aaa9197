// SPDX-License-Identifier: GPL-3.0-or-later
//
// Relations and findings as JSON.
#include <cmath>

#include "model/json/convert.h"
#include "model/json/record_json.h"

namespace crossfoot::json {
namespace {

Json EvidenceJson(const Record& record, const std::vector<Evidence>& evidence) {
  Json out = Json::array();
  for (const Evidence& piece : evidence) {
    Json item;
    item["role"] = piece.role;
    item["text"] = piece.text;
    item["quote"] = piece.quote;
    AddPlace(piece.place, &item);
    if (piece.fact >= 0) {
      item["fact"] = FactKey(record, piece.fact);
    }
    out.push_back(std::move(item));
  }
  return out;
}

Json OperandJson(const Record& record, const Operand& operand) {
  Json item;
  item["role"] = operand.role;
  item["text"] = operand.text;
  item["coefficient"] = operand.coefficient.ToShortString();
  item["value"] = operand.value.ToShortString();
  item["interval"] = operand.interval.ToString();
  if (operand.fact >= 0) {
    item["fact"] = FactKey(record, operand.fact);
    AddPlace(record.facts.facts.at(static_cast<size_t>(operand.fact)).anchor.place, &item);
  }
  return item;
}

Json EditsJson(const std::vector<Edit>& edits) {
  Json out = Json::array();
  for (const Edit& edit : edits) {
    Json e;
    e["edit"] = edit.edit;
    e["kind"] = edit.kind;
    e["mends"] = edit.mends;
    e["breaks"] = edit.breaks;
    e["only_one"] = edit.only_one;
    e["text"] = BilingualJson(edit.text);
    out.push_back(std::move(e));
  }
  return out;
}

// Decimals, never doubles, from a report; a confidence is ours and has two decimals.
Json ConfidenceJson(double confidence) {
  return static_cast<double>(std::lround(confidence * 100)) / 100;
}

}  // namespace

Json RelationsJson(const Record& record) {
  Json out = Json::array();
  for (const Relation& relation : record.relations) {
    Json item;
    item["rule"] = relation.rule;
    item["kind"] = RelationKindName(relation.kind);
    item["status"] = RelationStatusName(relation.status);
    if (relation.status == RelationStatus::kRounding) {
      item["rounding"] = RoundingKindName(relation.rounding);
    }
    if (relation.status == RelationStatus::kUnevaluated) {
      item["unevaluated"] = relation.unevaluated;
    }
    item["expression"] = relation.expression;
    item["stated"] = relation.stated_text;
    item["computed"] = relation.computed_text;
    item["difference"] = relation.difference_text;
    item["unit"] = relation.unit;
    item["confidence"] = ConfidenceJson(relation.confidence);
    item["reason"] = BilingualJson(relation.reason);
    Json operands = Json::array();
    for (const Operand& operand : relation.operands) {
      operands.push_back(OperandJson(record, operand));
    }
    item["operands"] = std::move(operands);
    item["stated_operand"] = OperandJson(record, relation.stated);
    item["evidence"] = EvidenceJson(record, relation.evidence);
    out.push_back(std::move(item));
  }
  return out;
}

Json FindingsJson(const Record& record) {
  Json out = Json::array();
  for (const Finding& finding : record.findings) {
    Json item;
    item["id"] = finding.id;
    item["rule"] = finding.rule;
    item["name"] = finding.name;
    item["severity"] = SeverityName(finding.severity);
    item["confidence"] = ConfidenceJson(finding.confidence);
    item["headline"] = BilingualJson(finding.headline);
    item["message"] = BilingualJson(finding.message);
    item["expression"] = finding.expression;
    item["stated"] = finding.stated;
    item["computed"] = finding.computed;
    item["difference"] = finding.difference;
    item["unit"] = finding.unit;
    item["evidence"] = EvidenceJson(record, finding.evidence);
    item["diagnosed"] = finding.Diagnosed();
    item["diagnosis"] = EditsJson(finding.diagnosis);
    item["alternatives"] = EditsJson(finding.alternatives);
    if (!finding.suppressed.empty()) {
      item["suppressed"] = finding.suppressed;
    }
    item["relations"] = finding.relations;
    out.push_back(std::move(item));
  }
  return out;
}

}  // namespace crossfoot::json
