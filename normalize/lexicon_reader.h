// SPDX-License-Identifier: GPL-3.0-or-later
//
// TOML → Lexicon: gathers the entries of one or more files, first come first kept, then builds the
// tables. The form of a file is told in lexicon.h.
//
// Tested by tests/normalize/lexicon_test.cpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/toml.h"
#include "normalize/lexicon.h"

namespace crossfoot {

class LexiconReader {
 public:
  // What was wrong with the file, if anything was.
  std::optional<Error> Add(std::string_view text, const std::string& file);
  // Adds the files that are compiled in and builds. Call once.
  Lexicon BuildWithBuiltIn();

 private:
  using Phrases = std::vector<std::pair<std::u32string, int>>;

  std::optional<Error> AddUnits(const TomlValue& root, const std::string& file);
  std::optional<Error> AddMetric(const TomlValue& entry, const std::string& file);
  std::optional<Error> AddScope(const TomlValue& entry, const std::string& file);
  std::optional<Error> AddAccounts(const TomlValue& accounts, const std::string& kind,
                                   const std::string& file);
  void AddUnit(Unit unit);
  int MetricOf(const std::string& id);

  Lexicon lexicon_;
  Phrases unit_names_;
  Phrases metric_names_;
  Phrases scope_words_;
  Phrases light_words_;
  std::map<std::string, int> metric_of_;
};

}  // namespace crossfoot
