// SPDX-License-Identifier: GPL-3.0-or-later
//
// What check found, as one HTML file with everything in it: opened anywhere, sent by mail, printed.
//
// Tested by tests/cli/first_use_test.py and tests/browser/site.mjs.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/command_line.h"
#include "extract/extract.h"
#include "model/record.h"

namespace crossfoot {

class HtmlReport {
 public:
  explicit HtmlReport(Language language) : chinese_(language == Language::kChinese) {}

  // A report with pictures of the pages that its findings point at, or its text.
  void Add(const Record& record, const Source& source);
  void AddFailure(const Error& error);
  [[nodiscard]] std::string Print() const;

 private:
  bool chinese_;
  std::vector<std::string> reports_;   // JSON
  std::vector<std::string> failures_;  // JSON
};

}  // namespace crossfoot
