// SPDX-License-Identifier: GPL-3.0-or-later
//
// A set of numbers between two ends, each open, closed or absent: what a printed figure may stand
// for.
//
// "26.60" is anything that rounds to it: [26.595, 26.605]. Reports also cut off instead of
// rounding; Truncated() is that other reading. Arithmetic gives the least interval that contains
// every result of values taken from the operands (division is rounded outwards at kDivisionScale
// digits, so it may be wider by that much, never narrower). The semantics are those of XBRL
// Calculations 1.1, section on rounding, with truncation told apart.
//
// An interval with an invalid end (a Decimal that did not fit) is `!valid()`: nothing can be said
// of it, and every test on it answers "cannot tell" through valid().
//
// Tested by tests/base/interval_test.cpp.
#pragma once

#include <optional>
#include <string>

#include "base/decimal.h"

namespace crossfoot {

class Interval {
 public:
  static constexpr int kDivisionScale = 18;

  struct End {
    Decimal value;
    bool open = false;
    friend bool operator==(const End&, const End&) = default;
  };

  Interval() : Interval(Decimal(0)) {}
  explicit Interval(const Decimal& point) : low_(End{point}), high_(End{point}) {}
  // nullopt: no bound on that side. Precondition: low <= high.
  Interval(std::optional<End> low, std::optional<End> high) : low_(low), high_(high) {}
  static Interval Closed(const Decimal& low, const Decimal& high) {
    return Interval(End{low}, End{high});
  }
  static Interval AtLeast(const Decimal& low) { return Interval(End{low}, std::nullopt); }
  static Interval AtMost(const Decimal& high) { return Interval(std::nullopt, End{high}); }
  static Interval Everything() { return Interval(std::nullopt, std::nullopt); }

  // What rounds (half away from zero) to `value` printed with `digits` after the point: half a unit
  // of the last printed digit on both sides, both ends closed, since reports round halves either
  // way.
  static Interval Rounded(const Decimal& value, int digits);
  // What, cut off after `digits` digits, leaves `value`: [value, value + unit) for value >= 0, and
  // mirrored below zero; for zero both sides.
  static Interval Truncated(const Decimal& value, int digits);

  [[nodiscard]] const std::optional<End>& low() const { return low_; }
  [[nodiscard]] const std::optional<End>& high() const { return high_; }
  [[nodiscard]] bool valid() const;
  [[nodiscard]] bool IsPoint() const;
  [[nodiscard]] bool IsBounded() const { return low_.has_value() && high_.has_value(); }
  [[nodiscard]] bool Contains(const Decimal& value) const;
  // Some number is in both. False when either is invalid.
  [[nodiscard]] bool Intersects(const Interval& other) const;
  // The least interval that contains both.
  [[nodiscard]] Interval Hull(const Interval& other) const;

  // This times a number: what operator* gives, at less cost.
  [[nodiscard]] Interval Scaled(const Decimal& factor) const;

  [[nodiscard]] Interval operator-() const;
  friend Interval operator+(const Interval& a, const Interval& b);
  friend Interval operator-(const Interval& a, const Interval& b);
  friend Interval operator*(const Interval& a, const Interval& b);
  // a / b; nullopt when b contains zero.
  static std::optional<Interval> Divide(const Interval& a, const Interval& b);

  friend bool operator==(const Interval&, const Interval&) = default;

  // "[26.595, 26.605]", "(0, +inf)".
  [[nodiscard]] std::string ToString() const;
  // Reads what ToString writes.
  static std::optional<Interval> Parse(std::string_view text);

 private:
  std::optional<End> low_;
  std::optional<End> high_;
};

}  // namespace crossfoot
