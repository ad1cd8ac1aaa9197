// SPDX-License-Identifier: GPL-3.0-or-later
//
// The kinds and how they are drawn; each operator stands in figure_slips.cpp, world_slips.cpp,
// word_slips.cpp or row_slips.cpp.
#include "bench/forge/slip.h"

#include <array>

#include "bench/forge/slip_tools.h"

namespace crossfoot::forge {

namespace {

constexpr int kMostPlaces = 120;  // a manuscript where these many do not fit offers none

struct Operator {
  SlipKind kind;
  std::string_view name;
  SlipMaker make;
  MarkKind at;  // only marks of this kind are tried
};

constexpr std::array kOperators{
    Operator{SlipKind::kDigitSubstituted, "digit-substituted", SlipDigits, MarkKind::kFigure},
    Operator{SlipKind::kDigitsTransposed, "digits-transposed", SlipDigits, MarkKind::kFigure},
    Operator{SlipKind::kDigitDropped, "digit-dropped", SlipDigits, MarkKind::kFigure},
    Operator{SlipKind::kDigitDoubled, "digit-doubled", SlipDigits, MarkKind::kFigure},
    Operator{SlipKind::kPointMoved, "point-moved", SlipDigits, MarkKind::kFigure},
    Operator{SlipKind::kUnitInProse, "unit-in-prose", SlipUnitInProse, MarkKind::kUnit},
    Operator{SlipKind::kUnitInTableHead, "unit-in-table-head", SlipUnitInTableHead,
             MarkKind::kUnit},
    Operator{SlipKind::kSignInTable, "sign-in-table", SlipSignInTable, MarkKind::kFigure},
    Operator{SlipKind::kDirectionWord, "direction-word", SlipDirection, MarkKind::kDirection},
    Operator{SlipKind::kTotalNotUpdated, "total-not-updated", SlipTotalNotUpdated,
             MarkKind::kFigure},
    Operator{SlipKind::kPartNotUpdated, "part-not-updated", SlipPartNotUpdated, MarkKind::kFigure},
    Operator{SlipKind::kNeighbourRow, "neighbour-row", SlipNeighbour, MarkKind::kFigure},
    Operator{SlipKind::kNeighbourColumn, "neighbour-column", SlipNeighbour, MarkKind::kFigure},
    Operator{SlipKind::kOtherScope, "other-scope", SlipOtherFigure, MarkKind::kFigure},
    Operator{SlipKind::kYearWord, "year-word", SlipYear, MarkKind::kYear},
    Operator{SlipKind::kLastYearsFigure, "last-years-figure", SlipOtherFigure, MarkKind::kFigure},
    Operator{SlipKind::kRateOnWrongBase, "rate-on-wrong-base", SlipRateOnWrongBase,
             MarkKind::kFigure},
    Operator{SlipKind::kPointsForPercent, "points-for-percent", SlipPointsForPercent,
             MarkKind::kUnit},
    Operator{SlipKind::kRowMissing, "row-missing", SlipRow, MarkKind::kFigure},
    Operator{SlipKind::kRowTwice, "row-twice", SlipRow, MarkKind::kFigure},
    Operator{SlipKind::kWeight, "weight", SlipMarkOutOfHundred, MarkKind::kFigure},
    Operator{SlipKind::kScore, "score", SlipMarkOutOfHundred, MarkKind::kFigure},
    Operator{SlipKind::kGrade, "grade", SlipGrade, MarkKind::kGrade},
    Operator{SlipKind::kAccountName, "account-name", SlipAccount, MarkKind::kName},
    Operator{SlipKind::kAccountCode, "account-code", SlipAccount, MarkKind::kCode},
    Operator{SlipKind::kListItemMissing, "list-item-missing", SlipListItem, MarkKind::kItem},
    Operator{SlipKind::kTemplateLeftIn, "template-left-in", SlipTemplate, MarkKind::kDirection},
};

const Operator& OperatorOf(SlipKind kind) {
  return kOperators[static_cast<size_t>(kind)];  // in the order of the enumeration
}

}  // namespace

std::vector<SlipKind> AllSlips() {
  std::vector<SlipKind> all;
  for (const Operator& one : kOperators) {
    all.push_back(one.kind);
  }
  return all;
}

std::string_view SlipName(SlipKind kind) { return OperatorOf(kind).name; }

std::vector<Slip> MakeSlips(const Ledger& ledger, const Hand& hand, const Manuscript& clean,
                            SlipKind kind, int count, Random* random) {
  std::vector<int> places(clean.marks.size());
  for (size_t m = 0; m < places.size(); ++m) {
    places[m] = static_cast<int>(m);
  }
  random->Shuffle(&places);
  std::vector<Slip> slips;
  int tried = 0;
  for (const int place : places) {
    if (static_cast<int>(slips.size()) == count) {
      break;
    }
    if (clean.marks[static_cast<size_t>(place)].kind != OperatorOf(kind).at) {
      continue;
    }
    if (++tried > kMostPlaces) {
      break;
    }
    Slip slip;
    slip.kind = kind;
    const SlipPlace at{ledger, hand, clean, place, random};
    slip.manuscript = clean;
    if (!OperatorOf(kind).make(at, &slip)) {
      continue;
    }
    const std::vector<BrokenTie> found = BrokenTies(ledger, slip.manuscript);
    slip.broken.insert(slip.broken.end(), found.begin(), found.end());
    slip.locatable = IsLocatable(ledger, slip.manuscript, slip.broken, slip.wrong);
    slips.push_back(std::move(slip));
  }
  return slips;
}

}  // namespace crossfoot::forge
