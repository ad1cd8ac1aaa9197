// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plain text and Markdown become a Document: lines are joined to the paragraphs their author wrote,
// tables in their several shapes become grids, numbers and marks make the outline.
//
// Markdown is text with marks: what its marks say is taken wherever they stand, since reports carry
// a
// `**` or a `##` here and there.
//
// Tested by tests/extract/text/text_reader_test.cpp.
#pragma once

#include <string_view>

#include "base/limits.h"
#include "base/result.h"
#include "model/document.h"

namespace crossfoot {

// `utf8` is valid. The Document's source is left to the caller but for the media type. Errors:
// kNoText.
Result<Document> ReadText(std::string_view utf8, const Limits& limits);

}  // namespace crossfoot
