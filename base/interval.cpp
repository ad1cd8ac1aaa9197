// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/interval.h"

#include <array>

namespace crossfoot {
namespace {

using End = Interval::End;
using OptionalEnd = std::optional<End>;

Decimal UnitOfLastDigit(int digits) { return Decimal::PowerOfTen(-digits); }

OptionalEnd Sum(const OptionalEnd& a, const OptionalEnd& b) {
  if (!a || !b) {
    return std::nullopt;
  }
  return End{a->value + b->value, a->open || b->open};
}

// An end of a product: a number, or an infinity with a sign.
struct Product {
  int infinity = 0;  // -1, 0, +1
  End end;
};

Product Times(const OptionalEnd& a, int a_infinity, const OptionalEnd& b, int b_infinity) {
  const auto sign = [](const OptionalEnd& e, int infinity) {
    return e ? e->value.Sign() : infinity;
  };
  if (a && b) {
    const bool zero_reached = (a->value.IsZero() && !a->open) || (b->value.IsZero() && !b->open);
    return {0, End{a->value * b->value, !zero_reached && (a->open || b->open)}};
  }
  const int s = sign(a, a_infinity) * sign(b, b_infinity);
  if (s == 0) {  // zero times an unbounded side is zero
    return {0, End{Decimal(0), false}};
  }
  return {s, {}};
}

bool Less(const Product& x, const Product& y) {
  if (x.infinity != y.infinity) {
    return x.infinity < y.infinity;
  }
  return x.infinity == 0 && x.end.value < y.end.value;
}

bool SameValue(const Product& x, const Product& y) {
  return x.infinity == 0 && y.infinity == 0 && x.end.value == y.end.value;
}

}  // namespace

Interval Interval::Rounded(const Decimal& value, int digits) {
  const Decimal half = UnitOfLastDigit(digits) * Decimal::FromParts(5, 1);
  return Closed(value - half, value + half);
}

Interval Interval::Truncated(const Decimal& value, int digits) {
  const Decimal unit = UnitOfLastDigit(digits);
  if (value.Sign() > 0) {
    return Interval(End{value}, End{value + unit, true});
  }
  if (value.Sign() < 0) {
    return Interval(End{value - unit, true}, End{value});
  }
  return Interval(End{value - unit, true}, End{value + unit, true});
}

bool Interval::valid() const {
  return (!low_ || low_->value.valid()) && (!high_ || high_->value.valid());
}

bool Interval::IsPoint() const { return low_ && high_ && low_->value == high_->value; }

bool Interval::Contains(const Decimal& value) const { return Intersects(Interval(value)); }

bool Interval::Intersects(const Interval& other) const {
  if (!valid() || !other.valid()) {
    return false;
  }
  const auto reaches = [](const OptionalEnd& low, const OptionalEnd& high) {
    if (!low || !high) {
      return true;
    }
    if (low->value == high->value) {
      return !low->open && !high->open;
    }
    return low->value < high->value;
  };
  return reaches(low_, other.high_) && reaches(other.low_, high_);
}

Interval Interval::Hull(const Interval& other) const {
  const auto lower = [](const OptionalEnd& a, const OptionalEnd& b) -> OptionalEnd {
    if (!a || !b) {
      return std::nullopt;
    }
    if (a->value == b->value) {
      return End{a->value, a->open && b->open};
    }
    return a->value < b->value ? a : b;
  };
  const auto upper = [](const OptionalEnd& a, const OptionalEnd& b) -> OptionalEnd {
    if (!a || !b) {
      return std::nullopt;
    }
    if (a->value == b->value) {
      return End{a->value, a->open && b->open};
    }
    return a->value > b->value ? a : b;
  };
  return Interval(lower(low_, other.low_), upper(high_, other.high_));
}

Interval Interval::operator-() const {
  const auto negate = [](const OptionalEnd& e) -> OptionalEnd {
    return e ? OptionalEnd(End{-e->value, e->open}) : std::nullopt;
  };
  return Interval(negate(high_), negate(low_));
}

Interval Interval::Scaled(const Decimal& factor) const {
  if (factor.IsZero()) {
    return Interval(Decimal(0));
  }
  const auto times = [&](const OptionalEnd& e) -> OptionalEnd {
    return e ? OptionalEnd(End{e->value * factor, e->open}) : std::nullopt;
  };
  return factor.Sign() < 0 ? Interval(times(high_), times(low_))
                           : Interval(times(low_), times(high_));
}

Interval operator+(const Interval& a, const Interval& b) {
  return Interval(Sum(a.low_, b.low_), Sum(a.high_, b.high_));
}

Interval operator-(const Interval& a, const Interval& b) { return a + -b; }

Interval operator*(const Interval& a, const Interval& b) {
  const std::array<Product, 4> corners = {
      Times(a.low_, -1, b.low_, -1), Times(a.low_, -1, b.high_, 1), Times(a.high_, 1, b.low_, -1),
      Times(a.high_, 1, b.high_, 1)};
  Product low = corners[0];
  Product high = corners[0];
  for (const Product& corner : corners) {
    if (Less(corner, low)) {
      low = corner;
    } else if (SameValue(corner, low)) {
      low.end.open = low.end.open && corner.end.open;
    }
    if (Less(high, corner)) {
      high = corner;
    } else if (SameValue(corner, high)) {
      high.end.open = high.end.open && corner.end.open;
    }
  }
  return Interval(low.infinity == 0 ? OptionalEnd(low.end) : std::nullopt,
                  high.infinity == 0 ? OptionalEnd(high.end) : std::nullopt);
}

std::optional<Interval> Interval::Divide(const Interval& a, const Interval& b) {
  if (!a.valid() || !b.valid() || b.Contains(Decimal(0)) || (b.low_ && b.low_->value.IsZero()) ||
      (b.high_ && b.high_->value.IsZero())) {
    return std::nullopt;
  }
  // 1/b, rounded outwards. Below the precision of the inverse large values of b would lose digits,
  // so bounded corners are divided directly; only an unbounded b goes through its inverse.
  if (!a.IsBounded() || !b.IsBounded()) {
    const auto inverse = [](const OptionalEnd& e, Rounding rounding) -> End {
      return e ? End{Decimal::Divide(1, e->value, kDivisionScale, rounding), e->open}
               : End{Decimal(0), true};
    };
    return a * Interval(inverse(b.high_, Rounding::kDown), inverse(b.low_, Rounding::kUp));
  }
  OptionalEnd low;
  OptionalEnd high;
  for (const OptionalEnd& x : {a.low_, a.high_}) {
    for (const OptionalEnd& y : {b.low_, b.high_}) {
      const bool open = !x->value.IsZero() && (x->open || y->open);
      const End down{Decimal::Divide(x->value, y->value, kDivisionScale, Rounding::kDown),
                     open || (x->value.IsZero() && x->open)};
      const End up{Decimal::Divide(x->value, y->value, kDivisionScale, Rounding::kUp), down.open};
      if (!low || down.value < low->value) {
        low = down;
      } else if (down.value == low->value) {
        low->open = low->open && down.open;
      }
      if (!high || up.value > high->value) {
        high = up;
      } else if (up.value == high->value) {
        high->open = high->open && up.open;
      }
    }
  }
  return Interval(low, high);
}

std::string Interval::ToString() const {
  std::string text;
  text += !low_ ? "(-inf" : (low_->open ? "(" : "[") + low_->value.ToShortString();
  text += ", ";
  text += !high_ ? "+inf)" : high_->value.ToShortString() + (high_->open ? ")" : "]");
  return text;
}

std::optional<Interval> Interval::Parse(std::string_view text) {
  const size_t comma = text.find(", ");
  if (text.size() < 5 || comma == std::string_view::npos) {
    return std::nullopt;
  }
  const char first = text.front();
  const char last = text.back();
  if ((first != '(' && first != '[') || (last != ')' && last != ']')) {
    return std::nullopt;
  }
  const std::string_view low_text = text.substr(1, comma - 1);
  const std::string_view high_text = text.substr(comma + 2, text.size() - comma - 3);
  OptionalEnd low;
  OptionalEnd high;
  if (low_text != "-inf") {
    const auto value = Decimal::Parse(low_text);
    if (!value) {
      return std::nullopt;
    }
    low = End{*value, first == '('};
  }
  if (high_text != "+inf") {
    const auto value = Decimal::Parse(high_text);
    if (!value) {
      return std::nullopt;
    }
    high = End{*value, last == ')'};
  }
  return Interval(low, high);
}

}  // namespace crossfoot
