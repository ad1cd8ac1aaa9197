// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/prose_facts.h"

#include <algorithm>
#include <optional>

#include "normalize/clause.h"
#include "normalize/coordination.h"
#include "normalize/interval_rule.h"
#include "normalize/period.h"
#include "normalize/subject.h"

namespace crossfoot::normalize {
namespace {

// What the sentence so far has established and later clauses lean on.
struct Established {
  std::string subject;            // the last figure's
  Scope scope = Scope::kUnknown;  // of the last amount whose scope was said
  Period period;                  // of the last year that was said
};

bool HasFullStop(const Characters& text, size_t begin, size_t end) {
  for (size_t i = begin; i < end; ++i) {
    if (IsFullStop(text[i]) && text[i] != U';') {
      return true;
    }
  }
  return false;
}

bool IsAmount(const Unit& unit) {
  return unit.dimension == Dimension::kMoney || unit.dimension == Dimension::kForeignMoney ||
         unit.dimension == Dimension::kCount || unit.dimension == Dimension::kNone;
}

// A share or a change is no budget or actual by itself; a score is one by its unit and words.
Scope ScopeOf(const Reading& reading, const Clause& clause, Scope said, Qualifier qualifiers,
              const Characters& text) {
  if (reading.unit.dimension == Dimension::kScore) {
    if (said == Scope::kScore || text.MatchBefore(clause.end, U"得")) {
      return Scope::kScore;
    }
    return clause.in_brackets ? Scope::kWeight : said;
  }
  if (reading.unit.dimension == Dimension::kRatio && said != Scope::kCompletionRate &&
      said != Scope::kTarget && said != Scope::kMidYear && said != Scope::kAchieved) {
    return Scope::kUnknown;
  }
  if (Has(qualifiers, Qualifier::kShare)) {
    return Scope::kUnknown;
  }
  return said;
}

// Reads one text's figures in order.
class ProseReader {
 public:
  ProseReader(const ScannedText& text, const Lexicon& lexicon, int report_year, FactSet* facts)
      : text_(text), lexicon_(lexicon), report_year_(report_year), facts_(*facts) {}

  void Read() {
    size_t sentence_from = 0;
    for (size_t i = 0; i < text_.readings.size(); ++i) {
      const Reading& reading = text_.readings[i];
      if (HasFullStop(text_.characters, sentence_from, reading.begin)) {
        established_ = {};
      }
      sentence_from = reading.end;
      if (!reading.is_quantity) {
        facts_.mentions.push_back(MentionOf(text_, reading));
        const Period said = PeriodOfMention(text_.characters, reading);
        if (said.kind != Period::Kind::kUnknown) {
          established_.period = said;
        }
        continue;
      }
      ReadFigure(i);
    }
  }

 private:
  void ReadFigure(size_t index) {
    const Reading& reading = text_.readings[index];
    const Characters& text = text_.characters;
    const Clause clause = ClauseOf(text, text_.readings, index);
    SubjectWords words = ReadSubject(text, clause.begin, clause.end);
    if (index >= coordinated_until_) {
      coordination_ = ReadCoordination(text, text_.readings, index, clause);
      coordinated_from_ = index;
      coordinated_until_ = index + coordination_.size();
    }
    if (index < coordinated_until_) {
      words.subject = coordination_[index - coordinated_from_];
    }
    if (words.subject.empty() && (reading.unit.dimension == Dimension::kCount ||
                                  reading.unit.dimension == Dimension::kNone)) {
      words.subject = NounBehind(text, clause.after_begin, clause.after_end);
    }
    Fact fact(text_.AnchorOf(reading.begin, reading.end),
              Quantity{reading.value, reading.unit, IntervalOf(reading, reading.unit)});
    fact.subject = words.subject.empty() ? established_.subject : words.subject;
    fact.qualifiers = reading.qualifiers | words.qualifiers;
    if (const Metric* metric = lexicon_.MetricIn(fact.subject)) {
      fact.metric = metric->id;
      fact.scope = metric->scope;
    }
    const std::string_view clause_words = text.View(clause.begin, clause.end);
    if (const Scope said = lexicon_.ScopeIn(clause_words); said != Scope::kUnknown) {
      fact.scope = said;
    } else if (fact.scope == Scope::kUnknown && (clause.after_among_which || in_parts_)) {
      fact.scope = established_.scope;
    }
    fact.scope = ScopeOf(reading, clause, fact.scope, fact.qualifiers, text);
    fact.period = PeriodOf(clause);
    Remember(fact, clause);
    facts_.facts.push_back(std::move(fact));
  }

  Period PeriodOf(const Clause& clause) const {
    Period said =
        PeriodIn(text_.characters, clause.begin, clause.end, text_.readings, report_year_);
    if (said.kind == Period::Kind::kUnknown || (said.year == report_year_ && !said.stated)) {
      // The point in time of its own words, the year of its sentence's.
      const Period& before = established_.period;
      const Period::Kind kind = said.kind;
      if (before.kind != Period::Kind::kUnknown) {
        said = before;
      } else {
        said = {report_year_, Period::Kind::kYear, false};
      }
      said.stated = false;
      said.kind = kind == Period::Kind::kUnknown ? said.kind : kind;
    }
    if (said.year == 0) {
      return {};
    }
    return said;
  }

  void Remember(const Fact& fact, const Clause& clause) {
    in_parts_ = clause.after_among_which || (in_parts_ && !clause.starts_sentence);
    established_.subject = fact.subject;
    if (!in_parts_ && IsAmount(fact.quantity.unit) && fact.scope != Scope::kUnknown) {
      established_.scope = fact.scope;
    }
  }

  const ScannedText& text_;
  const Lexicon& lexicon_;
  const int report_year_;
  FactSet& facts_;
  Established established_;
  bool in_parts_ = false;  // after 其中, until the sentence ends
  std::vector<std::string> coordination_;
  size_t coordinated_from_ = 0;
  size_t coordinated_until_ = 0;
};

}  // namespace

Mention MentionOf(const ScannedText& text, const Reading& reading) {
  return {reading.mention, text.AnchorOf(reading.begin, reading.end),
          reading.year,    reading.month,
          reading.day,     reading.ordinal};
}

void ReadProseFacts(const ScannedText& text, const Lexicon& lexicon, int report_year,
                    FactSet* facts) {
  ProseReader(text, lexicon, report_year, facts).Read();
}

}  // namespace crossfoot::normalize
