// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/indicator_tellings.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/reading/measure_words.h"

namespace crossfoot {
namespace {

constexpr size_t kLeastName = 12;  // bytes: four characters; shorter names stand in other words
constexpr size_t kMostNames = 400;

// The indicators of the sheets by their third-level names as printed.
std::map<std::string_view, int> NamesOf(const FactSet& facts) {
  std::map<std::string_view, int> names;
  for (size_t i = 0; i < facts.indicators.size(); ++i) {
    const Indicator& one = facts.indicators[i];
    if (one.table < 0 || one.level3.size() < kLeastName) {
      continue;
    }
    const auto [it, added] = names.emplace(one.level3, static_cast<int>(i));
    if (!added) {
      it->second = -1;
    }
  }
  std::erase_if(names, [](const auto& name) { return name.second < 0; });
  if (names.size() > kMostNames) {
    names.clear();
  }
  return names;
}

// The name opens its clause: a number, a mark, a stop, or nothing stands before it.
bool OpensItsClause(std::string_view text, size_t at) {
  static const Pattern kOpening("(?:^|[①②③④⑤⑥⑦⑧⑨⑩。；;：:、，,．.）)\\s“]|\\d|其中)$");
  return kOpening.Contains(text.substr(at < 8 ? 0 : at - 8, std::min<size_t>(at, 8)));
}

struct Named {
  size_t begin;
  size_t end;
  int indicator;
};

std::vector<Named> NamedIn(std::string_view text, const std::map<std::string_view, int>& names) {
  std::vector<Named> found;
  for (const auto& [name, indicator] : names) {
    for (size_t at = text.find(name); at != std::string_view::npos;
         at = text.find(name, at + name.size())) {
      // A comma or colon after it: 社会公众满意度调查 is another thing.
      static const Pattern kAfter("^\\s*(?:[，,：:]|年度指标值|指标值|目标值|年度目标)");
      if (OpensItsClause(text, at) && kAfter.Contains(text.substr(at + name.size(), 24))) {
        found.push_back({at, at + name.size(), indicator});
      }
    }
  }
  std::sort(found.begin(), found.end(),
            [](const Named& a, const Named& b) { return a.begin < b.begin; });
  return found;
}

void Take(const FactSet& facts, const Said& said, IndicatorTelling* telling) {
  const Fact& fact = facts.facts[static_cast<size_t>(said.fact)];
  const std::string words = FoldLabel(said.label);
  FactId* place = nullptr;
  if (ContainsAny(words, "上年|去年|比|较|扣")) {
    return;
  }
  if (ContainsAny(words, "完成率|达成率") && fact.quantity.unit.dimension == Dimension::kRatio &&
      telling->actual >= 0) {
    place = &telling->rate;
  } else if (ContainsAny(words, "指标值|目标值|年度目标|计划")) {
    place = &telling->target;
  } else if (ContainsAny(words, "完成值|实际完成|完成数")) {
    place = &telling->actual;
  } else if (ContainsAny(words, "分值|权重|满分")) {
    place = &telling->weight;
  } else if (words.starts_with("得") || ContainsAny(words, "得分")) {
    place = &telling->score;
  }
  if (place != nullptr && *place < 0) {
    *place = said.fact;
  }
}

}  // namespace

std::vector<IndicatorTelling> ReadIndicatorTellings(const FactSet& facts,
                                                    const std::vector<Passage>& prose) {
  std::vector<IndicatorTelling> tellings;
  const std::map<std::string_view, int> names = NamesOf(facts);
  if (names.empty()) {
    return tellings;
  }
  for (const Passage& passage : prose) {
    if (passage.address.part != TextAddress::Part::kBlock || passage.figures.empty()) {
      continue;
    }
    const std::vector<Named> named = NamedIn(passage.text, names);
    for (size_t n = 0; n < named.size(); ++n) {
      const size_t until = n + 1 < named.size() ? named[n + 1].begin : passage.text.size();
      IndicatorTelling telling;
      telling.indicator = named[n].indicator;
      int sentence = -1;
      for (const Said& said : passage.figures) {
        if (said.begin < named[n].end || said.begin >= until ||
            (sentence >= 0 && said.sentence != sentence)) {
          continue;
        }
        sentence = said.sentence;
        Take(facts, said, &telling);
      }
      if (telling.target >= 0 || telling.actual >= 0 || telling.weight >= 0 || telling.score >= 0) {
        tellings.push_back(telling);
      }
    }
  }
  return tellings;
}

}  // namespace crossfoot
