// SPDX-License-Identifier: GPL-3.0-or-later
//
// SUM105: 支出预算总计9146.79万元。包括： and then 1.…6543.55万元 2.…1509.72万元 3.… in paragraphs
// of their own.
#include <optional>
#include <string>
#include <vector>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/evaluate.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule total_differs_from_items_below;

namespace {

constexpr size_t kMostItems = 40;

bool OpensItems(std::string_view text) {
  const std::string_view trimmed = TrimBlanks(text);
  static const Pattern kEnds("(?:其中|包括|如下|分别(?:为|是))[：:]$");
  return kEnds.Contains(trimmed);
}

const Said* FirstMoney(const CheckContext& context, const Passage& passage) {
  for (const Said& said : passage.figures) {
    const Fact& fact = context.At(said.fact);
    if (fact.quantity.unit.dimension == Dimension::kMoney && !IsChange(fact)) {
      return &said;
    }
  }
  return nullptr;
}

void ProposeShare(const CheckContext& context, const Passage& item, const Said& part, FactId total,
                  ClaimSink& sink) {
  for (const Said& said : item.figures) {
    const Fact& fact = context.At(said.fact);
    if (said.begin < part.end || fact.quantity.unit.dimension != Dimension::kRatio ||
        IsChange(fact)) {
      continue;
    }
    if (said.sentence == part.sentence && TrimBlanks(said.label) == "占") {
      Claim claim;
      claim.kind = RelationKind::kRatio;
      claim.operands = {Term::Of(part.fact, "part"), Term::Of(total, "whole")};
      claim.stated = Term::Of(said.fact, "share");
      claim.reason = {"占比是该项与其上总数之比", "a share of the total above the list"};
      claim.confidence = 0.85;
      sink.Propose(std::move(claim));
    }
    return;
  }
}

// How an item is numbered: （一） and 1、 and （1） are styles of three levels; "" for none.
std::string StyleOf(std::string_view text) {
  static const Pattern kStyle(
      "^\\s*(?:([（(][一二三四五六七八九十]+[)）])|(\\d+\\s*[.．、])|([（(]\\d+[)）])|([①②③④⑤⑥⑦⑧⑨⑩]"
      "))");
  Pattern::Match match;
  if (!kStyle.Find(text, 0, &match)) {
    return "";
  }
  for (size_t group = 1; group <= 4; ++group) {
    if (match.group[group].data() != nullptr) {
      return std::to_string(group);
    }
  }
  return "";
}

// Amounts at every level of a numbered list (人员经费 ⊃ 工资福利支出 ⊃ 基本工资): an item is set
// against the run of items one level below it. Only ever a confirmation: items below may be
// examples.
void CheckLevels(const CheckContext& context, ClaimSink& sink) {
  struct Node {
    std::string style;
    FactId amount;
    std::vector<FactId> children;
  };
  std::vector<Node> open;
  const auto close = [&](size_t depth) {
    while (open.size() > depth) {
      const Node node = std::move(open.back());
      open.pop_back();
      if (node.children.size() >= 2) {
        Claim claim;
        claim.stated = Term::Of(node.amount, "total");
        for (const FactId child : node.children) {
          claim.operands.push_back(Term::Of(child, "item"));
        }
        claim.reason = {"下一级各条构成本条", "the items one level below make up this one"};
        claim.confidence = 0.75;
        claim.only_if_held = true;
        sink.Propose(std::move(claim));
      }
    }
  };
  for (const Passage& passage : context.prose()) {
    const Said* money =
        passage.address.part == TextAddress::Part::kBlock ? FirstMoney(context, passage) : nullptr;
    const std::string style = StyleOf(passage.text);
    if (money == nullptr || (style.empty() && !OpensItems(passage.text))) {
      close(0);
      continue;
    }
    if (style.empty()) {
      close(0);
    }
    for (size_t depth = 0; depth < open.size(); ++depth) {
      if (open[depth].style == style) {
        close(depth);
        break;
      }
    }
    if (!open.empty()) {
      open.back().children.push_back(money->fact);
    }
    open.push_back({style, money->fact, {}});
  }
  close(0);
}

// The first amount of money of `passage` whose clause names `scope`, or nullptr.
const Said* AmountOf(const CheckContext& context, const Passage& passage, std::string_view scope) {
  for (const Said& said : passage.figures) {
    if (context.At(said.fact).quantity.unit.dimension == Dimension::kMoney &&
        !IsChange(context.At(said.fact)) && ContainsAny(said.label, scope)) {
      return &said;
    }
  }
  return nullptr;
}

// 年初预算为A，支出决算为B。其中： over items that each tell both: items that make up what was
// spent are all there is, so their budgets cannot exceed the budget above. (They may fall short of
// it: what was budgeted and not spent at all goes untold.)
void CheckBudgets(const CheckContext& context, const Passage& head,
                  const std::vector<const Passage*>& items, ClaimSink& sink) {
  const auto sum = [&](std::string_view scope) -> std::optional<Claim> {
    const Said* total = AmountOf(context, head, scope);
    Claim claim;
    for (const Passage* item : items) {
      const Said* part = AmountOf(context, *item, scope);
      if (part == nullptr) {
        return std::nullopt;
      }
      claim.operands.push_back(Term::Of(part->fact, "item"));
    }
    if (total == nullptr) {
      return std::nullopt;
    }
    claim.stated = Term::Of(total->fact, "total");
    return claim;
  };
  const auto spent = sum("支出决算");
  auto budget = sum("年初预算为");
  if (!spent || !budget) {
    return;
  }
  const RelationStatus status = StatusOf(*spent, context.facts());
  const bool all = status == RelationStatus::kHeld || status == RelationStatus::kRounding;
  Decimal parts = 0;
  for (const Term& term : budget->operands) {
    parts += context.At(term.fact).quantity.BaseValue();
  }
  budget->reason = {
      "各条的支出决算合计为总数，各条年初预算之和不应超过总的年初预算",
      "the items make up all that was spent, so their budgets do not exceed the whole"};
  budget->confidence = 0.82;
  budget->severity = Severity::kWarning;
  budget->only_if_held = !all || parts < context.At(budget->stated.fact).quantity.BaseValue();
  sink.Propose(std::move(*budget));
}

void Check(const CheckContext& context, ClaimSink& sink) {
  static const Pattern kNumbered(
      "^\\s*(?:\\d+\\s*[.．、]|[（(]\\s*[\\d一二三四五六七八九十]+\\s*[)）])");
  CheckLevels(context, sink);
  const std::vector<Passage>& prose = context.prose();
  for (size_t i = 0; i + 2 < prose.size(); ++i) {
    if (!OpensItems(prose[i].text) || prose[i].address.part != TextAddress::Part::kBlock) {
      continue;
    }
    std::vector<const Said*> totals;
    for (const Said& said : prose[i].figures) {
      const Fact& fact = context.At(said.fact);
      if (fact.quantity.unit.dimension == Dimension::kMoney && !IsChange(fact)) {
        totals.push_back(&said);
      }
    }
    if (totals.empty()) {
      continue;
    }
    const bool numbered = kNumbered.Contains(prose[i + 1].text);
    std::vector<const Said*> items;
    std::vector<const Passage*> passages;
    bool ended_by_stop = false;
    for (size_t k = i + 1; k < prose.size() && items.size() < kMostItems && !ended_by_stop; ++k) {
      const Said* money = FirstMoney(context, prose[k]);
      if (prose[k].address.part != TextAddress::Part::kBlock || money == nullptr ||
          kNumbered.Contains(prose[k].text) != numbered || (!numbered && money->sentence > 0)) {
        break;
      }
      items.push_back(money);
      passages.push_back(&prose[k]);
      ended_by_stop = !numbered && TrimBlanks(prose[k].text).ends_with("。");
    }
    if (items.size() < 2) {
      continue;
    }
    std::vector<Claim> readings;
    for (auto total = totals.rbegin(); total != totals.rend(); ++total) {
      for (size_t count = items.size(); count >= 2; --count) {
        Claim claim;
        claim.stated = Term::Of((*total)->fact, "total");
        for (size_t n = 0; n < count; ++n) {
          claim.operands.push_back(Term::Of(items[n]->fact, "item"));
        }
        claim.reason = {"总数之后逐条列出其构成", "the items listed below make up the total"};
        claim.confidence = 0.8;
        claim.only_if_held = true;
        readings.push_back(std::move(claim));
      }
    }
    // A list that closes with a full stop, all semicolons before, is complete.
    if (ended_by_stop && totals.size() == 1) {
      readings.front().only_if_held = false;
      readings.front().severity = Severity::kWarning;
    }
    sink.Propose(std::move(readings));
    CheckBudgets(context, prose[i], passages, sink);
    for (size_t n = 0; n < items.size(); ++n) {
      ProposeShare(context, *passages[n], *items[n], totals.back()->fact, sink);
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2023年度部门决算\n"
     "2023年度一般公共预算财政拨款支出年初预算为90.00万元，支出决算为120.00万元。其中：\n"
     "1.农林水支出（类）林业和草原（款）行政运行（项）。年初预算为70.00万元，支出决算为80."
     "00万元。\n"
     "2.农林水支出（类）林业和草原（款）森林资源培育（项）。年初预算为30.00万元，支出决算为40.00"
     "万元。\n",
     true, "two items of 100.00 under a budget of 90.00"},
    {"青石县林业局2023年度部门决算\n"
     "2023年度一般公共预算财政拨款支出年初预算为110.00万元，支出决算为120.00万元。其中：\n"
     "1.农林水支出（类）林业和草原（款）行政运行（项）。年初预算为70.00万元，支出决算为80."
     "00万元。\n"
     "2.农林水支出（类）林业和草原（款）森林资源培育（项）。年初预算为30.00万元，支出决算为40.00"
     "万元。\n",
     false, "a third item may have been budgeted and not spent"},
    {"青石县林业局2024年部门预算\n"
     "青石县林业局本年支出预算合计100.00万元，其中：\n"
     "基本支出60.00万元，占60.00%；\n"
     "项目支出30.00万元，占30.00%。\n",
     true, "60 + 30 is not 100"},
    {"青石县林业局2024年部门预算\n"
     "青石县林业局本年支出预算合计100.00万元，其中：\n"
     "基本支出60.00万元，占60.00%；\n"
     "项目支出40.00万元，占40.00%。\n",
     false, "the items make up the total"},
};

}  // namespace

const Rule total_differs_from_items_below = {
    .id = "SUM105",
    .name = "total-differs-from-items-below",
    .severity = Severity::kError,
    .summary_zh = "总数与其后逐条列出的各项之和不符，或占比不符。",
    .summary_en = "A total is not the sum of the items listed in the paragraphs below it.",
    .advice_zh = "请核对总数、各条金额和占比。",
    .advice_en = "Check the total, the items and their shares.",
    .documentation = R"(## What it checks
A paragraph that ends in 其中： or 包括： and the paragraphs below it, numbered or closed by semicolons: their first amounts against the total, and 占Y% in them against it; the opening budgets of items that make up all that was spent against the opening budget above.
## Why it matters
As for lists in one sentence; here the items stand far from their total.
## When it stays silent
Lists that fall short and are not closed; items without amounts.
## Source
Arithmetic.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
