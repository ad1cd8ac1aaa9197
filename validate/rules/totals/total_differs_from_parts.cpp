// SPDX-License-Identifier: GPL-3.0-or-later
//
// SUM101: "X，其中：A、B、C", "按支出性质分…", "15间（A 11间、B 4间）".
//
// A list of parts need not be complete: unless the words or the parts themselves say that it is
// (其他…, 分别为, one of the known partitions, or parts that exceed the whole), a sum that falls
// short is not even mentioned.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/pattern.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/reading/partition.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule total_differs_from_parts;

namespace {

constexpr size_t kMaxParts = 24;
constexpr size_t kMaxWholes = 5;
constexpr size_t kLookBack = 14;

bool IsPart(const Fact& part, const Fact& whole) {
  return Comparable(part, whole) && !IsChange(part) && !Has(part.qualifiers, Qualifier::kShare) &&
         part.quantity.interval.IsBounded();
}

// 产出指标50分得48.2分: the score of an indicator after its full mark.
bool IsScoreOfMark(const CheckContext& context, const Said& said) {
  return context.At(said.fact).quantity.unit.dimension == Dimension::kScore &&
         (said.label == "得" || said.label == "得分" || said.label == "自评得" ||
          said.label == "实得");
}

std::vector<std::string_view> LabelsOf(const CheckContext& context,
                                       const std::vector<const Said*>& parts) {
  std::vector<std::string_view> labels;
  for (const Said* part : parts) {
    // The figure before a score in its passage is its full mark, whose label names both.
    labels.push_back(IsScoreOfMark(context, *part) ? (part - 1)->label : part->label);
  }
  return labels;
}

const Pattern& OpensList() {
  static const Pattern kPattern(
      "其中|^中[，,：:]|按[^，,。；;]{1,30}分(?:类)?[：:，,为]?|分别(?:为|是)|包括|含");
  return kPattern;
}

// Where the words before a figure begin another statement than the list.
const Pattern& LeavesList() {
  static const Pattern kPattern("合计|总计|共计|比上年|比去年|同比|执行率|年末|差异|人均|平均");
  return kPattern;
}

// 财政拨款收入A和其他收入B构成: the words that close a list which 由 opened.
const Pattern& ClosesList() {
  static const Pattern kPattern("^(?:共同|两部分|三部分)?(?:构成|组成)");
  return kPattern;
}

// The last part of a list that 由 opened before figures[first], if the words close it.
size_t ClosedAt(const Passage& passage, size_t first) {
  static const Pattern kFrom("^[，,：:（(]?[ 　]*由[^于此，,。；;：:]{2,}$");
  const Said& opens = passage.figures[first];
  if (opens.before.find("由") == std::string_view::npos || !kFrom.Contains(opens.before)) {
    return std::string_view::npos;
  }
  for (size_t i = first; i < passage.figures.size() && i < first + kMaxParts; ++i) {
    const Said& said = passage.figures[i];
    if (said.sentence != opens.sentence) {
      break;
    }
    if (i > first && ClosesList().Contains(said.after)) {
      return i;
    }
  }
  return std::string_view::npos;
}

struct List {
  size_t first = 0;                      // index of its first part in the passage
  size_t last = std::string_view::npos;  // … and of its last, where the words say which it is
  std::string_view opener;
  bool in_bracket = false;
  std::string_view whole = {};  // what the words call the whole; empty: the nearest is meant
};

// 本年收入中，财政拨款收入A，其他收入B: a list that opens a sentence with the name of its whole.
bool OfNamed(std::string_view before, std::string_view* whole) {
  static const Pattern kOf(
      "(?:^|[。；;])[ 　]*([^，,。；;：:、其]{2,14})中[，,：:][^，,。；;：:]{2,}$");
  Pattern::Match match;
  if (before.find("中") == std::string_view::npos || !kOf.Find(before, 0, &match)) {
    return false;
  }
  *whole = match.group[1];
  return true;
}

Claim SumClaim(const CheckContext& context, const Said& whole,
               const std::vector<const Said*>& parts, size_t count, const List& list) {
  Claim claim;
  claim.kind = RelationKind::kSum;
  claim.stated = Term::Of(whole.fact, "total");
  claim.idle = true;
  for (size_t i = 0; i < count; ++i) {
    claim.operands.push_back(Term::Of(parts[i]->fact, "part"));
    claim.idle = claim.idle && context.At(parts[i]->fact).quantity.value.IsZero();
  }
  const std::string opener(list.opener);
  claim.reason = {"“" + opener + "”所列各项是总数的组成部分",
                  "the items after “" + opener + "” are parts of the total"};
  return claim;
}

void CheckList(const CheckContext& context, const Passage& passage, const List& list,
               ClaimSink& sink) {
  const Said& first = passage.figures[list.first];
  // Figures before the list that could be its whole, nearest first.
  std::vector<const Said*> wholes;
  for (size_t back = 1; back <= std::min(list.first, kLookBack) && wholes.size() < kMaxWholes;
       ++back) {
    const Said& candidate = passage.figures[list.first - back];
    if (first.sentence - candidate.sentence > 1 || (list.in_bracket && !wholes.empty())) {
      break;
    }
    if (IsPart(context.At(candidate.fact), context.At(first.fact)) &&
        (list.whole.empty() || candidate.label.ends_with(list.whole))) {
      wholes.push_back(&candidate);
    }
  }
  if (wholes.empty()) {
    return;
  }
  const Fact& nearest = context.At(wholes.front()->fact);
  std::vector<const Said*> parts;
  size_t until_semicolon = 0;  // parts before the first ；
  for (size_t i = list.first; i < passage.figures.size() && parts.size() < kMaxParts; ++i) {
    const Said& said = passage.figures[i];
    if (i > list.last || said.sentence != first.sentence || said.depth < first.depth) {
      break;
    }
    if (said.depth > first.depth) {
      continue;  // parts of a part
    }
    if (i > list.first &&
        (OpensList().Contains(said.before) || LeavesList().Contains(said.before))) {
      if (!LeavesList().Contains(said.before) || IsPart(context.At(said.fact), nearest)) {
        break;
      }
      continue;
    }
    if (until_semicolon == 0 && !parts.empty() &&
        (said.before.find("；") != std::string_view::npos ||
         said.before.find(';') != std::string_view::npos)) {
      until_semicolon = parts.size();
    }
    if (IsPart(context.At(said.fact), nearest)) {
      const bool scored =
          !parts.empty() && parts.back() + 1 == &said && IsScoreOfMark(context, said);
      if (scored) {
        parts.back() = &said;
      } else {
        parts.push_back(&said);
      }
    }
  }
  const auto likely = std::find_if(wholes.begin(), wholes.end(),
                                   [](const Said* whole) { return !IsNamedBase(*whole); });
  const Said& whole = likely != wholes.end() ? **likely : *wholes.front();
  const std::string whole_words = std::string(whole.label) + " " + context.At(whole.fact).subject;
  // Parts that are known to make up the whole are one list, up to the first ； perhaps.
  const auto complete = [&](size_t count) {
    return CompletePartition(
               LabelsOf(context, {parts.begin(), parts.begin() + static_cast<long>(count)}),
               whole_words) != nullptr;
  };
  const bool known = complete(parts.size());
  if (!known && until_semicolon >= 2 && complete(until_semicolon)) {
    parts.resize(until_semicolon);
  }
  // A list of pairs (budget, spent) is one list for each scope.
  const Scope whole_scope = nearest.scope;
  const bool mixed =
      !complete(parts.size()) && std::any_of(parts.begin(), parts.end(), [&](const Said* part) {
        return context.At(part->fact).scope != context.At(parts.front()->fact).scope;
      });
  std::vector<Claim> readings;
  if (mixed) {
    // … unless all of them together make up a whole: 上年结转 and 本年预算 are one budget.
    for (const Said* candidate : wholes) {
      Claim claim = SumClaim(context, *candidate, parts, parts.size(), list);
      claim.only_if_held = true;
      readings.push_back(std::move(claim));
    }
    std::erase_if(parts, [&](const Said* part) {
      const Scope scope = context.At(part->fact).scope;
      return whole_scope != Scope::kUnknown && scope != Scope::kUnknown && scope != whole_scope;
    });
    until_semicolon = 0;
  }
  if (parts.size() < 2) {
    return;
  }
  // Where the parts are all there is, that some of them come to the whole is chance.
  const bool all = complete(parts.size());
  for (const Said* candidate : wholes) {
    for (size_t count = parts.size(); count >= 2; --count) {
      if (all && count < parts.size() && !complete(count)) {
        continue;
      }
      Claim claim = SumClaim(context, *candidate, parts, count, list);
      claim.only_if_held = true;
      readings.push_back(std::move(claim));
    }
  }
  if (until_semicolon >= 2 && until_semicolon < parts.size() &&
      CompletePartition(LabelsOf(context, parts), whole_words) == nullptr) {
    parts.resize(until_semicolon);
  }
  Claim main = SumClaim(context, whole, parts, parts.size(), list);
  const Partition* partition = CompletePartition(LabelsOf(context, parts), whole_words);
  const std::string_view last = parts.back()->label;
  if (partition != nullptr) {
    std::string_view opener = list.opener;
    for (const std::string_view mark : {"，", "："}) {
      opener.remove_suffix(opener.ends_with(mark) ? mark.size() : 0);
    }
    main.reason = {"“" + std::string(opener) + "”之后" + partition->name_zh + "已列全",
                   "the list is complete: " + std::string(partition->name_en)};
    main.confidence = 0.95;
    if (partition->doubted) {
      main.severity = Severity::kWarning;
    }
    readings.push_back(std::move(main));
  } else if (nearest.quantity.unit.dimension == Dimension::kRatio ||
             nearest.quantity.unit.dimension == Dimension::kPercentagePoint) {
    // Rates of parts are no parts of a rate.
  } else if (ContainsAny(last, "其余|余下|剩余")) {
    // rest_differs tells it.
  } else if (last.starts_with("其他") || list.opener.starts_with("分别") ||
             list.last != std::string_view::npos) {
    main.confidence = 0.85;
    readings.push_back(std::move(main));
  } else if (!mixed) {
    // Parts may fall short of a whole, never exceed it; but people are counted by several marks at
    // once (学历, 职称, 党员), and what is planned for next year is no part.
    constexpr std::string_view kOverlap =
        "党员|女|男|职称|学历|本科|硕士|博士|大专|专科|岁|民族|残疾|计划|拟|下年|明年|上年";
    if (std::any_of(parts.begin(), parts.end(), [&](const Said* part) {
          return ContainsAny(part->label, kOverlap) || part->after.starts_with("列入") ||
                 part->after.starts_with("纳入");
        })) {
      sink.Propose(std::move(readings));
      return;
    }
    Decimal sum = 0;
    for (const Said* part : parts) {
      sum += context.At(part->fact).quantity.BaseValue();
    }
    if (sum > nearest.quantity.BaseValue()) {
      main.confidence = 0.8;
      main.severity = Severity::kWarning;
      main.reason.zh += "，部分之和不会大于总数";
      main.reason.en += ", and parts never exceed their whole";
      readings.push_back(std::move(main));
    }
  }
  sink.Propose(std::move(readings));
}

// "总计增加498.72万元。按功能分类，A减少108.56万元，B增加140.96万元…": the changes of the parts
// make up the change of the whole. Only ever a confirmation: parts that did not change are not
// told.
void CheckChanges(const CheckContext& context, const Passage& passage, size_t first,
                  ClaimSink& sink) {
  const auto is_change = [&](const Said& said, const Said& like) {
    const Fact& fact = context.At(said.fact);
    return IsChange(fact) && Comparable(fact, context.At(like.fact));
  };
  const Said& start = passage.figures[first];
  std::vector<const Said*> parts;
  for (size_t i = first; i < passage.figures.size() && parts.size() < kMaxParts; ++i) {
    const Said& said = passage.figures[i];
    if (said.sentence != start.sentence || (i > first && OpensList().Contains(said.before))) {
      break;
    }
    if (is_change(said, start)) {
      parts.push_back(&said);
    }
  }
  for (size_t back = 1; back <= std::min(first, kLookBack) && parts.size() >= 2; ++back) {
    const Said& whole = passage.figures[first - back];
    if (start.sentence - whole.sentence > 1) {
      return;
    }
    if (!is_change(whole, start)) {
      continue;
    }
    Claim claim;
    claim.stated = Term::Of(whole.fact, "change of the total", DirectionOf(context.At(whole.fact)));
    for (const Said* part : parts) {
      claim.operands.push_back(
          Term::Of(part->fact, "change of a part", DirectionOf(context.At(part->fact))));
    }
    claim.reason = {"各部分的增减合计为总数的增减",
                    "the parts' changes make up the total's change"};
    claim.only_if_held = true;
    sink.Propose(std::move(claim));
    return;
  }
}

// 工资福利支出A、商品和服务支出B、对个人和家庭的补助C，合计W: the whole behind its parts, which the
// words must name in full for a break to be one.
void CheckWholeBehind(const CheckContext& context, const Passage& passage, size_t at,
                      ClaimSink& sink) {
  static const Pattern kWhole("^[，,][ 　]*(?:合计|共计|总计)(?:为)?[ 　]*$");
  const Said& whole = passage.figures[at];
  if (at < 2 || !kWhole.Contains(whole.before)) {
    return;
  }
  std::vector<const Said*> parts;
  for (size_t back = 1; back <= at && parts.size() < kMaxParts; ++back) {
    const Said& said = passage.figures[at - back];
    if (said.sentence != whole.sentence || said.depth != whole.depth ||
        !IsPart(context.At(said.fact), context.At(whole.fact))) {
      break;
    }
    parts.push_back(&said);
    if (!said.before.starts_with("、")) {
      break;
    }
  }
  if (parts.size() < 2) {
    return;
  }
  std::reverse(parts.begin(), parts.end());
  List list;
  list.opener = "合计";
  Claim claim = SumClaim(context, whole, parts, parts.size(), list);
  claim.confidence = 0.9;
  claim.only_if_held = CompletePartition(LabelsOf(context, parts)) == nullptr;
  sink.Propose(std::move(claim));
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const Passage& passage : context.prose()) {
    if (passage.address.part == TextAddress::Part::kCell) {
      continue;
    }
    for (size_t i = 1; i < passage.figures.size(); ++i) {
      const Said& said = passage.figures[i];
      CheckWholeBehind(context, passage, i, sink);
      Pattern::Match match;
      List list;
      list.first = i;
      size_t from = 0;
      while (OpensList().Find(said.before, from, &match)) {
        list.opener = match.group[0];
        from = match.end;
      }
      if (!list.opener.empty() && IsChange(context.At(said.fact))) {
        CheckChanges(context, passage, i, sink);
        continue;
      }
      if (list.opener.empty() && (list.last = ClosedAt(passage, i)) != std::string_view::npos) {
        list.opener = "由…构成";
      }
      if (list.opener.empty() && OfNamed(said.before, &list.whole)) {
        list.opener = "…中";
      }
      if (list.opener.empty()) {
        const Said& previous = passage.figures[i - 1];
        if (said.depth != previous.depth + 1 || said.sentence != previous.sentence ||
            !(said.before.starts_with("（") || said.before.starts_with("("))) {
          continue;
        }
        list.in_bracket = true;
        list.opener = "（…）";
      }
      CheckList(context, passage, list, sink);
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2023年度部门决算\n"
     "公务接待费支出4.43万元，其中：国内接待费4.43万元，接待2批次，9人次，人均4922.22元。\n",
     false, "an amount per head is no part"},
    {"青石县林业局2023年度部门决算\n"
     "2023年收入预算1050.00万元，其中：上年结转50.00万元，一般公共预算拨款收入900.00万元，"
     "其他收入100.00万元。\n",
     false, "what was carried in is part of the budget"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "工资福利支出288.29万元、商品和服务支出144.14万元、对个人和家庭的补助264.28元，合计696."
     "71万元。\n",
     true, "the whole stands behind its parts, one of them in 元"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "造林支出288.29万元、防火支出144.14万元，合计696.71万元。\n",
     false, "what else the total holds is not said"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年“三公”经费预算19.26万元，其中：因公出国（境）费0万元，公务用车购置及运行费13.62万元"
     "（其中公务用车购置费0万元、公务用车运行费13.62万元），公务接待费5.64元。\n",
     true, "a bracket that parts one of the parts does not end the list"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年度“三公”经费支出决算23.10万元，完成预算30.00万元的77%，其中：因公出国（境）费0万元；"
     "公务用车购置及运行维护费19.08万元；公务接待费4.02元。\n",
     true, "the three parts make up what was spent, and one is in 元"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年取得收入682.47万元，由财政拨款收入674.77万元和其他收入77.00万元构成。\n",
     true, "构成 closes the list"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年取得收入682.47万元，由财政拨款收入674.77万元等构成。"
     "支出由基本支出300.00万元、项目支出200.00万元等组成。\n",
     false, "等 leaves the rest unsaid"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年度收入总计1648.62万元，其中本年收入1595.38万元，年初结转和结余35.24万元。\n",
     true, "what came in and what was carried in make up the total"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年度收入总计1648.62万元，其中财政拨款收入1500.00万元，年初结转和结余53.24万元。\n",
     false, "other income is not told"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年本年收入1595.38万元。本年收入中，财政拨款收入1561.82万元，其他收入38.56万元。\n",
     true, "其他收入 closes the list of what 本年收入 is made of"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年财政拨款支出500.00万元，其中人员经费300.00万元，公用经费50.00万元。\n",
     false, "people and running costs make up basic expenditure, not all spending"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年全年实际支出500.00万元，其中：基本支出420.00万元，项目支出90.00万元。\n",
     true, "420 + 90 is 510"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年全年实际支出500.00万元，其中：基本支出420.00万元，项目支出80.00万元。\n",
     false, "the parts add up"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "基本支出331.20万元中，工资福利支出268.90万元、商品和服务支出54.10元、对个人和家庭的补助8."
     "20万元。\n",
     true, "a part in 元 among 万元"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "全年检查企业120家，其中化工企业30家、建材企业20家。\n",
     false, "a list of examples need not be complete"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "预算执行率97.70%。各季度累计执行率分别为21.35%、48.62%、73.10%、97.70%。\n",
     false, "rates are not added"},
};

}  // namespace

const Rule total_differs_from_parts = {
    .id = "SUM101",
    .name = "total-differs-from-parts",
    .severity = Severity::kError,
    .summary_zh = "总数与其后所列各组成部分之和不符。",
    .summary_en = "A total is not the sum of the parts listed after it.",
    .advice_zh = "请核对总数与各分项，改正写错的一处。",
    .advice_en = "Check the total and its parts and correct the one that is wrong.",
    .documentation = R"(## What it checks
Lists of parts in running text: X，其中：A、B、C; 按支出性质分…; 分别为…; 由A和B构成; X中，A、B; a list in brackets after its total. Parts are added exactly; the nearest earlier figure of the same kind is the total.
## Why it matters
A total that its own parts do not make up is the commonest sign of a figure typed from an older draft, a wrong unit, or a forgotten item.
## When it stays silent
When the list need not be complete and falls short of the total; when the parts differ from the total by rounding or truncation; when any earlier figure in reach equals the sum.
## Source
Arithmetic; partitions of expenditure after the government's classification of revenue and expenditure (政府收支分类科目).)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
