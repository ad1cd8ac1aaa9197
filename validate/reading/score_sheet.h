// SPDX-License-Identifier: GPL-3.0-or-later
//
// A score sheet (评分表) as a tree: groups and indicators with their full marks and scores,
// whatever it was printed as: a table whose cells span rows, or the same cells one a line.
//
// A table whose head names its columns is read by them (headed_sheet.h), anything else by the order
// of its cells (headless_sheet.h). A sheet may run over several tables, as pages cut it.
//
// Tested by tests/validate/score_sheet_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/fact_set.h"

namespace crossfoot {

// Bytes [begin, end) of one text: a cell, or what stands between two pipes of a line.
struct SheetText {
  TextAddress address;
  uint32_t begin = 0;
  uint32_t end = 0;
};

struct SheetNode {
  std::string name;
  SheetText where;
  int level = 0;  // 1: first-level group, 2: second-level group, 3: indicator
  int parent = -1;
  std::vector<int> children;
  FactId weight = -1;  // full mark
  FactId score = -1;
  std::vector<SheetText> rubric;  // the descriptions and scoring rules of an indicator
};

struct ScoreSheet {
  std::vector<SheetNode> nodes;  // in reading order
  FactId total_weight = -1;
  FactId total_score = -1;
  bool doubtful = false;  // cells out of their order: sums may be confirmed, never disputed
};

std::vector<ScoreSheet> ReadScoreSheets(const Document& document, const FactSet& facts);

}  // namespace crossfoot
