// SPDX-License-Identifier: GPL-3.0-or-later
//
// What self-evaluations speak of, topic by topic, each in several wordings. A manner chooses the
// topics, their order, and what it says in tables instead.
//
// Tested by tests/forge/forge_test.cpp.
#pragma once

#include "bench/forge/agency.h"
#include "bench/forge/scribe.h"

namespace crossfoot::forge {

// Sets the names that phrases use: @entity @place @superior @project @task.
void Introduce(const Agency& agency, Scribe* scribe);

void TellDuties(const Agency& agency, Scribe* scribe);
void TellOffices(const Agency& agency, Scribe* scribe);
void TellStaff(Scribe* scribe);
void TellBudget(Scribe* scribe);
void TellIncome(Scribe* scribe);
void TellSpending(Scribe* scribe);
void TellBasicSpending(Scribe* scribe);
void TellProjectSpending(Scribe* scribe);
void TellThreePublic(Scribe* scribe);
void TellPurchases(Scribe* scribe);
void TellAssets(Scribe* scribe);
void TellCarryOver(Scribe* scribe);
void TellTasks(const Agency& agency, Scribe* scribe);
// One paragraph an indicator, numbered by level 2.
void TellIndicators(const Agency& agency, Scribe* scribe);
void TellScores(Scribe* scribe);
void TellProblems(Scribe* scribe);
void TellPlans(Scribe* scribe);

// 自评表: money, then indicators with weight and score.
void DrawScoreSheet(const Agency& agency, Scribe* scribe);
// 收支情况表 with execution rates.
void DrawExecutionTable(Scribe* scribe);

}  // namespace crossfoot::forge
