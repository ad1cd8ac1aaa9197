// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/lexicon.h"

#include <utility>

#include "base/check.h"
#include "base/toml.h"
#include "normalize/embedded.h"

namespace crossfoot {

// Gathers the entries of one or more files, then builds the tables.
class LexiconReader {
 public:
  Result<int> Read(std::string_view text, const std::string& file) {
    CROSSFOOT_TRY(const TomlValue root, ParseToml(text, file));
    if (const std::string version = root.StringOr("version", ""); !version.empty()) {
      lexicon_.version_ = version;
    }
    for (const std::string& symbol : root.Strings("standard")) {
      const auto unit = StandardUnit(symbol);
      if (!unit) {
        return Error{ErrorCode::kBrokenConfig, "no standard unit has this symbol: " + symbol, file};
      }
      AddUnit(*unit);
    }
    for (const std::string& symbol : root.Strings("classifiers")) {
      AddUnit(Unit{symbol, Dimension::kCount, 1, UnitSource::kBeside});
    }
    for (const std::string& symbol : root.Strings("other")) {
      AddUnit(Unit{symbol, Dimension::kOther, 1, UnitSource::kBeside});
    }
    for (const std::string& word : root.Strings("words")) {
      unit_names_.emplace_back(normalize::Fold(word), -1);
    }
    return 0;
  }

  Lexicon Build() {
    lexicon_.unit_names_ = normalize::PhraseTable(std::move(unit_names_));
    return std::move(lexicon_);
  }

 private:
  void AddUnit(Unit unit) {
    unit_names_.emplace_back(normalize::Fold(unit.symbol),
                             static_cast<int>(lexicon_.units_.size()));
    lexicon_.units_.push_back(std::move(unit));
  }

  Lexicon lexicon_;
  std::vector<std::pair<std::u32string, int>> unit_names_;
};

const Lexicon& Lexicon::BuiltIn() {
  static const Lexicon kBuiltIn = [] {
    LexiconReader reader;
    for (const normalize::EmbeddedFile& file : normalize::EmbeddedFiles()) {
      const auto read = reader.Read(file.text, std::string(file.name));
      CROSSFOOT_CHECK(read.ok());
    }
    return reader.Build();
  }();
  return kBuiltIn;
}

Lexicon::UnitHit Lexicon::UnitAt(const normalize::Characters& text, size_t i) const {
  const normalize::PhraseTable::Hit hit = unit_names_.LongestAt(text, i);
  return hit && hit.value >= 0 ? UnitHit{hit.length, &units_.at(static_cast<size_t>(hit.value))}
                               : UnitHit{};
}

}  // namespace crossfoot
