// SPDX-License-Identifier: GPL-3.0-or-later
//
// Findings that a person looked at and does not want told again, each with the reason why.
//
//   [[suppress]]
//   id = "3f0c52a1b2c4d5e6"            # a finding's id …
//   reason = "the bureau confirmed that the table is right"
//
//   [[suppress]]
//   rule = "SUM101"                    # … or a rule by id or name, where a quote narrows it down:
//   quote = "全年共发布山洪灾害预警信息"    # words of the finding's evidence or message
//   file = "report.txt"                # the end of the source's path; perhaps
//   line = 23                          # and where its first place stands; or page = 4
//   reason = "the leaflet counts drills too"
//
// A suppression that no report made use of is reported: it hides nothing any more, or never did.
//
// Tested by tests/validate/suppression_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/record.h"

namespace crossfoot {

class Suppressions {
 public:
  // Errors (kBrokenConfig) name `file`, the line and the key.
  static Result<Suppressions> Parse(std::string_view text, const std::string& file);

  // Marks the findings of `record` that a suppression names with its reason.
  void Apply(Record* record);

  // "file:line: …" of every suppression that marked nothing so far.
  [[nodiscard]] std::vector<std::string> Unused() const;

 private:
  struct Entry {
    std::string id;
    std::string rule;
    std::string quote;
    std::string file;
    int line = 0;
    int page = 0;
    std::string reason;
    int at = 0;  // its line in the file
    bool used = false;
  };
  static bool Matches(const Entry& entry, const Record& record, const Finding& finding);

  std::string file_;
  std::vector<Entry> entries_;
};

}  // namespace crossfoot
