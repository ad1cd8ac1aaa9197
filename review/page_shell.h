// SPDX-License-Identifier: GPL-3.0-or-later
//
// The HTML around the pages: a head with a strict content security policy, data as JSON that no
// browser takes for markup or script, and the one script that draws it.
//
// Nothing from a report is ever written as markup: it stands in a JSON data block with every '<'
// written as \u003c, and the script makes text nodes of it.
//
// Tested by tests/review/page_shell_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace crossfoot {

// The modules of web/ as one script, so that pages work from a file, where browsers load no
// modules.
const std::string& PageScript();
std::string_view PageStyle();

struct ShellPage {
  std::string kind;  // index, report or review
  std::string title;
  bool chinese = true;
  std::string data;      // JSON; empty: none
  std::string extra;     // JSON beside it; empty: none
  std::string settings;  // JSON; empty: none
  std::string assets;    // where app.js and style.css lie: "", "../", "/assets/"
};

// A page that loads its script and style from beside it; works from a file and from a server.
std::string LinkedPage(const ShellPage& page);
// A page with everything inside; its policy allows just that script and that style, by their
// hashes.
std::string SingleFilePage(const ShellPage& page);

std::string EscapeHtml(std::string_view text);
std::string Base64(std::string_view bytes);

}  // namespace crossfoot
