// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/standard_tables.h"

#include <algorithm>
#include <utility>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/reading/subject.h"

namespace crossfoot {
namespace {

constexpr std::string_view kRight = "right:";

// Calls `take` with each piece of "a|b".
template <typename Take>
void EachOf(std::string_view text, char separator, Take take) {
  while (true) {
    const size_t at = text.find(separator);
    take(text.substr(0, at));
    if (at == std::string_view::npos) {
      return;
    }
    text.remove_prefix(at + 1);
  }
}

struct CellName {
  std::string_view role;
  std::string_view row;
  std::string_view column;
};

CellName Parse(std::string_view cell) {
  CellName name;
  const size_t first = std::min(cell.find('/'), cell.size());
  const size_t second = std::min(cell.find('/', first + 1), cell.size());
  name.role = cell.substr(0, first);
  name.row = first < cell.size() ? cell.substr(first + 1, second - first - 1) : std::string_view();
  name.column = second < cell.size() ? cell.substr(second + 1) : std::string_view();
  return name;
}

bool HeaderHolds(std::string_view header, std::string_view words) {
  bool all = true;
  EachOf(words, '&',
         [&](std::string_view word) { all = all && header.find(word) != std::string_view::npos; });
  return all;
}

// The column of "预算数&合计|合计#1", or -1.
int ColumnOf(const FigureTable& table, std::string_view name) {
  int found = -1;
  EachOf(name, '|', [&](std::string_view one) {
    int wanted = 1;
    if (const size_t hash = one.find('#'); hash != std::string_view::npos) {
      wanted = one.at(hash + 1) - '0';
      one = one.substr(0, hash);
    }
    for (const int column : table.columns) {
      const auto at = static_cast<size_t>(column);
      if (found < 0 && at < table.headers.size() && HeaderHolds(table.headers[at], one) &&
          --wanted == 0) {
        found = column;
      }
    }
  });
  return found;
}

FactId FigureIn(const RowSegment& segment, int column, bool first) {
  if (first) {
    return segment.figures.empty() ? -1 : segment.figures.front().second;
  }
  const auto at = std::find_if(segment.figures.begin(), segment.figures.end(),
                               [&](const auto& figure) { return figure.first == column; });
  return at == segment.figures.end() ? -1 : at->second;
}

// The column where the labels of the right side stand; 0 where the table has one side.
int RightSideOf(const FigureTable& table) {
  int right = 0;
  for (const FigureRow& row : table.rows) {
    if (row.segments.size() == 2 && row.segments.front().label_column >= 0) {
      right = std::max(right, row.segments.back().label_column);
    }
  }
  return right;
}

bool HasFigures(const FigureRow& row) {
  return std::any_of(row.segments.begin(), row.segments.end(),
                     [](const RowSegment& segment) { return !segment.figures.empty(); });
}

bool RowIs(std::string_view names, std::string_view label) {
  bool is = false;
  EachOf(names, '|', [&](std::string_view one) { is = is || one == label; });
  return is;
}

}  // namespace

std::string BareLabel(std::string_view label) {
  static const Pattern kNumber(
      "^(?:其中[:：]?|(?:[一二三四五六七八九十]+|\\d+)[、.．]|[（(](?:[一二三四五六七八九十]+|\\d+)"
      "[)）])+");
  Pattern::Match match;
  std::string bare = FoldLabel(label);
  if (kNumber.Find(bare, 0, &match)) {
    bare.erase(0, match.end);
  }
  return bare;
}

bool TitleIsOneOf(std::string_view title, std::string_view titles) {
  // What may stand before: the body's name, 部门, the table's number.
  static const Pattern kBefore(
      "^(?:.*(?:局|委|委员会|办|办公室|府|处|会|院|部|中心|部门|单位|本级|所|队|馆|校|站|场|镇|乡|"
      "街道|"
      "区|县|市|省|公司|厅|年度?|表\\d*|\\d+|[、.．:：]|预算)|[一二三四五六七八九十]+)$");
  static const Pattern kAfter("^(?:[（(].*[)）])?$");
  bool is = false;
  EachOf(titles, '|', [&](std::string_view one) {
    const size_t at = title.rfind(one);
    if (is || at == std::string_view::npos) {
      return;
    }
    const std::string_view before = title.substr(0, at);
    is = (before.empty() || kBefore.Contains(before)) &&
         kAfter.Contains(title.substr(at + one.size()));
  });
  return is;
}

StandardTables::StandardTables(const std::vector<FigureTable>& tables, const RulePack& pack) {
  std::vector<std::string> keys;
  for (const FigureTable& table : tables) {
    keys.push_back(table.figures > 0 ? SubjectKey(table.title) : "");
  }
  for (const RulePack::StandardTable& standard : pack.tables()) {
    const FigureTable* found = nullptr;
    int count = 0;
    for (size_t i = 0; i < tables.size(); ++i) {
      if (!keys[i].empty() && TitleIsOneOf(keys[i], standard.titles)) {
        found = &tables[i];
        ++count;
      }
    }
    if (count == 1) {
      by_role_.emplace(standard.role, found);
    }
  }
}

const FigureTable* StandardTables::Of(std::string_view role) const {
  const auto it = by_role_.find(role);
  return it == by_role_.end() ? nullptr : it->second;
}

bool StandardTables::HasTableOf(std::string_view cell) const {
  return Of(Parse(cell).role) != nullptr;
}

std::vector<CellFound> StandardTables::Find(std::string_view cell) const {
  std::vector<CellFound> found;
  CellName name = Parse(cell);
  const FigureTable* table = Of(name.role);
  if (table == nullptr) {
    return found;
  }
  const int column = name.column.empty() ? -1 : ColumnOf(*table, name.column);
  if (!name.column.empty() && column < 0) {
    return found;
  }
  const bool right = name.row.starts_with(kRight);
  if (right) {
    name.row.remove_prefix(kRight.size());
  }
  const bool every = name.row.starts_with("*");
  const auto filled = std::count_if(table->rows.begin(), table->rows.end(), HasFigures);
  const int side = right ? RightSideOf(*table) : 0;
  if (right && side == 0) {
    return found;
  }
  for (const FigureRow& row : table->rows) {
    for (const RowSegment& segment : row.segments) {
      if (right && segment.label_column < side) {
        continue;
      }
      const std::string label = BareLabel(segment.label);
      const bool wanted = name.row.empty() ? filled == 1
                          : every ? !label.empty() && (name.row == "*" || row.code.size() == 3)
                                  : RowIs(name.row, label);
      const FactId fact = wanted ? FigureIn(segment, column, name.column.empty()) : FactId(-1);
      if (fact >= 0) {
        found.push_back({fact, table, label});
        if (!every) {
          return found;
        }
      }
    }
  }
  return found;
}

}  // namespace crossfoot
