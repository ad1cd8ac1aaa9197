// SPDX-License-Identifier: GPL-3.0-or-later
//
// SCO104: 资金使用合规性得5分 in the text, 8 in the sheet; and the text's own groups of scores.
#include <algorithm>
#include <string>
#include <vector>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/reading/subject.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule prose_score_differs_from_sheet;

namespace {

constexpr size_t kLeastCommonEnd = 4;  // characters two names must share at their end

struct ProseScore {
  FactId score;
  std::string name;  // what the score is of, as a key
  const Passage* passage;
  size_t figure;
};

// The name of what is scored: the first clause since the score before it.
std::string NameOf(const Passage& passage, size_t begin, size_t end) {
  static const Pattern kLead(
      "^(?:\\s|其中|以及|和|[,，;；。.:：、)）]|[（(]?\\d+[)）、.．]|分|进行了|完成率)+");
  std::string_view words = passage.text.substr(begin, end - begin);
  Pattern::Match match;
  if (kLead.Find(words, 0, &match)) {
    words = words.substr(match.end);
  }
  static const Pattern kEnds("得分|得|[:：,，(（]|实际支出|\\d");
  if (kEnds.Find(words, 0, &match)) {
    words = words.substr(0, match.begin);
  }
  return SubjectKey(words);
}

size_t CommonEnd(std::string_view a, std::string_view b) {
  size_t shared = 0;
  while (!a.empty() && !b.empty()) {
    const Utf8Step x = DecodeUtf8Before(a, a.size());
    const Utf8Step y = DecodeUtf8Before(b, b.size());
    if (x.code != y.code) {
      break;
    }
    ++shared;
    a = a.substr(0, a.size() - x.length);
    b = b.substr(0, b.size() - y.length);
  }
  return shared;
}

std::vector<ProseScore> ScoresInProse(const CheckContext& context) {
  std::vector<ProseScore> scores;
  for (const Passage& passage : context.prose()) {
    if (passage.address.part != TextAddress::Part::kBlock ||
        passage.text.find('|') != std::string_view::npos) {
      continue;
    }
    size_t since = 0;
    for (size_t i = 0; i < passage.figures.size(); ++i) {
      const Said& said = passage.figures[i];
      const Fact& fact = context.At(said.fact);
      const bool score = fact.quantity.unit.dimension == Dimension::kScore ||
                         (fact.quantity.unit.dimension == Dimension::kNone &&
                          TrimBlanks(said.before).ends_with("得"));
      if (!score || !ContainsAny(said.before, "得")) {
        continue;
      }
      if (ContainsAny(said.before, "得")) {
        scores.push_back({said.fact, NameOf(passage, since, said.begin), &passage, i});
      }
      since = said.end;
    }
  }
  return scores;
}

// The one indicator (or group) that `name` means; nullptr where none or several do.
const SheetNode* NodeNamed(const ScoreSheet& sheet, std::string_view name) {
  const SheetNode* exact = nullptr;
  int exact_count = 0;
  const SheetNode* best = nullptr;
  size_t longest = 0;
  bool alone = false;
  for (const SheetNode& node : sheet.nodes) {
    if (node.level != 3) {
      continue;
    }
    const std::string key = SubjectKey(node.name);
    if (key == name) {
      exact = &node;
      ++exact_count;
    }
    const size_t shared = CommonEnd(key, name);
    if (shared > longest) {
      longest = shared;
      best = &node;
      alone = true;
    } else if (shared == longest) {
      alone = false;
    }
  }
  if (exact_count > 0) {
    return exact_count == 1 ? exact : nullptr;
  }
  return longest >= kLeastCommonEnd && alone ? best : nullptr;
}

bool Numbered(const Passage& passage, bool brackets) {
  static const Pattern kPlain("^\\s*\\d+\\s*[、.．]");
  static const Pattern kBracketed("^\\s*[（(]\\s*\\d+\\s*[)）]");
  return (brackets ? kBracketed : kPlain).Contains(passage.text);
}

Claim SumOf(FactId total, const std::vector<FactId>& parts, const char* zh, const char* en) {
  Claim claim;
  claim.stated = Term::Of(total, "total score");
  for (const FactId part : parts) {
    claim.operands.push_back(Term::Of(part, "score"));
  }
  claim.reason = {zh, en};
  claim.confidence = 0.88;
  return claim;
}

// A total in the text, then numbered items that each begin with the score of their group, with the
// scores inside an item after it, or in (1)(2)(3) below it.
void CheckGroups(const CheckContext& context, const std::vector<ProseScore>& scores,
                 ClaimSink& sink) {
  std::vector<FactId> groups;
  FactId total = -1;
  for (size_t i = 0; i < scores.size();) {
    const Passage* passage = scores[i].passage;
    const FactId first = scores[i].score;
    std::vector<FactId> inside;
    size_t next = i + 1;
    while (next < scores.size() && scores[next].passage == passage) {
      inside.push_back(scores[next].score);
      ++next;
    }
    if (Numbered(*passage, false)) {
      groups.push_back(first);
      while (inside.empty() && next < scores.size() && Numbered(*scores[next].passage, true)) {
        std::vector<FactId> bracketed;
        while (next < scores.size() && Numbered(*scores[next].passage, true)) {
          bracketed.push_back(scores[next].score);
          ++next;
        }
        inside = std::move(bracketed);
        break;
      }
      if (inside.size() >= 2) {
        Claim claim = SumOf(first, inside, "该部分得分应为其中各项得分之和",
                            "a group's score is the sum of the scores told in it");
        // Scores told in passing need not be all of the group's; they never exceed it.
        Decimal sum = 0;
        for (const FactId part : inside) {
          sum += context.At(part).quantity.value;
        }
        claim.only_if_held = sum < context.At(first).quantity.value;
        sink.Propose(std::move(claim));
      }
    } else if (groups.empty() && !Numbered(*passage, true)) {
      total = first;
    }
    i = next;
  }
  if (total >= 0 && groups.size() >= 3) {
    sink.Propose(SumOf(total, groups, "总得分应为所列各部分得分之和",
                       "the total score is the sum of the groups' scores"));
  }
}

// The points that can be won in a sheet: its printed total, or its indicators' marks together.
Decimal FullMark(const CheckContext& context, const ScoreSheet& sheet) {
  if (sheet.total_weight >= 0) {
    return context.At(sheet.total_weight).quantity.value;
  }
  Decimal sum = 0;
  for (const SheetNode& node : sheet.nodes) {
    if (node.level == 3 && node.weight >= 0) {
      sum += context.At(node.weight).quantity.value;
    }
  }
  return sum;
}

void Check(const CheckContext& context, ClaimSink& sink) {
  const std::vector<ProseScore> scores = ScoresInProse(context);
  CheckGroups(context, scores, sink);
  for (const ProseScore& score : scores) {
    for (const ScoreSheet& sheet : context.score_sheets()) {
      const SheetNode* node = score.name.empty() ? nullptr : NodeNamed(sheet, score.name);
      if (node == nullptr || node->score < 0) {
        continue;
      }
      Claim claim;
      claim.kind = RelationKind::kEquality;
      claim.operands = {Term::Of(node->score, "score in the sheet")};
      claim.stated = Term::Of(score.score, "score in the text");
      claim.reason = {"正文与评分表中“" + node->name + "”的得分应一致",
                      "text and sheet give the score of one indicator (" + node->name + ")"};
      const bool same_name = SubjectKey(node->name) == score.name;
      claim.confidence = same_name ? 0.9 : 0.75;
      if (!same_name) {
        claim.severity = Severity::kWarning;  // names alike at their ends may be of two indicators
      }
      // The names must be of one indicator: alike at the end only, and a score over the mark is
      // not.
      claim.only_if_held = node->weight >= 0 && context.At(score.score).quantity.value >
                                                    context.At(node->weight).quantity.value;
      sink.Propose(std::move(claim));
    }
  }
  const std::string& self = context.facts().identity.self_score;
  const auto self_value = Decimal::Parse(self);
  if (self_value && context.facts().identity.self_score_anchor) {
    const Anchor& anchor = *context.facts().identity.self_score_anchor;
    for (const ScoreSheet& sheet : context.score_sheets()) {
      if (sheet.total_score < 0 || context.At(sheet.total_score).anchor.address == anchor.address) {
        continue;
      }
      Claim claim;
      claim.kind = RelationKind::kEquality;
      Term told = Term::Constant(*self_value, self, "self-score");
      told.address = anchor.address;
      told.begin = anchor.begin;
      told.end = anchor.end;
      claim.operands = {std::move(told)};
      claim.stated = Term::Of(sheet.total_score, "total score");
      claim.reason = {"自评得分应与评分表总分一致", "the self-score is the sheet's total"};
      claim.confidence = 0.85;
      // Reports with several sheets add or average them, and a sheet of 30 points is one of several
      // even where the others were not read. What others score in an evaluation is not what the
      // office scored itself in the sheet annexed.
      claim.only_if_held = context.score_sheets().size() > 1 ||
                           FullMark(context, sheet) < *self_value ||
                           context.facts().identity.kind.find("自评") == std::string::npos;
      sink.Propose(std::move(claim));
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "资金使用合规性得3分，指标明确性得3分。\n"
     "一级指标\t二级指标\t三级指标\t评分标准\t得分\n"
     "投入(10分)\t目标设定(5分)\t目标合理性(2分)\t目标符合客观实际，依据充分，得2分。\t2\n"
     "\t\t指标明确性(3分)\t指标清晰、细化、可衡量，得3分。\t3\n"
     "\t预算配置(5分)\t资金使用合规性(5分)\t资金使用合规，得5分。\t5\n",
     true, "3 in the text, 5 in the sheet"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "资金使用合规性得5分，指标明确性得3分。\n"
     "一级指标\t二级指标\t三级指标\t评分标准\t得分\n"
     "投入(10分)\t目标设定(5分)\t目标合理性(2分)\t目标符合客观实际，依据充分，得2分。\t2\n"
     "\t\t指标明确性(3分)\t指标清晰、细化、可衡量，得3分。\t3\n"
     "\t预算配置(5分)\t资金使用合规性(5分)\t资金使用合规，得5分。\t5\n",
     false, "text and sheet agree"},
};

}  // namespace

const Rule prose_score_differs_from_sheet = {
    .id = "SCO104",
    .name = "prose-score-differs",
    .severity = Severity::kError,
    .summary_zh = "正文所述得分与评分表不一致，或正文各部分得分之和与总分不符。",
    .summary_en = "A score in the text differs from the sheet, or the text's scores do not add up.",
    .advice_zh = "请核对正文与评分表的得分。",
    .advice_en = "Check the scores in the text and in the sheet.",
    .documentation = R"(## What it checks
Scores told in running text (某指标得N分) against the same indicator in the score sheet; the groups told in numbered items against the total before them, and the scores inside an item against its group.
## Why it matters
The text is copied from an earlier sheet, or the sheet was changed after the text was written.
## When it stays silent
When the name in the text is not that of exactly one indicator.
## Source
Arithmetic; one indicator has one score.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
