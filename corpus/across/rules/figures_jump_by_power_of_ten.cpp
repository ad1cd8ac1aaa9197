// SPDX-License-Identifier: GPL-3.0-or-later
//
// COR106: the same words, and figures some thousand, ten thousand or hundred million times last
// year's: one of the two reports may be in another unit.
#include <array>
#include <string>
#include <vector>

#include "corpus/across/cross_rule.h"
#include "corpus/across/figures.h"

namespace crossfoot::cross_rules {

extern const CrossRule figures_jump_by_power_of_ten;

namespace {

struct Jump {
  int power;
  size_t enough;  // figures that must jump alike before it is believed
  const char* zh;
  const char* en;
};
// A thousand times may be a year that was like that; so much more must agree.
constexpr std::array<Jump, 3> kJumps = {
    {{4, 1, "10000", "10,000"}, {8, 1, "100000000", "100,000,000"}, {3, 3, "1000", "1,000"}}};

struct Jumped {
  const StoredFact* now;
  const StoredFact* before;
};

// b is about 10^power times a: within half and double.
bool IsAbout(const Decimal& a, const Decimal& b, int power) {
  const Decimal scaled = a * Decimal::PowerOfTen(power);
  return a.Sign() > 0 && b + b >= scaled && b <= scaled + scaled;
}

void Compare(const ReportPair& pair, CrossSink& sink) {
  const FiguresByWords now = UniqueFigures(pair.report.facts, pair.report.who.year);
  const FiguresByWords before = UniqueFigures(pair.other.facts, pair.other.who.year);
  for (const Jump& jump : kJumps) {
    for (const bool up : {true, false}) {
      std::vector<Jumped> jumped;
      size_t both = 0;
      for (const auto& [words, fact] : now) {
        const auto other = before.find(words);
        if (other == before.end() || fact->base.IsZero() || other->second->base.IsZero()) {
          continue;
        }
        ++both;
        if (up ? IsAbout(other->second->base, fact->base, jump.power)
               : IsAbout(fact->base, other->second->base, jump.power)) {
          jumped.push_back({fact, other->second});
        }
      }
      if (jumped.size() < jump.enough) {
        continue;
      }
      const Jumped& first = jumped.front();
      Comparison comparison = Compared(ToldAs(*first.now), *first.before);
      comparison.status = "noted";
      // Several alike are no chance; one may be a project that really grew.
      const bool sure = jumped.size() >= 2;
      comparison.severity = sure ? Severity::kWarning : Severity::kInfo;
      comparison.confidence = jumped.size() >= 3 ? 0.9 : sure ? 0.7 : 0.4;
      const std::string counts = std::to_string(jumped.size()) + "/" + std::to_string(both);
      const std::string which = "“" + first.now->subject + "”";
      comparison.message = {"有" + counts + "项数字约为上年的" + (up ? "" : "1/") + jump.zh +
                                (up ? "倍" : "") + "，单位可能有误：" + which + "为" +
                                first.now->shown + "，上年为" + first.before->shown,
                            counts + " figures are about " + (up ? "" : "1/") + jump.en +
                                (up ? " times" : " of") +
                                " last year's, so a unit may be wrong: " + which + " is " +
                                first.now->shown + ", last year " + first.before->shown};
      sink.Put(std::move(comparison));
    }
  }
}

constexpr CrossExample kExamples[] = {
    {"=== 2022.txt\n"
     "松溪镇人民政府2022年度部门预算\n一、收支情况\n"
     "2022年会议费预算数为8.00万元。\n2022年培训费预算数为6.00万元。\n"
     "=== 2023.txt\n"
     "松溪镇人民政府2023年度部门预算\n一、收支情况\n"
     "2023年会议费预算数为85000.00万元。\n2023年培训费预算数为61000.00万元。\n",
     true, "both figures are in 元 and called 万元"},
    {"=== 2022.txt\n"
     "松溪镇人民政府2022年度部门预算\n一、收支情况\n"
     "2022年会议费预算数为8.00万元。\n2022年培训费预算数为6.00万元。\n"
     "=== 2023.txt\n"
     "松溪镇人民政府2023年度部门预算\n一、收支情况\n"
     "2023年会议费预算数为80.00万元。\n2023年培训费预算数为6.50万元。\n",
     false, "ten times may be a year with a large meeting"},
};

}  // namespace

const CrossRule figures_jump_by_power_of_ten = {
    .id = "COR106",
    .name = "figures-jump-by-power-of-ten",
    .severity = Severity::kWarning,
    .summary_zh = "与上年相比数字相差约一千、一万或一亿倍，单位可能有误。",
    .summary_en = "Figures are a thousand, ten thousand or a hundred million times last year's.",
    .advice_zh = "请核对两年报告的计量单位（元、千元、万元、亿元）。",
    .advice_en = "Check the unit of measure in both years' reports.",
    .documentation = R"(## What it checks
Figures under the same words in the reports of two neighbouring years whose quotient is within half and double of 10^4, 10^8 or 10^3. One finding stands for all figures of a report that jump alike.
## Why it matters
元 pasted where 万元 is meant passes every sum inside the report, because all its figures are wrong together; only another year shows it.
## When it stays silent
Ten and a hundred times; a thousand times where fewer than three figures jump; words that stand for several amounts. A single figure that jumps is a note.
## Source
DESIGN: an entity's values that jump by 10⁴; UNI-01 of the working list.)",
    .examples = kExamples,
    .pairing = Pairing::kYearBefore,
    .compare = Compare,
};

}  // namespace crossfoot::cross_rules
