// SPDX-License-Identifier: GPL-3.0-or-later
//
// Findings of many reports as one SARIF 2.1.0 log (OASIS), for code-review tools and viewers.
//
// Places in paged sources are given as a page number in the location's properties and message,
// since SARIF knows lines only. Source: OASIS Static Analysis Results Interchange Format 2.1.0.
//
// Tested by tests/model/json/sarif_test.cpp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "model/record.h"

namespace crossfoot {

class SarifLog {
 public:
  void Add(const Record& record);
  void AddFailure(const Error& error);
  // Declares a rule; rules that findings name are declared by themselves with their name alone.
  void DeclareRule(const std::string& id, const std::string& name, const BilingualText& summary);
  [[nodiscard]] std::string ToJson() const;

 private:
  struct RuleInfo {
    std::string name;
    BilingualText summary;
  };
  struct Result {
    std::string path;
    Finding finding;
  };
  std::map<std::string, RuleInfo> rules_;
  std::vector<Result> results_;
  std::vector<Error> failures_;
  std::string version_;
};

}  // namespace crossfoot
