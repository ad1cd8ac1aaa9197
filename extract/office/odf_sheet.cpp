// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/office/odf_sheet.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace crossfoot {
namespace {

constexpr int kMostColumns = 1 << 14;
constexpr int kMostRows = 1 << 20;
constexpr int kBlankRowsKept = 2;  // enough to part two tables

int CountOf(const MarkupNode& node, std::string_view name, int most) {
  const std::string_view value = node.Attribute(name);
  int count = 1;
  std::from_chars(value.data(), value.data() + value.size(), count);
  return std::clamp(count, 1, most);
}

bool IsHidden(const MarkupNode& node) {
  const std::string_view visibility = node.Attribute("table:visibility");
  return visibility == "collapse" || visibility == "filter";
}

bool IsGroup(std::string_view tag) {
  return tag == "table:table-header-rows" || tag == "table:table-rows" ||
         tag == "table:table-row-group" || tag == "table:table-header-columns" ||
         tag == "table:table-columns" || tag == "table:table-column-group";
}

class GridReader {
 public:
  GridReader(const MarkupTree& tree, const Limits& limits) : tree_(tree), limits_(limits) {}

  OdfGrid Read(size_t table) {
    ReadRows(table);
    Shrink(&OdfCell::row, &OdfCell::row_span, hidden_rows_);
    Shrink(&OdfCell::column, &OdfCell::column_span, hidden_columns_);
    Trim();
    return std::move(grid_);
  }

 private:
  [[nodiscard]] bool HoldsText(size_t cell) const {
    for (size_t i = cell + 1; i < tree_[cell].end; ++i) {
      if (tree_[i].IsText() && tree_[i].text.find_first_not_of(" \t\r\n") != std::string::npos) {
        return true;
      }
    }
    return false;
  }

  void ReadRows(size_t parent) {
    for (size_t i = parent + 1; i < tree_[parent].end; i = tree_[i].end) {
      const MarkupNode& node = tree_[i];
      if (IsGroup(node.tag)) {
        ReadRows(i);
      } else if (node.tag == "table:table-column") {
        const int count = CountOf(node, "table:number-columns-repeated", kMostColumns);
        const size_t end = std::min<size_t>(hidden_columns_.size() + static_cast<size_t>(count),
                                            static_cast<size_t>(kMostColumns));
        hidden_columns_.resize(end, IsHidden(node));
      } else if (node.tag == "table:table-row") {
        ReadRow(i);
      }
    }
  }

  void ReadRow(size_t index) {
    const MarkupNode& row = tree_[index];
    std::vector<OdfCell> cells;
    int column = 0;
    bool blank = true;
    for (size_t i = index + 1; i < row.end; i = tree_[i].end) {
      const bool covered = tree_[i].tag == "table:covered-table-cell";
      if (!covered && tree_[i].tag != "table:table-cell") {
        continue;
      }
      const int count = CountOf(tree_[i], "table:number-columns-repeated", kMostColumns);
      OdfCell cell;
      cell.row_span = CountOf(tree_[i], "table:number-rows-spanned", kMostRows);
      cell.column_span = CountOf(tree_[i], "table:number-columns-spanned", kMostColumns);
      cell.node = i;
      const bool filled = !covered && HoldsText(i);
      blank = blank && !filled && !covered;
      if (filled || (!covered && (cell.row_span > 1 || cell.column_span > 1))) {
        for (int k = 0; k < count && column + k < kMostColumns; ++k) {
          cell.column = column + k;
          cells.push_back(cell);
        }
      }
      column = std::min(column + count, kMostColumns);
    }
    int times = CountOf(row, "table:number-rows-repeated", kMostRows);
    times = blank ? std::min(times, kBlankRowsKept) : times;
    for (int k = 0; k < times && !grid_.cut; ++k) {
      const auto at = static_cast<int>(hidden_rows_.size());
      for (OdfCell& cell : cells) {
        cell.row = at;
        grid_.cells.push_back(cell);
      }
      hidden_rows_.push_back(IsHidden(row));
      grid_.cut =
          grid_.cells.size() > static_cast<size_t>(limits_.cells_per_table) || at >= kMostRows;
    }
  }

  // Counts without the hidden ones. A cell of which nothing is seen goes.
  void Shrink(int OdfCell::*place, int OdfCell::*span, const std::vector<bool>& hidden) {
    std::vector<int> seen_before(1, 0);
    for (const bool gone : hidden) {
      seen_before.push_back(seen_before.back() + (gone ? 0 : 1));
    }
    const auto seen = [&](int at) {
      const int last = static_cast<int>(seen_before.size()) - 1;
      return at <= last ? seen_before[static_cast<size_t>(at)] : seen_before.back() + (at - last);
    };
    std::erase_if(grid_.cells, [&](OdfCell& cell) {
      const int begin = seen(cell.*place);
      const int end = seen(cell.*place + cell.*span);
      cell.*place = begin;
      cell.*span = end - begin;
      return end == begin;
    });
  }

  void Trim() {
    int first_row = kMostRows;
    int first_column = kMostColumns;
    for (const OdfCell& cell : grid_.cells) {
      if (HoldsText(cell.node)) {
        first_row = std::min(first_row, cell.row);
        first_column = std::min(first_column, cell.column);
        grid_.rows = std::max(grid_.rows, cell.row + 1);
        grid_.columns = std::max(grid_.columns, cell.column + 1);
      }
    }
    // What a filled cell spans belongs to the table, but no further than anything is written.
    std::erase_if(grid_.cells, [&](OdfCell& cell) {
      cell.row_span = std::min(cell.row_span, grid_.rows - cell.row);
      cell.column_span = std::min(cell.column_span, grid_.columns - cell.column);
      cell.row -= first_row;
      cell.column -= first_column;
      return cell.row < 0 || cell.column < 0 || cell.row_span < 1 || cell.column_span < 1;
    });
    grid_.rows = std::max(0, grid_.rows - first_row);
    grid_.columns = std::max(0, grid_.columns - first_column);
  }

  const MarkupTree& tree_;
  const Limits& limits_;
  OdfGrid grid_;
  std::vector<bool> hidden_rows_;
  std::vector<bool> hidden_columns_;
};

}  // namespace

OdfGrid ReadOdfGrid(const MarkupTree& tree, size_t table, const Limits& limits) {
  return GridReader(tree, limits).Read(table);
}

std::vector<OdfGrid> SplitSheet(const OdfGrid& sheet) {
  std::vector<int> cells_in(static_cast<size_t>(sheet.rows), 0);
  std::vector<bool> taken(static_cast<size_t>(sheet.rows), false);
  for (const OdfCell& cell : sheet.cells) {
    ++cells_in[static_cast<size_t>(cell.row)];
    for (int r = cell.row; r < std::min(cell.row + cell.row_span, sheet.rows); ++r) {
      taken[static_cast<size_t>(r)] = true;
    }
  }
  std::vector<int> begins = {0};
  for (size_t r = 1; r < taken.size(); ++r) {
    if (!taken[r - 1] && taken[r] && cells_in[r] == 1) {
      begins.push_back(static_cast<int>(r));
    }
  }
  begins.push_back(sheet.rows);
  std::vector<OdfGrid> parts(begins.size() - 1);
  for (size_t p = 0; p < parts.size(); ++p) {
    parts[p].rows = begins[p + 1] - begins[p];
    parts[p].columns = sheet.columns;
    parts[p].cut = sheet.cut;
  }
  for (OdfCell cell : sheet.cells) {
    const auto part = static_cast<size_t>(
        std::upper_bound(begins.begin(), begins.end() - 1, cell.row) - begins.begin() - 1);
    cell.row -= begins[part];
    parts[part].cells.push_back(cell);
  }
  return parts;
}

}  // namespace crossfoot
