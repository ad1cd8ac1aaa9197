// SPDX-License-Identifier: GPL-3.0-or-later
//
// SCO107: the ticked grade, the grade word and the score: □优秀 90分≤得分≤100分; ☑良好
// 80分≤得分≤89分.
#include <optional>
#include <string>
#include <vector>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule grade_outside_its_band;

namespace {

struct Option {
  bool ticked = false;
  std::string grade;
  Decimal low;
  Decimal high;
  uint32_t begin = 0;
  uint32_t end = 0;
};

std::vector<Option> OptionsIn(std::string_view text) {
  // A ticked box is printed ☑, √, ■, or R and ￾ where its font was lost.
  static const Pattern kOption(
      "(□|☐|○|R|☑|☒|√|✓|✔|■|▣|●)\\s*(优秀|良好|较差|优|良|中|合格|不合格|差)\\s*[（(]?\\s*"
      "(\\d+(?:\\.\\d+)?)\\s*分?\\s*[≤<＜]\\s*得?分?\\s*[≤<＜]\\s*(\\d+(?:\\.\\d+)?)");
  std::vector<Option> options;
  Pattern::Match match;
  for (size_t at = 0; kOption.Find(text, at, &match); at = match.end) {
    Option option;
    option.ticked = match.group[1] != "□" && match.group[1] != "☐" && match.group[1] != "○";
    option.grade = std::string(match.group[2]);
    const auto low = Decimal::Parse(match.group[3]);
    const auto high = Decimal::Parse(match.group[4]);
    if (!low || !high) {
      continue;
    }
    option.low = *low;
    option.high = *high;
    option.begin = static_cast<uint32_t>(match.begin);
    option.end = static_cast<uint32_t>(match.end);
    options.push_back(std::move(option));
  }
  return options;
}

FactId TotalScore(const CheckContext& context) {
  for (const ScoreSheet& sheet : context.score_sheets()) {
    if (sheet.total_score >= 0) {
      return sheet.total_score;
    }
  }
  return -1;
}

Edit GradeEdit(const std::string& from, const std::string& to) {
  Edit edit;
  edit.edit = from + " → " + to;
  edit.kind = "grade";
  edit.mends = 1;
  edit.only_one = true;
  edit.text = {"按得分，等次应为" + to, "by the score the grade is " + to};
  return edit;
}

// The grade whose band the score is in, in the manner of `like`: 优 or 优秀. Empty where the score
// stands on a line between two.
std::string GradeOf(const CheckContext& context, const Decimal& score, const std::string& like) {
  std::string grade;
  for (const RulePack::Band& band : context.pack().bands()) {
    if (score < band.low || score > band.high) {
      continue;
    }
    if (!grade.empty() || score == band.low || (score == band.high && band.high < Decimal(100))) {
      return "";
    }
    std::string_view names = band.grades;
    while (!names.empty()) {
      const size_t bar = names.find('|');
      const std::string_view name = names.substr(0, bar);
      if (grade.empty() || name.size() == like.size()) {
        grade = std::string(name);
      }
      names = bar == std::string_view::npos ? "" : names.substr(bar + 1);
    }
  }
  return grade;
}

void CheckBoxes(const CheckContext& context, ClaimSink& sink) {
  const FactId total = TotalScore(context);
  for (const TextAddress& address : context.document().AllTexts()) {
    const std::string_view text = context.TextOf(address);
    if (text.find("得分") == std::string_view::npos) {
      continue;
    }
    const std::vector<Option> options = OptionsIn(text);
    const Option* ticked = nullptr;
    int count = 0;
    for (const Option& option : options) {
      if (option.ticked) {
        ticked = &option;
        ++count;
      }
    }
    if (options.size() < 2 || count != 1) {
      continue;
    }
    std::optional<Decimal> score;
    if (total >= 0) {
      score = context.At(total).quantity.value;
    } else {
      score = Decimal::Parse(context.facts().identity.self_score);
    }
    if (!score) {
      sink.CannotTest({"未找到总得分", "the total score was not found"});
      continue;
    }
    const Mark mark{address, ticked->begin, ticked->end, "ticked grade"};
    const std::string band =
        ticked->low.ToString() + " <= " + score->ToString() + " <= " + ticked->high.ToString();
    if (*score >= ticked->low && *score <= ticked->high) {
      Passed passed{RelationKind::kBand,
                    band,
                    {"勾选等次与得分相符", "the ticked grade fits the score"},
                    {mark},
                    {},
                    0.9};
      if (total >= 0) {
        passed.facts = {total};
      }
      sink.Pass(std::move(passed));
      continue;
    }
    Observation observation;
    observation.marks = {mark};
    if (total >= 0) {
      observation.facts = {total};
    }
    observation.confidence = 0.85;
    observation.expression = band;
    observation.stated = ticked->grade;
    observation.message = {
        "得分为" + score->ToString() + "分，勾选的等次却是“" + ticked->grade + "”（" +
            ticked->low.ToString() + "—" + ticked->high.ToString() + "分）",
        "the score is " + score->ToString() + ", but the ticked grade is " + ticked->grade + " (" +
            ticked->low.ToString() + " to " + ticked->high.ToString() + ")"};
    for (const Option& option : options) {
      if (*score >= option.low && *score <= option.high) {
        observation.edits = {GradeEdit(ticked->grade, option.grade)};
      }
    }
    sink.Observe(std::move(observation));
  }
}

// The score that a grade told at `grade` speaks of: the one called the overall score, else the only
// one before it. Scores of parts alone say nothing of the grade.
const Said* OverallScore(const CheckContext& context, const Passage& passage, uint32_t grade) {
  static const Pattern kOverall("综合得分|综合评分|总得分|总分|总评|自评得分|自评分|评价得分");
  const Said* overall = nullptr;
  const Said* only = nullptr;
  int count = 0;
  for (const Said& said : passage.figures) {
    if (said.end > grade || context.At(said.fact).quantity.unit.dimension != Dimension::kScore) {
      continue;
    }
    if (kOverall.Contains(said.label)) {
      overall = &said;
    }
    only = &said;
    ++count;
  }
  return overall != nullptr ? overall : (count == 1 ? only : nullptr);
}

// 综合得分100分，评价结果为“优”.
void CheckWords(const CheckContext& context, ClaimSink& sink) {
  static const Pattern kGrade(
      "(?:等级|等次|结果|评定|评为|级别)[^，,。；;]{0,8}?[为是：:]?\\s*[“\"]?(优秀|良好|合格|较差|"
      "优|良|中|差)(?:[”\"，,。；;]|等|$)");
  for (const Passage& passage : context.prose()) {
    Pattern::Match match;
    if (passage.text.find("分") == std::string_view::npos ||
        !kGrade.Find(passage.text, 0, &match)) {
      continue;
    }
    const auto at = static_cast<uint32_t>(match.group[1].data() - passage.text.data());
    const Said* score = OverallScore(context, passage, at);
    if (score == nullptr) {
      continue;
    }
    const Decimal& value = context.At(score->fact).quantity.value;
    for (const RulePack::Band& band : context.pack().bands()) {
      const std::string_view words = band.grades;
      if (words.find(match.group[1]) == std::string_view::npos) {
        continue;
      }
      const Mark mark{passage.address, at, static_cast<uint32_t>(at + match.group[1].size()),
                      "grade"};
      const std::string expression =
          band.low.ToString() + " <= " + value.ToString() + " -> " + std::string(match.group[1]);
      // Some places draw the lines one point lower (89 is 良, 80 is 中).
      if (value >= band.low && value <= band.high) {
        sink.Pass({RelationKind::kBand,
                   expression,
                   {"等次与得分相符", "the grade fits the score"},
                   {mark},
                   {score->fact},
                   0.85});
      } else if (value > band.high + Decimal(2) || value < band.low - Decimal(2)) {
        Observation observation;
        observation.marks = {mark};
        observation.facts = {score->fact};
        observation.confidence = 0.8;
        observation.expression = expression;
        observation.stated = std::string(match.group[1]);
        observation.message = {
            "得分" + value.ToString() + "分与等次“" + std::string(match.group[1]) + "”（" +
                band.low.ToString() + "—" + band.high.ToString() + "分）不符",
            "a score of " + value.ToString() + " is not the grade " + std::string(match.group[1])};
        const std::string right = GradeOf(context, value, std::string(match.group[1]));
        if (!right.empty()) {
          observation.edits = {GradeEdit(std::string(match.group[1]), right)};
        }
        sink.Observe(std::move(observation));
      }
      break;
    }
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  CheckBoxes(context, sink);
  CheckWords(context, sink);
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年度部门整体支出绩效自评综合得分72分，评价等级为“优”。\n",
     true, "72 is not 优"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年度部门整体支出绩效自评综合得分92分，评价等级为“优”。\n",
     false, "92 is 优"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年度部门整体支出绩效自评得分95分。其中：产出50分得48分，满意度10分得9分。评价结果为“优”。"
     "\n",
     false, "the grade is that of the whole, not of the part told last"},
};

}  // namespace

const Rule grade_outside_its_band = {
    .id = "SCO107",
    .name = "grade-outside-its-band",
    .severity = Severity::kError,
    .summary_zh = "等次（或勾选的方框）与得分不符。",
    .summary_en = "The grade, or the box that is ticked, does not fit the score.",
    .advice_zh = "请核对得分、等次和勾选。",
    .advice_en = "Check the score, the grade and the tick.",
    .documentation = R"(## What it checks
The ticked option of a list of grades with their bands against the total score; a grade word told with a score against the official bands 优 90–100, 良 80–90, 中 60–80, 差 below 60.
## Why it matters
The grade decides what follows for next year's money.
## When it stays silent
When no score is found; within two points of a band's end, where local bands differ.
## Source
财预〔2020〕10号.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
