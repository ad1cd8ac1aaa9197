// SPDX-License-Identifier: GPL-3.0-or-later
//
// Facts and indicator rows as JSON.
#include <optional>

#include "base/sha256.h"
#include "model/json/convert.h"
#include "model/json/record_json.h"

namespace crossfoot {
namespace {

json::Json EndJson(const std::optional<Interval::End>& end) {
  return end ? json::Json(end->value.ToShortString()) : json::Json(nullptr);
}

}  // namespace

std::string FactKey(const Record& record, FactId fact) {
  const Anchor& anchor = record.facts.facts.at(static_cast<size_t>(fact)).anchor;
  std::string identity = record.document.source.sha256;
  for (const int64_t part :
       {static_cast<int64_t>(anchor.address.part), static_cast<int64_t>(anchor.address.block),
        static_cast<int64_t>(anchor.address.index), static_cast<int64_t>(anchor.begin),
        static_cast<int64_t>(anchor.end)}) {
    identity += "/" + std::to_string(part);
  }
  return "f" + Sha256Hex(identity).substr(0, 12);
}

namespace json {

Json FactsJson(const Record& record) {
  Json out = Json::array();
  for (size_t i = 0; i < record.facts.facts.size(); ++i) {
    const Fact& fact = record.facts.facts[i];
    const Text& text = record.document.TextAt(fact.anchor.address);
    Json item;
    item["id"] = FactKey(record, static_cast<FactId>(i));
    item["value"] = fact.quantity.value.ToString();
    item["unit"] = fact.quantity.unit.symbol;
    item["dimension"] = DimensionName(fact.quantity.unit.dimension);
    item["unit_source"] = UnitSourceName(fact.quantity.unit.source);
    item["base_value"] = fact.quantity.BaseValue().ToShortString();
    item["base_unit"] = BaseUnitName(fact.quantity.unit);
    item["low"] = EndJson(fact.quantity.interval.low());
    item["high"] = EndJson(fact.quantity.interval.high());
    item["subject"] = fact.subject;
    item["metric"] = fact.metric;
    item["scope"] = ScopeName(fact.scope);
    item["entity"] = fact.entity;
    item["period"] = fact.period.ToString();
    Json qualifiers = Json::array();
    for (const std::string_view name : QualifierNames(fact.qualifiers)) {
      qualifiers.push_back(name);
    }
    item["qualifiers"] = std::move(qualifiers);
    if (fact.InTable()) {
      item["row"] = fact.row_path;
      item["column"] = fact.column_path;
    }
    item["status"] = FactStatusName(record.fact_status.at(i));
    item["quote"] = text.View(fact.anchor.begin, fact.anchor.end);
    const Place& place = fact.anchor.place;
    if (place.line > 0) {
      item["line"] = place.line;
    }
    Place paged = place;
    paged.line = 0;
    AddPlace(paged, &item);
    out.push_back(std::move(item));
  }
  return out;
}

Json IndicatorsJson(const Record& record) {
  Json out = Json::array();
  for (const Indicator& indicator : record.facts.indicators) {
    Json item;
    item["level1"] = indicator.level1;
    item["level2"] = indicator.level2;
    item["level3"] = indicator.level3;
    item["target"] = indicator.target;
    item["actual"] = indicator.actual;
    item["rate"] = indicator.rate;
    item["weight"] = indicator.weight;
    item["score"] = indicator.score;
    item["source"] = indicator.table >= 0 ? "table" : "prose";
    AddPlace(indicator.anchor.place, &item);
    out.push_back(std::move(item));
  }
  return out;
}

}  // namespace json
}  // namespace crossfoot
