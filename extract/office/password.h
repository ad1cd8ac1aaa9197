// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether an office file is locked by a password, told from its bytes: LibreOffice only says that
// it could not read it.
//
// Each format has its own mark: the container of a locked DOCX or XLSX is an OLE file with one
// encrypted package; a DOC says it in the head of its text (FIB), an XLS by a record behind the
// workbook's first; a locked part of an ODF package is never deflated, since it would not shrink.
//
// Tested by tests/extract/office/password_test.cpp.
#pragma once

#include <string_view>

namespace crossfoot {

// O(bytes). False where nothing tells.
bool NeedsPassword(std::string_view bytes);

}  // namespace crossfoot
