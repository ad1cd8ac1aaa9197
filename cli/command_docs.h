// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is made from the commands and options as they are defined: completion for shells, and the
// man page. Nothing is written twice.
//
// Tested by tests/cli/first_use_test.py.
#pragma once

#include <string>
#include <vector>

namespace crossfoot {

struct OptionDescription {
  std::vector<std::string> names;  // "-o", "--out"; none for a positional
  bool positional = false;
  bool takes_value = false;
  bool required = false;
  std::string value;                 // FILE, text|json …
  std::vector<std::string> choices;  // where the value is one of a few words
  std::string help;
};

struct CommandDescription {
  std::string name;
  std::string about;
  std::vector<OptionDescription> options;
};

struct ProgramDescription {
  std::string about;
  std::string footer;
  std::vector<CommandDescription> commands;
};

// Scripts for bash, zsh and fish: subcommands, options, words to choose from, else files.
std::string BashCompletion(const ProgramDescription& program);
std::string ZshCompletion(const ProgramDescription& program);
std::string FishCompletion(const ProgramDescription& program);

// crossfoot(1), in the macros of man(7).
std::string ManPage(const ProgramDescription& program);

}  // namespace crossfoot
