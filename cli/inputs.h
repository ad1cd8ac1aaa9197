// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paths on the command line become the files to read.
//
// Tested by tests/cli/cli_test.py.
#pragma once

#include <string>
#include <vector>

namespace crossfoot {

// Files as given; a folder becomes the reports in and below it, by name (.pdf .txt .html .docx .png
// …, since a folder holds other things too), in byte order of their paths. A path that is neither
// stays, so that reading it says what is wrong. Links to folders inside a folder are not followed.
std::vector<std::string> ExpandInputs(const std::vector<std::string>& paths);

}  // namespace crossfoot
