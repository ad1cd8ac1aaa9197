// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"
#include "cli/commands.h"

namespace {

struct RunCommand {
  crossfoot::ExitStatus operator()(const crossfoot::CheckOptions& options) const {
    return crossfoot::RunCheck(options);
  }
  crossfoot::ExitStatus operator()(const crossfoot::RecordOptions& options) const {
    return crossfoot::RunRecord(options);
  }
  crossfoot::ExitStatus operator()(const crossfoot::ExtractCommandOptions& options) const {
    return crossfoot::RunExtract(options);
  }
  crossfoot::ExitStatus operator()(const crossfoot::RunCommandOptions& options) const {
    return crossfoot::RunRun(options);
  }
  crossfoot::ExitStatus operator()(const crossfoot::MergeOptions& options) const {
    return crossfoot::RunMerge(options);
  }
  crossfoot::ExitStatus operator()(const crossfoot::ExportOptions& options) const {
    return crossfoot::RunExport(options);
  }
  crossfoot::ExitStatus operator()(const crossfoot::WorkerCommandOptions& options) const {
    return crossfoot::RunWorker(options);
  }
  crossfoot::ExitStatus operator()(const crossfoot::RulesOptions& options) const {
    return crossfoot::RunRules(options);
  }
};

}  // namespace

int main(int argc, char** argv) {
  const auto parsed = crossfoot::ParseCommandLine(argc, argv);
  if (const auto* status = std::get_if<crossfoot::ExitStatus>(&parsed)) {
    return static_cast<int>(*status);
  }
  return static_cast<int>(std::visit(RunCommand(), std::get<crossfoot::Command>(parsed)));
}
