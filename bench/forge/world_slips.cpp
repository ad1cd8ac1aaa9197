// SPDX-License-Identifier: GPL-3.0-or-later
//
// Figures that were corrected, while one that depends on them was not: the report is rewritten for
// a changed world, all but the total (or all but a part).
//
// The changed world is a world: every identity holds in it, and put right all through, the report
// breaks nothing. A correction that is carried into one sum and not into another would be a second
// slip, which no truth tells of.
#include <algorithm>
#include <map>
#include <set>

#include "bench/forge/slip_tools.h"

namespace crossfoot::forge {

namespace {

constexpr int kMostSteps = 300;

using Values = std::map<int, Decimal>;

// Carries one corrected measure through the identities of a ledger until all hold again.
class Correction {
 public:
  Correction(const Ledger& ledger, Random* random) : ledger_(ledger), random_(random) {
    for (size_t i = 0; i < ledger.identities().size(); ++i) {
      const Identity& identity = ledger.identities()[i];
      told_in_[identity.result].push_back(i);
      for (const auto& [sign, measure] : identity.terms) {
        told_in_[measure].push_back(i);
      }
    }
  }

  // False where no world was found.
  bool Carry(int measure, const Decimal& value) {
    values_ = {{measure, value}};
    steps_ = 0;
    return Settle();
  }
  // What changed.
  [[nodiscard]] const Values& values() const { return values_; }

 private:
  [[nodiscard]] const Measure& At(int measure) const {
    return ledger_.measures()[static_cast<size_t>(measure)];
  }
  [[nodiscard]] const Decimal& ValueOf(int measure) const {
    const auto found = values_.find(measure);
    return found != values_.end() ? found->second : At(measure).value;
  }
  // What the identity gives its result now.
  [[nodiscard]] Decimal Computed(const Identity& identity) const {
    const auto of = [&](size_t term) { return ValueOf(identity.terms[term].second); };
    switch (identity.form) {
      case Form::kQuotient:
        return Decimal::Divide(of(0), of(1), 12, Rounding::kHalfAway);
      case Form::kGrowth:
        return Decimal::Divide(of(0) - of(1), of(1), 12, Rounding::kHalfAway);
      case Form::kChange:
        return Decimal::Divide(of(0), of(1) - of(0), 12, Rounding::kHalfAway);
      case Form::kProduct:
        return of(0) * of(1);
      case Form::kAtMost:
        return ValueOf(identity.result);
      case Form::kSum:
        break;
    }
    Decimal sum;
    for (size_t term = 0; term < identity.terms.size(); ++term) {
      sum += Decimal(identity.terms[term].first) * of(term);
    }
    return sum;
  }
  [[nodiscard]] bool Holds(const Identity& identity) const {
    const Decimal off = Computed(identity) - ValueOf(identity.result);
    return off.valid() && off.Abs() < Decimal::PowerOfTen(-9);
  }
  [[nodiscard]] const Identity* FirstBroken() const {
    for (const auto& [measure, value] : values_) {
      const auto found = told_in_.find(measure);
      for (const size_t i : found->second) {
        if (!Holds(ledger_.identities()[i])) {
          return &ledger_.identities()[i];
        }
      }
    }
    return nullptr;
  }
  // A figure keeps its sign, and one that was nought stays so.
  [[nodiscard]] bool MayBecome(int measure, const Decimal& value) const {
    return !At(measure).scored && value.valid() && value.Sign() == At(measure).value.Sign() &&
           values_.count(measure) == 0;
  }
  bool Try(int measure, const Decimal& value) {
    if (!MayBecome(measure, value)) {
      return false;
    }
    const Values before = values_;
    values_[measure] = value;
    if (Settle()) {
      return true;
    }
    values_ = before;
    return false;
  }
  bool Settle() {
    if (++steps_ > kMostSteps) {
      return false;
    }
    const Identity* broken = FirstBroken();
    if (broken == nullptr) {
      return true;
    }
    const Decimal computed = Computed(*broken);
    if (Try(broken->result, computed)) {
      return true;
    }
    if (broken->form != Form::kSum) {
      return false;
    }
    const Decimal off = ValueOf(broken->result) - computed;
    std::vector<std::pair<int, int>> terms = broken->terms;
    random_->Shuffle(&terms);
    return std::any_of(terms.begin(), terms.end(), [&, off](const auto& term) {
      return Try(term.second, ValueOf(term.second) + Decimal(term.first) * off);
    });
  }

  const Ledger& ledger_;
  Random* random_;
  std::map<int, std::vector<size_t>> told_in_;
  Values values_;
  int steps_ = 0;
};

// Prints the changed world. False where words would have to change with the figures.
bool Rewrite(const SlipPlace& at, const Values& values, Manuscript* manuscript) {
  for (size_t m = 0; m < at.clean.marks.size(); ++m) {
    const Mark& mark = at.clean.marks[m];
    const auto found = values.find(mark.measure);
    if (mark.kind != MarkKind::kFigure || found == values.end()) {
      continue;
    }
    const Measure& measure = at.ledger.measures()[static_cast<size_t>(mark.measure)];
    const Decimal one = 1;
    const bool more_than_all =
        measure.kind == Kind::kRate && (found->second > one) != (measure.value > one);
    if (found->second.Sign() != measure.value.Sign() || more_than_all) {
      return false;
    }
    PutValue(at, manuscript, static_cast<int>(m), found->second);
    manuscript->marks[m].changed = false;  // this is right now
  }
  return BrokenTies(at.ledger, *manuscript).empty();
}

std::vector<int> FiguresOf(const Manuscript& manuscript, int measure) {
  std::vector<int> marks;
  for (size_t m = 0; m < manuscript.marks.size(); ++m) {
    if (manuscript.marks[m].kind == MarkKind::kFigure && manuscript.marks[m].measure == measure) {
      marks.push_back(static_cast<int>(m));
    }
  }
  return marks;
}

// In `slip`, the figures of `measure` stand as they stood before the correction.
void LeaveStale(const SlipPlace& at, int measure, Slip* slip) {
  for (const int mark : FiguresOf(at.clean, measure)) {
    const auto m = static_cast<size_t>(mark);
    slip->right = WordsOf(slip->manuscript, mark);
    slip->manuscript.marks[m] = at.clean.marks[m];
    slip->manuscript.marks[m].changed = true;
    slip->written = WordsOf(at.clean, mark);
    SetWords(&slip->manuscript, mark, slip->written);
    slip->wrong.push_back(mark);
  }
}

bool IsTotal(const Ledger& ledger, int measure) {
  return std::any_of(ledger.identities().begin(), ledger.identities().end(),
                     [&](const Identity& identity) {
                       return identity.form == Form::kSum && identity.result == measure;
                     });
}

Decimal Corrected(const Measure& measure, Random* random) {
  Decimal change = measure.value * Decimal::FromParts(random->Between(3, 25), 2);
  if (measure.kind == Kind::kMoney) {
    change = change.RoundTo(-2, Rounding::kUp);  // whole hundreds of 元: 0.01 万元
  } else {
    change = change.RoundTo(0, Rounding::kUp);
  }
  return random->Chance(60) ? measure.value + change : measure.value - change;
}

// A place where an amount or a number of things could have been corrected.
bool CanBeCorrected(const SlipPlace& at) {
  const Mark& mark = at.At();
  return mark.kind == MarkKind::kFigure && mark.value.Sign() > 0 && mark.direction_mark < 0 &&
         (at.Told().kind == Kind::kMoney || at.Told().kind == Kind::kCount);
}

}  // namespace

bool SlipTotalNotUpdated(const SlipPlace& at, Slip* slip) {
  if (!CanBeCorrected(at) || IsTotal(at.ledger, at.At().measure)) {
    return false;
  }
  std::vector<const Identity*> sums;
  for (const Identity& identity : at.ledger.identities()) {
    const bool takes_part =
        std::any_of(identity.terms.begin(), identity.terms.end(),
                    [&](const auto& term) { return term.second == at.At().measure; });
    if (identity.form == Form::kSum && takes_part && identity.terms.size() > 1 &&
        FiguresOf(at.clean, identity.result).size() == 1) {
      sums.push_back(&identity);
    }
  }
  if (sums.empty()) {
    return false;
  }
  const int total = at.random->Pick(sums)->result;
  Correction correction(at.ledger, at.random);
  if (!correction.Carry(at.At().measure, Corrected(at.Told(), at.random)) ||
      correction.values().count(total) == 0 ||
      !Rewrite(at, correction.values(), &slip->manuscript)) {
    return false;
  }
  LeaveStale(at, total, slip);
  return slip->right != slip->written;
}

bool SlipPartNotUpdated(const SlipPlace& at, Slip* slip) {
  if (!CanBeCorrected(at)) {
    return false;
  }
  for (const Identity& identity : at.ledger.identities()) {
    if (identity.form != Form::kSum || identity.result != at.At().measure ||
        identity.terms.size() < 2) {
      continue;
    }
    Correction correction(at.ledger, at.random);
    if (!correction.Carry(at.At().measure, Corrected(at.Told(), at.random)) ||
        !Rewrite(at, correction.values(), &slip->manuscript)) {
      return false;
    }
    for (const auto& [sign, part] : identity.terms) {
      if (correction.values().count(part) != 0) {
        LeaveStale(at, part, slip);
      }
    }
    const std::vector<BrokenTie> broken = BrokenTies(at.ledger, slip->manuscript);
    if (slip->wrong.size() == 1 && IsLocatable(at.ledger, slip->manuscript, broken, slip->wrong)) {
      return slip->right != slip->written;
    }
    // Any of the parts may be the stale one, or the total the wrong one: there is no one right
    // value to propose, and any of them is as good a place to point at.
    slip->right.clear();
    slip->wrong.clear();
    for (const auto& [sign, part] : identity.terms) {
      const std::vector<int> parts = FiguresOf(at.clean, part);
      slip->wrong.insert(slip->wrong.end(), parts.begin(), parts.end());
    }
    const std::vector<int> totals = FiguresOf(at.clean, at.At().measure);
    slip->wrong.insert(slip->wrong.end(), totals.begin(), totals.end());
    slip->written = WordsOf(slip->manuscript, at.mark);
    return true;
  }
  return false;
}

}  // namespace crossfoot::forge
