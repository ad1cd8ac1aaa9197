// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/json/page_json.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/json/convert.h"
#include "model/names.h"

namespace crossfoot {
namespace {

using json::Json;

// Of a figure, in the order of how much it matters to whoever looks.
constexpr int kNoFigure = -1;

int StatusNumber(const std::string& status) {
  return status == "disputed" ? 2 : (status == "confirmed" ? 1 : 0);
}

void CopyPlace(const Json& from, Json* to) {
  for (const char* key : {"line", "page", "bbox"}) {
    if (from.contains(key)) {
      (*to)[key] = from.at(key);
    }
  }
}

bool Covers(const Json& cell, const Json& fact) {
  if (cell.value("page", 0) != fact.value("page", 0)) {
    return false;
  }
  if (cell.contains("bbox") && fact.contains("bbox")) {
    const Json& box = cell.at("bbox");
    const Json& inner = fact.at("bbox");
    const double x = (inner.at(0).get<double>() + inner.at(2).get<double>()) / 2;
    const double y = (inner.at(1).get<double>() + inner.at(3).get<double>()) / 2;
    return x >= box.at(0) && x <= box.at(2) && y >= box.at(1) && y <= box.at(3);
  }
  return cell.value("line", 0) == fact.value("line", -1) &&
         cell.at("text").get<std::string>().find(fact.at("quote").get<std::string>()) !=
             std::string::npos;
}

using FactsByPlace = std::multimap<int, const Json*>;  // by page, or by line

int CellStatus(const Json& cell, const FactsByPlace& facts) {
  int status = kNoFigure;
  const auto [first, last] = facts.equal_range(cell.value("page", cell.value("line", 0)));
  for (auto it = first; it != last; ++it) {
    if (Covers(cell, *it->second)) {
      status = std::max(status, StatusNumber(it->second->at("status").get<std::string>()));
    }
  }
  return status;
}

Json TablesForPage(const Json& tables, const FactsByPlace& facts) {
  Json out = Json::array();
  for (const Json& table : tables) {
    Json item;
    CopyPlace(table, &item);
    for (const char* key : {"caption", "unit", "rows", "columns", "header_rows"}) {
      item[key] = table.at(key);
    }
    Json cells = Json::array();
    for (const Json& cell : table.at("cells")) {
      cells.push_back(Json::array({cell.at("row"), cell.at("col"), cell.at("rowspan"),
                                   cell.at("colspan"), cell.at("text"), CellStatus(cell, facts)}));
    }
    item["cells"] = std::move(cells);
    out.push_back(std::move(item));
  }
  return out;
}

Json FactsForPage(const Json& facts) {
  Json out = Json::array();
  for (const Json& fact : facts) {
    Json item;
    for (const char* key : {"subject", "value", "unit", "period", "status", "quote"}) {
      item[key] = fact.at(key);
    }
    item["in_table"] = fact.contains("row");
    CopyPlace(fact, &item);
    out.push_back(std::move(item));
  }
  return out;
}

Json TermForPage(const Json& operand, const std::map<std::string, const Json*>& facts) {
  Json item;
  item["role"] = operand.at("role");
  item["text"] = operand.at("text");
  item["coefficient"] = operand.at("coefficient");
  const auto fact = facts.find(operand.value("fact", ""));
  item["name"] = fact == facts.end() ? Json("") : fact->second->at("subject");
  item["unit"] = fact == facts.end() ? Json("") : fact->second->at("unit");
  CopyPlace(operand, &item);
  return item;
}

Json RelationForPage(const Json& relation, const std::map<std::string, const Json*>& facts) {
  Json item;
  for (const char* key : {"rule", "kind", "status", "rounding", "unevaluated", "expression",
                          "stated", "computed", "difference", "unit", "reason"}) {
    if (relation.contains(key)) {
      item[key] = relation.at(key);
    }
  }
  Json terms = Json::array();
  for (const Json& operand : relation.at("operands")) {
    terms.push_back(TermForPage(operand, facts));
  }
  item["terms"] = std::move(terms);
  item["total"] = TermForPage(relation.at("stated_operand"), facts);
  const Json& evidence = relation.at("evidence");
  if (!evidence.empty()) {
    CopyPlace(evidence.front(), &item);
  }
  return item;
}

Json RelationsForPage(const Json& relations, const std::map<std::string, const Json*>& facts) {
  Json out = Json::array();
  for (const Json& relation : relations) {
    out.push_back(RelationForPage(relation, facts));
  }
  return out;
}

Json ToPage(const Json& record) {
  std::map<std::string, const Json*> by_id;
  FactsByPlace in_tables;
  for (const Json& fact : record.at("facts")) {
    by_id.emplace(fact.at("id").get<std::string>(), &fact);
    if (fact.contains("row")) {
      in_tables.emplace(fact.value("page", fact.value("line", 0)), &fact);
    }
  }
  Json out;
  for (const char* key :
       {"source", "document", "verdict", "summary", "findings", "coverage", "notes", "versions"}) {
    out[key] = record.at(key);
  }
  Json outline = Json::array();
  for (const Json& section : record.at("outline")) {
    Json item;
    for (const char* key : {"number", "title", "level"}) {
      item[key] = section.at(key);
    }
    CopyPlace(section, &item);
    outline.push_back(std::move(item));
  }
  out["outline"] = std::move(outline);
  out["relations"] = RelationsForPage(record.at("relations"), by_id);
  out["facts"] = FactsForPage(record.at("facts"));
  out["tables"] = TablesForPage(record.at("tables"), in_tables);
  return out;
}

}  // namespace

Result<std::string> PageJson(std::string_view record_json) {
  try {
    return json::Dump(ToPage(Json::parse(record_json)));
  } catch (const nlohmann::json::exception& problem) {
    return Error{ErrorCode::kBrokenMarkup, std::string("is no record: ") + problem.what()};
  }
}

namespace {

FindingPage ToFindingPage(const Json& record, const Json& finding) {
  std::map<std::string, const Json*> by_id;
  for (const Json& fact : record.at("facts")) {
    by_id.emplace(fact.at("id").get<std::string>(), &fact);
  }
  FindingPage page;
  Json relations = Json::object();
  for (const Json& number : finding.at("relations")) {
    relations[std::to_string(number.get<size_t>())] =
        RelationForPage(record.at("relations").at(number.get<size_t>()), by_id);
  }
  for (const Json& piece : finding.at("evidence")) {
    if (piece.contains("line")) {
      page.lines.push_back(piece.at("line").get<int>());
    }
  }
  page.finding = json::Dump(finding);
  page.relations = json::Dump(relations);
  return page;
}

}  // namespace

Result<FindingPage> FindingJsonOf(std::string_view record_json, std::string_view id) {
  try {
    const Json record = Json::parse(record_json);
    for (const Json& finding : record.at("findings")) {
      if (finding.at("id") == id) {
        return ToFindingPage(record, finding);
      }
    }
    return Error{ErrorCode::kFileNotFound, "the record has no such finding"};
  } catch (const nlohmann::json::exception& problem) {
    return Error{ErrorCode::kBrokenMarkup, std::string("is no record: ") + problem.what()};
  }
}

}  // namespace crossfoot
