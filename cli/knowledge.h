// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rule packs and the lexicon that a command works with: the built-in ones, and the user's files
// laid over them.
//
// Tested by tests/cli/pack_test.py.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/command_line.h"
#include "normalize/lexicon.h"
#include "validate/rule_pack.h"

namespace crossfoot {

struct Knowledge {
  Lexicon lexicon = Lexicon::BuiltIn();
  RulePack rules = RulePack::BuiltIn();
  std::string fingerprint;  // of the user's files; empty where there are none
};

// The options again, as the command line of another process.
std::vector<std::string> ArgumentsFor(const KnowledgeOptions& options);

// Errors name the file, and where it could be read the line and the key.
Result<Knowledge> ReadKnowledge(const KnowledgeOptions& options);

}  // namespace crossfoot
