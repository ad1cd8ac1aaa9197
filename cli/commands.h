// SPDX-License-Identifier: GPL-3.0-or-later
//
// The commands. Data goes to standard output and nothing else does; errors and progress go to
// standard error.
//
// Tested by tests/cli/cli_test.py, on the program itself.
#pragma once

#include "cli/command_line.h"
#include "cli/exit_status.h"

namespace crossfoot {

ExitStatus RunCheck(const CheckOptions& options);
ExitStatus RunRecord(const RecordOptions& options);
ExitStatus RunExtract(const ExtractCommandOptions& options);
ExitStatus RunRun(const RunCommandOptions& options);
ExitStatus RunMerge(const MergeOptions& options);
ExitStatus RunExport(const ExportOptions& options);
ExitStatus RunWorker(const WorkerCommandOptions& options);
ExitStatus RunReportPages(const ReportOptions& options);
ExitStatus RunReview(const ReviewCommandOptions& options);
ExitStatus RunDecisions(const DecisionsOptions& options);
ExitStatus RunRules(const RulesOptions& options);

}  // namespace crossfoot
