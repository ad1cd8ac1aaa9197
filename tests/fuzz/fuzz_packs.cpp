// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes, taken for a rule pack or a lexicon of the user's own, are read or refused with a
// message; a pack that was read checks a report without a crash.
#include <cstdint>

#include "base/check.h"
#include "corpus/report_run.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace crossfoot;  // NOLINT(google-build-using-namespace)
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static const std::string kReport =
      "云禾县档案馆2023年度部门整体支出绩效自评报告\n\n2023年全年预算数100.00万元，全年支出98."
      "50万元，预算执行率98.50%，"
      "其中：基本支出60.00万元，项目支出38.50万元。自评得分95分，等级为“优”。\n";
  const auto pack = RulePack::BuiltIn().With(text, "fuzz.toml");
  if (!pack) {
    CROSSFOOT_CHECK(!pack.error().message.empty());
  } else {
    ReportRun run{{}, Lexicon::BuiltIn(), *pack};
    CROSSFOOT_CHECK(RunReport({"fuzz", kReport}, run).ok());
  }
  const auto lexicon = Lexicon::Read(text, "fuzz.toml");
  if (!lexicon) {
    CROSSFOOT_CHECK(!lexicon.error().message.empty());
  }
  return 0;
}
