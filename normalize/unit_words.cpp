// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/unit_words.h"

#include "base/utf8.h"

namespace crossfoot::normalize {
namespace {

bool EndsUnit(char32_t code) {
  switch (code) {
    case 0:
    case U')':
    case U']':
    case U'】':
    case U'、':
    case U',':
    case U';':
    case U'。':
    case U'/':
      return true;
    default:
      return IsBlank(code);
  }
}

// Units from `i` on, parted by 、 , or 和, until something else stands there.
void ReadUnits(const Characters& text, size_t i, const Lexicon& lexicon, std::vector<Unit>* units) {
  for (;;) {
    i = text.SkipBlanks(i);
    if (text.Match(i, U"人民币") && lexicon.UnitAt(text, i + 3).length > 0) {
      i += 3;
    }
    const Lexicon::UnitHit hit = lexicon.UnitAt(text, i);
    if (hit.length == 0 || !EndsUnit(text[i + hit.length])) {
      return;
    }
    units->push_back(*hit.unit);
    i = text.SkipBlanks(i + hit.length);
    if (text[i] != U'、' && text[i] != U',' && text[i] != U';') {
      return;
    }
    ++i;
  }
}

}  // namespace

std::vector<Unit> UnitsIn(std::string_view words, const Lexicon& lexicon) {
  std::vector<Unit> units;
  const Characters text(words);
  for (size_t i = 0; i < text.size() && units.empty(); ++i) {
    if (text.Match(i, U"单位")) {
      const size_t at = text.SkipBlanks(i + 2);
      if (text[at] == U':') {
        ReadUnits(text, at + 1, lexicon, &units);
      }
    } else if (text[i] == U'(' || text[i] == U'[') {
      ReadUnits(text, i + 1, lexicon, &units);
    }
  }
  if (units.empty()) {
    const size_t end = text.SkipBlanksBack(text.size());
    if (text.Before(end) == U'%' || text.Before(end) == U'‰') {
      ReadUnits(text, end - 1, lexicon, &units);
    }
  }
  return units;
}

}  // namespace crossfoot::normalize
