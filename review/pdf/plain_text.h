// SPDX-License-Identifier: GPL-3.0-or-later
// Tested by tests/review/marked_pdf_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace crossfoot {

// Text of a report as a PDF's notes and pages take it: each control character, and each that turns
// the direction of writing, is a blank; a line's end stays.
std::string PlainText(std::string_view text);

}  // namespace crossfoot
