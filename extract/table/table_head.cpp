// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/table_head.h"

#include <utility>

#include "extract/table/head.h"

namespace crossfoot {

void ReadTableHead(Table* table) {
  PageTable page;
  page.row_edges.resize(static_cast<size_t>(table->rows) + 1);
  page.column_edges.resize(static_cast<size_t>(table->columns) + 1);
  page.cells = std::move(table->cells);
  ReadHead(&page);
  table->cells = std::move(page.cells);
  table->header_rows = page.header_rows;
  table->label_columns = page.label_columns;
  table->shape = page.shape;
  table->blocks = std::move(page.blocks);
}

}  // namespace crossfoot
