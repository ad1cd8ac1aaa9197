// SPDX-License-Identifier: GPL-3.0-or-later
//
// For each codec, whatever it reads it prints so that reading that again gives the same: decimals,
// intervals, facts as text, documents as JSON. TOML gives a value or an error.
#include <cstdint>

#include "base/check.h"
#include "base/toml.h"
#include "model/fact_text.h"
#include "model/json/document_json.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace crossfoot;  // NOLINT(google-build-using-namespace)
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (const auto decimal = Decimal::Parse(text)) {
    CROSSFOOT_CHECK(Decimal::Parse(decimal->ToString())->ToString() == decimal->ToString());
  }
  if (const auto interval = Interval::Parse(text)) {
    CROSSFOOT_CHECK(*Interval::Parse(interval->ToString()) == *interval);
  }
  if (const auto facts = ReadFacts(text)) {
    for (const Fact& fact : *facts) {
      const std::string line = PrintFact(fact);
      const auto again = ReadFacts(line);
      CROSSFOOT_CHECK(again.ok() && again->size() == 1 && PrintFact(again->front()) == line);
    }
  }
  if (const auto document = ReadDocumentJson(text)) {
    const std::string json = DocumentJson(*document);
    const auto again = ReadDocumentJson(json);
    CROSSFOOT_CHECK(again.ok() && DocumentJson(*again) == json);
  }
  (void)ParseToml(text, "fuzz.toml").ok();
  return 0;
}
