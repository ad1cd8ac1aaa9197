// SPDX-License-Identifier: GPL-3.0-or-later
//
// A PDF back with its findings marked: highlights with pop-up notes, links between the two places,
// an outline entry a finding, and a summary at the end.
//
// The copy is faithful: streams and objects are carried over as they are and only added to (pages
// get annotations, the outline an entry at its end, the document pages after its last, so that page
// numbers stay). A signature covers the original alone, and the summary says so.
//
//   red     the first place of what is broken; framed: its other places
//   amber   what holds within rounding, and findings of severity warning
//   green   what is confirmed, where asked for
//
// Tested by tests/review/marked_pdf_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "model/json/marks_json.h"

namespace crossfoot {

struct MarkOptions {
  bool chinese = true;
  bool green = false;
};

// Errors: kBrokenPdf, kEncryptedPdf (a password is needed).
Result<std::string> MarkPdf(std::string_view pdf, const ReportMarks& marks,
                            const MarkOptions& options);

}  // namespace crossfoot
