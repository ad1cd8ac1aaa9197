// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a source is called in a store, and the key of its rows.
//
// A name is the absolute path, as text that any program can show: bytes that are not UTF-8, control
// characters, the backslash itself and a "!" before a "/" stand as \xHH. A member of an archive is
// "archive.zip!/name". Different files have different names.
//
// Tested by tests/corpus/source_name_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace crossfoot {

// Of a path as the system knows it; a relative one is completed from the working folder; "." and
// ".." are worked out in the text alone.
std::string SourceName(const std::string& path);
std::string MemberName(std::string_view archive, std::string_view member);
// The path that SourceName was made from; of a member, the archive's.
std::string PathOfSource(std::string_view name);

// First 16 hexadecimal digits of the name's SHA-256.
std::string SourceKey(std::string_view name);

// Spreads sources over n shards by their keys: 1 … n, the same on every machine.
int ShardOf(std::string_view name, int shards);

}  // namespace crossfoot
