// SPDX-License-Identifier: GPL-3.0-or-later
//
// The accounts of an invented department: income and expenditure by functional account (类 款 项),
// by economic classification, by fund, with carry-over, such that the nine tables of final
// accounts, or of a budget, agree with each other.
//
// Measures, for an account code c (and without ".c" for the whole):
//   in.c = in.f.c + in.o.c        income: fiscal, other
//   out.c = out.b.c + out.p.c     expenditure: basic, project
//   five.c = five.b.c + five.p.c  of the general public budget's fiscal money alone
//   e.301 = e.30101 + …           basic expenditure by economic classification
//   begin end fbegin fend         carry-over, whole and fiscal
//
// Tested by tests/forge/forge_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "bench/forge/ledger.h"
#include "bench/forge/random.h"
#include "bench/forge/scribe.h"

namespace crossfoot::forge {

struct Account {
  std::string code;
  std::string name;
};

struct Accounts {
  Ledger ledger;
  std::string place;
  std::string entity;
  int year = 0;
  std::vector<Account> functional;  // in order of codes: 类, its 款, their 项
  std::vector<Account> economic;    // 301, 30101, …
  std::string other_leaf;           // the 项 that other money is spent on; empty: none
  std::vector<std::string> units;   // subordinate units: measure "units"
};

Accounts DrawAccounts(uint64_t seed, bool odd_fen);

// The 类 among the functional accounts, in order.
std::vector<Account> Classes(const Accounts& accounts);
void Introduce(const Accounts& accounts, Scribe* scribe);

}  // namespace crossfoot::forge
