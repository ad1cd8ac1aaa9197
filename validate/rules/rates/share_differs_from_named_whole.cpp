// SPDX-License-Identifier: GPL-3.0-or-later
//
// RAT104: A万元，占总支出的Y%.
//
// The whole is named in words and printed elsewhere. Wholes that the words may mean are gathered
// from the document; a share that fits none is told against the likeliest. Shares without a named
// whole (占Y%) are told only when their siblings prove the whole.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/pattern.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/evaluate.h"
#include "validate/reading/measure_words.h"
#include "validate/reading/subject.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule share_differs_from_named_whole;

namespace {

constexpr size_t kMaxWholes = 12;
constexpr size_t kReach = 6;
// Bytes of a whole's name from which it can be told from others: four characters.
constexpr size_t kLeastKey = 12;

struct Share {
  const Passage* passage;
  size_t part;  // figure that is the share's numerator
  size_t share;
  std::string whole_words;  // "总支出", or empty
};

const Pattern& ShareWords() {
  static const Pattern kPattern(
      "(?:占|占到|约占)((?:本年|全年|当年|年度)?[^，,。；;占]{0,30}?)(?:的)?(?:比重|比例|比)?(?:为|"
      "达|达到|是|约)?$");
  return kPattern;
}

// Words that make a figure another slice than the report's whole spending or income:
// 政府采购支出总额 is not 支出总额.
constexpr std::string_view kSlices =
    "基本支出|项目支出|专项|三公|采购|公用|人员|工资|商品|补助|上级|本级|其他|接待|车|财政拨款|"
    "基金|一般公共|国有资本|经营|事业支出|事业收入";

bool NamesTotalSpending(std::string_view words) {
  return ContainsAny(words, "总支出|支出总|支出合计|本年支出|全部支出|全年支出") &&
         !ContainsAny(words, kSlices);
}

bool NamesTotalIncome(std::string_view words) {
  return ContainsAny(words, "总收入|收入总|收入合计|本年收入|全部收入") &&
         !ContainsAny(words, kSlices);
}

// 占“三公”经费支出的: the whole of 三公 spending (or budget), where it is told with one value.
std::vector<FactId> PublicWhole(const CheckContext& context, std::string_view words) {
  const PublicSide side =
      words.find("预算") != std::string_view::npos ? PublicSide::kBudget : PublicSide::kSpent;
  std::vector<FactId> wholes;
  const auto add = [&](FactId id) {
    if (id >= 0 && std::none_of(wholes.begin(), wholes.end(), [&](FactId other) {
          return context.At(other).quantity.BaseValue() == context.At(id).quantity.BaseValue();
        })) {
      wholes.push_back(id);
    }
  };
  for (const PublicTelling& telling : context.three_public().tellings) {
    if (telling.item == PublicItem::kWhole && telling.side == side) {
      add(telling.fact);
    }
  }
  return wholes.size() == 1 ? wholes : std::vector<FactId>{};
}

// Figures that may be the whole that `words` name, the largest first: a whole is not smaller than
// its slices.
std::vector<FactId> WholesNamed(const CheckContext& context, std::string_view words) {
  if (words.find("三公") != std::string_view::npos &&
      !ContainsAny(words, "出国|接待|用车|公车|购置|运行")) {
    return PublicWhole(context, words);
  }
  std::vector<FactId> wholes;
  const bool spending = NamesTotalSpending(words);
  const bool income = NamesTotalIncome(words);
  const std::string key = SubjectKey(words);
  for (const Passage& passage : context.prose()) {
    int sentence = -1;
    bool slice = false;
    for (const Said& said : passage.figures) {
      const Fact& fact = context.At(said.fact);
      if (said.sentence != sentence) {
        sentence = said.sentence;
        slice = false;
      }
      slice = slice || ContainsAny(said.before, kSlices);
      if (fact.quantity.unit.dimension != Dimension::kMoney || IsChange(fact) ||
          fact.quantity.value.Sign() <= 0) {
        continue;
      }
      const std::string of = SubjectKey(fact.subject);
      const bool whole =
          spending ? !slice && ContainsAny(of, "总支出|支出总|支出合计|实际支出|本年支出|全年支出")
          : income ? !slice && ContainsAny(of, "总收入|收入总|收入合计|本年收入|取得收入")
                   : key.size() >= kLeastKey && (of == key || of.ends_with(key) ||
                                                 (of.size() >= kLeastKey && key.ends_with(of)));
      if (whole && std::none_of(wholes.begin(), wholes.end(), [&](FactId other) {
            return context.At(other).quantity.BaseValue() == fact.quantity.BaseValue();
          })) {
        wholes.push_back(said.fact);
      }
    }
  }
  std::stable_sort(wholes.begin(), wholes.end(), [&](FactId a, FactId b) {
    return context.At(a).quantity.BaseValue() > context.At(b).quantity.BaseValue();
  });
  if (wholes.size() > kMaxWholes) {
    wholes.resize(kMaxWholes);
  }
  return wholes;
}

Claim ShareClaim(const Share& share, FactId whole) {
  const Said& part = share.passage->figures[share.part];
  const Said& stated = share.passage->figures[share.share];
  Claim claim;
  claim.kind = RelationKind::kRatio;
  claim.operands = {Term::Of(part.fact, "part"), Term::Of(whole, "whole")};
  claim.stated = Term::Of(stated.fact, "share");
  claim.reason = {share.whole_words.empty() ? "占比是该项与同段总数之比"
                                            : "“占" + share.whole_words + "”说明了分母",
                  share.whole_words.empty() ? "a share of the total in the same passage"
                                            : "the words name the whole"};
  claim.confidence = 0.9;
  return claim;
}

bool IsAmount(const Fact& fact) {
  return (fact.quantity.unit.dimension == Dimension::kMoney ||
          fact.quantity.unit.dimension == Dimension::kCount) &&
         !IsChange(fact);
}

// Whether the figure goes on the list of the figure before it: 8.1%和91.9%, 3元、4元.
bool GoesOn(const Said& said) {
  static const Pattern kJoint("^[ 　]*(?:、|，|,|和|及|与|以及)[ 　]*$");
  return kJoint.Find(said.before, 0, nullptr);
}

// How many figures of the dimension of figures[last] make the list that ends there.
size_t ListEndingAt(const CheckContext& context, const Passage& passage, size_t last) {
  const Dimension dimension = context.At(passage.figures[last].fact).quantity.unit.dimension;
  size_t length = 1;
  while (length <= last && GoesOn(passage.figures[last - length + 1]) &&
         context.At(passage.figures[last - length].fact).quantity.unit.dimension == dimension) {
    ++length;
  }
  return length;
}

// 由财政拨款收入A和其他收入B构成，财政拨款收入占…的: the words before 占 name the part again.
size_t PartNamed(const CheckContext& context, const Passage& passage, size_t at) {
  const Said& said = passage.figures[at];
  const std::string key = SubjectKey(said.label.substr(0, said.label.find("占")));
  for (size_t back = 1; key.size() >= kLeastKey && back <= std::min(at, kReach); ++back) {
    const Said& part = passage.figures[at - back];
    if (part.sentence != said.sentence) {
      break;
    }
    if (IsAmount(context.At(part.fact)) && SubjectKey(part.label).ends_with(key)) {
      return at - back;
    }
  }
  return std::string_view::npos;
}

// A share with its part. Lists go together in their order (分别为3元和4元，占总额的30%和40%); where
// one list is longer than the other nobody can say what is of what, and nothing is proposed.
std::vector<Share> SharesOf(const CheckContext& context) {
  std::vector<Share> shares;
  for (const Passage& passage : context.prose()) {
    for (size_t i = 1; i < passage.figures.size(); ++i) {
      const Said& said = passage.figures[i];
      Pattern::Match match;
      if (context.At(said.fact).quantity.unit.dimension != Dimension::kRatio ||
          !ShareWords().Find(said.label, 0, &match)) {
        continue;
      }
      size_t last = i;
      while (last + 1 < passage.figures.size() && GoesOn(passage.figures[last + 1]) &&
             context.At(passage.figures[last + 1].fact).quantity.unit.dimension ==
                 Dimension::kRatio) {
        ++last;
      }
      const size_t length = last - i + 1;
      const size_t named = PartNamed(context, passage, i);
      if (named != std::string_view::npos && length == 1) {
        shares.push_back({&passage, named, i, std::string(match.group[1])});
        continue;
      }
      for (size_t back = 1; back <= std::min(i, kReach); ++back) {
        const Said& part = passage.figures[i - back];
        if (part.sentence != said.sentence) {
          break;
        }
        if (IsAmount(context.At(part.fact)) && !IsNamedBase(part)) {
          if (ListEndingAt(context, passage, i - back) == length) {
            for (size_t nth = 0; nth < length; ++nth) {
              shares.push_back(
                  {&passage, i - back + 1 - length + nth, i + nth, std::string(match.group[1])});
            }
          }
          break;
        }
      }
    }
  }
  return shares;
}

// 本年收入合计W，其中：A，占…；B，占…: an earlier figure that the parts make up, all of them from
// the first that has a share to the end of their sentence.
FactId WholeMadeUp(const CheckContext& context, const Passage& passage, size_t first) {
  const Said& start = passage.figures[first];
  Claim claim;
  for (size_t i = first;
       i < passage.figures.size() && passage.figures[i].sentence == start.sentence; ++i) {
    const Said& said = passage.figures[i];
    if (said.depth == start.depth && IsAmount(context.At(said.fact)) &&
        Comparable(context.At(said.fact), context.At(start.fact))) {
      claim.operands.push_back(Term::Of(said.fact, "part"));
    }
  }
  if (claim.operands.size() > kMaxWholes || context.At(start.fact).quantity.value.IsZero()) {
    return -1;
  }
  for (size_t back = 1; back <= std::min(first, kReach); ++back) {
    const Said& said = passage.figures[first - back];
    if (start.sentence - said.sentence > 1) {
      break;
    }
    if (IsAmount(context.At(said.fact)) &&
        Comparable(context.At(said.fact), context.At(start.fact))) {
      claim.stated = Term::Of(said.fact, "whole");
      const RelationStatus status = StatusOf(claim, context.facts());
      if (status == RelationStatus::kHeld || status == RelationStatus::kRounding) {
        return said.fact;
      }
    }
  }
  return -1;
}

// A，占71.13%；B，占14.44%；…: shares that make 100% are of all there is, so the parts make up the
// figure that the list explains, told right before it.
void CheckWholeOfHundred(const CheckContext& context, const std::vector<Share>& siblings,
                         ClaimSink& sink) {
  const Passage& passage = *siblings.front().passage;
  const Said& first = passage.figures[siblings.front().part];
  Claim shares;
  Claim parts;
  for (const Share& share : siblings) {
    const Said& part = passage.figures[share.part];
    if (part.sentence != first.sentence || part.depth != first.depth ||
        !Comparable(context.At(part.fact), context.At(first.fact))) {
      return;
    }
    shares.operands.push_back(Term::Of(passage.figures[share.share].fact, "share"));
    parts.operands.push_back(Term::Of(part.fact, "part"));
  }
  shares.stated = Term::Constant(1, "100%", "whole");
  const RelationStatus hundred = StatusOf(shares, context.facts());
  if (siblings.size() < 3 ||
      (hundred != RelationStatus::kHeld && hundred != RelationStatus::kRounding)) {
    return;
  }
  for (size_t back = 1; back <= std::min(siblings.front().part, kReach); ++back) {
    const Said& whole = passage.figures[siblings.front().part - back];
    const Fact& fact = context.At(whole.fact);
    if (first.sentence - whole.sentence > 1) {
      return;
    }
    if (!IsAmount(fact) || !Comparable(fact, context.At(first.fact)) || IsNamedBase(whole) ||
        ContainsAny(whole.label, "上年|去年|比|较")) {
      continue;
    }
    parts.stated = Term::Of(whole.fact, "total");
    parts.reason = {"各项占比之和为100%，各项即为全部",
                    "the shares make 100%: the parts are all there is"};
    parts.confidence = 0.85;
    parts.severity = Severity::kWarning;
    sink.Propose(std::move(parts));
    return;
  }
}

// 占Y% without a whole: some earlier figure of the passage, proved by the siblings it fits.
void CheckUnnamed(const CheckContext& context, const std::vector<Share>& siblings,
                  ClaimSink& sink) {
  const Passage& passage = *siblings.front().passage;
  std::map<FactId, int> fits;
  FactId best = -1;
  for (size_t i = 0; i < siblings.back().share; ++i) {
    const FactId whole = passage.figures[i].fact;
    for (const Share& share : siblings) {
      if (i >= share.part ||
          !Comparable(context.At(whole), context.At(passage.figures[share.part].fact))) {
        continue;
      }
      const RelationStatus status = StatusOf(ShareClaim(share, whole), context.facts());
      fits[whole] += status == RelationStatus::kHeld || status == RelationStatus::kRounding ? 1 : 0;
    }
    if (best < 0 || fits[whole] > fits[best]) {
      best = whole;
    }
  }
  // Parts that make up a figure are slices of that one.
  const Said& first = passage.figures[siblings.front().part];
  const bool opened = siblings.front().part > 0 &&
                      ContainsAny(first.before, "其中|按|包括|由|分别为|分别是|主要用于");
  const FactId made_up = opened ? WholeMadeUp(context, passage, siblings.front().part) : FactId{-1};
  best = made_up >= 0 ? made_up : best;
  if (best < 0 || (fits[best] == 0 && made_up < 0)) {
    return;
  }
  // A sentence in which no share is of that whole may speak of another.
  std::map<int, int> fits_in;
  for (const Share& share : siblings) {
    const RelationStatus status = StatusOf(ShareClaim(share, best), context.facts());
    fits_in[passage.figures[share.part].sentence] +=
        status == RelationStatus::kHeld || status == RelationStatus::kRounding ? 1 : 0;
  }
  for (const Share& share : siblings) {
    const Said& part = passage.figures[share.part];
    if (part.fact == best) {
      continue;
    }
    Claim claim = ShareClaim(share, best);
    const bool explained = made_up >= 0 && part.sentence == first.sentence;
    claim.only_if_held = !explained && (fits[best] < 2 || fits_in[part.sentence] == 0);
    claim.confidence = 0.88;
    sink.Propose(std::move(claim));
  }
}

// Shares of one paragraph, one after the other, that make 100%: only ever a confirmation, since
// the last is often nudged and lists need not be complete.
void CheckHundred(const std::vector<Share>& shares, const CheckContext& context, ClaimSink& sink) {
  for (size_t first = 0; first < shares.size(); ++first) {
    Claim claim;
    Decimal sum = 0;
    for (size_t i = first;
         i < shares.size() && shares[i].passage == shares[first].passage && i < first + kMaxWholes;
         ++i) {
      const FactId share = shares[i].passage->figures[shares[i].share].fact;
      claim.operands.push_back(Term::Of(share, "share"));
      sum += context.At(share).quantity.BaseValue();
      if (sum == Decimal(1) && claim.operands.size() >= 2) {
        claim.stated = Term::Constant(1, "100%", "whole");
        claim.reason = {"各部分占比之和为100%", "shares of one whole make 100%"};
        claim.only_if_held = true;
        sink.Propose(claim);
        first = i;
        break;
      }
    }
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  std::map<std::string, std::vector<FactId>> wholes_by_words;
  std::vector<Share> unnamed;
  const auto flush = [&] {
    if (!unnamed.empty()) {
      CheckWholeOfHundred(context, unnamed, sink);
      CheckUnnamed(context, unnamed, sink);
      unnamed.clear();
    }
  };
  const std::vector<Share> shares = SharesOf(context);
  CheckHundred(shares, context, sink);
  for (const Share& share : shares) {
    if (!unnamed.empty() && unnamed.front().passage != share.passage) {
      flush();
    }
    if (share.whole_words.empty()) {
      unnamed.push_back(share);
      continue;
    }
    const auto [it, added] = wholes_by_words.try_emplace(share.whole_words);
    if (added) {
      it->second = WholesNamed(context, share.whole_words);
    }
    const FactId part = share.passage->figures[share.part].fact;
    std::vector<Claim> readings;
    for (const FactId whole : it->second) {
      if (whole == part || !Comparable(context.At(whole), context.At(part))) {
        continue;
      }
      Claim claim = ShareClaim(share, whole);
      claim.only_if_held = !readings.empty();
      readings.push_back(std::move(claim));
    }
    if (readings.empty()) {
      unnamed.push_back(share);
      continue;
    }
    if (readings.size() > 1) {
      readings.front().severity =
          NamesTotalSpending(share.whole_words) || NamesTotalIncome(share.whole_words)
              ? Severity::kError
              : Severity::kWarning;
    }
    sink.Propose(std::move(readings));
  }
  flush();
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2024年部门预算\n"
     "2024年一般公共预算拨款支出2680.53万元，比上年增加157.67万元，增长6.25%。主要用于以下方面："
     "农林水支出1835.44万元，占71.13%；社会保障和就业支出372.72万元，占14.44%；"
     "住房保障支出372.37万元，占14.43%。\n",
     true, "the shares make 100%, the parts 2580.53"},
    {"青石县林业局2024年部门预算\n"
     "2024年一般公共预算拨款支出2580.53万元，比上年增加157.67万元，增长6.51%。主要用于以下方面："
     "农林水支出1335.44万元，占51.75%；社会保障和就业支出372.72万元，占14.44%；"
     "住房保障支出372.37万元，占14.43%。\n",
     false, "the main purposes are not all of them"},
    {"青石县林业局2023年度部门决算\n"
     "支出按性质分：基本支出2964.85万元，占76.53%；项目支出909.35万元，占23.47%。"
     "基本支出中人员经费2651.40万元，占89.43%；公用经费313.45万元，占10.57%。\n",
     false, "the whole of the first two stands elsewhere"},
    {"青石县林业局2023年度部门决算\n"
     "本年收入合计5902.33万元，占收入总计的94.97%；年初结转和结余312.52万元，占5.03%。"
     "本年收入中：财政拨款收入5886.13万元，占99.73%；其他收入16.20万元，占0.27%。\n",
     false, "what was carried in is no part of this year's income"},
    {"青石县林业局2023年度部门决算\n"
     "本年收入合计2355.82万元，其中：财政拨款收入2335.93万元，占97.0%；其他收入19.89万元，占0.8%"
     "。\n",
     true, "the parts make up 2355.82, of which 2335.93 is 99.2%"},
    {"青石县林业局2023年度部门决算\n"
     "本年收入合计2355.82万元，其中：财政拨款收入2135.93万元，占88.7%；事业收入19.89万元。"
     "收入总计2408.26万元。\n",
     false, "the parts do not make up the figure, so it need not be the whole"},
    {"青石县林业局2023年度“三公”经费决算公开情况\n"
     "2023年度“三公”经费支出决算11.90万元。\n"
     "公务接待费支出2.86万元，占“三公”经费支出的2.40%。\n",
     true, "2.86 of 11.90 is 24.03%"},
    {"青石县林业局2023年度“三公”经费决算公开情况\n"
     "2023年度“三公”经费支出决算11.90万元。\n"
     "公务接待费支出2.86万元，占“三公”经费支出的24.03%。\n",
     false, "it is"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年取得收入682.47万元，由财政拨款收入674.77万元和其他收入7.70万元构成，"
     "财政拨款收入占本年收入的98.87%。\n",
     false, "the part is named again before its share"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年总支出331.77万元。\n"
     "项目支出3.68万元，占总支出的100%。\n",
     true, "3.68 of 331.77 is 1.11%"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年总支出331.77万元。\n"
     "项目支出3.68万元，占总支出的1.11%。\n",
     false, "the share fits"},
    {"青石县林业局2023年度部门决算\n"
     "本年支出合计1558.38万元。\n"
     "政府采购支出总额214.60万元，其中：政府采购货物支出48.20万元、政府采购工程支出120.00万元、"
     "政府采购服务支出46.40万元。授予中小企业合同金额180.40万元，占政府采购支出总额的84.06%。\n",
     false, "the whole is that of procurement, not of the report"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年总支出331.77万元。\n"
     "基本支出、项目支出分别为328.09万元和3.68万元，占总支出的98.89%和1.11%。\n",
     false, "lists go together in their order"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年总支出331.77万元。\n"
     "基本支出、项目支出分别为328.09万元和3.68万元，占总支出的98.89%和11.1%。\n",
     true, "the second share is of the second part"},
};

}  // namespace

const Rule share_differs_from_named_whole = {
    .id = "RAT104",
    .name = "share-differs-from-named-whole",
    .severity = Severity::kError,
    .summary_zh = "占比与分子、所称总数之比不符。",
    .summary_en = "A share is not the quotient of its part and the whole it names.",
    .advice_zh = "请核对占比，以及所称总数的口径。",
    .advice_en = "Check the share and which whole it is of.",
    .documentation = R"(## What it checks
A万元，占X的Y%: the part is the figure before, the whole is the figure that X names, wherever it is printed; 占Y% without a name is tried against earlier figures of the passage and told only when at least two siblings prove the whole.
## Why it matters
Shares are typed by hand under tables that come from a system; a share of the wrong whole misleads without looking wrong.
## When it stays silent
When any figure that the words may mean gives the share, also by truncation; when no such figure is printed.
## Source
Arithmetic.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
