// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads from a record what is drawn into the report itself: findings with their places, sums that
// hold within rounding, figures that the report confirms.
//
// Tested by tests/model/json/page_json_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/record.h"

namespace crossfoot {

// A figure with its place, and what is said of it.
struct MarkedFigure {
  Place place;
  std::string text;
  std::string remark;  // the arithmetic
};

struct ReportMarks {
  std::string title;
  std::string entity;
  int year = 0;
  std::string path;
  std::string sha256;
  std::string program;            // version
  std::vector<Finding> findings;  // evidence, arithmetic and messages; facts and relations unset
  std::vector<MarkedFigure> rounding;
  std::vector<MarkedFigure> confirmed;
  int held = 0;  // relations
  int rounded = 0;
  int violated = 0;
  int unevaluated = 0;
};

// Error (kBrokenMarkup): is no record.
Result<ReportMarks> ReadMarks(std::string_view record_json);

}  // namespace crossfoot
