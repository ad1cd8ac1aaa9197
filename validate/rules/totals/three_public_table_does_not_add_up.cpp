// SPDX-License-Identifier: GPL-3.0-or-later
//
// SUM121: in the table of 三公经费 the whole is trips abroad, cars and receptions, and cars are
// those bought and those run; each budget, each year's spending, each difference column on its own.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule three_public_table_does_not_add_up;

namespace {

// What a claim over some of a set's items is made of.
struct Parts {
  std::vector<FactId> figures;
  size_t unlisted = 0;  // items without row or column: they may be what is missing
};

Parts PartsOf(const PublicSet& set, const std::vector<PublicItem>& items) {
  Parts parts;
  for (const PublicItem item : items) {
    if (set.Of(item) >= 0) {
      parts.figures.push_back(set.Of(item));
    } else {
      parts.unlisted += set.Lists(item) ? 0 : 1;
    }
  }
  return parts;
}

Claim SumOf(const CheckContext& context, const PublicSet& set, PublicItem whole,
            const Parts& parts) {
  Claim claim;
  claim.stated = Term::Of(set.Of(whole), "total");
  Decimal sum = 0;
  for (const FactId id : parts.figures) {
    claim.operands.push_back(Term::Of(id, "part"));
    sum += context.At(id).quantity.BaseValue();
  }
  const Decimal total = context.At(set.Of(whole)).quantity.BaseValue();
  claim.idle = total.IsZero() && sum.IsZero();
  claim.confidence = 0.92;
  // The form has a row for each item. Where one alone is not there and all others were understood,
  // what the whole has beyond them is a row left out.
  const bool row_left_out = set.whole_list && parts.unlisted == 1 && parts.figures.size() >= 2;
  claim.only_if_held = !set.table->sure || (parts.unlisted > 0 && sum < total && !row_left_out);
  return claim;
}

void CheckCars(const CheckContext& context, const PublicSet& set, ClaimSink& sink) {
  const Parts parts = PartsOf(set, {PublicItem::kCarsBought, PublicItem::kCarsRun});
  if (set.Of(PublicItem::kCars) < 0 || parts.figures.empty()) {
    return;
  }
  Claim claim = SumOf(context, set, PublicItem::kCars, parts);
  claim.reason = {"“" + set.table->title + "”中公务用车购置及运行维护费 = 购置费 + 运行维护费",
                  "in the table official cars are made up of cars bought and cars run"};
  sink.Propose(std::move(claim));
}

void CheckWhole(const CheckContext& context, const PublicSet& set, ClaimSink& sink) {
  const Parts parts =
      PartsOf(set, {PublicItem::kAbroad, PublicItem::kCars, PublicItem::kReception});
  if (set.Of(PublicItem::kWhole) < 0 || parts.figures.empty()) {
    return;
  }
  // Cars without a figure of their own are told by their two halves; a 合计 over 会议费 and 培训费
  // holds them too.
  Parts halves = PartsOf(set, {PublicItem::kAbroad, PublicItem::kCarsBought, PublicItem::kCarsRun,
                               PublicItem::kReception});
  std::vector<Claim> readings;
  readings.push_back(SumOf(context, set, PublicItem::kWhole, parts));
  if (set.Of(PublicItem::kCars) < 0) {
    readings.front() = SumOf(context, set, PublicItem::kWhole, halves);
  }
  if (!set.others.empty()) {
    Parts more = parts;
    more.figures.insert(more.figures.end(), set.others.begin(), set.others.end());
    readings.push_back(SumOf(context, set, PublicItem::kWhole, more));
  }
  for (Claim& claim : readings) {
    claim.reason = {
        "“" + set.table->title + "”中合计 = 因公出国（境）费 + 公务用车购置及运行费 + 公务接待费",
        "in the table the whole is made up of trips abroad, official cars and receptions"};
  }
  sink.Propose(std::move(readings));
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const PublicSet& set : context.three_public().sets) {
    CheckWhole(context, set, sink);
    CheckCars(context, set, sink);
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2024年度部门决算\n"
     "“三公”经费支出决算表\n单位：万元\n"
     "项目\t预算数\t决算数\n"
     "合计\t21.00\t19.50\n"
     "1.因公出国（境）费\t0.00\t0.00\n"
     "2.公务用车购置及运行费\t16.00\t15.20\n"
     "（1）公务用车购置费\t0.00\t0.00\n"
     "（2）公务用车运行费\t16.00\t15.20\n"
     "3.公务接待费\t5.00\t3.40\n",
     true, "15.20 + 3.40 is 18.60"},
    {"青石县林业局2024年度部门决算\n"
     "“三公”经费支出决算表\n单位：万元\n"
     "\t合计\t因公出国（境）费\t公务用车购置及运行费小计\t公务用车购置费\t公务用车运行费\t公务接待"
     "费\n"
     "预算数\t21.00\t\t16.00\t\t16.00\t5.00\n"
     "决算数\t18.60\t\t12.50\t\t15.20\t3.40\n",
     true, "cars are 15.20, not 12.50"},
    {"青石县林业局2024年度部门决算\n"
     "“三公”经费支出决算表\n单位：万元\n"
     "项目\t预算数\t决算数\n"
     "合计\t21.00\t18.60\n"
     "1.因公出国（境）费\t\t\n"
     "2.公务用车购置及运行费\t16.00\t15.20\n"
     "（1）公务用车购置费\t\t\n"
     "（2）公务用车运行费\t16.00\t15.20\n"
     "3.公务接待费\t5.00\t3.40\n",
     false, "blank cells are nothing, and the rest adds up"},
    {"青石县林业局2024年度部门决算\n"
     "“三公”经费支出决算表\n单位：万元\n"
     "项目\t预算数\t决算数\n"
     "合计\t21.00\t18.60\n"
     "1.因公出国（境）费\t0.00\t0.00\n"
     "2.公务用车购置及运行费\t16.00\t15.20\n",
     true, "the row of receptions was lost"},
    {"青石县林业局2024年度部门预算\n"
     "“三公”经费及会议费、培训费预算表\n单位：万元\n"
     "项目\t本年预算数\n"
     "合计\t30.00\n"
     "因公出国（境）费\t0.00\n"
     "公务接待费\t5.00\n"
     "公务用车购置及运行费\t16.00\n"
     "会议费\t4.00\n"
     "培训费\t5.00\n",
     false, "the 合计 holds 会议费 and 培训费 too"},
};

}  // namespace

const Rule three_public_table_does_not_add_up = {
    .id = "SUM121",
    .name = "three-public-table-does-not-add-up",
    .severity = Severity::kError,
    .summary_zh = "“三公”经费表中合计不等于三项之和，或公务用车小计不等于购置与运行之和。",
    .summary_en = "In the table of 三公 spending the whole is not the sum of its parts.",
    .advice_zh = "请核对该表的合计、小计与各项。",
    .advice_en = "Check the totals of the table against its items.",
    .documentation = R"(## What it checks
Tables that list 因公出国（境）费, 公务用车购置及运行费 and 公务接待费 down the rows or across the columns: 合计 against the three, 公务用车 against 购置费 and 运行费, for every budget, year and difference that the table tells.
## Why it matters
A figure typed or pasted into the next cell.
## When it stays silent
Where several items, or the one of a single other, have no row or column of their own and the rest falls short of the whole; a whole that holds 会议费 and 培训费 too; one item told twice in a column (several bodies); tables read without confidence.
## Source
部门决算公开07表, 部门预算公开07表.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
