// SPDX-License-Identifier: GPL-3.0-or-later
//
// Figures that were corrected, while one that depends on them was not: the report is rewritten for
// a changed world, all but the total (or all but the parts).
#include <map>

#include "bench/forge/slip_tools.h"

namespace crossfoot::forge {

namespace {

constexpr int kRounds = 12;

using Values = std::map<int, Decimal>;

// Carries `values` through the ledger's identities, all but `skipped` and those that tell `kept`.
void Propagate(const Ledger& ledger, const Identity* skipped, int kept, Values* values) {
  for (int round = 0; round < kRounds; ++round) {
    bool moved = false;
    for (const Identity& identity : ledger.identities()) {
      if (&identity == skipped || identity.result == kept || identity.form == Form::kAtMost) {
        continue;
      }
      bool touched = false;
      Decimal sum;
      std::vector<Decimal> terms;
      for (const auto& [sign, measure] : identity.terms) {
        const auto found = values->find(measure);
        touched = touched || found != values->end();
        terms.push_back(found != values->end()
                            ? found->second
                            : ledger.measures()[static_cast<size_t>(measure)].value);
        sum += Decimal(sign) * terms.back();
      }
      if (!touched) {
        continue;
      }
      Decimal result = sum;
      if (identity.form == Form::kQuotient) {
        result = Decimal::Divide(terms[0], terms[1], 12, Rounding::kHalfAway);
      } else if (identity.form == Form::kGrowth) {
        result = Decimal::Divide(terms[0] - terms[1], terms[1], 12, Rounding::kHalfAway);
      } else if (identity.form == Form::kChange) {
        result = Decimal::Divide(terms[0], terms[1] - terms[0], 12, Rounding::kHalfAway);
      } else if (identity.form == Form::kProduct) {
        result = terms[0] * terms[1];
      }
      auto [place, fresh] = values->emplace(identity.result, result);
      if (fresh || place->second != result) {
        moved = true;
        place->second = result;
      }
    }
    if (!moved) {
      return;
    }
  }
}

bool Rewrite(const SlipPlace& at, const Values& values, Slip* slip) {
  for (size_t m = 0; m < at.clean.marks.size(); ++m) {
    const Mark& mark = at.clean.marks[m];
    const auto found = values.find(mark.measure);
    if (mark.kind != MarkKind::kFigure || found == values.end()) {
      continue;
    }
    const Decimal& before = at.ledger.measures()[static_cast<size_t>(mark.measure)].value;
    if (found->second.Sign() != before.Sign()) {
      return false;
    }
    PutValue(at, &slip->manuscript, static_cast<int>(m), found->second);
    slip->manuscript.marks[m].changed = false;  // this is right now
  }
  return true;
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

bool IsTotal(const Ledger& ledger, int measure) {
  for (const Identity& identity : ledger.identities()) {
    if (identity.form == Form::kSum && identity.result == measure) {
      return true;
    }
  }
  return false;
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

}  // namespace

bool SlipTotalNotUpdated(const SlipPlace& at, Slip* slip) {
  const Mark& mark = at.At();
  if (mark.kind != MarkKind::kFigure || mark.value.Sign() <= 0 || mark.direction_mark >= 0 ||
      (at.Told().kind != Kind::kMoney && at.Told().kind != Kind::kCount) ||
      IsTotal(at.ledger, mark.measure)) {
    return false;
  }
  std::vector<const Identity*> sums;
  for (const Identity& identity : at.ledger.identities()) {
    for (const auto& [sign, measure] : identity.terms) {
      if (identity.form == Form::kSum && measure == mark.measure && identity.terms.size() > 1 &&
          FiguresOf(at.clean, identity.result).size() == 1) {
        sums.push_back(&identity);
      }
    }
  }
  if (sums.empty()) {
    return false;
  }
  const Identity* stale = at.random->Pick(sums);
  const Measure& total = at.ledger.measures()[static_cast<size_t>(stale->result)];
  Values values{{mark.measure, Corrected(at.Told(), at.random)}};
  if (values.begin()->second.Sign() <= 0) {
    return false;
  }
  Propagate(at.ledger, stale, stale->result, &values);
  if (!Rewrite(at, values, slip)) {
    return false;
  }
  slip->wrong = FiguresOf(at.clean, stale->result);
  for (const int wrong : slip->wrong) {
    slip->manuscript.marks[static_cast<size_t>(wrong)].changed = true;
  }
  slip->written = WordsOf(at.clean, slip->wrong.front());
  Manuscript mended = slip->manuscript;
  const Decimal right = total.value + (values.at(mark.measure) - at.Told().value) *
                                          Decimal(stale->terms.front().first);
  if (!PutValue(at, &mended, slip->wrong.front(), right)) {
    return false;
  }
  slip->right = WordsOf(mended, slip->wrong.front());
  return true;
}

bool SlipPartNotUpdated(const SlipPlace& at, Slip* slip) {
  const Mark& mark = at.At();
  if (mark.kind != MarkKind::kFigure || mark.value.Sign() <= 0 || mark.direction_mark >= 0 ||
      (at.Told().kind != Kind::kMoney && at.Told().kind != Kind::kCount)) {
    return false;
  }
  for (const Identity& identity : at.ledger.identities()) {
    if (identity.form != Form::kSum || identity.result != mark.measure ||
        identity.terms.size() < 2) {
      continue;
    }
    Values values{{mark.measure, Corrected(at.Told(), at.random)}};
    Propagate(at.ledger, &identity, mark.measure, &values);
    if (!Rewrite(at, values, slip)) {
      return false;
    }
    for (const auto& [sign, measure] : identity.terms) {
      for (const int part : FiguresOf(at.clean, measure)) {
        slip->wrong.push_back(part);
        slip->manuscript.marks[static_cast<size_t>(part)].changed = true;
      }
    }
    // Any of the parts may be the stale one, or the total the wrong one: there is no one right
    // value to propose, and the total is as good a place to point at.
    const std::vector<int> totals = FiguresOf(at.clean, mark.measure);
    slip->wrong.insert(slip->wrong.end(), totals.begin(), totals.end());
    slip->written = WordsOf(slip->manuscript, at.mark);
    return true;
  }
  return false;
}

}  // namespace crossfoot::forge
