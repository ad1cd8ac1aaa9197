// SPDX-License-Identifier: GPL-3.0-or-later
//
// One claim asked again and again with one of its figures read otherwise: does it hold then?
//
// What the other figures of a sum come to is worked out once; a question then costs a few
// multiplications however many operands there are. A quotient is refused without a division: N / D
// meets S where N meets S × D.
//
// GUARANTEES  the same answer as StatusOf(claim, facts, &instead), up to the outward rounding of
//             interval division at 18 digits.
//
// Tested by tests/validate/probe_test.cpp.
#pragma once

#include <optional>

#include "model/fact_set.h"
#include "validate/claim.h"
#include "validate/term_reading.h"

namespace crossfoot {

class Probe {
 public:
  // Keeps references; `suspect` is the only figure that substitutes may be given for.
  Probe(const Claim& claim, const FactSet& facts, FactId suspect);

  // The claim is held or rounding with `instead` read for the suspect.
  [[nodiscard]] bool Holds(const Substitute& instead) const;
  // The exact value, in base units, that the suspect must have for a sum or an equality to be held;
  // nullopt for other claims and where that is not one number.
  [[nodiscard]] std::optional<Decimal> Wanted() const;
  // All values, in base units, for which the claim holds: what a rate leaves open for its operands.
  // Nullopt where that is not one interval with two ends.
  [[nodiscard]] std::optional<Interval> WantedReach() const;

 private:
  // What decides, told from the claim's kind and from where the suspect stands in it.
  enum class Form {
    kAny,       // no short cut: evaluated in full
    kLinear,    // rest + coefficient × suspect = 0
    kRate,      // … where the suspect is the rate that one of its figures grew by
    kQuotient,  // suspect is an operand of a ratio or growth, or what it is said to be
  };

  void ReadLinear();
  [[nodiscard]] bool LinearHolds(const Substitute& instead) const;
  [[nodiscard]] bool RateHolds(const Substitute& instead) const;
  // False only where it is sure that the quotient does not come to what is stated.
  [[nodiscard]] bool QuotientMayHold(const Substitute& instead) const;
  [[nodiscard]] std::optional<Interval> QuotientReach() const;
  [[nodiscard]] bool FullyHolds(const Substitute& instead) const;

  const Claim& claim_;
  const FactSet& facts_;
  Form form_ = Form::kAny;
  const Term* term_ = nullptr;  // where the suspect stands
  bool is_stated_ = false;
  Decimal rest_;     // kLinear: the other terms, the stated one taken away
  Interval wanted_;  // kLinear: what the suspect's printed reach must meet
};

}  // namespace crossfoot
