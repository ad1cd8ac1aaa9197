// SPDX-License-Identifier: GPL-3.0-or-later
//
// Comparisons as rows of the store: a group's rows replace those it had, and the findings (COR) of
// the reports concerned are made anew from them.
//
// Tested by tests/corpus/across_test.cpp.
#pragma once

#include <map>
#include <set>
#include <string>

#include "base/result.h"
#include "corpus/across/cross_rule.h"
#include "corpus/sqlite.h"

namespace crossfoot {

class AcrossRows {
 public:
  explicit AcrossRows(Database& corpus) : corpus_(corpus) {}

  // Drops what the group had; Put follows for each comparison; Close brings the findings up to
  // date.
  Result<Done> Open(const std::string& group);
  Result<Done> Put(const CrossRule& rule, const StoredReport& report, const StoredReport* other,
                   Comparison comparison);
  Result<Done> Close();

 private:
  Result<Done> RefreshFindings(const std::string& source);
  Result<Statement*> Prepared(const std::string& sql);

  Database& corpus_;
  std::map<std::string, Statement> prepared_;
  std::string group_;
  int64_t n_ = 0;
  std::set<std::string> ids_;      // of this group
  std::set<std::string> sources_;  // whose findings may have changed
};

}  // namespace crossfoot
