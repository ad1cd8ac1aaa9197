// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/phrase_table.h"

#include <algorithm>

namespace crossfoot::normalize {

PhraseTable::PhraseTable(std::vector<std::pair<std::u32string, int>> phrases)
    : phrases_(std::move(phrases)) {
  std::erase_if(phrases_, [](const auto& phrase) { return phrase.first.empty(); });
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  phrases_.erase(std::unique(phrases_.begin(), phrases_.end(),
                             [](const auto& a, const auto& b) { return a.first == b.first; }),
                 phrases_.end());
  for (size_t i = 0; i < phrases_.size(); ++i) {
    auto& range = first_.try_emplace(phrases_[i].first.front(), i, i).first->second;
    range.second = i + 1;
  }
}

PhraseTable::Hit PhraseTable::Longest(std::u32string_view text) const {
  Hit hit;
  const auto group = text.empty() ? first_.end() : first_.find(text.front());
  if (group == first_.end()) {
    return hit;
  }
  auto [low, high] = group->second;
  for (size_t length = 1; low < high; ++length) {
    // Here phrases [low, high) all begin with the first `length` characters of the text.
    if (phrases_[low].first.size() == length) {
      hit = {length, phrases_[low].second};
      ++low;
    }
    if (length == text.size()) {
      break;
    }
    const char32_t next = text[length];
    const auto begin = phrases_.begin() + static_cast<std::ptrdiff_t>(low);
    const auto end = phrases_.begin() + static_cast<std::ptrdiff_t>(high);
    const auto from = std::partition_point(
        begin, end, [&](const auto& phrase) { return phrase.first[length] < next; });
    const auto to = std::partition_point(
        from, end, [&](const auto& phrase) { return phrase.first[length] == next; });
    low = static_cast<size_t>(from - phrases_.begin());
    high = static_cast<size_t>(to - phrases_.begin());
  }
  return hit;
}

int PhraseTable::Find(std::u32string_view phrase) const {
  const Hit hit = Longest(phrase);
  return hit.length == phrase.size() ? hit.value : -1;
}

}  // namespace crossfoot::normalize
