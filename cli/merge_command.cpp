// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include "cli/commands.h"
#include "cli/error_print.h"
#include "corpus/across/across.h"
#include "corpus/store.h"

namespace crossfoot {

ExitStatus RunMerge(const MergeOptions& options) {
  const auto merged = [&]() -> Result<Done> {
    CROSSFOOT_TRY(Store store, Store::Open(options.store, Store::Access::kWrite));
    for (const std::string& other : options.others) {
      CROSSFOOT_DO(store.Merge(other));
    }
    return CompareAcross(store);
  }();
  if (!merged) {
    PrintError(merged.error());
    return ExitStatus::kStoreFailed;
  }
  return ExitStatus::kClean;
}

}  // namespace crossfoot
