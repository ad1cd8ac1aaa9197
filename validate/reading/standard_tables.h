// SPDX-License-Identifier: GPL-3.0-or-later
//
// The official tables (部门决算 and 部门预算 公开表) of a report by their roles, and their cells by
// name, so that identities among them can be written as data (packs/standard_tables.toml).
//
// A cell is "role/row/column":
//   row      labels joined by '|', without their numbers (一、); "right:" before it takes the last
//            side of a two-sided row; empty: the only row with figures; "*": every row, by label,
//            "*3": every row with a code of three digits, by label
//   column   header words joined by '&' (the header holds them all), alternatives by '|', "#2" the
//            second such column; empty: the first figure of the row
//
// Titles match whole, after the body's name, the year and the table's number: 支出决算表 is not
// 一般公共预算财政拨款支出决算表. A role that two tables claim is nobody's.
//
// Tested by tests/validate/standard_tables_test.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "validate/reading/figure_table.h"
#include "validate/rule_pack.h"

namespace crossfoot {

struct CellFound {
  FactId fact = -1;
  const FigureTable* table = nullptr;
  std::string label;  // the row's, without its number: what "*" rows are matched by
};

class StandardTables {
 public:
  // Keeps references; both must outlive it.
  StandardTables(const std::vector<FigureTable>& tables, const RulePack& pack);

  // The table of that role, or nullptr.
  [[nodiscard]] const FigureTable* Of(std::string_view role) const;
  // Whether the role's table is there: an absent table and an absent cell are told apart.
  [[nodiscard]] bool HasTableOf(std::string_view cell) const;
  // The figures a cell names; more than one only for "*" rows.
  [[nodiscard]] std::vector<CellFound> Find(std::string_view cell) const;

 private:
  std::map<std::string, const FigureTable*, std::less<>> by_role_;
};

// A row's label without its number and 其中: "二、社会保障和就业支出" is 社会保障和就业支出.
std::string BareLabel(std::string_view label);
// Whether `title` is one of `titles` ("a|b", all of them keys as subject.h makes them), whole but
// for the body's name before it.
bool TitleIsOneOf(std::string_view title, std::string_view titles);

}  // namespace crossfoot
