// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/doubtful_figures.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "validate/evaluate.h"

namespace crossfoot {
namespace {

bool Holds(RelationStatus status) {
  return status == RelationStatus::kHeld || status == RelationStatus::kRounding;
}

std::optional<Decimal> ValueOf(const std::string& text) {
  std::string plain;
  std::copy_if(text.begin(), text.end(), std::back_inserter(plain),
               [](char c) { return c != ',' && c != '%'; });
  return Decimal::Parse(plain);
}

std::vector<FactId> FactsOf(const Claim& claim) {
  std::vector<FactId> facts = {claim.stated.fact};
  for (const Term& term : claim.operands) {
    facts.push_back(term.fact);
    facts.push_back(term.grown_by);
  }
  return facts;
}

}  // namespace

DoubtfulFigures::DoubtfulFigures(const Document& document, const FactSet& facts) {
  if (document.doubts.empty()) {
    return;
  }
  for (size_t i = 0; i < facts.facts.size(); ++i) {
    const Fact& fact = facts.facts[i];
    const Text& text = document.TextAt(fact.anchor.address);
    const Place place = text.PlaceOf(fact.anchor.begin, fact.anchor.end);
    const auto figure = ValueOf(fact.quantity.value.Abs().ToString());
    for (const DoubtfulFigure& doubt : document.doubts) {
      const auto value = ValueOf(doubt.text);
      if (place.page == doubt.place.page && place.box && doubt.place.box && value && figure &&
          value->Abs() == *figure && doubt.place.box->Intersects(*place.box)) {
        doubts_.emplace(static_cast<FactId>(i), &doubt);
        break;
      }
    }
  }
}

void DoubtfulFigures::Weaken(const Claim& claim, const FactSet& facts, Relation* relation) const {
  if (doubts_.empty()) {
    return;
  }
  for (const FactId id : FactsOf(claim)) {
    const auto at = doubts_.find(id);
    if (at == doubts_.end()) {
      continue;
    }
    const DoubtfulFigure& doubt = *at->second;
    if (Holds(relation->status) && doubt.chosen) {
      relation->status = RelationStatus::kUnevaluated;
      relation->rounding = RoundingKind::kNone;
      relation->unevaluated =
          "a figure was chosen among the readings of a picture so that its table adds up";
      return;
    }
    if (relation->status != RelationStatus::kViolated) {
      continue;
    }
    const Quantity& quantity = facts.facts[static_cast<size_t>(id)].quantity;
    for (const std::string& other : doubt.others) {
      auto value = ValueOf(other);
      if (!value) {
        continue;
      }
      const bool negative = quantity.value < Decimal() && Decimal() < *value;
      const Substitute instead{id, negative ? -*value : *value, quantity.unit};
      if (Holds(StatusOf(claim, facts, &instead))) {
        relation->status = RelationStatus::kUnevaluated;
        relation->unevaluated = "“" + doubt.text + "” was read from a picture and may be “" +
                                other + "”, with which it holds";
        return;
      }
    }
  }
}

}  // namespace crossfoot
