// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/account_book.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

#include "base/utf8.h"

namespace crossfoot {
namespace {

struct Known {
  const char* code;
  const char* names;  // of the years since 2014
};

// 政府收支分类科目, 项 and 款 that most departments print. Codes that changed hands in 2018 carry
// both names.
constexpr Known kKnown[] = {
    {"20805", "行政事业单位养老支出|行政事业单位离退休"},
    {"2080501", "行政单位离退休|归口管理的行政单位离退休"},
    {"2080502", "事业单位离退休"},
    {"2080505", "机关事业单位基本养老保险缴费支出"},
    {"2080506", "机关事业单位职业年金缴费支出"},
    {"21005", "医疗保障"},
    {"2100501", "行政单位医疗"},
    {"2100502", "事业单位医疗"},
    {"2100503", "公务员医疗补助"},
    {"21011", "行政事业单位医疗"},
    {"2101101", "行政单位医疗"},
    {"2101102", "事业单位医疗"},
    {"2101103", "公务员医疗补助"},
    {"22102", "住房改革支出"},
    {"2210201", "住房公积金"},
    {"2210202", "提租补贴"},
    {"2210203", "购房补贴"},
    {"30101", "基本工资"},
    {"30102", "津贴补贴"},
    {"30103", "奖金"},
    {"30107", "绩效工资"},
    {"30108", "机关事业单位基本养老保险缴费"},
    {"30109", "职业年金缴费"},
    {"30113", "住房公积金"},
    {"30201", "办公费"},
    {"30202", "印刷费"},
    {"30203", "咨询费"},
    {"30204", "手续费"},
    {"30205", "水费"},
    {"30206", "电费"},
    {"30207", "邮电费"},
    {"30208", "取暖费"},
    {"30209", "物业管理费"},
    {"30211", "差旅费"},
    {"30212", "因公出国(境)费用|因公出国(境)费"},
    {"30213", "维修(护)费|维修费"},
    {"30214", "租赁费"},
    {"30215", "会议费"},
    {"30216", "培训费"},
    {"30217", "公务接待费"},
    {"30218", "专用材料费"},
    {"30226", "劳务费"},
    {"30227", "委托业务费"},
    {"30228", "工会经费"},
    {"30229", "福利费"},
    {"30231", "公务用车运行维护费"},
    {"30239", "其他交通费用"},
    {"30301", "离休费"},
    {"30302", "退休费"},
    {"30304", "抚恤金"},
    {"30305", "生活补助"},
    {"30311", "住房公积金"},
};

bool IsOneOf(std::string_view text, std::string_view alternatives) {
  while (!alternatives.empty()) {
    const size_t bar = alternatives.find('|');
    if (SameAccountName(text, alternatives.substr(0, bar))) {
      return true;
    }
    alternatives = bar == std::string_view::npos ? "" : alternatives.substr(bar + 1);
  }
  return false;
}

bool IsAccountCode(std::string_view code) {
  return (code.size() == 3 || code.size() == 5 || code.size() == 7) &&
         (code[0] == '2' || code[0] == '3' || code[0] == '5');
}

// The cell left of a name that prints its code, whole or the last level of 类|款|项; -1: none.
int CodeCellBeside(const Table& table, int row, int label_column, std::string_view code) {
  if (label_column < 1) {
    return -1;
  }
  const int cell = table.CellAt(row, label_column - 1);
  if (cell < 0) {
    return -1;
  }
  const std::string printed = FoldLabel(table.cells[static_cast<size_t>(cell)].text.utf8());
  return !printed.empty() && code.ends_with(printed) ? cell : -1;
}

std::string_view Core(std::string_view name) {
  constexpr std::string_view kBefore = "归口管理的";
  constexpr std::string_view kAfter = "支出";
  if (name.starts_with(kBefore)) {
    name.remove_prefix(kBefore.size());
  }
  if (name.ends_with(kAfter)) {
    name.remove_suffix(kAfter.size());
  }
  return name;
}

}  // namespace

bool SameAccountName(std::string_view a, std::string_view b) {
  a = Core(a);
  b = Core(b);
  return a == b || (!a.empty() && !b.empty() && (a.starts_with(b) || b.starts_with(a)));
}

bool IsNameOfAnother(std::string_view code, std::string_view name) {
  const auto own = std::find_if(std::begin(kKnown), std::end(kKnown),
                                [&](const Known& known) { return known.code == code; });
  if (own == std::end(kKnown) || IsOneOf(name, own->names)) {
    return false;
  }
  return std::any_of(std::begin(kKnown), std::end(kKnown), [&](const Known& known) {
    return Core(name) == Core(known.names) || IsOneOf(name, known.names);
  });
}

AccountSlip SlipOf(const std::vector<AccountRow>& accounts, const AccountRow& row,
                   std::string_view meant) {
  const std::string* before = nullptr;
  const std::string* after = nullptr;
  bool code_again = false;  // in its table
  bool meant_there = false;
  bool code_elsewhere = false;
  bool meant_elsewhere = false;
  bool passed = false;
  for (const AccountRow& other : accounts) {
    const bool here = other.table == row.table;
    if (here && other.row == row.row && other.name_cell == row.name_cell) {
      passed = true;
      continue;
    }
    (here ? code_again : code_elsewhere) |= other.code == row.code;
    (here ? meant_there : meant_elsewhere) |= other.code == meant;
    if (here && other.code[0] == row.code[0] && (!passed || after == nullptr)) {
      (passed ? after : before) = &other.code;
    }
  }
  const auto fits = [&](std::string_view code) {
    return (before == nullptr || *before < code) && (after == nullptr || code < *after);
  };
  if (meant_there) {
    return AccountSlip::kName;
  }
  const bool misplaced = code_again || !fits(row.code);
  if (fits(meant) && (misplaced || (meant_elsewhere && !code_elsewhere))) {
    return AccountSlip::kCode;
  }
  return code_elsewhere && !misplaced ? AccountSlip::kName : AccountSlip::kUnknown;
}

std::string NameMeant(const std::vector<AccountRow>& accounts, const AccountRow& row) {
  for (const AccountRow& other : accounts) {
    if (other.table != row.table && other.code == row.code &&
        !SameAccountName(other.name, row.name)) {
      return other.name;
    }
  }
  const auto own = std::find_if(std::begin(kKnown), std::end(kKnown),
                                [&](const Known& known) { return known.code == row.code; });
  const std::string_view names = own == std::end(kKnown) ? "" : own->names;
  return std::string(names.find('|') == std::string_view::npos ? names : "");
}

std::string CodeMeant(const std::vector<AccountRow>& accounts, const AccountRow& row) {
  std::set<std::string> codes;
  const auto add = [&](std::string_view code) {
    if (code.size() == row.code.size() && code[0] == row.code[0] && code != row.code) {
      codes.insert(std::string(code));
    }
  };
  for (const AccountRow& other : accounts) {
    if (SameAccountName(other.name, row.name)) {
      add(other.code);
    }
  }
  if (codes.empty()) {
    for (const Known& known : kKnown) {
      if (IsOneOf(row.name, known.names)) {
        add(known.code);
      }
    }
  }
  return codes.size() == 1 ? *codes.begin() : "";
}

Edit AccountEdit(const std::string& kind, const std::string& from, const std::string& to) {
  const bool code = kind == "code";
  return {from + " → " + to,
          -1,
          1,
          0,
          true,
          kind,
          {std::string(code ? "可能编码写错：" : "可能名称写错：") + from + " 应为 " + to,
           "probably the " + kind + " is wrong: " + from + " should read " + to}};
}

std::vector<AccountRow> ReadAccounts(const Document& document,
                                     const std::vector<FigureTable>& tables) {
  std::vector<AccountRow> accounts;
  for (const FigureTable& table : tables) {
    if (!table.sure) {
      continue;
    }
    const Table& source = document.tables[static_cast<size_t>(table.table)];
    for (size_t r = 0; r < table.rows.size(); ++r) {
      const FigureRow& row = table.rows[r];
      for (size_t s = 0; s < row.segments.size(); ++s) {
        const RowSegment& segment = row.segments[s];
        const std::string& code = s == 0 && segment.code.empty() ? row.code : segment.code;
        if (!IsAccountCode(code) || segment.label.empty() || segment.label_column < 0) {
          continue;
        }
        const int cell = source.CellAt(row.row, segment.label_column);
        if (cell < 0) {
          continue;
        }
        const int code_cell = CodeCellBeside(source, row.row, segment.label_column, code);
        const auto size_of = [&](int at) {
          return static_cast<uint32_t>(source.cells[static_cast<size_t>(at)].text.utf8().size());
        };
        const int told = code_cell < 0 ? cell : code_cell;
        accounts.push_back({code, segment.label, &table, static_cast<int>(r),
                            TextAddress{TextAddress::Part::kCell, table.block, cell}, size_of(cell),
                            TextAddress{TextAddress::Part::kCell, table.block, told},
                            size_of(told)});
      }
    }
  }
  return accounts;
}

}  // namespace crossfoot
