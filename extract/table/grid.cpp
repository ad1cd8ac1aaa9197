// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/grid.h"

#include <algorithm>
#include <numeric>

namespace crossfoot {
namespace {

int IntervalOf(const std::vector<float>& edges, float at) {
  const auto above = std::upper_bound(edges.begin(), edges.end(), at);
  const auto index = above - edges.begin() - 1;
  const auto last = static_cast<std::ptrdiff_t>(edges.size()) - 2;
  return static_cast<int>(std::clamp<std::ptrdiff_t>(index, 0, last));
}

// A rectangle of places: [top, bottom] × [left, right].
struct Span {
  int top, left, bottom, right;
  void Include(const Span& o) {
    top = std::min(top, o.top);
    left = std::min(left, o.left);
    bottom = std::max(bottom, o.bottom);
    right = std::max(right, o.right);
  }
};

}  // namespace

Grid::Grid(std::vector<float> rows_at, std::vector<float> columns_at)
    : row_edges(std::move(rows_at)), column_edges(std::move(columns_at)) {
  const size_t places = static_cast<size_t>(rows()) * static_cast<size_t>(columns());
  below_.assign(places, 1);
  right_.assign(places, 1);
}

int Grid::RowAt(float y) const { return IntervalOf(row_edges, y); }
int Grid::ColumnAt(float x) const { return IntervalOf(column_edges, x); }

void Grid::DropRowEdge(int row) {
  const auto width = static_cast<std::ptrdiff_t>(columns());
  const auto at = static_cast<std::ptrdiff_t>(row) * width;
  row_edges.erase(row_edges.begin() + row + 1);
  below_.erase(below_.begin() + at, below_.begin() + at + width);
  right_.erase(right_.begin() + at, right_.begin() + at + width);
}

void Grid::DropColumnEdge(int column) {
  const int width = columns();
  std::vector<uint8_t> below;
  std::vector<uint8_t> right;
  for (int r = 0; r < rows(); ++r) {
    for (int c = 0; c < width; ++c) {
      if (c != column) {
        below.push_back(below_[At(r, c)]);
        right.push_back(right_[At(r, c)]);
      }
    }
  }
  below_ = std::move(below);
  right_ = std::move(right);
  column_edges.erase(column_edges.begin() + column + 1);
}

std::vector<GridCell> Grid::UnitCells() const {
  std::vector<GridCell> cells;
  for (int r = 0; r < rows(); ++r) {
    for (int c = 0; c < columns(); ++c) {
      cells.push_back({r, c, 1, 1, {}, {}});
    }
  }
  return cells;
}

std::vector<GridCell> Grid::Cells() const {
  const int height = rows();
  const int width = columns();
  const size_t places = below_.size();
  std::vector<uint32_t> parent(places);
  std::iota(parent.begin(), parent.end(), 0U);
  std::vector<Span> span(places);
  const auto root = [&](size_t at) {
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  };
  const auto unite = [&](size_t a, size_t b) {
    a = root(a);
    b = root(b);
    if (a == b) {
      return false;
    }
    parent[std::max(a, b)] = static_cast<uint32_t>(std::min(a, b));
    span[std::min(a, b)].Include(span[std::max(a, b)]);
    return true;
  };
  for (int r = 0; r < height; ++r) {
    for (int c = 0; c < width; ++c) {
      span[At(r, c)] = {r, c, r, c};
    }
  }
  for (int r = 0; r < height; ++r) {
    for (int c = 0; c < width; ++c) {
      if (c + 1 < width && !WallRight(r, c)) {
        unite(At(r, c), At(r, c + 1));
      }
      if (r + 1 < height && !WallBelow(r, c)) {
        unite(At(r, c), At(r + 1, c));
      }
    }
  }
  // An L of places becomes the rectangle around it; growing may reach others, so until it rests.
  // Real tables rest after a round or two; where walls are missing at random no cell is worth
  // having.
  size_t work_left = 16 * places + 100'000;
  bool grown = true;
  while (grown) {
    grown = false;
    for (size_t at = 0; at < places; ++at) {
      const Span s = span[at];
      if (parent[at] != at || (s.top == s.bottom && s.left == s.right)) {
        continue;
      }
      const auto area =
          static_cast<size_t>(s.bottom - s.top + 1) * static_cast<size_t>(s.right - s.left + 1);
      if (area > work_left) {
        return UnitCells();
      }
      work_left -= area;
      for (int r = s.top; r <= s.bottom; ++r) {
        for (int c = s.left; c <= s.right; ++c) {
          grown = unite(at, At(r, c)) || grown;
        }
      }
    }
  }
  std::vector<GridCell> cells;
  for (size_t at = 0; at < places; ++at) {
    if (parent[at] == at) {
      const Span& s = span[at];
      cells.push_back({s.top, s.left, s.bottom - s.top + 1, s.right - s.left + 1, {}, {}});
    }
  }
  std::sort(cells.begin(), cells.end(), [](const GridCell& a, const GridCell& b) {
    return std::pair(a.row, a.column) < std::pair(b.row, b.column);
  });
  return cells;
}

Point InkCenter(const Word& word) {
  return {(word.box.left + word.box.right) / 2, word.baseline - 0.3F * word.size};
}

std::vector<uint32_t> WordsIn(const PageText& text, const Box& box) {
  std::vector<uint32_t> found;
  const auto [first, last] = LinesBetween(text, box.top - 2, box.bottom + text.size * 2);
  for (size_t l = first; l < last; ++l) {
    for (uint32_t w = text.lines[l].begin; w < text.lines[l].end; ++w) {
      if (box.Contains(InkCenter(text.words[w]))) {
        found.push_back(w);
      }
    }
  }
  return found;
}

InkKind KindOf(const PageText& text, const std::vector<uint32_t>& words) {
  bool figure = false;
  for (const uint32_t w : words) {
    const InkKind kind = text.words[w].kind;
    if (kind == InkKind::kText) {
      return InkKind::kText;
    }
    figure = figure || kind == InkKind::kFigure;
  }
  return words.empty() ? InkKind::kText : (figure ? InkKind::kFigure : InkKind::kPlaceholder);
}

std::vector<GridCell> FillCells(const Grid& grid, const PageText& text,
                                const std::vector<uint32_t>& words) {
  std::vector<GridCell> cells = grid.Cells();
  const int width = grid.columns();
  std::vector<uint32_t> cell_at(static_cast<size_t>(grid.rows()) * static_cast<size_t>(width));
  for (size_t i = 0; i < cells.size(); ++i) {
    for (int r = cells[i].row; r < cells[i].row + cells[i].row_span; ++r) {
      for (int c = cells[i].column; c < cells[i].column + cells[i].column_span; ++c) {
        cell_at[static_cast<size_t>(r) * static_cast<size_t>(width) + static_cast<size_t>(c)] =
            static_cast<uint32_t>(i);
      }
    }
  }
  for (const uint32_t w : words) {
    const Point at = InkCenter(text.words[w]);
    const size_t place = static_cast<size_t>(grid.RowAt(at.y)) * static_cast<size_t>(width) +
                         static_cast<size_t>(grid.ColumnAt(at.x));
    cells[cell_at[place]].words.push_back(w);
  }
  for (GridCell& cell : cells) {
    cell.kind = KindOf(text, cell.words);
  }
  return cells;
}

}  // namespace crossfoot
