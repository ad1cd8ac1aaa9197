// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include "cli/command_docs.h"
#include "cli/commands.h"

namespace crossfoot {

ExitStatus RunCompletion(const CompletionOptions& options) {
  using Form = CompletionOptions::Form;
  const ProgramDescription program = DescribeCommandLine();
  const std::string text = options.form == Form::kBash   ? BashCompletion(program)
                           : options.form == Form::kZsh  ? ZshCompletion(program)
                           : options.form == Form::kFish ? FishCompletion(program)
                                                         : ManPage(program);
  std::fputs(text.c_str(), stdout);
  return ExitStatus::kClean;
}

}  // namespace crossfoot
