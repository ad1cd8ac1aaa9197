// SPDX-License-Identifier: GPL-3.0-or-later
//
// YER101: last year's year left standing.
//
// A report of a year rightly speaks of other years: in comparisons, citations, plans, project
// names. So a year is only doubted in a role that fixes it: a heading that names the report, the
// subject of a sentence about this year's money, the year compared with, the cut-off day of the
// stock of assets.
#include <algorithm>
#include <map>
#include <optional>
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

extern const Rule year_of_another_report;

namespace {

// How many times the report's own year must be printed before another one is doubted.
constexpr int kEnoughMentions = 3;
// Characters of an amount from which two equal ones are no chance: 331.2, 2,480.
constexpr size_t kTellingDigits = 4;

struct Role {
  bool doubtful = false;
  int expected = 0;
  const char* why_zh = "";
  const char* why_en = "";
  double confidence = 0.9;
  bool by_amounts = false;  // the amounts told are those of the report's own year
};

const Pattern& OwnSubject() {
  static const Pattern kPattern(
      "^\\s*(?:年|年度)\\s*(?:，|,)?(?:我|本)(?:单位|部门|局|所|委|院|校|中心|办|厅|处|镇|街道)");
  return kPattern;
}

const Pattern& NamesReport() {
  static const Pattern kPattern(
      "(?:年|年度)\\s*(?:部门|单位)?(?:整体)?(?:预算|决算|支出|绩效|收入|财政拨款|一般公共)");
  return kPattern;
}

// Words right before a year that make it another's: comparison, citation, span, plan.
const Pattern& SpeaksOfAnother() {
  static const Pattern kPattern("(?:比|较|与|于|从|自|至|到|和|及|、|〔|《|“|\\[|（|\\()\\s*$");
  return kPattern;
}

// The first amount told after `mention` in its sentence stands elsewhere under the report's own
// year, for the same thing: the figures of two years seldom agree to the last digit.
bool TellsThisYearsAmount(const CheckContext& context, const Mention& mention, int year,
                          size_t sentence_end) {
  const std::vector<Fact>& facts = context.facts().facts;
  const auto told = std::find_if(facts.begin(), facts.end(), [&](const Fact& fact) {
    return fact.anchor.address == mention.anchor.address &&
           fact.anchor.begin >= mention.anchor.end && fact.anchor.end <= sentence_end;
  });
  if (told == facts.end() || told->quantity.unit.dimension != Dimension::kMoney ||
      told->quantity.value.Normalized().ToString().size() < kTellingDigits) {
    return false;
  }
  const std::string subject = SubjectKey(told->subject);
  return !subject.empty() && std::any_of(facts.begin(), facts.end(), [&](const Fact& other) {
    return other.period.year == year && Comparable(other, *told) &&
           other.quantity.BaseValue() == told->quantity.BaseValue() &&
           SubjectKey(other.subject) == subject;
  });
}

// How many different amounts of the sentence stand in other places under the report's own year, one
// of six digits that stands in several counting twice; 0 where one of them stands elsewhere under
// `mention`'s. Stocks are left out: what was left at the end of one year is what the next began
// with.
int AmountsOfThisYear(const CheckContext& context, const Mention& mention, int year,
                      size_t sentence_end) {
  const std::vector<Fact>& facts = context.facts().facts;
  const std::string_view text = context.TextOf(mention.anchor.address);
  if (ContainsAny(text.substr(mention.anchor.end, sentence_end - mention.anchor.end),
                  "结转|结余|余额|年末|年初数|资产")) {
    return 0;
  }
  std::vector<Decimal> found;
  int counted = 0;
  for (const Fact& told : facts) {
    if (!(told.anchor.address == mention.anchor.address) ||
        told.anchor.begin < mention.anchor.end || told.anchor.end > sentence_end ||
        told.quantity.unit.dimension != Dimension::kMoney || IsChange(told) ||
        told.quantity.value.Normalized().ToString().size() < kTellingDigits) {
      continue;
    }
    const Decimal value = told.quantity.BaseValue();
    int own = 0;
    for (const Fact& other : facts) {
      if (other.anchor.address == told.anchor.address ||
          other.quantity.unit.dimension != Dimension::kMoney ||
          other.quantity.BaseValue() != value) {
        continue;
      }
      if (other.period.year == mention.year) {
        return 0;
      }
      own += other.period.year == year ? 1 : 0;
    }
    if (own > 0 && std::find(found.begin(), found.end(), value) == found.end()) {
      found.push_back(value);
      counted += own > 1 && told.quantity.value.Normalized().ToString().size() > kTellingDigits + 2
                     ? 2
                     : 1;
    }
  }
  return counted;
}

// Where what `mention` opens ends: with its paragraph, or with its sentence where another year is
// told behind that.
size_t StatementEnd(const CheckContext& context, const Mention& mention, size_t sentence_end) {
  const std::vector<Mention>& mentions = context.facts().mentions;
  const bool another = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& other) {
    return other.anchor.address == mention.anchor.address &&
           other.anchor.begin > mention.anchor.begin && other.year != 0;
  });
  return another ? sentence_end : context.TextOf(mention.anchor.address).size();
}

// 2021年度…自评得分97.85分 where 97.85 is the total of this report's sheet.
bool TellsThisReportsScore(const CheckContext& context, const Mention& mention,
                           size_t sentence_end) {
  const std::vector<Fact>& facts = context.facts().facts;
  return std::any_of(
      context.score_sheets().begin(), context.score_sheets().end(), [&](const ScoreSheet& sheet) {
        return sheet.total_score >= 0 &&
               std::any_of(facts.begin(), facts.end(), [&](const Fact& told) {
                 return told.anchor.address == mention.anchor.address &&
                        told.anchor.begin >= mention.anchor.end &&
                        told.anchor.end <= sentence_end &&
                        told.quantity.unit.dimension == Dimension::kScore &&
                        told.quantity.value.scale() > 0 &&
                        told.quantity.value == context.At(sheet.total_score).quantity.value;
               });
      });
}

Role RoleOf(const CheckContext& context, const Mention& mention, int year) {
  static const Pattern kAgainst("(?:比|较)\\s*$");
  static const Pattern kChanges(
      "^(?:年|年度)[^，。；]{0,12}(?:增加|减少|增长|下降|持平|提高|降低|$)");
  static const Pattern kUpTo("截(?:至|止)(?:到)?\\s*$");
  static const Pattern kTellsOfTheYear("^[^。]*(?:全年|年初预算|预算安排|实际支出)");
  static const Pattern kStaff("^[^。]{0,16}(?:编制|在职|在编|在岗|职工|人员)[^。]{0,24}人");
  const TextAddress& address = mention.anchor.address;
  const std::string_view text = context.TextOf(address);
  const std::string_view before = text.substr(0, mention.anchor.begin);
  // The words right before: enough for what must stand there, however long the text is.
  const std::string_view near = before.substr(before.size() - std::min<size_t>(before.size(), 40));
  std::string_view after = text.substr(mention.anchor.end);
  // The anchor may cover 年 or not.
  const std::string_view own =
      text.substr(mention.anchor.begin, mention.anchor.end - mention.anchor.begin);
  const std::string tail = (own.find("年度") != std::string_view::npos ? "年度"
                            : own.find("年") != std::string_view::npos ? "年"
                                                                       : "") +
                           std::string(after.substr(0, std::min<size_t>(after.size(), 90)));
  const bool heading =
      context.document().blocks[static_cast<size_t>(address.block)].kind == BlockKind::kHeading;
  Role role;
  if (address.part != TextAddress::Part::kBlock) {
    return role;
  }
  if (mention.kind == MentionKind::kYear && heading && mention.year == year - 1 &&
      NamesReport().Contains(tail) && !SpeaksOfAnother().Contains(before) &&
      !SpeaksOfComparison(text)) {
    return {true, year, "标题写明的年度应是本报告的年度", "a heading names the report's own year",
            0.93};
  }
  if (mention.kind == MentionKind::kYear && mention.year == year && kAgainst.Contains(near) &&
      kChanges.Contains(tail)) {
    return {true, year - 1, "与上年比较，所比年度应是上一年",
            "a change is measured against the year before", 0.9};
  }
  // A budget is drawn up before its year: its stock of cars and assets is that of the year before.
  const bool plans = context.facts().identity.kind.find("预算") != std::string::npos;
  static const Pattern kStock("车辆|资产|设备|房屋|编制|在职|人员|账面|公务用车");
  if (mention.kind == MentionKind::kDate && mention.month == 12 && mention.day == 31 && !plans &&
      mention.year == year - 1 && kUpTo.Contains(near) &&
      kStock.Contains(after.substr(0, std::min(after.size(), after.find("。")))) &&
      text.find(std::to_string(year) + "年12月31日") == std::string_view::npos) {
    return {true, year, "资产、人员等截止日应在本报告年度年末",
            "the stock is told as of the end of the report's own year", 0.85};
  }
  if (mention.kind == MentionKind::kYear && mention.year == year - 1 && !heading &&
      OwnSubject().Contains(tail) && (TrimBlanks(before).empty() || before.ends_with("。")) &&
      kTellsOfTheYear.Contains(after) &&
      !SpeaksOfComparison(after.substr(0, std::min(after.size(), after.find("。"))))) {
    return {true, year, "本句叙述的是本年度的预算和支出",
            "the sentence tells this year's budget and spending", 0.9};
  }
  const size_t sentence = std::min(after.size(), after.find("。"));
  const bool own_elsewhere = text.find(std::to_string(year) + "年") != std::string_view::npos;
  if (mention.kind == MentionKind::kYear && mention.year == year - 1 && !heading && !plans &&
      !own_elsewhere &&
      (TrimBlanks(before).empty() || before.ends_with("。") || before.ends_with("，")) &&
      (tail.starts_with("年末") || tail.starts_with("年底")) &&
      kStaff.Contains(after.substr(0, sentence)) &&
      !SpeaksOfComparison(after.substr(0, sentence))) {
    return {true, year, "人员等截止日应在本报告年度年末",
            "staff is told as of the end of the report's own year", 0.8};
  }
  // Whose sentence it is: it opens with the year, with 截至 or with the body's own name.
  const std::string& entity = context.facts().identity.entity;
  const size_t since = before.rfind("。");
  const std::string_view opening =
      TrimBlanks(since == std::string_view::npos ? before : before.substr(since + 3));
  const bool opens = opening.empty() || opening == "截至" || opening == "截止" ||
                     opening == "截至到" || (!entity.empty() && opening == entity);
  if (mention.year == year - 1 && !heading && opens && !own_elsewhere) {
    const size_t end = StatementEnd(context, mention, mention.anchor.end + sentence);
    const bool dated = mention.kind == MentionKind::kDate && mention.month == 12;
    if ((mention.kind == MentionKind::kYear || dated) &&
        AmountsOfThisYear(context, mention, year, end) >= 2) {
      return {true,
              year,
              "所述各项金额正是本年度的金额",
              "the amounts told are those of the report's own year",
              0.88,
              true};
    }
    if (mention.kind == MentionKind::kYear && TellsThisReportsScore(context, mention, end)) {
      return {true, year, "所述得分正是本次自评的得分", "the score told is that of this report",
              0.88};
    }
  }
  if (mention.kind == MentionKind::kYear && mention.year == year - 1 && !heading &&
      (TrimBlanks(before).empty() || before.ends_with("。")) &&
      !SpeaksOfComparison(after.substr(0, sentence)) &&
      TellsThisYearsAmount(context, mention, year, mention.anchor.end + sentence)) {
    return {true, year, "所述金额正是本年度的金额",
            "the amount told is that of the report's own year", 0.85};
  }
  return role;
}

// 项目实施周期 2025年1月1日-2025年12月31日 in a budget of 2026: the words may stand in the text
// before.
void CheckProjectPeriod(const CheckContext& context, int year, ClaimSink& sink) {
  if (context.facts().identity.kind.find("预算") == std::string::npos) {
    return;  // a report on a past year may tell of a project that ran before
  }
  const std::string last = std::to_string(year - 1);
  const Pattern range(last + "年\\s*0?1月\\s*0?1日\\s*(?:-|—|–|－|~|～|至|到)+\\s*" + last +
                      "年\\s*12月\\s*31日");
  std::string_view before;
  for (const TextAddress& address : context.document().AllTexts()) {
    const std::string_view text = context.TextOf(address);
    Pattern::Match match;
    if (text.find("31日") != std::string_view::npos && range.Find(text, 0, &match) &&
        (ContainsAny(text, "周期|期限|起止|实施时间") ||
         ContainsAny(before, "周期|期限|起止|实施时间"))) {
      Observation observation;
      observation.marks = {{address, static_cast<uint32_t>(match.begin),
                            static_cast<uint32_t>(match.end), "period"}};
      observation.confidence = 0.8;
      observation.severity = Severity::kWarning;
      observation.expression = last + " = " + std::to_string(year);
      observation.stated = last;
      observation.computed = std::to_string(year);
      observation.message = {
          "本年度（" + std::to_string(year) + "年）预算项目的实施周期仍写为" + last + "年",
          "a project of the budget of " + std::to_string(year) + " is said to run in " + last};
      sink.Observe(std::move(observation));
    }
    if (!text.empty()) {
      before = text;
    }
  }
}

// The titles of the tables name the report's year; one names the year before.
void CheckCaptions(const CheckContext& context, int year, ClaimSink& sink) {
  static const Pattern kTitle(
      "(20\\d\\d)年度?(?:部门|单位)?[^，。；比较上]{0,30}(?:预算|决算)[^，。；比较上]{0,20}表");
  std::vector<Mark> own;
  std::vector<Mark> other;
  for (const FigureTable& table : context.tables()) {
    const TextAddress address{TextAddress::Part::kCaption, table.block, 0};
    const std::string_view text = context.TextOf(address);
    Pattern::Match match;
    if (!kTitle.Find(text, 0, &match)) {
      continue;
    }
    const auto begin = static_cast<uint32_t>(match.group[1].data() - text.data());
    const Mark mark{address, begin, begin + 4, "year"};
    if (match.group[1] == std::to_string(year)) {
      own.push_back(mark);
    } else if (match.group[1] == std::to_string(year - 1)) {
      other.push_back(mark);
    }
  }
  if (other.size() != 1 || own.size() < 3) {
    return;
  }
  const std::string printed = std::to_string(year - 1);
  Observation observation;
  observation.marks = {other.front(), own.front()};
  observation.confidence = 0.85;
  observation.severity = Severity::kWarning;
  observation.expression = printed + " = " + std::to_string(year);
  observation.stated = printed;
  observation.computed = std::to_string(year);
  observation.message = {
      "其他各表标题为" + std::to_string(year) + "年，此表标题写" + printed + "年",
      "the other tables are titled " + std::to_string(year) + ", this one " + printed};
  sink.Observe(std::move(observation));
}

void Tell(const Mention& mention, const Role& role, int year, std::optional<Severity> severity,
          ClaimSink& sink) {
  const std::string printed = std::to_string(mention.year);
  const std::string expected = std::to_string(role.expected);
  Observation observation;
  observation.marks.push_back(
      {mention.anchor.address, mention.anchor.begin, mention.anchor.end, "year"});
  observation.confidence = role.confidence;
  observation.expression = printed + " = " + expected;
  observation.stated = printed;
  observation.computed = expected;
  observation.message = {"此处写" + printed + "年，而本报告年度为" + std::to_string(year) + "年：" +
                             role.why_zh + "，应为" + expected + "年",
                         "the text says " + printed + " in a report of " + std::to_string(year) +
                             "; " + role.why_en + ", so " + expected + " is meant"};
  Edit edit;
  edit.edit = printed + " → " + expected;
  edit.kind = "year";
  edit.mends = 1;
  edit.only_one = true;
  edit.text = {"可能年度写错：" + edit.edit, "probably the year is wrong: " + edit.edit};
  observation.edits.push_back(std::move(edit));
  observation.severity = severity;
  sink.Observe(std::move(observation));
}

// A short report on a past year, titled with that year: the one sentence that tells its amounts
// under the year before.
void CheckLoneYear(const CheckContext& context, int year, ClaimSink& sink) {
  const Identity& identity = context.facts().identity;
  if ((identity.year_reason != "title" && identity.year_reason != "headings") ||
      identity.kind.find("预算") != std::string::npos) {
    return;
  }
  const std::vector<Mention>& mentions = context.facts().mentions;
  const Mention* lone = nullptr;
  for (const Mention& mention : mentions) {
    if (mention.year == year - 1) {
      if (lone != nullptr) {
        return;
      }
      lone = &mention;
    }
  }
  if (lone == nullptr) {
    return;
  }
  const Role role = RoleOf(context, *lone, year);
  if (role.doubtful && role.by_amounts) {
    Tell(*lone, role, year, Severity::kWarning, sink);
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  const int year = context.year();
  if (year == 0) {
    sink.CannotTest({"未能确定报告年度", "the report's year is not known"});
    return;
  }
  CheckProjectPeriod(context, year, sink);
  CheckCaptions(context, year, sink);
  int own = 0;
  for (const Mention& mention : context.facts().mentions) {
    own += mention.year == year ? 1 : 0;
  }
  if (own < kEnoughMentions) {
    CheckLoneYear(context, year, sink);
    sink.CannotTest({"报告年度出现次数太少", "the report's year is printed too seldom"});
    return;
  }
  Passed passed{RelationKind::kOrder,
                std::to_string(own) + " × " + std::to_string(year),
                {"正文年度与报告年度一致", "years in the text are the report's"},
                {},
                {},
                0.9};
  bool any = false;
  for (const Mention& mention : context.facts().mentions) {
    if (mention.kind != MentionKind::kYear && mention.kind != MentionKind::kDate) {
      continue;
    }
    if (mention.year == year && passed.marks.size() < 3) {
      passed.marks.push_back(
          {mention.anchor.address, mention.anchor.begin, mention.anchor.end, "year"});
    }
    const Role role = RoleOf(context, mention, year);
    if (!role.doubtful) {
      continue;
    }
    any = true;
    Tell(mention, role, year, std::nullopt, sink);
  }
  if (!any) {
    sink.Pass(std::move(passed));
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2023年度“三公”经费支出决算情况说明\n"
     "2022年度“三公”经费支出预算13.76万元，支出决算11.75万元，比上年13.66万元减少1.91万元。\n"
     "“三公”经费支出决算表\n单位：万元\n"
     "项目\t预算数\t决算数\n"
     "合计\t13.76\t11.75\n"
     "1.因公出国（境）费\t0\t0\n"
     "2.公务用车购置及运行维护费\t8.68\t7.52\n"
     "3.公务接待费\t5.08\t4.23\n",
     true, "a short report of 2023 tells the amounts of its own table under 2022"},
    {"青石县林业局2023年度“三公”经费支出决算情况说明\n"
     "2022年度“三公”经费支出预算13.76万元，支出决算11.75万元。\n"
     "“三公”经费支出决算表\n单位：万元\n"
     "项目\t2022年预算数\t2022年决算数\n"
     "合计\t13.76\t11.75\n"
     "1.因公出国（境）费\t0\t0\n"
     "2.公务用车购置及运行维护费\t8.68\t7.52\n"
     "3.公务接待费\t5.08\t4.23\n",
     false, "the table is of 2022, too: the title may name the year of publication"},
    {"青石县造林项目2023年度绩效自评报告\n"
     "2022年项目年初预算316.13万元，全年预算数360.83万元。\n"
     "2022年12月底前完成造林300亩。\n"
     "项目支出绩效自评表\n单位：万元\n"
     "项目资金\t年初预算数\t全年预算数\t全年执行数\n"
     "年度资金总额\t316.13\t360.83\t323.91\n",
     false, "the whole report may be of 2022, published in 2023"},
    {"青石县林业局2023年度部门整体支出绩效自评报告\n"
     "2023年编制30人。\n"
     "核定编制30人，2022年末在职28人，2023年末在职27人。\n"
     "2023年项目支出主要用于造林。\n",
     false, "both ends of the year are told"},
    {"青石县林业局2023年度部门整体支出绩效自评报告\n"
     "2023年全年预算数为412.30万元，全年实际支出401.25万元。\n"
     "2023年编制20人。\n"
     "2022年项目全年预算412.30万元，实际支出401.25万元，主要用于造林。\n"
     "2023年项目支出主要用于造林。\n",
     true, "both amounts are those of 2023"},
    {"青石县林业局2023年度部门整体支出绩效自评报告\n"
     "2023年年初结转和结余12.31万元，本年收入401.25万元。\n"
     "2023年编制20人。2023年项目支出主要用于造林。\n"
     "2022年末结转和结余12.31万元。\n",
     false, "what one year left the next begins with"},
    {"青石县林业局2023年度部门整体支出绩效自评报告\n"
     "一、基本情况\n"
     "2023年我单位年初预算安排100.00万元。\n"
     "2022年我单位基本支出年初预算安排80.00万元，全年实际支出80.00万元。\n"
     "2023年我单位项目支出20.00万元。\n"
     "2023年度共有项目2个。\n",
     true, "the sentence tells this year's spending under last year's date"},
    {"青石县林业局2023年度部门整体支出绩效自评报告\n"
     "2023年基本支出331.20万元，项目支出120.00万元。\n"
     "2022年基本支出331.20万元，主要用于人员工资。\n"
     "2023年项目支出主要用于造林。\n",
     true, "the amount is that of 2023, told as 2022"},
    {"青石县林业局2023年度部门整体支出绩效自评报告\n"
     "一、基本情况\n"
     "2023年我单位年初预算安排100.00万元，比2022年增加5.00万元。\n"
     "根据青财预〔2022〕16号文件，2023年我单位开展自评。\n"
     "2023年度共有项目2个，其中2022年延续项目1个。\n",
     false, "comparison, citation and project year"},
};

}  // namespace

const Rule year_of_another_report = {
    .id = "YER101",
    .name = "year-of-another-report",
    .severity = Severity::kError,
    .summary_zh = "叙述本年度情况处写成了其他年度。",
    .summary_en = "Another year stands where the report's own (or the one before) is meant.",
    .advice_zh = "请核对年度，多为沿用上年文本未改。",
    .advice_en = "Check the year; it is often left over from last year's text.",
    .documentation = R"(## What it checks
Years in a role that fixes them: a heading that names the report, the subject of a sentence about this year's budget and spending, the year a change is compared with, the cut-off day of assets and staff, the title of one table among many that name the report's year.
## Why it matters
A year left from last year's file makes true figures false and shows that the text was not read again.
## When it stays silent
Citations, document numbers, plans, project names and spans of years; comparisons with the year before; reports whose year is printed fewer than three times, but for the one sentence that tells the amounts of a short report's own table under the year before its title's.
## Source
Filling instructions of 部门决算 and self-evaluation reports: one report, one year.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
