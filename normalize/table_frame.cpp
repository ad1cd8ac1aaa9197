// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/table_frame.h"

#include <algorithm>

#include "base/utf8.h"

namespace crossfoot::normalize {
namespace {

bool HasFigure(const ScannedText& cell) {
  return std::any_of(cell.readings.begin(), cell.readings.end(),
                     [](const Reading& reading) { return reading.is_quantity; });
}

// Words that head a column of a form: without one of them a row of short words may be anything.
bool NamesAColumn(const ScannedText& cell, const Lexicon& lexicon) {
  const std::string label = FoldLabel(cell.text->utf8());
  for (const std::string_view words :
       {"一级指标", "二级指标", "三级指标", "指标名称", "资金来源", "项目名称", "指标解释",
        "指标说明", "评分标准", "偏差原因", "序号", "备注", "名称", "合计"}) {
    if (label.find(words) != std::string::npos) {
      return true;
    }
  }
  return lexicon.ScopeIn(label) != Scope::kUnknown;
}

// A row inside the body that only names columns: three short cells or more, no figure, two of them
// known for heading columns.
bool IsInnerHeader(const Table& table, const CellGrid& grid,
                   const std::vector<const ScannedText*>& cells, int row, const Lexicon& lexicon) {
  constexpr size_t kLongestHeader = 60;  // bytes: twenty characters
  int filled = 0;
  int known = 0;
  int last = -1;
  for (int column = 0; column < table.columns; ++column) {
    const int index = grid.At(row, column);
    if (index < 0 || index == last) {
      continue;
    }
    last = index;
    const ScannedText& cell = *cells.at(static_cast<size_t>(index));
    if (cell.text->empty() || table.cells.at(static_cast<size_t>(index)).row != row) {
      continue;
    }
    if (HasFigure(cell) || cell.text->utf8().size() > kLongestHeader) {
      return false;
    }
    ++filled;
    known += NamesAColumn(cell, lexicon) ? 1 : 0;
  }
  return filled >= 3 && known >= 2;
}

// The number of columns from `block.first` on that hold words and no figures.
int CountLabelColumns(const Table& table, const CellGrid& grid,
                      const std::vector<const ScannedText*>& cells, const ColumnBlock& block,
                      int first_row) {
  int labels = 0;
  for (int column = block.first; column <= block.last; ++column) {
    int words = 0;
    int figures = 0;
    for (int row = first_row; row < table.rows; ++row) {
      const int index = grid.At(row, column);
      if (index < 0 || cells.at(static_cast<size_t>(index))->text->empty()) {
        continue;
      }
      ++(HasFigure(*cells.at(static_cast<size_t>(index))) ? figures : words);
    }
    if (words <= figures) {
      break;
    }
    ++labels;
  }
  return std::min(labels, block.last - block.first);
}

// A weight that stands beside a level's name: 部门决策 | 20.
bool IsSmallNumber(std::string_view words) {
  words = TrimBlanks(words);
  return !words.empty() && words.size() <= 4 &&
         words.find_first_not_of("0123456789.") == std::string_view::npos;
}

// 120.00, 96%, 1,234: no name of a row, wherever it stands. A bare 2080505 may be a code.
bool IsFigure(std::string_view words) {
  words = TrimBlanks(words);
  return words.find_first_of("0123456789") != std::string_view::npos &&
         words.find_first_of(".,%") != std::string_view::npos &&
         words.find_first_not_of("0123456789.,%+- ") == std::string_view::npos &&
         words.back() != '.' && words.find('.') == words.rfind('.');
}

bool NamesUnits(const std::vector<std::string>& path) {
  if (path.empty()) {
    return false;
  }
  const std::string label = FoldLabel(path.back());
  return label == "度量单位" || label == "计量单位" || label == "指标单位" || label == "单位" ||
         label == "指标值单位" || label == "计算单位";
}

bool NamesCodes(const std::vector<std::string>& path) {
  return std::any_of(path.begin(), path.end(), [](const std::string& words) {
    const std::string label = FoldLabel(words);
    return label == "类" || label == "款" || label == "项" ||
           label.find("编码") != std::string::npos || label.find("代码") != std::string::npos;
  });
}

void AppendDistinct(const std::string& words, std::vector<std::string>* path) {
  const std::string trimmed(TrimBlanks(words));
  if (!trimmed.empty() && (path->empty() || path->back() != trimmed)) {
    path->push_back(trimmed);
  }
}

}  // namespace

TableFrame::TableFrame(const Table& table, const std::vector<const ScannedText*>& cells,
                       const Lexicon& lexicon)
    : table_(table), grid_(table), blocks_(table.blocks) {
  const auto rows = static_cast<size_t>(std::max(table.rows, 0));
  band_of_.assign(rows, -1);
  header_of_.assign(rows, -1);
  int top = std::min(table.header_rows, table.rows);
  if (top == 0) {
    while (top < table.rows && IsInnerHeader(table, grid_, cells, top, lexicon)) {
      ++top;
    }
  }
  if (top > 0) {
    bands_.push_back({0, top - 1});
  }
  for (int row = top; row < table.rows; ++row) {
    if (IsInnerHeader(table, grid_, cells, row, lexicon)) {
      if (!bands_.empty() && bands_.back().last == row - 1 && row > top) {
        bands_.back().last = row;  // a second header row
      } else {
        bands_.push_back({row, row});
      }
    }
  }
  for (size_t band = 0; band < bands_.size(); ++band) {
    const int until = band + 1 < bands_.size() ? bands_[band + 1].first : table.rows;
    for (int row = bands_[band].first; row < until; ++row) {
      band_of_.at(static_cast<size_t>(row)) = static_cast<int>(band);
      if (row <= bands_[band].last) {
        header_of_.at(static_cast<size_t>(row)) = row;
      }
    }
  }
  if (blocks_.empty()) {
    blocks_.push_back({0, std::max(table.columns - 1, 0)});
  }
  for (const ColumnBlock& block : blocks_) {
    labels_.push_back(table.label_columns > 0 ? table.label_columns
                                              : CountLabelColumns(table, grid_, cells, block, top));
  }
  unit_columns_.assign(static_cast<size_t>(band_count()) * blocks_.size(), -1);
  for (size_t band = 0; band < bands_.size(); ++band) {
    const int below = bands_[band].last + 1;
    for (int column = 0; column < table.columns && below < table.rows; ++column) {
      if (band_of_.at(static_cast<size_t>(below)) == static_cast<int>(band) &&
          NamesUnits(ColumnPath(below, column))) {
        unit_columns_.at(band * blocks_.size() + static_cast<size_t>(BlockOf(column))) = column;
      }
    }
  }
}

int TableFrame::UnitColumn(int row, int column) const {
  const auto band = static_cast<size_t>(BandOf(row));
  return unit_columns_.at(band * blocks_.size() + static_cast<size_t>(BlockOf(column)));
}

int TableFrame::BlockOf(int column) const {
  for (size_t i = 0; i + 1 < blocks_.size(); ++i) {
    if (column <= blocks_[i].last) {
      return static_cast<int>(i);
    }
  }
  return static_cast<int>(blocks_.size()) - 1;
}

bool TableFrame::IsLabel(int row, int column) const {
  const auto block = static_cast<size_t>(BlockOf(column));
  return IsHeaderRow(row) || column < blocks_[block].first + labels_[block];
}

std::vector<std::string> TableFrame::ColumnPath(int row, int column) const {
  std::vector<std::string> path;
  const int band = band_of_.at(static_cast<size_t>(row));
  if (band < 0) {
    return path;
  }
  int last = -1;
  for (int at = bands_[static_cast<size_t>(band)].first;
       at <= bands_[static_cast<size_t>(band)].last; ++at) {
    const int index = grid_.At(at, column);
    if (index >= 0 && index != last && at != row) {
      AppendDistinct(table_.cells.at(static_cast<size_t>(index)).text.utf8(), &path);
      last = index;
    }
  }
  return path;
}

std::vector<std::string> TableFrame::RowPath(int row, int column) const {
  std::vector<std::string> path;
  const auto block = static_cast<size_t>(BlockOf(column));
  int last = -1;
  for (int at = blocks_[block].first; at < blocks_[block].first + labels_[block] && at < column;
       ++at) {
    const int index = grid_.At(row, at);
    if (index < 0 || index == last) {
      continue;
    }
    last = index;
    const std::string& words = table_.cells.at(static_cast<size_t>(index)).text.utf8();
    if (IsFigure(words) || at == UnitColumn(row, column)) {
      continue;
    }
    if (!IsSmallNumber(words) || NamesCodes(ColumnPath(row, at))) {
      AppendDistinct(words, &path);
    }
  }
  return path;
}

}  // namespace crossfoot::normalize
