// SPDX-License-Identifier: GPL-3.0-or-later
//
// A Record as rows of the store's tables (schema/corpus.sql), without their first column `source`,
// which is the parent's to give.
//
// Tested by tests/corpus/record_rows_test.cpp.
#pragma once

#include <string>

#include "corpus/row_pack.h"
#include "model/record.h"

namespace crossfoot {

RowPack RowsOf(const Record& record);

// "program 0.1.0 lexicon 1 rules 1": with another of these a report is read again.
std::string VersionText(const Versions& versions);

}  // namespace crossfoot
