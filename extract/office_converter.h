// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who runs LibreOffice for a reader of office files: the process itself, or, where the process has
// given up the right to start programs, a broker that it started before.
//
// Tested by tests/extract/office/libreoffice_test.cpp.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace crossfoot {

// What is to be made of what.
struct OfficeTask {
  std::string suffix;   // the kind of file, as LibreOffice knows it by: ".docx"
  std::string target;   // "fodt" or "fods", flat OpenDocument
  std::string package;  // what to install where the program is missing
};

// The flat OpenDocument text. Errors: those of OfficeToFlatOdf (office/libreoffice.h).
using OfficeConverter =
    std::function<Result<std::string>(std::string_view bytes, const OfficeTask& task)>;

// Forks a process that keeps this one's rights, to be called before they are given up, and gives a
// converter that asks it. It holds nothing of this process but its end of a socket, serves one task
// at a time, and ends, with whatever it had started, when this process does. Where LibreOffice is
// not installed nothing is forked and the converter says so.
OfficeConverter StartOfficeBroker();

}  // namespace crossfoot
