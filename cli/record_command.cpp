// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/knowledge.h"
#include "cli/reading.h"
#include "corpus/report_run.h"
#include "model/json/record_json.h"

namespace crossfoot {

ExitStatus RunRecord(const RecordOptions& options) {
  const auto knowledge = ReadKnowledge(options.knowledge);
  if (!knowledge) {
    std::fprintf(stderr, "crossfoot: %s\n", knowledge.error().ToString().c_str());
    return ExitStatus::kUsage;
  }
  ExitStatus status = ExitStatus::kClean;
  ReportRun run;
  run.extract = ExtractionFor(options.reading);
  run.lexicon = knowledge->lexicon;
  run.rules = knowledge->rules;
  for (const std::string& path : ExpandInputs(options.paths)) {
    const auto record = [&]() -> Result<Record> {
      CROSSFOOT_TRY(const Source source, ReadSource(path));
      return RunReport(source, run);
    }();
    EndProgress();
    if (!record) {
      status = ExitStatus::kUnreadable;
      std::fprintf(stderr, "crossfoot: %s\n", record.error().ToString().c_str());
    }
    const std::string line = record ? RecordJson(*record) : FailureJson(record.error());
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fputc('\n', stdout);
  }
  return status;
}

}  // namespace crossfoot
