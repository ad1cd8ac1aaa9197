// SPDX-License-Identifier: GPL-3.0-or-later
//
// Looks across the reports of a store and writes its table `across` anew. The result depends on the
// reports in the store alone, so it is the same after one run, after many, and after a merge.
//
// Tested by tests/corpus/across_test.cpp.
#pragma once

#include "base/result.h"
#include "corpus/store.h"

namespace crossfoot {

Result<Done> CompareAcross(Store& store);

}  // namespace crossfoot
