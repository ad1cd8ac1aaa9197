// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/prose_facts.h"

#include "normalize/clause.h"
#include "normalize/interval_rule.h"
#include "normalize/subject.h"

namespace crossfoot::normalize {

Mention MentionOf(const ScannedText& text, const Reading& reading) {
  return {reading.mention, text.AnchorOf(reading.begin, reading.end),
          reading.year,    reading.month,
          reading.day,     reading.ordinal};
}

void ReadProseFacts(const ScannedText& text, const Lexicon& /*lexicon*/, int report_year,
                    FactSet* facts) {
  std::string established;  // the last subject of the sentence
  for (size_t i = 0; i < text.readings.size(); ++i) {
    const Reading& reading = text.readings[i];
    if (!reading.is_quantity) {
      facts->mentions.push_back(MentionOf(text, reading));
      continue;
    }
    Fact fact(text.AnchorOf(reading.begin, reading.end),
              Quantity{reading.value, reading.unit, IntervalOf(reading, reading.unit)});
    const Clause clause = ClauseOf(text.characters, text.readings, i);
    SubjectWords words = ReadSubject(text.characters, clause.begin, clause.end);
    if (words.subject.empty() && reading.unit.dimension == Dimension::kCount) {
      words.subject = NounBehind(text.characters, clause.after_begin, clause.after_end);
    }
    fact.subject = words.subject.empty() ? established : words.subject;
    established = fact.subject;
    fact.qualifiers = reading.qualifiers | words.qualifiers;
    fact.period = {report_year, Period::Kind::kYear, false};
    facts->facts.push_back(std::move(fact));
  }
}

}  // namespace crossfoot::normalize
