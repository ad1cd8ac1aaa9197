// SPDX-License-Identifier: GPL-3.0-or-later
//
// One report through all rooms: bytes → Document → Facts → Record.
//
// Tested by tests/corpus/report_run_test.cpp.
#pragma once

#include "base/result.h"
#include "extract/extract.h"
#include "model/record.h"
#include "normalize/lexicon.h"
#include "validate/fact_source.h"
#include "validate/rule_pack.h"

namespace crossfoot {

struct ReportRun {
  ExtractOptions extract;
  const Lexicon& lexicon = Lexicon::BuiltIn();
  const RulePack& rules = RulePack::BuiltIn();
};

Result<Record> RunReport(const Source& source, const ReportRun& run = {},
                         const FactSource& others = NoFactSource());

}  // namespace crossfoot
