// SPDX-License-Identifier: GPL-3.0-or-later
//
// COR107: a paragraph that stands word for word in last year's report and speaks of last year, or
// of several amounts of money, as if it were this year's.
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "corpus/across/cross_rule.h"

namespace crossfoot::cross_rules {

extern const CrossRule paragraph_carried_over;

namespace {

constexpr size_t kLeastCharacters = 25;  // shorter ones are headings and forms
constexpr size_t kLeastAmounts = 3;
constexpr size_t kMostShown = 5;

bool HasAny(std::string_view text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (text.find(word) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

// The last byte of the sentence before `at` is at most this far away: 截至2022年, 一是2022年.
constexpr size_t kSentenceHead = 12;

bool OpensASentence(std::string_view text, size_t at) {
  if (at <= kSentenceHead) {
    return true;
  }
  const std::string_view before = text.substr(at - kSentenceHead, kSentenceHead);
  return HasAny(before, {"。", "；", "：", ":", ";"});
}

// "2022年" opens a sentence of its own accord: no citation, span, plan or history.
bool SpeaksOf(const std::string& text, const std::string& year) {
  const std::string words = year + "年";
  for (size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
    const std::string_view after = std::string_view(text).substr(at + words.size());
    const std::string_view before = std::string_view(text).substr(0, at);
    const bool span =
        HasAny(after.substr(0, 6), {"-", "—", "至", "～", "~", "到"}) ||
        (before.size() >= 3 &&
         HasAny(before.substr(before.size() - 3), {"-", "—", "至", "～", "于", "自", "从", "《"}));
    const size_t quoted = before.rfind("《");
    const bool inside =
        quoted != std::string_view::npos && before.find("》", quoted) == std::string_view::npos;
    // 2022年3月成立 is history: a day or month does not grow old.
    const bool dated = !after.empty() && after[0] >= '0' && after[0] <= '9';
    if (!span && !inside && !dated && OpensASentence(text, at)) {
      return true;
    }
  }
  return false;
}

// Different amounts of money printed with a decimal point.
size_t AmountsIn(const std::string& text) {
  std::set<std::string> amounts;
  for (const std::string_view unit : {"万元", "亿元"}) {
    for (size_t at = text.find(unit); at != std::string::npos; at = text.find(unit, at + 1)) {
      size_t begin = at;
      while (begin > 0 && (text[begin - 1] == '.' || text[begin - 1] == ',' ||
                           (text[begin - 1] >= '0' && text[begin - 1] <= '9'))) {
        --begin;
      }
      std::string amount = text.substr(begin, at - begin);
      const size_t digit = amount.find_first_of("123456789");
      if (amount.find('.') != std::string::npos && digit != std::string::npos) {
        amounts.insert(std::move(amount));
      }
    }
  }
  return amounts.size();
}

std::string Beginning(const std::string& text) {
  size_t at = 0;
  for (size_t characters = 0; at < text.size() && characters < 60; ++characters) {
    at += DecodeUtf8(text, at).length;
  }
  return text.substr(0, at) + (at < text.size() ? "…" : "");
}

void Compare(const ReportPair& pair, CrossSink& sink) {
  std::unordered_map<std::string, const StoredParagraph*> before;
  for (const StoredParagraph& paragraph : pair.other.paragraphs) {
    before.emplace(FoldLabel(paragraph.text), &paragraph);
  }
  const std::string last = std::to_string(pair.report.who.year - 1);
  const std::string now = std::to_string(pair.report.who.year);
  size_t shown = 0;
  for (const StoredParagraph& paragraph : pair.report.paragraphs) {
    const std::string text = FoldLabel(paragraph.text);
    const auto found = before.find(text);
    if (paragraph.kind == "heading" || found == before.end() || shown >= kMostShown ||
        CountUtf8(text) < kLeastCharacters ||
        HasAny(paragraph.section, {"上年", "往年", "历年", "名词", "职能", "职责"})) {
      continue;
    }
    // A paragraph that names this year too was written for it: 2022年 is its year of comparison.
    const bool year_left = text.find(now) == std::string::npos && SpeaksOf(text, last);
    const bool money = text.find(now) == std::string::npos &&
                       text.find(last) == std::string::npos && AmountsIn(text) >= kLeastAmounts;
    if (!year_left && !money) {
      continue;
    }
    ++shown;
    Comparison comparison;
    comparison.severity = year_left ? Severity::kWarning : Severity::kInfo;
    comparison.confidence = year_left ? 0.7 : 0.5;
    comparison.here = {"", "", Beginning(paragraph.text), paragraph.place};
    comparison.there = {"", "", Beginning(found->second->text), found->second->place};
    comparison.message =
        year_left
            ? BilingualText{"此段与上年报告逐字相同，仍写“" + last + "年”",
                            "this paragraph stands word for word in last year's report and still "
                            "says " +
                                last}
            : BilingualText{"此段及其中各项金额与上年报告逐字相同",
                            "this paragraph and all its amounts stand word for word in last "
                            "year's report"};
    sink.Put(std::move(comparison));
  }
}

constexpr CrossExample kExamples[] = {
    {"=== 2022.txt\n"
     "青石县林业局2022年度部门整体支出绩效自评报告\n一、基本情况\n"
     "2022年我局组织开展全县森林防火宣传活动，共发放宣传资料八千余份，受到群众好评。\n"
     "=== 2023.txt\n"
     "青石县林业局2023年度部门整体支出绩效自评报告\n一、基本情况\n"
     "2022年我局组织开展全县森林防火宣传活动，共发放宣传资料八千余份，受到群众好评。\n",
     true, "last year's work is told again, under last year's date"},
    {"=== 2022.txt\n"
     "青石县林业局2022年度部门整体支出绩效自评报告\n一、主要职能\n"
     "负责林业及其生态保护修复的监督管理，组织开展森林、草原、湿地、荒漠的保护工作。\n"
     "本单位于2022年3月由原林业站与国有林场合并成立，办公地点设在县城人民路一号大院。\n"
     "=== 2023.txt\n"
     "青石县林业局2023年度部门整体支出绩效自评报告\n一、主要职能\n"
     "负责林业及其生态保护修复的监督管理，组织开展森林、草原、湿地、荒漠的保护工作。\n"
     "本单位于2022年3月由原林业站与国有林场合并成立，办公地点设在县城人民路一号大院。\n",
     false, "duties and history do not change"},
};

}  // namespace

const CrossRule paragraph_carried_over = {
    .id = "COR107",
    .name = "paragraph-carried-over",
    .severity = Severity::kWarning,
    .summary_zh = "段落与上年报告逐字相同，而所述应为本年情况。",
    .summary_en =
        "A paragraph stands word for word in last year's report, though it should tell of this "
        "year.",
    .advice_zh = "请核对该段是否沿用上年文本未更新。",
    .advice_en = "Check whether the paragraph was left over from last year's text.",
    .documentation = R"(## What it checks
Paragraphs of at least 25 characters that stand word for word in the same office's report of the same kind for the year before, and that open a sentence with last year's date without naming this year, or give three different amounts of money and no year.
## Why it matters
Text that was not written for this year tells of nothing that was done in it.
## When it stays silent
Duties, definitions and sections about earlier years; citations, documents, spans of years, days and months (history does not grow old); paragraphs that name this year too. Amounts carried over without a year are a note. At most five paragraphs of a report are shown.
## Source
DESIGN: text carried over from last year.)",
    .examples = kExamples,
    .pairing = Pairing::kYearBefore,
    .compare = Compare,
};

}  // namespace crossfoot::cross_rules
