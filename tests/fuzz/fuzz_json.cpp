// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes, taken for JSON that the program wrote itself (a baseline, a record out of a store, a
// document), are read or refused with a message.
#include <cstdint>

#include "base/check.h"
#include "model/json/document_json.h"
#include "model/json/marks_json.h"
#include "model/json/page_json.h"
#include "model/json/record_json.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace crossfoot;  // NOLINT(google-build-using-namespace)
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto refused = [](const auto& result) {
    CROSSFOOT_CHECK(result.ok() || !result.error().message.empty());
  };
  refused(ReadMarks(text));
  refused(PageJson(text));
  refused(ReadFindingIds(text));
  refused(ReadDocumentJson(text));
  return 0;
}
