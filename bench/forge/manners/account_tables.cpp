// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/forge/manners/account_tables.h"

#include <algorithm>
#include <array>

namespace crossfoot::forge {

namespace {

// All 类 that the form lists, in its order; those a department has no money for stay empty.
struct FormLine {
  const char* code;
  const char* name;
};
constexpr std::array kForm{
    FormLine{"201", "一般公共服务支出"},
    FormLine{"202", "外交支出"},
    FormLine{"203", "国防支出"},
    FormLine{"204", "公共安全支出"},
    FormLine{"205", "教育支出"},
    FormLine{"206", "科学技术支出"},
    FormLine{"207", "文化旅游体育与传媒支出"},
    FormLine{"208", "社会保障和就业支出"},
    FormLine{"210", "卫生健康支出"},
    FormLine{"211", "节能环保支出"},
    FormLine{"212", "城乡社区支出"},
    FormLine{"213", "农林水支出"},
    FormLine{"214", "交通运输支出"},
    FormLine{"221", "住房保障支出"},
    FormLine{"229", "其他支出"},
};
constexpr std::array kOrdinals{"一", "二", "三",   "四",   "五",   "六",   "七",  "八",
                               "九", "十", "十一", "十二", "十三", "十四", "十五"};

bool Has(const Accounts& accounts, const std::string& code) {
  return std::any_of(accounts.functional.begin(), accounts.functional.end(),
                     [&](const Account& account) { return account.code == code; });
}

std::string Figure(const std::string& key) { return "{#" + key + "}"; }

// Rows of a table by functional account, the whole first or last.
void AccountRows(const Accounts& accounts, const std::vector<std::string>& columns,
                 Scribe* scribe) {
  const bool whole_first = scribe->random().Chance(70);
  const auto whole = [&] {
    std::vector<CellPhrase> row{"", "合计"};
    for (const std::string& column : columns) {
      row.emplace_back(column.empty() ? "" : Figure(column));
    }
    scribe->Row(row);
  };
  if (whole_first) {
    whole();
  }
  for (const Account& account : accounts.functional) {
    std::vector<CellPhrase> row{"{&" + account.code + "}", "{=" + account.code + "}"};
    for (const std::string& column : columns) {
      row.emplace_back(column.empty() ? "" : Figure(column + "." + account.code));
    }
    scribe->Row(row);
  }
  if (!whole_first) {
    whole();
  }
}

}  // namespace

void DrawIncomeAndSpending(const Accounts& accounts, Scribe* scribe) {
  scribe->BeginGrid("收入支出决算总表", 2);
  scribe->Row({{"收入", 2, 1}, {"支出", 2, 1}});
  scribe->Row({"项目", "决算数", "项目[（按功能分类）|]", "决算数"});
  const std::vector<std::pair<std::string, std::string>> income{
      {"一、一般公共预算财政拨款收入", Figure("in.f")},
      {"二、政府性基金预算财政拨款收入", ""},
      {"三、国有资本经营预算财政拨款收入", ""},
      {"四、上级补助收入", ""},
      {"五、事业收入", ""},
      {"六、经营收入", ""},
      {"七、附属单位上缴收入", ""},
      {"八、其他收入", Figure("in.o")}};
  for (size_t i = 0; i < kForm.size(); ++i) {
    const std::string code = kForm.at(i).code;
    scribe->Row({i < income.size() ? income[i].first : "",
                 i < income.size() ? income[i].second : "",
                 std::string(kOrdinals.at(i)) + "、" + kForm.at(i).name,
                 Has(accounts, code) ? Figure("out." + code) : ""});
  }
  scribe->Row({"本年收入合计", Figure("in"), "本年支出合计", Figure("out")});
  scribe->Row({"使用非财政拨款结余", "", "结余分配", ""});
  scribe->Row({"年初结转和结余", Figure("begin"), "年末结转和结余", Figure("end")});
  scribe->Row({"总计", Figure("in.total"), "总计", Figure("out.total")});
  scribe->EndGrid();
}

void DrawIncome(const Accounts& accounts, Scribe* scribe) {
  scribe->BeginGrid("收入决算表", 1);
  scribe->Row({"科目编码", "科目名称", "本年收入合计", "财政拨款收入", "上级补助收入", "事业收入",
               "经营收入", "附属单位上缴收入", "其他收入"});
  AccountRows(accounts, {"in", "in.f", "", "", "", "", "in.o"}, scribe);
  scribe->EndGrid();
}

void DrawSpending(const Accounts& accounts, Scribe* scribe) {
  scribe->BeginGrid("支出决算表", 1);
  scribe->Row({"科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "上缴上级支出",
               "经营支出", "对附属单位补助支出"});
  AccountRows(accounts, {"out", "out.b", "out.p", "", "", ""}, scribe);
  scribe->EndGrid();
}

void DrawFiscal(const Accounts& accounts, Scribe* scribe) {
  scribe->BeginGrid("财政拨款收入支出决算总表", 2);
  scribe->Row({{"收入", 2, 1}, {"支出", 4, 1}});
  scribe->Row({"项目", "决算数", "项目", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款"});
  const std::vector<std::pair<std::string, std::string>> income{
      {"一、一般公共预算财政拨款", Figure("in.f")},
      {"二、政府性基金预算财政拨款", ""},
      {"三、国有资本经营预算财政拨款", ""}};
  for (size_t i = 0; i < kForm.size(); ++i) {
    const std::string code = kForm.at(i).code;
    const std::string amount = Has(accounts, code) ? Figure("five." + code) : "";
    scribe->Row({i < income.size() ? income[i].first : "",
                 i < income.size() ? income[i].second : "",
                 std::string(kOrdinals.at(i)) + "、" + kForm.at(i).name, amount, amount, ""});
  }
  scribe->Row({"本年收入合计", Figure("in.f"), "本年支出合计", Figure("five"), Figure("five"), ""});
  scribe->Row({"年初财政拨款结转和结余", Figure("fbegin"), "年末财政拨款结转和结余", Figure("fend"),
               Figure("fend"), ""});
  scribe->Row({"总计", Figure("four.in"), "总计", Figure("four.out"), Figure("four.out"), ""});
  scribe->EndGrid();
}

void DrawGeneralBudget(const Accounts& accounts, Scribe* scribe) {
  scribe->BeginGrid("一般公共预算财政拨款支出决算表", 1);
  scribe->Row({"科目编码", "科目名称", "合计", "基本支出", "项目支出"});
  AccountRows(accounts, {"five", "five.b", "five.p"}, scribe);
  scribe->EndGrid();
}

void DrawBasicByEconomy(const Accounts& accounts, Scribe* scribe) {
  scribe->BeginGrid("一般公共预算财政拨款基本支出决算表", 1);
  scribe->Row({"科目编码", "科目名称", "决算数", "科目编码", "科目名称", "决算数"});
  std::vector<std::string> left;
  std::vector<std::string> right;
  for (const Account& account : accounts.economic) {
    (account.code.substr(0, 3) == "302" ? right : left).push_back(account.code);
  }
  for (size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    std::vector<CellPhrase> row;
    for (const auto& side : {left, right}) {
      if (i < side.size()) {
        row.emplace_back("{&" + side[i] + "}");
        row.emplace_back("{=" + side[i] + "}");
        row.emplace_back(Figure("e." + side[i]));
      } else {
        row.insert(row.end(), 3, CellPhrase(""));
      }
    }
    scribe->Row(row);
  }
  scribe->Row({"", "人员经费合计", Figure("people"), "", "公用经费合计", Figure("office")});
  scribe->EndGrid();
}

void DrawThreePublic(Scribe* scribe) {
  scribe->BeginGrid("财政拨款“三公”经费支出决算表", 1);
  if (scribe->random().Chance(50)) {
    scribe->Row({"项目", "预算数", "决算数"});
    scribe->Row({"合计", Figure("tp.budget"), Figure("tp")});
    scribe->Row({"1.因公出国（境）费", Figure("tp.abroad.budget"), Figure("tp.abroad")});
    scribe->Row({"2.公务用车购置及运行维护费", Figure("tp.car.budget"), Figure("tp.car")});
    scribe->Row({"（1）公务用车购置费", Figure("tp.buy.budget"), Figure("tp.buy")});
    scribe->Row({"（2）公务用车运行维护费", Figure("tp.run.budget"), Figure("tp.run")});
    scribe->Row({"3.公务接待费", Figure("tp.host.budget"), Figure("tp.host")});
  } else {
    scribe->Row({"", "合计", "因公出国（境）费", "公务用车购置及运行费小计", "公务用车购置费",
                 "公务用车运行费", "公务接待费"});
    for (const std::string suffix : {".budget", ""}) {
      scribe->Row({suffix.empty() ? "决算数" : "预算数", Figure("tp" + suffix),
                   Figure("tp.abroad" + suffix), Figure("tp.car" + suffix),
                   Figure("tp.buy" + suffix), Figure("tp.run" + suffix),
                   Figure("tp.host" + suffix)});
    }
  }
  scribe->EndGrid();
}

void DrawEmptyFund(const std::string& fund, Scribe* scribe) {
  scribe->BeginGrid(fund + "财政拨款收入支出决算表", 1);
  scribe->Row({"科目编码", "科目名称", "年初结转和结余", "本年收入", "本年支出小计", "基本支出",
               "项目支出", "年末结转和结余"});
  scribe->Row({"", "合计", "", "", "", "", "", ""});
  scribe->EndGrid("注：{@entity}无" + fund + "财政拨款收支，故本表无数据。");
}

}  // namespace crossfoot::forge
