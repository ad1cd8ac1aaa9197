// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/table_draft.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "extract/table/table_head.h"
#include "extract/text/cell_kind.h"

namespace crossfoot {
namespace {

bool IsEmptyAt(const std::vector<DraftRow>& rows, size_t row, size_t column) {
  return rows[row][column].text.empty();
}

// Which head cell covers each place: (row, column) of it.
std::vector<std::vector<std::pair<int, int>>> HeadOwners(const std::vector<DraftRow>& head,
                                                         int columns) {
  std::vector<std::vector<std::pair<int, int>>> owner(head.size());
  for (size_t r = 0; r < head.size(); ++r) {
    for (int c = 0; c < columns; ++c) {
      const auto column = static_cast<size_t>(c);
      std::pair<int, int> own{static_cast<int>(r), c};
      if (IsEmptyAt(head, r, column)) {
        bool below = false;  // something stands lower down in this column
        for (size_t b = r + 1; b < head.size(); ++b) {
          below = below || !IsEmptyAt(head, b, column);
        }
        if (r > 0 && !below && owner[r - 1][column].second == c &&
            !IsEmptyAt(head, static_cast<size_t>(owner[r - 1][column].first), column)) {
          own = owner[r - 1][column];
        } else if (c > 0 && owner[r][column - 1].first == static_cast<int>(r) &&
                   (r == 0 || owner[r - 1][column] == owner[r - 1][column - 1]) &&
                   (below || r + 1 == head.size())) {
          own = owner[r][column - 1];
        }
      }
      owner[r].push_back(own);
    }
  }
  return owner;
}

bool NamesCodes(const std::string& head) {
  static constexpr std::array<std::string_view, 8> kHeads = {"科目编码", "编码", "科目代码", "代码",
                                                             "序号",     "类",   "款",       "项"};
  return std::find(kHeads.begin(), kHeads.end(), FoldLabel(head)) != kHeads.end();
}

// 科目编码, 类 | 款 | 项, 序号: digits that name the row.
bool HoldsCodes(const TableDraft& draft, size_t column, const std::string& head) {
  return NamesCodes(head) &&
         std::all_of(draft.body.begin(), draft.body.end(), [&](const DraftRow& row) {
           const std::string& text = row[column].text.utf8();
           return text.find_first_not_of("0123456789") == std::string::npos ||
                  KindOfCell(text) == CellKind::kLabel;
         });
}

int CountLabelColumns(const TableDraft& draft) {
  const std::vector<std::string> words = HeadWords(draft.head, draft.columns);
  int labels = 0;
  for (int c = 0; c < draft.columns; ++c) {
    const auto column = static_cast<size_t>(c);
    if (c + 1 < draft.columns && HoldsCodes(draft, column, words[column])) {
      labels = c + 1;
      continue;
    }
    int label = 0;
    int other = 0;
    for (const DraftRow& row : draft.body) {
      const CellKind kind = KindOfCell(row[column].text.utf8());
      label += kind == CellKind::kLabel ? 1 : 0;
      other += kind == CellKind::kFigure || kind == CellKind::kProse ? 1 : 0;
    }
    const CellKind promised = KindFromHead(words[column]);
    const bool is_label = promised == CellKind::kLabel ? label >= other : label > other;
    if (promised == CellKind::kProse || !is_label) {
      // Weights printed beside the names of each level stand among the labels.
      if (c > 0 && c + 1 < draft.columns && promised == CellKind::kFigure &&
          KindFromHead(words[column + 1]) == CellKind::kLabel) {
        continue;
      }
      break;
    }
    labels = c + 1;
  }
  return std::max(labels, std::min(1, draft.columns - 1));
}

void EmitHead(const TableDraft& draft, Table* table) {
  const auto owners = HeadOwners(draft.head, draft.columns);
  for (size_t r = 0; r < draft.head.size(); ++r) {
    for (int c = 0; c < draft.columns; ++c) {
      const auto column = static_cast<size_t>(c);
      if (owners[r][column] != std::pair(static_cast<int>(r), c)) {
        continue;
      }
      Cell cell;
      cell.row = static_cast<int>(r);
      cell.column = c;
      cell.text = draft.head[r][column].text;
      cell.place = draft.head[r][column].place;
      const std::pair<int, int> me{cell.row, cell.column};
      while (c + cell.column_span < draft.columns &&
             owners[r][static_cast<size_t>(c) + static_cast<size_t>(cell.column_span)] == me) {
        ++cell.column_span;
      }
      while (r + static_cast<size_t>(cell.row_span) < draft.head.size() &&
             owners[r + static_cast<size_t>(cell.row_span)][column] == me) {
        ++cell.row_span;
      }
      table->cells.push_back(std::move(cell));
    }
  }
}

// 科目编码, or 2080505.
bool IsOfCodes(const std::string& text) {
  return NamesCodes(text) || text.find_first_not_of("0123456789 ") == std::string::npos;
}

// 合计 | 24,356,300.00 after an empty place.
bool BeginsWithTotal(const DraftRow& row) {
  const auto first = std::find_if(row.begin(), row.end(),
                                  [](const DraftCell& cell) { return !cell.text.empty(); });
  return first != row.end() && IsTotalLabel(first->text.utf8());
}

void EmitBody(TableDraft* draft, int head_rows, Table* table) {
  const auto rows = static_cast<int>(draft->body.size());
  // The cell of `table` that a label column's next empty place would belong to, or -1.
  std::vector<int> open(static_cast<size_t>(draft->columns), -1);
  for (int r = 0; r < rows; ++r) {
    DraftRow& row = draft->body[static_cast<size_t>(r)];
    const bool total = IsTotalLabel(row[0].text.utf8());
    for (int c = 0; c < draft->columns; ++c) {
      DraftCell& from = row[static_cast<size_t>(c)];
      int& above = open[static_cast<size_t>(c)];
      const bool label_column = c < table->label_columns;
      if (from.text.empty() && label_column) {
        if (total && c > 0 && !table->cells.empty()) {
          Cell& left = table->cells.back();
          if (left.row == head_rows + r && left.column == 0 && left.column_span == c) {
            ++left.column_span;
            above = -1;
            continue;
          }
        }
        // A 合计 without a code goes on neither with the head of the codes nor with a code.
        const bool code_above = above >= 0 && BeginsWithTotal(row) &&
                                IsOfCodes(table->cells[static_cast<size_t>(above)].text.utf8());
        if (!total && above >= 0 && !code_above) {
          ++table->cells[static_cast<size_t>(above)].row_span;
          continue;
        }
      }
      Cell cell;
      cell.row = head_rows + r;
      cell.column = c;
      cell.place = from.place;
      cell.text = std::move(from.text);
      above =
          label_column && !cell.text.empty() && !total ? static_cast<int>(table->cells.size()) : -1;
      table->cells.push_back(std::move(cell));
      if (label_column && above >= 0) {
        // A new label at one level ends the merged cells of the levels inside it.
        for (int inner = c + 1; inner < table->label_columns; ++inner) {
          open[static_cast<size_t>(inner)] = -1;
        }
      }
    }
  }
}

// Two sides (收入 | 支出) and blocks abreast have label columns of their own; a head that says one
// thing twice is the sign.
void ReadShape(Table* table) {
  std::vector<std::string> words;
  for (const Cell& cell : table->cells) {
    if (cell.row < table->header_rows && !cell.text.empty()) {
      words.push_back(FoldLabel(cell.text.utf8()));
    }
  }
  std::sort(words.begin(), words.end());
  if (table->columns < 4 || std::adjacent_find(words.begin(), words.end()) == words.end()) {
    return;
  }
  const int header_rows = table->header_rows;
  const int label_columns = table->label_columns;
  std::vector<ColumnBlock> blocks = table->blocks;
  ReadTableHead(table);
  if (table->shape == TableShape::kPlain || table->header_rows != header_rows) {
    table->shape = TableShape::kPlain;
    table->header_rows = header_rows;
    table->label_columns = label_columns;
    table->blocks = std::move(blocks);
  }
}

// Whether empty places inside the row show merged head cells, so that a further head row parts
// them.
bool HasMergedCells(const DraftRow& row) {
  size_t last = row.size();
  while (last > 0 && row[last - 1].text.empty()) {
    --last;
  }
  return std::any_of(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(last),
                     [](const DraftCell& cell) { return cell.text.empty(); });
}

// One column stays in any case.
void DropEmptyColumns(TableDraft* draft) {
  std::vector<bool> filled(static_cast<size_t>(draft->columns), false);
  for (const std::vector<DraftRow>* rows : {&draft->head, &draft->body}) {
    for (const DraftRow& row : *rows) {
      for (size_t c = 0; c < row.size(); ++c) {
        filled[c] = filled[c] || !row[c].text.empty();
      }
    }
  }
  if (!filled.empty()) {
    filled.front() =
        filled.front() || std::find(filled.begin(), filled.end(), true) == filled.end();
  }
  for (std::vector<DraftRow>* rows : {&draft->head, &draft->body}) {
    for (DraftRow& row : *rows) {
      size_t c = 0;
      std::erase_if(row, [&](const DraftCell&) { return !filled[c++]; });
    }
  }
  const auto labels = filled.begin() + std::clamp(draft->label_columns, 0, draft->columns);
  draft->label_columns -= static_cast<int>(std::count(filled.begin(), labels, false));
  draft->columns = static_cast<int>(std::count(filled.begin(), filled.end(), true));
}

}  // namespace

bool LooksLikeHead(const DraftRow& row) {
  size_t filled = 0;
  for (const DraftCell& cell : row) {
    const CellKind kind = KindOfCell(cell.text.utf8());
    const bool year = kind == CellKind::kFigure && cell.text.utf8().find("年") != std::string::npos;
    if ((kind == CellKind::kFigure && !year) || kind == CellKind::kProse) {
      return false;
    }
    filled += kind == CellKind::kEmpty ? 0 : 1;
  }
  return filled >= 2;
}

size_t CountHeadRows(const std::vector<DraftRow>& rows) {
  size_t head = 0;
  while (head < std::min(rows.size() - 1, kMostHeadRows) && LooksLikeHead(rows[head]) &&
         (head == 0 || HasMergedCells(rows[head - 1]))) {
    ++head;
  }
  return head;
}

std::vector<std::string> HeadWords(const std::vector<DraftRow>& head, int columns) {
  std::vector<std::string> words(static_cast<size_t>(columns));
  const auto owners = HeadOwners(head, columns);
  for (size_t r = 0; r < head.size(); ++r) {
    for (size_t c = 0; c < words.size(); ++c) {
      const auto [row, column] = owners[r][c];
      const std::string& text =
          head[static_cast<size_t>(row)][static_cast<size_t>(column)].text.utf8();
      if (!text.empty() && row == static_cast<int>(r)) {
        words[c] = text;  // the lowest says most
      }
    }
  }
  return words;
}

Table MakeTable(TableDraft draft) {
  Table table;
  DropEmptyColumns(&draft);
  table.columns = draft.columns;
  table.header_rows = static_cast<int>(draft.head.size());
  table.rows = table.header_rows + static_cast<int>(draft.body.size());
  table.label_columns = draft.label_columns >= 0 ? std::min(draft.label_columns, draft.columns)
                                                 : CountLabelColumns(draft);
  table.blocks = {{0, table.columns - 1}};
  table.caption = std::move(draft.caption);
  EmitHead(draft, &table);
  EmitBody(&draft, table.header_rows, &table);
  ReadShape(&table);
  return table;
}

}  // namespace crossfoot
