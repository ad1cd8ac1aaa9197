// SPDX-License-Identifier: GPL-3.0-or-later
//
// Relations and findings as JSON.
#include "model/json/convert.h"
#include "model/json/record_json.h"

namespace crossfoot::json {
namespace {

using Keys = std::vector<std::string>;

void PutFact(FactId fact, const Keys& keys, Writer* out) {
  out->Put("fact", keys.at(static_cast<size_t>(fact)));
}

void PutEvidence(const std::vector<Evidence>& evidence, const Keys& keys, Writer* out) {
  out->BeginArray();
  for (const Evidence& piece : evidence) {
    out->BeginObject(kEvidenceShape);
    out->Put("role", piece.role).Put("text", piece.text).Put("quote", piece.quote);
    PutPlace(piece.place, out);
    if (piece.fact >= 0) {
      PutFact(piece.fact, keys, out);
    }
    out->EndObject();
  }
  out->EndArray();
}

void PutOperand(const Record& record, const Operand& operand, const Keys& keys, Writer* out) {
  out->BeginObject(kOperandShape);
  out->Put("role", operand.role).Put("text", operand.text);
  out->Put("coefficient", operand.coefficient.ToShortString());
  out->Put("value", operand.value.ToShortString());
  out->Put("interval", operand.interval.ToString());
  if (operand.fact >= 0) {
    PutFact(operand.fact, keys, out);
    PutPlace(record.facts.facts.at(static_cast<size_t>(operand.fact)).anchor.place, out);
  }
  out->EndObject();
}

void PutEdits(const std::vector<Edit>& edits, Writer* out) {
  out->BeginArray();
  for (const Edit& edit : edits) {
    out->BeginObject();
    out->Put("edit", edit.edit).Put("kind", edit.kind);
    out->Put("mends", edit.mends).Put("breaks", edit.breaks).Put("only_one", edit.only_one);
    PutBilingual(edit.text, &out->Key("text"));
    out->EndObject();
  }
  out->EndArray();
}

}  // namespace

void PutRelations(const Record& record, const Keys& keys, Writer* out) {
  out->BeginArray();
  for (const Relation& relation : record.relations) {
    out->BeginObject(kRelationShape);
    out->Put("rule", relation.rule).Put("kind", RelationKindName(relation.kind));
    out->Put("status", RelationStatusName(relation.status));
    if (relation.status == RelationStatus::kRounding) {
      out->Put("rounding", RoundingKindName(relation.rounding));
    }
    if (relation.status == RelationStatus::kUnevaluated) {
      out->Put("unevaluated", relation.unevaluated);
    }
    out->Put("expression", relation.expression).Put("stated", relation.stated_text);
    out->Put("computed", relation.computed_text).Put("difference", relation.difference_text);
    out->Put("unit", relation.unit).Key("confidence").TwoDecimals(relation.confidence);
    PutBilingual(relation.reason, &out->Key("reason"));
    out->Key("operands").BeginArray();
    for (const Operand& operand : relation.operands) {
      PutOperand(record, operand, keys, out);
    }
    out->EndArray();
    PutOperand(record, relation.stated, keys, &out->Key("stated_operand"));
    PutEvidence(relation.evidence, keys, &out->Key("evidence"));
    out->EndObject();
  }
  out->EndArray();
}

void PutFindings(const Record& record, const Keys& keys, Writer* out) {
  out->BeginArray();
  for (const Finding& finding : record.findings) {
    out->BeginObject();
    out->Put("id", finding.id).Put("rule", finding.rule).Put("name", finding.name);
    out->Put("severity", SeverityName(finding.severity));
    out->Key("confidence").TwoDecimals(finding.confidence);
    PutBilingual(finding.headline, &out->Key("headline"));
    PutBilingual(finding.message, &out->Key("message"));
    out->Put("expression", finding.expression).Put("stated", finding.stated);
    out->Put("computed", finding.computed).Put("difference", finding.difference);
    out->Put("unit", finding.unit);
    PutEvidence(finding.evidence, keys, &out->Key("evidence"));
    out->Put("diagnosed", finding.Diagnosed());
    PutEdits(finding.diagnosis, &out->Key("diagnosis"));
    PutEdits(finding.alternatives, &out->Key("alternatives"));
    if (!finding.suppressed.empty()) {
      out->Put("suppressed", finding.suppressed);
    }
    out->Key("relations").BeginArray();
    for (const int relation : finding.relations) {
      out->Value(relation);
    }
    out->EndArray().EndObject();
  }
  out->EndArray();
}

}  // namespace crossfoot::json
