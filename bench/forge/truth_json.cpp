// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/forge/truth_json.h"

#include <array>

#include "bench/forge/slip_tools.h"

namespace crossfoot::forge {

namespace {

constexpr std::array kForms{"sum", "quotient", "growth", "growth-by-amount", "product", "at-most"};

std::string PlaceJson(const Spot& spot) {
  return "\"line\": " + std::to_string(spot.line) + ", \"column\": " + std::to_string(spot.begin) +
         ", \"end_column\": " + std::to_string(spot.end);
}

std::string FactsJson(const Manuscript& manuscript, const Ledger& ledger, const Written& written) {
  std::string out;
  for (size_t m = 0; m < manuscript.marks.size(); ++m) {
    const Mark& mark = manuscript.marks[m];
    if (mark.kind != MarkKind::kFigure || mark.gone) {
      continue;
    }
    const std::string unit = mark.unit_mark < 0 ? "" : WordsOf(manuscript, mark.unit_mark);
    out +=
        (out.empty() ? "" : ", ") +
        ("{\"measure\": " + JsonString(ledger.measures()[static_cast<size_t>(mark.measure)].key) +
         ", \"text\": " + JsonString(WordsOf(manuscript, static_cast<int>(m))) +
         ", \"unit\": " + JsonString(unit) + ", \"value\": " + JsonString(mark.value.ToString()) +
         ", " + PlaceJson(written.spots[m]) + "}");
  }
  return out;
}

std::string TiesJson(const Ledger& ledger) {
  const auto key = [&](int measure) {
    return JsonString(ledger.measures()[static_cast<size_t>(measure)].key);
  };
  std::string out;
  for (const Identity& identity : ledger.identities()) {
    out += (out.empty() ? "" : ", ") +
           ("{\"form\": " + JsonString(kForms.at(static_cast<size_t>(identity.form))) +
            ", \"result\": " + key(identity.result) + ", \"terms\": [");
    for (size_t t = 0; t < identity.terms.size(); ++t) {
      out += (t > 0 ? ", " : "") + ("[" + std::to_string(identity.terms[t].first) + ", " +
                                    key(identity.terms[t].second) + "]");
    }
    out += "]}";
  }
  return out;
}

std::string OutlineJson(const Manuscript& manuscript, BlockForm form) {
  std::string out;
  for (const ManuscriptBlock& block : manuscript.blocks) {
    if (block.form != form) {
      continue;
    }
    out += out.empty() ? "" : ", ";
    if (form == BlockForm::kGrid) {
      out += "{\"caption\": " + JsonString(block.grid.caption) +
             ", \"unit\": " + JsonString(TextOf(block.grid.unit_note)) +
             ", \"rows\": " + std::to_string(block.grid.rows.size()) + "}";
    } else {
      out += "{\"level\": " + std::to_string(block.level) +
             ", \"title\": " + JsonString(TextOf(block.pieces)) + "}";
    }
  }
  return out;
}

std::string SlipJson(const Slip& slip, const Written& written) {
  std::string places;
  for (const int mark : slip.wrong) {
    places += (places.empty() ? "" : ", ") +
              ("{" + PlaceJson(written.spots[static_cast<size_t>(mark)]) + "}");
  }
  std::string broken;
  for (const BrokenTie& tie : slip.broken) {
    broken += (broken.empty() ? "" : ", ") + JsonString(std::string(TieName(tie.tie)));
  }
  return "{\"kind\": " + JsonString(std::string(SlipName(slip.kind))) +
         ", \"written\": " + JsonString(slip.written) + ", \"right\": " + JsonString(slip.right) +
         ", \"places\": [" + places + "], \"broken\": [" + broken +
         "], \"locatable\": " + (slip.locatable ? "true" : "false") + "}";
}

}  // namespace

std::string JsonString(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
    }
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out + "\"";
}

std::string TruthJson(const std::string& file, const Manuscript& manuscript, const Ledger& ledger,
                      const Written& written, const Slip* slip) {
  return "{\"file\": " + JsonString(file) + ", \"manner\": " + JsonString(manuscript.manner) +
         ", \"year\": " + std::to_string(manuscript.year) +
         ", \"slip\": " + (slip == nullptr ? "null" : SlipJson(*slip, written)) +
         ", \"sections\": [" + OutlineJson(manuscript, BlockForm::kHeading) + "], \"tables\": [" +
         OutlineJson(manuscript, BlockForm::kGrid) + "], \"facts\": [" +
         FactsJson(manuscript, ledger, written) + "], \"relations\": [" + TiesJson(ledger) + "]}";
}

}  // namespace crossfoot::forge
