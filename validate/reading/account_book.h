// SPDX-License-Identifier: GPL-3.0-or-later
//
// The accounts (科目) that a report's tables print, code beside name, and the names that the
// 政府收支分类科目 give to codes that nearly every department has.
//
// Tested by tests/validate/account_book_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/finding.h"
#include "validate/reading/figure_table.h"

namespace crossfoot {

// One printing of an account in a table.
struct AccountRow {
  std::string code;  // three, five or seven digits
  std::string name;  // folded
  const FigureTable* table = nullptr;
  int row = -1;            // index in table->rows
  TextAddress name_cell;   // where the name stands
  uint32_t name_size = 0;  // bytes of that cell
  TextAddress code_cell;  // where the code, or its last level, stands; the name's where it has none
  uint32_t code_size = 0;
};

// In reading order, blocks abreast included; only tables read with confidence.
std::vector<AccountRow> ReadAccounts(const Document& document,
                                     const std::vector<FigureTable>& tables);

// The two names are one but for 支出 at the end, 归口管理的 before, or a cut.
bool SameAccountName(std::string_view a, std::string_view b);

// Whether `code` is one whose names over the years are known, and `name` is known to be the name of
// other codes alone: 2080505 called 住房公积金.
bool IsNameOfAnother(std::string_view code, std::string_view name);

// Where a row's code is one account and its name another's: which of the two is the slip. A code
// out of its order, or twice in its table, or in no other table, speaks against the code; the
// name's own account in the same table, against the name.
enum class AccountSlip { kUnknown, kCode, kName };

// `meant`: the code that the row's name is the name of.
AccountSlip SlipOf(const std::vector<AccountRow>& accounts, const AccountRow& row,
                   std::string_view meant);

// The name that other tables, or else the classification, give to the row's code; "" for none.
std::string NameMeant(const std::vector<AccountRow>& accounts, const AccountRow& row);

// The code that other tables, or else the classification, give to the row's name, of the same
// length; "" where there is none or several.
std::string CodeMeant(const std::vector<AccountRow>& accounts, const AccountRow& row);

// A correction of words: `kind` is "code" or "name".
Edit AccountEdit(const std::string& kind, const std::string& from, const std::string& to);

}  // namespace crossfoot
