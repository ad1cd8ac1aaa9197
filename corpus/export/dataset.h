// SPDX-License-Identifier: GPL-3.0-or-later
//
// A table of the store as people take it out: the report's path first, then the table's own columns
// in the schema's order, rows by path and place. CSV, the data package and the data dictionary all
// have their columns from here.
//
// Tested by tests/corpus/export_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "corpus/schema.h"
#include "corpus/sqlite.h"

namespace crossfoot {

struct ExportChoice {
  bool only_confirmed = false;  // of facts, those that their own report confirms
};

struct Dataset {
  std::string name;
  std::string about;
  std::vector<SchemaColumn> columns;
  std::vector<std::string> key;
  std::string sql;
};

// All tables that can be taken out, in the schema's order.
std::vector<Dataset> Datasets(const ExportChoice& choice);
std::optional<Dataset> FindDataset(std::string_view name, const ExportChoice& choice);

}  // namespace crossfoot
