// SPDX-License-Identifier: GPL-3.0-or-later
//
// Looks across the reports of a store: its tables `across` and `identities`, and the findings of
// rules COR.
//
// METHOD reports are compared in groups (an office; a department and its units; equal bytes; a
// kind).
//        The store keeps a list of groups that reports were added to or taken from; those alone are
//        compared anew, a few at a time, each with what it replaces in one transaction. So a run
//        that is ended goes on where it was.
// GUARANTEES the result depends on the reports in the store alone: the same after one run, after
// many,
//        and after a merge.
// COST   memory for two years of one office's reports, or for a sample of a kind's.
//
// Tested by tests/corpus/across_test.cpp.
#pragma once

#include "base/result.h"
#include "corpus/store.h"

namespace crossfoot {

Result<Done> CompareAcross(Store& store);

}  // namespace crossfoot
