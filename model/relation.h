// SPDX-License-Identifier: GPL-3.0-or-later
//
// One testable statement among facts (勾稽关系), evaluated over exact intervals.
//
// A relation carries all that a third party needs to work it out again: each operand's printed
// value, interval and place, what is claimed of them, and why it is believed to be intended.
//
// Tested by tests/model/record_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/fact.h"

namespace crossfoot {

enum class RelationKind {
  kSum,         // stated = Σ coefficient × operand
  kDifference,  // stated = first − second (− third …)
  kProduct,     // stated = first × second
  kRatio,       // stated = first / second
  kGrowth,      // stated = (first − second) / second
  kEquality,    // stated = operand: one fact printed twice
  kCount,       // stated = number of things listed
  kBound,       // operand ≤ stated
  kOrder,       // things follow in order
  kBand,        // a grade word against a score
};

enum class RelationStatus {
  kHeld,      // the printed figures satisfy it; a quotient, when the stated digits are its rounding
  kRounding,  // some values inside the printed figures' intervals satisfy it
  kViolated,  // none do
  kUnevaluated,  // it applies but could not be tested; `unevaluated` says why
};

enum class RoundingKind { kNone, kRounded, kTruncated, kNudged };

std::string_view RelationKindName(RelationKind kind);
std::string_view RelationStatusName(RelationStatus status);
std::string_view RoundingKindName(RoundingKind kind);

// A sentence for people, in both languages.
struct BilingualText {
  std::string zh;
  std::string en;
};

// Something pointed at: a figure or a few words, and the clause they stand in.
struct Evidence {
  std::string role;   // "total", "part", "rate", "base", "stated", "other mention" …
  std::string text;   // the figure or words themselves
  std::string quote;  // the clause around them
  Place place;
  FactId fact = -1;  // where the thing is a fact
};

struct Operand {
  FactId fact = -1;         // -1: a plain number that the relation itself brings (100, a count)
  Decimal coefficient = 1;  // for kSum: +1, −1, or 0.01 …
  Decimal value;            // in base units, as used
  Interval interval;        // likewise
  std::string role;         // "part", "minuend", "numerator", "base" …
  std::string text;         // as printed
};

struct Relation {
  std::string rule;  // the id of the rule that proposed it
  RelationKind kind = RelationKind::kSum;
  std::vector<Operand> operands;
  Operand stated;          // the figure that should follow from the operands
  std::string expression;  // "375.18 + 11.74 = 392.92", in the printed unit
  BilingualText reason;    // which words, structure or official formula ask for it
  double confidence = 1;   // 0..1, that the relation is intended (never a computed quantity)

  RelationStatus status = RelationStatus::kUnevaluated;
  RoundingKind rounding = RoundingKind::kNone;
  std::string unevaluated;  // "base is zero", "cell unreadable" …
  std::string stated_text;  // in the printed unit
  std::string computed_text;
  std::string difference_text;  // computed − stated
  std::string unit;
  std::vector<Evidence> evidence;
};

}  // namespace crossfoot
