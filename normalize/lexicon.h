// SPDX-License-Identifier: GPL-3.0-or-later
//
// The vocabulary of a field: classifiers, canonical metrics with their aliases, account codes and
// names. Data in TOML; what ships is compiled in, and users add files of their own.
//
// Tested by tests/normalize/lexicon_test.cpp.
#pragma once

#include <string>

#include "base/result.h"

namespace crossfoot {

class Lexicon {
 public:
  // The lexicon that ships: Chinese government reports.
  static const Lexicon& BuiltIn();

  [[nodiscard]] const std::string& version() const { return version_; }

 private:
  std::string version_ = "0";
};

}  // namespace crossfoot
