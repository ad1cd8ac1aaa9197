// SPDX-License-Identifier: GPL-3.0-or-later
//
// The world a report is written about: measures with exact values, and the identities that hold
// among them by construction.
//
//   ledger.Set("exp.basic", Kind::kMoney, 3312000);        // 元
//   ledger.Derive("exp", Kind::kMoney, "exp.basic + exp.project");
//   ledger.Derive("exec", Kind::kRate, "exp / budget");    // 0.985
//
// A formula is a sum with signs, one quotient, one growth rate "a / b - 1", a growth rate by the
// amount of the change "a // b" (a over b less a), one product, or a bound "a <= b" (Tie only);
// names are separated from signs by blanks.
//
// Tested by tests/forge/forge_test.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/decimal.h"

namespace crossfoot::forge {

enum class Kind { kMoney, kRate, kCount, kScore };

struct Measure {
  std::string key;
  Kind kind = Kind::kMoney;
  Decimal value;         // 元; 0.985 for 98.5%; a plain number
  std::string unit;      // the classifier of a count: 人, 座; empty for the rest
  std::string last;      // the measure that is the same thing a year before; empty: none
  std::string mistaken;  // the measure people take for it (另一口径); empty: none
  bool scored = false;   // a score is given for it that no identity tells
};

enum class Form { kSum, kQuotient, kGrowth, kChange, kProduct, kAtMost };

struct Identity {
  Form form = Form::kSum;
  int result = -1;                         // index of a measure
  std::vector<std::pair<int, int>> terms;  // sign, index of a measure
  bool open = false;  // a list that may leave things out (其中, 主要包括): only an excess is wrong
};

class Ledger {
 public:
  int Set(const std::string& key, Kind kind, const Decimal& value, const std::string& unit = {});
  // Sets `key` to the formula's value (rates at 12 digits) and remembers the identity.
  int Derive(const std::string& key, Kind kind, std::string_view formula,
             const std::string& unit = {});
  // Remembers "a = b + c" or "a <= b" among measures that are there. Precondition: it holds.
  void Tie(std::string_view identity);
  // The list that makes up `key` may leave things out.
  void Open(const std::string& key);
  void Last(const std::string& key, const std::string& last);
  void Mistaken(const std::string& key, const std::string& other);
  void Scored(const std::string& key);

  [[nodiscard]] bool Has(const std::string& key) const { return index_.count(key) != 0; }
  // Precondition: the measure is there.
  [[nodiscard]] int IndexOf(const std::string& key) const;
  [[nodiscard]] const Measure& At(const std::string& key) const;
  [[nodiscard]] const Decimal& Value(const std::string& key) const { return At(key).value; }
  [[nodiscard]] const std::vector<Measure>& measures() const { return measures_; }
  [[nodiscard]] const std::vector<Identity>& identities() const { return identities_; }

  // key.last (already there) → key.diff, key.growth and what ties them. `diff` and `growth` name
  // them otherwise.
  void Change(const std::string& key, const std::string& last, const std::string& diff,
              const std::string& growth);

  // The value that `identity` gives its result when measure `changed` is worth `value`.
  [[nodiscard]] Decimal Evaluate(const Identity& identity, int changed, const Decimal& value) const;

 private:
  Identity Parse(std::string_view formula) const;

  std::vector<Measure> measures_;
  std::vector<Identity> identities_;
  std::map<std::string, int, std::less<>> index_;
};

}  // namespace crossfoot::forge
