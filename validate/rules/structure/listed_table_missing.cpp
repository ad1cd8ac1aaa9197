// SPDX-License-Identifier: GPL-3.0-or-later
//
// STR104: the contents list 三、支出决算表, the body goes from the second table to the fourth.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule listed_table_missing;

namespace {

constexpr size_t kShortestTitle = 5;  // characters

struct Entry {
  std::string title;
  Mark mark;
};

// "2024年度支出决算表" and "表3 支出决算表" are the table; 一般公共预算财政拨款支出决算表 is
// another.
std::string Title(std::string_view text) {
  static const Pattern kLead(
      "^(?:附?表\\d*|公开\\d+表|[一二三四五六七八九十]+[、.．]|\\d+[、.．]|20\\d\\d年度?|部门|单位)"
      "+");
  std::string folded = FoldLabel(text);
  Pattern::Match match;
  if (kLead.Find(folded, 0, &match) && match.end < folded.size()) {
    folded.erase(0, match.end);
  }
  return folded;
}

void Check(const CheckContext& context, ClaimSink& sink) {
  static const Pattern kEntry(
      "^\\s*(?:[一二三四五六七八九十]+|\\d+)\\s*[、.．]\\s*(\\S.*表)\\s*[.…·\\d]*\\s*$");
  const Document& document = context.document();
  std::vector<Entry> entries;
  for (size_t b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    Pattern::Match match;
    const std::string_view text = block.text.utf8();
    if (block.kind == BlockKind::kTable || text.size() > 160 || !kEntry.FullMatch(text, &match)) {
      continue;
    }
    std::string title = Title(match.group[1]);
    // "二、部门预算表" is a part of the contents, not one table.
    if (CountUtf8(title) < kShortestTitle) {
      continue;
    }
    entries.push_back({std::move(title),
                       {{TextAddress::Part::kBlock, static_cast<int>(b), 0},
                        0,
                        static_cast<uint32_t>(text.size()),
                        "contents"}});
    if (entries.size() > 40) {
      return;
    }
  }
  if (entries.size() < 3) {
    return;
  }
  std::set<std::string> printed;
  const auto print = [&](std::string_view text) {
    // A listed title ends in 表.
    if (text.size() < 240 && text.find("表") != std::string_view::npos) {
      printed.insert(Title(text));
    }
  };
  for (const TextAddress& address : document.AllTexts()) {
    const bool entry = std::any_of(entries.begin(), entries.end(),
                                   [&](const Entry& e) { return e.mark.address == address; });
    if (!entry) {
      print(context.TextOf(address));
    }
  }
  for (const Text& text : document.furniture) {
    print(text.utf8());
  }
  const auto found = std::count_if(entries.begin(), entries.end(), [&](const Entry& entry) {
    return printed.contains(entry.title);
  });
  // Where most listed titles do not stand over tables, the titles are printed otherwise there.
  if (found * 4 < static_cast<std::ptrdiff_t>(entries.size()) * 3 ||
      document.tables.size() + 1 < entries.size() / 2) {
    return;
  }
  for (const Entry& entry : entries) {
    if (printed.contains(entry.title)) {
      continue;
    }
    Observation observation;
    observation.marks = {entry.mark};
    observation.confidence = 0.85;
    observation.stated = "目录列出";
    observation.message = {"目录列有“" + entry.title + "”，正文中没有该表",
                           "the contents list the table “" + entry.title + "”, which is not there"};
    sink.Observe(std::move(observation));
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2024年度部门决算\n"
     "目录\n"
     "一、收入支出决算总表\n"
     "二、收入决算表\n"
     "三、支出决算表\n"
     "四、财政拨款收入支出决算总表\n"
     "收入支出决算总表\n\n项目\t决算数\n本年收入合计\t90.00\n总计\t90.00\n\n"
     "收入决算表\n\n项目\t决算数\n财政拨款收入\t90.00\n合计\t90.00\n\n"
     "财政拨款收入支出决算总表\n\n项目\t决算数\n本年收入合计\t90.00\n总计\t90.00\n",
     true, "支出决算表 is listed and missing"},
    {"青石县林业局2024年度部门决算\n"
     "目录\n"
     "一、收入支出决算总表\n"
     "二、收入决算表\n"
     "三、财政拨款收入支出决算总表\n"
     "收入支出决算总表\n\n项目\t决算数\n本年收入合计\t90.00\n总计\t90.00\n\n"
     "收入决算表\n\n项目\t决算数\n财政拨款收入\t90.00\n合计\t90.00\n\n"
     "财政拨款收入支出决算总表\n\n项目\t决算数\n本年收入合计\t90.00\n总计\t90.00\n",
     false, "all are there"},
};

}  // namespace

const Rule listed_table_missing = {
    .id = "STR104",
    .name = "listed-table-missing",
    .severity = Severity::kError,
    .summary_zh = "目录列出的表格在正文中缺失。",
    .summary_en = "A table that the contents list is not in the body.",
    .advice_zh = "请补上缺失的表格；无数据的表也应保留并注明。",
    .advice_en = "Add the table; an empty one must stay, with its note.",
    .documentation = R"(## What it checks
Entries of the contents that end in 表 against the titles printed anywhere else, whole.
## Why it matters
All standard tables must be published, empty ones too.
## When it stays silent
When fewer than three quarters of the listed titles are printed elsewhere: the body titles its tables otherwise.
## Source
地方预决算公开操作规程（财预〔2016〕143号）.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
