// SPDX-License-Identifier: GPL-3.0-or-later
//
// EQU104: totals and accounts told in the text against the table of that name.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/reading/subject.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule text_differs_from_table;

namespace {

bool IsOneOf(std::string_view text, std::string_view alternatives) {
  while (!alternatives.empty()) {
    const size_t bar = alternatives.find('|');
    if (text == alternatives.substr(0, bar)) {
      return true;
    }
    alternatives = bar == std::string_view::npos ? "" : alternatives.substr(bar + 1);
  }
  return false;
}

bool EndsWithOneOf(std::string_view text, std::string_view alternatives) {
  while (!alternatives.empty()) {
    const size_t bar = alternatives.find('|');
    if (text.ends_with(alternatives.substr(0, bar))) {
      return true;
    }
    alternatives = bar == std::string_view::npos ? "" : alternatives.substr(bar + 1);
  }
  return false;
}

// 上年…, 2022年… in a report of 2023.
bool IsEarlier(const CheckContext& context, const Said& said) {
  const Fact& fact = context.At(said.fact);
  return ContainsAny(said.label, "上年|去年") ||
         (context.year() != 0 && fact.period.stated && fact.period.year == context.year() - 1);
}

// The words before a figure as a key, without the verb.
std::string KeyOf(std::string_view label) {
  std::string words = SubjectKey(label);
  for (const std::string_view tail : {"均", "为", "均为", "是", "各", ":", "数"}) {
    if (words.ends_with(tail)) {
      words.resize(words.size() - tail.size());
    }
  }
  return words;
}

// 社会保障和就业（类）支出, “社会保障和就业支出”科目: the name of a 类 as the tables print it.
std::string AccountKey(std::string_view label) {
  static const Pattern kClass("\\((?:\\d{3})?类\\)|科目$");
  std::string key = SubjectKey(label);
  Pattern::Match match;
  while (kClass.Find(key, 0, &match)) {
    key.erase(match.begin, match.end - match.begin);
  }
  if (!key.ends_with("支出")) {
    key += "支出";
  }
  return key;
}

std::string HeadingOf(const CheckContext& context, const Passage& passage) {
  if (passage.section < 0) {
    return "";
  }
  return SubjectKey(context.document().outline[static_cast<size_t>(passage.section)].title);
}

void ProposeTold(const CheckContext& context, const Said& said, const CellFound& cell,
                 const RulePack::Telling& telling, ClaimSink& sink) {
  if (!Comparable(context.At(cell.fact), context.At(said.fact))) {
    return;  // a table whose unit is not printed
  }
  if (context.UnitIsDoubted(cell.fact)) {
    return;
  }
  Claim claim;
  claim.kind = RelationKind::kEquality;
  claim.operands = {Term::Of(cell.fact, "table")};
  claim.stated = Term::Of(said.fact, "text");
  claim.reason = {
      "文字应与“" + cell.table->title + "”一致（" + telling.source + "）",
      "the text tells a cell of the table “" + cell.table->title + "” (" + telling.source + ")"};
  claim.confidence = 0.9;
  claim.only_if_held = !cell.table->sure;
  sink.Propose(std::move(claim));
}

// What packs/standard_tables.toml says the text calls the cells of the tables.
void CheckTold(const CheckContext& context, ClaimSink& sink) {
  std::vector<std::pair<const RulePack::Telling*, std::vector<CellFound>>> tellings;
  for (const RulePack::Telling& telling : context.pack().tellings()) {
    std::vector<CellFound> cells = context.standard_tables().Find(telling.cell);
    if (!cells.empty()) {
      tellings.emplace_back(&telling, std::move(cells));
    }
  }
  if (tellings.empty()) {
    return;
  }
  for (const Passage& passage : context.prose()) {
    if (passage.address.part != TextAddress::Part::kBlock) {
      continue;
    }
    const std::string heading = HeadingOf(context, passage);
    for (const Said& said : passage.figures) {
      const Fact& fact = context.At(said.fact);
      if (fact.quantity.unit.dimension != Dimension::kMoney || IsChange(fact) ||
          IsEarlier(context, said)) {
        continue;
      }
      const std::string words = KeyOf(said.label);
      for (const auto& [telling, cells] : tellings) {
        if ((!telling->section.empty() && !IsOneOf(heading, telling->section)) ||
            (!telling->without.empty() && ContainsAny(said.before, telling->without))) {
          continue;
        }
        if (telling->words == "*") {
          const std::string account = AccountKey(said.label);
          const auto same = [&](const CellFound& cell) {
            return SubjectKey(cell.label) == account;
          };
          if (std::count_if(cells.begin(), cells.end(), same) == 1) {
            ProposeTold(context, said, *std::find_if(cells.begin(), cells.end(), same), *telling,
                        sink);
            break;
          }
        } else if (telling->whole ? IsOneOf(words, telling->words)
                                  : EndsWithOneOf(words, telling->words)) {
          ProposeTold(context, said, cells.front(), *telling, sink);
          break;
        }
      }
    }
  }
}

// 行政运行（项） of 财政事务（款） of 一般公共服务支出（类): the row of its names or codes.
struct Accounts {
  std::map<std::string, const FigureRow*> by_path;  // "类|款|项"
  std::map<std::string, const FigureRow*> by_code;
  const FigureTable* table = nullptr;
};

Accounts AccountsOf(const FigureTable& table) {
  Accounts accounts;
  accounts.table = &table;
  std::map<std::string, std::string> name_of;
  for (const FigureRow& row : table.rows) {
    if (row.code.size() < 3 || row.segments.empty()) {
      continue;
    }
    const std::string label = row.segments.front().label;
    name_of[row.code] = label;
    accounts.by_code.emplace(row.code, &row);
    if (row.code.size() == 7) {
      accounts.by_path.emplace(
          name_of[row.code.substr(0, 3)] + "|" + name_of[row.code.substr(0, 5)] + "|" + label,
          &row);
    }
  }
  return accounts;
}

void CheckAccounts(const CheckContext& context, ClaimSink& sink) {
  static const Pattern kPath(
      "([^，,。；;“”\"、（）()\\d]{2,30})[（(](\\d{3})?类[)）]([^（）()]{2,30})[（(](\\d{2})?款[)"
      "）]([^（）()]{2,40})[（(](\\d{2})?项[)）]");
  for (const FigureTable& table : context.tables()) {
    const bool bound = ContainsAny(table.title, "一般公共预算") &&
                       ContainsAny(table.title, "支出") &&
                       !ContainsAny(table.title, "基本支出|三公|机关运行");
    if (!bound) {
      continue;
    }
    const Accounts accounts = AccountsOf(table);
    if (accounts.by_code.empty() || table.columns.empty()) {
      continue;
    }
    for (const Passage& passage : context.prose()) {
      Pattern::Match match;
      if (passage.text.find("项") == std::string_view::npos ||
          !kPath.Find(passage.text, 0, &match)) {
        continue;
      }
      const FigureRow* row = nullptr;
      if (!match.group[2].empty() && !match.group[4].empty() && !match.group[6].empty()) {
        const auto it =
            accounts.by_code.find(std::string(match.group[2]) + std::string(match.group[4]) +
                                  std::string(match.group[6]));
        row = it == accounts.by_code.end() ? nullptr : it->second;
      }
      if (row == nullptr) {
        const auto it =
            accounts.by_path.find(FoldLabel(match.group[1]) + "|" + FoldLabel(match.group[3]) +
                                  "|" + FoldLabel(match.group[5]));
        row = it == accounts.by_path.end() ? nullptr : it->second;
      }
      const FactId figure = row == nullptr ? -1 : row->At(table.columns.front());
      if (figure < 0) {
        continue;
      }
      const bool final_accounts = ContainsAny(table.title, "决算");
      for (const Said& said : passage.figures) {
        const Fact& fact = context.At(said.fact);
        if (said.begin < match.end || fact.quantity.unit.dimension != Dimension::kMoney ||
            IsChange(fact)) {
          continue;
        }
        const bool own = final_accounts
                             ? ContainsAny(said.label, "决算") && !ContainsAny(said.label, "上年")
                             : said.begin < match.end + 12;  // the amount right after the name
        if (!own) {
          continue;
        }
        Claim claim;
        claim.kind = RelationKind::kEquality;
        claim.operands = {Term::Of(figure, "table")};
        claim.stated = Term::Of(said.fact, "text");
        claim.reason = {"该科目的金额应与“" + table.title + "”一致",
                        "the text tells the amount of an account that stands in the table"};
        claim.confidence = 0.88;
        claim.only_if_held = !table.sure;
        sink.Propose(std::move(claim));
        break;
      }
    }
  }
}

// The text tells 三公 money, the table of that name is blank.
void CheckBlankTable(const CheckContext& context, ClaimSink& sink) {
  const bool filled_in = std::any_of(context.tables().begin(), context.tables().end(),
                                     [](const FigureTable& table) { return table.figures > 0; });
  for (const FigureTable& table : context.tables()) {
    if (!ContainsAny(table.title, "三公") || table.figures > 0 || !table.sure || !filled_in) {
      continue;
    }
    for (const Passage& passage : context.prose()) {
      const auto told =
          std::find_if(passage.figures.begin(), passage.figures.end(), [&](const Said& said) {
            const Fact& fact = context.At(said.fact);
            return ContainsAny(said.label, "三公") && ContainsAny(said.label, "预算|决算") &&
                   fact.quantity.unit.dimension == Dimension::kMoney && !IsChange(fact) &&
                   !fact.quantity.value.IsZero();
          });
      if (told == passage.figures.end()) {
        continue;
      }
      Observation observation;
      observation.facts = {told->fact};
      const Table& source = context.document().tables[static_cast<size_t>(table.table)];
      if (!source.caption.empty()) {
        observation.marks = {{{TextAddress::Part::kCaption, table.block, 0},
                              0,
                              static_cast<uint32_t>(source.caption.utf8().size()),
                              "table"}};
      }
      observation.confidence = 0.85;
      observation.stated = context.Printed(told->fact);
      observation.expression = context.Printed(told->fact) + " = （空）";
      observation.message = {"文字写明" + std::string(told->label) + context.Printed(told->fact) +
                                 "，而“" + table.title + "”没有任何数据",
                             "the text tells " + context.Printed(told->fact) + ", but the table “" +
                                 table.title + "” is blank"};
      sink.Observe(std::move(observation));
      break;
    }
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  CheckTold(context, sink);
  CheckAccounts(context, sink);
  CheckBlankTable(context, sink);
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2024年度部门决算\n"
     "收入支出决算总表\n单位：万元\n"
     "项目\t决算数\t项目\t决算数\n"
     "一、财政拨款收入\t90.00\t一、农林水支出\t80.00\n"
     "本年收入合计\t90.00\t本年支出合计\t80.00\n"
     "年初结转和结余\t10.00\t年末结转和结余\t20.00\n"
     "总计\t100.00\t总计\t100.00\n"
     "青石县林业局2024年度收入支出总计110.00万元。\n",
     true, "110 in the text, 100 in the table"},
    {"青石县林业局2024年度部门决算\n"
     "收入支出决算总表\n单位：万元\n"
     "项目\t决算数\t项目\t决算数\n"
     "一、财政拨款收入\t90.00\t一、农林水支出\t80.00\n"
     "本年收入合计\t90.00\t本年支出合计\t80.00\n"
     "年初结转和结余\t10.00\t年末结转和结余\t20.00\n"
     "总计\t100.00\t总计\t100.00\n"
     "青石县林业局2024年度收入支出总计100.00万元。\n",
     false, "text and table agree"},
};

}  // namespace

const Rule text_differs_from_table = {
    .id = "EQU104",
    .name = "text-differs-from-table",
    .severity = Severity::kError,
    .summary_zh = "文字所述数字与同名表格不一致。",
    .summary_en = "A figure in the text differs from the table of that name.",
    .advice_zh = "表格由系统生成，一般以表格为准改正文字。",
    .advice_en = "Tables come from the system; the text is usually the one to correct.",
    .documentation = R"(## What it checks
What validate/packs/standard_tables.toml says the text calls the cells of the official tables (收入支出总计, 本年收入合计, 人员经费, 公务接待费支出决算 …, in the sections of the official text), and each account (类款项 by names or codes), against the table with that whole title.
## Why it matters
Typed text under system-made tables is where most published slips are.
## When it stays silent
Tables of another scope (titles must match whole); tables read without confidence; rounding, 元 against 万元.
## Source
部门决算 and 部门预算 公开文本格式: TXT-01 to TXT-07.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
