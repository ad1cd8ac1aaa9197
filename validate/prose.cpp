// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/prose.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace crossfoot {
namespace {

// A cell with more characters than this is read as prose too.
constexpr size_t kProseCellBytes = 60;
constexpr size_t kQuoteBytes = 240;

bool IsDigitAt(std::string_view text, size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

// Bytes after which a sentence ends, or 0.
size_t StopAt(std::string_view text, size_t at) {
  const Utf8Step step = DecodeUtf8(text, at);
  switch (step.code) {
    case U'。':
    case U'！':
    case U'？':
    case U'\n':
      return step.length;
    case U'.': {
      const bool decimal = (at > 0 && IsDigitAt(text, at - 1));
      const Utf8Step before = DecodeUtf8Before(text, at);
      return !decimal && before.length > 0 && IsHan(before.code) ? step.length : 0;
    }
    default:
      return 0;
  }
}

void CountBrackets(std::string_view words, int* depth) {
  for (size_t i = 0; i < words.size();) {
    const Utf8Step step = DecodeUtf8(words, i);
    i += step.length;
    if (step.code == U'（' || step.code == U'(' || step.code == U'〔' || step.code == U'[') {
      ++*depth;
    } else if ((step.code == U'）' || step.code == U')' || step.code == U'〕' ||
                step.code == U']') &&
               *depth > 0) {
      --*depth;
    }
  }
}

Passage Split(const TextAddress& address, std::string_view text, const std::vector<FactId>& inside,
              const FactSet& facts) {
  Passage out{address, text, {}, {}, -1};
  size_t begin = 0;
  size_t next_fact = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t stop = StopAt(text, at);
    at += DecodeUtf8(text, at).length;
    if (stop == 0 && at < text.size()) {
      continue;
    }
    int depth = 0;
    size_t gap = begin;
    Said* last = nullptr;
    while (next_fact < inside.size()) {
      const FactId id = inside[next_fact];
      const Anchor& anchor = facts.facts[static_cast<size_t>(id)].anchor;
      if (anchor.begin >= at) {
        break;
      }
      ++next_fact;
      if (anchor.begin < gap || anchor.end > text.size()) {
        continue;  // a figure inside another (a range): the first one stands for it
      }
      const std::string_view before = text.substr(gap, anchor.begin - gap);
      CountBrackets(before, &depth);
      if (last != nullptr) {
        last->after = before;
      }
      out.figures.push_back({id,
                             anchor.begin,
                             anchor.end,
                             before,
                             {},
                             LastClause(before),
                             static_cast<int>(out.sentences.size()),
                             depth});
      last = &out.figures.back();
      gap = anchor.end;
    }
    if (last != nullptr && gap <= at) {
      last->after = text.substr(gap, at - gap);
    }
    out.sentences.emplace_back(static_cast<uint32_t>(begin), static_cast<uint32_t>(at));
    begin = at;
  }
  return out;
}

}  // namespace

std::vector<Passage> ReadProse(const Document& document, const FactSet& facts) {
  std::vector<std::pair<TextAddress, FactId>> by_text;
  by_text.reserve(facts.facts.size());
  for (size_t i = 0; i < facts.facts.size(); ++i) {
    by_text.emplace_back(facts.facts[i].anchor.address, static_cast<FactId>(i));
  }
  std::stable_sort(by_text.begin(), by_text.end(), [&](const auto& a, const auto& b) {
    if (a.first != b.first) {
      return a.first < b.first;
    }
    return facts.facts[static_cast<size_t>(a.second)].anchor.begin <
           facts.facts[static_cast<size_t>(b.second)].anchor.begin;
  });
  std::vector<Passage> out;
  std::vector<FactId> inside;
  for (const TextAddress& address : document.AllTexts()) {
    const std::string& text = document.TextAt(address).utf8();
    const bool cell = address.part == TextAddress::Part::kCell;
    if (text.empty() || (cell && text.size() < kProseCellBytes) ||
        (!cell && address.part != TextAddress::Part::kBlock)) {
      continue;
    }
    inside.clear();
    const auto first = std::lower_bound(
        by_text.begin(), by_text.end(), address,
        [](const auto& entry, const TextAddress& wanted) { return entry.first < wanted; });
    for (auto it = first; it != by_text.end() && it->first == address; ++it) {
      inside.push_back(it->second);
    }
    out.push_back(Split(address, text, inside, facts));
    out.back().section = document.blocks[static_cast<size_t>(address.block)].section;
  }
  return out;
}

std::string_view LastClause(std::string_view words) {
  size_t from = words.size();
  while (from > 0) {
    const Utf8Step step = DecodeUtf8Before(words, from);
    if (step.length == 0 || step.code == U'，' || step.code == U',' || step.code == U'；' ||
        step.code == U';' || step.code == U'、' || step.code == U'。' || step.code == U'：' ||
        step.code == U':') {
      // "为：" and "：" right before a figure belong to its label.
      const bool colon = step.code == U'：' || step.code == U':';
      if (!(colon && TrimBlanks(words.substr(from)).empty())) {
        break;
      }
    }
    from -= step.length;
  }
  return TrimBlanks(words.substr(from));
}

std::string_view ClauseAround(std::string_view text, size_t begin, size_t end) {
  const auto is_break = [](char32_t code) {
    return code == U'，' || code == U',' || code == U'；' || code == U';' || code == U'。' ||
           code == U'\n';
  };
  begin = std::min(begin, text.size());
  end = std::clamp(end, begin, text.size());
  size_t from = begin;
  while (from > 0 && begin - from < kQuoteBytes / 2) {
    const Utf8Step step = DecodeUtf8Before(text, from);
    if (step.length == 0 || (is_break(step.code) && from != begin)) {
      break;
    }
    from -= step.length;
  }
  size_t to = end;
  while (to < text.size() && to - end < kQuoteBytes / 2) {
    const Utf8Step step = DecodeUtf8(text, to);
    if (step.length == 0 || is_break(step.code)) {
      break;
    }
    to += step.length;
  }
  return TrimBlanks(text.substr(from, to - from));
}

}  // namespace crossfoot
