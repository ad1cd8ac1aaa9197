// SPDX-License-Identifier: GPL-3.0-or-later
//
// The lexicon's data files as compiled in (cmake/Embed.cmake).
//
// Tested by tests/normalize/lexicon_test.cpp.
#pragma once

#include <span>
#include <string_view>

namespace crossfoot::normalize {

struct EmbeddedFile {
  std::string_view name;
  std::string_view text;
};

std::span<const EmbeddedFile> EmbeddedFiles();

}  // namespace crossfoot::normalize
