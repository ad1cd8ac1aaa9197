// SPDX-License-Identifier: GPL-3.0-or-later
//
// SCO109: 产出指标50分得49.5分 in the text; its rows in the sheet come to 48.5.
#include <algorithm>
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
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule group_told_differs_from_sheet;

namespace {

constexpr size_t kLeastGroups = 3;  // named in one sentence
constexpr size_t kLeastHeld = 2;    // claims that show that text and sheet are of one scheme

// A first-level group of one sheet, by its rows.
struct Group {
  std::string stem;  // 产出 of 产出指标
  std::vector<FactId> weights;
  std::vector<FactId> scores;
  bool whole = true;  // every row has both
};

std::vector<Group> GroupsOf(const CheckContext& context) {
  std::vector<Group> groups;
  int table = -1;
  for (const Indicator& row : context.facts().indicators) {
    if (row.table < 0) {
      continue;
    }
    if (table >= 0 && row.table != table) {
      return {};  // several sheets: the text may speak of any
    }
    table = row.table;
    std::string stem = FoldLabel(row.level1);
    if (stem.ends_with("指标")) {
      stem.resize(stem.size() - std::string_view("指标").size());
    }
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const Group& one) { return one.stem == stem; });
    if (group == groups.end()) {
      group = groups.insert(groups.end(), Group{stem, {}, {}});
    }
    group->whole = group->whole && row.weight_fact >= 0 && row.score_fact >= 0;
    group->weights.push_back(row.weight_fact);
    group->scores.push_back(row.score_fact);
  }
  return groups;
}

// The group whose name the words end with: 其中：产出指标, 产出指标得.
const Group* GroupNamed(const std::vector<Group>& groups, std::string_view words) {
  std::string key = FoldLabel(words);
  for (const std::string_view tail : {"得分", "得", "分值", "指标", "(", "类"}) {
    if (key.ends_with(tail)) {
      key.resize(key.size() - tail.size());
    }
  }
  if (key.ends_with("指标")) {
    key.resize(key.size() - std::string_view("指标").size());
  }
  const Group* found = nullptr;
  for (const Group& group : groups) {
    // 预算执行 and 预算执行率 are one.
    const bool named =
        key.ends_with(group.stem) ||
        (group.stem.ends_with("率") && key.ends_with(group.stem.substr(0, group.stem.size() - 3)));
    if (group.stem.size() >= 6 && named &&
        (found == nullptr || group.stem.size() > found->stem.size())) {
      found = &group;
    }
  }
  return found;
}

Claim RowsSum(const std::vector<FactId>& rows, FactId told, const Group& group, bool score) {
  Claim claim;
  for (const FactId row : rows) {
    claim.operands.push_back(Term::Of(row, score ? "score" : "full mark"));
  }
  claim.stated = Term::Of(told, "in the text");
  claim.reason = {
      "自评表中“" + group.stem + "”各指标的" + (score ? "得分" : "分值") + "相加应与正文一致",
      std::string("the ") + (score ? "scores" : "full marks") +
          " of the group's rows in the sheet are its own in the text"};
  claim.confidence = 0.85;
  return claim;
}

bool Holds(const CheckContext& context, const Claim& claim) {
  const RelationStatus status = StatusOf(claim, context.facts());
  return status == RelationStatus::kHeld || status == RelationStatus::kRounding;
}

struct Told {
  const Group* group;
  FactId weight = -1;
  FactId score = -1;
};

bool IsPoints(const Fact& fact) {
  return fact.quantity.unit.dimension == Dimension::kScore ||
         fact.quantity.unit.dimension == Dimension::kNone;
}

// Groups told one after the other in the sentence of figure `at`; moves `at` behind it.
std::vector<Told> ToldFrom(const CheckContext& context, const Passage& passage,
                           const std::vector<Group>& groups, size_t* at) {
  std::vector<Told> told;
  const int sentence = passage.figures[*at].sentence;
  for (; *at < passage.figures.size() && passage.figures[*at].sentence == sentence; ++*at) {
    const Said& said = passage.figures[*at];
    if (!IsPoints(context.At(said.fact))) {
      continue;
    }
    const Group* group = GroupNamed(groups, said.label);
    const std::string_view before = TrimBlanks(said.before);
    if (group == nullptr) {
      // 50分得49.5分: the score of the mark just told.
      if (!told.empty() && told.back().score < 0 && told.back().weight >= 0 &&
          (before == "得" || before == "，得" || before == "，得分" || before == "得分")) {
        told.back().score = said.fact;
      }
      continue;
    }
    const bool known =
        std::any_of(told.begin(), told.end(), [&](const Told& one) { return one.group == group; });
    if (known) {
      return {};
    }
    const bool score = before.ends_with("得") || before.ends_with("得分");
    told.push_back({group, score ? -1 : said.fact, score ? said.fact : -1});
  }
  return told;
}

void Compare(const CheckContext& context, const std::vector<Told>& told, ClaimSink& sink) {
  if (told.size() < kLeastGroups) {
    return;
  }
  std::vector<Claim> claims;
  for (const Told& one : told) {
    if (one.group->whole && one.weight >= 0 && one.score >= 0) {
      claims.push_back(RowsSum(one.group->weights, one.weight, *one.group, false));
      Claim bound;
      bound.kind = RelationKind::kBound;
      bound.operands = {Term::Of(one.score, "score")};
      bound.stated = Term::Of(one.weight, "full mark");
      bound.reason = {"得分不超过分值", "a score is no more than its full mark"};
      bound.confidence = 0.9;
      sink.Propose(std::move(bound));
    }
    if (one.group->whole && one.score >= 0) {
      claims.push_back(RowsSum(one.group->scores, one.score, *one.group, true));
    }
  }
  const auto held = static_cast<size_t>(std::count_if(
      claims.begin(), claims.end(), [&](const Claim& claim) { return Holds(context, claim); }));
  const bool one_scheme = held >= kLeastHeld && held * 2 > claims.size();
  for (Claim& claim : claims) {
    claim.only_if_held = !one_scheme;
    sink.Propose(std::move(claim));
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  const std::vector<Group> groups = GroupsOf(context);
  if (groups.size() < kLeastGroups ||
      std::any_of(context.score_sheets().begin(), context.score_sheets().end(),
                  [](const ScoreSheet& sheet) { return sheet.doubtful; })) {
    return;
  }
  for (const Passage& passage : context.prose()) {
    if (passage.address.part != TextAddress::Part::kBlock || !ContainsAny(passage.text, "得")) {
      continue;
    }
    for (size_t at = 0; at < passage.figures.size();) {
      Compare(context, ToldFrom(context, passage, groups, &at), sink);
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "自评得分97分。其中：预算执行率10分得9分，产出指标50分得49分，效益指标40分得39分。\n"
     "部门整体支出绩效自评表\n"
     "一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t分值\t得分\n"
     "预算执行率\t预算执行率\t预算执行率\t100%\t90%\t10\t9\n"
     "产出指标\t数量指标\t造林面积\t≥300亩\t310亩\t25\t25\n"
     "产出指标\t质量指标\t造林合格率\t≥90%\t95%\t25\t23\n"
     "效益指标\t社会效益指标\t惠及群众人数\t≥50人\t60人\t40\t39\n"
     "合计\t\t\t\t\t100\t96\n",
     true, "49 in the text, 25 + 23 in the sheet"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "自评得分97分。其中：预算执行率10分得9分，产出指标50分得49分，效益指标40分得39分。\n"
     "部门整体支出绩效自评表\n"
     "一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t分值\t得分\n"
     "预算执行率\t预算执行率\t预算执行率\t100%\t90%\t10\t9\n"
     "产出指标\t数量指标\t造林面积\t≥300亩\t310亩\t25\t25\n"
     "产出指标\t质量指标\t造林合格率\t≥90%\t95%\t25\t24\n"
     "效益指标\t社会效益指标\t惠及群众人数\t≥50人\t60人\t40\t39\n"
     "合计\t\t\t\t\t100\t97\n",
     false, "text and sheet agree"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "第三方评价：预算执行率20分得18分，产出指标40分得35分，效益指标40分得33分。\n"
     "部门整体支出绩效自评表\n"
     "一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t分值\t得分\n"
     "预算执行率\t预算执行率\t预算执行率\t100%\t90%\t10\t9\n"
     "产出指标\t数量指标\t造林面积\t≥300亩\t310亩\t25\t25\n"
     "产出指标\t质量指标\t造林合格率\t≥90%\t95%\t25\t24\n"
     "效益指标\t社会效益指标\t惠及群众人数\t≥50人\t60人\t40\t39\n"
     "合计\t\t\t\t\t100\t97\n",
     false, "another scheme"},
};

}  // namespace

const Rule group_told_differs_from_sheet = {
    .id = "SCO109",
    .name = "group-told-differs-from-sheet",
    .severity = Severity::kError,
    .summary_zh = "正文所述一级指标的分值、得分与自评表各行之和不符。",
    .summary_en =
        "The mark or score of a first-level group in the text is not the sum of its rows.",
    .advice_zh = "请核对正文与自评表。",
    .advice_en = "Check the text against the sheet.",
    .documentation = R"(## What it checks
First-level groups told in one sentence (预算执行率10分得8.74分，产出指标50分得49.5分 …): the mark and the score of each against the sum of its rows in the sheet, and the score against its mark.
## Why it matters
The sheet is changed last, the sentence before it is forgotten.
## When it stays silent
Fewer than three groups named; several sheets; most of the figures differing (another scheme).
## Source
财预〔2020〕10号: 项目支出绩效自评表.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
