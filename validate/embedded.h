// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rule packs that ship, compiled in by cmake/Embed.cmake.
//
// Tested by tests/validate/rule_pack_test.cpp.
#pragma once

#include <span>
#include <string_view>

namespace crossfoot::packs {

struct EmbeddedFile {
  std::string_view name;
  std::string_view text;
};

std::span<const EmbeddedFile> EmbeddedFiles();

}  // namespace crossfoot::packs
