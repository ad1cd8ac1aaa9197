// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/findings.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/sha256.h"
#include "validate/rule.h"

namespace crossfoot {
namespace {

constexpr size_t kIdDigits = 16;

Evidence FigureEvidence(const CheckContext& context, const Term& term, bool with_quote) {
  const Fact& fact = context.At(term.fact);
  const std::string_view text = context.TextOf(fact.anchor.address);
  Evidence evidence;
  evidence.role = term.role;
  evidence.fact = term.fact;
  evidence.place = fact.anchor.place;
  evidence.text =
      fact.anchor.end <= text.size() && fact.anchor.begin < fact.anchor.end
          ? std::string(text.substr(fact.anchor.begin, fact.anchor.end - fact.anchor.begin))
          : fact.quantity.value.ToString() + fact.quantity.unit.symbol;
  if (with_quote) {
    if (fact.InTable()) {
      for (const std::string& label : fact.row_path) {
        evidence.quote += label + " ";
      }
      for (const std::string& label : fact.column_path) {
        evidence.quote += label + " ";
      }
      evidence.quote += evidence.text;
    } else {
      evidence.quote = ClauseAround(text, fact.anchor.begin, fact.anchor.end);
    }
  }
  return evidence;
}

Evidence WordEvidence(const CheckContext& context, const TextAddress& address, uint32_t begin,
                      uint32_t end, std::string role) {
  const Text& text = context.document().TextAt(address);
  Evidence evidence;
  evidence.role = std::move(role);
  evidence.text = std::string(text.View(begin, end));
  evidence.quote = ClauseAround(text.utf8(), begin, end);
  evidence.place = text.PlaceOf(begin, end);
  return evidence;
}

std::string Join(std::string head, const std::string& tail) {
  if (!head.empty() && !tail.empty() && head.back() != ' ') {
    head += ' ';
  }
  return head + tail;
}

// What is wrong, told from the kind and the figures.
BilingualText WhatIsWrong(const CheckContext& context, const Tested& tested) {
  const Relation& r = tested.relation;
  const std::string& unit = r.unit;
  const auto subject = [&](const Term& term) -> std::string {
    return term.fact >= 0 && !context.At(term.fact).subject.empty()
               ? "“" + context.At(term.fact).subject + "”"
               : std::string();
  };
  const std::string name = subject(tested.claim.stated);
  const std::string stated = r.stated_text + unit;
  const std::string computed = r.computed_text + unit;
  const std::string gap = r.difference_text + unit;
  switch (r.kind) {
    case RelationKind::kSum:
      return {name + "写为" + stated + "，而各项相加为" + computed + "，相差" + gap,
              name + " is given as " + stated + ", but the parts add up to " + computed +
                  " (difference " + gap + ")"};
    case RelationKind::kDifference:
    case RelationKind::kProduct:
      return {name + "写为" + stated + "，按文中各数计算应为" + computed + "，相差" + gap,
              name + " is given as " + stated + ", but the figures give " + computed +
                  " (difference " + gap + ")"};
    case RelationKind::kRatio:
    case RelationKind::kGrowth: {
      // A rate that bears the name of its amount is not that amount.
      const bool of_amount = !name.empty() && !tested.claim.operands.empty() &&
                             subject(tested.claim.operands.front()) == name;
      const bool growth = r.kind == RelationKind::kGrowth;
      const std::string zh = of_amount ? name + (growth ? "的增减率" : "的比率") : name;
      const std::string en = of_amount ? (growth ? "the change of " : "the rate of ") + name : name;
      return {zh + "写为" + stated + "，按文中各数计算为" + computed,
              en + " is given as " + stated + ", but the figures give " + computed};
    }
    case RelationKind::kEquality:
      return {"同一事项" + name + "两处数字不一致：" + r.expression,
              "one item " + name + " has two values: " + r.expression};
    case RelationKind::kCount:
      return {"写明" + stated + "，实际列出" + computed,
              "the text says " + stated + " but lists " + computed};
    case RelationKind::kBound:
      return {subject(tested.claim.operands.front()) + r.computed_text + unit + "超过上限" + stated,
              subject(tested.claim.operands.front()) + " " + r.computed_text + unit +
                  " is over its limit " + stated};
    case RelationKind::kOrder:
    case RelationKind::kBand:
      return {r.expression, r.expression};
  }
  return {};
}

// The headline is what is wrong; the message goes on with why it should hold and what to do.
void Tell(const BilingualText& what, const BilingualText& why, const Rule& rule, Finding* finding) {
  finding->headline = {what.zh + "。", what.en + "."};
  finding->message.zh = finding->headline.zh + (why.zh.empty() ? "" : "依据：" + why.zh + "。") +
                        std::string(rule.advice_zh);
  finding->message.en =
      Join(Join(finding->headline.en, why.en.empty() ? "" : "Why: " + why.en + "."),
           std::string(rule.advice_en));
}

// How surely the words of a text were read: 1 where they are no reading.
float ReadingOf(const CheckContext& context, const TextAddress& address, uint32_t begin,
                uint32_t end) {
  return context.document().TextAt(address).ConfidenceOf(begin, std::max(end, begin + 1));
}

float ReadingOf(const CheckContext& context, FactId fact) {
  const Anchor& anchor = context.At(fact).anchor;
  return ReadingOf(context, anchor.address, anchor.begin, anchor.end);
}

float ReadingOf(const CheckContext& context, const Claim& claim) {
  float least = 1;
  const auto see = [&](const Term& term) {
    if (term.fact >= 0) {
      least = std::min(least, ReadingOf(context, term.fact));
    } else if (term.end > term.begin) {
      least = std::min(least, ReadingOf(context, term.address, term.begin, term.end));
    }
    if (term.grown_by >= 0) {
      least = std::min(least, ReadingOf(context, term.grown_by));
    }
  };
  see(claim.stated);
  std::for_each(claim.operands.begin(), claim.operands.end(), see);
  return least;
}

float ReadingOf(const CheckContext& context, const Observation& observation) {
  float least = 1;
  for (const Mark& mark : observation.marks) {
    least = std::min(least, ReadingOf(context, mark.address, mark.begin, mark.end));
  }
  for (const FactId fact : observation.facts) {
    least = std::min(least, ReadingOf(context, fact));
  }
  return least;
}

// What a misreading of the page would explain is never an error against the author.
void WeakenByReading(float reading, Finding* finding) {
  finding->confidence *= static_cast<double>(reading);
  if (reading < 1) {
    finding->severity = std::min(finding->severity, Severity::kWarning);
    finding->message.zh += "图中识别所得，请对照原页核实。";
    finding->message.en = Join(finding->message.en, "Read from a picture: compare with the page.");
  }
}

// A rate wrong by one unit of its last printed digit: noise of some calculator, not worth a
// person's time.
bool OffByItsLastDigit(const Relation& relation) {
  if (relation.kind != RelationKind::kRatio && relation.kind != RelationKind::kGrowth) {
    return false;
  }
  const auto stated = Decimal::Parse(relation.stated_text);
  const auto gap = Decimal::Parse(relation.difference_text);
  return stated && gap && stated->scale() > 0 &&
         gap->Abs() <= Decimal::PowerOfTen(-stated->scale());
}

}  // namespace

std::vector<Evidence> EvidenceOf(const CheckContext& context, const Claim& claim,
                                 bool with_quotes) {
  std::vector<Evidence> out;
  const auto add = [&](const Term& term) {
    if (term.fact >= 0) {
      out.push_back(FigureEvidence(context, term, with_quotes));
      if (term.grown_by >= 0) {
        out.push_back(FigureEvidence(context, Term::Of(term.grown_by, "rate"), with_quotes));
      }
    } else if (term.end > term.begin) {
      out.push_back(WordEvidence(context, term.address, term.begin, term.end, term.role));
    }
  };
  add(claim.stated);
  for (const Term& term : claim.operands) {
    add(term);
  }
  return out;
}

std::vector<Evidence> EvidenceOf(const CheckContext& context, const std::vector<Mark>& marks) {
  std::vector<Evidence> out;
  for (const Mark& mark : marks) {
    out.push_back(WordEvidence(context, mark.address, mark.begin, mark.end, mark.role));
  }
  return out;
}

Finding FindingOf(const CheckContext& context, const std::vector<Tested>& tested,
                  const RootCause& cause) {
  const Tested& main = tested[static_cast<size_t>(cause.broken.front())];
  const Rule& rule = *main.rule;
  Finding finding;
  finding.rule = rule.id;
  finding.name = rule.name;
  finding.severity = std::min(rule.severity, main.claim.severity.value_or(rule.severity));
  Tell(main.claim.message.zh.empty() ? WhatIsWrong(context, main) : main.claim.message,
       main.claim.reason, rule, &finding);
  if (cause.broken.size() > 1) {
    const std::string more = std::to_string(cause.broken.size() - 1);
    finding.message.zh += "同一原因另使" + more + "项关系不成立。";
    finding.message.en = Join(finding.message.en, "It breaks " + more + " more relation(s).");
  }
  finding.expression = main.relation.expression;
  finding.stated = main.relation.stated_text;
  finding.computed = main.relation.computed_text;
  finding.difference = main.relation.difference_text;
  finding.unit = main.relation.unit;
  for (const int index : cause.broken) {
    for (Evidence& piece : EvidenceOf(context, tested[static_cast<size_t>(index)].claim, true)) {
      const bool known =
          piece.fact >= 0 && std::any_of(finding.evidence.begin(), finding.evidence.end(),
                                         [&](const Evidence& e) { return e.fact == piece.fact; });
      if (!known) {
        finding.evidence.push_back(std::move(piece));
      }
    }
    finding.relations.push_back(index);
  }
  // The figure that is likely wrong is looked at first.
  const auto suspect = std::find_if(
      finding.evidence.begin(), finding.evidence.end(),
      [&](const Evidence& piece) { return piece.fact >= 0 && piece.fact == cause.suspect; });
  if (suspect != finding.evidence.end()) {
    std::rotate(finding.evidence.begin(), suspect, suspect + 1);
  }
  finding.confidence = main.claim.confidence;
  float reading = 1;
  for (const int index : cause.broken) {
    reading = std::min(reading, ReadingOf(context, tested[static_cast<size_t>(index)].claim));
  }
  WeakenByReading(reading, &finding);
  const auto gap = Decimal::Parse(main.relation.difference_text);
  if (OffByItsLastDigit(main.relation) ||
      (gap && context.pack().Tolerates(rule, *gap, main.relation.unit))) {
    finding.severity = Severity::kInfo;
  }
  finding.diagnosis = cause.diagnosis;
  finding.alternatives = cause.alternatives;
  return finding;
}

Finding FindingOf(const CheckContext& context, const Rule& rule, const Observation& observation) {
  Finding finding;
  finding.rule = rule.id;
  finding.name = rule.name;
  finding.severity = std::min(rule.severity, observation.severity.value_or(rule.severity));
  finding.confidence = observation.confidence;
  Tell(observation.message, {}, rule, &finding);
  finding.expression = observation.expression;
  finding.stated = observation.stated;
  finding.computed = observation.computed;
  finding.evidence = EvidenceOf(context, observation.marks);
  for (const FactId id : observation.facts) {
    finding.evidence.push_back(FigureEvidence(context, Term::Of(id, "figure"), true));
  }
  WeakenByReading(ReadingOf(context, observation), &finding);
  finding.diagnosis = observation.edits;
  return finding;
}

bool ReadFromPicture(const CheckContext& context, const Observation& observation) {
  return ReadingOf(context, observation) < 1;
}

void NameFindings(std::vector<Finding>* findings) {
  std::map<std::string, int> seen;
  for (Finding& finding : *findings) {
    std::string identity = finding.rule + "\n" + finding.expression + "\n" + finding.stated;
    for (const Evidence& piece : finding.evidence) {
      identity += "\n" + piece.text + "\n" + piece.quote;
    }
    const std::string id = Sha256Hex(identity).substr(0, kIdDigits);
    const int before = seen[id]++;
    finding.id = before == 0 ? id : id + "-" + std::to_string(before + 1);
  }
}

}  // namespace crossfoot
