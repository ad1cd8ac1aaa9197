// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pages' scripts and style sheet as compiled in (cmake/Embed.cmake).
//
// Tested by tests/review/page_shell_test.cpp.
#pragma once

#include <span>
#include <string_view>

namespace crossfoot::review {

struct EmbeddedFile {
  std::string_view name;
  std::string_view text;
};

std::span<const EmbeddedFile> EmbeddedFiles();

}  // namespace crossfoot::review
