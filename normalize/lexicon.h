// SPDX-License-Identifier: GPL-3.0-or-later
//
// The vocabulary of a field: classifiers, canonical metrics with their aliases, account codes and
// names. Data in TOML; what ships is compiled in, and users add files of their own.
//
// Tested by tests/normalize/lexicon_test.cpp.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/fact.h"
#include "model/unit.h"
#include "normalize/phrase_table.h"

namespace crossfoot {

class Lexicon {
 public:
  // The lexicon that ships: Chinese government reports.
  static const Lexicon& BuiltIn();

  [[nodiscard]] const std::string& version() const { return version_; }

  // The unit whose symbol is the longest that stands at character `i`; length 0 if there is none.
  struct UnitHit {
    size_t length = 0;
    const Unit* unit = nullptr;
  };
  [[nodiscard]] UnitHit UnitAt(const normalize::Characters& text, size_t i) const;

 private:
  friend class LexiconReader;

  std::string version_;
  std::vector<Unit> units_;
  normalize::PhraseTable unit_names_;  // index in units_, or -1 for a word that is none
};

}  // namespace crossfoot
