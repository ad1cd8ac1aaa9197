// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/table_facts.h"

#include <algorithm>
#include <memory>
#include <optional>

#include "base/utf8.h"
#include "normalize/interval_rule.h"
#include "normalize/period.h"
#include "normalize/prose_facts.h"
#include "normalize/unit_words.h"

namespace crossfoot::normalize {
namespace {

bool Has(std::string_view words, std::initializer_list<std::string_view> any) {
  return std::any_of(any.begin(), any.end(), [&](std::string_view word) {
    return words.find(word) != std::string_view::npos;
  });
}

// What kind of figures a header or label announces.
enum class Announced { kNothing, kScore, kRatio, kCount, kCode, kNumbering };

Announced AnnouncedBy(std::string_view label, Scope scope) {
  if (label == "类" || label == "款" || label == "项" || Has(label, {"编码", "代码"})) {
    return Announced::kCode;
  }
  if (Has(label, {"序号", "行次", "栏次"})) {
    return Announced::kNumbering;
  }
  if (scope == Scope::kScore || scope == Scope::kWeight) {
    return Announced::kScore;
  }
  if (Has(label, {"率", "占比", "比重", "比例", "%", "百分比", "幅度", "满意度"})) {
    return Announced::kRatio;
  }
  if (Has(label, {"人数", "个数", "数量", "编制数", "在职", "面积", "辆数", "台数", "保有量",
                  "批次", "人次", "户数", "家数", "次数"})) {
    return Announced::kCount;
  }
  return Announced::kNothing;
}

// What a row or a column says of the figures in it; worked out once for each path.
struct Heading {
  std::vector<std::string> path;
  std::string last;  // the innermost words, folded
  Scope scope = Scope::kUnknown;
  Announced announced = Announced::kNothing;
  std::optional<Unit> unit;
  std::optional<Unit> measure;  // of a row, from its cell under 度量单位
  Period period;
  const Metric* metric = nullptr;
  Qualifier qualifiers = Qualifier::kNone;
};

Period PeriodOfPath(const std::vector<std::string>& path, const Lexicon& lexicon, int report_year) {
  Period period;
  for (const std::string& words : path) {
    if (!Has(words, {"年", "期"})) {
      continue;  // most labels say no time
    }
    const Characters text(words);
    const std::vector<Reading> readings = ReadNumerals(text, lexicon, true);
    const Period said = PeriodIn(text, 0, text.size(), readings, report_year);
    period = said.kind == Period::Kind::kUnknown ? period : said;
  }
  return period;
}

Heading HeadingOf(std::vector<std::string> path, const Lexicon& lexicon, int report_year) {
  Heading heading;
  heading.path = std::move(path);
  heading.period = PeriodOfPath(heading.path, lexicon, report_year);
  for (const std::string& words : heading.path) {
    heading.last = FoldLabel(words);
    const Scope scope = lexicon.ScopeIn(heading.last);
    heading.scope = scope == Scope::kUnknown ? heading.scope : scope;
    if (Has(heading.last, {"(", "[", "%", "‰", "单位"})) {
      const std::vector<Unit> units = UnitsIn(words, lexicon);
      if (units.size() == 1) {
        heading.unit = units.front();
      }
    }
    if (const Metric* metric = lexicon.MetricIn(heading.last)) {
      heading.metric = metric;
    }
    const Announced announced = AnnouncedBy(heading.last, scope);
    heading.announced = announced == Announced::kNothing ? heading.announced : announced;
  }
  if (Has(heading.last, {"增加额", "增长额", "增幅", "增长率"})) {
    heading.qualifiers = Qualifier::kIncrease;
  } else if (Has(heading.last, {"减少额", "降幅", "下降率"})) {
    heading.qualifiers = Qualifier::kDecrease;
  }
  return heading;
}

bool IsTotalLabel(std::string_view label) {
  return label == "合计" || label == "总计" || label == "小计" || label == "共计" ||
         label == "本年合计";
}

// The one quantity of a cell that holds nothing else: at most signs, brackets and what the reading
// itself took. nullptr if there is more.
const Reading* OnlyFigure(const ScannedText& cell) {
  if (cell.readings.size() != 1 || !cell.readings.front().is_quantity) {
    return nullptr;
  }
  const Reading& reading = cell.readings.front();
  const auto quiet = [&](size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) {
      const char32_t code = cell.characters[i];
      if (!IsBlank(code) && code != U'=' && code != U':' && code != U'(' && code != U')' &&
          code != U'+' && code != U'*') {
        return false;
      }
    }
    return true;
  };
  return quiet(0, reading.context_begin) && quiet(reading.end, cell.characters.size()) ? &reading
                                                                                       : nullptr;
}

class TableReader {
 public:
  TableReader(const Table& table, const TableFrame& frame,
              const std::vector<const ScannedText*>& cells, const TableSurroundings& around,
              const Lexicon& lexicon, int report_year, FactSet* facts)
      : table_(table),
        frame_(frame),
        cells_(cells),
        lexicon_(lexicon),
        report_year_(report_year),
        facts_(*facts),
        note_units_(UnitsIn(
            table.unit_note.empty() ? around.line_above : std::string_view(table.unit_note.utf8()),
            lexicon)),
        caption_units_(UnitsIn(table.caption.utf8(), lexicon)),
        section_units_(UnitsIn(around.section, lexicon)),
        caption_period_(PeriodOfPath({table.caption.utf8()}, lexicon, report_year)),
        columns_(static_cast<size_t>(frame.band_count() * table.columns) + 1),
        rows_(static_cast<size_t>(table.rows * frame.block_count()) + 1) {}

  void Read(std::vector<FactId>* fact_of_cell) {
    fact_of_cell->assign(table_.cells.size(), -1);
    for (size_t i = 0; i < table_.cells.size(); ++i) {
      const size_t before = facts_.facts.size();
      ReadCell(i);
      if (facts_.facts.size() > before) {
        fact_of_cell->at(i) = static_cast<FactId>(before);
      }
    }
  }

 private:
  void ReadCell(size_t index) {
    const Cell& cell = table_.cells[index];
    const ScannedText& text = *cells_[index];
    if (text.readings.empty()) {
      return;
    }
    const bool label = frame_.IsLabel(cell.row, cell.column);
    const Heading& column = ColumnHeading(cell);
    if (const auto kind = MentionKindOf(column, text); kind && !frame_.IsHeaderRow(cell.row)) {
      for (Reading reading : text.readings) {
        reading.mention = *kind;
        facts_.mentions.push_back(MentionOf(text, reading));
      }
      return;
    }
    const Reading* only = frame_.IsHeaderRow(cell.row) ? nullptr : OnlyFigure(text);
    const size_t before = facts_.facts.size();
    if (only == nullptr) {
      ReadProseFacts(text, lexicon_, &facts_);
    } else {
      facts_.facts.push_back(FigureFact(text, *only, RowHeading(cell), column));
    }
    for (size_t i = before; i < facts_.facts.size(); ++i) {
      Fact& fact = facts_.facts[i];
      if (!label || only != nullptr) {
        fact.row_path = RowHeading(cell).path;
      }
      if (!frame_.IsHeaderRow(cell.row)) {
        fact.column_path = column.path;
      }
      if (label && fact.scope == Scope::kUnknown &&
          fact.quantity.unit.dimension == Dimension::kScore) {
        fact.scope = Scope::kWeight;  // 产出指标 30分
      }
      if (only == nullptr && !label) {
        LeanOnHeadings(RowHeading(cell), column, &fact);
      }
    }
  }

  // Codes and row numbers are no amounts.
  [[nodiscard]] std::optional<MentionKind> MentionKindOf(const Heading& column,
                                                         const ScannedText& text) const {
    if (column.announced == Announced::kNumbering) {
      return MentionKind::kOrdinal;
    }
    const std::string_view words = TrimBlanks(text.text->utf8());
    const bool digits =
        !words.empty() && words.find_first_not_of("0123456789") == std::string_view::npos;
    if (!digits) {
      return std::nullopt;
    }
    if (column.announced == Announced::kCode ||
        (words.size() >= 5 && !lexicon_.AccountName(words).empty() &&
         frame_.IsLabel(table_.cells[static_cast<size_t>(text.address.index)].row,
                        table_.cells[static_cast<size_t>(text.address.index)].column))) {
      return MentionKind::kAccountCode;
    }
    return std::nullopt;
  }

  [[nodiscard]] Fact FigureFact(const ScannedText& text, const Reading& reading, const Heading& row,
                                const Heading& column) const {
    const Unit unit = UnitFor(reading, row, column);
    Fact fact(text.AnchorOf(reading.begin, reading.end),
              Quantity{reading.value, unit, IntervalOf(reading, unit)});
    fact.qualifiers = reading.qualifiers | row.qualifiers | column.qualifiers;
    fact.subject = row.path.empty() ? "" : row.path.back();
    if (!column.path.empty()) {
      fact.subject += (fact.subject.empty() ? "" : " ") + column.path.back();
    }
    // A column's metric is that of its total; under another row it is a part without a name.
    const bool total = row.path.empty() || IsTotalLabel(row.last);
    const Metric* metric = total && column.metric != nullptr ? column.metric : row.metric;
    // 总分 | 100 | 97: the full mark is no score.
    const bool full_mark =
        column.scope == Scope::kWeight && metric != nullptr && metric->scope == Scope::kScore;
    if (metric != nullptr && !full_mark && Measures(*metric, fact) &&
        !IsOfTheOtherClassification(row, *metric) &&
        !(column.announced == Announced::kCount && metric->dimension == Dimension::kMoney)) {
      fact.metric = metric->id;
      fact.scope = metric->scope;
    }
    LeanOnHeadings(row, column, &fact);
    return fact;
  }

  // 208 | 05 | 05 机关事业单位基本养老保险缴费支出 is a functional account, though an economic one
  // has nearly its name.
  static bool IsOfTheOtherClassification(const Heading& row, const Metric& metric) {
    const std::string code = row.path.empty() ? "" : FoldLabel(row.path.front());
    if (code.size() < 3 || code.find_first_not_of("0123456789") != std::string::npos) {
      return false;
    }
    return metric.id.starts_with(code.front() == '2' ? "economic." : "function.");
  }

  void LeanOnHeadings(const Heading& row, const Heading& column, Fact* fact) const {
    const bool score = fact->quantity.unit.dimension == Dimension::kScore;
    for (const Scope said : {column.scope, row.scope}) {
      if (fact->scope == Scope::kUnknown &&
          (!score || said == Scope::kScore || said == Scope::kWeight)) {
        fact->scope = said;
      }
    }
    for (const Period* said : {&column.period, &row.period, &caption_period_}) {
      if (said->kind != Period::Kind::kUnknown) {
        fact->period = *said;
        break;
      }
    }
    if (fact->period.year == 0 && report_year_ != 0) {
      fact->period = {report_year_, Period::Kind::kYear, false};
    }
  }

  [[nodiscard]] Unit UnitFor(const Reading& reading, const Heading& row,
                             const Heading& column) const {
    if (reading.unit.source != UnitSource::kNone && !(reading.unit.dimension == Dimension::kNone)) {
      return reading.unit;
    }
    // A row label may hold codes, which say nothing of the figures beside them.
    const Announced of_row =
        row.announced == Announced::kCode || row.announced == Announced::kNumbering
            ? Announced::kNothing
            : row.announced;
    const Announced announced = column.announced != Announced::kNothing ? column.announced : of_row;
    if (announced == Announced::kScore) {
      return Unit{"", Dimension::kScore, 1, UnitSource::kHeader};
    }
    const auto from = [&](const Unit& unit, UnitSource source) {
      Unit inherited = unit;
      inherited.source = source;
      // 3.2万 under 单位：元
      inherited.factor = inherited.factor * reading.unit.factor;
      inherited.symbol = reading.unit.symbol + inherited.symbol;
      return inherited;
    };
    if (row.measure && column.announced == Announced::kNothing && !column.unit) {
      return from(*row.measure, UnitSource::kLabel);
    }
    const bool counted = column.announced == Announced::kCount;
    if (row.unit && !(counted && row.unit->dimension == Dimension::kMoney)) {
      return from(*row.unit, UnitSource::kLabel);
    }
    if (column.unit) {
      return from(*column.unit, UnitSource::kHeader);
    }
    const std::pair<const std::vector<Unit>*, UnitSource> outer[] = {
        {&note_units_, UnitSource::kUnitNote},
        {&caption_units_, UnitSource::kCaption},
        {&section_units_, UnitSource::kSection}};
    for (const auto& [units, source] : outer) {
      for (const Unit& unit : *units) {
        const bool money = unit.dimension == Dimension::kMoney;
        const bool fits = announced == Announced::kNothing ||
                          (announced == Announced::kRatio && unit.dimension == Dimension::kRatio) ||
                          (announced == Announced::kCount && unit.dimension == Dimension::kCount);
        if (fits && (money || units->size() == 1 || announced != Announced::kNothing)) {
          return from(unit, source);
        }
      }
    }
    return reading.unit;
  }

  // A header cell's own path leaves itself out and a label's ends before it: those two are worked
  // out each time, all others once for a column (row) of their band (block).
  const Heading& ColumnHeading(const Cell& cell) {
    const size_t place =
        frame_.IsHeaderRow(cell.row)
            ? columns_.size() - 1
            : static_cast<size_t>(frame_.BandOf(cell.row) * table_.columns + cell.column);
    std::unique_ptr<Heading>& heading = columns_.at(place);
    if (heading == nullptr || place == columns_.size() - 1) {
      heading = std::make_unique<Heading>(
          HeadingOf(frame_.ColumnPath(cell.row, cell.column), lexicon_, report_year_));
    }
    return *heading;
  }

  // What the row's own cell under 度量单位 says.
  [[nodiscard]] std::optional<Unit> MeasureOf(const Cell& cell) const {
    const int column = frame_.UnitColumn(cell.row, cell.column);
    const int index = column < 0 ? -1 : frame_.grid().At(cell.row, column);
    if (index < 0) {
      return std::nullopt;
    }
    const std::string words = "单位：" + table_.cells.at(static_cast<size_t>(index)).text.utf8();
    const std::vector<Unit> units = UnitsIn(words, lexicon_);
    return units.size() == 1 ? std::optional(units.front()) : std::nullopt;
  }

  const Heading& RowHeading(const Cell& cell) {
    const size_t place =
        frame_.IsLabel(cell.row, cell.column)
            ? rows_.size() - 1
            : static_cast<size_t>(cell.row * frame_.block_count() + frame_.BlockOf(cell.column));
    std::unique_ptr<Heading>& heading = rows_.at(place);
    if (heading == nullptr || place == rows_.size() - 1) {
      heading = std::make_unique<Heading>(
          HeadingOf(frame_.RowPath(cell.row, cell.column), lexicon_, report_year_));
      heading->measure = MeasureOf(cell);
    }
    return *heading;
  }

  const Table& table_;
  const TableFrame& frame_;
  const std::vector<const ScannedText*>& cells_;
  const Lexicon& lexicon_;
  const int report_year_;
  FactSet& facts_;
  std::vector<Unit> note_units_;
  std::vector<Unit> caption_units_;
  std::vector<Unit> section_units_;
  Period caption_period_;
  std::vector<std::unique_ptr<Heading>> columns_;  // band × column, then one for header cells
  std::vector<std::unique_ptr<Heading>> rows_;     // row × block, then one for labels
};

}  // namespace

void ReadTableFacts(const Table& table, const TableFrame& frame,
                    const std::vector<const ScannedText*>& cells, const TableSurroundings& around,
                    const Lexicon& lexicon, int report_year, FactSet* facts,
                    std::vector<FactId>* fact_of_cell) {
  TableReader(table, frame, cells, around, lexicon, report_year, facts).Read(fact_of_cell);
}

}  // namespace crossfoot::normalize
