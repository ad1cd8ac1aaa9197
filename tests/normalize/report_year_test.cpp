// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/report_year.h"

#include <gtest/gtest.h>

#include "normalize/normalize.h"
#include "tests/normalize/sample_document.h"

namespace crossfoot {
namespace {

Identity Read(const SampleDocument& document) {
  return Normalize(document.Get(), Lexicon::BuiltIn()).identity;
}

TEST(ReportYear, IsTheTitles) {
  const Identity identity = Read(SampleDocument()
                                     .Paragraph("柳河县文化馆2021年度部门整体支出绩效自评报告")
                                     .Paragraph("2022年、2022年、2022年。"));
  EXPECT_EQ(identity.year, 2021);
  EXPECT_EQ(identity.year_reason, "title");
}

TEST(ReportYear, IsTheOneMostHeadingsName) {
  const Identity identity = Read(SampleDocument()
                                     .Heading("一、", "2020年预算编制情况")
                                     .Heading("二、", "2020年预算执行情况")
                                     .Paragraph("2021年计划，2021年打算，2021年安排。"));
  EXPECT_EQ(identity.year, 2020);
  EXPECT_EQ(identity.year_reason, "headings");
}

TEST(ReportYear, CountsNeitherComparisonsNorCitedTitles) {
  const Identity identity =
      Read(SampleDocument()
               .Paragraph("按照《关于2019年预算的通知》《关于2019年决算的通知》，2023年支出5万元。")
               .Paragraph("比2022年增加1万元，较2022年下降，与2022年相比持平。"));
  EXPECT_EQ(identity.year, 2023);
  EXPECT_EQ(identity.year_reason, "majority of 1 of 1 mentions");
}

TEST(ReportYear, IsUnknownWithoutAnyYear) {
  EXPECT_EQ(Read(SampleDocument().Paragraph("支出5万元。")).year, 0);
}

}  // namespace
}  // namespace crossfoot
