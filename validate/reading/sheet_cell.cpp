// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/sheet_cell.h"

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/reading/measure_words.h"

namespace crossfoot {
namespace {

FactId FactWithin(const FactsByText& by_text, const FactSet& facts, const TextAddress& address,
                  size_t begin, size_t end) {
  const auto it = by_text.find(address);
  if (it == by_text.end()) {
    return -1;
  }
  for (const FactId id : it->second) {
    const Anchor& anchor = facts.facts[static_cast<size_t>(id)].anchor;
    if (anchor.begin >= begin && anchor.end <= end + 3) {
      return id;
    }
  }
  return -1;
}

}  // namespace

SheetCell ClassifySheetCell(const TextAddress& address, std::string_view text, size_t begin,
                            size_t end, const FactsByText& by_text, const FactSet& facts) {
  static const Pattern kNumber("^\\d+(?:\\.\\d+)?\\s*分?$");
  static const Pattern kNamed("^(.{2,40}?)\\s*[（(]\\s*(\\d+(?:\\.\\d+)?)\\s*分?\\s*[)）]$");
  SheetCell cell;
  cell.where = {address, static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  cell.text = TrimBlanks(text.substr(begin, end - begin));
  if (cell.text.empty()) {
    return cell;
  }
  Pattern::Match match;
  if (kNumber.FullMatch(cell.text)) {
    cell.number = FactWithin(by_text, facts, address, begin, end);
    cell.role = cell.number >= 0 ? CellRole::kNumber : CellRole::kText;
    return cell;
  }
  // 计划是否完整可行（3分） asks; it is how an indicator is marked, and no name.
  const bool sentence = ContainsAny(cell.text, "。|；|;|，|,|：|:|是否");
  const bool short_name = cell.text.size() <= kLongestSheetName && !sentence;
  if (short_name && kNamed.FullMatch(cell.text, &match)) {
    const auto at = static_cast<size_t>(match.group[2].data() - text.data());
    cell.number = FactWithin(by_text, facts, address, at, at + match.group[2].size());
    if (cell.number >= 0) {
      cell.role = CellRole::kNamed;
      cell.name = FoldLabel(match.group[1]);
      return cell;
    }
  }
  cell.role = short_name ? CellRole::kName : CellRole::kText;
  cell.name = short_name ? FoldLabel(cell.text) : "";
  return cell;
}

bool IsTotalRow(std::string_view name) {
  return name == "合计" || name == "小计" || name == "总分" || name == "总计" ||
         name.starts_with("总得分") || name.starts_with("合计得分") || name == "得分合计" ||
         name == "综合得分";
}

bool IsSubtotalRow(std::string_view name) {
  return !IsTotalRow(name) && (name.ends_with("小计") || name.ends_with("合计"));
}

bool IsHeaderWord(std::string_view name) {
  return ContainsAny(
             name,
             "级指标|评价指标|评分标准|评价标准|得分情况|参考分值|指标说明|指标解释|指标名称") ||
         name == "名称" || name == "得分" || name == "分值" || name == "自评分" || name == "权重" ||
         name == "备注" || name == "复核得分";
}

std::set<int> ValueColumns(const Table& table) {
  std::set<int> columns;
  for (const Cell& cell : table.cells) {
    if (cell.row < table.header_rows &&
        ContainsAny(cell.text.utf8(), "指标值|目标值|计划值|完成值|完成情况|实际完成")) {
      for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
        columns.insert(column);
      }
    }
  }
  return columns;
}

}  // namespace crossfoot
