// SPDX-License-Identifier: GPL-3.0-or-later
//
// An exact decimal number: a whole coefficient times a power of ten.
//
// Every value that came from a report is one of these; no binary floating point touches it. The
// coefficient has 128 bits (38 digits). Arithmetic never rounds behind your back and never wraps: a
// result that does not fit is the one value `!valid()`, which compares as unordered with everything
// (itself included) and passes through all later arithmetic, so that a check on it is "not
// evaluated", never "violated". Division must name its direction of rounding.
//
// The scale (digits after the point) is kept as written: "26.60" has scale 2 and prints as "26.60",
// but equals "26.6". No locale is consulted anywhere.
//
// Tested by tests/base/decimal_test.cpp.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crossfoot {

enum class Rounding {
  kDown,      // towards minus infinity
  kUp,        // towards plus infinity
  kToZero,    // cut off (截尾)
  kHalfAway,  // half away from zero (四舍五入), as reports round
};

// GCC and clang have it; ISO C++ does not name it.
__extension__ using Int128 = __int128;

class Decimal {
 public:
  static constexpr int kMaxDigits = 38;
  static constexpr int kMaxScale = 60;

  constexpr Decimal() = default;                             // 0
  constexpr Decimal(int64_t whole) : coefficient_(whole) {}  // NOLINT(google-explicit-constructor)

  // `coefficient` × 10^-`scale`. Precondition: 0 <= scale <= kMaxScale.
  static Decimal FromParts(Int128 coefficient, int scale);

  // Reads ASCII "-12.50"; "12.", ".5", "+3" too. No separators, no exponent, no blanks. Nothing
  // else is read, and nothing longer than kMaxDigits significant digits.
  static std::optional<Decimal> Parse(std::string_view text);

  // 10^n for -kMaxScale <= n < kMaxDigits.
  static Decimal PowerOfTen(int n);

  // The value that stands for "did not fit".
  static Decimal Invalid();

  [[nodiscard]] bool valid() const { return scale_ >= 0; }
  [[nodiscard]] int scale() const { return scale_; }  // digits after the point, as written
  [[nodiscard]] bool IsZero() const { return valid() && coefficient_ == 0; }
  [[nodiscard]] int Sign() const;  // -1, 0, 1; 0 when invalid

  // Parse(ToString()) is the same number with the same scale. "invalid" when !valid().
  [[nodiscard]] std::string ToString() const;
  // The same, with trailing zeros after the point dropped.
  [[nodiscard]] std::string ToShortString() const;

  // Value rounded to `scale` digits after the point (may be negative: tens, hundreds …; the result
  // then has scale 0).
  [[nodiscard]] Decimal RoundTo(int scale, Rounding rounding) const;
  // The same value with no trailing zeros after the point.
  [[nodiscard]] Decimal Normalized() const;
  [[nodiscard]] Decimal Abs() const;
  [[nodiscard]] Decimal operator-() const;

  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b);
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  Decimal& operator+=(const Decimal& b) { return *this = *this + b; }

  // a / b with `scale` digits after the point. Invalid when b is zero.
  static Decimal Divide(const Decimal& a, const Decimal& b, int scale, Rounding rounding);

  // By value: 1.0 == 1.00. Unordered when either is invalid.
  friend std::partial_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return std::is_eq(a <=> b); }

 private:
  Int128 coefficient_ = 0;
  int scale_ = 0;  // -1: invalid
};

}  // namespace crossfoot
