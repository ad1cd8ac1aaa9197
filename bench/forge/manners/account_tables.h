// SPDX-License-Identifier: GPL-3.0-or-later
//
// The nine tables of final accounts (部门决算表), as the national form prints them.
//
// Tested by tests/forge/forge_test.cpp.
#pragma once

#include "bench/forge/accounts.h"
#include "bench/forge/scribe.h"

namespace crossfoot::forge {

void DrawIncomeAndSpending(const Accounts& accounts, Scribe* scribe);  // 收入支出决算总表
void DrawIncome(const Accounts& accounts, Scribe* scribe);
void DrawSpending(const Accounts& accounts, Scribe* scribe);
void DrawFiscal(const Accounts& accounts, Scribe* scribe);  // 财政拨款收入支出决算总表
void DrawGeneralBudget(const Accounts& accounts, Scribe* scribe);
void DrawBasicByEconomy(const Accounts& accounts, Scribe* scribe);
void DrawThreePublic(Scribe* scribe);
void DrawEmptyFund(const std::string& fund, Scribe* scribe);

}  // namespace crossfoot::forge
