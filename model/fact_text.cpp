// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fact_text.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace crossfoot {
namespace {

std::vector<std::string_view> Split(std::string_view line, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (size_t from = 0;;) {
    const size_t at = line.find(separator, from);
    parts.push_back(TrimBlanks(line.substr(from, at == std::string_view::npos ? at : at - from)));
    if (at == std::string_view::npos) {
      return parts;
    }
    from = at + separator.size();
  }
}

std::string OrDash(std::string_view text) { return text.empty() ? "-" : std::string(text); }

std::string PrintPlace(const Place& place) {
  if (place.line > 0) {
    return "L" + std::to_string(place.line);
  }
  return place.page > 0 ? "P" + std::to_string(place.page) : "-";
}

bool ReadInt(std::string_view text, int* out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *out);
  return error == std::errc() && end == text.data() + text.size();
}

bool ReadPlace(std::string_view text, Place* place) {
  if (text == "-") {
    return true;
  }
  if (text.size() < 2 || (text[0] != 'L' && text[0] != 'P')) {
    return false;
  }
  return ReadInt(text.substr(1), text[0] == 'L' ? &place->line : &place->page);
}

bool ReadPeriod(std::string_view text, Period* period) {
  if (text == "-") {
    return true;
  }
  period->kind = Period::Kind::kYear;
  const size_t dash = text.find('-');
  if (dash != std::string_view::npos) {
    const std::string_view kind = text.substr(dash + 1);
    if (kind == "start") {
      period->kind = Period::Kind::kYearStart;
    } else if (kind == "end") {
      period->kind = Period::Kind::kYearEnd;
    } else if (kind == "half") {
      period->kind = Period::Kind::kHalfYear;
    } else if (kind == "part") {
      period->kind = Period::Kind::kDate;
    } else {
      return false;
    }
  }
  return ReadInt(text.substr(0, dash), &period->year);
}

bool ReadQualifiers(std::string_view text, Qualifier* qualifiers) {
  if (text == "-") {
    return true;
  }
  for (const std::string_view name : Split(text, " ")) {
    bool known = false;
    for (uint32_t bit = 1; bit != 0; bit <<= 1) {
      const std::vector<std::string_view> names = QualifierNames(static_cast<Qualifier>(bit));
      if (!names.empty() && names.front() == name) {
        *qualifiers = *qualifiers | static_cast<Qualifier>(bit);
        known = true;
      }
    }
    if (!known) {
      return false;
    }
  }
  return true;
}

// Reads one line; returns what was wrong with it, or "".
std::string_view ReadLine(std::string_view line, int block, std::vector<Fact>* facts) {
  const std::vector<std::string_view> field = Split(line, "|");
  if (field.size() < 5) {
    return "a fact has at least five fields";
  }
  const size_t blank = field[4].find(' ');
  const auto value = Decimal::Parse(field[4].substr(0, blank));
  if (!value) {
    return "the value is not a decimal number";
  }
  Quantity quantity{*value, {}, {}};
  if (blank != std::string_view::npos) {
    const std::string_view symbol = TrimBlanks(field[4].substr(blank));
    quantity.unit = StandardUnit(symbol).value_or(
        Unit{std::string(symbol), Dimension::kCount, 1, UnitSource::kBeside});
  }
  const bool exact = quantity.unit.dimension == Dimension::kCount ||
                     quantity.unit.dimension == Dimension::kNone ||
                     quantity.unit.dimension == Dimension::kScore;
  quantity.interval =
      exact ? Interval(quantity.BaseValue())
            : Interval::Rounded(*value, value->scale()) * Interval(quantity.unit.factor);
  Anchor anchor{{TextAddress::Part::kBlock, block, 0}, 0, 0, {}};
  if (field.size() > 6 && !ReadPlace(field[6], &anchor.place)) {
    return "the place is L or P and a number";
  }
  if (field.size() > 7) {
    const auto interval = Interval::Parse(field[7]);
    if (!interval) {
      return "the interval cannot be read";
    }
    quantity.interval = *interval;
  }
  Fact fact(anchor, quantity);
  const auto scope = field[2] == "-" ? Scope::kUnknown : ScopeFromName(field[2]);
  if (!scope) {
    return "unknown scope";
  }
  fact.scope = *scope;
  fact.metric = field[0] == "-" ? "" : std::string(field[0]);
  fact.subject = field[1] == "-" ? "" : std::string(field[1]);
  if (!ReadPeriod(field[3], &fact.period)) {
    return "the period cannot be read";
  }
  if (field.size() > 5 && !ReadQualifiers(field[5], &fact.qualifiers)) {
    return "unknown qualifier";
  }
  facts->push_back(std::move(fact));
  return "";
}

}  // namespace

std::string PrintFact(const Fact& fact) {
  std::string line = OrDash(fact.metric) + " | " + OrDash(fact.subject) + " | " +
                     (fact.scope == Scope::kUnknown ? "-" : std::string(ScopeName(fact.scope))) +
                     " | " + OrDash(fact.period.ToString()) + " | " +
                     fact.quantity.value.ToString();
  if (!fact.quantity.unit.symbol.empty()) {
    line += " " + fact.quantity.unit.symbol;
  }
  std::string qualifiers;
  for (const std::string_view name : QualifierNames(fact.qualifiers)) {
    qualifiers += (qualifiers.empty() ? "" : " ") + std::string(name);
  }
  return line + " | " + OrDash(qualifiers) + " | " + PrintPlace(fact.anchor.place) + " | " +
         fact.quantity.interval.ToString();
}

Result<std::vector<Fact>> ReadFacts(std::string_view text) {
  std::vector<Fact> facts;
  int number = 0;
  for (const std::string_view line : Split(text, "\n")) {
    ++number;
    if (line.empty() || line.front() == '#') {
      continue;
    }
    const std::string_view wrong = ReadLine(line, static_cast<int>(facts.size()), &facts);
    if (!wrong.empty()) {
      return Error{ErrorCode::kBrokenConfig, std::string(wrong), "", 0, number};
    }
  }
  return facts;
}

}  // namespace crossfoot
