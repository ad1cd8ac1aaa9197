// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes a manuscript from phrases about a ledger, in one hand: units, rounding, separators.
//
//   scribe.Paragraph("{y}年[全年实际支出|支出决算数]{exp}，[较|比]上年{+diff:增加/减少}。");
//
// A phrase chooses among [a|b|c] (nested too); in braces stand
//   {key}            a figure with its unit        {#key}   the digits alone
//   {+key:up/down}   the word for its sign, then its size with unit (default 增加/减少)
//   {~key}           its size with unit, no word   {^key:up/down} the word alone
//   {y} {y-1} {y+1}  a year                        {@name}  a text set before
//   {=code}          the name of an account        {&code}  its code
//   {?key}           the grade of a score          {*key:text}  one of the things that key counts
//   {%key:text}      … in a list that ends in 等
//
// Tested by tests/forge/forge_test.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "bench/forge/ledger.h"
#include "bench/forge/manuscript.h"
#include "bench/forge/random.h"

namespace crossfoot::forge {

// How one author prints figures.
struct Hand {
  bool prose_in_yuan = false;  // 元 with two digits instead of 万元
  bool tables_in_yuan = false;
  bool separators_in_prose = false;
  bool separators_in_tables = true;
  bool trims_zeros = false;       // 6.2 for 6.20
  bool blank_for_nought = false;  // in tables
  bool blank_before_unit = false;
  bool cuts_off = false;  // instead of rounding
  int rate_digits = 2;

  static Hand Draw(Random* random);
};

struct CellPhrase {
  CellPhrase(const char* text) : phrase(text) {}             // NOLINT(google-explicit-constructor)
  CellPhrase(std::string text) : phrase(std::move(text)) {}  // NOLINT(google-explicit-constructor)
  CellPhrase(std::string text, int columns, int rows)
      : phrase(std::move(text)), colspan(columns), rowspan(rows) {}
  std::string phrase;
  int colspan = 1;
  int rowspan = 1;
};

class Scribe {
 public:
  Scribe(const Ledger& ledger, const Hand& hand, uint64_t seed, std::string manner, int year);

  void Let(const std::string& name, const std::string& text) { names_[name] = text; }
  void Account(const std::string& code, const std::string& name) { accounts_[code] = name; }

  void Title(std::string_view phrase);
  void Heading(int level, std::string_view phrase);
  void Paragraph(std::string_view phrase);
  // Goes on in the paragraph before.
  void Continue(std::string_view phrase);
  // A table: caption and unit note, then rows.
  void BeginGrid(std::string_view caption, int header_rows, bool money = true);
  void Row(const std::vector<CellPhrase>& cells);
  void EndGrid(std::string_view note = {});

  Random& random() { return random_; }
  const Ledger& ledger() const { return ledger_; }
  const Hand& hand() const { return hand_; }
  // Precondition: no table is open.
  Manuscript Finish();

  // The digits of a measure as this hand prints them; `in_table` for tables.
  std::string Digits(const Measure& measure, bool in_table, bool absolute, Mark* mark) const;

 private:
  std::string Choose(std::string_view phrase);
  Pieces Expand(std::string_view phrase, bool in_table);
  void Token(std::string_view token, bool in_table, Pieces* pieces);
  void Figure(const Measure& measure, bool in_table, bool with_unit, bool absolute,
              int direction_mark, Pieces* pieces);
  int NewMark(Mark mark);
  // The word for the sign of `key` that stands just before; -1: none.
  [[nodiscard]] int DirectionBefore(const std::string& key) const;
  void SettleYears(const Pieces& pieces);

  const Ledger& ledger_;
  Hand hand_;
  Random random_;
  Manuscript manuscript_;
  std::map<std::string, std::string> names_;
  std::map<std::string, std::string> accounts_;
  int grid_unit_ = -1;
};

// "1234567.5" → "1,234,567.5"
std::string WithSeparators(const std::string& digits);

// 优 良 中 差 for a score of 100.
std::string GradeOf(const Decimal& score);

}  // namespace crossfoot::forge
