// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs an installed LibreOffice, without a window, to make flat OpenDocument of an office file.
//
// The program is untrusted with what it reads: it gets a profile folder of its own, in which macros
// and links to the outside are off, an environment of a few variables, a jail (office_jail.h), and
// limits of time, memory and output. Its whole folder is removed afterwards.
//
// Tested by tests/extract/office/libreoffice_test.cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "extract/office_converter.h"

namespace crossfoot {

struct OfficeLimits {
  std::chrono::milliseconds time = std::chrono::seconds(100);
  int64_t memory_bytes = int64_t{4} << 30;
  int64_t output_bytes = int64_t{256} << 20;
};

// Whether PATH has it.
bool HasLibreOffice();

// `patron` is a socket, or -1: when its other end is closed nobody waits for the answer any more,
// and the program is ended. Errors: kMissingProgram (message names the package), kLimitExceeded
// (time), kBrokenMarkup (it made nothing of the file), kWriteFailed (no temporary folder).
Result<std::string> OfficeToFlatOdf(std::string_view bytes, const OfficeTask& task,
                                    const OfficeLimits& limits, int patron = -1);

}  // namespace crossfoot
