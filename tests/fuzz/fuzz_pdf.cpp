// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes, taken for a PDF, open or give an Error; every page gives its content within the
// limits, and its tables can be found: no crash, no hang, no exception, every box finite and every
// glyph's font there.
#include <cmath>
#include <cstdint>

#include "base/check.h"
#include "extract/pdf/pdf_reader.h"
#include "extract/table/table_finder.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace crossfoot;  // NOLINT(google-build-using-namespace)
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Limits limits;
  limits.pages = 8;
  limits.characters_per_page = 20'000;
  limits.segments_per_page = 20'000;
  const auto file = PdfFile::Open(bytes, limits);
  if (!file) {
    CROSSFOOT_CHECK(!file.error().message.empty());
    return 0;
  }
  for (int number = 1; number <= file->page_count() && number <= 4; ++number) {
    const PageContent page = file->ReadPage(number);
    CROSSFOOT_CHECK(page.glyphs.size() <= 20'000U);
    for (const Glyph& glyph : page.glyphs) {
      CROSSFOOT_CHECK(std::isfinite(glyph.box.left) && std::isfinite(glyph.box.bottom));
      CROSSFOOT_CHECK(glyph.font < page.fonts.size());
    }
    (void)FindTables(page);
  }
  return 0;
}
