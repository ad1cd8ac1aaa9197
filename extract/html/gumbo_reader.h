// SPDX-License-Identifier: GPL-3.0-or-later
//
// Parses HTML as browsers do, with libgumbo; the one file that includes it.
//
// Whole pages and fragments, unclosed and misnested tags. Hostile input is refused before it costs
// anything: tags nested deeper than browsers follow, or more of them than any page has.
//
// Tested by tests/extract/html/gumbo_reader_test.cpp.
#pragma once

#include <string_view>

#include "base/limits.h"
#include "base/result.h"
#include "extract/html/markup_tree.h"

namespace crossfoot {

// `utf8` must outlive the tree. Errors: kLimitExceeded, kBrokenMarkup.
Result<MarkupTree> ParseHtml(std::string_view utf8, const Limits& limits);

}  // namespace crossfoot
