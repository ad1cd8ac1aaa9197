// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plain text becomes a Document: lines are joined to the paragraphs their author wrote.
//
// Tested by tests/extract/text/text_reader_test.cpp.
#pragma once

#include "extract/extract.h"

namespace crossfoot {

// Errors: kInvalidEncoding, kLimitExceeded.
Result<Document> ReadText(const Source& source, const ExtractOptions& options);

}  // namespace crossfoot
