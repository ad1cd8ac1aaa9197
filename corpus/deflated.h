// SPDX-License-Identifier: GPL-3.0-or-later
//
// Text kept small (zlib, RFC 1950): what stores of version 2 held of whole records. Read when such
// a store is led to today's version; nothing is kept so any more.
//
// Tested by tests/corpus/deflated_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crossfoot {

// Fast rather than small. Same text, same bytes.
std::string Deflated(std::string_view text);
// nullopt: it is no such text, or longer than `most` bytes.
std::optional<std::string> Inflated(std::string_view bytes, size_t most);

}  // namespace crossfoot
