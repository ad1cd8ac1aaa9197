// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf/pdf_reader.h"

#include <chrono>
#include <string>

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "tests/extract/pdf/pdf_writer.h"

namespace crossfoot {
namespace {

std::string TextOf(const PageContent& page) {
  std::string text;
  for (const Glyph& glyph : page.glyphs) {
    AppendUtf8(glyph.code, &text);
  }
  return text;
}

PageContent FirstPage(const PdfWriter& writer, const Limits& limits = {}) {
  const std::string bytes = writer.Bytes();
  const auto file = PdfFile::Open(bytes, limits);
  if (!file) {
    ADD_FAILURE() << file.error().ToString();
    return {};
  }
  return file->ReadPage(1);
}

PageContent FirstPage(const std::string& content) {
  PdfWriter writer;
  writer.AddContent(content);
  return FirstPage(writer);
}

TEST(PdfFile, GivesCharactersWithTheirPlaces) {
  const PageContent page = FirstPage(PdfWriter::Han(100, 742, "总计2.5"));
  EXPECT_EQ(TextOf(page), "总计2.5");
  ASSERT_EQ(page.glyphs.size(), 5U);
  EXPECT_NEAR(page.glyphs[0].box.left, 100, 0.01);
  EXPECT_NEAR(page.glyphs[0].box.right, 112, 0.01);
  EXPECT_NEAR(page.glyphs[2].box.left, 124, 0.01);
  EXPECT_NEAR(page.glyphs[2].box.right, 130, 0.01);
  // y runs down from the page's top.
  EXPECT_NEAR(page.glyphs[0].baseline, 100, 0.01);
  EXPECT_NEAR(page.glyphs[0].font_size, 12, 0.01);
}

TEST(PdfFile, LeavesLetterSpacingOutOfABox) {
  const PageContent page =
      FirstPage("BT /H 10 Tf 5 Tc 100 700 Td " + PdfWriter::Hex("甲乙") + " Tj ET");
  ASSERT_EQ(page.glyphs.size(), 2U);
  EXPECT_NEAR(page.glyphs[0].box.right, 110, 0.01);
  EXPECT_NEAR(page.glyphs[1].box.left, 115, 0.01);
}

TEST(PdfFile, TurnsThePageAsItIsShown) {
  PdfWriter writer;
  // Written upwards on a portrait page that is shown turned by 90 degrees: level text.
  writer.Add(
      {"BT /H 12 Tf 0 1 -1 0 100 300 Tm " + PdfWriter::Hex("横表") + " Tj ET", 595, 842, 90});
  const PageContent page = FirstPage(writer);
  EXPECT_EQ(page.info.width, 842);
  EXPECT_EQ(page.info.height, 595);
  EXPECT_EQ(page.info.rotation, 90);
  ASSERT_EQ(page.glyphs.size(), 2U);
  EXPECT_EQ(page.glyphs[0].direction, 0);
  EXPECT_NEAR(page.glyphs[0].box.left, 300, 0.01);
  EXPECT_NEAR(page.glyphs[0].baseline, 100, 0.01);
}

TEST(PdfFile, SetsInvisibleTextAside) {
  const PageContent page =
      FirstPage("3 Tr " + PdfWriter::Han(100, 700, "隐身") + "0 Tr " + "q 0 0 50 50 re W n " +
                PdfWriter::Han(100, 700, "剪去") + " Q " + "1 g " +
                PdfWriter::Han(100, 600, "白字") + " 0 g " + PdfWriter::Han(100, 500, "可见"));
  EXPECT_EQ(TextOf(page), "可见");
  EXPECT_EQ(page.hidden_glyphs, 6);
}

TEST(PdfFile, CoversNothingThroughAClipOfAnotherShape) {
  const std::string text = PdfWriter::Han(100, 500, "轴");
  const std::string fill = " 1 g 0 0 595 842 re f Q";
  EXPECT_EQ(TextOf(FirstPage(text + "q 50 450 200 200 re W n" + fill)), "");
  EXPECT_EQ(TextOf(FirstPage(text + "q 50 450 m 300 450 l 50 700 l h W n" + fill)), "轴");
  EXPECT_EQ(TextOf(FirstPage(text + "q 50 450 9 9 re 300 700 9 9 re W n" + fill)), "轴");
}

TEST(PdfFile, SetsTheTextOfASwitchedOffLayerAside) {
  PdfWriter writer;
  const int layer = writer.AddObject("<< /Type /OCG /Name (off) >>");
  const std::string reference = std::to_string(layer) + " 0 R";
  writer.catalog =
      "/OCProperties << /OCGs [" + reference + "] /D << /OFF [" + reference + "] >> >>";
  writer.Add(
      {"/OC /P BDC " + PdfWriter::Han(100, 600, "关") + " EMC " + PdfWriter::Han(100, 500, "开"),
       595, 842, 0, "/Properties << /P " + reference + " >>"});
  EXPECT_EQ(TextOf(FirstPage(writer)), "开");
}

TEST(PdfFile, MakesNoCharactersUpForAFontWithoutAMap) {
  const PageContent page = FirstPage("BT /N 12 Tf 100 700 Td " + PdfWriter::Hex("乱码") + " Tj ET");
  EXPECT_EQ(TextOf(page), "\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(page.unmapped_glyphs, 2);
  EXPECT_FALSE(page.fonts[page.glyphs[0].font].mappable);
}

TEST(PdfFile, KnowsColoursAndThickenedFaces) {
  const PageContent page = FirstPage("1 0 0 rg 2 Tr " + PdfWriter::Han(100, 700, "红"));
  ASSERT_EQ(page.glyphs.size(), 1U);
  EXPECT_EQ(page.glyphs[0].color, 0xFF0000U);
  EXPECT_TRUE(page.fonts[page.glyphs[0].font].bold);
}

TEST(PdfFile, GivesRulesAreasAndPictures) {
  const PageContent page = FirstPage(
      "0.5 w 100 700 m 400 700 l S  0.8 g 100 600 300 50 re f  100 500 300 0.6 re f "
      "q 200 0 0 100 100 300 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q");
  ASSERT_EQ(page.rules.size(), 2U);
  EXPECT_TRUE(page.rules[0].horizontal);
  EXPECT_NEAR(page.rules[0].position, 142, 0.01);
  EXPECT_NEAR(page.rules[0].from, 100, 0.01);
  EXPECT_NEAR(page.rules[0].to, 400, 0.01);
  ASSERT_EQ(page.shades.size(), 1U);
  EXPECT_EQ(page.shades[0].color, 0xCCCCCCU);
  ASSERT_EQ(page.images.size(), 1U);
  EXPECT_NEAR(page.images[0].top, 442, 0.01);
  EXPECT_NEAR(page.images[0].bottom, 542, 0.01);
}

TEST(PdfFile, ReadsFormsWhereTheyArePlaced) {
  PdfWriter writer;
  const int form = writer.AddObject(PdfWriter::Stream(
      "/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << /Font << /H 4 0 R >> >>",
      PdfWriter::Han(10, 10, "表中")));
  writer.Add({"q 1 0 0 1 100 500 cm /F Do Q", 595, 842, 0,
              "/XObject << /F " + std::to_string(form) + " 0 R >>"});
  const PageContent page = FirstPage(writer);
  EXPECT_EQ(TextOf(page), "表中");
  EXPECT_NEAR(page.glyphs[0].box.left, 110, 0.01);
}

TEST(PdfFile, RefusesWhatIsNoPdf) {
  const auto file = PdfFile::Open("%PDF-1.4\nnothing else", {});
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(file.error().code, ErrorCode::kBrokenPdf);
}

TEST(PdfFile, RefusesAFileThatNeedsAPassword) {
  PdfWriter writer;
  const std::string zeros(64, '0');
  const int encrypt = writer.AddObject("<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + zeros +
                                       "> /U <" + zeros + "> >>");
  writer.trailer = "/Encrypt " + std::to_string(encrypt) + " 0 R /ID [<00> <00>]";
  writer.AddContent(PdfWriter::Han(100, 500, "密"));
  const std::string bytes = writer.Bytes();
  const auto file = PdfFile::Open(bytes, {});
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(file.error().code, ErrorCode::kEncryptedPdf);
}

TEST(PdfFile, RefusesAFileWithoutPages) {
  const std::string bytes = PdfWriter().Bytes();
  const auto file = PdfFile::Open(bytes, {});
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(file.error().code, ErrorCode::kNoPages);
}

TEST(PdfFile, RefusesTooManyPages) {
  PdfWriter writer;
  for (int i = 0; i < 3; ++i) {
    writer.AddContent(std::string("q Q"));
  }
  Limits limits;
  limits.pages = 2;
  const std::string bytes = writer.Bytes();
  const auto file = PdfFile::Open(bytes, limits);
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(file.error().code, ErrorCode::kLimitExceeded);
}

TEST(PdfFile, RepairsABrokenCrossReference) {
  PdfWriter writer;
  writer.AddContent(PdfWriter::Han(100, 500, "可读"));
  std::string bytes = writer.Bytes();
  bytes.replace(bytes.find("startxref\n") + 10, 3, "999");
  const auto file = PdfFile::Open(bytes, {});
  ASSERT_TRUE(file.ok());
  EXPECT_EQ(TextOf(file->ReadPage(1)), "可读");
}

TEST(PdfFile, SurvivesBeingCutOffAnywhere) {
  PdfWriter writer;
  writer.AddContent(PdfWriter::Han(100, 500, "一二三") + "100 700 m 400 700 l S");
  writer.AddContent(PdfWriter::Han(100, 500, "四五六"));
  const std::string bytes = writer.Bytes();
  for (size_t length = 0; length < bytes.size(); length += 61) {
    const std::string part = bytes.substr(0, length);
    const auto file = PdfFile::Open(part, {});
    for (int page = 1; file.ok() && page <= file->page_count(); ++page) {
      EXPECT_LE(file->ReadPage(page).glyphs.size(), 3U);
    }
  }
}

TEST(PdfFile, ReadsTheOtherPagesWhenOneIsBroken) {
  PdfWriter writer;
  writer.AddContent(PdfWriter::Han(100, 500, "前"));
  writer.Add({PdfWriter::Han(100, 500, "坏"), 0, 0});
  writer.AddContent(PdfWriter::Han(100, 500, "后"));
  const std::string bytes = writer.Bytes();
  const auto file = PdfFile::Open(bytes, {});
  ASSERT_TRUE(file.ok());
  ASSERT_EQ(file->page_count(), 3);
  EXPECT_EQ(TextOf(file->ReadPage(1)), "前");
  EXPECT_EQ(TextOf(file->ReadPage(3)), "后");
}

TEST(PdfFile, MarksAPageOfAbsurdSizeAsDamaged) {
  PdfWriter writer;
  writer.Add({PdfWriter::Han(100, 500, "大"), 9'000'000, 842});
  EXPECT_TRUE(FirstPage(writer).damaged);
}

TEST(PdfFile, SurvivesAPageTreeThatLoops) {
  PdfWriter writer;
  writer.AddContent(PdfWriter::Han(100, 500, "一"));
  std::string bytes = writer.Bytes();
  const size_t kids = bytes.find("/Kids [8 0 R");
  ASSERT_NE(kids, std::string::npos);
  bytes.replace(kids, 12, "/Kids [2 0 R");
  const auto file = PdfFile::Open(bytes, {});
  if (file.ok()) {
    EXPECT_TRUE(file->ReadPage(1).glyphs.empty());
  }
}

// Each form draws the next one twice: unrolled there would be 2^60 of them.
TEST(PdfFile, EndsWhereFormsUnfoldWithoutEnd) {
  PdfWriter writer;
  constexpr int kDepth = 60;
  for (int i = 0; i < kDepth; ++i) {
    const std::string next = std::to_string(8 + (i + 1) % kDepth);
    writer.AddObject(
        PdfWriter::Stream("/Type /XObject /Subtype /Form /BBox [0 0 200 200] "
                          "/Resources << /XObject << /F " +
                              next + " 0 R >> >>",
                          "/F Do /F Do"));
  }
  writer.Add({"/F Do", 595, 842, 0, "/XObject << /F 8 0 R >>"});
  const auto start = std::chrono::steady_clock::now();
  const PageContent page = FirstPage(writer);
  EXPECT_TRUE(page.over_limit);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
}

TEST(PdfFile, StopsAtAMillionSegments) {
  std::string content;
  for (int i = 0; i < 250'000; ++i) {
    content += "1 1 m 500 1 l S\n";
  }
  const PageContent page = FirstPage(content);
  EXPECT_TRUE(page.over_limit);
  EXPECT_EQ(page.rules.size(), static_cast<size_t>(Limits{}.segments_per_page));
}

// Operators that paint nothing, so that the interpreter never asks whether to go on.
TEST(PdfFile, LeavesAPageThatDescribesMoreThanTheLimit) {
  Limits limits;
  limits.content_bytes_per_page = 10'000;
  PdfWriter writer;
  std::string idle;
  for (int i = 0; i < 4000; ++i) {
    idle += "1 w\n";
  }
  writer.AddContent(PdfWriter::Han(100, 500, "一") + idle);
  writer.AddContent(PdfWriter::Han(100, 500, "二"));
  const std::string bytes = writer.Bytes();
  const auto file = PdfFile::Open(bytes, limits);
  ASSERT_TRUE(file.ok());
  EXPECT_TRUE(file->ReadPage(1).over_limit);
  const PageContent other = file->ReadPage(2);
  EXPECT_FALSE(other.over_limit);
  EXPECT_EQ(TextOf(other), "二");
}

// A form costs each time it is drawn; what was painted before stays.
TEST(PdfFile, LeavesAPageWhoseFormsAddUpToMoreThanTheLimit) {
  Limits limits;
  limits.content_bytes_per_page = 10'000;
  for (const int times : {2, 8}) {
    PdfWriter writer;
    std::string idle;
    for (int i = 0; i < 500; ++i) {
      idle += "1 w\n";
    }
    writer.AddObject(PdfWriter::Stream("/Type /XObject /Subtype /Form /BBox [0 0 200 200]", idle));
    std::string content = PdfWriter::Han(100, 500, "先");
    for (int i = 0; i < times; ++i) {
      content += "/F Do ";
    }
    writer.Add({content + PdfWriter::Han(100, 400, "后"), 595, 842, 0, "/XObject << /F 8 0 R >>"});
    const std::string bytes = writer.Bytes();
    const auto file = PdfFile::Open(bytes, limits);
    ASSERT_TRUE(file.ok());
    const PageContent page = file->ReadPage(1);
    EXPECT_EQ(page.over_limit, times > 5);
    EXPECT_EQ(TextOf(page), times > 5 ? "先" : "先后");
  }
}

TEST(PdfFile, SurvivesFontsWithoutSize) {
  for (const std::string& odd :
       {PdfWriter::Han(100, 500, "零", 0),
        "BT /H 99999999 Tf 100 500 Td " + PdfWriter::Hex("巨") + " Tj ET ",
        "BT /H 12 Tf 0 0 0 0 100 500 Tm " + PdfWriter::Hex("平") + " Tj ET ",
        "q 0 0 0 0 0 0 cm " + PdfWriter::Han(100, 300, "灭") + " Q "}) {
    EXPECT_EQ(TextOf(FirstPage(odd + PdfWriter::Han(100, 400, "常"))), "常") << odd;
  }
}

// A page whose map to Unicode leads every code to another character, far away.
std::string Garbled(const std::string& content) {
  PdfWriter writer;
  std::string map =
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
      "1 begincodespacerange <0000> <FFFF> endcodespacerange\n";
  const std::string_view digits = "0123456789ABCDEF";
  const auto hex = [&](int code) {
    std::string out;
    for (const int shift : {12, 8, 4, 0}) {
      out += digits[static_cast<size_t>((code >> shift) & 15)];
    }
    return out;
  };
  for (int block = 0x4E00; block < 0x9E00; block += 100) {
    map += "100 beginbfchar\n";
    for (int code = block; code < block + 100; ++code) {
      map += "<" + hex(code) + "> <" + hex(0x4E00 + (code - 0x4E00) * 7919 % 20'000) + ">\n";
    }
    map += "endbfchar\n";
  }
  const int stream = writer.AddObject(PdfWriter::Stream("", map + "endcmap end end\n"));
  writer.AddContent(content);
  std::string bytes = writer.Bytes();
  const std::string own = "/ToUnicode 7 0 R";
  bytes.replace(bytes.find(own), own.size(), "/ToUnicode " + std::to_string(stream) + " 0 R");
  return bytes;
}

TEST(PdfFile, GivesNoRubbishForAGarbledMap) {
  std::string content;
  for (int line = 0; line < 6; ++line) {
    content += "BT /H 12 Tf 60 " + std::to_string(700 - 20 * line) + " Td " +
               PdfWriter::Hex("贯彻执行国家有关水利工作的方针政策负责全县水资源的管理") + " Tj ET ";
  }
  const std::string bytes = Garbled(content);
  const auto file = PdfFile::Open(bytes, {});
  ASSERT_TRUE(file.ok());
  const PageContent page = file->ReadPage(1);
  ASSERT_EQ(page.glyphs.size(), 162U);
  EXPECT_EQ(page.unmapped_glyphs, 162);
  EXPECT_EQ(page.glyphs[0].code, kReplacement);
  EXPECT_FALSE(page.fonts[page.glyphs[0].font].mappable);
}

TEST(PdfFile, SurvivesFormsNestedThousandsDeep) {
  PdfWriter writer;
  constexpr int kDepth = 3000;
  for (int i = 0; i < kDepth; ++i) {
    const std::string next = std::to_string(8 + i + 1);
    writer.AddObject(PdfWriter::Stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /XObject << /F " + next +
            " 0 R >> >>",
        "/F Do"));
  }
  writer.AddObject(PdfWriter::Stream("/Type /XObject /Subtype /Form /BBox [0 0 600 900]", "n"));
  writer.Add({"/F Do " + PdfWriter::Han(100, 500, "深"), 595, 842, 0, "/XObject << /F 8 0 R >>"});
  writer.AddContent(PdfWriter::Han(100, 500, "后"));
  const std::string bytes = writer.Bytes();
  const auto file = PdfFile::Open(bytes, {});
  ASSERT_TRUE(file.ok());
  const PageContent page = file->ReadPage(1);
  EXPECT_TRUE(TextOf(page) == "深" || page.over_limit || page.damaged);
  EXPECT_EQ(TextOf(file->ReadPage(2)), "后");
}

TEST(PdfFile, ReadsTheOtherPagesWhenObjectsAreMissing) {
  PdfWriter writer;
  writer.AddContent(PdfWriter::Han(100, 500, "一"));
  writer.Add({PdfWriter::Han(100, 500, "二") + "/F Do /Nowhere gs /None 12 Tf", 595, 842, 0,
              "/XObject << /F 9999 0 R >>"});
  writer.AddContent(PdfWriter::Han(100, 500, "三"));
  std::string bytes = writer.Bytes();
  const std::string contents = "/Contents 9 0 R";  // of the first page: now something else
  ASSERT_NE(bytes.find(contents), std::string::npos);
  bytes.replace(bytes.find(contents), contents.size(), "/Contents 5 0 R");
  const auto file = PdfFile::Open(bytes, {});
  ASSERT_TRUE(file.ok());
  EXPECT_EQ(TextOf(file->ReadPage(1)), "");
  EXPECT_EQ(TextOf(file->ReadPage(2)), "二");
  EXPECT_EQ(TextOf(file->ReadPage(3)), "三");
}

}  // namespace
}  // namespace crossfoot
