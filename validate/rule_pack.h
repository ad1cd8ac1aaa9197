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
    std::string added = {};   // a second term that is added; empty: none
    std::string beside = {};  // words that must be told there, too, for a break to be one
    std::string unless = {};  // words of other money that may stand between; told there, a break
                              // proves nothing
    bool doubted = false;     // a break is a warning: other money may go untold
    std::string zh;
    std::string en;
    std::string source;
  };
  // A rate with an official formula: top / bottom.
  struct Formula {
    std::string rate;    // what the rate is called
    std::string top;     // words of the numerator
    std::string bottom;  // … of the denominator
    std::string topic;   // stands before both in their sentences; empty: nothing need
    std::string unless;  // words of figures that are neither
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

  struct Tolerance {
    std::string rule;  // id or name
    Decimal amount;    // the gap, in `unit`
    std::string unit;  // as printed
    std::string source;
  };
  // A table of the official forms (公开表), known by its title and never by its number.
  struct StandardTable {
    std::string role;    // "final.income"
    std::string titles;  // keys (reading/subject.h) of whole titles, without body and year
    std::string source;
  };
  // Cells of standard tables that owe one another something. A cell is "role/row/column", as
  // reading/standard_tables.h reads it.
  struct TableIdentity {
    std::string name;                 // "XTB-01"
    std::vector<std::string> stated;  // the first of these cells that is there
    std::vector<std::string> sum;  // cells that make it up; "-" before one taken away, "?" before
                                   // one that may be absent
    bool at_most = false;          // `stated` is only not exceeded
    std::string source;
  };
  // What the text calls a cell of a standard table.
  struct Telling {
    std::string words;    // keys: the words before the figure end with one of these; "*": they name
                          // a row of the cell
    std::string without;  // … and hold none of these
    std::string section;  // the heading the text stands under is one of these; empty: any
    bool whole = false;   // the words are one of `words`, not only end with it
    std::string cell;
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
  [[nodiscard]] const std::vector<Formula>& formulas() const { return formulas_; }
  [[nodiscard]] const std::vector<Measure>& measures() const { return measures_; }
  [[nodiscard]] const std::vector<Band>& bands() const { return bands_; }
  // A gap of `amount` (its sign does not matter) in `unit` is within what the pack tolerates.
  [[nodiscard]] bool Tolerates(const Rule& rule, const Decimal& amount,
                               std::string_view unit) const;
  [[nodiscard]] const std::vector<StandardTable>& tables() const { return tables_; }
  [[nodiscard]] const std::vector<TableIdentity>& table_identities() const {
    return table_identities_;
  }
  [[nodiscard]] const std::vector<Telling>& tellings() const { return tellings_; }

 private:
  std::string version_ = "0";
  std::vector<std::string> off_;
  std::vector<Identity> identities_;
  std::vector<Formula> formulas_;
  std::vector<Measure> measures_;
  std::vector<Band> bands_;
  std::vector<Tolerance> tolerances_;
  std::vector<StandardTable> tables_;
  std::vector<TableIdentity> table_identities_;
  std::vector<Telling> tellings_;
};

}  // namespace crossfoot
