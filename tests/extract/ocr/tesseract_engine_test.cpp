// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/tesseract_engine.h"

#include <gtest/gtest.h>

#include "extract/ocr/leptonica_image.h"
#include "tests/extract/ocr/made_pictures.h"

namespace crossfoot {
namespace {

TEST(TesseractEngine, AMissingModelNamesItsPackage) {
  struct Case {
    const char* languages;
    const char* package;
  };
  for (const Case& one :
       {Case{"HanS", "tesseract-ocr-script-hans"}, Case{"script/HanS", "tesseract-ocr-script-hans"},
        Case{"chi_sim", "tesseract-ocr-chi-sim"}, Case{"eng", "tesseract-ocr-eng"}}) {
    const auto engine = TesseractEngine::Open(one.languages, "/nowhere");
    ASSERT_FALSE(engine) << one.languages;
    EXPECT_EQ(engine.error().code, ErrorCode::kMissingProgram);
    EXPECT_NE(engine.error().message.find(one.package), std::string::npos)
        << engine.error().message;
  }
  EXPECT_FALSE(TesseractEngine::Open("", ""));
}

TEST(TesseractEngine, NothingIsReadFromNothing) {
  auto engine = TesseractEngine::Open("HanS", "");
  ASSERT_TRUE(engine) << engine.error().message;
  EXPECT_TRUE(engine->ReadBlock(Raster()).empty());
  EXPECT_TRUE(engine->ReadBlock(Raster(1, 1, 1, 200, 0)).empty());
  EXPECT_TRUE(engine->ReadBlock(Raster(200, 200, 3, 200)).empty()) << "colour is not read";
  EXPECT_TRUE(engine->ReadBlock(Raster(200, 200, 1, 200)).empty());
}

}  // namespace
}  // namespace crossfoot
