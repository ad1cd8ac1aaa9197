// SPDX-License-Identifier: GPL-3.0-or-later
//
// SUM111: totals down a table: 类 = Σ款 = Σ项 by account codes, 合计 = Σ类; a 合计 row over plain
// rows.
//
// METHOD      the structure says which rows make up which; a column is believed to add up only when
//             most of its sums do. One wrong sum among many is told, a column of wrong ones is not:
//             that is a table we did not understand.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/evaluate.h"
#include "validate/reading/measure_words.h"
#include "validate/reading/partition.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule table_total_differs_from_rows;

namespace {

constexpr size_t kMostRows = 6000;

bool IsTotal(std::string_view label) {
  return label == "合计" || label == "总计" || label == "小计" || label.starts_with("合计(");
}

struct Family {
  size_t parent;
  std::vector<size_t> children;
};

// Parents and children by code prefixes: 201 ⊃ 20106 ⊃ 2010601.
std::vector<Family> CodeFamilies(const FigureTable& table) {
  std::vector<Family> families;
  std::map<std::string, size_t> family_of;  // the parent's code
  std::vector<size_t> roots;
  for (size_t r = 0; r < table.rows.size(); ++r) {
    const std::string& code = table.rows[r].code;
    if (code.size() < 3 || code.size() % 2 == 0) {
      continue;
    }
    if (code.size() == 3) {
      roots.push_back(r);
    } else if (const auto it = family_of.find(code.substr(0, code.size() - 2));
               it != family_of.end()) {
      families[it->second].children.push_back(r);
    }
    // A code that stands twice (three blocks abreast) begins anew.
    family_of[code] = families.size();
    families.push_back({r, {}});
  }
  for (size_t r = 0; r < table.rows.size() && !roots.empty(); ++r) {
    if (table.rows[r].code.empty() && IsTotal(table.rows[r].Label())) {
      families.push_back({r, roots});
      break;
    }
  }
  std::erase_if(families, [](const Family& family) { return family.children.empty(); });
  return families;
}

// A last (or first) 合计 row over all plain rows of a table without codes.
std::vector<Family> PlainFamily(const FigureTable& table, bool* demanded) {
  std::vector<Family> families;
  const bool coded = std::any_of(table.rows.begin(), table.rows.end(),
                                 [](const FigureRow& row) { return !row.code.empty(); });
  if (coded || table.rows.size() < 2) {
    return families;
  }
  std::vector<std::string_view> labels;
  Family family{table.rows.size(), {}};
  for (size_t r = 0; r < table.rows.size(); ++r) {
    const std::string_view label = table.rows[r].Label();
    if (IsTotal(label) && family.parent == table.rows.size() &&
        (r == 0 || r + 1 == table.rows.size())) {
      family.parent = r;
    } else if (label.starts_with("其中") || ContainsAny(label, "合计|总计|小计")) {
      return families;  // several levels: not plain
    } else {
      family.children.push_back(r);
      labels.push_back(label);
    }
  }
  // 货物, 工程, 服务 are all there is: a 合计 over them is their sum, however few sums the table
  // has.
  *demanded = AreDifferentParts(labels);
  if (family.parent < table.rows.size() && (family.children.size() >= 2 || *demanded)) {
    families.push_back(std::move(family));
  }
  return families;
}

// 年度资金总额 over its sources (上级, 本级, 其他资金) at the head of a self-evaluation sheet.
std::vector<Family> FundsFamily(const FigureTable& table, bool* complete) {
  std::vector<Family> families;
  for (size_t r = 0; r < table.rows.size(); ++r) {
    if (!ContainsAny(table.rows[r].Label(), "资金总额|总资金")) {
      continue;
    }
    Family family{r, {}};
    std::vector<std::string_view> labels;
    for (size_t k = r + 1; k < table.rows.size(); ++k) {
      const std::string_view label = table.rows[k].Label();
      if (!ContainsAny(label,
                       "上级|本级|财政|其他资金|结转|中央|省|市|县|自有|自筹|基本支出|"
                       "项目支出") ||
          ContainsAny(label, "目标|指标")) {
        break;
      }
      family.children.push_back(k);
      labels.push_back(label);
    }
    if (family.children.size() >= 2) {
      *complete = CompletePartition(labels) != nullptr;
      families.push_back(std::move(family));
    }
    break;
  }
  return families;
}

std::optional<Claim> SumDown(const FigureTable& table, const Family& family, int column) {
  const FactId total = table.rows[family.parent].At(column);
  Claim claim;
  for (const size_t child : family.children) {
    const FactId part = table.rows[child].At(column);
    if (part >= 0) {
      claim.operands.push_back(Term::Of(part, "part"));
    }
  }
  if (total < 0 || claim.operands.empty()) {
    return std::nullopt;
  }
  claim.stated = Term::Of(total, "total");
  const std::string name(table.rows[family.parent].Label());
  claim.reason = {"“" + table.title + "”中“" + name + "”由其下各行构成",
                  "in the table, “" + name + "” is made up of the rows under it"};
  return claim;
}

// 301 | 工资福利支出 | 1010.28 | 302 | 商品和服务支出 | 150.98: accounts in several blocks abreast,
// each with its figure: a 类 of three digits is the sum of its 款 of five, wherever they stand.
void CheckBlocksAbreast(const CheckContext& context, const FigureTable& table, ClaimSink& sink) {
  std::map<std::string, FactId> by_code;
  std::map<std::string, std::string_view> names;
  bool abreast = false;
  for (const FigureRow& row : table.rows) {
    int coded = 0;
    for (const RowSegment& segment : row.segments) {
      if ((segment.code.size() != 3 && segment.code.size() != 5) || segment.figures.empty()) {
        continue;
      }
      ++coded;
      names[segment.code] = segment.label;
      if (!by_code.emplace(segment.code, segment.figures.front().second).second) {
        return;  // a code that stands twice: several tables in one
      }
    }
    abreast = abreast || coded > 1;
  }
  if (!abreast) {
    return;
  }
  std::vector<Claim> claims;
  size_t held = 0;
  for (const auto& [code, total] : by_code) {
    if (code.size() != 3) {
      continue;
    }
    Claim claim;
    for (auto it = by_code.upper_bound(code); it != by_code.end() && it->first.starts_with(code);
         ++it) {
      claim.operands.push_back(Term::Of(it->second, "part"));
    }
    if (claim.operands.empty()) {
      continue;
    }
    claim.stated = Term::Of(total, "total");
    claim.reason = {"“" + table.title + "”中" + code + std::string(names[code]) + "由其下各款构成",
                    "in the table, account " + code + " is made up of the accounts under it"};
    claim.confidence = 0.88;
    const RelationStatus status = StatusOf(claim, context.facts());
    held += status == RelationStatus::kHeld || status == RelationStatus::kRounding ? 1 : 0;
    claims.push_back(std::move(claim));
  }
  const bool believed = table.sure && claims.size() >= 3 && held * 3 >= claims.size() * 2;
  for (Claim& claim : claims) {
    claim.only_if_held = !believed;
    sink.Propose(std::move(claim));
  }
}

// A source that is left blank may stand for money that nobody filled in, where the rest falls
// short.
bool MayGoUnfilled(const CheckContext& context, const FigureTable& table, const Family& family,
                   int column, const Claim& claim) {
  Decimal parts;
  for (const Term& term : claim.operands) {
    parts += context.At(term.fact).quantity.BaseValue();
  }
  return parts < context.At(claim.stated.fact).quantity.BaseValue() &&
         std::any_of(family.children.begin(), family.children.end(),
                     [&](size_t child) { return table.rows[child].At(column) < 0; });
}

void CheckTable(const CheckContext& context, const FigureTable& table, ClaimSink& sink) {
  CheckBlocksAbreast(context, table, sink);
  if (table.rows.size() > kMostRows) {
    sink.CannotTest({"表过大", "the table is too large"});
    return;
  }
  std::vector<Family> families = CodeFamilies(table);
  const bool plain = families.empty();
  bool funds = false;
  if (plain) {
    families = PlainFamily(table, &funds);
  }
  const bool from_funds = families.empty();
  if (from_funds) {
    funds = false;
    families = FundsFamily(table, &funds);
  }
  if (families.empty()) {
    return;
  }
  // 年度资金总额 over sources that need not be all: where they make it up in every column of money
  // but one, and that is two at least, they are all.
  size_t columns_held = 0;
  size_t columns_broken = 0;
  bool one_odd = false;
  if (from_funds) {
    for (const int column : table.columns) {
      const auto claim = SumDown(table, families.front(), column);
      if (!claim || context.At(claim->stated.fact).quantity.unit.dimension != Dimension::kMoney ||
          context.At(claim->stated.fact).quantity.value.IsZero()) {
        continue;
      }
      const RelationStatus status = StatusOf(*claim, context.facts());
      columns_held += status == RelationStatus::kHeld ? 1 : 0;
      columns_broken += status == RelationStatus::kViolated ? 1 : 0;
    }
    one_odd = columns_held >= 2 && columns_broken == 1;
  }
  for (const int column : table.columns) {
    std::vector<Claim> claims;
    size_t held = 0;
    for (const Family& family : families) {
      auto claim = SumDown(table, family, column);
      if (!claim ||
          !std::all_of(claim->operands.begin(), claim->operands.end(), [&](const Term& term) {
            return Comparable(context.At(term.fact), context.At(claim->stated.fact)) ||
                   context.At(term.fact).quantity.unit.dimension ==
                       context.At(claim->stated.fact).quantity.unit.dimension;
          })) {
        continue;
      }
      const Scope scope = context.At(claim->stated.fact).scope;
      if (context.At(claim->stated.fact).quantity.unit.dimension == Dimension::kRatio ||
          scope == Scope::kWeight || scope == Scope::kScore || scope == Scope::kCompletionRate) {
        continue;
      }
      const RelationStatus status = StatusOf(*claim, context.facts());
      held += status == RelationStatus::kHeld || status == RelationStatus::kRounding ? 1 : 0;
      claims.push_back(std::move(*claim));
    }
    const bool several = claims.size() >= 3 && held * 4 >= claims.size() * 3;
    for (Claim& claim : claims) {
      const bool all_there =
          funds && !(from_funds && MayGoUnfilled(context, table, families.front(), column, claim));
      const bool believed = all_there || one_odd || several;
      claim.confidence = 0.9;
      if (one_odd && !all_there) {
        claim.severity = Severity::kWarning;
      }
      claim.only_if_held = !believed || !table.sure;
      sink.Propose(std::move(claim));
    }
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const FigureTable& table : context.tables()) {
    CheckTable(context, table, sink);
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县造林项目2024年度绩效自评报告\n"
     "项目支出绩效自评表\n单位：万元\n"
     "项目资金\t年初预算数\t全年预算数\t全年执行数\t执行率\n"
     "年度资金总额\t361.13\t360.83\t323.91\t89.77%\n"
     "其中：当年财政拨款\t316.13\t360.83\t323.91\t89.77%\n"
     "上年结转资金\t\t\t\t\n"
     "其他资金\t\t\t\t\n",
     true, "in the two other columns the one source is all"},
    {"青石县造林项目2024年度绩效自评报告\n"
     "项目支出绩效自评表\n单位：万元\n"
     "项目资金\t年初预算数\t全年预算数\t全年执行数\t执行率\n"
     "年度资金总额\t361.13\t380.83\t323.91\t85.05%\n"
     "其中：当年财政拨款\t316.13\t360.83\t323.91\t89.77%\n"
     "上年结转资金\t\t\t\t\n"
     "其他资金\t\t\t\t\n",
     false, "other money may have gone unfilled"},
    {"青石县林业局2024年度部门决算\n"
     "支出决算表\n单位：万元\n"
     "科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\n"
     "201\t一般公共服务支出\t30.00\t20.00\t10.00\n"
     "20106\t财政事务\t30.00\t20.00\t10.00\n"
     "2010601\t行政运行\t20.00\t20.00\t0.00\n"
     "2010602\t一般行政管理事务\t10.00\t0.00\t10.00\n"
     "208\t社会保障和就业支出\t9.00\t9.00\t0.00\n"
     "20805\t行政事业单位养老支出\t9.00\t9.00\t0.00\n"
     "2080505\t养老保险缴费支出\t7.00\t7.00\t0.00\n"
     "2080506\t职业年金缴费支出\t1.00\t2.00\t0.00\n",
     true, "7 + 1 is not 9 in the first column"},
    {"青石县林业局2024年度部门决算\n"
     "支出决算表\n单位：万元\n"
     "科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\n"
     "201\t一般公共服务支出\t30.00\t20.00\t10.00\n"
     "20106\t财政事务\t30.00\t20.00\t10.00\n"
     "2010601\t行政运行\t20.00\t20.00\t0.00\n"
     "2010602\t一般行政管理事务\t10.00\t0.00\t10.00\n",
     false, "every level adds up"},
    {"青石县林业局2024年度部门整体支出绩效自评报告\n"
     "政府采购执行情况表\n单位：万元\n"
     "采购类别\t实际采购金额\n"
     "货物\t30.00\n"
     "工程\t12.00\n"
     "服务\t8.00\n"
     "合计\t55.00\n",
     true, "goods, works and services are all there is"},
    {"青石县林业局项目支出绩效自评表\n（2023年度）\n"
     "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n"
     "\t年度资金总额\t0\t0\t0\t10\t0\t0\n"
     "\t其中：本年财政拨款\t60\t59.40\t59.40\t\t\t\n"
     "\t上年结转资金\t\t\t\t\t\t\n"
     "\t其他资金\t\t\t\t\t\t\n",
     true, "a total of nothing over filled sources"},
    {"青石县林业局项目支出绩效自评表\n（2023年度）\n"
     "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n"
     "\t年度资金总额\t60\t59.40\t59.40\t10\t100%\t10\n"
     "\t其中：本年财政拨款\t60\t59.40\t59.40\t\t\t\n"
     "\t上年结转资金\t\t\t\t\t\t\n"
     "\t其他资金\t\t\t\t\t\t\n",
     false, "the sources make up the funds"},
    {"青石县林业局2024年度部门整体支出绩效自评报告\n"
     "项目支出情况表\n单位：万元\n"
     "主要项目\t金额\n"
     "信息系统维护\t30.00\n"
     "业务培训\t12.00\n"
     "合计\t55.00\n",
     false, "the main projects need not be all"},
};

}  // namespace

const Rule table_total_differs_from_rows = {
    .id = "SUM111",
    .name = "table-total-differs-from-rows",
    .severity = Severity::kError,
    .summary_zh = "表内上级科目或合计与下级各行之和不符。",
    .summary_en = "A total in a table is not the sum of the rows under it.",
    .advice_zh = "请核对该列的合计与各行。",
    .advice_en = "Check the total and the rows in this column.",
    .documentation = R"(## What it checks
Tables with account codes: 类 = Σ款, 款 = Σ项, 合计 = Σ类 in each column, also where the accounts stand in blocks abreast; a 合计 over rows that divide money by their nature (基本支出 and 项目支出; 货物, 工程, 服务); 年度资金总额 over its sources at the head of a self-evaluation form; tables with one 合计 row over other plain rows are confirmed.
## Why it matters
A total that was not updated after a row changed, a row dropped or doubled.
## When it stays silent
When fewer than three quarters of a column's sums hold (the table was not understood); tables read without confidence; differences by rounding.
## Source
政府收支分类科目; 部门决算 and 部门预算 tables.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
