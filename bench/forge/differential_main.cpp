// SPDX-License-Identifier: GPL-3.0-or-later
//
// crossfoot_differential: what must not depend on the medium, and corrections that must mend.
//
//   crossfoot_differential [--reports N] [--seed S]
//
// Each forged report, clean and with one slip of each kind, is checked as plain text with
// tabulators, as text with bars, as Markdown and as HTML: the findings (rule, stated, computed)
// must be the same. Then the first correction of each new finding is written into the text at its
// place: the report must have no finding left that the clean one did not have. Prints counts and
// the first differences; the exit status is 1 when media differ.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "bench/forge/check_report.h"
#include "bench/forge/manner.h"
#include "bench/forge/slip.h"
#include "bench/forge/writer.h"

namespace crossfoot::forge {

namespace {

constexpr std::array kMedia{Medium::kTabbed, Medium::kPiped, Medium::kMarkdown, Medium::kHtml};
constexpr std::array kMediaNames{"text", "piped", "markdown", "html"};
constexpr int kShown = 12;

struct Counts {
  int compared = 0;
  int differ = 0;
  int corrections = 0;
  int mended = 0;
};

Record Check(const std::string& bytes) { return CheckReport({"forged", bytes}); }

std::vector<std::string> Said(const Record& record) {
  std::vector<std::string> said;
  for (const Finding& finding : record.findings) {
    said.push_back(finding.rule + " " + finding.stated + " " + finding.computed);
  }
  std::sort(said.begin(), said.end());
  return said;
}

void Compare(const std::string& name, const Manuscript& manuscript, Counts* counts) {
  std::vector<std::string> first;
  for (size_t m = 0; m < kMedia.size(); ++m) {
    const std::vector<std::string> said = Said(Check(Write(manuscript, kMedia.at(m)).bytes));
    if (m == 0) {
      first = said;
      ++counts->compared;
    } else if (said != first) {
      if (++counts->differ <= kShown) {
        std::printf("%s: %zu findings as text, %zu as %s\n", name.c_str(), first.size(),
                    said.size(), kMediaNames.at(m));
      }
      return;
    }
  }
}

// Byte of character `column` of line `line`, both from 1.
size_t ByteOf(const std::string& text, int line, int column) {
  size_t at = 0;
  for (int l = 1; l < line; ++l) {
    at = text.find('\n', at) + 1;
  }
  for (int c = 1; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U && c++ == column) {
      break;
    }
  }
  return at;
}

// "12.3万元 → 13.2万元" → the digits of the second.
std::string DigitsAfterArrow(const std::string& edit) {
  static const std::string kArrow = " → ";
  const size_t arrow = edit.find(kArrow);
  if (arrow == std::string::npos) {
    return "";
  }
  const std::string to = edit.substr(arrow + kArrow.size());
  return to.substr(0, to.find_first_not_of("-0123456789.,"));
}

// The bytes that a correction replaces, and by what; nothing where it is one of words.
struct Replacement {
  size_t from = 0;
  size_t end = 0;
  std::string digits;
};

std::optional<Replacement> ReplacementOf(const Record& record, const std::string& bytes,
                                         const Finding& finding) {
  if (finding.diagnosis.empty() || finding.diagnosis[0].fact < 0) {
    return std::nullopt;
  }
  const Edit& edit = finding.diagnosis[0];
  const std::string digits = DigitsAfterArrow(edit.edit);
  const Place& place = record.facts.facts[static_cast<size_t>(edit.fact)].anchor.place;
  const size_t from = ByteOf(bytes, place.line, place.column);
  const size_t number = bytes.find_first_of("-0123456789", from);
  const size_t end = bytes.find_first_not_of("-0123456789.,", number);
  // A unit is mended by the words after the digits; those are left to the score.
  if (digits.empty() || number == std::string::npos || number > from + 6 ||
      bytes.substr(number, end - number) == digits) {
    return std::nullopt;
  }
  return Replacement{number, end, digits};
}

void Mend(const std::string& name, const Written& written, const Record& clean, Counts* counts) {
  const Record record = Check(written.bytes);
  const std::vector<std::string> known = Said(clean);
  std::map<size_t, Replacement> replacements;  // one place is mended once
  std::string edits;
  for (const Finding& finding : record.findings) {
    const std::string said = finding.rule + " " + finding.stated + " " + finding.computed;
    if (std::binary_search(known.begin(), known.end(), said)) {
      continue;
    }
    if (const auto replacement = ReplacementOf(record, written.bytes, finding)) {
      replacements.emplace(replacement->from, *replacement);
      edits += " " + finding.diagnosis[0].edit;
    } else if (replacements.empty()) {
      return;  // the first finding has no figure to put right
    }
  }
  if (replacements.empty()) {
    return;
  }
  std::string bytes = written.bytes;
  for (auto it = replacements.rbegin(); it != replacements.rend(); ++it) {
    bytes.replace(it->second.from, it->second.end - it->second.from, it->second.digits);
  }
  ++counts->corrections;
  if (Check(bytes).findings.size() <= clean.findings.size()) {
    ++counts->mended;
  } else if (counts->corrections - counts->mended <= kShown) {
    std::printf("%s: not mended by%s\n", name.c_str(), edits.c_str());
  }
}

int Main(int argc, char** argv) {
  int reports = 16;
  uint64_t seed = 1;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::string(argv[i]) == "--reports") {
      reports = std::atoi(argv[i + 1]);
    } else if (std::string(argv[i]) == "--seed") {
      seed = std::strtoull(argv[i + 1], nullptr, 10);
    } else {
      std::fprintf(stderr, "crossfoot_differential [--reports N] [--seed S]\n");
      return 2;
    }
  }
  Counts counts;
  for (int i = 0; i < reports; ++i) {
    const Manner& manner = Manners()[static_cast<size_t>(i) % Manners().size()];
    const uint64_t own = seed + static_cast<uint64_t>(i);
    const ForgedReport report = manner.write(own);
    const std::string name = std::string(manner.name) + "-" + std::to_string(own);
    Compare(name, report.manuscript, &counts);
    const Record clean = Check(Write(report.manuscript, Medium::kTabbed).bytes);
    Random random(own, "slips " + std::string(manner.name));
    for (const SlipKind kind : AllSlips()) {
      for (const Slip& slip :
           MakeSlips(report.ledger, report.hand, report.manuscript, kind, 1, &random)) {
        const std::string slipped = name + "-" + std::string(SlipName(kind));
        Compare(slipped, slip.manuscript, &counts);
        if (!slip.broken.empty()) {
          Mend(slipped, Write(slip.manuscript, Medium::kTabbed), clean, &counts);
        }
      }
    }
  }
  std::printf("reports compared over %zu media: %d, that differ: %d\n", kMedia.size(),
              counts.compared, counts.differ);
  std::printf("corrections applied: %d, that leave a clean report: %d\n", counts.corrections,
              counts.mended);
  return counts.differ > 0 ? 1 : 0;
}

}  // namespace

}  // namespace crossfoot::forge

int main(int argc, char** argv) { return crossfoot::forge::Main(argc, argv); }
