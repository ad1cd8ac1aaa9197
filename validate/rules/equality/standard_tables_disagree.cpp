// SPDX-License-Identifier: GPL-3.0-or-later
//
// EQU110: what the official tables owe one another (packs/standard_tables.toml): 本年收入合计 of 01
// and 02, 基本支出 of 05 and 06, 三公 and its parts.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/evaluate.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule standard_tables_disagree;

namespace {

bool Holds(const Claim& claim, const FactSet& facts) {
  const RelationStatus status = StatusOf(claim, facts);
  return status == RelationStatus::kHeld || status == RelationStatus::kRounding;
}

BilingualText ReasonOf(const RulePack::TableIdentity& identity) {
  return {identity.name + "（" + identity.source + "）",
          "the official tables owe it: " + identity.name + " (" + identity.source + ")"};
}

// 总表 against 支出决算表 for each 类: one that differs among many that agree is told; where most
// differ the tables are of different scopes, or misread.
void CheckRows(const CheckContext& context, const RulePack::TableIdentity& identity,
               ClaimSink& sink) {
  const std::vector<CellFound> stated = context.standard_tables().Find(identity.stated.front());
  const std::vector<CellFound> other = context.standard_tables().Find(identity.sum.front());
  std::vector<Claim> claims;
  size_t held = 0;
  for (const CellFound& cell : stated) {
    const auto same = [&](const CellFound& one) { return one.label == cell.label; };
    if (std::count_if(stated.begin(), stated.end(), same) != 1 ||
        std::count_if(other.begin(), other.end(), same) != 1) {
      continue;
    }
    const CellFound& match = *std::find_if(other.begin(), other.end(), same);
    Claim claim;
    claim.kind = RelationKind::kEquality;
    claim.operands = {Term::Of(match.fact, match.table->title)};
    claim.stated = Term::Of(cell.fact, cell.table->title);
    claim.reason = ReasonOf(identity);
    claim.reason.zh += "：" + cell.label;
    claim.reason.en += ": " + cell.label;
    claim.confidence = 0.88;
    claim.only_if_held = !cell.table->sure || !match.table->sure;
    held += Holds(claim, context.facts()) ? 1 : 0;
    claims.push_back(std::move(claim));
  }
  for (Claim& claim : claims) {
    claim.only_if_held = claim.only_if_held || held * 3 < claims.size() * 2;
    sink.Propose(std::move(claim));
  }
}

void CheckSum(const CheckContext& context, const RulePack::TableIdentity& identity,
              ClaimSink& sink) {
  const StandardTables& tables = context.standard_tables();
  CellFound stated;
  for (const std::string& cell : identity.stated) {
    const std::vector<CellFound> found = tables.Find(cell);
    if (!found.empty()) {
      stated = found.front();
      break;
    }
  }
  if (stated.fact < 0) {
    return;
  }
  Claim claim;
  Decimal sum = 0;
  bool absent = false;
  bool sure = stated.table->sure;
  for (std::string_view name : identity.sum) {
    const bool optional = name.starts_with("?");
    const bool taken = name.starts_with("-");
    name.remove_prefix(optional || taken ? 1 : 0);
    const std::vector<CellFound> found = tables.Find(name);
    if (found.empty()) {
      if (!optional) {
        if (tables.HasTableOf(name)) {
          sink.CannotTest({"“" + identity.name + "”所需的数未找到",
                           "a figure of the identity is not printed: " + identity.name});
        }
        return;
      }
      absent = true;
      continue;
    }
    const FactId fact = found.front().fact;
    if (fact == stated.fact) {
      return;
    }
    const Decimal coefficient = taken ? -1 : 1;
    claim.operands.push_back(Term::Of(fact, found.front().table->title, coefficient));
    sum += coefficient * context.At(fact).quantity.BaseValue();
    sure =
        sure && found.front().table->sure &&
        context.At(fact).quantity.unit.dimension == context.At(stated.fact).quantity.unit.dimension;
  }
  if (claim.operands.empty()) {
    return;
  }
  const Decimal total = context.At(stated.fact).quantity.BaseValue();
  claim.kind = identity.at_most             ? RelationKind::kBound
               : claim.operands.size() == 1 ? RelationKind::kEquality
                                            : RelationKind::kSum;
  claim.stated = Term::Of(stated.fact, stated.table->title);
  claim.idle = total.IsZero() && sum.IsZero();
  claim.reason = ReasonOf(identity);
  claim.confidence = 0.88;
  // A part that is not printed, or that we did not find, may make up what is missing.
  claim.only_if_held = !sure || (absent && sum < total);
  sink.Propose(std::move(claim));
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const RulePack::TableIdentity& identity : context.pack().table_identities()) {
    if (identity.stated.front().find("*") != std::string::npos) {
      CheckRows(context, identity, sink);
    } else {
      CheckSum(context, identity, sink);
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2024年度部门决算\n"
     "收入支出决算总表\n单位：万元\n"
     "项目\t决算数\t项目\t决算数\n"
     "一、一般公共预算财政拨款收入\t90.00\t一、农林水支出\t80.00\n"
     "本年收入合计\t90.00\t本年支出合计\t80.00\n"
     "年初结转和结余\t10.00\t年末结转和结余\t20.00\n"
     "总计\t100.00\t总计\t100.00\n\n"
     "支出决算表\n单位：万元\n"
     "科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\n"
     "\t合计\t81.00\t50.00\t31.00\n"
     "213\t农林水支出\t81.00\t50.00\t31.00\n"
     "21302\t林业和草原\t81.00\t50.00\t31.00\n"
     "2130201\t行政运行\t81.00\t50.00\t31.00\n",
     true, "本年支出合计 is 80 in one table and 81 in the other"},
    {"青石县林业局2024年度部门决算\n"
     "收入支出决算总表\n单位：万元\n"
     "项目\t决算数\t项目\t决算数\n"
     "一、一般公共预算财政拨款收入\t90.00\t一、农林水支出\t80.00\n"
     "本年收入合计\t90.00\t本年支出合计\t80.00\n"
     "年初结转和结余\t10.00\t年末结转和结余\t20.00\n"
     "总计\t100.00\t总计\t100.00\n\n"
     "一般公共预算财政拨款支出决算表\n单位：万元\n"
     "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
     "\t合计\t70.00\t50.00\t20.00\n"
     "213\t农林水支出\t70.00\t50.00\t20.00\n"
     "21302\t林业和草原\t70.00\t50.00\t20.00\n"
     "2130201\t行政运行\t70.00\t50.00\t20.00\n",
     false, "general public budget money is only a part of all spending"},
};

}  // namespace

const Rule standard_tables_disagree = {
    .id = "EQU110",
    .name = "standard-tables-disagree",
    .severity = Severity::kError,
    .summary_zh = "公开表之间（或表内）应当相等的数不相等。",
    .summary_en = "Cells of the official tables that owe one another a value do not agree.",
    .advice_zh = "请核对所列各表，以系统导出的表为准。",
    .advice_en = "Check the tables named; those exported by the system are usually right.",
    .documentation = R"(## What it checks
The identities of the nine tables of 部门决算 and of 部门预算, within a table and between them, as validate/packs/standard_tables.toml lists them. Tables are known by their whole titles, columns by their headers, in any order.
## Why it matters
The tables are one account seen from several sides; a cell that differs was typed, not exported.
## When it stays silent
When a table is absent, read without confidence, or two tables claim one title; when a part that is not printed may explain a shortfall; when most rows of two tables differ (another scope); differences of rounding (配平尾差).
## Source
部门决算 and 部门预算公开表 01 to 09; 财预〔2016〕143号.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
