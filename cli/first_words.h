// SPDX-License-Identifier: GPL-3.0-or-later
// What the program says to someone who does not know it yet: called alone, or with a first word
// that is no command. Tested by tests/cli/first_use_test.py.
#ifndef CROSSFOOT_CLI_FIRST_WORDS_H_
#define CROSSFOOT_CLI_FIRST_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"

namespace crossfoot {

// What `crossfoot` alone prints; ends with a new line and a NUL behind it.
std::string_view FirstWords(Language language);

// One or two lines for standard error about `word`, which is none of `commands`: the command it
// resembles, or `check` where it is a file or folder that exists. Control characters in `word` are
// not printed.
std::string UnknownCommand(const std::string& word, const std::vector<std::string>& commands,
                           Language language);

}  // namespace crossfoot

#endif  // CROSSFOOT_CLI_FIRST_WORDS_H_
