// SPDX-License-Identifier: GPL-3.0-or-later
//
// The three rooms in a row, for programs that need no store: bytes → Record, or the end of the
// program with the error's message.
//
// Tested by running crossfoot_eval.
#pragma once

#include "extract/extract.h"
#include "model/record.h"

namespace crossfoot::forge {

Record CheckReport(const Source& source);

}  // namespace crossfoot::forge
