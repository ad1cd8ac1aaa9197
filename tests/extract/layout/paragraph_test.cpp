// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/layout/paragraph.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/extract/layout/page_setter.h"

namespace crossfoot {
namespace {

// Pages of lines, 20 points apart, as paragraphs, one a line.
class Book {
 public:
  Book& Page() {
    ++page_;
    y_ = 100;
    setters_.emplace_back(page_);
    return *this;
  }
  Book& Line(float x, std::string_view text, float size = 10, bool bold = false) {
    setters_.back().Set(x, y_, text, size, bold);
    y_ += 20;
    return *this;
  }
  Book& Gap(float points) {
    y_ += points;
    return *this;
  }
  // Three indented paragraphs of full lines between 100 and 500, so that the margins are known.
  Book& Prose() {
    for (int i = 0; i < 3; ++i) {
      Line(120, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八")
          .Line(100,
                "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十")
          .Line(100, "一二三四五六七八九十一二三四五六七八九十。");
    }
    return *this;
  }
  [[nodiscard]] std::vector<Paragraph> Paragraphs() {
    std::vector<FlowLine> lines;
    for (PageSetter& setter : setters_) {
      for (FlowLine& line : FindFlowLines(setter.page(), GatherLines(setter.page()), {})) {
        lines.push_back(std::move(line));
      }
    }
    return JoinLines(lines, Measures(lines));
  }
  std::string Read() {
    std::string read;
    for (const Paragraph& paragraph : Paragraphs()) {
      const std::string& text = paragraph.text.utf8();
      if (text.find("一二三四五六七八九十一") == std::string::npos) {
        read += text + "\n";
      }
    }
    return read;
  }

 private:
  int page_ = 0;
  float y_ = 100;
  std::vector<PageSetter> setters_;
};

constexpr std::string_view kFull =
    "本年收入合计比上年增加的部分主要来自财政拨款和事业收入的增长而不是其他收入或者上级补";
constexpr std::string_view kFirst =
    "本年收入合计比上年增加的部分主要来自财政拨款和事业收入的增长而不是其他收入或";

TEST(Paragraph, JoinsWrappedLines) {
  EXPECT_EQ(Book().Page().Prose().Line(120, kFirst).Line(100, "其他来源。").Read(),
            std::string(kFirst) + "其他来源。\n");
}

TEST(Paragraph, LeavesLinesThatTheirAuthorBroke) {
  EXPECT_EQ(Book().Page().Prose().Line(120, "一、收入").Line(120, "本年收入合计。").Read(),
            "一、收入\n本年收入合计。\n");
}

TEST(Paragraph, BeginsAnewAtAnIndent) {
  EXPECT_EQ(Book().Page().Prose().Line(100, kFull).Line(120, "支出另述。").Read(),
            std::string(kFull) + "\n支出另述。\n");
  EXPECT_EQ(Book()
                .Page()
                .Prose()
                .Line(120, std::string(kFirst.substr(0, kFirst.size() - 3)) + "。")
                .Line(120, "支出另述。")
                .Read(),
            std::string(kFirst.substr(0, kFirst.size() - 3)) + "。\n支出另述。\n");
}

TEST(Paragraph, GoesOnOverAPageBreak) {
  EXPECT_EQ(Book().Page().Prose().Line(120, kFirst).Page().Line(100, "其他来源。").Prose().Read(),
            std::string(kFirst) + "其他来源。\n");
}

// Flush paragraphs between 100 and 500 that wrap, `pitch` apart.
Book Flush(float pitch) {
  Book book;
  book.Page();
  for (int i = 0; i < 3; ++i) {
    book.Line(100,
              "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十")
        .Gap(pitch - 20)
        .Line(100, "一二三四五六七八九十一二三四五六七八九十。")
        .Gap(pitch);
  }
  return book;
}

TEST(Paragraph, FindsTheMarginThoughMarksHangOutOverIt) {
  Book book = Flush(20);
  for (int i = 0; i < 2; ++i) {
    book.Line(100,
              "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十，")
        .Line(100, "一二三四五六七八九十一二三。")
        .Gap(20);
  }
  book.Line(100, "甲二三四五六七八九十甲二三四五六七八九十甲二三四五六七八九十甲二三四五六七八12")
      .Line(100, "万元。");
  EXPECT_EQ(
      book.Read(),
      "甲二三四五六七八九十甲二三四五六七八九十甲二三四五六七八九十甲二三四五六七八12万元。\n");
}

TEST(Paragraph, GoesOnInLinesSetFarApart) {
  Book book = Flush(32);
  book.Line(100, "甲二三四五六七八九十甲二三四五六七八九十甲二三四五六七八九十甲二三四五六七八九十")
      .Gap(12)
      .Line(100, "乙。");
  EXPECT_EQ(
      book.Read(),
      "甲二三四五六七八九十甲二三四五六七八九十甲二三四五六七八九十甲二三四五六七八九十乙。\n");
}

TEST(Paragraph, BeginsAnewAfterAFullLastLineWhereRoomIsLeft) {
  Book book = Flush(20);
  book.Line(100, "甲二三四五六七八九十甲二三四五六七八九十甲二三四五六七八九十甲二三四五六七八九。")
      .Gap(12)
      .Line(100, "乙。");
  EXPECT_EQ(
      book.Read(),
      "甲二三四五六七八九十甲二三四五六七八九十甲二三四五六七八九十甲二三四五六七八九。\n乙。\n");
}

TEST(Paragraph, MakesABrokenNumberWhole) {
  const std::string first =
      "本年收入合计比上年增加的部分主要来自财政拨款和事业收入的增长而不是其他增加1,2";
  EXPECT_EQ(Book().Page().Prose().Line(120, first).Line(100, "34.56万元。").Read(),
            first + "34.56万元。\n");
}

TEST(Paragraph, BeginsAnewAtANumber) {
  EXPECT_EQ(Book()
                .Page()
                .Prose()
                .Line(100, "（一）收入预算总计包括财政拨款收入。")
                .Line(100, "（二）支出预算总计包括基本支出。")
                .Read(),
            "（一）收入预算总计包括财政拨款收入。\n（二）支出预算总计包括基本支出。\n");
}

TEST(Paragraph, GoesOnAfterAComma) {
  EXPECT_EQ(Book().Page().Prose().Line(120, "收入包括财政拨款，").Line(100, "事业收入。").Read(),
            "收入包括财政拨款，事业收入。\n");
}

TEST(Paragraph, TakesATitleOfTwoLinesForOne) {
  EXPECT_EQ(Book()
                .Page()
                .Line(200, "某某市某某区财政局", 20)
                .Line(240, "年度部门决算", 20)
                .Gap(40)
                .Prose()
                .Read(),
            "某某市某某区财政局年度部门决算\n");
}

TEST(Paragraph, KeepsSizesApart) {
  EXPECT_EQ(Book().Page().Prose().Line(100, kFull).Line(100, "大字一行", 16).Read(),
            std::string(kFull) + "\n大字一行\n");
}

TEST(Paragraph, PutsABlankBetweenLatinWords) {
  Book book;
  book.Page();
  for (int i = 0; i < 4; ++i) {
    book.Line(100, "the quick brown fox jumps over the lazy dog and runs away from it, un-");
    book.Line(100, "happy to be seen again by anybody at all in the whole world and its moon");
  }
  book.Line(100, "end.");
  const std::vector<Paragraph> paragraphs = book.Paragraphs();
  ASSERT_EQ(paragraphs.size(), 1U);
  EXPECT_NE(paragraphs[0].text.utf8().find("from it, unhappy to be"), std::string::npos);
  EXPECT_NE(paragraphs[0].text.utf8().find("its moon the quick"), std::string::npos);
}

TEST(Paragraph, LeadsBackToBothPages) {
  Book book;
  book.Page().Prose().Line(120, kFirst).Page().Line(100, "其他来源。").Prose();
  for (const Paragraph& paragraph : book.Paragraphs()) {
    const size_t at = paragraph.text.utf8().find("者其他来源");
    const size_t other = paragraph.text.utf8().find("其他来源");
    if (at == std::string::npos && other != std::string::npos) {
      const auto places = paragraph.text.PlacesOf(other - 3, other + 3);
      ASSERT_EQ(places.size(), 2U);
      EXPECT_EQ(places[0].page, 1);
      EXPECT_EQ(places[1].page, 2);
      EXPECT_NEAR(places[1].box->left, 100, 0.01);
      return;
    }
  }
  FAIL() << "the paragraph was not joined";
}

TEST(Paragraph, GoesOnAtAnOrdinalThatCameToTheFrontOfALine) {
  const std::string full = std::string(kFull.substr(0, kFull.size() - 3)) + "。";
  EXPECT_EQ(Book().Page().Prose().Line(120, "一是统一制作证件。").Read(), "一是统一制作证件。\n");
  EXPECT_EQ(Book().Page().Prose().Line(100, full).Line(100, "二是统一制作证件。").Read(),
            full + "二是统一制作证件。\n");
}

}  // namespace
}  // namespace crossfoot
