// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/html/page_furniture.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(PageFurniture, KnowsTheSitesOwnLines) {
  for (const std::string_view line :
       {"当前位置：首页 > 公开", "打印本页", "【打印】【关闭】", "- 3 -", "第 3 页 共 10 页",
        "分享到：", "上一篇：某某通知", "扫一扫在手机打开当前页", "版权所有 某某县人民政府",
        "某ICP备12345678号", "来源：某局 发布时间：2023-08-01 浏览次数：10", "[大 中 小]"}) {
    EXPECT_TRUE(IsPageFurniture(line)) << line;
  }
}

TEST(PageFurniture, LeavesTheReportsLines) {
  for (const std::string_view line :
       {"", "一、资金来源", "资金来源：财政拨款。", "打印设备购置费 3.5 万元", "来源：中央资金",
        "首页改版经费", "分享阅读活动共举办12场，参与读者3000人次", "12万元", "2022年12月31日",
        "单位位置偏远。"}) {
    EXPECT_FALSE(IsPageFurniture(line)) << line;
  }
}

}  // namespace
}  // namespace crossfoot
