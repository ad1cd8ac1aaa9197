// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/forge/slip_tools.h"

#include <algorithm>

namespace crossfoot::forge {

std::string WordsOf(const Manuscript& manuscript, int mark) {
  std::string words;
  EachPiece(manuscript, [&](const Piece& piece, int, int) {
    if (piece.mark == mark) {
      words = piece.text;
    }
  });
  return words;
}

void SetWords(Manuscript* manuscript, int mark, const std::string& words) {
  EachPiece(*manuscript, [&](Piece& piece, int, int) {
    if (piece.mark == mark) {
      piece.text = words;
    }
  });
}

MarkPlace PlaceOf(const Manuscript& manuscript, int mark) {
  MarkPlace place;
  EachPiece(manuscript, [&](const Piece& piece, int block, int row) {
    if (piece.mark == mark) {
      place.block = block;
      place.row = row;
    }
  });
  if (place.row >= 0) {
    const auto& cells = manuscript.blocks[static_cast<size_t>(place.block)]
                            .grid.rows[static_cast<size_t>(place.row)];
    for (size_t c = 0; c < cells.size(); ++c) {
      for (const Piece& piece : cells[c].pieces) {
        place.cell = piece.mark == mark ? static_cast<int>(c) : place.cell;
      }
    }
  }
  return place;
}

bool PutDigits(Manuscript* manuscript, int mark, const std::string& digits) {
  std::string plain = digits;
  plain.erase(std::remove(plain.begin(), plain.end(), ','), plain.end());
  const auto value = Decimal::Parse(plain);
  Mark& figure = manuscript->marks[static_cast<size_t>(mark)];
  const bool sign_by_word = figure.direction_mark >= 0 && figure.value.Sign() < 0;
  if (!value) {
    return false;
  }
  const Decimal told = sign_by_word ? -*value : *value;
  if (told == figure.value) {
    return false;
  }
  const bool separators = WordsOf(*manuscript, mark).find(',') != std::string::npos;
  figure.value = told;
  figure.digits = value->scale();
  figure.changed = true;
  SetWords(manuscript, mark, separators ? WithSeparators(plain) : plain);
  return true;
}

bool PutValue(const SlipPlace& at, Manuscript* manuscript, int mark, const Decimal& value) {
  const Mark& figure = manuscript->marks[static_cast<size_t>(mark)];
  Measure measure = at.ledger.measures()[static_cast<size_t>(figure.measure)];
  if (figure.direction_mark >= 0 && value.Sign() != measure.value.Sign()) {
    return false;
  }
  const bool in_table = PlaceOf(*manuscript, mark).row >= 0;
  measure.value = value;
  Mark printed;
  std::string digits = "0";
  {
    // The hand prints; Scribe::Digits needs no more than the hand.
    const Scribe scribe(at.ledger, at.hand, 0, "", 0);
    digits = scribe.Digits(measure, in_table, figure.direction_mark >= 0, &printed);
  }
  return PutDigits(manuscript, mark, digits);
}

void TellWrong(const Manuscript& clean, int mark, Slip* slip) {
  slip->wrong = {mark};
  slip->right = WordsOf(clean, mark);
  slip->written = WordsOf(slip->manuscript, mark);
}

}  // namespace crossfoot::forge
