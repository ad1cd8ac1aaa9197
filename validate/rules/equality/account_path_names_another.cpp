// SPDX-License-Identifier: GPL-3.0-or-later
//
// EQU125: 卫生健康支出（类）行政事业单位医疗（款）住房公积金（项） in the text, where the tables
// have 住房公积金 under 住房保障支出 alone.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule account_path_names_another;

namespace {

// 类, 款, 项: codes of three, five and seven digits.
constexpr size_t kLevels = 3;

// The codes that the tables print beside each name, by level. Functional accounts alone: the
// economic ones share names with them (住房公积金 is 2210201 and 30113).
using Codes = std::array<std::map<std::string, std::set<std::string>>, kLevels>;

Codes CodesOf(const CheckContext& context) {
  Codes codes;
  const auto add = [&](const std::string& code, std::string_view name) {
    if (code.size() >= 3 && code.size() <= 7 && code.size() % 2 == 1 && code.front() == '2' &&
        !name.empty()) {
      codes.at((code.size() - 3) / 2)[FoldLabel(name)].insert(code);
    }
  };
  for (const FigureTable& table : context.tables()) {
    if (!table.sure) {
      continue;
    }
    for (const FigureRow& row : table.rows) {
      add(row.code, row.Label());
      for (const RowSegment& segment : row.segments) {
        add(segment.code, segment.label);
      }
    }
  }
  return codes;
}

bool IsUnder(const std::set<std::string>& children, const std::set<std::string>& parents) {
  return std::any_of(children.begin(), children.end(), [&](const std::string& child) {
    return std::any_of(parents.begin(), parents.end(),
                       [&](const std::string& parent) { return child.starts_with(parent); });
  });
}

void CheckPath(const Codes& codes, const Passage& passage, const Pattern::Match& match,
               ClaimSink& sink) {
  std::array<const std::set<std::string>*, kLevels> of{};
  std::array<Mark, kLevels> marks;
  static constexpr std::array<const char*, kLevels> kRoles = {"类", "款", "项"};
  for (size_t level = 0; level < kLevels; ++level) {
    const std::string_view words = match.group[level + 1];
    const auto found = codes.at(level).find(FoldLabel(words));
    if (found == codes.at(level).end()) {
      return;  // a name that no table prints
    }
    of.at(level) = &found->second;
    const auto begin = static_cast<uint32_t>(words.data() - passage.text.data());
    marks.at(level) = {passage.address, begin, begin + static_cast<uint32_t>(words.size()),
                       kRoles.at(level)};
  }
  const bool item_fits = IsUnder(*of[2], *of[1]);
  const bool section_fits = IsUnder(*of[1], *of[0]);
  const std::string path = std::string(match.group[1]) + " / " + std::string(match.group[2]) +
                           " / " + std::string(match.group[3]);
  if (item_fits && section_fits) {
    sink.Pass({RelationKind::kOrder,
               path,
               {"类、款、项与表中科目编码的隶属关系一致", "the path is that of the tables' codes"},
               {marks.begin(), marks.end()},
               {},
               0.9});
    return;
  }
  // The name that fits neither of the others is the odd one.
  const size_t odd = section_fits ? 2 : IsUnder(*of[2], *of[0]) ? 1 : 0;
  Observation observation;
  observation.marks = {marks.at(odd), marks.at(odd == 2 ? 1 : 2)};
  observation.confidence = 0.85;
  observation.severity = Severity::kWarning;
  const std::string name(match.group[odd + 1]);
  const std::string& code = *of.at(odd)->begin();
  observation.expression = path;
  observation.stated = name;
  observation.computed = code;
  observation.message = {
      "“" + name + "”在表中的编码是" + code + "，与文中所写的类、款、项不相隶属",
      "“" + name + "” is " + code + " in the tables, which is not where the text's path puts it"};
  sink.Observe(std::move(observation));
}

void Check(const CheckContext& context, ClaimSink& sink) {
  static const Pattern kPath(
      "([^，,。；;：:、（()）\\d.．\\s]{2,30})\\s*[（(]类[)）]\\s*"
      "([^，,。；;：:（()）\\d\\s]{2,40})\\s*[（(]款[)）]\\s*"
      "([^，,。；;：:（()）\\d\\s]{2,60})\\s*[（(]项[)）]");
  Codes codes;
  bool read = false;
  for (const Passage& passage : context.prose()) {
    if (passage.text.find("款") == std::string_view::npos ||
        passage.text.find("项") == std::string_view::npos ||
        passage.text.find("类") == std::string_view::npos) {
      continue;
    }
    Pattern::Match match;
    for (size_t at = 0; kPath.Find(passage.text, at, &match); at = match.end) {
      if (!read) {
        codes = CodesOf(context);
        read = true;
      }
      CheckPath(codes, passage, match, sink);
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2023年度部门决算\n"
     "支出决算表\n单位：万元\n"
     "科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\n"
     "210\t卫生健康支出\t5.00\t5.00\t0.00\n"
     "21011\t行政事业单位医疗\t5.00\t5.00\t0.00\n"
     "2101101\t行政单位医疗\t5.00\t5.00\t0.00\n"
     "221\t住房保障支出\t8.00\t8.00\t0.00\n"
     "22102\t住房改革支出\t8.00\t8.00\t0.00\n"
     "2210201\t住房公积金\t8.00\t8.00\t0.00\n"
     "1.卫生健康支出（类）行政事业单位医疗（款）住房公积金（项）。支出决算为5.00万元。\n",
     true, "住房公积金 stands under another 款"},
    {"青石县林业局2023年度部门决算\n"
     "支出决算表\n单位：万元\n"
     "科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\n"
     "210\t卫生健康支出\t5.00\t5.00\t0.00\n"
     "21011\t行政事业单位医疗\t5.00\t5.00\t0.00\n"
     "2101101\t行政单位医疗\t5.00\t5.00\t0.00\n"
     "301\t工资福利支出\t8.00\t8.00\t0.00\n"
     "30113\t住房公积金\t8.00\t8.00\t0.00\n"
     "1.卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。支出决算为5.00万元。\n"
     "2.住房保障支出（类）住房改革支出（款）住房公积金（项）。支出决算为8.00万元。\n",
     false, "the path of the codes; and a name that only an economic account bears"},
};

}  // namespace

const Rule account_path_names_another = {
    .id = "EQU125",
    .name = "account-path-names-another",
    .severity = Severity::kError,
    .summary_zh = "文中写明的类、款、项与表中科目编码的隶属关系不符。",
    .summary_en =
        "A path of accounts in the text joins accounts that the tables' codes keep apart.",
    .advice_zh = "请按表中编码核对类、款、项名称。",
    .advice_en = "Check the names of the path against the codes in the tables.",
    .documentation = R"(## What it checks
类（类）款（款）项（项） in running text against the codes that the report's own tables print beside these names: the 项 must stand under the 款, the 款 under the 类.
## Why it matters
A name copied from the line above makes the explanation speak of other money than its figures.
## When it stays silent
When a name of the path stands in no table with its code; economic accounts (301, 302 …), which share names with functional ones; tables that were not read for sure.
## Source
政府收支分类科目: codes of three, five and seven digits.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
