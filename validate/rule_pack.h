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
//   [[cells]]                          # cells of one or several tables, by words of title, row,
//   column result = {table = ["收入支出决算总表"], row = ["本年支出合计"], column = ["决算"]} terms
//   = [{table = ["支出决算表"], row = ["合计"], column = ["本年支出合计"]}] source = "…"
//
//   [[tolerance]]                      # a gap that small is told as a note only
//   rule = "RAT101"
//   amount = "0.1"
//   unit = "%"
//   source = "…"
//
// Errors name file, line and key; an unknown key is an error, since a misspelt one would be silent;
// so are a rule that is not there and an identity that refers to itself. docs/packs.md is the page
// for users.
//
// Tested by tests/validate/rule_pack_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <utility>
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

  // A cell by words, joined with '|': the first table whose title is one of them (perhaps behind the
  // entity's name or a number), the row whose label is one of them, the column whose header holds one
  // of them (empty: the row's only figure).
  struct CellWords {
    std::string table;
    std::string row;
    std::string column;
    friend bool operator==(const CellWords&, const CellWords&) = default;
  };
  // result = Σ ± terms.
  struct CellIdentity {
    std::vector<std::pair<CellWords, Decimal>> terms;  // with +1 or −1
    CellWords result;
    bool demanded = false;
    std::string zh;
    std::string en;
    std::string source;
  };
  struct Tolerance {
    std::string rule;  // id or name
    Decimal amount;    // the gap, in `unit`
    std::string unit;  // as printed
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
  [[nodiscard]] const std::vector<CellIdentity>& cells() const { return cells_; }
  // A gap of `amount` (its sign does not matter) in `unit` is within what the pack tolerates.
  [[nodiscard]] bool Tolerates(const Rule& rule, const Decimal& amount,
                               std::string_view unit) const;

 private:
  std::string version_ = "0";
  std::vector<std::string> off_;
  std::vector<Identity> identities_;
  std::vector<Measure> measures_;
  std::vector<Band> bands_;
  std::vector<CellIdentity> cells_;
  std::vector<Tolerance> tolerances_;
};

}  // namespace crossfoot
