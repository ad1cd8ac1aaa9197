// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/forge/score.h"

#include <algorithm>
#include <climits>
#include <cstdio>
#include <set>

#include "bench/forge/slip_tools.h"

namespace crossfoot::forge {

namespace {

int Characters(const std::string& text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::string WithoutBlanks(std::string text) {
  text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == ','; }),
             text.end());
  return text;
}

// The number that a correction begins with, if any: "386.92万元" → 386.92.
std::optional<Decimal> Number(const std::string& text) {
  const std::string plain = WithoutBlanks(text);
  const size_t end = plain.find_first_not_of("-0123456789.");
  return Decimal::Parse(plain.substr(0, end));
}

bool Proposes(const Edit& edit, const std::string& right) {
  static const std::string kArrow = " → ";
  const size_t arrow = edit.edit.find(kArrow);
  if (arrow == std::string::npos) {
    return false;
  }
  const std::string to = WithoutBlanks(edit.edit.substr(arrow + kArrow.size()));
  const std::string wanted = WithoutBlanks(right);
  const auto proposed = Number(to);
  const auto expected = Number(wanted);
  if (proposed && expected && wanted.find("元") == std::string::npos) {
    return proposed->Abs() == expected->Abs();
  }
  return to == wanted || to.find(wanted) != std::string::npos;
}

// The printed figures cannot tell the value from the right one: it is no more than one unit of the
// right one's last digit away, and with it the report breaks nothing.
bool IsAsGood(const Ledger& ledger, const Slip& slip, const Edit& edit) {
  static const std::string kArrow = " → ";
  const size_t arrow = edit.edit.find(kArrow);
  const auto right = Number(slip.right);
  const auto value =
      arrow == std::string::npos ? std::nullopt : Number(edit.edit.substr(arrow + kArrow.size()));
  if (!value || !right || slip.wrong.size() != 1 || slip.right.find("元") != std::string::npos ||
      (value->Abs() - right->Abs()).Abs() > Decimal::PowerOfTen(-right->scale())) {
    return false;
  }
  Manuscript mended = slip.manuscript;
  return PutDigits(&mended, slip.wrong.front(), value->Abs().ToString()) &&
         BrokenTies(ledger, mended).empty();
}

// The line of the file that a mark stands in.
std::string LineOf(const Written& written, int mark) {
  size_t begin = 0;
  for (int line = 1; line < written.spots[static_cast<size_t>(mark)].line; ++line) {
    begin = written.bytes.find('\n', begin) + 1;
  }
  return written.bytes.substr(begin, written.bytes.find('\n', begin) - begin);
}

// "five.b.2080501" → "five.b.#": the kind of measure, for grouping.
std::string Family(const std::string& key) {
  std::string family;
  for (const char c : key) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit || family.empty() || family.back() != '#') {
      family += digit ? '#' : c;
    }
  }
  return family;
}

std::string Percent(int part, int whole) {
  if (whole == 0) {
    return "–";
  }
  char text[16];
  std::snprintf(text, sizeof text, "%.3f", static_cast<double>(part) / whole);
  return text;
}

using Tallies = std::map<std::string, Tally>;

std::string TableOf(const std::string& head, const Tallies& tallies) {
  std::string out = "| " + head +
                    " | tried | observable | detected | pointed | locatable | located | located of "
                    "all | diagnosed | diagnosed of all | right of proposed |\n"
                    "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n";
  for (const auto& [name, t] : tallies) {
    out += "| " + name + " | " + std::to_string(t.tried) + " | " + std::to_string(t.observable) +
           " | " + Percent(t.detected, t.observable) + " | " + Percent(t.pointed, t.observable) +
           " | " + std::to_string(t.located_of) + " | " + Percent(t.located, t.located_of) + " | " +
           Percent(t.all_located, t.observable) + " | " + Percent(t.diagnosed, t.diagnosed_of) +
           " | " + Percent(t.all_diagnosed, t.all_correctable) + " | " +
           Percent(t.all_diagnosed, t.all_proposed) + " |\n";
  }
  return out + "\n";
}

std::string Quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
    }
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out + "\"";
}

std::string JsonOf(const Tallies& tallies) {
  std::string out;
  for (const auto& [name, t] : tallies) {
    const std::vector<std::pair<const char*, int>> members{
        {"tried", t.tried},
        {"observable", t.observable},
        {"detected", t.detected},
        {"pointed", t.pointed},
        {"locatable", t.located_of},
        {"located", t.located},
        {"located_of_all", t.all_located},
        {"diagnosable", t.diagnosed_of},
        {"diagnosed", t.diagnosed},
        {"correctable_of_all", t.all_correctable},
        {"proposed_of_all", t.all_proposed},
        {"diagnosed_of_all", t.all_diagnosed}};
    out += (out.empty() ? "" : ", ") + Quoted(name) + ": {";
    for (size_t i = 0; i < members.size(); ++i) {
      out +=
          (i > 0 ? ", " : "") + Quoted(members[i].first) + ": " + std::to_string(members[i].second);
    }
    out += "}";
  }
  return "{" + out + "}";
}

Tallies By(const ScoreCard& card, std::string (*key)(const Trial&)) {
  Tallies tallies;
  for (const Trial& trial : card.trials) {
    tallies[key(trial)].Add(trial);
  }
  return tallies;
}

std::string ByAll(const Trial&) { return "all"; }
std::string ByKind(const Trial& trial) { return std::string(SlipName(trial.kind)); }
std::string ByManner(const Trial& trial) { return trial.manner; }

int CountAlarms(const ScoreCard& card, Severity severity) {
  return static_cast<int>(
      std::count_if(card.alarms.begin(), card.alarms.end(),
                    [&](const FalseAlarm& a) { return a.severity == severity; }));
}

}  // namespace

MarkFinder::MarkFinder(const Slip& slip, const Written& written) : slip_(slip), written_(written) {
  for (const int mark : slip.wrong) {
    words_.push_back(WithoutBlanks(WordsOf(slip.manuscript, mark)));
  }
  if (!slip.whole_block) {
    return;
  }
  std::set<int> blocks;
  for (const int mark : slip.wrong) {
    const Mark& wrong = slip.manuscript.marks[static_cast<size_t>(mark)];
    blocks.insert(wrong.row_of >= 0 ? wrong.row_of : PlaceOf(slip.manuscript, mark).block);
  }
  for (const int block : blocks) {
    std::pair<int, int> lines{INT_MAX, 0};
    EachPiece(slip.manuscript, [&](const Piece& piece, int at, int) {
      if (at == block && piece.mark >= 0) {
        const int line = written.spots[static_cast<size_t>(piece.mark)].line;
        lines = {std::min(lines.first, line), std::max(lines.second, line)};
      }
    });
    lines_.push_back(lines);
  }
}

bool MarkFinder::IsWrong(const Place& place, const std::string& text) const {
  for (size_t w = 0; w < slip_.wrong.size(); ++w) {
    if (place.page > 0) {  // no lines there: the words must do
      const std::string plain = WithoutBlanks(text);
      if (!words_[w].empty() && plain.find(words_[w]) != std::string::npos) {
        return true;
      }
      continue;
    }
    const Spot& spot = written_.spots[static_cast<size_t>(slip_.wrong[w])];
    if (spot.line == place.line && spot.begin < place.column + std::max(Characters(text), 1) &&
        place.column < spot.end) {
      return true;
    }
  }
  if (!slip_.whole_block || place.page > 0) {
    return slip_.whole_block;
  }
  return std::any_of(lines_.begin(), lines_.end(), [&](const std::pair<int, int>& lines) {
    return lines.first <= place.line && place.line <= lines.second;
  });
}

Trial Judge(const Ledger& ledger, const Slip& slip, const Written& written, const Record& clean,
            const Record& slipped) {
  Trial trial;
  trial.kind = slip.kind;
  trial.observable = !slip.broken.empty();
  trial.locatable = slip.locatable;
  trial.correctable = !slip.right.empty();
  std::set<std::string> ties;
  for (const BrokenTie& tie : slip.broken) {
    ties.insert(std::string(TieName(tie.tie)) +
                (tie.measure < 0
                     ? ""
                     : " " + Family(ledger.measures()[static_cast<size_t>(tie.measure)].key)));
  }
  for (const std::string& tie : ties) {
    trial.ties += (trial.ties.empty() ? "" : "+") + tie;
  }
  trial.what = "“" + slip.written + "” for “" + slip.right + "” in “" +
               LineOf(written, slip.wrong.front()) + "”";
  std::set<std::string> known;
  for (const Finding& finding : clean.findings) {
    known.insert(finding.id);
  }
  const MarkFinder finder(slip, written);
  for (const Finding& finding : slipped.findings) {
    if (finding.severity == Severity::kInfo || known.count(finding.id) != 0) {
      continue;
    }
    for (const Evidence& evidence : finding.evidence) {
      trial.pointed = trial.pointed || finder.IsWrong(evidence.place, evidence.text);
    }
    if (trial.detected) {
      continue;
    }
    trial.detected = true;
    const Edit* edit = finding.diagnosis.empty() ? nullptr : &finding.diagnosis.front();
    if (edit != nullptr && edit->fact >= 0) {
      const Fact& fact = slipped.facts.facts[static_cast<size_t>(edit->fact)];
      const std::string& text = slipped.document.TextAt(fact.anchor.address).utf8();
      trial.located = finder.IsWrong(
          fact.anchor.place, text.substr(fact.anchor.begin, fact.anchor.end - fact.anchor.begin));
    } else if (!finding.evidence.empty()) {
      trial.located = finder.IsWrong(finding.evidence[0].place, finding.evidence[0].text);
    }
    trial.proposed = edit != nullptr && trial.correctable;
    trial.diagnosed = trial.proposed && trial.located &&
                      (Proposes(*edit, slip.right) || IsAsGood(ledger, slip, *edit));
    trial.what += ": " + finding.rule + " " + finding.headline.zh +
                  (edit != nullptr ? " [" + edit->edit + "]" : "");
  }
  return trial;
}

void Tally::Add(const Trial& trial) {
  ++tried;
  if (!trial.observable) {
    return;
  }
  ++observable;
  detected += trial.detected ? 1 : 0;
  pointed += trial.pointed ? 1 : 0;
  all_located += trial.located ? 1 : 0;
  all_correctable += trial.correctable ? 1 : 0;
  all_proposed += trial.proposed ? 1 : 0;
  all_diagnosed += trial.diagnosed ? 1 : 0;
  if (trial.locatable) {
    ++located_of;
    located += trial.located ? 1 : 0;
    if (trial.correctable) {
      ++diagnosed_of;
      diagnosed += trial.diagnosed ? 1 : 0;
    }
  }
}

std::string PrintTable(const ScoreCard& card) {
  int reports = 0;
  for (const auto& [manner, count] : card.clean_reports) {
    reports += count;
  }
  std::string out = "clean reports: " + std::to_string(reports) + ", error findings " +
                    std::to_string(CountAlarms(card, Severity::kError)) + ", warnings " +
                    std::to_string(CountAlarms(card, Severity::kWarning)) + "\n\n";
  out += TableOf("", By(card, ByAll)) + TableOf("slip", By(card, ByKind)) +
         TableOf("manner", By(card, ByManner));
  return out + "A checker that says nothing: detected 0, located 0, diagnosed 0, false alarms 0.\n";
}

std::string PrintJson(const ScoreCard& card, const std::string& setup) {
  std::string alarms;
  for (const FalseAlarm& alarm : card.alarms) {
    alarms +=
        (alarms.empty() ? "" : ", ") +
        ("{\"manner\": " + Quoted(alarm.manner) + ", \"seed\": " + std::to_string(alarm.seed) +
         ", \"severity\": " + Quoted(std::string(SeverityName(alarm.severity))) +
         ", \"rule\": " + Quoted(alarm.rule) + ", \"message\": " + Quoted(alarm.message) + "}");
  }
  std::string reports;
  for (const auto& [manner, count] : card.clean_reports) {
    reports += (reports.empty() ? "" : ", ") + (Quoted(manner) + ": " + std::to_string(count));
  }
  return "{\"setup\": " + Quoted(setup) + ", \"clean_reports\": {" + reports +
         "}, \"clean_errors\": " + std::to_string(CountAlarms(card, Severity::kError)) +
         ", \"clean_warnings\": " + std::to_string(CountAlarms(card, Severity::kWarning)) +
         ",\n \"all\": " + JsonOf(By(card, ByAll)) +
         ",\n \"by_slip\": " + JsonOf(By(card, ByKind)) +
         ",\n \"by_manner\": " + JsonOf(By(card, ByManner)) + ",\n \"false_alarms\": [" + alarms +
         "]}\n";
}

std::string PrintSurvivors(const ScoreCard& card, int each) {
  std::map<std::string, std::vector<const Trial*>> groups;
  for (const Trial& trial : card.trials) {
    if (!trial.observable) {
      continue;
    }
    const std::string fate = !trial.detected                     ? "1 not seen"
                             : trial.locatable && !trial.located ? "2 misplaced"
                             : trial.locatable && trial.correctable && !trial.diagnosed
                                 ? "3 not corrected"
                                 : "";
    if (!fate.empty()) {
      groups[fate + " | " + std::string(SlipName(trial.kind)) + " | " + trial.ties].push_back(
          &trial);
    }
  }
  std::string out;
  for (const auto& [name, trials] : groups) {
    out += name + ": " + std::to_string(trials.size()) + "\n";
    for (size_t i = 0; i < trials.size() && i < static_cast<size_t>(each); ++i) {
      out += "    " + trials[i]->manner + " " + std::to_string(trials[i]->seed) + " " +
             trials[i]->what + "\n";
    }
  }
  return out;
}

}  // namespace crossfoot::forge
