// SPDX-License-Identifier: GPL-3.0-or-later
//
// Findings as compilers print them: where, how bad, what; the clause with its figure underlined,
// the second place below it, the arithmetic, the likeliest correction; then a status line for each
// report.
//
// Chinese is two columns wide: underlining counts columns, not characters. Everything from the
// report is printed as text: control characters show as U+FFFD, so that no escape sequence reaches
// the terminal.
//
// Tested by tests/cli/cli_test.py.
#pragma once

#include <string>

#include "cli/command_line.h"
#include "model/record.h"

namespace crossfoot {

struct TerminalStyle {
  Language language = Language::kEnglish;
  bool color = false;
  bool quiet = false;
  bool verbose = false;
  size_t width = 100;  // columns

  // Colour only on a terminal, and never where NO_COLOR is set.
  static TerminalStyle OfStandardOutput(const CheckOptions& options);
};

class TerminalReport {
 public:
  explicit TerminalReport(const TerminalStyle& style) : style_(style) {}

  // One report: its findings and its status line.
  std::string Print(const Record& record);
  void CountFailure() { ++failures_; }
  // A last line over all reports; empty for a single one.
  [[nodiscard]] std::string PrintSummary() const;

 private:
  [[nodiscard]] std::string PrintFinding(const Record& record, const Finding& finding) const;
  [[nodiscard]] std::string PrintEvidence(const std::vector<Evidence>& evidence) const;
  [[nodiscard]] std::string StatusLine(const Record& record) const;
  [[nodiscard]] std::string Paint(std::string_view text, std::string_view code) const;
  [[nodiscard]] std::string_view Say(std::string_view zh, std::string_view en) const;
  [[nodiscard]] const std::string& Say(const BilingualText& text) const;

  TerminalStyle style_;
  int reports_ = 0;
  int inconsistent_ = 0;
  int untested_ = 0;
  int failures_ = 0;
  int errors_ = 0;
  int warnings_ = 0;
};

}  // namespace crossfoot
