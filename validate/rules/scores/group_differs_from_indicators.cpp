// SPDX-License-Identifier: GPL-3.0-or-later
//
// SCO121: full mark and score of a first-level group, told in the text (产出指标50分得49.5分) or in
// a row of its own (产出指标小计), against the indicators that the sheet lists in it.
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/evaluate.h"
#include "validate/reading/measure_words.h"
#include "validate/reading/subject.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule group_differs_from_indicators;

namespace {

constexpr size_t kLeastName = 9;  // bytes: three characters

enum Side : size_t { kMark, kScore, kSides };

// The indicators of one first-level group of one sheet.
struct Group {
  std::string name;
  std::array<std::vector<FactId>, kSides> figures;
  bool whole = true;  // every indicator has both
};

std::vector<Group> GroupsOf(const FactSet& facts, int table) {
  std::vector<Group> groups;
  for (const Indicator& one : facts.indicators) {
    if (one.table != table) {
      continue;
    }
    const std::string name = SubjectKey(one.level1);
    auto it = std::find_if(groups.begin(), groups.end(),
                           [&](const Group& group) { return group.name == name; });
    if (it == groups.end()) {
      groups.push_back({name, {}, true});
      it = groups.end() - 1;
    }
    it->whole = it->whole && one.weight_fact >= 0 && one.score_fact >= 0;
    it->figures[kMark].push_back(one.weight_fact);
    it->figures[kScore].push_back(one.score_fact);
  }
  return groups;
}

struct Told {
  std::string name;
  Side side;
  FactId fact;
};

// 产出指标50分得49.5分, 产出指标得49.5分.
void ToldInText(const CheckContext& context, std::vector<Told>* told) {
  for (const Passage& passage : context.prose()) {
    if (passage.address.part != TextAddress::Part::kBlock) {
      continue;
    }
    std::string name;  // of the group whose mark stood last
    for (const Said& said : passage.figures) {
      const std::string label = SubjectKey(said.label);
      if (context.At(said.fact).quantity.unit.dimension != Dimension::kScore) {
        name.clear();
      } else if (!name.empty() && (label == "得" || label == "得分" || label == "实得")) {
        told->push_back({std::exchange(name, ""), kScore, said.fact});
      } else if (label.ends_with("得") || label.ends_with("得分")) {
        name.clear();
        told->push_back({label.substr(0, label.rfind("得")), kScore, said.fact});
      } else if (TrimBlanks(said.after).starts_with("得") ||
                 TrimBlanks(said.after).starts_with("，得")) {
        name = label;
        told->push_back({label, kMark, said.fact});
      } else {
        name.clear();
      }
    }
  }
}

// 产出指标小计 | 50 | 48.5: in the columns where the indicators have their marks and scores.
void ToldInRows(const CheckContext& context, int table, const std::vector<Group>& groups,
                std::vector<Told>* told) {
  const auto found = std::find_if(context.tables().begin(), context.tables().end(),
                                  [&](const FigureTable& one) { return one.table == table; });
  if (found == context.tables().end()) {
    return;
  }
  const Table& source = context.document().tables[static_cast<size_t>(table)];
  for (const FigureRow& row : found->rows) {
    const std::string label = SubjectKey(row.Label());
    if (!label.ends_with("小计") && !label.ends_with("合计")) {
      continue;
    }
    const std::string name = label.substr(0, label.size() - std::string_view("小计").size());
    for (const Group& group : groups) {
      for (const Side side : {kMark, kScore}) {
        if (group.name != name || group.figures[side].front() < 0) {
          continue;
        }
        const int cell = context.At(group.figures[side].front()).anchor.address.index;
        const FactId fact = row.At(source.cells[static_cast<size_t>(cell)].column);
        if (fact >= 0) {
          told->push_back({name, side, fact});
        }
      }
    }
  }
}

void CheckSheet(const CheckContext& context, int table, const std::vector<Told>& in_text,
                ClaimSink& sink) {
  const std::vector<Group> groups = GroupsOf(context.facts(), table);
  std::vector<Told> told = in_text;
  ToldInRows(context, table, groups, &told);
  std::vector<Claim> claims;
  size_t held = 0;
  for (const Group& group : groups) {
    if (!group.whole || group.name.size() < kLeastName) {
      continue;
    }
    for (const Told& one : told) {
      if (one.name != group.name) {
        continue;
      }
      Claim claim;
      claim.stated = Term::Of(one.fact, "group");
      for (const FactId id : group.figures[one.side]) {
        claim.operands.push_back(Term::Of(id, "indicator"));
      }
      claim.kind = claim.operands.size() == 1 ? RelationKind::kEquality : RelationKind::kSum;
      const char* what = one.side == kMark ? "分值" : "得分";
      claim.reason = {"“" + group.name + "”的" + what + "应为评分表中该类各指标" + what + "之和",
                      "the " + std::string(one.side == kMark ? "full mark" : "score") +
                          " of a group is the sum of its indicators' in the sheet"};
      claim.confidence = 0.9;
      const RelationStatus status = StatusOf(claim, context.facts());
      held += status == RelationStatus::kHeld || status == RelationStatus::kRounding ? 1 : 0;
      claims.push_back(std::move(claim));
    }
  }
  // Several groups that close prove that the sheet was read whole and that the text is of it.
  const bool believed = held >= 2 && held * 3 >= claims.size() * 2;
  for (Claim& claim : claims) {
    claim.only_if_held = !believed;
    sink.Propose(std::move(claim));
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  std::vector<int> sheets;
  for (const Indicator& one : context.facts().indicators) {
    if (one.table >= 0 && (sheets.empty() || sheets.back() != one.table)) {
      sheets.push_back(one.table);
    }
  }
  std::vector<Told> in_text;
  if (sheets.size() == 1) {  // of several sheets the text does not say which it means
    ToldInText(context, &in_text);
  }
  for (const int table : sheets) {
    CheckSheet(context, table, in_text, sink);
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "自评得分97分。其中：预算执行率10分得9分，产出指标55分得49分，效益指标40分得39分。\n"
     "部门整体支出绩效自评表\n"
     "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
     "预算执行率\t预算执行率\t预算执行率\t100%\t90%\t10\t9\n"
     "产出指标\t质量指标\t苗木成活达标率\t≥90%\t96%\t20\t20\n"
     "产出指标\t数量指标\t抽检林场任务数\t≥50家\t49家\t30\t29\n"
     "效益指标\t生态效益指标\t森林覆盖增长率\t≥1%\t1%\t20\t20\n"
     "效益指标\t社会效益指标\t林农培训受益数\t≥500人\t490人\t20\t19\n"
     "合计\t\t\t\t\t100\t97\n",
     true, "the sheet's two output indicators have 50 points"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "自评得分97分。其中：预算执行率10分得9分，产出指标50分得49分，效益指标40分得39分。\n"
     "部门整体支出绩效自评表\n"
     "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
     "预算执行率\t预算执行率\t预算执行率\t100%\t90%\t10\t9\n"
     "产出指标\t质量指标\t苗木成活达标率\t≥90%\t96%\t20\t20\n"
     "产出指标\t数量指标\t抽检林场任务数\t≥50家\t49家\t30\t29\n"
     "效益指标\t生态效益指标\t森林覆盖增长率\t≥1%\t1%\t20\t20\n"
     "效益指标\t社会效益指标\t林农培训受益数\t≥500人\t490人\t20\t19\n"
     "合计\t\t\t\t\t100\t97\n",
     false, "all groups close"},
};

}  // namespace

const Rule group_differs_from_indicators = {
    .id = "SCO121",
    .name = "group-differs-from-indicators",
    .severity = Severity::kError,
    .summary_zh = "正文或小计行中一级指标的分值、得分与评分表中该类各指标之和不符。",
    .summary_en = "A group's full mark or score is not the sum of its indicators in the sheet.",
    .advice_zh = "请核对该类指标的分值、得分。",
    .advice_en = "Check the marks of the group and of its indicators.",
    .documentation = R"(## What it checks
Full mark and score of a first-level group (预算执行率, 产出指标, 效益指标, 满意度指标 …), told in the text or in a subtotal row, against the marks of the indicators that the sheet lists under it.
## Why it matters
The sheet was changed after the text, or one mark was mistyped and the total corrected by hand.
## When it stays silent
Unless at least two groups close and two thirds of all do (the sheet was not read whole, or the text is of another one); indicators without a mark or score; groups told in the text where the report has several sheets.
## Source
财预〔2020〕10号; arithmetic.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
