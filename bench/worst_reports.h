// SPDX-License-Identifier: GPL-3.0-or-later
//
// Invented reports of growing size, each of a shape that invites a stage to take more than linear
// time: a page full of numbers, a long table, one fact told over and over with other values.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <vector>

namespace crossfoot::bench {

struct WorstReport {
  std::string name;  // shape and size
  std::string text;  // as a plain text report
};

inline std::string Amount(int i) {
  const int cents = (i * 7919 + 1237) % 1000000;
  const std::string rest = std::to_string(cents % 100);
  return std::to_string(cents / 100) + "." + (rest.size() < 2 ? "0" + rest : rest);
}

inline std::vector<WorstReport> WorstReports() {
  using Shape = std::function<std::string(int)>;
  static constexpr char kHead[] =
      "青竹县水务局2023年度部门整体支出绩效自评报告\n\n一、基本情况\n\n";
  const auto lines = [](int n, const Shape& line) {
    std::string out;
    for (int i = 0; i < n; ++i) {
      out += line(i);
    }
    return out;
  };
  const std::vector<std::pair<std::string, Shape>> shapes = {
      {"one sentence, parts",
       [&](int n) {
         return "2023年支出合计" + Amount(3) + "万元，其中：" +
                lines(n,
                      [](int i) {
                        return "第" + std::to_string(i) + "镇水利支出" + Amount(i) + "万元，";
                      }) +
                "完毕。\n";
       }},
      {"bare numbers",
       [&](int n) {
         return lines(n, [](int i) { return Amount(i) + (i % 20 == 19 ? "\n\n" : " "); });
       }},
      {"contradictory sentences",
       [&](int n) {
         return lines(n / 5, [](int i) {
           return "2023年支出合计" + Amount(i) + "万元，其中：基本支出" + Amount(i + 1) +
                  "万元，项目支出" + Amount(i + 2) + "万元。比上年增加" + Amount(i + 3) +
                  "万元，增长" + std::to_string(i % 90) + ".5%。\n\n";
         });
       }},
      {"one measure, many values",
       [&](int n) {
         return lines(n, [](int i) { return "2023年“三公”经费支出" + Amount(i) + "万元。\n\n"; });
       }},
      {"code tree",
       [&](int n) {
         return "支出决算表\n\n单位：万元\n\n| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 "
                "|\n| --- | --- | --- | "
                "--- | --- |\n| | 合计 | 1.00 | 2.00 | 3.00 |\n" +
                lines(n / 3, [](int i) {
                  const int level = i % 10 == 0 ? 3 : i % 3 == 0 ? 5 : 7;
                  const std::string code = std::to_string(2010101 + i * 37 % 299999)
                                               .substr(0, static_cast<size_t>(level));
                  return "| " + code + " | 事务" + std::to_string(i) + "类 | " + Amount(i) + " | " +
                         Amount(i + 1) + " | " + Amount(i + 2) + " |\n";
                });
       }},
      {"one table, same labels",
       [&](int n) {
         return "收入支出表\n\n单位：万元\n\n| 项目 | 预算数 | 决算数 | 完成率 |\n| --- | --- | "
                "--- | --- |\n" +
                lines(n / 3, [](int i) {
                  return std::string(i % 7 == 0 ? "| 合计" : "| 基本支出") + " | " + Amount(i) +
                         " | " + Amount(i + 1) + " | " + std::to_string(i % 100) + ".5% |\n";
                });
       }},
      {"score sheet",
       [&](int n) {
         return "部门整体支出绩效评分表\n\n| 一级指标 | 二级指标 | 三级指标 | 分值 | 得分 |\n| --- "
                "| --- | --- | --- | "
                "--- |\n" +
                lines(n / 2, [](int i) {
                  return "| 产出" + std::to_string(i / 50) + " | 数量" + std::to_string(i / 5) +
                         " | 完成数" + std::to_string(i) + " | " + std::to_string(i % 9 + 1) +
                         " | " + std::to_string(i % 8) + " |\n";
                });
       }},
      {"rates",
       [&](int n) {
         return lines(n / 3, [](int i) {
           return "项目" + std::to_string(i) + "预算" + Amount(i) + "万元，实际支出" +
                  Amount(i + 1) + "万元，执行率" + std::to_string(i % 100) + ".12%。\n\n";
         });
       }},
  };
  std::vector<WorstReport> out;
  for (const auto& [name, shape] : shapes) {
    for (const int size : {1000, 2000, 4000, 8000, 16000}) {
      out.push_back({name + " " + std::to_string(size), kHead + shape(size)});
    }
  }
  return out;
}

}  // namespace crossfoot::bench
