// SPDX-License-Identifier: GPL-3.0-or-later
//
// Radicals have codes of their own beside the characters of the same shape (⼀ beside 一). Browsers
// and office programs name characters by them in the PDFs they write, and whoever copies text from
// such a page publishes them: 286⼾.
//
// Tested by tests/base/radical_test.cpp.
#pragma once

namespace crossfoot {

// The character that `code` shows where it is a radical, else `code`.
char32_t UnifiedRadical(char32_t code);

}  // namespace crossfoot
