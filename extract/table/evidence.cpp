// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/evidence.h"

#include <algorithm>

namespace crossfoot {
namespace {

constexpr float kSide = 0.45F;   // gap between two figures of two cells, × font size
constexpr float kApart = 1.6F;   // gap between a figure and a word of two cells
constexpr float kSpace = 0.32F;  // a word space at most, × font size
constexpr size_t kPhrase = 5;    // words: a label may have as many

// Figures that stand apart from each other or from words: several cells were taken for one.
bool IsCrowded(const GridCell& cell, const PageText& text) {
  int figures = 0;
  bool apart = false;
  bool only_figures = true;
  bool other_lines = false;
  for (size_t i = 0; i < cell.words.size(); ++i) {
    const Word& word = text.words[cell.words[i]];
    const bool figure = word.kind != InkKind::kText;
    figures += word.kind == InkKind::kFigure ? 1 : 0;
    only_figures = only_figures && figure;
    if (i == 0) {
      continue;
    }
    const Word& before = text.words[cell.words[i - 1]];
    if (before.line != word.line) {
      other_lines = true;
    } else if (figure || before.kind != InkKind::kText) {
      const bool both = figure && before.kind != InkKind::kText;
      apart = apart || word.box.left - before.box.right > (both ? kSide : kApart) * word.size;
    }
  }
  return figures > 0 && (apart || (only_figures && other_lines && figures > 1));
}

// A line of many words that fills its column from side to side.
bool ReadsAsProse(const GridCell& cell, const Grid& grid, const PageText& text) {
  if (cell.kind != InkKind::kText || cell.words.size() < kPhrase) {
    return false;
  }
  const Word& first = text.words[cell.words.front()];
  float right = first.box.right;
  for (const uint32_t w : cell.words) {
    right = std::max(right, text.words[w].box.right);
  }
  const float width = grid.column_edges[static_cast<size_t>(cell.column + cell.column_span)] -
                      grid.column_edges[static_cast<size_t>(cell.column)];
  return width > 14 * first.size && right - first.box.left > 0.8F * width;
}

}  // namespace

float TableEvidence::Score() const {
  if (rows < 2 || columns < 2 || cells < 4 || rows_of_two < 1) {
    return 0;
  }
  const auto n = static_cast<float>(cells);
  float score = 0.35F;
  score += 0.25F * std::min(1.0F, fill / 0.6F);
  score += 0.2F * std::min(1.0F, static_cast<float>(figures) / (0.4F * n));
  score += 0.2F * purity;
  score -= 1.2F * static_cast<float>(crowded) / n;
  score -= 0.8F * static_cast<float>(torn) / n;
  score -= 0.5F * prose;
  return std::clamp(score, 0.0F, 1.0F);
}

TableEvidence Weigh(const Grid& grid, const std::vector<GridCell>& cells, const PageText& text) {
  TableEvidence found;
  const auto width = static_cast<size_t>(grid.columns());
  const auto height = static_cast<size_t>(grid.rows());
  std::vector<int> in_row(height);
  std::vector<int> figures_in(width);
  std::vector<int> text_in(width);
  size_t covered = 0;
  int sentences = 0;
  const GridCell* before = nullptr;
  for (const GridCell& cell : cells) {
    if (cell.empty()) {
      continue;
    }
    ++found.cells;
    covered += static_cast<size_t>(cell.row_span) * static_cast<size_t>(cell.column_span);
    ++in_row[static_cast<size_t>(cell.row)];
    sentences += ReadsAsProse(cell, grid, text) ? 1 : 0;
    if (IsCrowded(cell, text)) {
      ++found.crowded;
    } else if (cell.kind != InkKind::kText) {
      ++found.figures;
    }
    if (cell.column_span == 1) {
      ++(cell.kind == InkKind::kText ? text_in : figures_in)[static_cast<size_t>(cell.column)];
    }
    if (before != nullptr && before->row == cell.row &&
        before->column + before->column_span == cell.column && grid.columns() > 1) {
      const Word& a = text.words[before->words.back()];
      const Word& b = text.words[cell.words.front()];
      const float gap = b.box.left - a.box.right;
      found.torn += a.line == b.line && gap < kSpace * b.size && a.kind == InkKind::kText &&
                            b.kind == InkKind::kText
                        ? 1
                        : 0;
    }
    before = &cell;
  }
  int pure = 0;
  int counted = 0;
  for (size_t c = 0; c < width; ++c) {
    const int all = figures_in[c] + text_in[c];
    found.columns += all > 0 ? 1 : 0;
    const int head = std::min(text_in[c], figures_in[c] >= 2 ? 2 : 1);
    const int body = all - head;
    if (body > 0) {
      counted += body;
      pure += std::max(figures_in[c], text_in[c] - head);
      found.figure_columns += c > 0 && figures_in[c] >= 2 && figures_in[c] * 10 >= body * 7 ? 1 : 0;
      found.sound_columns += all >= 2 ? 1 : 0;
    }
  }
  for (const int n : in_row) {
    found.rows += n > 0 ? 1 : 0;
    found.rows_of_two += n > 1 ? 1 : 0;
  }
  found.purity = counted > 0 ? static_cast<float>(pure) / static_cast<float>(counted) : 0;
  found.fill = static_cast<float>(covered) / static_cast<float>(width * height);
  found.prose =
      found.cells > 0 ? static_cast<float>(sentences) / static_cast<float>(found.cells) : 0;
  return found;
}

}  // namespace crossfoot
