// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/json/page_json.h"

#include <gtest/gtest.h>

#include "model/json/marks_json.h"

namespace crossfoot {
namespace {

constexpr char kRecord[] = R"({"source":{"path":"a.pdf","sha256":"00","pages":2},"status":"ok",
"document":{"title":"<b>决算</b>","entity":"e","region":"","kind":"","year":2023},"verdict":"inconsistent",
"summary":{"relations":{"held":1,"rounding":1,"violated":1,"unevaluated":0}},"outline":[],
"tables":[{"page":2,"caption":"表","unit":"万元","rows":1,"columns":2,"header_rows":0,"cells":[
 {"row":0,"col":0,"rowspan":1,"colspan":1,"text":"合计","page":2,"bbox":[0,0,50,20]},
 {"row":0,"col":1,"rowspan":1,"colspan":1,"text":"12.00","page":2,"bbox":[50,0,100,20]}]}],
"facts":[{"id":"f1","subject":"合计","value":"12.00","unit":"万元","period":"2023","status":"disputed","quote":"12.00",
 "row":["合计"],"column":["金额"],"page":2,"bbox":[60,5,90,15]},
 {"id":"f2","subject":"其中","value":"7.00","unit":"万元","period":"2023","status":"confirmed","quote":"7.00","row":["其中"],"column":["金额"],"page":1,"bbox":[1,2,3,4]}],
"relations":[{"rule":"SUM101","kind":"sum","status":"rounding","rounding":"rounded","expression":"7.00 + 5.00 = 12.00","stated":"12.00",
 "computed":"12.00","difference":"0.01","unit":"万元","reason":{"zh":"z","en":"e"},
 "operands":[{"role":"part","text":"7.00","coefficient":"1","value":"70000","interval":"[1, 2]","fact":"f2","page":1,"bbox":[1,2,3,4]}],
 "stated_operand":{"role":"total","text":"12.00","coefficient":"1","value":"1","interval":"[1, 2]","fact":"f1","page":2,"bbox":[60,5,90,15]},
 "evidence":[]}],
"findings":[{"id":"x","rule":"SUM101","name":"n","severity":"error","confidence":0.9,"headline":{"zh":"头","en":"head"},
 "message":{"zh":"头。尾","en":"head. tail"},"expression":"a = b","stated":"1","computed":"2","difference":"1","unit":"元",
 "evidence":[{"role":"total","text":"12.00","quote":"合计12.00","page":2,"bbox":[60,5,90,15]}],
 "diagnosis":[{"edit":"1 → 2","mends":1,"breaks":0,"only_one":true,"text":{"zh":"改","en":"mend"}}],"relations":[0]}],
"coverage":[],"notes":[],"versions":{"program":"0.1","lexicon":"1","rules":"1"}})";

TEST(PageJson, OperandsHaveNamesAndCellsTheStatusOfTheirFigure) {
  const auto page = PageJson(kRecord);
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_NE(page->find(R"("text":"7.00","coefficient":"1","name":"其中","unit":"万元","page":1)"),
            std::string::npos)
      << *page;
  EXPECT_NE(page->find(R"("cells":[[0,0,1,1,"合计",-1],[0,1,1,1,"12.00",2]])"), std::string::npos)
      << *page;
  EXPECT_EQ(page->find("interval"), std::string::npos);
  EXPECT_FALSE(PageJson("{}"));
  EXPECT_FALSE(PageJson("no json"));
}

TEST(MarksJson, FindingsRoundingAndConfirmedFiguresComeWithTheirPlaces) {
  const auto marks = ReadMarks(kRecord);
  ASSERT_TRUE(marks) << marks.error().message;
  ASSERT_EQ(marks->findings.size(), 1U);
  EXPECT_EQ(marks->findings[0].severity, Severity::kError);
  EXPECT_EQ(marks->findings[0].evidence.at(0).place.page, 2);
  EXPECT_EQ(marks->findings[0].diagnosis.at(0).text.zh, "改");
  ASSERT_EQ(marks->rounding.size(), 1U);
  EXPECT_EQ(marks->rounding[0].place.page, 2);
  ASSERT_EQ(marks->confirmed.size(), 1U);
  EXPECT_EQ(marks->confirmed[0].remark, "7.00 + 5.00 = 12.00");
  EXPECT_FALSE(ReadMarks("[]"));
}

}  // namespace
}  // namespace crossfoot
