// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes, in whatever charset they say or seem to be in, decode to valid UTF-8 or give an Error;
// what was decoded reads as a Document whose texts are valid UTF-8 and whose cells stand inside
// their tables.
#include <cstdint>

#include "base/check.h"
#include "base/utf8.h"
#include "extract/text/charset.h"
#include "extract/text/text_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace crossfoot;  // NOLINT(google-build-using-namespace)
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Limits limits;
  const auto text = DecodeText(bytes, "", limits);
  if (!text) {
    return 0;
  }
  CROSSFOOT_CHECK(IsValidUtf8(text->utf8));
  const auto document = ReadText(text->utf8, limits);
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
