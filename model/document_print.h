// SPDX-License-Identifier: GPL-3.0-or-later
//
// A Document for people and for other programs: Markdown, plain text, CSV.
//
// What came from the report stays text: Markdown's own signs are escaped, and a CSV value that a
// spreadsheet would take for a formula (it begins with = + - @ and is no number) gets an apostrophe
// in front.
//
// Tested by tests/model/document_print_test.cpp.
#pragma once

#include <string>

#include "model/document.h"

namespace crossfoot {

// Headings by level, paragraphs, lists, tables (as pipe tables when nothing spans, else as HTML
// tables).
std::string PrintMarkdown(const Document& document);
// One block a line, tables with tabs between cells.
std::string PrintPlainText(const Document& document);
// Every table, one after another: a line `# table N page P: caption | unit`, its rows (RFC 4180, a
// spanned place is empty), a blank line.
std::string PrintCsv(const Document& document);

}  // namespace crossfoot
