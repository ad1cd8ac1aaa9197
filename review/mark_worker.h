// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a worker process does, with marking added: a PDF is opened for marking where it is opened
// for reading, in a confined process.
//
// Tested by tests/review/site_test.cpp.
#pragma once

#include "corpus/worker.h"

namespace crossfoot {

// kMark: `argument` is MarkArgument's; the reply's message is the marked PDF. Everything else is
// done by `other`.
Work MarkOr(Work other);

}  // namespace crossfoot
