// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/score_sheet.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/reading/measure_words.h"

namespace crossfoot {
namespace {

constexpr size_t kLongestName = 90;  // bytes
constexpr size_t kLeastIndicators = 3;
constexpr size_t kMostCells = 20'000;

enum class CellRole { kBlank, kNumber, kNamed, kName, kText };

struct SheetCell {
  SheetText where;
  std::string_view text;
  CellRole role = CellRole::kBlank;
  FactId number = -1;  // kNumber: the figure; kNamed: the full mark in its brackets
  std::string name;    // kNamed, kName
  int row = -1;
  int column = -1;
  bool row_starts = false;
};

using FactsByText = std::map<TextAddress, std::vector<FactId>>;

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

// The cell that bytes [begin, end) of a text are.
SheetCell Classify(const TextAddress& address, std::string_view text, size_t begin, size_t end,
                   const FactsByText& by_text, const FactSet& facts) {
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
  const bool short_name = cell.text.size() <= kLongestName && !sentence;
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

Scope ScopeOf(const FactSet& facts, FactId id) {
  return facts.facts[static_cast<size_t>(id)].scope;
}

// A run of cells that may hold one sheet.
class SheetReader {
 public:
  SheetReader(const std::vector<SheetCell>& cells, const FactSet& facts)
      : cells_(cells), facts_(facts) {}

  ScoreSheet Read() {
    for (size_t i = 0; i < cells_.size(); ++i) {
      const SheetCell& cell = cells_[i];
      switch (cell.role) {
        case CellRole::kBlank:
          break;
        case CellRole::kNamed:
          CloseTotal();
          TakeName(cell.name, cell, cell.number);
          break;
        case CellRole::kName:
          if (IsTotalRow(cell.name)) {
            total_open_ = true;
            total_is_score_ = ContainsAny(cell.name, "得分|总分");
          } else if (IsSubtotalRow(cell.name)) {
            // 产出指标小计: what it tells is told again by its indicators.
            CloseTotal();
            pending_.clear();
            leaf_ = -1;
          } else if (!IsHeaderWord(cell.name)) {
            CloseTotal();
            TakeBareName(i);
          }
          break;
        case CellRole::kNumber:
          TakeNumber(cell.number);
          break;
        case CellRole::kText:
          if (!pending_.empty()) {
            Settle(true);
          }
          if (leaf_ >= 0) {
            sheet_.nodes[static_cast<size_t>(leaf_)].rubric.push_back(cell.where);
          }
          break;
      }
    }
    Nest();
    return std::move(sheet_);
  }

 private:
  struct Pending {
    std::string name;
    SheetText where;
    FactId weight;
    int column;
    int row;
  };

  void CloseTotal() { total_open_ = false; }

  void TakeName(const std::string& name, const SheetCell& cell, FactId weight) {
    leaf_ = -1;
    // A group that spans rows is printed once for each of its lines by some converters.
    if (!pending_.empty() && pending_.back().name == name &&
        SameMark(pending_.back().weight, weight) && !NextIsText(cell)) {
      return;
    }
    if ((pending_.empty() || pending_.back().row < cell.row) && RepeatsGroup(name, cell, weight)) {
      return;
    }
    pending_.push_back({name, cell.where, weight, cell.column, cell.row});
  }

  // … or in every one of its rows: 产出指标(50分) before each indicator.
  [[nodiscard]] bool RepeatsGroup(const std::string& name, const SheetCell& cell,
                                  FactId weight) const {
    for (size_t i = sheet_.nodes.size(); cell.row >= 0 && i > 0; --i) {
      if (columns_[i - 1] == cell.column) {
        const SheetNode& node = sheet_.nodes[i - 1];
        return node.level < 3 && node.name == name && SameMark(node.weight, weight);
      }
    }
    return false;
  }

  [[nodiscard]] bool SameMark(FactId a, FactId b) const {
    return a >= 0 && b >= 0 &&
           facts_.facts[static_cast<size_t>(a)].quantity.value ==
               facts_.facts[static_cast<size_t>(b)].quantity.value;
  }

  [[nodiscard]] bool NextIsText(const SheetCell& cell) const {
    const size_t next = static_cast<size_t>(&cell - cells_.data()) + 1;
    return next < cells_.size() && cells_[next].role == CellRole::kText;
  }

  // A name without a mark of its own is an indicator when a full mark stands right beside it, or a
  // description follows (its mark comes later in the row).
  void TakeBareName(size_t i) {
    const SheetCell& cell = cells_[i];
    const bool in_table = cell.row >= 0;
    if (!in_table || i + 1 >= cells_.size()) {
      return;
    }
    const SheetCell& next = cells_[i + 1];
    // A score never stands before the description of its indicator.
    const bool before_words =
        i + 2 < cells_.size() && cells_[i + 2].row == cell.row &&
        (cells_[i + 2].role == CellRole::kText || cells_[i + 2].role == CellRole::kName);
    if (next.role == CellRole::kNumber && next.row == cell.row &&
        (ScopeOf(facts_, next.number) == Scope::kWeight || before_words)) {
      TakeName(cell.name, cell, next.number);
      beside_ = next.number;
    } else if (next.role == CellRole::kText && next.row == cell.row) {
      TakeName(cell.name, cell, -1);
    }
  }

  void TakeNumber(FactId number) {
    if (number == beside_) {
      beside_ = -1;
      return;
    }
    if (total_open_) {
      const bool score = ScopeOf(facts_, number) == Scope::kScore || total_is_score_;
      if (sheet_.total_weight < 0 && !score) {
        sheet_.total_weight = number;
      } else {
        sheet_.total_score = number;
      }
      return;
    }
    if (!pending_.empty()) {
      Settle(true);
    }
    if (leaf_ < 0) {
      return;
    }
    const Scope scope = ScopeOf(facts_, number);
    if (scope != Scope::kUnknown && scope != Scope::kWeight && scope != Scope::kScore) {
      return;  // a target, an actual value, an amount
    }
    SheetNode& leaf = sheet_.nodes[static_cast<size_t>(leaf_)];
    if (leaf.weight < 0 && scope != Scope::kScore) {
      leaf.weight = number;
    } else if (leaf.score < 0) {
      leaf.score = number;
    }
  }

  // The names read since the last indicator become nodes; the last is an indicator.
  void Settle(bool last_is_leaf) {
    for (size_t i = 0; i < pending_.size(); ++i) {
      SheetNode node;
      node.name = pending_[i].name;
      node.where = pending_[i].where;
      node.weight = pending_[i].weight;
      const size_t from_end = pending_.size() - 1 - i;
      node.level = static_cast<int>(from_end >= 2 ? 1 : 3 - from_end);
      sheet_.nodes.push_back(std::move(node));
      columns_.push_back(pending_[i].column);
    }
    leaf_ = last_is_leaf ? static_cast<int>(sheet_.nodes.size()) - 1 : -1;
    pending_.clear();
  }

  void Nest() {
    std::vector<int> open(4, -1);
    for (size_t i = 0; i < sheet_.nodes.size(); ++i) {
      SheetNode& node = sheet_.nodes[i];
      const int parent = node.level > 1 ? open[static_cast<size_t>(node.level - 1)] : -1;
      node.parent = parent;
      if (parent >= 0) {
        sheet_.nodes[static_cast<size_t>(parent)].children.push_back(static_cast<int>(i));
      }
      open[static_cast<size_t>(node.level)] = static_cast<int>(i);
      for (size_t deeper = static_cast<size_t>(node.level) + 1; deeper < open.size(); ++deeper) {
        open[deeper] = -1;
      }
      // A second-level name printed in a first-level column stands in the middle of its rows.
      if (node.level == 2 && columns_[i] >= 0) {
        const bool earlier_first =
            std::any_of(sheet_.nodes.begin(), sheet_.nodes.begin() + static_cast<std::ptrdiff_t>(i),
                        [&](const SheetNode& other) {
                          const auto index = static_cast<size_t>(&other - sheet_.nodes.data());
                          return other.level == 1 && columns_[index] == columns_[i];
                        });
        sheet_.doubtful = sheet_.doubtful || earlier_first;
      }
    }
  }

  const std::vector<SheetCell>& cells_;
  const FactSet& facts_;
  ScoreSheet sheet_;
  std::vector<int> columns_;  // of the nodes
  std::vector<Pending> pending_;
  int leaf_ = -1;
  FactId beside_ = -1;  // a number cell already taken as the mark of the name before it
  bool total_open_ = false;
  bool total_is_score_ = false;
};

bool LooksLikeSheet(const ScoreSheet& sheet) {
  size_t marked = 0;
  size_t scored = 0;
  for (const SheetNode& node : sheet.nodes) {
    marked += node.weight >= 0 ? 1 : 0;
    scored += node.level == 3 && node.score >= 0 && node.weight >= 0 ? 1 : 0;
  }
  return marked > kLeastIndicators && scored >= kLeastIndicators;
}

bool SpeaksOfScores(const Table& table) {
  for (const Cell& cell : table.cells) {
    if (cell.row > std::max(1, table.header_rows) + 1) {
      break;
    }
    if (ContainsAny(cell.text.utf8(), "得分|评分|自评分|分值")) {
      return true;
    }
  }
  return false;
}

// Columns of targets and of what was done: 达成预期指标 there is a value, whatever it sounds like.
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

}  // namespace

std::vector<ScoreSheet> ReadScoreSheets(const Document& document, const FactSet& facts) {
  FactsByText by_text;
  for (size_t i = 0; i < facts.facts.size(); ++i) {
    by_text[facts.facts[i].anchor.address].push_back(static_cast<FactId>(i));
  }
  std::vector<ScoreSheet> sheets;
  std::vector<SheetCell> cells;
  const auto flush = [&] {
    if (!cells.empty()) {
      ScoreSheet sheet = SheetReader(cells, facts).Read();
      if (LooksLikeSheet(sheet)) {
        sheets.push_back(std::move(sheet));
      }
      cells.clear();
    }
  };
  // A text table printed one cell a line: from its first piped line on.
  bool piped = false;
  for (size_t b = 0; b < document.blocks.size() && cells.size() < kMostCells; ++b) {
    const Block& block = document.blocks[b];
    const TextAddress address{TextAddress::Part::kBlock, static_cast<int>(b), 0};
    if (block.kind == BlockKind::kTable && block.table >= 0) {
      const Table& table = document.tables[static_cast<size_t>(block.table)];
      const bool ended = std::any_of(cells.begin(), cells.end(), [](const SheetCell& cell) {
        return cell.role == CellRole::kName && IsTotalRow(cell.name);
      });
      if (piped || ended || !SpeaksOfScores(table)) {
        flush();
        piped = false;
      }
      if (!SpeaksOfScores(table)) {
        continue;
      }
      const std::set<int> values = ValueColumns(table);
      for (size_t c = 0; c < table.cells.size(); ++c) {
        const TextAddress cell_address{TextAddress::Part::kCell, static_cast<int>(b),
                                       static_cast<int>(c)};
        const std::string& inside = table.cells[c].text.utf8();
        SheetCell cell = Classify(cell_address, inside, 0, inside.size(), by_text, facts);
        if (cell.role == CellRole::kBlank) {
          continue;
        }
        if (cell.role == CellRole::kName && table.cells[c].row >= table.header_rows &&
            values.contains(table.cells[c].column)) {
          cell.role = CellRole::kText;
          cell.name.clear();
        }
        cell.row = table.cells[c].row;
        cell.column = table.cells[c].column;
        cells.push_back(std::move(cell));
      }
      continue;
    }
    const std::string_view text = block.text.utf8();
    const bool pipe = text.find('|') != std::string_view::npos;
    if (!cells.empty() && !piped) {
      // Between the pages of one sheet stand a few short lines at most.
      if (text.size() > kLongestName) {
        flush();
      }
      continue;
    }
    if (!piped && !pipe) {
      continue;
    }
    piped = true;
    for (size_t begin = 0; begin <= text.size();) {
      const size_t end = std::min(text.find('|', begin), text.size());
      SheetCell cell = Classify(address, text, begin, end, by_text, facts);
      if (cell.role != CellRole::kBlank) {
        cells.push_back(std::move(cell));
      }
      begin = end + 1;
    }
  }
  flush();
  return sheets;
}

}  // namespace crossfoot
