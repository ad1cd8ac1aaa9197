// SPDX-License-Identifier: GPL-3.0-or-later
//
// Slips in the words that give figures their meaning: units, directions, years, grades, names.
#include <array>

#include "bench/forge/slip_tools.h"

namespace crossfoot::forge {

namespace {

// Gives every figure that takes its unit from `unit` the other unit of money.
void ChangeUnit(const std::string& to, int unit, Slip* slip) {
  SetWords(&slip->manuscript, unit, to);
  slip->manuscript.marks[static_cast<size_t>(unit)].changed = true;
  slip->wrong.push_back(unit);
  for (size_t m = 0; m < slip->manuscript.marks.size(); ++m) {
    Mark& figure = slip->manuscript.marks[m];
    if (figure.unit_mark == unit) {
      figure.factor = to == "元" ? 1 : 10000;
      figure.changed = true;
      slip->wrong.push_back(static_cast<int>(m));
    }
  }
}

std::string OtherUnit(const std::string& unit) {
  return unit == "万元" ? "元" : unit == "元" ? "万元" : "";
}

}  // namespace

bool SlipUnitInProse(const SlipPlace& at, Slip* slip) {
  const std::string to = OtherUnit(WordsOf(at.clean, at.mark));
  if (at.At().kind != MarkKind::kUnit || at.At().measure < 0 || to.empty() ||
      at.Told().value.IsZero()) {
    return false;
  }
  ChangeUnit(to, at.mark, slip);
  slip->written = to;
  for (const int wrong : slip->wrong) {
    if (wrong != at.mark) {
      slip->right = WordsOf(at.clean, wrong) + WordsOf(at.clean, at.mark);
    }
  }
  return true;
}

bool SlipUnitInTableHead(const SlipPlace& at, Slip* slip) {
  const std::string to = OtherUnit(WordsOf(at.clean, at.mark));
  if (at.At().kind != MarkKind::kUnit || at.At().measure >= 0 || to.empty()) {
    return false;
  }
  ChangeUnit(to, at.mark, slip);
  slip->written = to;
  slip->whole_block = true;
  return true;
}

bool SlipDirection(const SlipPlace& at, Slip* slip) {
  const Mark& mark = at.At();
  if (mark.kind != MarkKind::kDirection) {
    return false;
  }
  const size_t slash = mark.subject.find('/');
  const std::string up = mark.subject.substr(0, slash);
  const std::string down = mark.subject.substr(slash + 1);
  const std::string words = WordsOf(at.clean, at.mark);
  SetWords(&slip->manuscript, at.mark, words == up ? down : up);
  slip->manuscript.marks[static_cast<size_t>(at.mark)].changed = true;
  TellWrong(at.clean, at.mark, slip);
  for (size_t m = 0; m < slip->manuscript.marks.size(); ++m) {
    Mark& figure = slip->manuscript.marks[m];
    if (figure.direction_mark == at.mark) {
      figure.value = -figure.value;
      figure.changed = true;
      slip->wrong.push_back(static_cast<int>(m));
    }
  }
  return true;
}

bool SlipYear(const SlipPlace& at, Slip* slip) {
  if (at.At().kind != MarkKind::kYear || at.At().measure < 0 || at.At().year != at.clean.year) {
    return false;
  }
  Mark& mark = slip->manuscript.marks[static_cast<size_t>(at.mark)];
  mark.changed = true;
  mark.year -= 1;
  SetWords(&slip->manuscript, at.mark, std::to_string(mark.year));
  TellWrong(at.clean, at.mark, slip);
  return true;
}

bool SlipPointsForPercent(const SlipPlace& at, Slip* slip) {
  if (at.At().kind != MarkKind::kUnit || at.At().measure < 0 || WordsOf(at.clean, at.mark) != "%") {
    return false;
  }
  for (const Identity& identity : at.ledger.identities()) {
    if (identity.form == Form::kGrowth && identity.result == at.At().measure) {
      Mark& mark = slip->manuscript.marks[static_cast<size_t>(at.mark)];
      mark.changed = true;
      mark.subject = "words";
      SetWords(&slip->manuscript, at.mark, "个百分点");
      TellWrong(at.clean, at.mark, slip);
      for (size_t m = 0; m < at.clean.marks.size(); ++m) {
        if (at.clean.marks[m].unit_mark == at.mark) {
          slip->wrong.push_back(static_cast<int>(m));
        }
      }
      return true;
    }
  }
  return false;
}

bool SlipGrade(const SlipPlace& at, Slip* slip) {
  if (at.At().kind != MarkKind::kGrade) {
    return false;
  }
  static constexpr std::array<const char*, 4> kGrades{"优", "良", "中", "差"};
  std::string other = WordsOf(at.clean, at.mark);
  while (other == WordsOf(at.clean, at.mark)) {
    other = at.random->Pick(kGrades);
  }
  slip->manuscript.marks[static_cast<size_t>(at.mark)].changed = true;
  SetWords(&slip->manuscript, at.mark, other);
  TellWrong(at.clean, at.mark, slip);
  return true;
}

bool SlipAccount(const SlipPlace& at, Slip* slip) {
  const Mark& mark = at.At();
  const bool name = slip->kind == SlipKind::kAccountName;
  if (mark.kind != (name ? MarkKind::kName : MarkKind::kCode)) {
    return false;
  }
  std::string words = WordsOf(at.clean, at.mark);
  if (name) {
    std::vector<std::string> others;
    for (size_t m = 0; m < at.clean.marks.size(); ++m) {
      const Mark& other = at.clean.marks[m];
      if (other.kind == MarkKind::kName && other.subject.size() == mark.subject.size() &&
          other.subject != mark.subject) {
        others.push_back(WordsOf(at.clean, static_cast<int>(m)));
      }
    }
    if (others.empty()) {
      return false;
    }
    words = at.random->Pick(others);
  } else {
    const char digit = words.back();
    words.back() = digit == '9' ? '8' : static_cast<char>(digit + 1);
  }
  if (words == WordsOf(at.clean, at.mark)) {
    return false;
  }
  slip->manuscript.marks[static_cast<size_t>(at.mark)].changed = true;
  SetWords(&slip->manuscript, at.mark, words);
  TellWrong(at.clean, at.mark, slip);
  return true;
}

bool SlipTemplate(const SlipPlace& at, Slip* slip) {
  const Mark& mark = at.At();
  if (mark.kind != MarkKind::kDirection) {
    return false;
  }
  const size_t slash = mark.subject.find('/');
  const std::string words = WordsOf(at.clean, at.mark);
  const std::string up = mark.subject.substr(0, slash);
  const std::string other = words == up ? mark.subject.substr(slash + 1) : up;
  SetWords(&slip->manuscript, at.mark, words + "（" + other + "）");
  TellWrong(at.clean, at.mark, slip);
  slip->broken.push_back({Tie::kWords, {at.mark}, mark.measure});
  return true;
}

}  // namespace crossfoot::forge
