// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/picture_document.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "extract/layout/document_assembler.h"
#include "extract/ocr/leptonica_image.h"
#include "extract/ocr/picture_reader.h"
#include "extract/ocr/picture_source.h"

namespace crossfoot {
namespace {

class FilePictures final : public PictureSource {
 public:
  FilePictures(std::string_view bytes, const Limits& limits) : bytes_(bytes), limits_(limits) {}
  Result<Raster> Picture(int page) override { return DecodePicture(bytes_, page - 1, limits_); }

 private:
  std::string_view bytes_;
  Limits limits_;
};

Error In(const Source& source, Error error) {
  error.file = source.path;
  return error;
}

}  // namespace

bool LooksLikePicture(const std::string& bytes) { return !PictureMediaType(bytes).empty(); }

Result<Document> ReadPictureFile(const Source& source, const ExtractOptions& options) {
  const auto count = CountPictures(source.bytes, options.limits);
  if (!count) {
    return In(source, count.error());
  }
  if (!options.ocr.enabled) {
    return Error{ErrorCode::kMissingProgram, "is a picture, and reading pictures is switched off",
                 source.path};
  }
  PictureReader reader(options.ocr, [&]() -> Result<std::unique_ptr<PictureSource>> {
    return std::unique_ptr<PictureSource>(
        std::make_unique<FilePictures>(source.bytes, options.limits));
  });
  if (const auto ready = reader.Ready(); !ready) {
    return In(source, ready.error());
  }
  if (*count == 1) {
    // A file that is nothing but one picture has no Document when that is broken.
    const auto only = DecodePicture(source.bytes, 0, options.limits);
    if (!only) {
      return In(source, only.error());
    }
  }
  DocumentAssembler assembler;
  for (int first = 1; first <= *count; first += reader.Window()) {
    std::vector<PageContent> pages(
        static_cast<size_t>(std::min(reader.Window(), *count - first + 1)));
    std::vector<PageContent*> wanted;
    for (size_t i = 0; i < pages.size(); ++i) {
      pages[i].info.number = first + static_cast<int>(i);
      wanted.push_back(&pages[i]);
    }
    reader.Read(wanted);
    for (const PageContent& page : pages) {
      assembler.AddPage(page);
    }
  }
  Document document = assembler.Finish();
  document.source.media_type = PictureMediaType(source.bytes);
  document.source.pages = *count;
  return document;
}

}  // namespace crossfoot
