// SPDX-License-Identifier: GPL-3.0-or-later
//
// The store's SQL files as compiled in (cmake/Embed.cmake).
//
// Tested by tests/corpus/schema_test.cpp.
#pragma once

#include <span>
#include <string_view>

namespace crossfoot::corpus {

struct EmbeddedFile {
  std::string_view name;
  std::string_view text;
};

std::span<const EmbeddedFile> EmbeddedFiles();

}  // namespace crossfoot::corpus
