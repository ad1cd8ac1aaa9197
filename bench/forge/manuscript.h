// SPDX-License-Identifier: GPL-3.0-or-later
//
// A report before it has a medium: headings, paragraphs and tables made of pieces of text, where
// each piece that says something checkable carries a mark with what it says.
//
// Marks are the truth: which measure a figure tells, with which unit and sign, and where the words
// stand that give it its unit and its direction. A slip changes pieces and marks alike, so that the
// truth can be asked whether the slip can be seen (truth.h).
//
// Tested by tests/forge/forge_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/interval.h"
#include "bench/forge/ledger.h"

namespace crossfoot::forge {

enum class MarkKind {
  kFigure,     // digits
  kUnit,       // 万元, %, or a table's 单位：万元
  kDirection,  // 增加, 下降
  kYear,
  kName,   // the name of an account; `subject` is its code
  kCode,   // the code of an account; `subject` is the code
  kGrade,  // 优
  kItem,   // one of a list whose number is told; `measure` is the number
};

struct Mark {
  MarkKind kind = MarkKind::kFigure;
  int measure = -1;         // figure: what it tells; direction: the change; year: the first figure
                            // after it; item: the number told
  Decimal value;            // figure: as printed, with the sign that words give it
  int digits = 0;           // printed after the point
  Decimal factor = 1;       // from the printed unit to 元, a ratio or a plain number
  int unit_mark = -1;       // the words that say the unit
  int direction_mark = -1;  // the word that gives the sign
  int year = 0;
  std::string subject;
  bool gone = false;      // its row was left out
  int row_of = -1;        // the block whose row was left out or stands twice
  bool repeated = false;  // its row stands twice
  bool changed = false;   // by a slip
  bool open = false;      // item: of a list that ends in 等 and may leave things out
};

// What the printed figure may stand for, rounded or cut off, in base units.
Interval RangeOf(const Mark& mark);

struct Piece {
  std::string text;
  int mark = -1;
};

using Pieces = std::vector<Piece>;

struct GridCell {
  Pieces pieces;
  int colspan = 1;
  int rowspan = 1;
};

struct Grid {
  std::string caption;
  Pieces unit_note;       // 单位：万元; may be empty
  std::string left_note;  // 部门：…; may be empty
  std::string note;       // under the table; may be empty
  int header_rows = 1;
  std::vector<std::vector<GridCell>> rows;  // a cell hidden by a span is not there
};

enum class BlockForm { kTitle, kHeading, kParagraph, kGrid };

struct ManuscriptBlock {
  BlockForm form = BlockForm::kParagraph;
  int level = 0;  // of a heading
  Pieces pieces;
  Grid grid;
};

struct Manuscript {
  std::string manner;  // the style it was written in
  int year = 0;
  std::string entity;
  std::vector<ManuscriptBlock> blocks;
  std::vector<Mark> marks;
};

// Calls f(Piece&, block, row) for each piece in reading order; row is -1 outside tables.
template <typename M, typename F>
void EachPiece(M& manuscript, F&& f) {
  for (size_t b = 0; b < manuscript.blocks.size(); ++b) {
    auto& block = manuscript.blocks[b];
    for (auto& piece : block.pieces) {
      f(piece, static_cast<int>(b), -1);
    }
    for (auto& piece : block.grid.unit_note) {
      f(piece, static_cast<int>(b), -1);
    }
    for (size_t r = 0; r < block.grid.rows.size(); ++r) {
      for (auto& cell : block.grid.rows[r]) {
        for (auto& piece : cell.pieces) {
          f(piece, static_cast<int>(b), static_cast<int>(r));
        }
      }
    }
  }
}

std::string TextOf(const Pieces& pieces);

}  // namespace crossfoot::forge
