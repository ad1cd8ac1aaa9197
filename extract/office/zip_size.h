// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a ZIP file says it unpacks to, before any program is let near it: a DOCX of a few kilobytes
// may claim gigabytes (zip bomb).
//
// Tested by tests/extract/office/zip_size_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace crossfoot {

// The sum of its members' sizes as the central directory has them, where overlapping members count
// each. nullopt where the directory is missing or damaged: the file is cut off, or no ZIP.
// O(members).
std::optional<int64_t> UnpackedZipSize(std::string_view bytes);

}  // namespace crossfoot
