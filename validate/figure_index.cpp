// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/figure_index.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "validate/reading/subject.h"

namespace crossfoot {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsDirected(const Fact& fact) {
  return fact.quantity.value.Sign() > 0 &&
         (Has(fact.qualifiers, Qualifier::kIncrease) || Has(fact.qualifiers, Qualifier::kDecrease));
}

// A coincidence is then unlikely. 100, 0.05 and 1200 have fewer.
bool IsTelling(const Decimal& value) { return SignificantDigits(value) >= 3; }

bool TakesPart(const Claim& claim, FactId id) {
  return claim.stated.fact == id || std::any_of(claim.operands.begin(), claim.operands.end(),
                                                [&](const Term& term) { return term.fact == id; });
}

bool SameMeasure(const Fact& a, const Fact& b) {
  if (!a.quantity.unit.ComparableWith(b.quantity.unit)) {
    return false;
  }
  if (!a.metric.empty() && a.metric == b.metric) {
    return true;
  }
  return SameThing(SubjectKey(a.subject), SubjectKey(b.subject));
}

}  // namespace

FigureIndex::FigureIndex(const FactSet& facts, const Document* document)
    : facts_(facts), document_(document) {
  by_value_.reserve(facts.facts.size());
  std::map<std::string, std::map<int, int>> digits;
  for (size_t i = 0; i < facts.facts.size(); ++i) {
    const Decimal base = facts.facts[i].quantity.BaseValue();
    if (base.valid()) {
      by_value_.emplace_back(base, static_cast<FactId>(i));
    }
    if (facts.facts[i].quantity.unit.dimension == Dimension::kMoney) {
      ++written_in_[facts.facts[i].quantity.unit.symbol];
    }
    const int scale = facts.facts[i].quantity.value.scale();
    if (scale > 0) {
      ++digits[facts.facts[i].quantity.unit.symbol][scale];
    }
  }
  std::stable_sort(by_value_.begin(), by_value_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [value, fact] : by_value_) {
    if (values_.empty() || values_.back() < value) {
      values_.push_back(value);
    }
  }
  constexpr int kLeast = 4;
  for (const auto& [unit, counts] : digits) {
    int all = 0;
    for (const auto& [scale, count] : counts) {
      all += count;
    }
    for (const auto& [scale, count] : counts) {
      if (all >= kLeast && count * 4 >= all * 3) {
        customary_digits_[unit] = scale;
      }
    }
  }
}

int FigureIndex::CustomaryDigits(const Unit& unit) const {
  const auto found = customary_digits_.find(unit.symbol);
  return found == customary_digits_.end() ? -1 : found->second;
}

void FigureIndex::WeighDigits(Trial* trial) const {
  const Quantity& printed = At(trial->substitute.fact).quantity;
  const int custom = CustomaryDigits(printed.unit);
  const int scale = trial->substitute.value.scale();
  if (custom >= 0 && scale != printed.value.scale()) {
    trial->custom += scale == custom ? 1 : printed.value.scale() == custom ? -1 : 0;
  }
}

std::vector<FactId> FigureIndex::WithValue(const Decimal& base) const {
  constexpr size_t kMost = 40;  // a value printed more often explains nothing
  std::vector<FactId> out;
  auto it = std::lower_bound(by_value_.begin(), by_value_.end(), base,
                             [](const auto& entry, const Decimal& v) { return entry.first < v; });
  for (; it != by_value_.end() && it->first == base && out.size() < kMost; ++it) {
    out.push_back(it->second);
  }
  return out;
}

bool FigureIndex::IsRepeated(FactId id) const {
  const Quantity& quantity = At(id).quantity;
  return quantity.unit.dimension == Dimension::kMoney && IsTelling(quantity.value) &&
         WithValue(quantity.BaseValue()).size() > 1;
}

bool FigureIndex::IsConfirmedByName(const Claim& claim, FactId id) const {
  const Fact& fact = At(id);
  const std::vector<FactId> same =
      IsTelling(fact.quantity.value) ? WithValue(fact.quantity.BaseValue()) : std::vector<FactId>();
  return std::any_of(same.begin(), same.end(), [&](FactId other) {
    const Fact& there = At(other);
    return other != id && !TakesPart(claim, other) && there.scope == fact.scope &&
           there.period.year == fact.period.year && SameMeasure(fact, there);
  });
}

bool FigureIndex::IsUnlikely(const Decimal& low, const Decimal& high) const {
  // Printed values between half and twice as much, were they spread evenly there.
  const Decimal most = std::max(low.Abs(), high.Abs(), std::less<>());
  const Decimal half = Decimal::Divide(most, Decimal(2), most.scale() + 1, Rounding::kDown);
  const bool negative = high.Sign() < 0;
  const Decimal from = negative ? -(most * Decimal(2)) : half;
  const Decimal to = negative ? -half : most * Decimal(2);
  const auto near = std::upper_bound(values_.begin(), values_.end(), to, std::less<>()) -
                    std::lower_bound(values_.begin(), values_.end(), from, std::less<>());
  const Decimal width = high - low;
  return width.valid() && (width * Decimal(static_cast<int64_t>(near)) * Decimal(16)) <= most;
}

Decimal FigureIndex::AsPrinted(FactId id, const Decimal& value) const {
  const Fact& fact = At(id);
  const int scale = fact.quantity.value.scale();
  const Dimension dimension = fact.quantity.unit.dimension;
  if (dimension == Dimension::kMoney && fact.quantity.unit.factor == Decimal(1)) {
    return value.RoundTo(std::max(scale, 2), Rounding::kHalfAway);
  }
  const int custom = CustomaryDigits(fact.quantity.unit);
  const int digits = custom > 0 ? custom : scale;
  return dimension == Dimension::kRatio && digits > 0 ? value.RoundTo(digits, Rounding::kHalfAway)
                                                      : value;
}

bool FigureIndex::Beside(FactId a, FactId b) const {
  const Fact& x = At(a);
  const Fact& y = At(b);
  if (document_ == nullptr || a == b || !x.InTable() || !y.InTable() ||
      x.anchor.address.block != y.anchor.address.block) {
    return false;
  }
  const Table& table = document_->TableAt(x.anchor.address);
  const Cell& p = table.cells[static_cast<size_t>(x.anchor.address.index)];
  const Cell& q = table.cells[static_cast<size_t>(y.anchor.address.index)];
  const int rows = std::abs(p.row - q.row);
  const int columns = std::abs(p.column - q.column);
  return rows + columns == 1;
}

bool FigureIndex::ReadInDoubt(FactId id) const {
  if (document_ == nullptr) {
    return false;
  }
  const Anchor& anchor = At(id).anchor;
  return document_->TextAt(anchor.address).ConfidenceOf(anchor.begin, anchor.end) < 1;
}

std::vector<Trial> FigureIndex::TrialsFor(FactId id, bool any_digit) const {
  std::vector<Trial> out;
  const Fact& fact = At(id);
  const Quantity& quantity = fact.quantity;
  const Unit& unit = quantity.unit;
  if (unit.dimension == Dimension::kMoney) {
    for (const std::string_view symbol : {"元", "万元", "亿元"}) {
      const auto other = StandardUnit(symbol);
      if (other && other->factor != unit.factor) {
        out.push_back({{id, quantity.value, *other}, Slip::kUnit});
        const auto there = written_in_.find(symbol);
        const auto here = written_in_.find(unit.symbol);
        const bool away = there == written_in_.end() ||
                          (here != written_in_.end() && there->second < here->second);
        out.back().custom = away ? -1 : 0;
      }
    }
  }
  const bool rate = unit.dimension == Dimension::kRatio;
  // There is no negative number of things.
  const bool may_be_negative = rate || unit.dimension == Dimension::kMoney;
  if (quantity.value.Sign() < 0 || (may_be_negative && !quantity.value.IsZero())) {
    out.push_back({{id, -quantity.value, unit}, Slip::kSign});
  }
  const bool in_doubt = ReadInDoubt(id);
  const std::string printed = quantity.value.ToString();
  const auto add = [&](const std::string& text, Slip slip) {
    const auto value = Decimal::Parse(text);
    if (value && *value != quantity.value) {
      out.push_back({{id, *value, unit}, slip});
      WeighDigits(&out.back());
    }
  };
  for (size_t i = 0; i < printed.size(); ++i) {
    if (!IsDigit(printed[i])) {
      continue;
    }
    for (char d = '0'; (any_digit || in_doubt) && d <= '9'; ++d) {
      const bool misread = in_doubt && AreConfusable(d, printed[i]);
      if (any_digit || misread) {
        std::string other = printed;
        other[i] = d;
        add(other, misread ? Slip::kReading : Slip::kDigit);
      }
    }
    if (i + 1 < printed.size() && IsDigit(printed[i + 1])) {
      std::string swapped = printed;
      std::swap(swapped[i], swapped[i + 1]);
      add(swapped, Slip::kTransposed);
    }
    if (!any_digit) {
      continue;
    }
    // Cut short, a rate meets more: of its last digits only one doubled is taken away.
    const bool last = rate && printed.find('.') < i;
    if (!last || printed[i - 1] == printed[i]) {
      std::string dropped = printed;
      dropped.erase(i, 1);
      add(dropped, Slip::kDropped);
    }
    std::string doubled = printed;
    doubled.insert(i, 1, printed[i]);
    add(doubled, Slip::kDropped);
  }
  for (const int power : {-2, -1, 1, 2}) {
    const Decimal moved = quantity.value * Decimal::PowerOfTen(power);
    const int scale = quantity.value.scale();
    const int digits =
        std::max(moved.Normalized().scale(), std::min(std::max(0, scale - power), scale));
    out.push_back({{id, moved.RoundTo(digits, Rounding::kHalfAway), unit}, Slip::kPoint});
    WeighDigits(&out.back());
  }
  return out;
}

Trial FigureIndex::Explain(const Claim& claim, FactId id, const Decimal& value) const {
  const Fact& fact = At(id);
  Trial trial{{id, value, fact.quantity.unit}, Slip::kAsked};
  if (IsTelling(value) && ExplainByPrinting(claim, &trial)) {
    return trial;
  }
  for (const FactId other : IsTelling(fact.quantity.value) ? WithValue(fact.quantity.BaseValue())
                                                           : std::vector<FactId>()) {
    if (TakesPart(claim, other)) {
      continue;
    }
    const Fact& there = At(other);
    const bool year_before =
        fact.period.year != 0 && there.period.stated && there.period.year == fact.period.year - 1;
    if (year_before && SameMeasure(fact, there)) {
      trial.slip = Slip::kLastYear;
      trial.like = other;
      return trial;
    }
    // 100% stands beside 100% in many a table, and so does any rate of two rows that are one.
    const bool may_be = fact.quantity.unit.dimension != Dimension::kRatio || IsTelling(value);
    if (may_be && Beside(id, other)) {
      trial.slip = Slip::kNeighbour;
      trial.like = other;
    }
  }
  if (trial.slip == Slip::kAsked) {
    trial.slip = SlipOfDigits(fact.quantity.value, value);
  }
  if (trial.slip != Slip::kAsked) {
    WeighDigits(&trial);
  }
  return trial;
}

bool FigureIndex::ExplainByPrinting(const Claim& claim, Trial* trial) const {
  const Fact& fact = At(trial->substitute.fact);
  const Unit& unit = fact.quantity.unit;
  const Decimal& value = trial->substitute.value;
  const Decimal base = value * unit.factor;
  // The very digits say it, whatever the thing is called there; but one who finds a thing told with
  // two values always finds both printed.
  const Decimal digit = Decimal::PowerOfTen(-value.Normalized().scale()) * unit.factor;
  const bool unlikely = !TellsOneThing(claim) && IsUnlikely(base, base + digit) &&
                        !IsConfirmedByName(claim, trial->substitute.fact);
  bool found = false;
  for (const FactId other : WithValue(base)) {
    const Fact& there = At(other);
    const bool named = there.scope == fact.scope && SameMeasure(fact, there);
    if (!TakesPart(claim, other) && there.period.year == fact.period.year &&
        (named || (!found && unlikely && unit.ComparableWith(there.quantity.unit)))) {
      trial->slip = Slip::kPrinted;
      trial->like = other;
      trial->custom = named ? 0 : -1;
      WeighDigits(trial);
      found = true;
      if (named) {
        break;
      }
    }
  }
  return found;
}

std::vector<Trial> FigureIndex::PrintedWithin(const Claim& claim, FactId id,
                                              const Interval& reach) const {
  constexpr size_t kMost = 40;
  const Fact& fact = At(id);
  // A wide gap is met by chance.
  const Decimal width = reach.high()->value - reach.low()->value;
  const Decimal most = reach.high()->value.Abs();
  if (!(width * Decimal(50) <= most)) {
    return {};
  }
  const bool unlikely =
      IsUnlikely(reach.low()->value, reach.high()->value) && !IsConfirmedByName(claim, id);
  // In the same paragraph or cell there are a few.
  const bool unlikely_here = width * Decimal(100) <= most && !IsConfirmedByName(claim, id);
  const int scale = fact.quantity.value.scale();
  const int custom = CustomaryDigits(fact.quantity.unit);
  std::vector<Trial> out;
  size_t seen = 0;
  auto it = std::lower_bound(by_value_.begin(), by_value_.end(), reach.low()->value,
                             [](const auto& entry, const Decimal& v) { return entry.first < v; });
  for (; it != by_value_.end() && it->first <= reach.high()->value && ++seen <= kMost; ++it) {
    const Fact& there = At(it->second);
    const Unit& unit = fact.quantity.unit;
    const Decimal value = unit.factor == there.quantity.unit.factor
                              ? there.quantity.value
                              : Decimal::Divide(it->first, unit.factor,
                                                custom >= 0 ? custom : scale, Rounding::kHalfAway);
    const bool here = unlikely_here && there.anchor.address == fact.anchor.address;
    if (TakesPart(claim, it->second) || !IsTelling(value) || value == fact.quantity.value ||
        there.period.year != fact.period.year) {
      continue;
    }
    const bool named = there.scope == fact.scope && SameMeasure(fact, there);
    if (named || ((unlikely || here) && unit.ComparableWith(there.quantity.unit))) {
      out.push_back({{id, value, unit}, Slip::kPrinted});
      out.back().like = it->second;
      out.back().custom = named ? 0 : -1;
      WeighDigits(&out.back());
    }
  }
  return out;
}

std::vector<Trial> FigureIndex::MissingOrTwice(const Claim& claim) const {
  if (claim.kind != RelationKind::kSum || claim.stated.fact < 0) {
    return {};
  }
  const Fact& stated = At(claim.stated.fact);
  Decimal gap = ReadTerm(claim.stated, facts_).Weighted();
  for (const Term& term : claim.operands) {
    gap = gap - ReadTerm(term, facts_).Weighted();
  }
  if (!gap.valid()) {
    return {};
  }
  std::vector<Trial> out;
  const Trial none{{claim.stated.fact, stated.quantity.value, stated.quantity.unit},
                   Slip::kLeftOut};
  const bool telling =
      IsTelling(Decimal::Divide(gap, stated.quantity.unit.factor, 6, Rounding::kHalfAway));
  for (const FactId other : telling ? WithValue(gap) : std::vector<FactId>()) {
    if (!TakesPart(claim, other) && IsLikeAPart(claim, other)) {
      out.push_back(none);
      out.back().like = other;
    }
  }
  // Of two items, one is what the total says and the other what is too much: nothing was counted
  // twice, one of the three is another figure. Not so where a row stands twice.
  const auto told =
      std::count_if(claim.operands.begin(), claim.operands.end(),
                    [&](const Term& term) { return !ReadTerm(term, facts_).Weighted().IsZero(); });
  for (const Term& term : claim.operands) {
    if (term.fact < 0 || ReadTerm(term, facts_).Weighted() != -gap) {
      continue;
    }
    const Term* same = RowAgain(claim, term);
    if (same == &term || (same == nullptr && telling && told > 2)) {
      out.push_back(none);
      out.back().slip = Slip::kTwice;
      out.back().like = term.fact;
    }
  }
  // Of several that fit none is told.
  return out.size() == 1 ? out : std::vector<Trial>();
}

bool FigureIndex::IsLikeAPart(const Claim& claim, FactId id) const {
  const Fact& there = At(id);
  const auto is_change = [](const Fact& fact) {
    return Has(fact.qualifiers, Qualifier::kIncrease) || Has(fact.qualifiers, Qualifier::kDecrease);
  };
  return std::any_of(claim.operands.begin(), claim.operands.end(), [&](const Term& term) {
    if (term.fact < 0) {
      return false;
    }
    const Fact& part = At(term.fact);
    const bool near = part.InTable() ? part.column_path == there.column_path &&
                                           part.anchor.address.block == there.anchor.address.block
                                     : part.anchor.address == there.anchor.address;
    return near && part.quantity.unit.ComparableWith(there.quantity.unit) &&
           part.scope == there.scope && is_change(part) == is_change(there);
  });
}

const Term* FigureIndex::RowAgain(const Claim& claim, const Term& term) const {
  const Fact& fact = At(term.fact);
  const Term* last = nullptr;
  int rows = 0;
  for (const Term& other : claim.operands) {
    if (other.fact < 0 || !fact.InTable() || fact.row_path.empty()) {
      continue;
    }
    const Fact& there = At(other.fact);
    if (there.row_path == fact.row_path && there.column_path == fact.column_path &&
        there.quantity.value == fact.quantity.value) {
      last = &other;
      ++rows;
    }
  }
  return rows > 1 ? last : nullptr;
}

Edit FigureIndex::EditOf(const Trial& trial, bool only_one) const {
  const Fact& fact = At(trial.substitute.fact);
  Edit edit;
  edit.fact = trial.substitute.fact;
  edit.mends = static_cast<int>(trial.mended.size());
  edit.breaks = trial.breaks;
  edit.only_one = only_one;
  edit.kind = SlipName(trial.slip);
  const BilingualText words = SlipWords(trial.slip);
  const std::string& unit = trial.substitute.unit.symbol.empty() ? fact.quantity.unit.symbol
                                                                 : trial.substitute.unit.symbol;
  const auto shown = [&](FactId id) {
    const Fact& other = At(id);
    return other.subject + other.quantity.value.ToString() + other.quantity.unit.symbol;
  };
  std::string mends_zh = "（改后可使 " + std::to_string(edit.mends) + " 项关系成立）";
  std::string mends_en = " (mends " + std::to_string(edit.mends) + ")";
  if (trial.slip == Slip::kLeftOut || trial.slip == Slip::kTwice) {
    const bool missing = trial.slip == Slip::kLeftOut;
    edit.fact = trial.like;
    edit.edit = std::string(missing ? "+ " : "- ") + At(trial.like).quantity.value.ToString() +
                At(trial.like).quantity.unit.symbol;
    edit.text = {"可能" + words.zh + "：" + shown(trial.like) + mends_zh,
                 "probably " + words.en + ": " + shown(trial.like) + mends_en};
    return edit;
  }
  std::string from = fact.quantity.value.ToString() + fact.quantity.unit.symbol;
  std::string to = trial.substitute.value.ToString() + unit;
  std::string zh = words.zh;
  std::string en = words.en;
  if (trial.slip == Slip::kSign && IsDirected(fact)) {
    const bool rise = Has(fact.qualifiers, Qualifier::kIncrease);
    to = (rise ? "减少" : "增加") + from;
    from = (rise ? "增加" : "减少") + from;
    zh = "增减方向写反";
    en = "the word of direction is wrong";
  }
  edit.edit = from + " → " + to;
  edit.text = {"可能" + zh + "：" + from + " 应为 " + to + mends_zh,
               "probably " + en + ": " + from + " should read " + to + mends_en};
  return edit;
}

}  // namespace crossfoot
