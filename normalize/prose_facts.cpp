// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/prose_facts.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "normalize/clause.h"
#include "normalize/coordination.h"
#include "normalize/interval_rule.h"
#include "normalize/period.h"
#include "normalize/subject.h"

namespace crossfoot::normalize {
namespace {

// What the sentence so far has established and later clauses lean on.
struct Established {
  std::string subject;             // the last figure's
  std::string amount;              // the last amount's
  const Metric* metric = nullptr;  // of the last amount that named one
  std::string formula;  // what a formula is of: 控制率 in 控制率=实际支出/预算*100%
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

// 万, 亿 with no unit behind them.
bool IsBareMagnitude(const Unit& unit) {
  return unit.dimension == Dimension::kNone && unit.source == UnitSource::kBeside &&
         !unit.symbol.empty();
}

bool IsOfMoney(const Metric* metric, std::string_view subject) {
  if (metric != nullptr) {
    return metric->dimension == Dimension::kMoney;
  }
  for (const std::string_view noun : {"经费", "资金", "金额", "罚款", "罚没款", "拨款", "补助",
                                      "费用", "款项", "总额", "投资", "投入", "预算", "支出"}) {
    if (subject.ends_with(noun)) {
      return true;
    }
  }
  return false;
}

// A share or a change is no budget or actual by itself; a score is one by its unit and words.
Scope ScopeOf(const Reading& reading, const Clause& clause, Scope said, Qualifier qualifiers,
              const Characters& text) {
  if (reading.unit.dimension == Dimension::kScore) {
    said = said == Scope::kScore || said == Scope::kWeight ? said : Scope::kUnknown;
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
  ProseReader(const ScannedText& text, const Lexicon& lexicon, FactSet* facts)
      : text_(text),
        lexicon_(lexicon),
        report_year_(facts->identity.year),
        entity_(Fold(facts->identity.entity)),
        facts_(*facts),
        item_(ItemName()) {}

  void Read() {
    size_t sentence_from = 0;
    for (size_t i = 0; i < text_.readings.size(); ++i) {
      const Reading& reading = text_.readings[i];
      if (HasFullStop(text_.characters, sentence_from, reading.begin)) {
        if (!sentence_topic_.empty()) {
          topic_ = std::exchange(sentence_topic_, "");
        }
        established_ = {};
        in_parts_ = false;
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
    const bool awarded = reading.unit.dimension == Dimension::kScore && clause.end > clause.begin &&
                         text.Before(clause.end) == U'得';
    SubjectWords words = ReadSubject(text, AfterEntity(clause.begin, clause.end),
                                     awarded ? clause.end - 1 : clause.end,
                                     reading.unit.dimension == Dimension::kRatio);
    if (index >= coordinated_until_) {
      coordination_ = ReadCoordination(text, text_.readings, index, clause);
      coordinated_from_ = index;
      coordinated_until_ = index + coordination_.size();
    }
    if (index < coordinated_until_) {
      words.subject = coordination_[index - coordinated_from_];
    }
    if ((reading.unit.dimension == Dimension::kCount ||
         reading.unit.dimension == Dimension::kNone) &&
        words.qualifiers == Qualifier::kNone && IsOnlyAVerb(words.subject)) {
      if (std::string noun = NounBehind(text, clause.after_begin, clause.after_end);
          !noun.empty()) {
        words.subject = std::move(noun);
      }
    }
    Fact fact(text_.AnchorOf(reading.begin, reading.end),
              Quantity{reading.value, reading.unit, IntervalOf(reading, reading.unit)});
    const char32_t sign = text.Before(text.SkipBlanksBack(reading.context_begin));
    if (sign == U'*' || sign == U'×') {
      // A constant of a formula is of nothing: × 100%.
      facts_.facts.push_back(std::move(fact));
      return;
    }
    const bool result = sign == U'=' && words.subject.empty();
    if (!result && !ContinuesFormula(index)) {
      established_.formula = FormulaBehind(clause, words.subject);
    }
    const bool in_formula = !established_.formula.empty() && words.qualifiers == Qualifier::kNone;
    fact.subject = !words.subject.empty() ? words.subject
                   : in_formula           ? established_.formula
                   : Has(words.qualifiers, Qualifier::kShare) && !established_.amount.empty()
                       ? established_.amount  // 执行率100%，占总支出的90%: of what was spent
                       : established_.subject;
    if (fact.subject.empty() && words.qualifiers != Qualifier::kNone) {
      fact.subject = topic_;
    }
    if (!item_.empty() && lexicon_.NamesNothing(fact.subject)) {
      fact.subject = item_ + (fact.subject.empty() ? "" : " " + fact.subject);
    }
    fact.qualifiers = reading.qualifiers | words.qualifiers;
    const Metric* named = lexicon_.MetricIn(fact.subject);
    if (IsBareMagnitude(reading.unit) && IsOfMoney(named, fact.subject)) {
      fact.quantity.unit.dimension = Dimension::kMoney;  // 罚款38万, without 元
    }
    if (const Metric* metric = MetricOf(fact, named);
        metric != nullptr && Measures(*metric, fact)) {
      fact.metric = metric->id;
      fact.scope = metric->scope;
    }
    const std::string_view clause_words = text.View(clause.begin, clause.end);
    if (fact.scope != Scope::kUnknown) {
      // A name that says its scope itself: 年末结转.
    } else if (const Scope said = lexicon_.ScopeIn(clause_words); said != Scope::kUnknown) {
      fact.scope = said;
    } else if (clause.after_among_which || in_parts_) {
      fact.scope = established_.scope;
    }
    fact.scope = ScopeOf(reading, clause, fact.scope, fact.qualifiers, text);
    const Period base = PeriodOfBase(text, text_.readings, index, report_year_);
    fact.period = base.kind == Period::Kind::kUnknown ? PeriodOf(clause) : base;
    Remember(fact, clause, named);
    facts_.facts.push_back(std::move(fact));
  }

  // The name of the numbered item that the text is, if it opens with one: up to its first stop.
  [[nodiscard]] std::string ItemName() const {
    constexpr size_t kLongest = 60;
    const Characters& text = text_.characters;
    if (text_.readings.empty() || text_.readings.front().mention != MentionKind::kOrdinal ||
        text_.readings.front().is_quantity || text_.readings.front().begin != text.SkipBlanks(0)) {
      return "";
    }
    const size_t begin = text_.readings.front().end;
    const size_t figure = text_.readings.size() > 1 ? text_.readings[1].begin : text.size();
    for (size_t i = begin; i < figure && i < begin + kLongest; ++i) {
      if (text[i] == U':' || text[i] == U'。') {
        const std::string name(TrimBlanks(text.View(begin, i)));
        return IsAccountName(name) ? name : "";
      }
      if (text[i] == U',') {
        break;
      }
    }
    return "";
  }

  // 行政运行（项）: an account, whatever level; other items are headings that run in.
  static bool IsAccountName(std::string_view name) {
    const std::string folded = FoldLabel(name);
    return folded.find("(项)") != std::string::npos || folded.find("(款)") != std::string::npos ||
           folded.find("(类)") != std::string::npos;
  }

  [[nodiscard]] size_t AfterEntity(size_t begin, size_t end) const {
    return !entity_.empty() && begin + entity_.size() < end &&
                   text_.characters.Match(begin, entity_)
               ? begin + entity_.size()
               : begin;
  }

  // The metric its subject names; where that only says 实际支出 or 预算数, what the sentence speaks
  // of.
  const Metric* MetricOf(const Fact& fact, const Metric* metric) const {
    const bool leans = (metric == nullptr && lexicon_.NamesNothing(fact.subject)) ||
                       (metric != nullptr && metric->generic);
    return leans && established_.metric != nullptr ? established_.metric : metric;
  }

  // An operator stands between the figure before and this one: 2.84万元/预算|3.22万元.
  [[nodiscard]] bool ContinuesFormula(size_t index) const {
    if (index == 0 || !text_.readings[index - 1].is_quantity) {
      return false;
    }
    const Characters& text = text_.characters;
    size_t at = text.SkipBlanks(text_.readings[index - 1].end);
    while (text[at] == U')') {
      at = text.SkipBlanks(at + 1);
    }
    switch (text[at]) {
      case U'+':
      case U'-':
      case U'*':
      case U'/':
      case U'×':
      case U'÷':
        return true;
      default:
        return false;
    }
  }

  // The words a formula's first figure stands behind: 控制率: in 控制率:实际支出|2.84|/预算….
  [[nodiscard]] std::string FormulaBehind(const Clause& clause, const std::string& subject) const {
    const Characters& text = text_.characters;
    size_t end = text.SkipBlanksBack(clause.begin);
    while (end > 0 && text[end - 1] == U'(') {
      end = text.SkipBlanksBack(end - 1);
    }
    if (end == 0 || (text[end - 1] != U':' && text[end - 1] != U'=')) {
      return subject;
    }
    size_t begin = --end;
    while (begin > 0 && end - begin < kMostWords && !IsClauseStop(text[begin - 1])) {
      --begin;
    }
    const std::string head = ReadSubject(text, begin, end, false).subject;
    return head.empty() ? subject : head;
  }

  [[nodiscard]] Period PeriodOf(const Clause& clause) const {
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

  void Remember(const Fact& fact, const Clause& clause, const Metric* metric) {
    in_parts_ = clause.after_among_which || (in_parts_ && !clause.starts_sentence);
    established_.subject = fact.subject;
    if (fact.quantity.unit.dimension != Dimension::kRatio) {
      established_.amount = fact.subject;
    }
    if (sentence_topic_.empty()) {
      sentence_topic_ = fact.subject;
    }
    if (item_.empty() && IsAccountName(fact.subject)) {
      item_ = fact.subject;
    }
    if (!in_parts_ && metric != nullptr && !metric->generic && !fact.metric.empty() &&
        metric->dimension == fact.quantity.unit.dimension &&
        metric->dimension != Dimension::kRatio) {
      established_.metric = metric;
    }
    if (!in_parts_ && IsAmount(fact.quantity.unit) && fact.scope != Scope::kUnknown) {
      established_.scope = fact.scope;
    }
  }

  const ScannedText& text_;
  const Lexicon& lexicon_;
  const int report_year_;
  const std::u32string entity_;
  FactSet& facts_;
  std::string item_;            // the account that a numbered item is about
  std::string sentence_topic_;  // the first subject of this sentence
  std::string topic_;           // … of the last sentence that had one
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

void ReadProseFacts(const ScannedText& text, const Lexicon& lexicon, FactSet* facts) {
  ProseReader(text, lexicon, facts).Read();
}

}  // namespace crossfoot::normalize
