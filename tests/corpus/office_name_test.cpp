// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/across/office_name.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

std::string NameOf(std::string_view entity, std::string_view region = "") {
  return OfficeOf(entity, region).name;
}

TEST(OfficeName, FullAndShortFormsAreOneOffice) {
  EXPECT_EQ(NameOf("青石县发改委"), NameOf("青石县发展和改革委员会"));
  EXPECT_EQ(NameOf("青石县法院"), NameOf("青石县人民法院"));
  EXPECT_EQ(NameOf("青石县人力资源社会保障局"), NameOf("青石县人社局"));
  EXPECT_EQ(NameOf("青 石 县 财 政 局"), NameOf("青石县财政局"));
  EXPECT_EQ(NameOf("中国人民政治协商会议青石县委员会办公室"), NameOf("青石县政协办公室"));
  EXPECT_EQ(NameOf("中共青石县委组织部"), NameOf("青石县委组织部"));
}

TEST(OfficeName, ThePlaceIsPutInFrontAndThoseAboveSetApart) {
  EXPECT_EQ(NameOf("财政局", "青石县"), "青石县财政局");
  EXPECT_EQ(NameOf("江州市青石县财政局"), "青石县财政局");
  EXPECT_EQ(OfficeOf("江州市青石县财政局", "").above, "江州市");
  EXPECT_EQ(OfficeOf("云海省江州市青石县财政局", "").above, "云海省江州市");
  EXPECT_EQ(NameOf("青石县财政局", "江州市青石县"), "青石县财政局");
  EXPECT_EQ(OfficeOf("青石县财政局", "江州市青石县").above, "江州市");
  EXPECT_EQ(NameOf("江州市财政局"), "江州市财政局");
  EXPECT_EQ(OfficeOf("江州市财政局", "").above, "");
}

TEST(OfficeName, ARankInsideAnotherWordIsNoPlace) {
  EXPECT_EQ(NameOf("江州市市场监督管理局"), "江州市市场监督管理局");
  EXPECT_EQ(NameOf("江州市区域合作办公室"), "江州市区域合作办公室");
  EXPECT_EQ(NameOf("青石县城市管理局"), "青石县城市管理局");
  EXPECT_EQ(NameOf("青石县社区服务中心"), "青石县社区服务中心");
  EXPECT_EQ(NameOf("市场监管局", "青石县"), "青石县市场监督管理局");
}

TEST(OfficeName, AReformRenames) {
  EXPECT_EQ(NameOf("青石县环境保护局"), NameOf("青石县生态环境局"));
  EXPECT_TRUE(OfficeOf("青石县卫计局", "").renamed);
  EXPECT_EQ(NameOf("青石县卫计局"), "青石县卫生健康局");
  EXPECT_FALSE(OfficeOf("青石县卫生健康局", "").renamed);
}

TEST(OfficeName, TheOfficeItselfIsNotItsWholeDepartment) {
  EXPECT_NE(NameOf("青石县财政局（本级）"), NameOf("青石县财政局"));
  EXPECT_EQ(NameOf("青石县财政局本级"), NameOf("青石县财政局（本级）"));
  EXPECT_EQ(NameOf("青石县财政局（国库科）"), NameOf("青石县财政局"));
}

TEST(OfficeName, NoEntityHasNoName) { EXPECT_EQ(NameOf("", "青石县"), ""); }

}  // namespace
}  // namespace crossfoot
