// SPDX-License-Identifier: GPL-3.0-or-later
//
// Slips of the finger in one figure, and figures taken from the wrong place.
#include <algorithm>
#include <set>

#include "bench/forge/slip_tools.h"

namespace crossfoot::forge {

namespace {

constexpr std::string_view kDigits = "0123456789";

std::vector<size_t> DigitPlaces(const std::string& text) {
  std::vector<size_t> places;
  for (size_t i = 0; i < text.size(); ++i) {
    if (kDigits.find(text[i]) != std::string_view::npos) {
      places.push_back(i);
    }
  }
  return places;
}

// "" where the slip cannot be made.
std::string MoveThePoint(const std::string& text, bool right) {
  const size_t point = text.find('.');
  if (point == std::string::npos) {
    return "";
  }
  std::string moved = text;
  if (right && point + 1 < text.size()) {
    std::swap(moved[point], moved[point + 1]);
  } else if (!right && point > 1) {
    std::swap(moved[point], moved[point - 1]);
  } else {
    return "";
  }
  if (moved.back() == '.') {
    moved.pop_back();
  }
  while (moved.size() > 1 && moved[0] == '0' && moved[1] != '.') {
    moved.erase(0, 1);
  }
  return moved;
}

std::string SlipOfTheFinger(SlipKind kind, std::string text, Random* random) {
  text.erase(std::remove(text.begin(), text.end(), ','), text.end());
  const std::vector<size_t> places = DigitPlaces(text);
  if (places.empty()) {
    return "";
  }
  const size_t which =
      static_cast<size_t>(random->Between(0, static_cast<int64_t>(places.size()) - 1));
  const size_t at = places[which];
  switch (kind) {
    case SlipKind::kDigitSubstituted: {
      char digit = text[at];
      while (digit == text[at] || (which == 0 && digit == '0')) {
        digit = random->Pick(kDigits);
      }
      text[at] = digit;
      return text;
    }
    case SlipKind::kDigitsTransposed:
      if (at + 1 >= text.size() || text[at + 1] == '.' || text[at] == text[at + 1] ||
          (which == 0 && text[at + 1] == '0')) {
        return "";
      }
      std::swap(text[at], text[at + 1]);
      return text;
    case SlipKind::kDigitDropped:
      if (places.size() < 2 || (which == 0 && text[1] == '.') || (which == 0 && text[1] == '0')) {
        return "";
      }
      text.erase(at, 1);
      return text.back() == '.' ? text.substr(0, text.size() - 1) : text;
    case SlipKind::kDigitDoubled:
      text.insert(at, 1, text[at]);
      return text;
    default:
      return MoveThePoint(text, random->Chance(50));
  }
}

}  // namespace

bool SlipDigits(const SlipPlace& at, Slip* slip) {
  if (at.At().kind != MarkKind::kFigure || at.At().value.IsZero()) {
    return false;
  }
  const std::string words = WordsOf(at.clean, at.mark);
  const std::string slipped = SlipOfTheFinger(slip->kind, words, at.random);
  if (slipped.empty() || !PutDigits(&slip->manuscript, at.mark, slipped)) {
    return false;
  }
  TellWrong(at.clean, at.mark, slip);
  return true;
}

bool SlipSignInTable(const SlipPlace& at, Slip* slip) {
  if (at.At().kind != MarkKind::kFigure || at.At().value.IsZero() ||
      PlaceOf(at.clean, at.mark).row < 0 || at.Told().kind == Kind::kScore) {
    return false;
  }
  const std::string words = WordsOf(at.clean, at.mark);
  if (!PutDigits(&slip->manuscript, at.mark, words[0] == '-' ? words.substr(1) : "-" + words)) {
    return false;
  }
  TellWrong(at.clean, at.mark, slip);
  return true;
}

bool SlipNeighbour(const SlipPlace& at, Slip* slip) {
  const MarkPlace place = PlaceOf(at.clean, at.mark);
  if (at.At().kind != MarkKind::kFigure || place.row < 0) {
    return false;
  }
  const Grid& grid = at.clean.blocks[static_cast<size_t>(place.block)].grid;
  const bool row = slip->kind == SlipKind::kNeighbourRow;
  const int other_row = place.row + (row ? (at.random->Chance(50) ? 1 : -1) : 0);
  const int other_cell = place.cell + (row ? 0 : (at.random->Chance(50) ? 1 : -1));
  if (other_row < grid.header_rows || other_row >= static_cast<int>(grid.rows.size())) {
    return false;
  }
  const auto& cells = grid.rows[static_cast<size_t>(other_row)];
  if (cells.size() != grid.rows[static_cast<size_t>(place.row)].size() || other_cell < 0 ||
      other_cell >= static_cast<int>(cells.size())) {
    return false;
  }
  const Pieces& pieces = cells[static_cast<size_t>(other_cell)].pieces;
  if (pieces.size() != 1 || pieces[0].mark < 0) {
    return false;
  }
  const Mark& other = at.clean.marks[static_cast<size_t>(pieces[0].mark)];
  if (other.kind != MarkKind::kFigure || other.factor != at.At().factor ||
      !PutDigits(&slip->manuscript, at.mark, pieces[0].text)) {
    return false;
  }
  TellWrong(at.clean, at.mark, slip);
  return true;
}

bool SlipOtherFigure(const SlipPlace& at, Slip* slip) {
  if (at.At().kind != MarkKind::kFigure) {
    return false;
  }
  const std::string& other =
      slip->kind == SlipKind::kLastYearsFigure ? at.Told().last : at.Told().mistaken;
  if (other.empty() || !PutValue(at, &slip->manuscript, at.mark, at.ledger.Value(other))) {
    return false;
  }
  TellWrong(at.clean, at.mark, slip);
  return true;
}

bool SlipRateOnWrongBase(const SlipPlace& at, Slip* slip) {
  if (at.At().kind != MarkKind::kFigure || at.Told().kind != Kind::kRate) {
    return false;
  }
  for (const Identity& identity : at.ledger.identities()) {
    if (identity.result != at.At().measure ||
        (identity.form != Form::kQuotient && identity.form != Form::kGrowth)) {
      continue;
    }
    const int base = identity.terms[1].second;
    const Measure& measure = at.ledger.measures()[static_cast<size_t>(base)];
    // A growth rate is often taken of this year's figure instead of last year's.
    const std::string other =
        identity.form == Form::kGrowth
            ? at.ledger.measures()[static_cast<size_t>(identity.terms[0].second)].key
            : measure.mistaken;
    if (other.empty() || at.ledger.Value(other).IsZero()) {
      continue;
    }
    Decimal rate = at.ledger.Evaluate(identity, base, at.ledger.Value(other));
    if (identity.form == Form::kGrowth) {
      rate = Decimal::Divide(at.ledger.Value(other) - measure.value, at.ledger.Value(other), 12,
                             Rounding::kHalfAway);
    }
    if (PutValue(at, &slip->manuscript, at.mark, rate)) {
      TellWrong(at.clean, at.mark, slip);
      return true;
    }
  }
  return false;
}

bool SlipMarkOutOfHundred(const SlipPlace& at, Slip* slip) {
  if (at.At().kind != MarkKind::kFigure || at.Told().kind != Kind::kScore) {
    return false;
  }
  const bool weight = at.Told().key.find("weight") != std::string::npos;
  if (weight != (slip->kind == SlipKind::kWeight)) {
    return false;
  }
  const Decimal step = weight || at.random->Chance(50) ? Decimal(at.random->Between(1, 5))
                                                       : Decimal::FromParts(5, 1);
  const Decimal other = at.At().value + (at.random->Chance(50) ? step : -step);
  if (other.Sign() <= 0 || !PutDigits(&slip->manuscript, at.mark, other.ToShortString())) {
    return false;
  }
  TellWrong(at.clean, at.mark, slip);
  return true;
}

}  // namespace crossfoot::forge
