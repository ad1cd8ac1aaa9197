// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes, taken for a report, give a Record or an Error: no crash, no hang, no exception. Every
// fact's anchor stands inside its text, and the record can be printed.
#include <cstdint>

#include "base/check.h"
#include "corpus/report_run.h"
#include "model/json/record_json.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  crossfoot::ReportRun run;
  run.extract.limits.pages = 20;
  run.extract.limits.characters_per_page = 20'000;
  const auto record =
      crossfoot::RunReport({"fuzz", std::string(reinterpret_cast<const char*>(data), size)}, run);
  if (!record) {
    CROSSFOOT_CHECK(!record.error().message.empty());
    return 0;
  }
  for (const crossfoot::Fact& fact : record->facts.facts) {
    const crossfoot::Text& text = record->document.TextAt(fact.anchor.address);
    CROSSFOOT_CHECK(fact.anchor.begin < fact.anchor.end && fact.anchor.end <= text.utf8().size());
    CROSSFOOT_CHECK(fact.quantity.value.valid());
  }
  CROSSFOOT_CHECK(!crossfoot::RecordJson(*record).empty());
  return 0;
}
