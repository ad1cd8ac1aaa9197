// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/pattern.h"

#include <re2/re2.h>

#include "base/check.h"

namespace crossfoot {

struct Pattern::Compiled {
  explicit Compiled(std::string_view expression, const RE2::Options& options)
      : re(re2::StringPiece(expression.data(), expression.size()), options) {}
  RE2 re;
};

Pattern::Pattern(std::string_view expression) {
  RE2::Options options;
  options.set_log_errors(false);
  compiled_ = std::make_unique<Compiled>(expression, options);
  CROSSFOOT_CHECK(compiled_->re.ok());
}

Pattern::~Pattern() = default;

namespace {

bool Run(const RE2& re, std::string_view text, size_t from, RE2::Anchor anchor,
         Pattern::Match* match) {
  if (from > text.size()) {
    return false;
  }
  const int groups = match == nullptr ? 0 : re.NumberOfCapturingGroups() + 1;
  std::vector<re2::StringPiece> found(static_cast<size_t>(groups));
  if (!re.Match(re2::StringPiece(text.data(), text.size()), from, text.size(), anchor, found.data(),
                groups)) {
    return false;
  }
  if (match != nullptr) {
    match->group.clear();
    for (const re2::StringPiece& piece : found) {
      match->group.emplace_back(piece.data() == nullptr
                                    ? std::string_view()
                                    : std::string_view(piece.data(), piece.size()));
    }
    match->begin = static_cast<size_t>(found[0].data() - text.data());
    match->end = match->begin + found[0].size();
  }
  return true;
}

}  // namespace

bool Pattern::Find(std::string_view text, size_t from, Match* match) const {
  return Run(compiled_->re, text, from, RE2::UNANCHORED, match);
}

bool Pattern::Contains(std::string_view text) const {
  return Run(compiled_->re, text, 0, RE2::UNANCHORED, nullptr);
}

bool Pattern::FullMatch(std::string_view text, Match* match) const {
  return Run(compiled_->re, text, 0, RE2::ANCHOR_BOTH, match);
}

}  // namespace crossfoot
