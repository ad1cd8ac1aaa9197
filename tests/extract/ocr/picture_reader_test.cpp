// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/picture_reader.h"

#include <memory>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "extract/ocr/leptonica_image.h"
#include "tests/extract/ocr/made_pictures.h"

namespace crossfoot {
namespace {

// Page 2 cannot be had, page 3 is too large; any other shows a part of the sample.
class MadePictures final : public PictureSource {
 public:
  explicit MadePictures(Raster part) : part_(std::move(part)) {}
  Result<Raster> Picture(int page) override {
    if (page == 2) {
      return Error{ErrorCode::kBrokenImage, "cannot be decoded"};
    }
    if (page == 3) {
      return Error{ErrorCode::kLimitExceeded, "is too large"};
    }
    return part_;
  }

 private:
  Raster part_;
};

std::vector<std::string> ReadWith(int threads, const Raster& part) {
  OcrOptions options;
  options.threads = threads;
  PictureReader reader(options, [&]() -> Result<std::unique_ptr<PictureSource>> {
    return std::unique_ptr<PictureSource>(std::make_unique<MadePictures>(part));
  });
  std::vector<PageContent> pages(5);
  std::vector<PageContent*> wanted;
  for (size_t i = 0; i < pages.size(); ++i) {
    pages[i].info.number = static_cast<int>(i) + 1;
    wanted.push_back(&pages[i]);
  }
  reader.Read(wanted);
  std::vector<std::string> out;
  for (const PageContent& page : pages) {
    std::string text = std::to_string(page.info.number) + " ";
    for (const Glyph& glyph : page.glyphs) {
      AppendUtf8(glyph.code, &text);
    }
    for (const Note& note : page.notes) {
      text += " [" + std::string(NoteName(note.kind)) + "]";
    }
    out.push_back(text);
  }
  return out;
}

TEST(PictureReader, GivesTheSamePagesWhateverTheNumberOfThreads) {
  const auto picture = DecodePicture(SampleJpeg(), 0, {});
  ASSERT_TRUE(picture);
  Raster part(picture->width, 300, picture->channels, 200);
  for (int y = 0; y < part.height; ++y) {
    std::copy_n(picture->Row(y + 190), part.row_bytes(), part.Row(y));
  }
  const std::vector<std::string> one = ReadWith(1, part);
  ASSERT_EQ(one.size(), 5U);
  EXPECT_NE(one[0].find("11.80万元"), std::string::npos) << one[0];
  EXPECT_EQ(one[1], "2  [damaged_page]");
  EXPECT_EQ(one[2], "3  [limit]");
  EXPECT_EQ(one[4].substr(1), one[0].substr(1));
  EXPECT_EQ(ReadWith(3, part), one);
}

TEST(PictureReader, SaysWhichModelIsMissingOnEachPage) {
  OcrOptions options;
  options.model_folder = "/nowhere";
  PictureReader reader(options, []() -> Result<std::unique_ptr<PictureSource>> {
    return Error{ErrorCode::kBrokenImage, "never asked"};
  });
  EXPECT_FALSE(reader.Ready());
  PageContent page;
  page.info.number = 7;
  PageContent* wanted[] = {&page};
  reader.Read(wanted);
  ASSERT_EQ(page.notes.size(), 1U);
  EXPECT_EQ(page.notes[0].kind, NoteKind::kNeedsOcr);
  EXPECT_EQ(page.notes[0].place.page, 7);
  EXPECT_NE(page.notes[0].message.find("tesseract-ocr-script-hans"), std::string::npos);
}

}  // namespace
}  // namespace crossfoot
