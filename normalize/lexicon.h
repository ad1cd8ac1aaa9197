// SPDX-License-Identifier: GPL-3.0-or-later
//
// The vocabulary of a field: units and classifiers, canonical metrics with their aliases, words of
// scope, account codes and names. Data in TOML (normalize/lexicon/); what ships is compiled in, and
// users add files of their own, which are read first and so override:
//
//   classifiers = ["艘次"]
//
//   [[metric]]
//   id = "port.throughput"          # required
//   names = ["货物吞吐量", "吞吐量"]   # required; the first is the canonical one
//   dimension = "mass"              # as in model/unit.h; default "none"
//   scope = "actual"                # where the name itself says it
//   generic = true                  # of what the sentence speaks of; default false
//   formula = "…"                   # for people
//   source = "…"
//
//   [[scope]]
//   scope = "target"
//   words = ["考核目标"]
//
//   light = ["港区"]                 # words that may stand beside a metric's name
//
//   [economic]                      # and [function]: account codes
//   "30101" = "基本工资"
//
// A name given again under another id belongs to the first; an id given again gains names.
//
// Tested by tests/normalize/lexicon_test.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/fact.h"
#include "model/unit.h"
#include "normalize/phrase_table.h"

namespace crossfoot {

struct Metric {
  std::string id;
  std::string name;
  Dimension dimension = Dimension::kNone;
  Scope scope = Scope::kUnknown;
  bool generic = false;  // 预算数: of what the sentence speaks of, where it speaks of something
  std::string formula;
  std::string source;
};

// The figure can be one of this metric's: its unit is of the metric's dimension, or it is a change
// or share of it in percent, or it is bare. 罚款 1043 宗 is no amount of money.
bool Measures(const Metric& metric, const Fact& fact);

class Lexicon {
 public:
  // The lexicon that ships: Chinese government reports.
  static const Lexicon& BuiltIn();

  // The built-in lexicon with a user's file laid over it. Errors (kBrokenConfig) name the file, the
  // line and the key.
  static Result<Lexicon> Read(std::string_view text, const std::string& file);

  [[nodiscard]] const std::string& version() const { return version_; }

  // The unit whose symbol is the longest that stands at character `i`; length 0 if there is none.
  struct UnitHit {
    size_t length = 0;
    const Unit* unit = nullptr;
  };
  [[nodiscard]] UnitHit UnitAt(const normalize::Characters& text, size_t i) const;

  // The metric with the longest name that stands in `subject` (width and blanks do not matter); of
  // equally long ones the last. What else stands there must be words of scope or light words (核定,
  // 本年): 临聘人员经费 is not the metric 人员经费, but a part of it. nullptr: unknown. Linear in
  // the subject.
  [[nodiscard]] const Metric* MetricIn(std::string_view subject) const;

  // The words say scope, period and the like but name nothing: 年初预算数, 实际支出.
  [[nodiscard]] bool NamesNothing(std::string_view subject) const;

  // The scope that the words say; kUnknown if they say none.
  [[nodiscard]] Scope ScopeIn(std::string_view words) const;

  // The name of an account code (2080505, 30101), or empty.
  [[nodiscard]] std::string_view AccountName(std::string_view code) const;

 private:
  friend class LexiconReader;

  [[nodiscard]] bool IsLight(std::u32string_view words) const;

  std::string version_;
  std::vector<Unit> units_;
  std::vector<Metric> metrics_;
  std::map<std::string, std::string, std::less<>> accounts_;
  normalize::PhraseTable unit_names_;    // index in units_, or -1 for a word that is none
  normalize::PhraseTable metric_names_;  // index in metrics_
  normalize::PhraseTable scope_words_;   // a Scope
  normalize::PhraseTable light_words_;
};

}  // namespace crossfoot
