// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any arrangement of characters, rules and shades on two pages gives tables and a Document: no
// crash, no hang; cells stand inside their tables and no two of them in one place.
//
// Each six bytes of the input draw one thing: what, where (x, y), how long, how thick, which
// character.
#include <array>
#include <cstdint>
#include <set>
#include <utility>

#include "base/check.h"
#include "extract/layout/document_assembler.h"
#include "extract/table/table_finder.h"

namespace {

using crossfoot::Box;
using crossfoot::PageContent;

constexpr std::array<char32_t, 16> kCharacters = {U'0',  U'1',  U'7',  U'.',  U',',  U'-',
                                                  U'%',  U' ',  U'合', U'计', U'支', U'出',
                                                  U'一', U'、', U'（', U'A'};

PageContent Draw(const uint8_t* data, size_t size, int number) {
  PageContent page;
  page.info.number = number;
  page.info.width = 595;
  page.info.height = 842;
  page.fonts.push_back({"F", false, false, true});
  for (size_t i = 0; i + 6 <= size && i < 6 * 3000; i += 6) {
    const auto x = static_cast<float>(data[i + 1]) * 2.3F;
    const auto y = static_cast<float>(data[i + 2]) * 3.3F;
    const auto length = static_cast<float>(data[i + 3]) * 2.4F + 1;
    const auto thick = static_cast<float>(data[i + 4] % 16) / 4.0F;
    switch (data[i] % 6) {
      case 0:
        page.rules.push_back({true, y, x, x + length, thick, 0});
        break;
      case 1:
        page.rules.push_back({false, x, y, y + length, thick, 0});
        break;
      case 2:
        page.shades.push_back({Box{x, y, x + length, y + thick * 8 + 1}, 0xDDDDDD});
        break;
      default: {  // a run of characters
        const int count = 1 + data[i + 3] % 12;
        float left = x;
        for (int c = 0; c < count; ++c) {
          crossfoot::Glyph glyph;
          glyph.code = kCharacters.at((data[i + 5] + static_cast<size_t>(c) * data[i + 4]) % 16);
          const float wide = glyph.code > 0x2000 ? 10.0F : 5.0F;
          glyph.box = Box{left, y, left + wide, y + 10};
          glyph.baseline = y + 8;
          glyph.font_size = 10;
          glyph.direction = static_cast<int16_t>(data[i] > 250 ? 90 : 0);
          left += wide;
          page.glyphs.push_back(glyph);
        }
      }
    }
  }
  return page;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace crossfoot;  // NOLINT(google-build-using-namespace)
  DocumentAssembler assembler;
  assembler.AddPage(Draw(data, size / 2, 1));
  assembler.AddPage(Draw(data + size / 2, size - size / 2, 2));
  const Document document = assembler.Finish();
  for (const Table& table : document.tables) {
    std::set<std::pair<int, int>> taken;
    for (const Cell& cell : table.cells) {
      CROSSFOOT_CHECK(cell.row >= 0 && cell.row + cell.row_span <= table.rows);
      CROSSFOOT_CHECK(cell.column >= 0 && cell.column + cell.column_span <= table.columns);
      CROSSFOOT_CHECK(taken.insert({cell.row, cell.column}).second);
    }
  }
  return 0;
}
