// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/report_run.h"

#include <utility>

#include "base/version.h"
#include "normalize/normalize.h"
#include "validate/validate.h"

namespace crossfoot {

Result<Record> RunReport(const Source& source, const ReportRun& run, const FactSource& others) {
  CROSSFOOT_TRY(Document document, Extract(source, run.extract));
  FactSet facts = Normalize(document, run.lexicon);
  Record record = Validate(std::move(document), std::move(facts), run.rules, others);
  record.versions = {std::string(kVersion), run.lexicon.version(), run.rules.version()};
  return record;
}

}  // namespace crossfoot
