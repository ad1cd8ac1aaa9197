// SPDX-License-Identifier: GPL-3.0-or-later
//
// EQU124: a sentence that echoes a row of a table (年初预算…，全年预算…，实际支出…) or a column of
// it (货物…，工程…，服务…) figure by figure, but for one.
//
// METHOD      Which line a sentence echoes is learnt from the figures: two different amounts of it
//             stand in the line in their places. What else the sentence and the line both tell must
//             agree then. A line that agrees in all that both tell ends the search: nothing is
//             said.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/evaluate.h"
#include "validate/reading/measure_words.h"
#include "validate/reading/subject.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule sentence_differs_from_table_line;

namespace {

constexpr size_t kMostRows = 80;
constexpr size_t kMostColumns = 16;
constexpr size_t kMostTables = 40;
constexpr size_t kLeastAgreeing = 2;
constexpr size_t kLeastLabel = 6;  // bytes: two characters

// Words that name a part of the money: a sentence with one and a row without speak of two things.
constexpr std::array<const char*, 12> kTopics = {"基本支出", "项目|专项", "财政拨款", "人员经费",
                                                 "公用经费", "三公",      "采购",     "基金",
                                                 "本级",     "上级",      "结转",     "上年|去年"};

// What a figure tells of its subject; 0: nothing that a column is known by.
int PlaceOf(const Fact& fact) {
  switch (fact.scope) {
    case Scope::kOpeningBudget:
      return 1;
    case Scope::kAdjustedBudget:
    case Scope::kFullYearBudget:
      return 2;
    case Scope::kActual:
    case Scope::kFinalAccounts:
      return 3;
    case Scope::kCompletionRate:
      return 4;
    default:
      return 0;
  }
}

bool Agree(const CheckContext& context, FactId text, FactId cell) {
  Claim claim;
  claim.kind = RelationKind::kEquality;
  claim.operands = {Term::Of(cell, "table")};
  claim.stated = Term::Of(text, "text");
  const RelationStatus status = StatusOf(claim, context.facts());
  return status == RelationStatus::kHeld || status == RelationStatus::kRounding;
}

// A figure that many lines share proves nothing.
bool Telling(const Fact& fact) {
  if (fact.quantity.value.IsZero()) {
    return false;
  }
  if (fact.quantity.unit.dimension == Dimension::kRatio) {
    return fact.quantity.BaseValue() != Decimal(1) && fact.quantity.value.scale() > 0;
  }
  return fact.quantity.value.ToShortString().size() >= 4;
}

// A sentence's figures against the cells they would echo.
struct Echo {
  const FigureTable* table = nullptr;
  std::vector<std::pair<FactId, FactId>> agreeing;  // (text, cell)
  std::vector<std::pair<FactId, FactId>> differing;
  std::set<std::string> values;  // of those that agree and tell something

  void Add(const CheckContext& context, FactId text, FactId cell) {
    if (!Comparable(context.At(text), context.At(cell))) {
      return;
    }
    if (!Agree(context, text, cell)) {
      differing.emplace_back(text, cell);
      return;
    }
    agreeing.emplace_back(text, cell);
    if (Telling(context.At(text))) {
      values.insert(context.At(text).quantity.BaseValue().ToShortString());
    }
  }
  [[nodiscard]] bool Better(const Echo& other) const {
    return values.size() != other.values.size() ? values.size() > other.values.size()
                                                : differing.size() < other.differing.size();
  }
};

void Tell(const CheckContext& context, const Echo& echo, ClaimSink& sink) {
  if (echo.values.size() < kLeastAgreeing) {
    return;
  }
  const auto propose = [&](const std::pair<FactId, FactId>& pair, bool quiet) {
    Claim claim;
    claim.kind = RelationKind::kEquality;
    claim.operands = {Term::Of(pair.second, "table")};
    claim.stated = Term::Of(pair.first, "text");
    claim.reason = {"该句逐项复述“" + echo.table->title + "”的一行（列），其余各数均一致",
                    "the sentence tells a line of the table “" + echo.table->title +
                        "”, and its other figures agree with it"};
    claim.confidence = 0.88;
    claim.only_if_held = quiet;
    claim.found_by_value = quiet;
    sink.Propose(std::move(claim));
  };
  for (const auto& pair : echo.agreeing) {
    propose(pair, true);
  }
  const bool money =
      echo.differing.size() == 1 &&
      context.At(echo.differing.front().first).quantity.unit.dimension == Dimension::kMoney;
  if (money && echo.agreeing.size() >= kLeastAgreeing) {
    propose(echo.differing.front(), false);
  }
}

// Figures of one sentence, one of each place, in order.
using Run = std::map<int, FactId>;

std::vector<Run> RunsOf(const CheckContext& context, const Passage& passage, int sentence) {
  std::vector<Run> runs(1);
  for (const Said& said : passage.figures) {
    const Fact& fact = context.At(said.fact);
    const int place = PlaceOf(fact);
    if (said.sentence != sentence || place == 0 || IsChange(fact) || said.depth > 0) {
      continue;
    }
    if (runs.back().contains(place)) {
      runs.emplace_back();
    }
    runs.back().emplace(place, said.fact);
  }
  return runs;
}

bool SpeaksOf(std::string_view words, std::string_view label) {
  return std::all_of(kTopics.begin(), kTopics.end(), [&](const char* topic) {
    return ContainsAny(words, topic) == ContainsAny(label, topic);
  });
}

// How the row of `table` that the run echoes best does.
Echo EchoOfRun(const CheckContext& context, const FigureTable& table, std::string_view words,
               const Run& run) {
  Echo best;
  for (const FigureRow& row : table.rows) {
    if (row.segments.size() != 1 || !SpeaksOf(words, row.Label())) {
      continue;
    }
    Run cells;
    std::set<int> twice;
    for (const auto& [column, id] : row.segments.front().figures) {
      const int place = PlaceOf(context.At(id));
      if (place != 0 && !cells.emplace(place, id).second) {
        twice.insert(place);
      }
    }
    Echo echo;
    for (const auto& [place, id] : run) {
      if (cells.contains(place) && !twice.contains(place)) {
        echo.Add(context, id, cells.at(place));
      }
    }
    if (echo.Better(best)) {
      best = std::move(echo);
    }
  }
  best.table = &table;
  return best;
}

// The row whose label the words before a figure hold; nullptr for none or several.
const FigureRow* RowNamed(const FigureTable& table, const std::vector<std::string>& labels,
                          std::string_view words) {
  const FigureRow* found = nullptr;
  size_t longest = 0;
  for (size_t r = 0; r < table.rows.size(); ++r) {
    if (labels[r].size() >= kLeastLabel && words.find(labels[r]) != std::string_view::npos &&
        labels[r].size() >= longest) {
      found = labels[r].size() == longest ? nullptr : &table.rows[r];
      longest = labels[r].size();
    }
  }
  return found;
}

// How the column of `table` that a sentence echoes best does, each figure in the row of its name.
Echo EchoOfColumn(const CheckContext& context, const FigureTable& table,
                  const std::vector<std::string>& labels, const Passage& passage, int sentence) {
  std::vector<std::pair<FactId, const FigureRow*>> named;
  std::set<const FigureRow*> rows;
  bool twice = false;
  for (const Said& said : passage.figures) {
    const Fact& fact = context.At(said.fact);
    if (said.sentence != sentence || fact.quantity.unit.dimension != Dimension::kMoney ||
        IsChange(fact) || ContainsAny(said.label, "上年|去年|年初|比|较")) {
      continue;
    }
    if (const FigureRow* row = RowNamed(table, labels, SubjectKey(said.label))) {
      twice = twice || !rows.insert(row).second;
      named.emplace_back(said.fact, row);
    }
  }
  Echo best;
  best.table = &table;
  if (named.size() < kLeastAgreeing || twice) {
    return best;
  }
  for (const int column : table.columns) {
    Echo echo;
    for (const auto& [id, row] : named) {
      if (row->At(column) >= 0) {
        echo.Add(context, id, row->At(column));
      }
    }
    // A figure that another column of its row has is of that column's kind.
    const bool mixed =
        std::any_of(echo.differing.begin(), echo.differing.end(), [&](const auto& pair) {
          return std::any_of(named.begin(), named.end(), [&](const auto& one) {
            return one.first == pair.first &&
                   std::any_of(table.columns.begin(), table.columns.end(), [&](int other) {
                     const FactId cell = one.second->At(other);
                     return other != column && cell >= 0 &&
                            Comparable(context.At(cell), context.At(pair.first)) &&
                            Agree(context, pair.first, cell);
                   });
          });
        });
    // The sentence's own total in the table's total row is a witness too.
    for (const FigureRow& row : table.rows) {
      const FactId cell = row.At(column);
      if (cell < 0 || !ContainsAny(row.Label(), "合计|总计|总额")) {
        continue;
      }
      for (const Said& said : passage.figures) {
        if (said.sentence == sentence && Comparable(context.At(said.fact), context.At(cell)) &&
            !IsChange(context.At(said.fact)) && Agree(context, said.fact, cell)) {
          echo.Add(context, said.fact, cell);
        }
      }
    }
    if (!mixed && echo.Better(best)) {
      best = std::move(echo);
    }
  }
  best.table = &table;
  return best;
}

// Tables of accounts have rules of their own, and come in several scopes that differ in a few rows.
bool CanEcho(const CheckContext& context, const FigureTable& table) {
  return table.sure && table.figures > 0 && table.rows.size() <= kMostRows &&
         table.columns.size() <= kMostColumns && !ContainsAny(table.title, "总表|收支|收入支出") &&
         std::none_of(table.rows.begin(), table.rows.end(),
                      [](const FigureRow& row) { return row.code.size() >= 3; }) &&
         std::none_of(context.unit_note_doubts().begin(), context.unit_note_doubts().end(),
                      [&](const UnitNoteDoubt& doubt) { return doubt.table == &table; });
}

struct Candidate {
  const FigureTable* table;
  std::vector<std::string> labels;  // keys, by row
};

void CheckSentence(const CheckContext& context, const std::vector<Candidate>& candidates,
                   const Passage& passage, int sentence, ClaimSink& sink) {
  const auto [begin, end] = passage.sentences[static_cast<size_t>(sentence)];
  const std::string_view words = passage.text.substr(begin, end - begin);
  for (const Run& run : RunsOf(context, passage, sentence)) {
    Echo best;
    for (const Candidate& one : candidates) {
      if (run.size() > kLeastAgreeing) {
        Echo echo = EchoOfRun(context, *one.table, words, run);
        if (echo.Better(best)) {
          best = std::move(echo);
        }
      }
    }
    Tell(context, best, sink);
  }
  Echo best;
  for (const Candidate& one : candidates) {
    Echo echo = EchoOfColumn(context, *one.table, one.labels, passage, sentence);
    if (echo.Better(best)) {
      best = std::move(echo);
    }
  }
  Tell(context, best, sink);
}

void Check(const CheckContext& context, ClaimSink& sink) {
  std::vector<Candidate> candidates;
  for (const FigureTable& table : context.tables()) {
    if (!CanEcho(context, table) || candidates.size() == kMostTables) {
      continue;
    }
    Candidate one{&table, {}};
    for (const FigureRow& row : table.rows) {
      one.labels.push_back(row.segments.size() == 1 ? SubjectKey(BareLabel(row.Label())) : "");
    }
    candidates.push_back(std::move(one));
  }
  if (candidates.empty()) {
    return;
  }
  for (const Passage& passage : context.prose()) {
    if (passage.address.part != TextAddress::Part::kBlock || passage.figures.size() < 2) {
      continue;
    }
    int last = -1;  // sentences with figures, each once
    for (const Said& said : passage.figures) {
      if (said.sentence != last) {
        last = said.sentence;
        CheckSentence(context, candidates, passage, last, sink);
      }
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年本单位年初预算数1203.45万元，全年预算数1256.70万元，实际支出1176.80万元，执行率93.64%"
     "。\n"
     "部门整体支出情况表\n单位：万元\n"
     "项目\t年初预算数\t全年预算数\t全年执行数\t执行率\n"
     "年度资金总额\t1230.45\t1256.70\t1176.80\t93.64%\n",
     true, "the opening budget alone differs: 1203.45 and 1230.45"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "政府采购支出包括货物91.82万元、工程29.91万元、服务90.43万元。\n"
     "政府采购执行情况表\n单位：万元\n"
     "采购类别\t实际采购金额\n"
     "货物\t91.82\n"
     "工程\t22.91\n"
     "服务\t90.43\n",
     true, "works alone differ"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年财政拨款年初预算数1203.45万元，全年预算数1256.70万元，实际支出1150.00万元。\n"
     "部门整体支出情况表\n单位：万元\n"
     "项目\t年初预算数\t全年预算数\t全年执行数\n"
     "年度资金总额\t1203.45\t1256.70\t1176.80\n",
     false, "the sentence is of the grant, the row of all money"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "政府采购预算包括货物91.82万元、工程29.91万元、服务95.00万元。\n"
     "政府采购执行情况表\n单位：万元\n"
     "采购类别\t预算金额\t实际采购金额\n"
     "货物\t91.82\t91.82\n"
     "工程\t29.91\t29.91\n"
     "服务\t95.00\t90.43\n",
     false, "the sentence tells the budget's column"},
};

}  // namespace

const Rule sentence_differs_from_table_line = {
    .id = "EQU124",
    .name = "sentence-differs-from-table-line",
    .severity = Severity::kError,
    .summary_zh = "一句话逐项复述表中一行（列），其中一个数与表不一致。",
    .summary_en = "A sentence tells a line of a table figure by figure, and one figure differs.",
    .advice_zh = "请核对该句与表中相应的数。",
    .advice_en = "Check the figure in the sentence and in the table.",
    .documentation = R"(## What it checks
Sentences that tell 年初预算, 全年预算, 支出 and 执行率 as a row of a table does, or the amounts of several rows by their names as a column does: where at least two different figures agree in their places, the one that does not is told.
## Why it matters
Figures are copied from the table into the text, or typed twice.
## When it stays silent
Where fewer than two figures of four digits agree, or more than one differs; a sentence and a row of different money (财政拨款, 项目支出, 上年); a figure that another column of its row has; tables of accounts, which have rules of their own; a sentence that some table bears out in full.
## Source
Observed in published reports.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
