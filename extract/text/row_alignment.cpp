// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/row_alignment.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace crossfoot {
namespace {

// For each step by which cells and columns get out of step; a row moves only for a better fit.
constexpr float kShiftCost = 0.5F;

// Probabilities of empty, figure, label, prose in a column of a kind.
constexpr std::array<float, 4> kUnknown = {0.30F, 0.25F, 0.25F, 0.20F};
constexpr std::array<float, 4> kLabels = {0.55F, 0.01F, 0.43F, 0.01F};
constexpr std::array<float, 4> kLeaf = {0.03F, 0.02F, 0.89F, 0.06F};
constexpr std::array<float, 4> kFigures = {0.20F, 0.75F, 0.04F, 0.01F};
constexpr std::array<float, 4> kProse = {0.30F, 0.02F, 0.20F, 0.48F};

const std::array<float, 4>& PriorOf(CellKind head, bool leaf) {
  switch (head) {
    case CellKind::kLabel:
      return leaf ? kLeaf : kLabels;
    case CellKind::kFigure:
      return kFigures;
    case CellKind::kProse:
      return kProse;
    case CellKind::kEmpty:
      break;
  }
  return leaf ? kLeaf : kUnknown;
}

// The row has a cell for every column, and a figure that already stands in a column of figures was
// moved into another one: a blank is commoner there, but figures do not wander between columns. Not
// so where words stand in such a column, or a figure among names: then the whole row is out of
// step.
bool MovesAFigureForABlank(std::span<const CellKind> cells, std::span<const ColumnProfile> columns,
                           const std::vector<int>& column_of) {
  constexpr float kFarFrom = 2;  // e² times as rare
  if (cells.size() != columns.size()) {
    return false;
  }
  const auto takes_figures = [&](size_t column) {
    return columns[column].Cost(CellKind::kFigure) < columns[column].Cost(CellKind::kLabel);
  };
  for (size_t i = 0; i < cells.size(); ++i) {
    const bool words_among_figures = cells[i] == CellKind::kLabel && takes_figures(i);
    const bool figure_among_words =
        cells[i] == CellKind::kFigure &&
        columns[i].Cost(CellKind::kFigure) > columns[i].Cost(CellKind::kLabel) + kFarFrom;
    if (words_among_figures || figure_among_words) {
      return false;
    }
  }
  for (size_t i = 0; i < cells.size(); ++i) {
    const int to = column_of[i];
    if (cells[i] == CellKind::kFigure && to >= 0 && to != static_cast<int>(i) && takes_figures(i) &&
        takes_figures(static_cast<size_t>(to))) {
      return true;
    }
  }
  return false;
}

std::vector<int> AsItStands(size_t cells, size_t columns) {
  std::vector<int> column_of(cells, -1);
  for (size_t i = 0; i < std::min(cells, columns); ++i) {
    column_of[i] = static_cast<int>(i);
  }
  return column_of;
}

}  // namespace

ColumnProfile::ColumnProfile(CellKind head, bool leaf, float weight)
    : counts_(PriorOf(head, leaf)) {
  for (float& count : counts_) {
    count *= weight;
  }
  Settle();
}

void ColumnProfile::Settle() {
  float all = 0;
  for (const float count : counts_) {
    all += count;
  }
  for (size_t k = 0; k < costs_.size(); ++k) {
    costs_[k] = -std::log(std::max(counts_[k], 0.01F) / all);
  }
}

std::vector<int> AlignRow(std::span<const CellKind> cells, std::span<const ColumnProfile> columns) {
  const size_t n = cells.size();
  const size_t m = columns.size();
  std::vector<int> column_of(n, -1);
  const auto filled = static_cast<size_t>(
      std::count_if(cells.begin(), cells.end(), [](CellKind k) { return k != CellKind::kEmpty; }));
  if (filled > m) {
    return AsItStands(n, m);
  }
  constexpr float kNever = std::numeric_limits<float>::max() / 4;
  enum class Step : uint8_t { kNone, kPlace, kDrop, kSkip };
  const size_t width = m + 1;
  std::vector<float> cost((n + 1) * width, kNever);
  std::vector<Step> step((n + 1) * width, Step::kNone);
  cost[0] = 0;
  for (size_t i = 0; i <= n; ++i) {
    for (size_t j = 0; j <= m; ++j) {
      const size_t at = i * width + j;
      const auto consider = [&](float value, Step how) {
        if (value < cost[at]) {
          cost[at] = value;
          step[at] = how;
        }
      };
      if (i > 0 && j > 0) {
        consider(cost[at - width - 1] + columns[j - 1].Cost(cells[i - 1]), Step::kPlace);
      }
      if (i > 0 && cells[i - 1] == CellKind::kEmpty) {
        // Empty cells past the last column, or short of it, are free: line ends were trimmed.
        consider(cost[at - width] + (j == m ? 0 : kShiftCost), Step::kDrop);
      }
      if (j > 0) {
        consider(cost[at - 1] + columns[j - 1].Cost(CellKind::kEmpty) + (i == n ? 0 : kShiftCost),
                 Step::kSkip);
      }
    }
  }
  for (size_t i = n, j = m; i > 0 || j > 0;) {
    switch (step[i * width + j]) {
      case Step::kPlace:
        --i;
        --j;
        column_of[i] = static_cast<int>(j);
        break;
      case Step::kDrop:
        --i;
        break;
      case Step::kSkip:
        --j;
        break;
      case Step::kNone:
        return column_of;
    }
  }
  return MovesAFigureForABlank(cells, columns, column_of) ? AsItStands(n, m) : column_of;
}

}  // namespace crossfoot
