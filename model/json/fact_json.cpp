// SPDX-License-Identifier: GPL-3.0-or-later
//
// Facts and indicator rows as JSON.
#include <optional>

#include "base/sha256.h"
#include "model/json/convert.h"
#include "model/json/record_json.h"

namespace crossfoot {
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

std::vector<std::string> FactKeys(const Record& record) {
  std::vector<std::string> keys;
  keys.reserve(record.facts.facts.size());
  for (size_t i = 0; i < record.facts.facts.size(); ++i) {
    keys.push_back(FactKey(record, static_cast<FactId>(i)));
  }
  return keys;
}

namespace json {
namespace {

int TableOf(const Document& document, const TextAddress& address) {
  return document.blocks.at(static_cast<size_t>(address.block)).table;
}

void PutEnd(const std::optional<Interval::End>& end, Writer* out) {
  end ? out->Value(end->value.ToShortString()) : out->Null();
}

}  // namespace

void PutFacts(const Record& record, const std::vector<std::string>& keys, Writer* out) {
  out->BeginArray();
  for (size_t i = 0; i < record.facts.facts.size(); ++i) {
    const Fact& fact = record.facts.facts[i];
    const Unit& unit = fact.quantity.unit;
    out->BeginObject(kFactShape);
    out->Put("id", keys.at(i)).Put("value", fact.quantity.value.ToString());
    out->Put("unit", unit.symbol).Put("dimension", DimensionName(unit.dimension));
    out->Put("unit_source", UnitSourceName(unit.source));
    out->Put("base_value", fact.quantity.BaseValue().ToShortString());
    out->Put("base_unit", BaseUnitName(unit));
    PutEnd(fact.quantity.interval.low(), &out->Key("low"));
    PutEnd(fact.quantity.interval.high(), &out->Key("high"));
    out->Put("subject", fact.subject).Put("metric", fact.metric);
    out->Put("scope", ScopeName(fact.scope)).Put("entity", fact.entity);
    out->Put("period", fact.period.ToString());
    out->Key("qualifiers").BeginArray();
    for (const std::string_view name : QualifierNames(fact.qualifiers)) {
      out->Value(name);
    }
    out->EndArray();
    if (fact.InTable()) {
      out->Put("table", TableOf(record.document, fact.anchor.address));
      out->Put("row", fact.row_path).Put("column", fact.column_path);
    }
    out->Put("status", FactStatusName(record.fact_status.at(i)));
    const Text& text = record.document.TextAt(fact.anchor.address);
    out->Put("quote", text.View(fact.anchor.begin, fact.anchor.end));
    Place place = fact.anchor.place;
    place.column = 0;
    PutPlace(place, out);
    out->EndObject();
  }
  out->EndArray();
}

void PutIndicators(const Record& record, Writer* out) {
  out->BeginArray();
  for (const Indicator& indicator : record.facts.indicators) {
    out->BeginObject(kIndicatorShape);
    out->Put("level1", indicator.level1).Put("level2", indicator.level2);
    out->Put("level3", indicator.level3).Put("target", indicator.target);
    out->Put("actual", indicator.actual).Put("rate", indicator.rate);
    out->Put("weight", indicator.weight).Put("score", indicator.score);
    out->Put("source", indicator.table >= 0 ? "table" : "prose");
    PutPlace(indicator.anchor.place, out);
    out->EndObject();
  }
  out->EndArray();
}

}  // namespace json
}  // namespace crossfoot
