// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/expenditure.h"

#include <array>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "validate/reading/measure_words.h"

namespace crossfoot {
namespace {

constexpr std::array<ExpenditureScope, 3> kScopes = {{
    {"年初预算|年初安排|年初批复|年初部门预算", "年初预算", "opening budget"},
    {"全年预算|调整后预算|调整预算", "全年预算", "full-year budget"},
    {"实际支出|决算数|全年执行|总支出|支出决算", "实际支出", "spending"},
}};

// Another slice of money than the whole, the basic or the project part.
constexpr std::string_view kOtherSlices =
    "三公|接待|车|采购|公用|人员经费|工资|商品|补助|上级|本级|其他|会议|培训|基金|国有资本|调整数|"
    "调增|调减|财政拨款|上年|结转|结余|（类）|（款）|（项）|(类)|(款)|(项)";

ExpenditurePart PartOf(std::string_view words) {
  if (ContainsAny(words, kOtherSlices)) {
    return ExpenditurePart::kNone;
  }
  const bool basic = ContainsAny(words, "基本支出");
  const bool project = ContainsAny(words, "项目支出|专项项目|项目专项|专项支出|项目年初");
  if (basic && project) {
    return ExpenditurePart::kNone;
  }
  return basic     ? ExpenditurePart::kBasic
         : project ? ExpenditurePart::kProject
                   : ExpenditurePart::kWhole;
}

// Whether a heading above the passage names one fund: what stands there is told of that fund, not
// of all the money.
bool StandsUnderAFund(const CheckContext& context, const Passage& passage) {
  const std::vector<Section>& outline = context.document().outline;
  for (int i = passage.section; i >= 0; i = outline[static_cast<size_t>(i)].parent) {
    if (ContainsAny(outline[static_cast<size_t>(i)].title,
                    "一般公共预算|财政拨款|政府性基金|国有资本")) {
      return true;
    }
  }
  return false;
}

void ReadPassage(const CheckContext& context, const Passage& passage,
                 std::vector<ExpenditureTold>* out) {
  int sentence = -1;
  ExpenditurePart topic = ExpenditurePart::kWhole;
  for (const Said& said : passage.figures) {
    const Fact& fact = context.At(said.fact);
    if (said.sentence != sentence) {
      sentence = said.sentence;
      topic = PartOf(said.before);
    }
    if (fact.quantity.unit.dimension != Dimension::kMoney || IsChange(fact) || said.depth > 0) {
      continue;
    }
    // 其中 opens a list of slices: what follows is not told of the sentence's topic.
    if (said.before.find("其中") != std::string_view::npos) {
      break;
    }
    const std::string words = std::string(said.label) + " " + fact.subject;
    ExpenditurePart part = PartOf(words);
    if (part == ExpenditurePart::kWhole) {
      part = topic;
    }
    for (size_t i = 0; part != ExpenditurePart::kNone && i < kScopes.size(); ++i) {
      if (ContainsAny(words, kScopes[i].words)) {
        out->push_back({said.fact, part, i, false});
        break;
      }
    }
  }
}

// The row's part of the table of execution: 年度资金总额, 其中：基本支出, 项目支出.
ExpenditurePart PartOfRow(const std::string& label) {
  std::string words = FoldLabel(label);
  for (const std::string_view head : {"其中:", "其中", "1.", "2."}) {
    if (words.starts_with(head)) {
      words.erase(0, head.size());
    }
  }
  return words == "年度资金总额" || words == "部门整体支出" ? ExpenditurePart::kWhole
         : words == "基本支出"                              ? ExpenditurePart::kBasic
         : words == "项目支出"                              ? ExpenditurePart::kProject
                                                            : ExpenditurePart::kNone;
}

// 年初预算数, 全年预算数（A）, 全年执行数（B）.
size_t ScopeOfColumn(std::string_view label) {
  return label.starts_with("年初预算")                                          ? 0
         : label.starts_with("全年预算") || label.starts_with("调整后预算")     ? 1
         : label.starts_with("全年执行数") || label.starts_with("全年实际支出") ? 2
                                                                                : kScopes.size();
}

}  // namespace

std::span<const ExpenditureScope> ExpenditureScopes() { return kScopes; }

std::vector<ExpenditureTold> ReadExpenditure(const CheckContext& context) {
  std::vector<ExpenditureTold> out;
  for (const Passage& passage : context.prose()) {
    if (passage.address.part != TextAddress::Part::kCell && !StandsUnderAFund(context, passage)) {
      ReadPassage(context, passage, &out);
    }
  }
  for (size_t i = 0; i < context.facts().facts.size(); ++i) {
    const Fact& fact = context.facts().facts[i];
    if (!fact.InTable() || fact.row_path.empty() || fact.column_path.empty() ||
        fact.quantity.unit.dimension != Dimension::kMoney) {
      continue;
    }
    const ExpenditurePart part = PartOfRow(fact.row_path.back());
    const size_t scope = part == ExpenditurePart::kNone
                             ? kScopes.size()
                             : ScopeOfColumn(FoldLabel(fact.column_path.back()));
    if (scope < kScopes.size()) {
      out.push_back({static_cast<FactId>(i), part, scope, true});
    }
  }
  return out;
}

}  // namespace crossfoot
