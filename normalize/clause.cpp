// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/clause.h"

#include "base/utf8.h"

namespace crossfoot::normalize {
namespace {

// The end of the last quantity before `index`: where this figure's words can begin at the earliest.
size_t FloorOf(const std::vector<Reading>& readings, size_t index) {
  for (size_t i = index; i > 0; --i) {
    const Reading& before = readings[i - 1];
    if (before.is_quantity || before.mention == MentionKind::kOrdinal) {
      return before.end;
    }
  }
  return 0;
}

}  // namespace

bool IsFullStop(char32_t code) {
  return code == U'。' || code == U';' || code == U'!' || code == U'?' || code == U'\n';
}

bool IsClauseStop(char32_t code) {
  switch (code) {
    case U',':
    case U':':
    case U'(':
    case U')':
    case U'[':
    case U']':
    case U'、':
    case U'|':
    case U'\t':
      return true;
    default:
      return IsFullStop(code);
  }
}

Clause ClauseOf(const Characters& text, const std::vector<Reading>& readings, size_t index) {
  const Reading& reading = readings[index];
  Clause clause;
  const size_t floor = FloorOf(readings, index);
  size_t end = text.SkipBlanksBack(reading.context_begin);
  const char32_t closing = text[text.SkipBlanks(reading.end)];
  if (end > floor && text.Before(end) == U'(' && (closing == U')' || closing == 0)) {
    clause.in_brackets = true;
    end = text.SkipBlanksBack(end - 1);
  } else if (end > floor && (text.Before(end) == U':' || text.Before(end) == U'=')) {
    const bool equals = text[end - 1] == U'=';
    end = text.SkipBlanksBack(end - 1);
    if (equals && end > floor && text.Before(end) == U':') {
      end = text.SkipBlanksBack(end - 1);  // 指标值：＝100%
    }
  }
  // In a form (label: value label: value) blanks part the labels.
  const bool labelled = end < text.size() && text[end] == U':';
  clause.end = end;
  size_t begin = end;
  const size_t least = end > floor + kMostWords ? end - kMostWords : floor;
  int open = 0;  // brackets inside the words do not cut them: 因公出国(境)费
  while (begin > least) {
    const char32_t code = text[begin - 1];
    if (code == U')') {
      ++open;
    } else if (code == U'(' && open > 0) {
      --open;
    } else if (open == 0 &&
               ((IsClauseStop(code) && code != U'、') || (labelled && IsBlank(code)))) {
      break;
    }
    --begin;
  }
  if (open > 0) {
    // An unpaired closing bracket: it does cut.
    for (begin = end; begin > least && !IsClauseStop(text[begin - 1]);) {
      --begin;
    }
  }
  // 、 parts figures (基本支出1万元、项目支出2万元) but joins nouns (收入、支出总计).
  while (begin < end && (IsBlank(text[begin]) || text[begin] == U'、')) {
    ++begin;
  }
  clause.begin = begin;
  const size_t back = text.SkipBlanksBack(begin);
  clause.starts_sentence = back == 0 || IsFullStop(text[back - 1]);
  clause.after_among_which =
      text.MatchBefore(back > 0 && text[back - 1] == U':' ? back - 1 : back, U"其中") ||
      text.Match(clause.begin, U"其中");
  clause.after_begin = text.SkipBlanks(reading.end);
  size_t after = clause.after_begin;
  const size_t next = index + 1 < readings.size() ? readings[index + 1].begin : text.size();
  while (after < next && after < clause.after_begin + kMostWords && !IsClauseStop(text[after])) {
    ++after;
  }
  clause.after_end = after;
  return clause;
}

}  // namespace crossfoot::normalize
