// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include "cli/commands.h"
#include "corpus/store.h"

namespace crossfoot {

ExitStatus RunExport(const ExportOptions& options) {
  auto store = Store::Open(options.store, Store::Access::kRead);
  if (!store) {
    std::fprintf(stderr, "crossfoot: %s\n", store.error().ToString().c_str());
    return ExitStatus::kStoreFailed;
  }
  return ExitStatus::kClean;
}

}  // namespace crossfoot
