// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/validate.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "validate/check_context.h"
#include "validate/diagnose.h"
#include "validate/doubtful_figures.h"
#include "validate/evaluate.h"
#include "validate/findings.h"
#include "validate/nudge.h"
#include "validate/rule.h"

namespace crossfoot {
namespace {

constexpr std::string_view kUnitInDoubt = "the unit noted over a table is in doubt";

// Relation::unevaluated is English, as records are; what people read has both.
std::string WhyNotInChinese(std::string_view reason) {
  constexpr std::pair<std::string_view, std::string_view> kWords[] = {
      {"base is zero", "基数为零，比率无从算起"},
      {"operand missing", "缺少参与计算的数"},
      {kUnitInDoubt, "所在表标注的金额单位存疑"},
      {"a figure was chosen among the readings of a picture so that its table adds up",
       "有一个数是为使表中合计成立而在图像的几种识读中选定的"},
      {"” was read from a picture and may be “", "”识读自图像，也可能是“"},
      {"”, with which it holds", "”，若是则相符"},
  };
  std::string out(reason);
  for (const auto& [english, chinese] : kWords) {
    const size_t at = out.find(english);
    if (at != std::string::npos) {
      out.replace(at, english.size(), chinese);
    }
  }
  return out;
}

bool Holds(RelationStatus status) {
  return status == RelationStatus::kHeld || status == RelationStatus::kRounding;
}

// Two claims that ask the same of the same figures are one, whoever makes them.
using ClaimKey = std::tuple<int, int, std::vector<int>>;

ClaimKey KeyOf(const Claim& claim) {
  std::vector<int> operands;
  for (const Term& term : claim.operands) {
    // A figure and what it was before its change are two operands.
    operands.push_back(term.grown_by < 0 ? term.fact : -2 - term.fact);
  }
  const bool ordered = claim.kind == RelationKind::kRatio || claim.kind == RelationKind::kGrowth;
  if (!ordered) {
    std::sort(operands.begin(), operands.end());
  }
  return {static_cast<int>(claim.kind), claim.stated.fact, std::move(operands)};
}

// Takes what rules hand in, evaluates it at once, and keeps what is to be told.
class Collector final : public ClaimSink {
 public:
  explicit Collector(const CheckContext& context)
      : context_(context), doubts_(context.document(), context.facts()) {}

  void Begin(const Rule& rule) { rule_ = &rule; }

  void Propose(std::vector<Claim> readings) override {
    std::optional<Tested> broken;
    std::optional<Tested> untestable;
    for (Claim& claim : readings) {
      const bool has_figures =
          claim.stated.fact >= 0 || std::any_of(claim.operands.begin(), claim.operands.end(),
                                                [](const Term& term) { return term.fact >= 0; });
      if (!has_figures) {
        continue;
      }
      const RelationStatus status = StatusOf(claim, context_.facts());
      if (Holds(status)) {
        return Keep({rule_, std::move(claim), {}});
      }
      if (claim.only_if_held) {
        continue;
      }
      std::optional<Tested>& slot = status == RelationStatus::kViolated ? broken : untestable;
      if (!slot) {
        slot = Tested{rule_, std::move(claim), {}};
      }
    }
    if (broken || untestable) {
      Keep(std::move(broken ? *broken : *untestable));
    }
  }
  using ClaimSink::Propose;

  void Observe(Observation observation) override {
    if (observation.of_absence && ReadFromPicture(context_, observation)) {
      CannotTest({"图中识别所得，缺失之处可能只是未识别出",
                  "read from a picture: what is missing may not have been read"});
      return;
    }
    observations_.emplace_back(rule_, std::move(observation));
  }

  void Pass(Passed passed) override {
    Tested tested{rule_, {}, {}};
    tested.claim.kind = passed.kind;
    tested.relation.kind = passed.kind;
    tested.relation.status = RelationStatus::kHeld;
    tested.relation.expression = std::move(passed.expression);
    tested.relation.reason = std::move(passed.reason);
    tested.relation.confidence = passed.confidence;
    tested.relation.evidence = EvidenceOf(context_, passed.marks);
    for (const FactId id : passed.facts) {
      tested.claim.operands.push_back(Term::Of(id, "figure"));
    }
    tested.relation.rule = rule_->id;
    tested_.push_back(std::move(tested));
  }

  void CannotTest(BilingualText reason) override {
    Uncovered& entry = uncovered_[{std::string(rule_->id), reason.en}];
    entry.rule = rule_->id;
    entry.reason = std::move(reason);
    ++entry.count;
  }

  [[nodiscard]] std::vector<Tested>& tested() { return tested_; }
  [[nodiscard]] const std::vector<std::pair<const Rule*, Observation>>& observations() const {
    return observations_;
  }
  [[nodiscard]] std::vector<Uncovered> uncovered() const {
    std::vector<Uncovered> out;
    for (const auto& [key, entry] : uncovered_) {
      out.push_back(entry);
    }
    return out;
  }

 private:
  void Keep(Tested tested) {
    if (!seen_.insert(KeyOf(tested.claim)).second) {
      return;
    }
    tested.relation = Evaluate(tested.claim, context_.facts());
    doubts_.Weaken(tested.claim, context_.facts(), &tested.relation);
    if (HangsOnDoubtedUnit(tested)) {
      tested.relation.status = RelationStatus::kUnevaluated;
      tested.relation.unevaluated = kUnitInDoubt;
    }
    tested.relation.rule = rule_->id;
    const bool broken = tested.relation.status == RelationStatus::kViolated;
    tested.relation.evidence = EvidenceOf(context_, tested.claim, broken);
    if (tested.relation.status == RelationStatus::kUnevaluated) {
      CannotTest({WhyNotInChinese(tested.relation.unevaluated), tested.relation.unevaluated});
    }
    tested_.push_back(std::move(tested));
  }

  // The unit noted over a table is told as one cause: what its figures owe to others does not count
  // beside it, nor what rounding in the right unit would explain.
  [[nodiscard]] bool HangsOnDoubtedUnit(const Tested& tested) const {
    if (tested.relation.status != RelationStatus::kViolated ||
        context_.unit_note_doubts().empty()) {
      return false;
    }
    size_t doubted = 0;
    size_t all = 0;
    const auto see = [&](const Term& term) {
      if (term.fact >= 0 && context_.At(term.fact).quantity.unit.dimension == Dimension::kMoney) {
        ++all;
        doubted += context_.UnitIsDoubted(term.fact) ? 1 : 0;
      }
    };
    see(tested.claim.stated);
    std::for_each(tested.claim.operands.begin(), tested.claim.operands.end(), see);
    if (doubted == 0 || doubted < all) {
      return doubted > 0;
    }
    const auto stated = Decimal::Parse(tested.relation.stated_text);
    const auto gap = Decimal::Parse(tested.relation.difference_text);
    return stated && gap &&
           gap->Abs() <= Decimal::PowerOfTen(-stated->scale()) * Decimal(static_cast<int64_t>(all));
  }

  const CheckContext& context_;
  DoubtfulFigures doubts_;
  const Rule* rule_ = nullptr;
  std::vector<Tested> tested_;
  std::vector<std::pair<const Rule*, Observation>> observations_;
  std::set<ClaimKey> seen_;
  std::map<std::pair<std::string, std::string>, Uncovered> uncovered_;
};

Severity SeverityOf(const Tested& tested) {
  return std::min(tested.rule->severity, tested.claim.severity.value_or(tested.rule->severity));
}

// Broken claims, the most telling first: severe, sure, then in reading order.
std::vector<int> BrokenOf(const std::vector<Tested>& tested) {
  std::vector<int> broken;
  for (size_t i = 0; i < tested.size(); ++i) {
    if (tested[i].relation.status == RelationStatus::kViolated) {
      broken.push_back(static_cast<int>(i));
    }
  }
  std::stable_sort(broken.begin(), broken.end(), [&](int a, int b) {
    const Tested& x = tested[static_cast<size_t>(a)];
    const Tested& y = tested[static_cast<size_t>(b)];
    return std::pair(SeverityOf(x), x.claim.confidence) >
           std::pair(SeverityOf(y), y.claim.confidence);
  });
  return broken;
}

void MarkFacts(const std::vector<Tested>& tested, std::vector<FactStatus>* status) {
  const auto mark = [&](FactId id, FactStatus now) {
    if (id < 0) {
      return;
    }
    FactStatus& slot = status->at(static_cast<size_t>(id));
    if (slot != FactStatus::kDisputed) {
      slot = now;
    }
  };
  for (const Tested& entry : tested) {
    const bool broken = entry.relation.status == RelationStatus::kViolated;
    if (!broken && (!Holds(entry.relation.status) || entry.claim.idle)) {
      continue;
    }
    const FactStatus now = broken ? FactStatus::kDisputed : FactStatus::kConfirmed;
    mark(entry.claim.stated.fact, now);
    for (const Term& term : entry.claim.operands) {
      mark(term.fact, now);
    }
  }
}

// What became of every rule, so that one that was silent is told from one that had nothing to see.
std::vector<RuleCoverage> CoverageOf(const Record& record, const RulePack& pack,
                                     const std::vector<Tested>& tested) {
  std::map<std::string_view, RuleCoverage> by_rule;
  for (const Rule* rule : AllRules()) {
    by_rule[rule->id].rule = rule->id;
    by_rule[rule->id].off = pack.IsOff(*rule);
  }
  for (const Tested& entry : tested) {
    RuleCoverage& coverage = by_rule[entry.rule->id];
    switch (entry.relation.status) {
      case RelationStatus::kHeld:
        ++coverage.held;
        break;
      case RelationStatus::kRounding:
        ++coverage.rounding;
        break;
      case RelationStatus::kViolated:
        ++coverage.violated;
        break;
      case RelationStatus::kUnevaluated:
        break;  // counted with its reason below
    }
  }
  for (const Uncovered& uncovered : record.uncovered) {
    by_rule[uncovered.rule].unevaluated += uncovered.count;
  }
  for (const Finding& finding : record.findings) {
    ++by_rule[finding.rule].findings;
  }
  std::vector<RuleCoverage> out;
  for (auto& [id, coverage] : by_rule) {
    out.push_back(std::move(coverage));
  }
  return out;
}

std::tuple<int, int, float, int> PlaceKey(const Finding& finding) {
  if (finding.evidence.empty()) {
    return {0, 0, 0, 0};
  }
  const Place& place = finding.evidence.front().place;
  return {place.page, place.line, place.box ? place.box->top : 0, place.column};
}

}  // namespace

Record Validate(Document document, FactSet facts, const RulePack& pack, const FactSource& others) {
  Record record;
  record.document = std::move(document);
  record.facts = std::move(facts);
  record.fact_status.assign(record.facts.facts.size(), FactStatus::kUntested);

  const CheckContext context(record.document, record.facts, pack, others);
  Collector collector(context);
  for (const Rule* rule : AllRules()) {
    if (!pack.IsOff(*rule)) {
      collector.Begin(*rule);
      rule->check(context, collector);
    }
  }

  std::vector<Tested>& tested = collector.tested();
  FindNudged(record.facts, &tested);
  for (const RootCause& cause :
       Diagnose(tested, BrokenOf(tested), record.facts, &record.document)) {
    record.findings.push_back(FindingOf(context, tested, cause));
  }
  for (const auto& [rule, observation] : collector.observations()) {
    record.findings.push_back(FindingOf(context, *rule, observation));
  }
  std::stable_sort(record.findings.begin(), record.findings.end(),
                   [](const Finding& a, const Finding& b) {
                     if (a.severity != b.severity) {
                       return a.severity > b.severity;
                     }
                     return PlaceKey(a) < PlaceKey(b);
                   });
  NameFindings(&record.findings);
  MarkFacts(tested, &record.fact_status);
  record.uncovered = collector.uncovered();
  record.rules = CoverageOf(record, pack, tested);
  const bool disputed =
      std::any_of(record.findings.begin(), record.findings.end(),
                  [](const Finding& f) { return f.severity >= Severity::kWarning; });
  const bool any_held = std::any_of(tested.begin(), tested.end(), [](const Tested& t) {
    return Holds(t.relation.status) && !t.claim.idle;
  });
  record.verdict = disputed   ? Verdict::kInconsistent
                   : any_held ? Verdict::kConsistent
                              : Verdict::kUntested;
  record.relations.reserve(tested.size());
  for (Tested& entry : tested) {
    record.relations.push_back(std::move(entry.relation));
  }
  return record;
}

}  // namespace crossfoot
