// SPDX-License-Identifier: GPL-3.0-or-later
//
// “三公”经费 as the report's tables and text tell it: the whole, 因公出国（境）费,
// 公务用车购置及运行维护费 with its two halves, 公务接待费; of each what was budgeted and what was
// spent.
//
// The items stand down the rows or across the columns of the table, and what else the other
// heading says (预算数, 决算数, a year) parts one set of figures from the next; both layouts give
// the same sets. In the text an item is what its clause names, or what was named last in its
// sentence where the clause says only 完成预算…, 支出决算….
//
// Tested by tests/validate/three_public_test.cpp.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/fact_set.h"
#include "validate/prose.h"
#include "validate/reading/figure_table.h"

namespace crossfoot {

enum class PublicItem { kWhole, kAbroad, kCars, kCarsBought, kCarsRun, kReception };
constexpr size_t kPublicItems = 6;

enum class PublicSide { kUnknown, kBudget, kSpent };

std::string_view NameOf(PublicItem item);  // 因公出国（境）费

// One set of figures of a 三公 table: one budget, one year's spending.
struct PublicSet {
  const FigureTable* table = nullptr;
  PublicSide side = PublicSide::kUnknown;
  std::string words;  // of the heading that is no item: "2024年预算数"
  std::array<FactId, kPublicItems> figures{-1, -1, -1, -1, -1, -1};  // blank cells: -1
  std::array<bool, kPublicItems> listed{};  // the item has a row or column, blank or not
  bool whole_list = false;     // the items stand in rows, and every row with money was understood
  std::vector<FactId> others;  // what else the table lists beside them: 会议费, 培训费

  [[nodiscard]] FactId Of(PublicItem item) const { return figures.at(static_cast<size_t>(item)); }
  [[nodiscard]] bool Lists(PublicItem item) const { return listed.at(static_cast<size_t>(item)); }
};

struct PublicTelling {
  PublicItem item = PublicItem::kWhole;
  PublicSide side = PublicSide::kUnknown;
  FactId fact = -1;
};

struct ThreePublic {
  std::vector<PublicSet> sets;
  std::vector<PublicTelling> tellings;  // of the report's own year, amounts only
};

ThreePublic ReadThreePublic(const Document& document, const FactSet& facts,
                            const std::vector<Passage>& prose,
                            const std::vector<FigureTable>& tables, int year);

}  // namespace crossfoot
