// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/export/dataset.h"

#include <algorithm>
#include <array>

namespace crossfoot {
namespace {

// What is about this machine and its runs, not about reports.
constexpr std::array<std::string_view, 4> kInternal = {"source_stat", "runs", "stale_groups",
                                                       "packed"};

Dataset DatasetOf(const SchemaTable& table, const ExportChoice& choice) {
  Dataset out{table.name, table.about, {}, {}, ""};
  std::string select;
  std::string joins;
  std::string order;
  for (const SchemaColumn& column : table.columns) {
    // Keys of sources become the paths that people know.
    const bool other = column.name == "other_source";
    if (column.name == "source" || other) {
      const std::string alias = other ? "o" : "s";
      out.columns.push_back({other ? "other_path" : "path", "TEXT", !other,
                             CorpusSchema().Find("sources")->Find("path")->about});
      select += (select.empty() ? "" : ", ") + alias + ".path";
      joins += " LEFT JOIN sources " + alias + " ON " + alias + ".source = t." + column.name;
    } else if (!(table.name == "sources" && column.name == "path")) {
      out.columns.push_back(column);
      select += (select.empty() ? "" : ", ") + ("t." + column.name);
    }
  }
  for (const std::string& column : table.key) {
    out.key.push_back(column == "source" ? "path" : column);
    order += (order.empty() ? "" : ", ") + (column == "source" ? "s.path" : "t." + column);
  }
  out.sql = "SELECT " + select + " FROM " + table.name + " t" + joins;
  if (choice.only_confirmed && table.name == "facts") {
    out.sql += " WHERE t.status = 'confirmed'";
  }
  out.sql += " ORDER BY " + order;
  return out;
}

}  // namespace

std::vector<Dataset> Datasets(const ExportChoice& choice) {
  std::vector<Dataset> out;
  for (const SchemaTable& table : CorpusSchema().tables) {
    if (std::find(kInternal.begin(), kInternal.end(), table.name) == kInternal.end()) {
      out.push_back(DatasetOf(table, choice));
    }
  }
  return out;
}

std::optional<Dataset> FindDataset(std::string_view name, const ExportChoice& choice) {
  for (Dataset& dataset : Datasets(choice)) {
    if (dataset.name == name) {
      return std::move(dataset);
    }
  }
  return std::nullopt;
}

}  // namespace crossfoot
