// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/json/marks_json.h"

#include <map>

#include "model/json/convert.h"

namespace crossfoot {
namespace {

using json::Json;

BilingualText ReadBilingual(const Json& in) {
  return {in.at("zh").get<std::string>(), in.at("en").get<std::string>()};
}

Severity ReadSeverity(const std::string& name) {
  return name == "error" ? Severity::kError
                         : (name == "warning" ? Severity::kWarning : Severity::kInfo);
}

Finding ReadFinding(const Json& in) {
  Finding finding;
  finding.id = in.at("id").get<std::string>();
  finding.rule = in.at("rule").get<std::string>();
  finding.name = in.at("name").get<std::string>();
  finding.severity = ReadSeverity(in.at("severity").get<std::string>());
  finding.confidence = in.at("confidence").get<double>();
  finding.message = ReadBilingual(in.at("message"));
  finding.headline = ReadBilingual(in.contains("headline") ? in.at("headline") : in.at("message"));
  finding.expression = in.at("expression").get<std::string>();
  finding.stated = in.at("stated").get<std::string>();
  finding.computed = in.at("computed").get<std::string>();
  finding.difference = in.at("difference").get<std::string>();
  finding.unit = in.at("unit").get<std::string>();
  for (const Json& piece : in.at("evidence")) {
    finding.evidence.push_back({piece.at("role").get<std::string>(),
                                piece.at("text").get<std::string>(),
                                piece.at("quote").get<std::string>(), json::ReadPlace(piece), -1});
  }
  for (const Json& edit : in.at("diagnosis")) {
    finding.diagnosis.push_back({edit.at("edit").get<std::string>(), -1,
                                 edit.at("mends").get<int>(), edit.at("breaks").get<int>(),
                                 edit.at("only_one").get<bool>(), edit.value("kind", std::string()),
                                 ReadBilingual(edit.at("text"))});
  }
  return finding;
}

ReportMarks Read(const Json& record) {
  ReportMarks marks;
  const Json& identity = record.at("document");
  marks.title = identity.at("title").get<std::string>();
  marks.entity = identity.at("entity").get<std::string>();
  marks.year = identity.at("year").is_null() ? 0 : identity.at("year").get<int>();
  marks.path = record.at("source").at("path").get<std::string>();
  marks.sha256 = record.at("source").at("sha256").get<std::string>();
  marks.program = record.at("versions").at("program").get<std::string>();
  for (const Json& finding : record.at("findings")) {
    marks.findings.push_back(ReadFinding(finding));
  }
  std::map<std::string, std::string> confirmed_by;  // fact → arithmetic
  for (const Json& relation : record.at("relations")) {
    const auto status = relation.at("status").get<std::string>();
    const auto expression = relation.at("expression").get<std::string>();
    const Json& total = relation.at("stated_operand");
    if (status == "rounding" && total.contains("page")) {
      marks.rounding.push_back({json::ReadPlace(total), total.at("text").get<std::string>(),
                                expression + "  (" + relation.value("difference", "") +
                                    relation.at("unit").get<std::string>() + ")"});
    }
    if (status == "held" || status == "rounding") {
      confirmed_by.emplace(total.value("fact", ""), expression);
      for (const Json& operand : relation.at("operands")) {
        confirmed_by.emplace(operand.value("fact", ""), expression);
      }
    }
  }
  for (const Json& fact : record.at("facts")) {
    if (fact.at("status") == "confirmed" && fact.contains("bbox")) {
      const auto by = confirmed_by.find(fact.at("id").get<std::string>());
      // A fact's `column` is its path of heads, not a place.
      const Json place = {{"page", fact.at("page")}, {"bbox", fact.at("bbox")}};
      marks.confirmed.push_back({json::ReadPlace(place), fact.at("quote").get<std::string>(),
                                 by == confirmed_by.end() ? "" : by->second});
    }
  }
  const Json& relations = record.at("summary").at("relations");
  marks.held = relations.at("held").get<int>();
  marks.rounded = relations.at("rounding").get<int>();
  marks.violated = relations.at("violated").get<int>();
  marks.unevaluated = relations.at("unevaluated").get<int>();
  return marks;
}

}  // namespace

Result<ReportMarks> ReadMarks(std::string_view record_json) {
  try {
    return Read(Json::parse(record_json));
  } catch (const nlohmann::json::exception& problem) {
    return Error{ErrorCode::kBrokenMarkup, std::string("is no record: ") + problem.what()};
  }
}

}  // namespace crossfoot
