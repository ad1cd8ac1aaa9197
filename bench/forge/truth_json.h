// SPDX-License-Identifier: GPL-3.0-or-later
//
// The truth about one forged file as a line of JSON: its headings and tables, every figure with its
// place, the identities among the measures, and the slip.
//
// Tested by tests/forge/forge_test.cpp.
#pragma once

#include <string>

#include "bench/forge/slip.h"
#include "bench/forge/writer.h"

namespace crossfoot::forge {

// `slip`: nullptr for a clean report.
std::string TruthJson(const std::string& file, const Manuscript& manuscript, const Ledger& ledger,
                      const Written& written, const Slip* slip);

std::string JsonString(const std::string& text);

}  // namespace crossfoot::forge
