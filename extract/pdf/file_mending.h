// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes out of an opened file, before its pages are read, what costs Poppler more than reading them
// and shows a reader of characters nothing: the printing conditions (output intents), which it
// would prepare to convert colours for on each page anew, and the samples of JPEG 2000 pictures,
// which it would decode whole to learn their size.
//
// Changes Poppler's view of the file only; `bytes` stay as they are.
//
// Tested by tests/extract/pdf/pdf_reader_test.cpp.
#pragma once

#include <string_view>

class XRef;  // Poppler's

namespace crossfoot {

// `bytes`: the whole file that `xref` was read from. One search through it.
void MendFile(std::string_view bytes, XRef* xref);

}  // namespace crossfoot
