// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include "cli/commands.h"
#include "cli/error_print.h"
#include "cli/inputs.h"
#include "cli/knowledge.h"
#include "cli/reading.h"
#include "corpus/report_run.h"
#include "model/json/record_json.h"
#include "model/numeral_listing.h"

namespace crossfoot {

ExitStatus RunRecord(const RecordOptions& options) {
  const auto knowledge = ReadKnowledge(options.knowledge);
  if (!knowledge) {
    PrintError(knowledge.error());
    return ExitStatus::kUsage;
  }
  ExitStatus status = ExitStatus::kClean;
  const ReportRun run{ExtractionFor(options.reading), knowledge->lexicon, knowledge->rules};
  for (const std::string& path : ExpandInputs(options.paths)) {
    const auto record = [&]() -> Result<Record> {
      CROSSFOOT_TRY(const Source source, ReadSource(path));
      return RunReport(source, run);
    }();
    EndProgress();
    if (!record) {
      status = ExitStatus::kUnreadable;
      PrintError(record.error());
    }
    if (options.numerals) {
      const std::string list =
          record ? PrintNumerals(path, record->document, record->facts) : std::string();
      std::fwrite(list.data(), 1, list.size(), stdout);
      continue;
    }
    const std::string line = record ? RecordJson(*record) : FailureJson(record.error());
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fputc('\n', stdout);
  }
  return status;
}

}  // namespace crossfoot
