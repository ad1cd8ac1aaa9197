// SPDX-License-Identifier: GPL-3.0-or-later
//
// Documents made in a test: paragraphs on lines 1, 2, 3 …, and tables from rows of cells.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "model/document.h"

namespace crossfoot {

class SampleDocument {
 public:
  SampleDocument& Paragraph(const std::string& words) {
    AddBlock(BlockKind::kParagraph, words);
    return *this;
  }
  SampleDocument& Heading(const std::string& number, const std::string& title, int level = 1) {
    Section section;
    section.number = number;
    section.title = title;
    section.level = level;
    section.block = static_cast<int>(document_.blocks.size());
    for (int i = static_cast<int>(document_.outline.size()) - 1; i >= 0; --i) {
      if (document_.outline[static_cast<size_t>(i)].level < level) {
        section.parent = i;
        break;
      }
    }
    section_ = static_cast<int>(document_.outline.size());
    document_.outline.push_back(section);
    AddBlock(BlockKind::kHeading, number + title);
    return *this;
  }
  // Cells are parted by '|'; "^" continues the cell above.
  SampleDocument& Table(const std::vector<std::string>& rows, int header_rows, int label_columns,
                        const std::string& unit_note = "") {
    crossfoot::Table table;
    table.rows = static_cast<int>(rows.size());
    table.header_rows = header_rows;
    table.label_columns = label_columns;
    if (!unit_note.empty()) {
      table.unit_note.Append(unit_note, Place{0, line_++, 1, {}});
    }
    for (int row = 0; row < table.rows; ++row) {
      const std::string& line = rows[static_cast<size_t>(row)];
      int column = 0;
      for (size_t from = 0; from <= line.size(); ++column) {
        size_t to = line.find('|', from);
        to = to == std::string::npos ? line.size() : to;
        const std::string words = line.substr(from, to - from);
        from = to + 1;
        if (words == "^") {
          for (Cell& above : table.cells) {
            if (above.column == column && above.row + above.row_span == row) {
              ++above.row_span;
            }
          }
          continue;
        }
        Cell cell;
        cell.row = row;
        cell.column = column;
        cell.text.Append(words, Place{0, line_, column + 1, {}});
        table.cells.push_back(std::move(cell));
      }
      table.columns = std::max(table.columns, column);
      ++line_;
    }
    table.blocks = {{0, table.columns - 1}};
    Block block;
    block.kind = BlockKind::kTable;
    block.table = static_cast<int>(document_.tables.size());
    block.section = section_;
    document_.tables.push_back(std::move(table));
    document_.blocks.push_back(std::move(block));
    return *this;
  }
  crossfoot::Table& LastTable() { return document_.tables.back(); }
  [[nodiscard]] const Document& Get() const { return document_; }

 private:
  void AddBlock(BlockKind kind, const std::string& words) {
    Block block;
    block.kind = kind;
    block.section = section_;
    block.text.Append(words, Place{0, line_++, 1, {}});
    document_.blocks.push_back(std::move(block));
  }

  Document document_;
  int line_ = 1;
  int section_ = -1;
};

}  // namespace crossfoot
