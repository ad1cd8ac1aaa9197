// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/forge/truth.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace crossfoot::forge {

namespace {

using Mentions = std::map<int, std::vector<int>>;  // measure → its figure marks, changed ones first

Mentions MentionsOf(const Manuscript& manuscript) {
  Mentions mentions;
  for (const bool changed : {true, false}) {
    for (size_t m = 0; m < manuscript.marks.size(); ++m) {
      const Mark& mark = manuscript.marks[m];
      if (mark.kind == MarkKind::kFigure && !mark.gone && mark.changed == changed) {
        mentions[mark.measure].push_back(static_cast<int>(m));
      }
    }
  }
  return mentions;
}

// One identity with a range and a mark (-1: none) for each of its measures.
struct Instance {
  std::vector<Interval> terms;
  Interval result;
  std::vector<int> marks;
};

bool Holds(const Identity& identity, const Instance& instance) {
  const std::vector<Interval>& terms = instance.terms;
  switch (identity.form) {
    case Form::kSum: {
      Interval sum;
      for (size_t t = 0; t < terms.size(); ++t) {
        sum = sum + (identity.terms[t].first > 0 ? terms[t] : -terms[t]);
      }
      const bool short_of_it =
          sum.high() && instance.result.low() && sum.high()->value <= instance.result.low()->value;
      return sum.Intersects(instance.result) || (identity.open && short_of_it);
    }
    case Form::kQuotient:
    case Form::kGrowth: {
      const auto quotient = Interval::Divide(terms[0], terms[1]);
      if (!quotient) {
        return true;
      }
      const Interval one{Decimal(identity.form == Form::kGrowth ? 1 : 0)};
      return (*quotient + (-one)).Intersects(instance.result);
    }
    case Form::kChange: {
      const auto quotient = Interval::Divide(terms[0], terms[1] - terms[0]);
      return !quotient || quotient->Intersects(instance.result);
    }
    case Form::kProduct:
      return (terms[0] * terms[1]).Intersects(instance.result);
    case Form::kAtMost:
      return !(terms[0].high() && instance.result.low() &&
               instance.result.low()->value > terms[0].high()->value);
  }
  return true;
}

Tie TieOf(Form form) {
  switch (form) {
    case Form::kSum:
      return Tie::kSum;
    case Form::kQuotient:
      return Tie::kQuotient;
    case Form::kGrowth:
    case Form::kChange:
      return Tie::kGrowth;
    case Form::kProduct:
      return Tie::kProduct;
    case Form::kAtMost:
      return Tie::kBound;
  }
  return Tie::kSum;
}

std::optional<Instance> InstanceOf(const Ledger& ledger, const Manuscript& manuscript,
                                   const Mentions& mentions, const Identity& identity) {
  Instance instance;
  const auto range = [&](int measure) -> std::optional<Interval> {
    const auto found = mentions.find(measure);
    if (found == mentions.end()) {
      // A nought that is left blank in a table counts as told.
      if (identity.form == Form::kSum &&
          ledger.measures()[static_cast<size_t>(measure)].value.IsZero()) {
        return Interval(Decimal(0));
      }
      return std::nullopt;
    }
    instance.marks.push_back(found->second.front());
    return RangeOf(manuscript.marks[static_cast<size_t>(found->second.front())]);
  };
  for (const auto& [sign, measure] : identity.terms) {
    const auto term = range(measure);
    if (!term) {
      return std::nullopt;
    }
    instance.terms.push_back(*term);
  }
  const auto result = range(identity.result);
  if (!result || instance.marks.empty()) {
    return std::nullopt;
  }
  instance.result = *result;
  return instance;
}

void CheckEqualities(const Manuscript& manuscript, const Mentions& mentions,
                     std::vector<BrokenTie>* broken) {
  for (const auto& [measure, marks] : mentions) {
    for (size_t i = 0; i < marks.size(); ++i) {
      const Mark& one = manuscript.marks[static_cast<size_t>(marks[i])];
      if (i > 0 && !one.changed) {
        break;
      }
      BrokenTie tie{Tie::kEquality, {marks[i]}, measure};
      for (size_t j = i + 1; j < marks.size(); ++j) {
        const Mark& other = manuscript.marks[static_cast<size_t>(marks[j])];
        if (!RangeOf(one).Intersects(RangeOf(other))) {
          tie.marks.push_back(marks[j]);
        }
      }
      if (tie.marks.size() > 1) {
        broken->push_back(std::move(tie));
      }
    }
  }
}

// The blocks where each measure is printed, rows left out aside.
std::map<int, std::set<int>> BlocksOf(const Manuscript& manuscript) {
  std::map<int, std::set<int>> blocks;
  EachPiece(manuscript, [&](const Piece& piece, int block, int) {
    if (piece.mark >= 0) {
      const Mark& mark = manuscript.marks[static_cast<size_t>(piece.mark)];
      if (mark.kind == MarkKind::kFigure && !mark.gone) {
        blocks[mark.measure].insert(block);
      }
    }
  });
  return blocks;
}

// Rows left out or standing twice: the sums of their table no longer close. What else the report
// tells of the row's measures still stands: a sum whose result is not in this table misses nothing.
void CheckRows(const Ledger& ledger, const Manuscript& manuscript, const Mentions& mentions,
               std::vector<BrokenTie>* broken) {
  std::map<int, std::pair<int, int>> altered;  // measure → coefficient, mark
  for (size_t m = 0; m < manuscript.marks.size(); ++m) {
    const Mark& mark = manuscript.marks[m];
    if (mark.kind == MarkKind::kFigure && (mark.gone || mark.repeated)) {
      altered[mark.measure] = {mark.gone ? 0 : 2, static_cast<int>(m)};
    }
  }
  if (altered.empty()) {
    return;
  }
  const std::map<int, std::set<int>> blocks = BlocksOf(manuscript);
  const auto stands_in = [&](int measure, int block) {
    const auto found = blocks.find(measure);
    return found != blocks.end() && found->second.count(block) != 0;
  };
  // A lost subtotal whose own parts still stand in the table: what remains adds up to the total all
  // the same. Account codes show the gap.
  const bool coded =
      std::any_of(manuscript.marks.begin(), manuscript.marks.end(),
                  [](const Mark& mark) { return mark.kind == MarkKind::kCode && mark.gone; });
  const auto told_by_parts = [&](int measure, int block) {
    return std::any_of(
        ledger.identities().begin(), ledger.identities().end(), [&](const Identity& identity) {
          return identity.form == Form::kSum && identity.result == measure &&
                 std::all_of(identity.terms.begin(), identity.terms.end(),
                             [&](const auto& term) { return stands_in(term.second, block); });
        });
  };
  // One row left under a total, without a code that says whose part it is: nothing is added up
  // there.
  const auto adds_up = [&](const Identity& identity, int block) {
    return std::count_if(identity.terms.begin(), identity.terms.end(),
                         [&](const auto& term) { return stands_in(term.second, block); }) >= 2;
  };
  Mentions all = mentions;
  for (const auto& [measure, change] : altered) {
    all[measure] = {change.second};
  }
  for (const Identity& identity : ledger.identities()) {
    if (identity.form != Form::kSum || altered.count(identity.result) != 0) {
      continue;
    }
    auto instance = InstanceOf(ledger, manuscript, all, identity);
    if (!instance) {
      continue;
    }
    bool touched = false;
    for (size_t t = 0; t < identity.terms.size(); ++t) {
      const auto found = altered.find(identity.terms[t].second);
      if (found == altered.end()) {
        continue;
      }
      const Mark& mark = manuscript.marks[static_cast<size_t>(found->second.second)];
      if (stands_in(identity.result, mark.row_of) &&
          !(mark.gone && !coded &&
            (told_by_parts(found->first, mark.row_of) || !adds_up(identity, mark.row_of)))) {
        touched = true;
        instance->terms[t] = instance->terms[t] * Interval(Decimal(found->second.first));
      }
    }
    if (touched && !Holds(identity, *instance)) {
      broken->push_back({Tie::kSum, instance->marks, identity.result});
    }
  }
}

void CheckWords(const Manuscript& manuscript, const Mentions& mentions,
                std::vector<BrokenTie>* broken) {
  std::map<int, std::vector<int>> items;
  std::map<std::string, std::vector<int>> codes;
  for (size_t m = 0; m < manuscript.marks.size(); ++m) {
    const Mark& mark = manuscript.marks[m];
    const int id = static_cast<int>(m);
    if (mark.kind == MarkKind::kItem) {
      items[mark.measure];
      if (!mark.gone) {
        items[mark.measure].push_back(id);
      }
    }
    if (mark.kind == MarkKind::kName || mark.kind == MarkKind::kCode) {
      codes[mark.subject + (mark.kind == MarkKind::kName ? "n" : "c")].push_back(id);
    }
    const bool told = mentions.count(mark.measure) != 0;
    if (mark.kind == MarkKind::kGrade && mark.changed && told) {
      broken->push_back({Tie::kBand, {id, mentions.at(mark.measure).front()}, mark.measure});
    }
    if (mark.kind == MarkKind::kYear && mark.changed && told &&
        mentions.at(mark.measure).size() > 1) {
      broken->push_back({Tie::kYear, {id}, mark.measure});
    }
    if (mark.kind == MarkKind::kUnit && mark.changed && mark.subject == "words") {
      broken->push_back({Tie::kWords, {id}, mark.measure});
    }
  }
  for (const auto& [measure, list] : items) {
    const auto told = mentions.find(measure);
    if (told == mentions.end()) {
      continue;
    }
    const Mark& number = manuscript.marks[static_cast<size_t>(told->second.front())];
    const Decimal listed(static_cast<int64_t>(list.size()));
    // 内设甲科、乙科等6个科室: fewer names than the number are no contradiction.
    const bool open = std::any_of(
        manuscript.marks.begin(), manuscript.marks.end(), [&, counted = measure](const Mark& mark) {
          return mark.kind == MarkKind::kItem && mark.measure == counted && mark.open;
        });
    if (open ? number.value < listed : number.value != listed) {
      BrokenTie tie{Tie::kCount, list, measure};
      tie.marks.push_back(told->second.front());
      broken->push_back(std::move(tie));
    }
  }
  for (const auto& [subject, marks] : codes) {
    for (const int id : marks) {
      if (manuscript.marks[static_cast<size_t>(id)].changed && marks.size() > 1) {
        broken->push_back({Tie::kName, {id}, -1});
      }
    }
  }
}

}  // namespace

std::string_view TieName(Tie tie) {
  switch (tie) {
    case Tie::kEquality:
      return "equality";
    case Tie::kSum:
      return "sum";
    case Tie::kQuotient:
      return "quotient";
    case Tie::kGrowth:
      return "growth";
    case Tie::kProduct:
      return "product";
    case Tie::kBound:
      return "bound";
    case Tie::kCount:
      return "count";
    case Tie::kBand:
      return "band";
    case Tie::kYear:
      return "year";
    case Tie::kName:
      return "name";
    case Tie::kWords:
      return "words";
  }
  return "";
}

std::vector<BrokenTie> BrokenTies(const Ledger& ledger, const Manuscript& manuscript) {
  std::vector<BrokenTie> broken;
  const Mentions mentions = MentionsOf(manuscript);
  CheckEqualities(manuscript, mentions, &broken);
  for (const Identity& identity : ledger.identities()) {
    const auto instance = InstanceOf(ledger, manuscript, mentions, identity);
    if (instance && !Holds(identity, *instance)) {
      broken.push_back({TieOf(identity.form), instance->marks, identity.result});
    }
  }
  CheckRows(ledger, manuscript, mentions, &broken);
  CheckWords(manuscript, mentions, &broken);
  return broken;
}

bool IsLocatable(const Ledger& ledger, const Manuscript& manuscript,
                 const std::vector<BrokenTie>& broken, const std::vector<int>& wrong) {
  if (broken.empty()) {
    return false;
  }
  const Mentions mentions = MentionsOf(manuscript);
  // What a relation that holds, or a second printing, bears out.
  std::set<int> vouched;
  for (const auto& [measure, marks] : mentions) {
    int same = 0;
    for (const int mark : marks) {
      same += manuscript.marks[static_cast<size_t>(mark)].changed ? 0 : 1;
    }
    if (same > 1) {
      vouched.insert(measure);
    }
  }
  for (const Identity& identity : ledger.identities()) {
    const auto instance = InstanceOf(ledger, manuscript, mentions, identity);
    if (instance && identity.form != Form::kAtMost && Holds(identity, *instance)) {
      vouched.insert(identity.result);
      for (const auto& [sign, measure] : identity.terms) {
        vouched.insert(measure);
      }
    }
  }
  std::set<int> suspects(broken.front().marks.begin(), broken.front().marks.end());
  for (const BrokenTie& tie : broken) {
    std::set<int> both;
    for (const int mark : tie.marks) {
      if (suspects.count(mark) != 0) {
        both.insert(mark);
      }
    }
    suspects = std::move(both);
  }
  for (const int mark : suspects) {
    const bool meant = std::find(wrong.begin(), wrong.end(), mark) != wrong.end();
    if (!meant && vouched.count(manuscript.marks[static_cast<size_t>(mark)].measure) == 0) {
      return false;
    }
  }
  return true;
}

}  // namespace crossfoot::forge
