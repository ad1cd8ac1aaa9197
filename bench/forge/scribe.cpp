// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/forge/scribe.h"

#include <cstdlib>

#include "base/check.h"

namespace crossfoot::forge {

namespace {

constexpr int kYuanPerWan = 10000;

size_t MatchingBracket(std::string_view text, size_t open) {
  int depth = 0;
  for (size_t i = open; i < text.size(); ++i) {
    depth += text[i] == '[' ? 1 : text[i] == ']' ? -1 : 0;
    if (depth == 0) {
      return i;
    }
  }
  CROSSFOOT_CHECK(false);
  return open;
}

std::vector<std::string_view> Alternatives(std::string_view text) {
  std::vector<std::string_view> all;
  int depth = 0;
  size_t begin = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    depth += text[i] == '[' ? 1 : text[i] == ']' ? -1 : 0;
    if (text[i] == '|' && depth == 0) {
      all.push_back(text.substr(begin, i - begin));
      begin = i + 1;
    }
  }
  all.push_back(text.substr(begin));
  return all;
}

}  // namespace

Hand Hand::Draw(Random* random) {
  Hand hand;
  hand.prose_in_yuan = random->Chance(12);
  hand.tables_in_yuan = hand.prose_in_yuan || random->Chance(12);
  hand.separators_in_prose = random->Chance(15);
  hand.separators_in_tables = random->Chance(60);
  hand.trims_zeros = random->Chance(30);
  hand.blank_for_nought = random->Chance(50);
  hand.blank_before_unit = random->Chance(12);
  hand.cuts_off = random->Chance(12);
  hand.rate_digits = random->Chance(75) ? 2 : 1;
  return hand;
}

std::string WithSeparators(const std::string& digits) {
  const size_t start = !digits.empty() && digits[0] == '-' ? 1 : 0;
  const size_t point = std::min(digits.find('.'), digits.size());
  std::string out = digits.substr(0, start);
  for (size_t i = start; i < digits.size(); ++i) {
    if (i > start && i < point && (point - i) % 3 == 0) {
      out += ',';
    }
    out += digits[i];
  }
  return out;
}

std::string GradeOf(const Decimal& score) {
  return score >= Decimal(90)   ? "优"
         : score >= Decimal(80) ? "良"
         : score >= Decimal(60) ? "中"
                                : "差";
}

Scribe::Scribe(const Ledger& ledger, const Hand& hand, uint64_t seed, std::string manner, int year)
    : ledger_(ledger), hand_(hand), random_(seed, manner) {
  manuscript_.manner = std::move(manner);
  manuscript_.year = year;
}

int Scribe::NewMark(Mark mark) {
  manuscript_.marks.push_back(std::move(mark));
  return static_cast<int>(manuscript_.marks.size()) - 1;
}

std::string Scribe::Choose(std::string_view phrase) {
  std::string out;
  for (size_t i = 0; i < phrase.size(); ++i) {
    if (phrase[i] != '[') {
      out += phrase[i];
      continue;
    }
    const size_t close = MatchingBracket(phrase, i);
    out += Choose(random_.Pick(Alternatives(phrase.substr(i + 1, close - i - 1))));
    i = close;
  }
  return out;
}

std::string Scribe::Digits(const Measure& measure, bool in_table, bool absolute, Mark* mark) const {
  const Rounding rounding = hand_.cuts_off ? Rounding::kToZero : Rounding::kHalfAway;
  Decimal printed = measure.value;
  int digits = 2;
  bool trims = hand_.trims_zeros && !in_table;
  mark->factor = 1;
  switch (measure.kind) {
    case Kind::kMoney:
      if (in_table ? !hand_.tables_in_yuan : !hand_.prose_in_yuan) {
        printed = Decimal::Divide(measure.value, kYuanPerWan, 2, rounding);
        mark->factor = kYuanPerWan;
      }
      break;
    case Kind::kRate:
      digits = hand_.rate_digits;
      printed = (measure.value * Decimal(100)).RoundTo(digits, rounding);
      mark->factor = Decimal::PowerOfTen(-2);
      trims = trims || printed == Decimal(100);
      break;
    case Kind::kCount:
      digits = 0;
      break;
    case Kind::kScore:
      trims = true;
      break;
  }
  if (absolute) {
    printed = printed.Abs();
  }
  printed = printed.RoundTo(digits, Rounding::kHalfAway);
  if (trims || printed.IsZero()) {
    printed = printed.IsZero() && in_table ? printed : printed.Normalized();
  }
  mark->value = printed;
  mark->digits = printed.scale();
  const std::string text = printed.ToString();
  const bool separators = measure.kind == Kind::kMoney &&
                          (in_table ? hand_.separators_in_tables : hand_.separators_in_prose);
  return separators ? WithSeparators(text) : text;
}

void Scribe::Figure(const Measure& measure, bool in_table, bool with_unit, bool absolute,
                    int direction_mark, Pieces* pieces) {
  Mark mark;
  mark.measure = ledger_.IndexOf(measure.key);
  mark.direction_mark = direction_mark;
  const std::string digits = Digits(measure, in_table, absolute, &mark);
  if (absolute && measure.value.Sign() < 0) {
    mark.value = -mark.value;
  }
  if (in_table && hand_.blank_for_nought && mark.value.IsZero() && !with_unit) {
    return;
  }
  if (in_table && measure.kind == Kind::kMoney && !with_unit) {
    mark.unit_mark = grid_unit_;
  }
  const int figure = NewMark(mark);
  pieces->push_back({digits, figure});
  if (!with_unit) {
    return;
  }
  Mark unit;
  unit.kind = MarkKind::kUnit;
  unit.measure = mark.measure;
  std::string text = measure.unit;
  if (measure.kind == Kind::kMoney) {
    text = mark.factor == Decimal(1) ? "元" : "万元";
  } else if (measure.kind == Kind::kRate) {
    text = "%";
  } else if (measure.kind == Kind::kScore) {
    text = "分";
  }
  if (hand_.blank_before_unit && measure.kind == Kind::kMoney) {
    pieces->push_back({" ", -1});
  }
  const int unit_mark = NewMark(unit);
  manuscript_.marks[static_cast<size_t>(figure)].unit_mark = unit_mark;
  pieces->push_back({text, unit_mark});
}

void Scribe::Token(std::string_view token, bool in_table, Pieces* pieces) {
  const char sign = token.front();
  const std::string_view rest = token.substr(1);
  const size_t colon = rest.find(':');
  const std::string key(rest.substr(0, colon));
  const std::string_view option = colon == std::string_view::npos ? "" : rest.substr(colon + 1);
  if (token == "y" || token.substr(0, 2) == "y-" || token.substr(0, 2) == "y+") {
    Mark mark;
    mark.kind = MarkKind::kYear;
    mark.year = manuscript_.year + (token.size() > 2 ? std::atoi(std::string(rest).c_str()) : 0);
    const int id = NewMark(mark);
    pieces->push_back({std::to_string(mark.year), id});
    return;
  }
  switch (sign) {
    case '@':
      CROSSFOOT_CHECK(names_.count(key) != 0);
      pieces->push_back({names_.at(key), -1});
      return;
    case '=':
    case '&': {
      CROSSFOOT_CHECK(accounts_.count(key) != 0);
      Mark mark;
      mark.kind = sign == '=' ? MarkKind::kName : MarkKind::kCode;
      mark.subject = key;
      pieces->push_back({sign == '=' ? accounts_.at(key) : key, NewMark(mark)});
      return;
    }
    case '?': {
      Mark mark;
      mark.kind = MarkKind::kGrade;
      mark.measure = ledger_.IndexOf(key);
      pieces->push_back({GradeOf(ledger_.Value(key)), NewMark(mark)});
      return;
    }
    case '%':
    case '*': {
      Mark mark;
      mark.kind = MarkKind::kItem;
      mark.open = sign == '%';
      mark.measure = ledger_.IndexOf(key);
      pieces->push_back({std::string(option), NewMark(mark)});
      return;
    }
    case '#':
      Figure(ledger_.At(key), in_table, false, false, -1, pieces);
      return;
    case '~':
      Figure(ledger_.At(key), in_table, true, true, DirectionBefore(key), pieces);
      return;
    case '+':
    case '^': {
      const std::string_view words = option.empty() ? "增加/减少" : option;
      const size_t slash = words.find('/');
      const Measure& measure = ledger_.At(key);
      Mark mark;
      mark.kind = MarkKind::kDirection;
      mark.measure = ledger_.IndexOf(key);
      mark.subject = std::string(words);
      const int id = NewMark(mark);
      const bool down = measure.value.Sign() < 0;
      pieces->push_back({std::string(down ? words.substr(slash + 1) : words.substr(0, slash)), id});
      if (sign == '+') {
        Figure(measure, in_table, true, true, id, pieces);
      }
      return;
    }
    default:
      Figure(ledger_.At(std::string(token)), in_table, true, false, -1, pieces);
      return;
  }
}

int Scribe::DirectionBefore(const std::string& key) const {
  for (size_t m = manuscript_.marks.size(); m-- > 0;) {
    const Mark& mark = manuscript_.marks[m];
    if (mark.kind == MarkKind::kFigure || mark.kind == MarkKind::kYear) {
      break;
    }
    if (mark.kind == MarkKind::kDirection && mark.measure == ledger_.IndexOf(key)) {
      return static_cast<int>(m);
    }
  }
  return -1;
}

Pieces Scribe::Expand(std::string_view phrase, bool in_table) {
  const std::string chosen = Choose(phrase);
  Pieces pieces;
  std::string words;
  const auto flush = [&] {
    if (!words.empty()) {
      pieces.push_back({std::move(words), -1});
      words.clear();
    }
  };
  for (size_t i = 0; i < chosen.size(); ++i) {
    if (chosen[i] != '{') {
      words += chosen[i];
      continue;
    }
    const size_t close = chosen.find('}', i);
    CROSSFOOT_CHECK(close != std::string::npos);
    flush();
    Token(std::string_view(chosen).substr(i + 1, close - i - 1), in_table, &pieces);
    i = close;
  }
  flush();
  return pieces;
}

// A year speaks of the first figure after it.
void Scribe::SettleYears(const Pieces& pieces) {
  int measure = -1;
  for (size_t p = pieces.size(); p-- > 0;) {
    if (pieces[p].mark < 0) {
      continue;
    }
    Mark& mark = manuscript_.marks[static_cast<size_t>(pieces[p].mark)];
    if (mark.kind == MarkKind::kFigure) {
      measure = mark.measure;
    } else if (mark.kind == MarkKind::kYear) {
      mark.measure = measure;
      measure = -1;
    }
  }
}

void Scribe::Title(std::string_view phrase) {
  manuscript_.blocks.push_back({BlockForm::kTitle, 0, Expand(phrase, false), {}});
}

void Scribe::Heading(int level, std::string_view phrase) {
  manuscript_.blocks.push_back({BlockForm::kHeading, level, Expand(phrase, false), {}});
}

void Scribe::Paragraph(std::string_view phrase) {
  manuscript_.blocks.push_back({BlockForm::kParagraph, 0, Expand(phrase, false), {}});
  SettleYears(manuscript_.blocks.back().pieces);
}

void Scribe::Continue(std::string_view phrase) {
  Pieces& pieces = manuscript_.blocks.back().pieces;
  for (Piece& piece : Expand(phrase, false)) {
    pieces.push_back(std::move(piece));
  }
  SettleYears(pieces);
}

void Scribe::BeginGrid(std::string_view caption, int header_rows, bool money) {
  ManuscriptBlock block;
  block.form = BlockForm::kGrid;
  block.grid.caption = TextOf(Expand(caption, true));
  block.grid.header_rows = header_rows;
  if (money) {
    Mark unit;
    unit.kind = MarkKind::kUnit;
    grid_unit_ = NewMark(unit);
    const std::string name = hand_.tables_in_yuan ? "元" : "万元";
    block.grid.unit_note = {{random_.Chance(70) ? "单位：" : "金额单位：", -1}, {name, grid_unit_}};
  } else {
    grid_unit_ = -1;
  }
  manuscript_.blocks.push_back(std::move(block));
}

void Scribe::Row(const std::vector<CellPhrase>& cells) {
  std::vector<GridCell> row;
  row.reserve(cells.size());
  for (const CellPhrase& cell : cells) {
    row.push_back({Expand(cell.phrase, true), cell.colspan, cell.rowspan});
  }
  manuscript_.blocks.back().grid.rows.push_back(std::move(row));
}

void Scribe::EndGrid(std::string_view note) {
  manuscript_.blocks.back().grid.note = TextOf(Expand(note, false));
  grid_unit_ = -1;
}

Manuscript Scribe::Finish() { return std::move(manuscript_); }

}  // namespace crossfoot::forge
