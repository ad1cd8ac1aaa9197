// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/headed_sheet.h"

#include <algorithm>
#include <set>
#include <utility>

#include "validate/reading/measure_words.h"

namespace crossfoot {
namespace {

constexpr size_t kLeastIndicators = 3;

class HeadedRows {
 public:
  HeadedRows(const std::vector<SheetCell>& cells, const FactSet& facts, ScoreSheet* sheet)
      : cells_(cells), facts_(facts), sheet_(*sheet) {}

  void Add(const std::vector<const Indicator*>& listed) {
    for (const Indicator* indicator : listed) {
      AddIndicator(*indicator);
    }
    for (const SheetCell& cell : cells_) {
      if (cell.role == CellRole::kName && IsTotalRow(cell.name)) {
        TakeTotals(cell);
      }
    }
    FindStrays(listed.front()->row);
  }

 private:
  [[nodiscard]] int ColumnOf(FactId id) const {
    const TextAddress& address = facts_.facts[static_cast<size_t>(id)].anchor.address;
    const auto cell = std::find_if(cells_.begin(), cells_.end(), [&](const SheetCell& one) {
      return one.where.address == address;
    });
    return cell == cells_.end() ? -1 : cell->column;
  }

  [[nodiscard]] int LastAtLevel(int level) const {
    for (size_t i = sheet_.nodes.size(); i > 0 && sheet_.nodes[i - 1].level >= level; --i) {
      if (sheet_.nodes[i - 1].level == level) {
        return static_cast<int>(i) - 1;
      }
    }
    return -1;
  }

  int Hang(SheetNode node, int parent) {
    const int index = static_cast<int>(sheet_.nodes.size());
    node.parent = parent;
    if (parent >= 0) {
      sheet_.nodes[static_cast<size_t>(parent)].children.push_back(index);
    }
    sheet_.nodes.push_back(std::move(node));
    return index;
  }

  // The open group of that level, or a new one where the name or its mark is another.
  int Group(int level, const std::string& name, FactId weight, const Indicator& first, int parent) {
    const int open = LastAtLevel(level);
    if (open >= 0) {
      const SheetNode& node = sheet_.nodes[static_cast<size_t>(open)];
      if (name.empty() || (node.name == name && node.weight == weight)) {
        return open;
      }
    } else if (name.empty()) {
      return parent;
    }
    SheetNode node;
    node.name = name;
    node.level = level;
    node.weight = weight;
    const Anchor& anchor =
        weight >= 0 ? facts_.facts[static_cast<size_t>(weight)].anchor : first.anchor;
    node.where = {anchor.address, anchor.begin, anchor.end};
    return Hang(std::move(node), parent);
  }

  void AddIndicator(const Indicator& indicator) {
    // Cells that span two rows of one indicator: its second target, or its second name.
    const bool weight_again = !TakenOnce(indicator.weight_fact);
    const bool score_again = !TakenOnce(indicator.score_fact);
    if (weight_again && score_again) {
      return;
    }
    const int groups = LastAtLevel(1);
    int parent = Group(1, indicator.level1, indicator.level1_weight_fact, indicator, -1);
    // A first-level group that opens beside a second-level group already open: its label stands in
    // the middle of its rows.
    sheet_.doubtful = sheet_.doubtful || (parent != groups && indicator.level2.empty() &&
                                          second_level_ && indicator.level1 != indicator.level3);
    second_level_ = second_level_ || !indicator.level2.empty();
    if (indicator.level2_weight_fact >= 0) {
      parent = Group(2, indicator.level2, indicator.level2_weight_fact, indicator, parent);
    }
    SheetNode node;
    node.name = indicator.level3;
    node.level = 3;
    node.weight = weight_again ? -1 : indicator.weight_fact;
    node.score = score_again ? -1 : indicator.score_fact;
    node.where = {indicator.anchor.address, indicator.anchor.begin, indicator.anchor.end};
    bool after_name = false;
    for (const SheetCell& cell : cells_) {
      if (cell.row != indicator.row) {
        continue;
      }
      if (after_name && cell.role == CellRole::kText) {
        node.rubric.push_back(cell.where);
      }
      after_name = after_name || cell.where.address == indicator.anchor.address;
    }
    Hang(std::move(node), parent);
    rows_.insert(indicator.row);
  }

  bool TakenOnce(FactId id) { return id < 0 || taken_.insert(id).second; }

  void TakeTotals(const SheetCell& name) {
    rows_.insert(name.row);
    for (const SheetCell& cell : cells_) {
      if (cell.row != name.row || cell.role != CellRole::kNumber || cell.column < name.column) {
        continue;
      }
      const Scope scope = facts_.facts[static_cast<size_t>(cell.number)].scope;
      if (scope == Scope::kScore || cell.column == ScoreColumn()) {
        sheet_.total_score = cell.number;
      } else if (scope == Scope::kWeight || cell.column == WeightColumn()) {
        sheet_.total_weight = cell.number;
      }
    }
  }

  [[nodiscard]] int WeightColumn() const { return ColumnOfFirst(&SheetNode::weight); }
  [[nodiscard]] int ScoreColumn() const { return ColumnOfFirst(&SheetNode::score); }

  [[nodiscard]] int ColumnOfFirst(FactId SheetNode::*figure) const {
    for (size_t i = sheet_.nodes.size(); i > 0; --i) {
      const SheetNode& node = sheet_.nodes[i - 1];
      if (node.level == 3 && node.*figure >= 0) {
        return ColumnOf(node.*figure);
      }
    }
    return -1;
  }

  // A mark or score below the head that is nobody's: a row was not understood.
  void FindStrays(int first_row) {
    for (const SheetCell& cell : cells_) {
      if (cell.role == CellRole::kName && IsSubtotalRow(cell.name)) {
        rows_.insert(cell.row);
      }
    }
    const int weights = WeightColumn();
    const int scores = ScoreColumn();
    for (const SheetCell& cell : cells_) {
      const bool in_columns = cell.column == scores || cell.column == weights;
      if (cell.role == CellRole::kNumber && in_columns && cell.row > first_row &&
          !rows_.contains(cell.row) && !taken_.contains(cell.number)) {
        sheet_.doubtful = true;
      }
    }
  }

  const std::vector<SheetCell>& cells_;
  const FactSet& facts_;
  ScoreSheet& sheet_;
  std::set<FactId> taken_;
  std::set<int> rows_;         // that belong to somebody
  bool second_level_ = false;  // a name of the second level was seen
};

}  // namespace

std::vector<const Indicator*> ListedIndicators(const FactSet& facts, int table) {
  std::vector<const Indicator*> listed;
  for (const Indicator& indicator : facts.indicators) {
    if (indicator.table == table && !indicator.of_funds) {
      listed.push_back(&indicator);
    }
  }
  return listed;
}

bool MakeASheet(const std::vector<const Indicator*>& listed) {
  const auto marked = std::count_if(listed.begin(), listed.end(), [](const Indicator* one) {
    return one->weight_fact >= 0 && one->score_fact >= 0;
  });
  return static_cast<size_t>(marked) >= kLeastIndicators;
}

void AppendHeadedRows(const std::vector<const Indicator*>& listed,
                      const std::vector<SheetCell>& cells, const FactSet& facts,
                      ScoreSheet* sheet) {
  HeadedRows(cells, facts, sheet).Add(listed);
}

}  // namespace crossfoot
