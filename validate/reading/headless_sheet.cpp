// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/headless_sheet.h"

#include <algorithm>
#include <string>
#include <utility>

#include "validate/reading/measure_words.h"

namespace crossfoot {
namespace {

Scope ScopeOf(const FactSet& facts, FactId id) {
  return facts.facts[static_cast<size_t>(id)].scope;
}

// A run of cells that may hold one sheet.
class HeadlessReader {
 public:
  HeadlessReader(const std::vector<SheetCell>& cells, const FactSet& facts)
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

}  // namespace

ScoreSheet ReadHeadlessSheet(const std::vector<SheetCell>& cells, const FactSet& facts) {
  return HeadlessReader(cells, facts).Read();
}

}  // namespace crossfoot
