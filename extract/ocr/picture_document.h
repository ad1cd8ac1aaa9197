// SPDX-License-Identifier: GPL-3.0-or-later
//
// A picture file (PNG, JPEG, TIFF of one page or many) becomes a Document.
//
// Tested by tests/extract/ocr/picture_document_test.cpp.
#pragma once

#include "extract/extract.h"

namespace crossfoot {

// Whether the bytes are a picture of a kind that is read.
bool LooksLikePicture(const std::string& bytes);

// Errors: kBrokenImage and kLimitExceeded where no page could be decoded, kMissingProgram where
// there is no model to read with. A page among others that cannot be read is a Note.
Result<Document> ReadPictureFile(const Source& source, const ExtractOptions& options);

}  // namespace crossfoot
