// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"

#include <algorithm>
#include <array>

namespace crossfoot {
namespace {

using Wide = Int128;
__extension__ using UnsignedWide = unsigned __int128;

constexpr auto kPowers = [] {
  std::array<Wide, Decimal::kMaxDigits + 1> powers{};
  powers[0] = 1;
  for (size_t i = 1; i < powers.size(); ++i) {
    powers[i] = powers[i - 1] * 10;
  }
  return powers;
}();

bool Scale(Wide value, int digits, Wide* out) {
  if (value == 0) {
    *out = 0;
    return true;
  }
  return digits <= Decimal::kMaxDigits && !__builtin_mul_overflow(value, kPowers[digits], out);
}

Wide DivideRounded(Wide a, Wide b, Rounding rounding) {
  Wide quotient = a / b;
  const Wide rest = a % b;
  if (rest == 0) {
    return quotient;
  }
  const bool negative = (a < 0) != (b < 0);
  switch (rounding) {
    case Rounding::kDown:
      return negative ? quotient - 1 : quotient;
    case Rounding::kUp:
      return negative ? quotient : quotient + 1;
    case Rounding::kToZero:
      return quotient;
    case Rounding::kHalfAway: {
      const Wide magnitude_rest = rest < 0 ? -rest : rest;
      const Wide magnitude_b = b < 0 ? -b : b;
      if (magnitude_rest >= magnitude_b - magnitude_rest) {
        quotient += negative ? -1 : 1;
      }
      return quotient;
    }
  }
  return quotient;
}

}  // namespace

Decimal Decimal::FromParts(Wide coefficient, int scale) {
  if (scale < 0 || scale > kMaxScale) {
    return Invalid();
  }
  Decimal d;
  d.coefficient_ = coefficient;
  d.scale_ = scale;
  return d;
}

Decimal Decimal::Invalid() {
  Decimal d;
  d.scale_ = -1;
  return d;
}

Decimal Decimal::PowerOfTen(int n) {
  if (n < -kMaxScale || n >= kMaxDigits) {
    return Invalid();
  }
  return n >= 0 ? FromParts(kPowers[n], 0) : FromParts(1, -n);
}

std::optional<Decimal> Decimal::Parse(std::string_view text) {
  size_t i = 0;
  bool negative = false;
  if (i < text.size() && (text[i] == '-' || text[i] == '+')) {
    negative = text[i] == '-';
    ++i;
  }
  Wide coefficient = 0;
  int scale = 0;
  int significant = 0;
  bool any = false;
  bool point = false;
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    any = true;
    significant += (significant > 0 || c != '0') ? 1 : 0;
    scale += point ? 1 : 0;
    if (significant > kMaxDigits - 1 || scale > kMaxScale) {
      return std::nullopt;
    }
    coefficient = coefficient * 10 + (c - '0');
  }
  if (!any) {
    return std::nullopt;
  }
  return FromParts(negative ? -coefficient : coefficient, scale);
}

int Decimal::Sign() const {
  if (!valid() || coefficient_ == 0) {
    return 0;
  }
  return coefficient_ < 0 ? -1 : 1;
}

std::string Decimal::ToString() const {
  if (!valid()) {
    return "invalid";
  }
  std::string digits;
  // The magnitude as unsigned, so that the least value has one too.
  UnsignedWide rest = coefficient_ < 0 ? -static_cast<UnsignedWide>(coefficient_)
                                       : static_cast<UnsignedWide>(coefficient_);
  do {
    digits.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
    rest /= 10;
  } while (rest != 0);
  while (static_cast<int>(digits.size()) <= scale_) {
    digits.push_back('0');
  }
  if (scale_ > 0) {
    digits.insert(digits.begin() + scale_, '.');
  }
  if (coefficient_ < 0) {
    digits.push_back('-');
  }
  std::reverse(digits.begin(), digits.end());
  return digits;
}

std::string Decimal::ToShortString() const { return Normalized().ToString(); }

Decimal Decimal::Normalized() const {
  Decimal d = *this;
  while (d.scale_ > 0 && d.coefficient_ % 10 == 0) {
    d.coefficient_ /= 10;
    --d.scale_;
  }
  return d;
}

Decimal Decimal::Abs() const { return Sign() < 0 ? -*this : *this; }

Decimal Decimal::operator-() const {
  if (!valid()) {
    return *this;
  }
  return Decimal(0) - *this;
}

Decimal Decimal::RoundTo(int scale, Rounding rounding) const {
  if (!valid()) {
    return *this;
  }
  if (scale >= scale_) {
    Wide widened = 0;
    return scale <= kMaxScale && Scale(coefficient_, scale - scale_, &widened)
               ? FromParts(widened, scale)
               : Invalid();
  }
  const int dropped = scale_ - scale;
  if (dropped > kMaxDigits) {
    const bool away = (rounding == Rounding::kUp && coefficient_ > 0) ||
                      (rounding == Rounding::kDown && coefficient_ < 0);
    const Decimal unit = PowerOfTen(-scale);
    return away ? (coefficient_ < 0 ? -unit : unit) : FromParts(0, std::max(scale, 0));
  }
  const Wide quotient = DivideRounded(coefficient_, kPowers[dropped], rounding);
  if (scale >= 0) {
    return FromParts(quotient, scale);
  }
  Wide widened = 0;
  return Scale(quotient, -scale, &widened) ? FromParts(widened, 0) : Invalid();
}

namespace {

// Brings two coefficients to one scale.
bool Align(Wide* a, int a_scale, Wide* b, int b_scale, int* scale) {
  *scale = std::max(a_scale, b_scale);
  return Scale(*a, *scale - a_scale, a) && Scale(*b, *scale - b_scale, b);
}

}  // namespace

Decimal operator+(const Decimal& a, const Decimal& b) {
  if (!a.valid() || !b.valid()) {
    return Decimal::Invalid();
  }
  Wide x = a.coefficient_;
  Wide y = b.coefficient_;
  int scale = 0;
  Wide sum = 0;
  if (!Align(&x, a.scale_, &y, b.scale_, &scale) || __builtin_add_overflow(x, y, &sum)) {
    return Decimal::Invalid();
  }
  return Decimal::FromParts(sum, scale);
}

Decimal operator-(const Decimal& a, const Decimal& b) {
  if (!a.valid() || !b.valid()) {
    return Decimal::Invalid();
  }
  Wide x = a.coefficient_;
  Wide y = b.coefficient_;
  int scale = 0;
  Wide difference = 0;
  if (!Align(&x, a.scale_, &y, b.scale_, &scale) || __builtin_sub_overflow(x, y, &difference)) {
    return Decimal::Invalid();
  }
  return Decimal::FromParts(difference, scale);
}

Decimal operator*(const Decimal& a, const Decimal& b) {
  if (!a.valid() || !b.valid()) {
    return Decimal::Invalid();
  }
  Wide product = 0;
  int scale = a.scale_ + b.scale_;
  if (__builtin_mul_overflow(a.coefficient_, b.coefficient_, &product) ||
      scale > Decimal::kMaxScale) {
    // Trailing zeros carry no value; without them it may fit.
    const Decimal x = a.Normalized();
    const Decimal y = b.Normalized();
    scale = x.scale_ + y.scale_;
    if (__builtin_mul_overflow(x.coefficient_, y.coefficient_, &product) ||
        scale > Decimal::kMaxScale) {
      return Decimal::Invalid();
    }
  }
  return Decimal::FromParts(product, scale);
}

Decimal Decimal::Divide(const Decimal& a, const Decimal& b, int scale, Rounding rounding) {
  if (!a.valid() || !b.valid() || b.IsZero() || scale < 0 || scale > kMaxScale) {
    return Invalid();
  }
  // a/b = (ca · 10^(sb - sa + scale) / cb) · 10^-scale
  const Decimal x = a.Normalized();
  const Decimal y = b.Normalized();
  const int shift = y.scale_ - x.scale_ + scale;
  Wide numerator = x.coefficient_;
  Wide denominator = y.coefficient_;
  const bool fits =
      shift >= 0 ? Scale(numerator, shift, &numerator) : Scale(denominator, -shift, &denominator);
  if (!fits) {
    return Invalid();
  }
  return FromParts(DivideRounded(numerator, denominator, rounding), scale);
}

std::partial_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (!a.valid() || !b.valid()) {
    return std::partial_ordering::unordered;
  }
  if (a.Sign() != b.Sign()) {
    return a.Sign() <=> b.Sign();
  }
  Wide x = a.coefficient_;
  Wide y = b.coefficient_;
  int scale = 0;
  if (Align(&x, a.scale_, &y, b.scale_, &scale)) {
    return x < y   ? std::partial_ordering::less
           : x > y ? std::partial_ordering::greater
                   : std::partial_ordering::equivalent;
  }
  // Alignment overflowed, so the magnitudes differ widely: the one that needed widening and did not
  // fit has the greater magnitude.
  const Decimal na = a.Normalized();
  const Decimal nb = b.Normalized();
  x = na.coefficient_;
  y = nb.coefficient_;
  if (Align(&x, na.scale_, &y, nb.scale_, &scale)) {
    return x < y   ? std::partial_ordering::less
           : x > y ? std::partial_ordering::greater
                   : std::partial_ordering::equivalent;
  }
  const bool a_is_greater = (na.scale_ < nb.scale_) == (a.Sign() > 0);
  return a_is_greater ? std::partial_ordering::greater : std::partial_ordering::less;
}

}  // namespace crossfoot
