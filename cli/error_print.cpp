// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/error_print.h"

#include <cstdio>
#include <string>

namespace crossfoot {

void PrintError(const Error& error) {
  const std::string_view help = ErrorHelp(error.code);
  const std::string what = error.ToString() + (help.empty() ? "" : ". " + std::string(help));
  std::fprintf(stderr, "crossfoot: %s\n", what.c_str());
}

ExitStatus StoreFailed(const Error& error) {
  PrintError(error);
  return ExitStatus::kStoreFailed;
}

}  // namespace crossfoot
