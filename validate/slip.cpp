// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/slip.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>

namespace crossfoot {
namespace {

struct SlipText {
  Slip slip;
  int readiness;
  const char* name;
  const char* zh;
  const char* en;
};

constexpr std::array<SlipText, 13> kSlips = {{
    {Slip::kUnit, 5, "unit", "单位写错", "the unit is wrong"},
    {Slip::kPrinted, 5, "printed_elsewhere", "与文中另一处不一致", "another place prints it"},
    {Slip::kSign, 4, "sign", "正负号写反", "the sign is wrong"},
    {Slip::kTransposed, 4, "transposed", "相邻两位数字写颠倒", "two digits are transposed"},
    {Slip::kLastYear, 4, "last_year", "误留上年数字", "last year's figure was left standing"},
    {Slip::kNeighbour, 4, "neighbour", "误填相邻行列的数字",
     "the figure of a neighbouring cell was taken"},
    {Slip::kLeftOut, 4, "left_out", "漏计一项", "an item was left out"},
    {Slip::kTwice, 3, "counted_twice", "重复计入一项", "an item was counted twice"},
    {Slip::kReading, 4, "reading", "识别时认错数字", "a digit was misread from the picture"},
    {Slip::kPoint, 3, "point", "小数点错位", "the decimal point has moved"},
    {Slip::kDigit, 2, "digit", "一位数字写错", "one digit is wrong"},
    {Slip::kDropped, 1, "dropped", "漏写或多写一位数字", "a digit was dropped or doubled"},
    {Slip::kAsked, 0, "asked", "与其他数字不符", "the other figures ask for it"},
}};

const SlipText& TextOf(Slip slip) {
  return *std::find_if(kSlips.begin(), kSlips.end(),
                       [&](const SlipText& text) { return text.slip == slip; });
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool TellsOneThing(const Claim& claim) {
  return claim.kind == RelationKind::kEquality ||
         (claim.kind == RelationKind::kSum && claim.operands.size() == 1);
}

size_t SignificantDigits(const Decimal& value) {
  std::string digits = value.Normalized().ToString();
  std::erase_if(digits, [](char c) { return !IsDigit(c); });
  const size_t first = digits.find_first_not_of('0');
  return first == std::string::npos ? 0 : digits.find_last_not_of('0') - first + 1;
}

Slip SlipOfDigits(const Decimal& written, const Decimal& right) {
  const std::string from = written.ToString();
  const std::string to = right.ToString();
  if (from == "-" + to || to == "-" + from) {
    return Slip::kSign;
  }
  if (from.size() == to.size()) {
    std::vector<size_t> differs;
    for (size_t i = 0; i < from.size() && differs.size() < 3; ++i) {
      if (from[i] != to[i]) {
        differs.push_back(i);
      }
    }
    const bool digits = std::all_of(differs.begin(), differs.end(),
                                    [&](size_t i) { return IsDigit(from[i]) && IsDigit(to[i]); });
    if (digits && differs.size() == 1) {
      return Slip::kDigit;
    }
    // 12.34 and 13.24: the point does not part neighbours.
    if (digits && differs.size() == 2 && from[differs[0]] == to[differs[1]] &&
        from[differs[1]] == to[differs[0]] &&
        (differs[1] == differs[0] + 1 ||
         (differs[1] == differs[0] + 2 && from[differs[0] + 1] == '.'))) {
      return Slip::kTransposed;
    }
  }
  for (const int power : {-3, -2, -1, 1, 2, 3}) {
    if (!right.IsZero() && written * Decimal::PowerOfTen(power) == right) {
      return Slip::kPoint;
    }
  }
  // One digit too many or too few; the others as they stand.
  const std::string& longer = from.size() > to.size() ? from : to;
  const std::string& shorter = from.size() > to.size() ? to : from;
  if (longer.size() == shorter.size() + 1) {
    size_t at = 0;
    while (at < shorter.size() && longer[at] == shorter[at]) {
      ++at;
    }
    if (IsDigit(longer[at]) && longer.compare(at + 1, std::string::npos, shorter, at) == 0) {
      return Slip::kDropped;
    }
  }
  return Slip::kAsked;
}

std::string_view SlipName(Slip slip) { return TextOf(slip).name; }
BilingualText SlipWords(Slip slip) { return {TextOf(slip).zh, TextOf(slip).en}; }
int Readiness(Slip slip) { return TextOf(slip).readiness; }
int Readiness(const Trial& trial) {
  return Readiness(trial.slip) + 2 * trial.custom + (trial.seconded ? 3 : 0) +
         (trial.exact ? 1 : 0);
}

bool AreConfusable(char a, char b) {
  static constexpr std::array<std::string_view, 9> kPairs = {"08", "06", "17", "38", "56",
                                                             "68", "58", "35", "14"};
  return std::any_of(kPairs.begin(), kPairs.end(), [&](std::string_view pair) {
    return (pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a);
  });
}

bool IsOfAnItem(Slip slip) { return slip == Slip::kLeftOut || slip == Slip::kTwice; }

bool IsOneDigit(Slip slip) {
  return slip == Slip::kDigit || slip == Slip::kDropped || slip == Slip::kReading;
}

bool SameEdit(const Trial& a, const Trial& b) {
  const bool same_item =
      IsOfAnItem(a.slip) || IsOfAnItem(b.slip) ? a.slip == b.slip && a.like == b.like : true;
  const Substitute& x = a.substitute;
  const Substitute& y = b.substitute;
  const Decimal gap = (x.value * x.unit.factor - y.value * y.unit.factor).Abs();
  const Decimal digit =
      std::max(Decimal::PowerOfTen(-x.value.scale()) * x.unit.factor,
               Decimal::PowerOfTen(-y.value.scale()) * y.unit.factor, std::less<>());
  return same_item && x.fact == y.fact &&
         (gap.IsZero() || (x.unit.factor != y.unit.factor && gap <= digit));
}

bool IsNextTo(const Trial& a, const Trial& b) {
  const Substitute& x = a.substitute;
  const Substitute& y = b.substitute;
  const int scale = std::min(x.value.scale(), y.value.scale());
  return x.fact == y.fact && x.unit.factor == y.unit.factor &&
         (x.value - y.value).Abs() <= Decimal::PowerOfTen(-scale);
}

}  // namespace crossfoot
