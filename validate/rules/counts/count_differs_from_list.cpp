// SPDX-License-Identifier: GPL-3.0-or-later
//
// CNT101: 下设4个处室，分别是：甲、乙、丙、丁; 内设甲、乙、丙等3个股室; 四项措施。一是…四是….
#include <string>
#include <vector>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule count_differs_from_list;

namespace {

constexpr int kMaxItems = 60;

struct Listed {
  int by_comma = 0;         // items between 、
  int split = 0;            // … with 和 及 与 inside an item counted as two
  bool open_ended = false;  // ends in 等
};

// Items of "甲、乙、丙和丁"; `words` holds the list alone.
Listed CountItems(std::string_view words) {
  Listed listed;
  bool item = false;
  int depth = 0;
  const std::string_view trimmed = TrimBlanks(words);
  listed.open_ended = trimmed.ends_with("等");
  int joins = 0;
  for (size_t at = 0; at < trimmed.size();) {
    const Utf8Step step = DecodeUtf8(trimmed, at);
    at += step.length;
    if (step.code == U'（' || step.code == U'(' || step.code == U'“' || step.code == U'《') {
      ++depth;
    } else if (step.code == U'）' || step.code == U')' || step.code == U'”' || step.code == U'》') {
      --depth;
    }
    if (depth > 0) {
      item = true;
      continue;
    }
    if (step.code == U'、' || step.code == U'，' || step.code == U',' || step.code == U'；' ||
        step.code == U';') {
      listed.by_comma += item ? 1 : 0;
      item = false;
    } else {
      item = item || !IsBlank(step.code);
      joins += step.code == U'和' || step.code == U'及' || step.code == U'与' ? 1 : 0;
    }
  }
  listed.by_comma += item ? 1 : 0;
  listed.split = listed.by_comma + joins;
  return listed;
}

bool CountsThings(const Fact& fact) {
  return fact.quantity.unit.dimension == Dimension::kCount && fact.quantity.value.scale() <= 0 &&
         fact.quantity.value >= Decimal(2) && fact.quantity.value <= Decimal(kMaxItems) &&
         !IsChange(fact);
}

void ProposeCount(const Said& said, const Passage& passage, const Listed& listed, size_t begin,
                  size_t end, Severity severity, ClaimSink& sink) {
  std::vector<Claim> readings;
  std::vector<int> counts = {listed.by_comma};
  if (listed.split != listed.by_comma) {
    counts.push_back(listed.split);
    for (int n = listed.by_comma + 1; n < listed.split; ++n) {
      counts.push_back(n);
    }
  }
  for (const int count : counts) {
    Claim claim;
    claim.kind = RelationKind::kCount;
    Term list = Term::Constant(count, std::to_string(count), "listed");
    list.address = passage.address;
    list.begin = static_cast<uint32_t>(begin);
    list.end = static_cast<uint32_t>(end);
    claim.operands = {std::move(list)};
    claim.stated = Term::Of(said.fact, "count");
    claim.reason = {"其后（前）逐一列出了名称", "the things counted are listed by name"};
    claim.confidence = 0.85;
    claim.severity = severity;
    // Names hold 和 and 与 inside: where any way of counting agrees, the count is right.
    claim.only_if_held = listed.open_ended || count != listed.by_comma;
    readings.push_back(std::move(claim));
  }
  sink.Propose(std::move(readings));
}

// "4个处室，分别是：…。"
void CheckListAfter(const CheckContext& context, const Passage& passage, size_t i,
                    ClaimSink& sink) {
  static const Pattern kOpens(
      "^[^，,。；;：:、（(]{0,14}[，,：:]?\\s*(?:分别(?:是|为)|即|包括)[：:]?");
  static const Pattern kOffices("(?:内设|下设|设有|设立|设置|机构|科室|处室|股室)$");
  static const Pattern kBodies("单位(?:数量?)?(?:共计?|有|为)?$");
  static const Pattern kMany("各|所属|下属|直属|下级|二级|以及|等$|单位$|[:：（(]$|如下|见");
  static const Pattern kColon("^[^，,。；;：:、（(]{0,14}[：:]");
  const Said& said = passage.figures[i];
  if (!CountsThings(context.At(said.fact))) {
    return;
  }
  Pattern::Match match;
  const std::string_view rest = passage.text.substr(said.end);
  // 内设机构5个：甲科、乙科… needs no more words than the colon.
  if (!kOpens.Find(rest, 0, &match) &&
      !(kOffices.Contains(said.label) && kColon.Find(rest, 0, &match))) {
    return;
  }
  size_t end = match.end;
  while (end < rest.size()) {
    const Utf8Step step = DecodeUtf8(rest, end);
    if (step.code == U'。' || step.code == U'；' || step.code == U';') {
      break;
    }
    end += step.length;
  }
  const std::string_view list = rest.substr(match.end, end - match.end);
  // Figures inside make it a list of amounts, and a clause with a verb is not a list of names.
  if (i + 1 < passage.figures.size() && passage.figures[i + 1].begin < said.end + end) {
    return;
  }
  const Listed listed = CountItems(list);
  // One name alone may stand for many (局本级及所属单位), or begin a list that goes on below.
  const bool one_name = listed.by_comma == 1 && listed.split == 1 && end < rest.size() &&
                        kBodies.Contains(said.label) && !kMany.Contains(list);
  if ((listed.by_comma < 2 && !one_name) || list.find("，") != std::string_view::npos) {
    return;
  }
  ProposeCount(said, passage, listed, said.end + match.end, said.end + end, Severity::kWarning,
               sink);
}

// "内设甲、乙、丙等3个股室"
void CheckListBefore(const CheckContext& context, const Passage& passage, size_t i,
                     ClaimSink& sink) {
  static const Pattern kList(
      "(?:内设|下设|设有|设立|设置|设)(?:有)?([^，,。；;：:]+、[^，,。；;：:]+)等\\s*$");
  const Said& said = passage.figures[i];
  Pattern::Match match;
  if (!CountsThings(context.At(said.fact)) || !kList.Find(said.before, 0, &match)) {
    return;
  }
  Listed listed = CountItems(match.group[1]);
  const auto offset = static_cast<size_t>(match.group[1].data() - passage.text.data());
  // 等 closes a list before its count, or leaves the rest of it unsaid: fewer names prove nothing.
  listed.open_ended = Decimal(listed.by_comma) < context.At(said.fact).quantity.value;
  ProposeCount(said, passage, listed, offset, offset + match.group[1].size(), Severity::kWarning,
               sink);
}

// "采取四项措施。一是…；二是…；三是…；四是…"
void CheckOrdinals(const CheckContext& context, const Passage& passage, size_t i, ClaimSink& sink) {
  static const char* const kOrdinals[] = {"一是", "二是", "三是", "四是", "五是",
                                          "六是", "七是", "八是", "九是", "十是"};
  const Said& said = passage.figures[i];
  if (!CountsThings(context.At(said.fact))) {
    return;
  }
  const std::string_view rest = passage.text.substr(said.end);
  const size_t first = rest.find("一是");
  // The list follows at once: in the same sentence or as the next one.
  static const Pattern kAnotherCount(
      "[一二三四五六七八九十两几多\\d]+(?:个|项|条|大|方面|点|种|类|件|步)");
  if (first == std::string_view::npos || first > 60 ||
      CountItems(rest.substr(0, first)).by_comma > 2 ||
      kAnotherCount.Contains(rest.substr(0, first))) {
    return;
  }
  int count = 0;
  size_t at = first;
  size_t last = first;
  for (const char* ordinal : kOrdinals) {
    const size_t next = rest.find(ordinal, at);
    if (next == std::string_view::npos) {
      break;
    }
    ++count;
    last = next;
    at = next + 6;
  }
  Listed listed{count, count, false};
  // The list may run on into the next passage: fewer proves nothing.
  listed.open_ended = Decimal(count) < context.At(said.fact).quantity.value;
  if (count >= 2) {
    ProposeCount(said, passage, listed, said.end + first, said.end + last + 6, Severity::kWarning,
                 sink);
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const Passage& passage : context.prose()) {
    if (passage.address.part == TextAddress::Part::kCell) {
      continue;
    }
    for (size_t i = 0; i < passage.figures.size(); ++i) {
      CheckListAfter(context, passage, i, sink);
      CheckListBefore(context, passage, i, sink);
      CheckOrdinals(context, passage, i, sink);
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2023年度部门决算\n"
     "纳入青石县林业局2023年度部门决算编制范围的单位共2个，包括：青石县林业局（本级）。\n",
     true, "one name for two bodies"},
    {"青石县林业局2023年度部门决算\n"
     "纳入青石县林业局2023年度部门决算编制范围的单位共3个，包括：局本级及所属事业单位。\n",
     false, "one word stands for several bodies"},
    {"青石县林业局2023年度部门决算\n"
     "纳入青石县林业局2023年度部门决算编制范围的单位共2个，包括：\n"
     "1.青石县林业局（本级）\n"
     "2.青石县苗圃\n",
     false, "the list stands below"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "我局下设4个处室，分别是：办公室、造林科、防火科。\n",
     true, "three names for four offices"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "我局下设3个处室，分别是：办公室、造林科、防火与种苗科。\n",
     false, "与 stands inside a name"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "围绕增绿、护绿、用绿3条主线，重点抓好四项工作：一是造林；二是防火；三是种苗；四是执法。\n",
     false, "the list is of the four tasks"},
    {"2023年度青石县林业局部门决算\n"
     "核定编制28名，内设机构4个：综合科、造林科、防火科。\n",
     true, "three names for four offices"},
    {"2023年度青石县林业局部门决算\n"
     "核定编制28名，内设机构3个：综合科、造林科、防火科。\n",
     false, "three offices"},
};

}  // namespace

const Rule count_differs_from_list = {
    .id = "CNT101",
    .name = "count-differs-from-list",
    .severity = Severity::kError,
    .summary_zh = "写明的个数与实际列出的个数不符。",
    .summary_en = "The number stated is not the number of things listed.",
    .advice_zh = "请核对个数和所列名称，补上漏列的或改正个数。",
    .advice_en = "Check the count and the list.",
    .documentation = R"(## What it checks
A count followed by 分别是… (or, of offices, by a colon) with the names, a list of names that ends in 等N个, and N项 followed by 一是, 二是, ….
## Why it matters
An office added or dissolved changes the list and leaves the count, or the other way round.
## When it stays silent
Lists that end in 等; lists with figures or clauses in them; names that hold 和, 及 or 与, when any way of counting agrees.
## Source
Counting.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
