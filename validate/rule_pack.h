// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a field knows, as data: identities among its measures, measures that have one value a year,
// grade bands, each with its source; and which rules are off. What ships is compiled in
// (validate/packs/*.toml); users lay packs of their own over it without building anything.
//
//   off = ["STR101", "COR"]            # a rule by id or name, or a group
//   [[identity]]                       # result = from − taken, told near one another
//   from = ["收入总计"]
//   taken = ["支出总计"]
//   result = ["结余"]
//   demanded = true                    # a break is a finding; else it is only ever confirmed
//   source = "…"
//
// Errors name file, line and key; an unknown key is an error, since a misspelt one would be silent.
//
// Tested by tests/validate/rule_pack_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"

namespace crossfoot {

struct Rule;

class RulePack {
 public:
  // Words are joined with '|', as reading/measure_words.h looks for them.
  struct Identity {
    std::string from;
    std::string taken;
    std::string result;
    bool either_sign = false;  // `taken` may be printed without its sign
    bool demanded = false;
    std::string zh;
    std::string en;
    std::string source;
  };
  struct Measure {
    std::string name;
    std::string words;
    std::string parts;   // words of its parts, which have values of their own
    bool staff = false;  // people instead of money
    std::string source;
  };
  struct Band {
    std::string grades;
    Decimal low;
    Decimal high;
    std::string source;
  };

  // The packs that ship.
  static const RulePack& BuiltIn();
  // One pack alone. `file` is for messages.
  static Result<RulePack> Parse(std::string_view text, const std::string& file);
  // This pack with `text` laid over it: entries are added, bands of a grade replace it.
  [[nodiscard]] Result<RulePack> With(std::string_view text, const std::string& file) const;

  [[nodiscard]] const std::string& version() const { return version_; }
  // A rule is off by its id, its name or its group's three letters.
  [[nodiscard]] bool IsOff(const Rule& rule) const;
  [[nodiscard]] const std::vector<Identity>& identities() const { return identities_; }
  [[nodiscard]] const std::vector<Measure>& measures() const { return measures_; }
  [[nodiscard]] const std::vector<Band>& bands() const { return bands_; }

 private:
  std::string version_ = "0";
  std::vector<std::string> off_;
  std::vector<Identity> identities_;
  std::vector<Measure> measures_;
  std::vector<Band> bands_;
};

}  // namespace crossfoot
