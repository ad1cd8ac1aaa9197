// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/head.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "extract/table/text_line.h"

namespace crossfoot {
namespace {

constexpr int kHeadRowsAtMost = 8;

struct Face {
  InkKind kind = InkKind::kText;
  bool empty = true;
  std::string folded;
};

Face FaceOf(const Text& text) {
  constexpr size_t kLongest = 256;  // bytes; longer cells are prose, and no label that is compared
  Face face;
  if (text.utf8().size() > kLongest) {
    face.empty = false;
    face.folded = text.utf8().substr(0, kLongest);
    return face;
  }
  std::vector<char32_t> codes;
  codes.reserve(text.utf8().size() / 2);
  for (size_t at = 0; at < text.utf8().size();) {
    const Utf8Step step = DecodeUtf8(text.utf8(), at);
    codes.push_back(step.code);
    at += step.length;
  }
  face.empty = codes.empty();
  face.kind = ClassifyInk(codes);
  face.folded = FoldLabel(text.utf8());
  return face;
}

bool IsWholeNumber(const std::string& folded) {
  return !folded.empty() &&
         std::all_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool IsYear(const std::string& folded) {
  if (folded.size() < 4 || !(folded.starts_with("19") || folded.starts_with("20"))) {
    return false;
  }
  // 2023, 2023*, 2022-23
  return IsWholeNumber(folded.substr(0, 4)) &&
         (folded.size() == 4 || folded[4] < '0' || folded[4] > '9') &&
         folded.find('.') == std::string::npos && folded.find(',') == std::string::npos;
}

bool NamesCodes(const std::string& folded) {
  constexpr std::array<std::string_view, 9> kWords = {"编码", "代码", "序号", "类", "款",
                                                      "项",   "行次", "code", "No."};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
    return folded == word || (word.size() > 3 && folded.find(word) != std::string::npos);
  });
}

class HeadReader {
 public:
  explicit HeadReader(PageTable* table)
      : table_(*table), rows_(table->rows()), columns_(table->columns()) {
    grid_.assign(static_cast<size_t>(rows_) * static_cast<size_t>(columns_), -1);
    faces_.reserve(table_.cells.size());
    for (size_t i = 0; i < table_.cells.size(); ++i) {
      const Cell& cell = table_.cells[i];
      faces_.push_back(FaceOf(cell.text));
      for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
        for (int c = cell.column; c < cell.column + cell.column_span; ++c) {
          grid_[Place(r, c)] = static_cast<int>(i);
        }
      }
    }
  }

  void Read() {
    FindFigureColumns();
    table_.header_rows = HeadRows();
    FindLabels();
    FindBlocks();
  }

 private:
  [[nodiscard]] size_t Place(int row, int column) const {
    return static_cast<size_t>(row) * static_cast<size_t>(columns_) + static_cast<size_t>(column);
  }
  [[nodiscard]] size_t CellAt(int row, int column) const {
    return static_cast<size_t>(grid_[Place(row, column)]);
  }
  [[nodiscard]] const Face& FaceAt(int row, int column) const {
    return faces_[CellAt(row, column)];
  }
  [[nodiscard]] const Cell& At(int row, int column) const {
    return table_.cells[CellAt(row, column)];
  }

  // Whether the row counts its columns: 1 2 3 …, with one word before them at most.
  [[nodiscard]] bool CountsColumns(int row) const {
    int next = -1;
    int counted = 0;
    for (int c = 0; c < columns_; ++c) {
      const Face& face = FaceAt(row, c);
      if (face.empty || (face.kind == InkKind::kText && counted == 0)) {
        continue;
      }
      if (!IsWholeNumber(face.folded) || face.folded.size() > 2) {
        return false;
      }
      const int n = std::stoi(face.folded);
      if (counted > 0 ? n != next : n > 2) {
        return false;
      }
      next = n + 1;
      ++counted;
    }
    return counted >= 3;
  }

  // A figure that counts or measures something.
  [[nodiscard]] bool IsValue(int row, int column) const {
    const Face& face = FaceAt(row, column);
    return !face.empty && face.kind == InkKind::kFigure && !IsYear(face.folded);
  }

  void FindFigureColumns() {
    is_figure_.assign(static_cast<size_t>(columns_), false);
    for (int c = 0; c < columns_; ++c) {
      int figures = 0;
      int words = 0;
      for (int r = 0; r < rows_; ++r) {
        const Face& face = FaceAt(r, c);
        if (!face.empty && At(r, c).column_span == 1) {
          ++(face.kind == InkKind::kText ? words : figures);
        }
      }
      is_figure_[static_cast<size_t>(c)] = figures > 0 && figures * 2 >= words;
    }
  }

  // Whether a row has words above values, or a value itself.
  [[nodiscard]] bool HasValue(int row) const {
    if (CountsColumns(row)) {
      return false;
    }
    for (int c = columns_ > 1 ? 1 : 0; c < columns_; ++c) {
      if (IsValue(row, c)) {
        return true;
      }
    }
    return IsValue(row, 0) && FaceAt(row, 0).folded.size() > 1;
  }

  [[nodiscard]] int HeadRows() const {
    if (rows_ < 2 || HasValue(0)) {
      return 0;
    }
    const int limit = std::min(rows_ - 1, kHeadRowsAtMost);
    int head = 1;
    for (int r = 0; r < head && head < limit; ++r) {
      head = std::max(head, std::min(limit, NeededBy(r)));
      // Further rows of words above figures.
      while (head < limit && r == head - 1 && !HasValue(head) && TitlesFigures(head)) {
        ++head;
      }
    }
    return head;
  }

  [[nodiscard]] bool HasValueBetween(int first, int end) const {
    for (int row = first; row < end; ++row) {
      if (HasValue(row)) {
        return true;
      }
    }
    return false;
  }

  // The rows that the head cells of one row need: their own spans, and one to part a wide cell in.
  [[nodiscard]] int NeededBy(int row) const {
    int needed = row + 1;
    for (int c = 0; c < columns_; ++c) {
      const Cell& cell = At(row, c);
      if (cell.row != row || FaceAt(row, c).empty) {
        continue;
      }
      const int below = row + cell.row_span;
      if (HasValueBetween(row + 1, below)) {
        continue;  // a name of rows (项目资金), not of columns
      }
      needed = std::max(needed, below);
      if (cell.column_span > 1 && below < rows_ && !HasValue(below) && PartsOf(cell, below) >= 2) {
        needed = std::max(needed, below + 1);
      }
    }
    return needed;
  }

  [[nodiscard]] int PartsOf(const Cell& head, int row) const {
    int parts = 0;
    for (int c = head.column; c < head.column + head.column_span; ++c) {
      parts += At(row, c).row == row && At(row, c).column == c && !FaceAt(row, c).empty ? 1 : 0;
    }
    return parts;
  }

  [[nodiscard]] bool TitlesFigures(int row) const {
    int titled = 0;
    int figure_columns = 0;
    for (int c = 1; c < columns_; ++c) {
      if (is_figure_[static_cast<size_t>(c)]) {
        ++figure_columns;
        const Face& face = FaceAt(row, c);
        titled += !face.empty &&
                          (face.kind == InkKind::kText || IsYear(face.folded) || CountsColumns(row))
                      ? 1
                      : 0;
      }
    }
    return figure_columns > 0 && titled * 2 >= figure_columns;
  }

  [[nodiscard]] std::string HeadText(int column) const {
    return table_.header_rows > 0 ? FaceAt(table_.header_rows - 1, column).folded : std::string();
  }

  // Codes stand before names; values are printed with decimals, separators, or after names.
  [[nodiscard]] bool IsLabelColumn(int column) const {
    int words = 0;
    int figures = 0;
    int codes = 0;
    for (int r = table_.header_rows; r < rows_; ++r) {
      const Face& face = FaceAt(r, column);
      if (face.empty || At(r, column).column_span > 1) {
        continue;
      }
      ++(face.kind == InkKind::kText ? words : figures);
      codes += IsWholeNumber(face.folded) ? 1 : 0;
    }
    if (words + figures == 0) {
      return NamesCodes(HeadText(column)) || HeadText(column).find("名称") != std::string::npos ||
             HeadText(column) == "项目";
    }
    if (words >= figures) {
      return words > 0;
    }
    return codes == figures && (NamesCodes(HeadText(column)) ||
                                (column == 0 && codes == figures && table_.header_rows == 0));
  }

  // 指标值, 实际完成值, 得分: what stands below measures, though it may have words in it (12所,
  // 95人次).
  [[nodiscard]] bool PromisesValues(int column) const {
    constexpr std::array<std::string_view, 6> kEnds = {"指标值", "目标值", "完成值",
                                                       "分值",   "得分",   "权重"};
    std::string head = HeadText(column);
    head = head.substr(0, head.find('('));
    return std::any_of(kEnds.begin(), kEnds.end(),
                       [&](std::string_view end) { return head.ends_with(end); });
  }

  // A level of labels that this table leaves empty (二级指标), between levels that it fills.
  [[nodiscard]] bool IsIdleLevel(int column) const {
    if (column == 0 || column + 1 >= columns_ || !label_[static_cast<size_t>(column) + 1] ||
        HeadText(column).empty()) {
      return false;
    }
    for (int r = table_.header_rows; r < rows_; ++r) {
      if (!FaceAt(r, column).empty && At(r, column).column_span == 1) {
        return false;
      }
    }
    return true;
  }

  void FindLabels() {
    label_.assign(static_cast<size_t>(columns_), false);
    for (int c = 0; c < columns_; ++c) {
      label_[static_cast<size_t>(c)] = IsLabelColumn(c) && !PromisesValues(c);
    }
    int labels = 0;
    while (labels < columns_ && (label_[static_cast<size_t>(labels)] || IsIdleLevel(labels))) {
      ++labels;
    }
    const bool any_figures =
        std::find(is_figure_.begin(), is_figure_.end(), true) != is_figure_.end();
    // Where all columns are words, the first names the row.
    table_.label_columns = any_figures || labels < columns_ ? std::max(labels, 1) : 1;
    if (table_.label_columns >= columns_) {
      table_.label_columns = std::min(1, columns_ - 1);
    }
  }

  // Blocks begin at column 0 and wherever label columns follow values.
  void FindBlocks() {
    std::vector<int> begins{0};
    for (int c = 1; c < columns_; ++c) {
      const bool begins_here =
          label_[static_cast<size_t>(c)] && !label_[static_cast<size_t>(c) - 1];
      const bool has_values = std::find(label_.begin() + c, label_.end(), false) != label_.end();
      if (begins_here && has_values && HeadParts(c)) {
        begins.push_back(c);
      }
    }
    table_.blocks.clear();
    for (size_t i = 0; i < begins.size(); ++i) {
      const int last = i + 1 < begins.size() ? begins[i + 1] - 1 : columns_ - 1;
      table_.blocks.push_back({begins[i], last});
    }
    if (table_.blocks.size() < 2 || !HeadsAgree()) {
      table_.blocks = {{0, columns_ - 1}};
      table_.shape = TableShape::kPlain;
      return;
    }
    table_.shape = SameHeads() ? TableShape::kBlocksAbreast : TableShape::kTwoSided;
    const ColumnBlock& first = table_.blocks.front();
    int labels = 0;
    while (first.first + labels < first.last && label_[static_cast<size_t>(labels)]) {
      ++labels;
    }
    table_.label_columns = std::max(labels, 1);
  }

  // A block has a head of its own over several columns, or one that the first block has too.
  [[nodiscard]] bool HeadParts(int column) const {
    for (int r = 0; r < table_.header_rows; ++r) {
      const Cell& cell = At(r, column);
      if (cell.column == column && cell.column_span > 1 && !FaceAt(r, column).empty) {
        return true;
      }
    }
    return table_.header_rows > 0 && !HeadText(column).empty() && HeadText(column) == HeadText(0);
  }

  // The blocks' first columns bear the same head (项目 … 项目), or each block has a head of its own
  // over all its columns (收入 | 支出).
  [[nodiscard]] bool HeadsAgree() const {
    bool same = true;
    bool own = true;
    for (const ColumnBlock& block : table_.blocks) {
      same = same && HeadText(block.first) == HeadText(table_.blocks.front().first) &&
             !HeadText(block.first).empty();
      bool covered = false;
      for (int r = 0; r < table_.header_rows; ++r) {
        const Cell& cell = At(r, block.first);
        covered =
            covered || (cell.column == block.first && !FaceAt(r, block.first).empty &&
                        cell.column + cell.column_span - 1 == block.last && cell.column_span > 1);
      }
      own = own && covered;
    }
    return same || own;
  }

  [[nodiscard]] bool SameHeads() const {
    const ColumnBlock& first = table_.blocks.front();
    for (const ColumnBlock& block : table_.blocks) {
      if (block.last - block.first != first.last - first.first) {
        return false;
      }
      for (int c = 0; c <= first.last - first.first; ++c) {
        for (int r = 0; r < table_.header_rows; ++r) {
          if (FaceAt(r, block.first + c).folded != FaceAt(r, first.first + c).folded) {
            return false;
          }
        }
      }
    }
    return true;
  }

  PageTable& table_;
  int rows_;
  int columns_;
  std::vector<int> grid_;
  std::vector<Face> faces_;
  std::vector<bool> is_figure_;
  std::vector<bool> label_;
};

}  // namespace

void ReadHead(PageTable* table) { HeadReader(table).Read(); }

}  // namespace crossfoot
