// SPDX-License-Identifier: GPL-3.0-or-later
//
// The options of reading pictures as extraction takes them, and its progress: on a terminal, pages
// of a report that are read from pictures are counted on standard error, one line that goes again.
//
// Tested by tests/cli/cli_test.py, on the program itself.
#pragma once

#include <string>
#include <vector>

#include "cli/command_line.h"
#include "extract/extract.h"

namespace crossfoot {

ExtractOptions ExtractionFor(const ReadingOptions& reading);

// The options again, as the command line of another process.
std::vector<std::string> ArgumentsFor(const ReadingOptions& options);

// What of them changes what is read, in words; empty where nothing does.
std::string ReadingText(const ReadingOptions& options);

// Takes the line of progress away; to be called before anything else is printed.
void EndProgress();

}  // namespace crossfoot
