// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rows of a table left out or standing twice, and things of a list left out.
#include "bench/forge/slip_tools.h"

namespace crossfoot::forge {

namespace {

constexpr std::string_view kComma = "、";

bool Spans(const std::vector<GridCell>& row) {
  for (const GridCell& cell : row) {
    if (cell.rowspan > 1 || cell.colspan > 1) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool SlipRow(const SlipPlace& at, Slip* slip) {
  const MarkPlace place = PlaceOf(at.clean, at.mark);
  if (at.At().kind != MarkKind::kFigure || place.row < 0) {
    return false;
  }
  Grid& grid = slip->manuscript.blocks[static_cast<size_t>(place.block)].grid;
  const auto row = static_cast<size_t>(place.row);
  // Every row as wide as the head, or a cell above may reach into it.
  if (Spans(grid.rows[row]) || place.row < grid.header_rows ||
      grid.rows[row].size() != grid.rows.back().size()) {
    return false;
  }
  const bool missing = slip->kind == SlipKind::kRowMissing;
  for (const GridCell& cell : grid.rows[row]) {
    for (const Piece& piece : cell.pieces) {
      if (piece.mark >= 0) {
        Mark& mark = slip->manuscript.marks[static_cast<size_t>(piece.mark)];
        (missing ? mark.gone : mark.repeated) = true;
        mark.row_of = place.block;
        slip->wrong.push_back(piece.mark);
      }
    }
  }
  slip->written = TextOf(grid.rows[row].front().pieces);
  if (missing) {
    grid.rows.erase(grid.rows.begin() + place.row);
  } else {
    const auto copy = grid.rows[row];
    grid.rows.insert(grid.rows.begin() + place.row, copy);
  }
  slip->whole_block = true;
  return true;
}

bool SlipListItem(const SlipPlace& at, Slip* slip) {
  if (at.At().kind != MarkKind::kItem) {
    return false;
  }
  slip->manuscript.marks[static_cast<size_t>(at.mark)].gone = true;
  slip->written = WordsOf(at.clean, at.mark);
  for (ManuscriptBlock& block : slip->manuscript.blocks) {
    for (size_t p = 0; p < block.pieces.size(); ++p) {
      if (block.pieces[p].mark != at.mark) {
        continue;
      }
      block.pieces[p].text.clear();
      if (p + 1 < block.pieces.size() && block.pieces[p + 1].text.rfind(kComma, 0) == 0) {
        block.pieces[p + 1].text.erase(0, kComma.size());
      } else if (p > 0 && block.pieces[p - 1].text.size() >= kComma.size()) {
        std::string& before = block.pieces[p - 1].text;
        before.erase(before.size() - kComma.size());
      } else {
        return false;
      }
    }
  }
  // The number told and the list that is left are the place.
  for (size_t m = 0; m < at.clean.marks.size(); ++m) {
    if (at.clean.marks[m].measure == at.At().measure) {
      slip->wrong.push_back(static_cast<int>(m));
    }
  }
  return true;
}

}  // namespace crossfoot::forge
