// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/indicator_sheet.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"

namespace crossfoot::normalize {
namespace {

enum Role {
  kLevel1,
  kLevel2,
  kLevel3,
  kWeight1,
  kWeight2,
  kWeight3,
  kWeightAndScore,  // 10/9.5
  kTarget,
  kActual,
  kRate,
  kScoreColumn,
  kFundBudget,
  kFundActual,
  kFundName,
  kRoles,
};

bool Has(std::string_view words, std::initializer_list<std::string_view> any) {
  return std::any_of(any.begin(), any.end(), [&](std::string_view word) {
    return words.find(word) != std::string_view::npos;
  });
}

// The role that a header's words (all its rows, outermost first) give a column; kRoles: none.
Role RoleOf(std::string_view words) {
  const bool weight = Has(words, {"分值", "权重", "满分", "标准分"}) && !Has(words, {"自评分值"});
  if (Has(words, {"评分标准", "依据", "说明", "解释", "扣分", "原因", "佐证", "备注"})) {
    return Has(words, {"三级指标"}) && !Has(words, {"解释", "说明"}) ? kLevel3 : kRoles;
  }
  if (Has(words, {"一级"})) {
    return weight ? kWeight1 : kLevel1;
  }
  if (Has(words, {"二级"})) {
    return weight ? kWeight2 : kLevel2;
  }
  if (Has(words, {"三级", "指标名称"})) {
    return weight ? kWeight3 : kLevel3;
  }
  if (Has(words, {"完成率"})) {
    return kRate;
  }
  if (Has(words, {"完成值", "实际完成", "完成情况", "实际值", "完成指标值", "实现值"})) {
    return Has(words, {"年中", "监控", "半年", "季度", "上年", "1-6月"}) ? kRoles : kActual;
  }
  if (Has(words, {"指标值", "目标值", "计划值", "标准值", "预期值"})) {
    return Has(words, {"上年", "历史"}) ? kRoles : kTarget;
  }
  if (weight) {
    return Has(words, {"得分", "自评分"}) ? kWeightAndScore : kWeight3;
  }
  if (Has(words, {"得分", "自评分", "评分"})) {
    return Has(words, {"复核", "率"}) ? kRoles : kScoreColumn;
  }
  if (Has(words, {"执行率"})) {
    return kRate;
  }
  if (Has(words, {"执行数", "支出数"})) {
    return kFundActual;
  }
  if (Has(words, {"全年预算"})) {
    return kFundBudget;
  }
  if (Has(words, {"资金来源", "预算资金", "资金总额", "资金名称"})) {
    return kFundName;
  }
  if (Has(words, {"指标内容", "具体指标", "指标描述", "绩效内容"})) {
    return kLevel3;
  }
  return kRoles;
}

struct Columns {
  std::array<int, kRoles> of;
  Columns() { of.fill(-1); }
  [[nodiscard]] int At(Role role) const { return of[static_cast<size_t>(role)]; }
  [[nodiscard]] bool Any(std::initializer_list<Role> roles) const {
    return std::any_of(roles.begin(), roles.end(), [&](Role role) { return At(role) >= 0; });
  }
};

// 职责明确(1分) → name and weight; 效果（15） too.
struct Labelled {
  std::string name;
  std::string weight;
};

Labelled SplitWeight(std::string_view label) {
  const Characters text(label);
  size_t end = text.SkipBlanksBack(text.size());
  Labelled split;
  size_t name_end = end;
  if (text.Before(end) == U')') {
    size_t open = end - 1;
    while (open > 0 && text[open] != U'(') {
      --open;
    }
    size_t from = text.SkipBlanks(open + 1);
    std::string digits;
    while (DigitValue(text[from]) >= 0 || text[from] == U'.') {
      digits += static_cast<char>(text[from]);
      ++from;
    }
    from = text.SkipBlanks(from);
    if (text[from] == U'分') {
      from = text.SkipBlanks(from + 1);
    }
    if (text[open] == U'(' && !digits.empty() && from == end - 1) {
      split.weight = digits;
      name_end = text.SkipBlanksBack(open);
    }
  } else if (text.Before(end) == U'分') {
    // 产出指标 30分
    size_t from = text.SkipBlanksBack(end - 1);
    const size_t digits_end = from;
    while (from > 0 && (DigitValue(text[from - 1]) >= 0 || text[from - 1] == U'.')) {
      --from;
    }
    if (from < digits_end && from > 0) {
      for (size_t i = from; i < digits_end; ++i) {
        split.weight += static_cast<char>(text[i]);
      }
      name_end = text.SkipBlanksBack(from);
    }
  }
  for (size_t i = 0; i < name_end; ++i) {
    if (!IsBlank(text[i])) {
      split.name += text.View(i, i + 1);
    }
  }
  return split;
}

bool IsTotal(std::string_view name) {
  return Has(name, {"合计", "小计", "总分", "总得分", "总计", "共计"}) || name == "评价结果";
}

std::string FirstNumber(const ScannedText& cell) {
  for (const Reading& reading : cell.readings) {
    if (reading.is_quantity) {
      return reading.value.ToString();
    }
  }
  return "";
}

class SheetReader {
 public:
  SheetReader(const Table& table, int table_index, const CellGrid& grid,
              const std::vector<const ScannedText*>& cells, const std::vector<FactId>& fact_of_cell,
              FactSet* facts)
      : table_(table),
        table_index_(table_index),
        grid_(grid),
        cells_(cells),
        fact_of_cell_(fact_of_cell),
        facts_(*facts) {}

  void Read() {
    for (int row = 0; row < table_.rows; ++row) {
      if (const int headers = HeaderRowsAt(row); headers > 0) {
        row += headers - 1;
        continue;
      }
      if (columns_.At(kLevel3) >= 0) {
        ReadIndicator(row);
      } else if (columns_.Any({kFundActual}) && columns_.Any({kScoreColumn})) {
        ReadFunds(row);
      }
    }
  }

 private:
  [[nodiscard]] const ScannedText* CellAt(int row, int column) const {
    const int index = column < 0 ? -1 : grid_.At(row, column);
    return index < 0 ? nullptr : cells_[static_cast<size_t>(index)];
  }
  [[nodiscard]] std::string LabelAt(int row, int column) const {
    const ScannedText* cell = CellAt(row, column);
    return cell == nullptr ? "" : FoldLabel(cell->text->utf8());
  }

  // The roles of the columns as rows [row, row + count) name them.
  [[nodiscard]] Columns RolesOf(int row, int count) const {
    std::vector<Role> roles;
    for (int column = 0; column < table_.columns; ++column) {
      std::string words;
      int last = -1;
      for (int at = row; at < row + count; ++at) {
        const int index = grid_.At(at, column);
        if (index >= 0 && index != last) {
          words += FoldLabel(table_.cells[static_cast<size_t>(index)].text.utf8()) + " ";
          last = index;
        }
      }
      roles.push_back(RoleOf(words));
    }
    Columns columns;
    for (size_t at = 0; at < roles.size(); ++at) {
      Role role = roles[at];
      // 一级指标 | 分值 | 二级指标 | 分值: of several marks each is of the level that it stands
      // beside.
      const auto rest = roles.begin() + static_cast<std::ptrdiff_t>(at) + 1;
      const bool another = std::find(rest, roles.end(), kWeight3) != roles.end();
      if (role == kWeight3 && another && at > 0) {
        role = roles[at - 1] == kLevel1 ? kWeight1 : roles[at - 1] == kLevel2 ? kWeight2 : role;
      }
      if (role != kRoles && columns.At(role) < 0) {
        columns.of[static_cast<size_t>(role)] = static_cast<int>(at);
      }
    }
    NameLevels(row, count, &columns);
    return columns;
  }

  // The levels that a head leaves unsaid: 绩效指标 over all three, or a lowest level called 指标,
  // or none below the second.
  void NameLevels(int row, int count, Columns* columns) const {
    if (columns->At(kLevel3) >= 0 || !columns->Any({kScoreColumn, kWeightAndScore, kActual})) {
      return;
    }
    auto& of = columns->of;
    if (columns->At(kLevel1) >= 0 && columns->At(kLevel2) >= 0) {
      const int next = columns->At(kLevel2) + 1;
      const std::string label = LabelAt(row + count - 1, next);
      const bool is_taken = std::find(of.begin(), of.end(), next) != of.end();
      if (!is_taken && next < table_.columns && (label.empty() || Has(label, {"指标", "内容"}))) {
        of[kLevel3] = next;
      } else {
        of[kLevel3] = columns->At(kLevel2);
        of[kLevel2] = -1;
      }
      return;
    }
    for (int column = 0; columns->At(kLevel1) < 0 && column < table_.columns; ++column) {
      const std::string label = LabelAt(row, column);
      if (label != "绩效指标" && label != "指标" && label != "评价指标" && label != "指标名称" &&
          label != "指标体系" && label != "考核指标") {
        continue;
      }
      int last = column;
      while (last + 1 < table_.columns && LabelAt(row, last + 1) == label) {
        ++last;
      }
      const int levels = last - column + 1;
      if (levels > 1 && levels < 5) {
        of[kLevel3] = last;
        of[kLevel2] = last - 1;
        of[kLevel1] = levels > 2 ? last - 2 : -1;
      }
      return;
    }
  }

  // Short cells without figures; one figure is let pass where the row names levels (项目绩效 70分
  // may stand at its left).
  [[nodiscard]] bool IsHeaderLike(int row) const {
    int filled = 0;
    int figures = 0;
    bool levels = false;
    int last = -1;
    for (int column = 0; column < table_.columns; ++column) {
      const int index = grid_.At(row, column);
      if (index < 0 || index == last) {
        continue;
      }
      last = index;
      const ScannedText& cell = *cells_[static_cast<size_t>(index)];
      figures += std::any_of(cell.readings.begin(), cell.readings.end(),
                             [](const Reading& r) { return r.is_quantity; });
      if (cell.text->utf8().size() > 60) {
        return false;
      }
      levels = levels || Has(FoldLabel(cell.text->utf8()), {"一级指标", "二级指标", "三级指标"});
      filled += cell.text->empty() ? 0 : 1;
    }
    return filled >= 2 && (figures == 0 || (figures == 1 && levels));
  }

  // How many header rows of a sheet begin at `row`; sets the columns. 0: none does.
  int HeaderRowsAt(int row) {
    if (!IsHeaderLike(row)) {
      return 0;
    }
    const Columns one = RolesOf(row, 1);
    const bool sheet =
        one.Any({kLevel1, kLevel2, kLevel3, kWeight1}) &&
        one.Any({kLevel3, kScoreColumn, kTarget, kActual, kWeight3, kWeight1, kWeightAndScore});
    const bool funds = one.Any({kFundActual}) && one.Any({kFundBudget, kFundName}) &&
                       one.Any({kScoreColumn, kRate});
    if (!sheet && !funds) {
      // 评价指标 over 一级指标 …: the outermost row names nothing by itself.
      const bool next = row + 1 < table_.rows && IsHeaderLike(row + 1) &&
                        RolesOf(row + 1, 1).Any({kLevel1, kLevel2}) && row < table_.header_rows;
      return next ? 1 : 0;
    }
    int count = 1;
    while (row + count < table_.rows && IsHeaderLike(row + count) && count < 4 &&
           (row + count < table_.header_rows || NamesSubColumns(row + count))) {
      ++count;
    }
    columns_ = RolesOf(row, count);
    level1_ = level2_ = {};
    return count;
  }

  // 名称 | 参考分值 under merged headers.
  [[nodiscard]] bool NamesSubColumns(int row) const {
    int known = 0;
    for (int column = 0; column < table_.columns; ++column) {
      const std::string label = LabelAt(row, column);
      known += label == "名称" || Has(label, {"分值", "指标名称", "解释说明"}) ? 1 : 0;
    }
    return known >= 2 || (known == 1 && LabelAt(row, columns_.At(kLevel3)) != "");
  }

  struct Level {
    std::string name;
    std::string weight;
    FactId weight_fact = -1;
  };

  [[nodiscard]] FactId FactAt(int row, int column) const {
    const int index = column < 0 ? -1 : grid_.At(row, column);
    return index < 0 ? -1 : fact_of_cell_[static_cast<size_t>(index)];
  }

  // A level's cell; an empty one continues `above`.
  void ReadLevel(int row, Role name, Role weight, Level* level, Level* below) const {
    const ScannedText* cell = CellAt(row, columns_.At(name));
    if (cell == nullptr || TrimBlanks(cell->text->utf8()).empty()) {
      return;
    }
    const Labelled split = SplitWeight(cell->text->utf8());
    if (split.name.empty() || (split.name == level->name && split.weight == level->weight)) {
      return;
    }
    *level = {split.name, split.weight, split.weight.empty() ? -1 : FactAt(row, columns_.At(name))};
    if (level->weight.empty() && columns_.At(weight) >= 0) {
      const ScannedText* number = CellAt(row, columns_.At(weight));
      level->weight = number == nullptr ? "" : FirstNumber(*number);
      level->weight_fact = FactAt(row, columns_.At(weight));
    }
    if (below != nullptr) {
      *below = {};
    }
  }

  void Take(int row, Role role, bool number, std::string* out, FactId* fact) const {
    const ScannedText* cell = CellAt(row, columns_.At(role));
    if (cell == nullptr) {
      return;
    }
    *out = number ? FirstNumber(*cell) : std::string(TrimBlanks(cell->text->utf8()));
    *fact = out->empty() ? -1 : FactAt(row, columns_.At(role));
  }

  // 10/9.5 in one cell.
  void TakeWeightAndScore(int row, Indicator* indicator) const {
    const ScannedText* cell = CellAt(row, columns_.At(kWeightAndScore));
    if (cell == nullptr) {
      return;
    }
    const std::string words = FoldLabel(cell->text->utf8());
    const size_t sign = words.find('/');
    const auto number = [](std::string_view part) {
      const size_t from = part.find_first_of("0123456789");
      const size_t to =
          from == std::string_view::npos ? from : part.find_first_not_of("0123456789.", from);
      return from == std::string_view::npos ? std::string()
                                            : std::string(part.substr(from, to - from));
    };
    if (sign != std::string::npos) {
      indicator->weight = number(std::string_view(words).substr(0, sign));
      indicator->score = number(std::string_view(words).substr(sign + 1));
    }
  }

  void ReadIndicator(int row) {
    ReadLevel(row, kLevel1, kWeight1, &level1_, &level2_);
    ReadLevel(row, kLevel2, kWeight2, &level2_, nullptr);
    const ScannedText* cell = CellAt(row, columns_.At(kLevel3));
    if (cell == nullptr || TrimBlanks(cell->text->utf8()).empty() || IsTotal(level1_.name)) {
      if (IsTotal(level1_.name)) {
        level1_ = {};
      }
      return;
    }
    const Labelled name = SplitWeight(cell->text->utf8());
    if (name.name.empty() || IsTotal(name.name) || IsTotal(level2_.name)) {
      return;
    }
    Indicator indicator;
    indicator.level1 = level1_.name;
    indicator.level2 = level2_.name;
    indicator.level3 = name.name;
    indicator.level1_weight_fact = level1_.weight_fact;
    indicator.level2_weight_fact = level2_.weight_fact;
    Take(row, kTarget, false, &indicator.target, &indicator.target_fact);
    Take(row, kActual, false, &indicator.actual, &indicator.actual_fact);
    Take(row, kRate, false, &indicator.rate, &indicator.rate_fact);
    Take(row, kScoreColumn, true, &indicator.score, &indicator.score_fact);
    Take(row, kWeight3, true, &indicator.weight, &indicator.weight_fact);
    TakeWeightAndScore(row, &indicator);
    if (indicator.weight.empty() && !name.weight.empty()) {
      indicator.weight = name.weight;
      indicator.weight_fact = FactAt(row, columns_.At(kLevel3));
    }
    if (indicator.weight.empty() && indicator.score.empty() && indicator.target.empty() &&
        indicator.actual.empty()) {
      return;
    }
    Append(row, *cell, std::move(indicator));
  }

  // 年度总资金 … 执行率 100% 得分 10
  void ReadFunds(int row) {
    Indicator indicator;
    Take(row, kScoreColumn, true, &indicator.score, &indicator.score_fact);
    Take(row, kWeight3, true, &indicator.weight, &indicator.weight_fact);
    if (indicator.score.empty()) {
      return;
    }
    // The label nearest to the figures: a group's name (项目资金（万元）) may stand at its left.
    const int first_figure =
        columns_.At(kFundBudget) >= 0 ? columns_.At(kFundBudget) : columns_.At(kFundActual);
    const ScannedText* cell = nullptr;
    for (int column = first_figure - 1; column >= 0; --column) {
      const ScannedText* label = CellAt(row, column);
      const bool words = label != nullptr && !label->text->empty() && FirstNumber(*label).empty();
      if (words) {
        cell = label;
        break;
      }
    }
    if (cell == nullptr) {
      return;
    }
    indicator.of_funds = true;
    indicator.level1 = "预算执行";
    indicator.level2 = "预算执行率";
    indicator.level3 = SplitWeight(cell->text->utf8()).name;
    Take(row, kFundBudget, false, &indicator.target, &indicator.target_fact);
    Take(row, kFundActual, false, &indicator.actual, &indicator.actual_fact);
    Take(row, kRate, false, &indicator.rate, &indicator.rate_fact);
    Append(row, *cell, std::move(indicator));
  }

  void Append(int row, const ScannedText& name, Indicator indicator) {
    indicator.table = table_index_;
    indicator.row = row;
    indicator.anchor = name.AnchorOf(0, name.characters.size());
    facts_.indicators.push_back(std::move(indicator));
  }

  const Table& table_;
  const int table_index_;
  const CellGrid& grid_;
  const std::vector<const ScannedText*>& cells_;
  const std::vector<FactId>& fact_of_cell_;
  FactSet& facts_;
  Columns columns_;
  Level level1_;
  Level level2_;
};

}  // namespace

void ReadIndicatorSheet(const Table& table, int table_index, const CellGrid& grid,
                        const std::vector<const ScannedText*>& cells,
                        const std::vector<FactId>& fact_of_cell, FactSet* facts) {
  SheetReader(table, table_index, grid, cells, fact_of_cell, facts).Read();
}

}  // namespace crossfoot::normalize
