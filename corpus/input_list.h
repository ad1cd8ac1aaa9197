// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the user names becomes the list of files to read: files, folders with all in and below them,
// patterns (*.pdf, quoted from the shell), and "-" for a list from standard input, one path a line,
// or ended by NUL where a NUL is among them (find -print0), so that any name can be given.
//
// In a folder only what is named like a report or a ZIP archive counts, since a folder holds other
// things too; links to folders are not followed, broken links, sockets and pipes stay in the list,
// so that reading them says what is wrong. What was named itself is always in the list.
//
// Tested by tests/corpus/input_list_test.cpp.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

namespace crossfoot {

// By the ending of the name: .pdf .txt .html .docx .png ….
bool NamedLikeAReport(const std::string& path);
bool NamedLikeAnArchive(const std::string& path);

// Reports and archives in and below a folder, in byte order of their paths.
std::vector<std::string> ListFolder(const std::string& folder);

// Paths in byte order, each once, whatever the order they were named in.
std::vector<std::string> ListInputs(const std::vector<std::string>& named,
                                    std::FILE* standard_input);

}  // namespace crossfoot
