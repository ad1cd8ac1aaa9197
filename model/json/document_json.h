// SPDX-License-Identifier: GPL-3.0-or-later
//
// A Document as JSON: what `crossfoot extract --format json` prints. docs/json.md describes every
// key.
//
// Keys come in a fixed order, boxes have two decimals, no locale is asked: same Document, same
// bytes.
//
// Tested by tests/model/json/document_json_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "model/document.h"

namespace crossfoot {

// One line, no trailing newline.
std::string DocumentJson(const Document& document);

// Reads what DocumentJson wrote. Texts come back with one place each (the block's or cell's), so
// that printing again gives the same bytes. Error: kBrokenMarkup.
Result<Document> ReadDocumentJson(std::string_view text);

}  // namespace crossfoot
