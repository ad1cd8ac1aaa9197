// SPDX-License-Identifier: GPL-3.0-or-later
//
// What finders hand to the engine: claims (what should hold among figures, and why it is believed
// to be intended) and observations (slips of words, where nothing is computed).
//
// A claim says nothing about whether it holds: evaluate.h finds that out over exact intervals. A
// finder that sees several readings of one sentence (three denominators of one rate) hands in all
// of them at once; the first that holds is taken, and only when none does is the first one broken.
//
// Tested by tests/validate/evaluate_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/finding.h"

namespace crossfoot {

struct Rule;

// A figure that takes part, or a plain number that the claim itself brings (100%, a count).
struct Term {
  FactId fact = -1;
  Decimal coefficient = 1;
  std::string role = {};
  Decimal constant = {};     // in base units, where fact is -1
  std::string text = {};     // … and how it is shown
  TextAddress address = {};  // where the constant's words stand: bytes [begin, end), if any
  uint32_t begin = 0;
  uint32_t end = 0;
  // The value before this change is meant: the figure / (1 + rate), as 220.36 that grew by 14.58%.
  FactId grown_by = -1;
  // The printed number is meant, not all that ≥ or 以上 beside it allows: a target as a
  // denominator.
  bool as_number = false;

  static Term Of(FactId fact, std::string role, Decimal coefficient = 1) {
    Term term;
    term.fact = fact;
    term.coefficient = coefficient;
    term.role = std::move(role);
    return term;
  }
  static Term AsNumber(FactId fact, std::string role) {
    Term term = Of(fact, std::move(role));
    term.as_number = true;
    return term;
  }
  static Term Before(FactId fact, FactId rate, std::string role) {
    Term term = Of(fact, std::move(role));
    term.grown_by = rate;
    return term;
  }
  static Term Constant(Decimal value, std::string text, std::string role) {
    Term term;
    term.constant = value;
    term.text = std::move(text);
    term.role = std::move(role);
    return term;
  }
};

struct Claim {
  RelationKind kind = RelationKind::kSum;
  std::vector<Term> operands;
  Term stated;
  BilingualText reason;
  double confidence = 0.9;
  // Severity of a finding made of it, where the claim is weaker than its rule; kInfo keeps it
  // quiet.
  std::optional<Severity> severity;
  // Only worth telling when it holds: the words allow it but do not demand it (其中 that need not
  // be complete). Broken, it is dropped and nothing is said.
  bool only_if_held = false;
  // Holds whatever the figures were (0 = 0): a test that could not fail confirms nothing.
  bool idle = false;
  // Found because the values agree: that it holds bears nothing out, and what mends another claim
  // may undo it.
  bool found_by_value = false;
  // Broken claims that share it (and are not empty) are one root cause: three figures of one
  // sentence that differ from the same sentence elsewhere.
  std::string cause = {};
  // What is wrong in this rule's own words; empty: told from the kind and the figures.
  BilingualText message = {};
};

// A piece of text that an observation points at.
struct Mark {
  TextAddress address;
  uint32_t begin = 0;
  uint32_t end = 0;
  std::string role;
};

// A slip of words: numbering, a year, a leftover.
struct Observation {
  std::vector<Mark> marks;  // the one to mark first comes first
  std::vector<FactId> facts = {};
  BilingualText message;
  double confidence = 0.9;
  std::optional<Severity> severity = {};
  std::string expression = {};
  std::string stated = {};
  std::string computed = {};
  std::vector<Edit> edits = {};
  // Something is missing. On a page read from a picture it may be what was not read: nothing is
  // told.
  bool of_absence = false;
};

// A passed check of words or order: kept as a held relation so that silence differs from success.
struct Passed {
  RelationKind kind = RelationKind::kOrder;
  std::string expression;
  BilingualText reason;
  std::vector<Mark> marks;
  std::vector<FactId> facts = {};
  double confidence = 0.9;
};

class ClaimSink {
 public:
  virtual ~ClaimSink() = default;
  // Readings of one statement, likeliest first. Precondition: not empty.
  virtual void Propose(std::vector<Claim> readings) = 0;
  virtual void Observe(Observation observation) = 0;
  virtual void Pass(Passed passed) = 0;
  // The rule applies here and cannot be tested.
  virtual void CannotTest(BilingualText reason) = 0;

  void Propose(Claim claim) {
    std::vector<Claim> one;
    one.push_back(std::move(claim));
    Propose(std::move(one));
  }
};

}  // namespace crossfoot
