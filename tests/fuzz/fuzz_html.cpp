// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any HTML, in whatever charset it declares, reads as a Document or gives an Error; texts are valid
// UTF-8 and cells stand inside their tables, however deep and broken the tags are.
#include <cstdint>

#include "base/check.h"
#include "base/utf8.h"
#include "extract/html/html_reader.h"
#include "extract/text/charset.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace crossfoot;  // NOLINT(google-build-using-namespace)
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Limits limits;
  const auto text = DecodeText(bytes, DeclaredCharset(bytes), limits);
  if (!text) {
    return 0;
  }
  const auto document = ReadHtml(text->utf8, limits);
  if (!document) {
    return 0;
  }
  for (const TextAddress& address : document->AllTexts()) {
    CROSSFOOT_CHECK(IsValidUtf8(document->TextAt(address).utf8()));
  }
  for (const Table& table : document->tables) {
    for (const Cell& cell : table.cells) {
      CROSSFOOT_CHECK(cell.row >= 0 && cell.row + cell.row_span <= table.rows);
      CROSSFOOT_CHECK(cell.column >= 0 && cell.column + cell.column_span <= table.columns);
    }
  }
  return 0;
}
