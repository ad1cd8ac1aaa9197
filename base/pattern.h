// SPDX-License-Identifier: GPL-3.0-or-later
//
// A regular expression over UTF-8 that runs in time linear in its text (RE2 behind it; the one
// place that includes RE2). Offsets are bytes. Compiled once, used from any thread.
//
//   static const Pattern kShare("占(?:本年)?(支出|收入)");
//   for (Pattern::Match m; kShare.Find(text, at, &m); at = m.end) { … m.group[1] … }
//
// Tested by tests/base/pattern_test.cpp.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace crossfoot {

class Pattern {
 public:
  struct Match {
    size_t begin = 0;
    size_t end = 0;
    // group[0] is the whole; a group that took no part has data() == nullptr.
    std::vector<std::string_view> group;
  };

  // Precondition: `expression` is one of ours and compiles (RE2 syntax); a mistake in it is a bug.
  explicit Pattern(std::string_view expression);
  ~Pattern();
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  // The leftmost match that begins at byte `from` or later; text before `from` still counts for ^
  // and \b.
  bool Find(std::string_view text, size_t from, Match* match) const;
  [[nodiscard]] bool Contains(std::string_view text) const;
  [[nodiscard]] bool FullMatch(std::string_view text, Match* match = nullptr) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace crossfoot
