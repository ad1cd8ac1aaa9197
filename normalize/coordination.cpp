// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/coordination.h"

#include <algorithm>

#include "base/utf8.h"
#include "normalize/subject.h"

namespace crossfoot::normalize {
namespace {

bool Joins(char32_t code) {
  return code == U'、' || code == U'和' || code == U'与' || code == U'及' || code == U',';
}

// Where 分别为 begins, if it stands right before `end`; else `end`.
size_t CoordinatorBegin(const Characters& text, size_t end) {
  for (const std::u32string_view words :
       {U"分别为", U"分别是", U"分别达到", U"分别达", U"分别增加", U"分别减少", U"分别增长",
        U"分别下降", U"各为", U"分别"}) {
    if (text.MatchBefore(end, words)) {
      return end - words.size();
    }
  }
  return end;
}

// Figures from `index` on that stand side by side, joined by 、 和 and the like.
size_t FiguresInARow(const Characters& text, const std::vector<Reading>& readings, size_t index) {
  size_t count = 1;
  while (index + count < readings.size() && readings[index + count].is_quantity) {
    const size_t joint = text.SkipBlanks(readings[index + count - 1].end);
    if (!Joins(text[joint]) ||
        text.SkipBlanks(joint + 1) != readings[index + count].context_begin) {
      break;
    }
    ++count;
  }
  return count;
}

}  // namespace

std::vector<std::string> ReadCoordination(const Characters& text,
                                          const std::vector<Reading>& readings, size_t index,
                                          const Clause& clause) {
  const size_t nouns_end = CoordinatorBegin(text, clause.end);
  if (nouns_end == clause.end) {
    return {};
  }
  const size_t figures = FiguresInARow(text, readings, index);
  if (figures < 2) {
    return {};
  }
  // Back from 分别为, one noun a joint, as many as there are figures.
  std::vector<std::string> nouns;
  size_t end = nouns_end;
  const size_t least = end > kMostWords * 2 ? end - kMostWords * 2 : 0;
  size_t begin = end;
  while (nouns.size() < figures) {
    const bool edge = begin == least || IsFullStop(text.Before(begin)) ||
                      text.Before(begin) == U':' || DigitValue(text.Before(begin)) >= 0;
    if (edge || Joins(text.Before(begin))) {
      const std::string noun = ReadSubject(text, begin, end, false).subject;
      if (noun.empty()) {
        return {};
      }
      nouns.push_back(noun);
      if (edge) {
        break;
      }
      end = begin - 1;
    }
    --begin;
  }
  if (nouns.size() != figures) {
    return {};
  }
  std::reverse(nouns.begin(), nouns.end());
  return nouns;
}

}  // namespace crossfoot::normalize
