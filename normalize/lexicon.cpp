// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/lexicon.h"

#include <algorithm>

#include "base/utf8.h"
#include "normalize/characters.h"
#include "normalize/lexicon_reader.h"

namespace crossfoot {
namespace {

// Width folded, blanks dropped.
std::u32string Bare(std::string_view words) {
  std::u32string bare = normalize::Fold(words);
  std::erase_if(bare, [](char32_t code) { return IsBlank(code); });
  return bare;
}

}  // namespace

bool Measures(const Metric& metric, const Fact& fact) {
  const Dimension dimension = fact.quantity.unit.dimension;
  if (metric.dimension == dimension || metric.dimension == Dimension::kNone ||
      dimension == Dimension::kNone) {
    return true;
  }
  const bool relative = dimension == Dimension::kRatio || dimension == Dimension::kPercentagePoint;
  return relative &&
         (Has(fact.qualifiers, Qualifier::kIncrease) ||
          Has(fact.qualifiers, Qualifier::kDecrease) || Has(fact.qualifiers, Qualifier::kShare) ||
          metric.dimension == Dimension::kRatio);
}

const Lexicon& Lexicon::BuiltIn() {
  static const Lexicon kBuiltIn = LexiconReader().BuildWithBuiltIn();
  return kBuiltIn;
}

Result<Lexicon> Lexicon::Read(std::string_view text, const std::string& file) {
  LexiconReader reader;
  if (auto error = reader.Add(text, file)) {
    return std::move(*error);
  }
  return reader.BuildWithBuiltIn();
}

Lexicon::UnitHit Lexicon::UnitAt(const normalize::Characters& text, size_t i) const {
  const normalize::PhraseTable::Hit hit = unit_names_.LongestAt(text, i);
  return hit && hit.value >= 0 ? UnitHit{hit.length, &units_.at(static_cast<size_t>(hit.value))}
                               : UnitHit{};
}

const Metric* Lexicon::MetricIn(std::string_view subject) const {
  const std::u32string bare = Bare(subject);
  const std::u32string_view words = bare;
  normalize::PhraseTable::Hit best;
  size_t at = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    const auto hit = metric_names_.Longest(words.substr(i));
    if (hit && hit.length >= best.length) {
      best = hit;
      at = i;
    }
  }
  return best && IsLight(words.substr(0, at)) && IsLight(words.substr(at + best.length))
             ? &metrics_.at(static_cast<size_t>(best.value))
             : nullptr;
}

bool Lexicon::NamesNothing(std::string_view subject) const { return IsLight(Bare(subject)); }

bool Lexicon::IsLight(std::u32string_view words) const {
  for (size_t i = 0; i < words.size();) {
    const size_t length = std::max(light_words_.Longest(words.substr(i)).length,
                                   scope_words_.Longest(words.substr(i)).length);
    if (length == 0 && IsHan(words[i])) {
      return false;
    }
    i += std::max<size_t>(length, 1);
  }
  return true;
}

Scope Lexicon::ScopeIn(std::string_view words) const {
  const std::u32string bare = Bare(words);
  Scope scope = Scope::kUnknown;
  for (size_t i = 0; i < bare.size();) {
    const auto hit = scope_words_.Longest(std::u32string_view(bare).substr(i));
    if (!hit) {
      ++i;
      continue;
    }
    const auto said = static_cast<Scope>(hit.value);
    scope = said == Scope::kUnknown ? scope : said;
    i += hit.length;
  }
  return scope;
}

std::string_view Lexicon::AccountName(std::string_view code) const {
  const auto account = accounts_.find(code);
  return account == accounts_.end() ? std::string_view() : std::string_view(account->second);
}

}  // namespace crossfoot
