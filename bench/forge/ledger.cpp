// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/forge/ledger.h"

#include <cstdio>
#include <cstdlib>

#include "base/check.h"

namespace crossfoot::forge {

namespace {

constexpr int kRateScale = 12;

std::vector<std::string> Words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) {
    words.push_back(std::move(word));
  }
  return words;
}

}  // namespace

int Ledger::Set(const std::string& key, Kind kind, const Decimal& value, const std::string& unit) {
  CROSSFOOT_CHECK(!Has(key) && value.valid());
  const int index = static_cast<int>(measures_.size());
  measures_.push_back({key, kind, value, unit, {}, {}, false});
  index_[key] = index;
  return index;
}

int Ledger::IndexOf(const std::string& key) const {
  const auto found = index_.find(key);
  if (found == index_.end()) {
    std::fprintf(stderr, "no measure %s\n", key.c_str());
    std::abort();
  }
  return found->second;
}

const Measure& Ledger::At(const std::string& key) const {
  return measures_[static_cast<size_t>(IndexOf(key))];
}

Identity Ledger::Parse(std::string_view formula) const {
  const std::vector<std::string> words = Words(formula);
  Identity identity;
  const auto binary = [&](Form form) {
    identity.form = form;
    identity.terms = {{1, IndexOf(words[0])}, {1, IndexOf(words[2])}};
    return identity;
  };
  if (words.size() == 5 && words[1] == "/" && words[3] == "-" && words[4] == "1") {
    return binary(Form::kGrowth);
  }
  if (words.size() == 3 && words[1] == "/") {
    return binary(Form::kQuotient);
  }
  if (words.size() == 3 && words[1] == "//") {
    return binary(Form::kChange);
  }
  if (words.size() == 3 && words[1] == "*") {
    return binary(Form::kProduct);
  }
  int sign = 1;
  for (const std::string& word : words) {
    if (word == "+" || word == "-") {
      sign = word == "+" ? 1 : -1;
    } else {
      identity.terms.emplace_back(sign, IndexOf(word));
    }
  }
  return identity;
}

Decimal Ledger::Evaluate(const Identity& identity, int changed, const Decimal& value) const {
  const auto of = [&](size_t term) -> const Decimal& {
    const int index = identity.terms[term].second;
    return index == changed ? value : measures_[static_cast<size_t>(index)].value;
  };
  switch (identity.form) {
    case Form::kQuotient:
      return Decimal::Divide(of(0), of(1), kRateScale, Rounding::kHalfAway);
    case Form::kGrowth:
      return Decimal::Divide(of(0) - of(1), of(1), kRateScale, Rounding::kHalfAway);
    case Form::kChange:
      return Decimal::Divide(of(0), of(1) - of(0), kRateScale, Rounding::kHalfAway);
    case Form::kProduct:
      return of(0) * of(1);
    case Form::kAtMost:
      return of(0);
    case Form::kSum:
      break;
  }
  Decimal sum;
  for (size_t term = 0; term < identity.terms.size(); ++term) {
    sum += Decimal(identity.terms[term].first) * of(term);
  }
  return sum;
}

int Ledger::Derive(const std::string& key, Kind kind, std::string_view formula,
                   const std::string& unit) {
  Identity identity = Parse(formula);
  identity.result = Set(key, kind, Evaluate(identity, -1, Decimal()), unit);
  const int result = identity.result;
  identities_.push_back(std::move(identity));
  return result;
}

void Ledger::Tie(std::string_view identity) {
  const size_t bound = identity.find("<=");
  if (bound != std::string_view::npos) {
    Identity at_most;
    at_most.form = Form::kAtMost;
    at_most.result = IndexOf(Words(identity.substr(0, bound)).front());
    at_most.terms = {{1, IndexOf(Words(identity.substr(bound + 2)).front())}};
    identities_.push_back(std::move(at_most));
    return;
  }
  const size_t equals = identity.find('=');
  CROSSFOOT_CHECK(equals != std::string_view::npos);
  Identity tied = Parse(identity.substr(equals + 1));
  tied.result = IndexOf(Words(identity.substr(0, equals)).front());
  identities_.push_back(std::move(tied));
}

void Ledger::Change(const std::string& key, const std::string& last, const std::string& diff,
                    const std::string& growth) {
  Derive(diff, Kind::kMoney, key + " - " + last);
  Derive(growth, Kind::kRate, key + " / " + last + " - 1");
  Tie(growth + " = " + diff + " // " + key);
  Last(key, last);
}

void Ledger::Open(const std::string& key) {
  for (Identity& identity : identities_) {
    identity.open = identity.open || identity.result == IndexOf(key);
  }
}

void Ledger::Last(const std::string& key, const std::string& last) {
  measures_[static_cast<size_t>(IndexOf(key))].last = last;
}

void Ledger::Scored(const std::string& key) {
  measures_[static_cast<size_t>(IndexOf(key))].scored = true;
}

void Ledger::Mistaken(const std::string& key, const std::string& other) {
  measures_[static_cast<size_t>(IndexOf(key))].mistaken = other;
}

}  // namespace crossfoot::forge
