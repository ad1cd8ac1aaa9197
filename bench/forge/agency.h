// SPDX-License-Identifier: GPL-3.0-or-later
//
// An invented public body and its year: money, staff, assets, purchases, indicators and scores,
// consistent by construction. Every amount is a whole number of fen; with `odd_fen` amounts are not
// whole hundreds of 元, so that figures in 万元 are rounded each on its own.
//
// Tested by tests/forge/forge_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "bench/forge/ledger.h"
#include "bench/forge/random.h"

namespace crossfoot::forge {

struct Indicator {
  std::string group;   // 产出指标
  std::string level2;  // 数量指标
  std::string name;    // 开展业务培训场次
  std::string sign;    // ≥
  std::string key;     // "i3": measures i3.target, i3.actual, i3.rate, i3.weight, i3.score
};

struct Agency {
  Ledger ledger;
  std::string place;     // 青竹县
  std::string entity;    // 青竹县档案馆
  std::string superior;  // 青竹县文化和旅游局
  std::string project;   // a project's name
  int year = 0;
  std::vector<std::string> offices;   // as many as measure "offices"
  std::vector<std::string> tasks;     // kinds of work counted: measures task, task.0, task.1 …
  std::string task;                   // 全年共开展现场检查
  std::vector<Indicator> indicators;  // grouped by level2
  std::string execution;  // the rate of execution that is scored: "exec" or "exec.project"
};

// Scored for all its spending, or for its projects' alone (exec.score).
enum class Scored { kAll, kProjects };

Agency DrawAgency(uint64_t seed, bool odd_fen, Scored scored = Scored::kAll);

// 青竹县, and the like: names that no place bears.
std::string DrawPlace(Random* random);

// Cuts `whole` into `parts` pieces, none under a fiftieth, all whole multiples of `step`.
std::vector<int64_t> Cut(int64_t whole, int parts, int64_t step, Random* random);

}  // namespace crossfoot::forge
