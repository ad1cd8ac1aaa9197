// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/indicator_prose.h"

#include <algorithm>

#include "base/utf8.h"

namespace crossfoot::normalize {
namespace {

constexpr size_t kLongestName = 40;

size_t Find(const Characters& text, std::u32string_view words, size_t from) {
  const size_t found = text.Folded(0, text.size()).find(words, from);
  return found == std::u32string_view::npos ? text.size() : found;
}

// 指标① or 指标1 at `i`: where the name begins; 0 if it is not one.
size_t NameBegin(const Characters& text, size_t i) {
  if (!text.Match(i, U"指标")) {
    return 0;
  }
  size_t at = text.SkipBlanks(i + 2);
  const char32_t code = text[at];
  const bool circled = code >= U'①' && code <= U'⑳';
  if (!circled && (code < U'0' || code > U'9')) {
    return 0;
  }
  ++at;
  while (text[at] >= U'0' && text[at] <= U'9') {
    ++at;
  }
  at = text.SkipBlanks(at);
  return text[at] == U':' ? text.SkipBlanks(at + 1) : at;
}

struct Value {
  std::string words;
  FactId fact = -1;
};

// The words behind `label` and a colon, up to a stop, with the fact that stands in them.
Value ValueBehind(const ScannedText& text, size_t from, size_t until, std::u32string_view label,
                  const FactSet& facts) {
  Value value;
  const Characters& characters = text.characters;
  size_t at = Find(characters, label, from);
  if (at >= until) {
    return value;
  }
  at = characters.SkipBlanks(at + label.size());
  if (characters[at] == U':') {
    at = characters.SkipBlanks(at + 1);
  }
  size_t end = at;
  while (end < until && characters[end] != U',' && characters[end] != U';' &&
         characters[end] != U'。' && characters[end] != U'、') {
    ++end;
  }
  value.words = std::string(TrimBlanks(characters.View(at, end)));
  const uint32_t begin_byte = characters.ByteOf(at);
  const uint32_t end_byte = characters.ByteOf(end);
  const auto fact = std::lower_bound(
      facts.facts.begin(), facts.facts.end(), begin_byte, [&](const Fact& one, uint32_t byte) {
        return std::pair(one.anchor.address, one.anchor.begin) < std::pair(text.address, byte);
      });
  if (fact != facts.facts.end() && fact->anchor.address == text.address &&
      fact->anchor.begin < end_byte) {
    value.fact = static_cast<FactId>(fact - facts.facts.begin());
  }
  return value;
}

// The name a heading gives a level: 指标一：履职效能 → 履职效能, 数量指标： → 数量指标.
std::string LevelName(std::string_view title) {
  const Characters text(title);
  size_t begin = 0;
  size_t end = text.SkipBlanksBack(text.size());
  while (end > 0 && (text[end - 1] == U':' || text[end - 1] == U'。')) {
    --end;
  }
  if (text.Match(0, U"指标") || text.Match(0, U"一级指标") || text.Match(0, U"二级指标")) {
    for (size_t i = 0; i < end; ++i) {
      if (text[i] == U':') {
        begin = text.SkipBlanks(i + 1);
        break;
      }
    }
  }
  return std::string(TrimBlanks(text.View(begin, end)));
}

}  // namespace

void ReadIndicatorProse(const Document& document, const std::vector<ScannedText>& texts,
                        FactSet* facts) {
  for (const ScannedText& text : texts) {
    const Characters& characters = text.characters;
    if (text.address.part != TextAddress::Part::kBlock) {
      continue;
    }
    for (size_t i = 0; i < characters.size(); ++i) {
      const size_t name_begin = NameBegin(characters, i);
      if (name_begin == 0) {
        continue;
      }
      const size_t value_at = Find(characters, U"指标值", name_begin);
      if (value_at >= characters.size() || value_at > name_begin + kLongestName) {
        continue;
      }
      size_t name_end = characters.SkipBlanksBack(value_at);
      if (characters.Before(name_end) == U',' || characters.Before(name_end) == U';') {
        name_end = characters.SkipBlanksBack(name_end - 1);
      }
      // Up to the next indicator of the same paragraph.
      size_t until = value_at;
      while (until < characters.size() && NameBegin(characters, until) == 0) {
        ++until;
      }
      Indicator indicator;
      indicator.level3 = FoldLabel(characters.View(name_begin, name_end));
      const Value target = ValueBehind(text, value_at, until, U"指标值", *facts);
      Value actual = ValueBehind(text, value_at, until, U"自评完成值", *facts);
      if (actual.words.empty()) {
        actual = ValueBehind(text, value_at, until, U"实际完成值", *facts);
      }
      const Value rate = ValueBehind(text, value_at, until, U"完成率", *facts);
      indicator.target = target.words;
      indicator.target_fact = target.fact;
      indicator.actual = actual.words;
      indicator.actual_fact = actual.fact;
      indicator.rate = rate.words;
      indicator.rate_fact = rate.fact;
      int section = document.blocks.at(static_cast<size_t>(text.address.block)).section;
      if (section >= 0) {
        const Section& inner = document.outline.at(static_cast<size_t>(section));
        indicator.level2 = LevelName(inner.title);
        if (inner.parent >= 0) {
          indicator.level1 =
              LevelName(document.outline.at(static_cast<size_t>(inner.parent)).title);
        }
      }
      indicator.anchor = text.AnchorOf(name_begin, name_end);
      facts->indicators.push_back(std::move(indicator));
      i = until - 1;
    }
  }
}

}  // namespace crossfoot::normalize
