// SPDX-License-Identifier: GPL-3.0-or-later
//
// SHA-256 of bytes (FIPS 180-4, computed by Nettle): the identity of a source, and of what was
// found in it.
//
// Tested by tests/base/sha256_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace crossfoot {

// 64 lower-case hexadecimal digits.
std::string Sha256Hex(std::string_view bytes);

}  // namespace crossfoot
