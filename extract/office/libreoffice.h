// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs an installed LibreOffice, without a window, to make HTML of an office file.
//
// The program is untrusted with what it reads: it gets a profile folder of its own (so macros and
// settings of the user play no part), an environment of three variables, no network where the
// kernel lets us take it away, and limits of time, memory and output. Its whole folder is removed
// afterwards.
//
// Tested by tests/extract/office/libreoffice_test.cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace crossfoot {

struct OfficeLimits {
  std::chrono::milliseconds time = std::chrono::seconds(120);
  int64_t memory_bytes = int64_t{4} << 30;
  int64_t output_bytes = int64_t{256} << 20;
};

// `suffix` is the kind of file, as LibreOffice knows it by (".docx"); `package` is what to install
// where the program is missing. Errors: kMissingProgram (message names the package), kLimitExceeded
// (time), kBrokenMarkup (it made nothing of the file), kWriteFailed (no temporary folder).
Result<std::string> OfficeToHtml(std::string_view bytes, std::string_view suffix,
                                 std::string_view package, const OfficeLimits& limits);

}  // namespace crossfoot
