// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/partition.h"

#include <algorithm>

#include "validate/reading/measure_words.h"

namespace crossfoot {
namespace {

constexpr const char* kTotalIncome =
    "总收入|收入总计|收入预算总计|收入决算总计|收入总额|收支总计|收、支总计";

constexpr std::array<Partition, 18> kPartitions = {{
    {"基本支出与项目支出", "basic and project expenditure", {"基本支出", "项目支出"}, 2},
    {"按经济分类", "economic classification", {"工资福利", "商品", "个人和家庭", "资本性"}, 3},
    {"按资金来源", "sources of funds", {"上级", "本级", "其他资金"}, 3},
    // The head of the form 项目支出绩效自评表 (财预〔2020〕10号).
    {"按资金来源", "sources of funds", {"财政拨款|财政资金", "上年结转", "其他资金"}, 3},
    {"按资金来源",
     "sources of funds",
     {"中央", "自治区|省", "市级|市本级", "本级|区级|县级", "其他资金"},
     4},
    {"按预算分类", "kinds of budget", {"一般公共预算", "政府性基金", "国有资本经营"}, 3},
    // 事业单位岗位设置管理试行办法 (国人部发〔2006〕70号): three kinds of posts.
    {"岗位类别", "kinds of posts", {"管理", "专业技术|专技", "工勤"}, 3},
    {"采购构成", "kinds of procurement", {"货物", "工程", "服务"}, 3},
    // The first-level groups of the official frameworks (财预〔2013〕53号, 财预〔2020〕10号).
    {"一级指标", "first-level groups", {"决策", "过程", "产出", "效益"}, 4},
    {"一级指标", "first-level groups", {"投入", "过程", "产出", "效果|效益"}, 4},
    {"一级指标", "first-level groups", {"预算执行|执行率", "产出", "效益", "满意度"}, 4},
    {"一级指标",
     "first-level groups",
     {"运行成本", "管理效率", "履职效能", "社会效应", "可持续", "满意度"},
     6},
    // Divisions of one whole alone: people and running costs make up basic expenditure, not all
    // spending.
    {"人员经费与公用经费", "people and running costs", {"人员经费", "公用经费"}, 2, "基本支出"},
    {"“三公”经费三项",
     "the three parts of 三公 spending",
     {"出国|出境|因公", "公务用车|公车", "接待"},
     3,
     "三公"},
    {"公务用车购置和运行",
     "official cars bought and run",
     {"购置费|购置支出", "运行"},
     2,
     "公务用车购置及|公车购置及|公务用车购置和"},
    {"收入总计的来源",
     "sources of total income",
     {"本年收入", "年初结转|上年结转|年初结余"},
     2,
     kTotalIncome,
     true},
    {"收入总计的来源",
     "sources of total income",
     {"财政拨款", "其他收入", "年初结转|上年结转|年初结余"},
     3,
     kTotalIncome,
     true},
    {"收入总计的来源",
     "sources of total income",
     {"财政拨款", "事业收入", "其他收入", "年初结转|上年结转|年初结余"},
     4,
     kTotalIncome,
     true},
}};

bool IsPartOf(std::string_view label, const Partition& partition) {
  return std::any_of(partition.parts.begin(), partition.parts.end(),
                     [&](const char* name) { return name != nullptr && ContainsAny(label, name); });
}

}  // namespace

const Partition* CompletePartition(const std::vector<std::string_view>& labels,
                                   std::string_view whole) {
  for (const Partition& partition : kPartitions) {
    if (partition.whole != nullptr && !ContainsAny(whole, partition.whole)) {
      continue;
    }
    size_t found = 0;
    for (const char* name : partition.parts) {
      found += name != nullptr &&
                       std::any_of(labels.begin(), labels.end(),
                                   [&](std::string_view label) { return ContainsAny(label, name); })
                   ? 1
                   : 0;
    }
    if (found >= partition.needed &&
        std::all_of(labels.begin(), labels.end(),
                    [&](std::string_view label) { return IsPartOf(label, partition); })) {
      return &partition;
    }
  }
  return nullptr;
}

bool AreDifferentParts(const std::vector<std::string_view>& labels) {
  return std::any_of(kPartitions.begin(), kPartitions.end(), [&](const Partition& partition) {
    if (partition.whole != nullptr) {
      return false;
    }
    std::array<int, 6> named{};
    for (const std::string_view label : labels) {
      int hits = 0;
      for (size_t i = 0; i < partition.parts.size(); ++i) {
        if (partition.parts.at(i) != nullptr && ContainsAny(label, partition.parts.at(i))) {
          ++named.at(i);
          ++hits;
        }
      }
      if (hits != 1) {
        return false;
      }
    }
    return !labels.empty() &&
           std::all_of(named.begin(), named.end(), [](int count) { return count <= 1; });
  });
}

}  // namespace crossfoot
