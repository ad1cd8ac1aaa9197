// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/across/stored_report.h"

#include <array>
#include <charconv>
#include <set>

#include "base/utf8.h"
#include "corpus/across/office_name.h"
#include "model/json/packed_record.h"

namespace crossfoot {
namespace {

constexpr char kPart[] = "SELECT json FROM packed WHERE source = ? AND part = ?";
constexpr char kFindings[] =
    "SELECT id, rule, severity, message_zh, message_en, quote, coalesce(page, 0), coalesce(line, "
    "0) FROM findings WHERE source = ? AND rule NOT GLOB 'COR*' ORDER BY n";

constexpr std::array<std::string_view, 8> kRelativeYears = {"上年度",   "上年", "本年度", "本年",
                                                            "上一年度", "去年", "当年",   "今年"};
constexpr std::array<std::string_view, 6> kEditions = {"更正版", "修订版", "更正",
                                                       "修订",   "更新",   "(公开)"};

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool IsYear(std::string_view text, size_t at) {
  if (at + 4 > text.size() || (text.substr(at, 2) != "20" && text.substr(at, 2) != "19")) {
    return false;
  }
  for (size_t i = at; i < at + 4; ++i) {
    if (text[i] < '0' || text[i] > '9') {
      return false;
    }
  }
  const bool before = at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9';
  const bool after = at + 4 < text.size() && text[at + 4] >= '0' && text[at + 4] <= '9';
  return !before && !after;
}

ReportGenre GenreOf(std::string_view words) {
  if (Contains(words, "绩效") || Contains(words, "自评")) {
    return ReportGenre::kEvaluation;
  }
  const bool budget = Contains(words, "预算");
  const bool final = Contains(words, "决算");
  return budget == final ? ReportGenre::kOther
         : budget        ? ReportGenre::kBudget
                         : ReportGenre::kFinalAccounts;
}

// Tables published without a title still say in their captions what they are.
ReportGenre GenreOfTables(const std::vector<std::string>& captions) {
  int budget = 0;
  int final = 0;
  for (const std::string& caption : captions) {
    const ReportGenre genre = GenreOf(caption);
    budget += genre == ReportGenre::kBudget ? 1 : 0;
    final += genre == ReportGenre::kFinalAccounts ? 1 : 0;
  }
  return budget > 2 * final   ? ReportGenre::kBudget
         : final > 2 * budget ? ReportGenre::kFinalAccounts
                              : ReportGenre::kOther;
}

std::string TitleWithoutEdition(std::string_view title) {
  std::string out = YearlessLabel(title, false);
  for (const std::string_view edition : kEditions) {
    for (size_t at = out.find(edition); at != std::string::npos; at = out.find(edition)) {
      out.erase(at, edition.size());
    }
  }
  return out;
}

Result<std::string> PartOf(Database& corpus, const std::string& source, const char* part) {
  CROSSFOOT_TRY(SqlValue json, corpus.Ask(kPart, {source, std::string(part)}));
  auto* text = std::get_if<std::string>(&json);
  return text == nullptr ? std::string() : std::move(*text);
}

int64_t NumberOf(std::string_view digits) {
  int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

Result<std::vector<std::string>> CaptionsOf(Database& corpus, const std::string& source) {
  CROSSFOOT_TRY(const std::string list, PartOf(corpus, source, "tables"));
  std::vector<std::string> captions;
  for (PackedRows rows(list); rows.Next();) {
    captions.push_back(rows[PackedTablePlaces::kCaption]);
  }
  return captions;
}

// A path of labels as one.
std::string PathLabel(std::string_view list, bool relative) {
  std::string path;
  for (const std::string& label : PackedStrings(list)) {
    path += (path.empty() ? "" : " / ") + label;
  }
  return YearlessLabel(path, relative);
}

Result<Done> ReadFacts(Database& corpus, const std::vector<std::string>& captions,
                       ReportContents* report) {
  using At = PackedFactPlaces;
  CROSSFOOT_TRY(const std::string list, PartOf(corpus, report->who.source, "facts"));
  std::vector<std::string> tables;
  for (const std::string& caption : captions) {
    tables.push_back(YearlessLabel(caption, false));
  }
  int64_t n = -1;
  for (PackedRows rows(list); rows.Next();) {
    ++n;
    if (!rows.Is(At::kDimension, "money") || !rows.Is(At::kBaseUnit, "元")) {
      continue;
    }
    const auto base = Decimal::Parse(rows[At::kBaseValue]);
    const auto low = Decimal::Parse(rows[At::kLow]);
    const auto high = Decimal::Parse(rows[At::kHigh]);
    const std::string qualifiers = rows[At::kQualifiers];
    const int direction = qualifiers == R"(["increase"])"   ? 1
                          : qualifiers == R"(["decrease"])" ? -1
                                                            : 0;
    // Shares, rates, approximations and bounds are no plain figures.
    if (!base || !low || !high || (direction == 0 && qualifiers != "[]")) {
      continue;
    }
    StoredFact fact;
    fact.n = n;
    fact.id = rows[At::kId];
    fact.subject = rows[At::kSubject];
    fact.metric = rows[At::kMetric];
    fact.scope = rows[At::kScope];
    fact.unit = rows[At::kUnit];
    fact.shown = rows[At::kValue] + fact.unit;
    fact.base = *base;
    fact.low = *low;
    fact.high = *high;
    fact.year = NumberOf(rows[At::kPeriod].substr(0, 4));
    fact.direction = direction;
    fact.in_table = !rows[At::kTable].empty();
    fact.disputed = rows.Is(At::kStatus, "disputed");
    fact.place = {NumberOf(rows[At::kPage]), NumberOf(rows[At::kLine])};
    const auto table = static_cast<size_t>(NumberOf(rows[At::kTable]));
    fact.words = fact.in_table ? (table < tables.size() ? tables[table] : "") + "|" +
                                     PathLabel(rows[At::kRow], false) + "|" +
                                     PathLabel(rows[At::kColumn], true)
                               : YearlessLabel(fact.subject, false);
    if (!fact.words.empty() && fact.words != "||") {
      report->facts.push_back(std::move(fact));
    }
  }
  return Done{};
}

Result<Done> ReadParagraphs(Database& corpus, ReportContents* report) {
  CROSSFOOT_TRY(const std::string list, PartOf(corpus, report->who.source, "paragraphs"));
  for (PackedRows rows(list); rows.Next();) {
    report->paragraphs.push_back(
        {rows[0], rows[1], rows[2], {NumberOf(rows[3]), NumberOf(rows[4])}});
  }
  return Done{};
}

Result<Done> ReadFindings(Database& corpus, ReportContents* report) {
  CROSSFOOT_TRY(Statement rows, corpus.Prepare(kFindings));
  rows.Bind({report->who.source});
  for (;;) {
    CROSSFOOT_TRY(const bool more, rows.Step());
    if (!more) {
      return Done{};
    }
    report->findings.push_back({std::string(rows.Text(0)),
                                std::string(rows.Text(1)),
                                std::string(rows.Text(2)),
                                std::string(rows.Text(3)),
                                std::string(rows.Text(4)),
                                std::string(rows.Text(5)),
                                {rows.Integer(6), rows.Integer(7)}});
  }
}

}  // namespace

const char* const kReportColumns =
    "r.source, s.path, s.sha256, r.entity, r.region, r.kind, r.title, coalesce(r.year, 0), "
    "r.office";

StoredReport ReadReport(const Statement& row) {
  StoredReport report;
  report.source = row.Text(0);
  report.path = row.Text(1);
  report.sha256 = row.Text(2);
  report.entity = row.Text(3);
  report.kind = FoldLabel(row.Text(5));
  report.title = TitleWithoutEdition(row.Text(6));
  report.year = row.Integer(7);
  report.office = row.Text(8);
  report.genre = GenreOf(report.kind);
  const Office office = OfficeOf(report.entity, row.Text(4));
  report.above = office.above;
  report.renamed = office.renamed;
  return report;
}

Result<ReportContents> ContentsOf(Database& corpus, const StoredReport& report) {
  ReportContents contents{report, {}, {}, {}};
  CROSSFOOT_TRY(const std::vector<std::string> captions, CaptionsOf(corpus, report.source));
  if (contents.who.genre == ReportGenre::kOther && contents.who.kind.empty()) {
    contents.who.genre = GenreOfTables(captions);
  }
  CROSSFOOT_DO(ReadFacts(corpus, captions, &contents));
  CROSSFOOT_DO(ReadParagraphs(corpus, &contents));
  CROSSFOOT_DO(ReadFindings(corpus, &contents));
  return contents;
}

std::string YearlessLabel(std::string_view label, bool relative) {
  const std::string folded = FoldLabel(label);
  std::string out;
  for (size_t at = 0; at < folded.size();) {
    if (IsYear(folded, at)) {
      at += 4;
      for (const std::string_view unit : {"年度", "年"}) {
        if (folded.compare(at, unit.size(), unit) == 0) {
          at += unit.size();
          break;
        }
      }
      continue;
    }
    out.push_back(folded[at++]);
  }
  if (const size_t empty = out.find("()"); empty != std::string::npos) {
    out.erase(empty, 2);
  }
  if (relative) {
    for (const std::string_view word : kRelativeYears) {
      for (size_t at = out.find(word); at != std::string::npos; at = out.find(word)) {
        out.erase(at, word.size());
      }
    }
  }
  return out;
}

FiguresByWords UniqueFiguresBy(const std::vector<StoredFact>& facts, int64_t year,
                               std::string (*key)(const StoredFact&)) {
  FiguresByWords out;
  std::set<std::string> several;
  for (const StoredFact& fact : facts) {
    if (fact.direction != 0 || fact.year != year) {
      continue;
    }
    std::string words = key(fact);
    if (words.empty()) {
      continue;
    }
    const auto [found, fresh] = out.emplace(std::move(words), &fact);
    if (!fresh && (fact.low > found->second->high || found->second->low > fact.high)) {
      several.insert(found->first);
    } else if (!fresh && fact.high - fact.low < found->second->high - found->second->low) {
      found->second = &fact;  // the one printed more finely
    }
  }
  for (const std::string& words : several) {
    out.erase(words);
  }
  return out;
}

FiguresByWords UniqueFigures(const std::vector<StoredFact>& facts, int64_t year) {
  return UniqueFiguresBy(facts, year, [](const StoredFact& fact) { return fact.words; });
}

}  // namespace crossfoot
