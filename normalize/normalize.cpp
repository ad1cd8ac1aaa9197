// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/normalize.h"

#include "normalize/identity.h"
#include "normalize/indicator_prose.h"
#include "normalize/indicator_sheet.h"
#include "normalize/prose_facts.h"
#include "normalize/report_year.h"
#include "normalize/table_facts.h"

namespace crossfoot {
namespace {

using normalize::ScannedText;

std::string_view SectionTitle(const Document& document, int block) {
  const int section = document.blocks.at(static_cast<size_t>(block)).section;
  return section < 0 ? std::string_view()
                     : std::string_view(document.outline.at(static_cast<size_t>(section)).title);
}

// The short line right above a table, where its unit may stand.
std::string_view LineAbove(const Document& document, int block) {
  constexpr size_t kLongest = 90;  // bytes
  for (int above = block - 1; above >= 0 && above >= block - 2; --above) {
    const Block& candidate = document.blocks.at(static_cast<size_t>(above));
    const std::string& words = candidate.text.utf8();
    if (candidate.kind == BlockKind::kTable || words.size() > kLongest) {
      break;
    }
    if (words.find("单位") != std::string::npos) {
      return words;
    }
  }
  return {};
}

// The texts from `first` on that belong to the same table: gives where they end.
size_t TableEnd(const std::vector<ScannedText>& texts, size_t first) {
  size_t end = first;
  while (end < texts.size() && texts[end].address.block == texts[first].address.block) {
    ++end;
  }
  return end;
}

void ReadTable(const Document& document, const std::vector<ScannedText>& texts, size_t first,
               size_t end, const Lexicon& lexicon, FactSet* facts) {
  const Table& table = document.TableAt(texts[first].address);
  std::vector<const ScannedText*> cells(table.cells.size(), nullptr);
  for (size_t i = first; i < end; ++i) {
    if (texts[i].address.part == TextAddress::Part::kCell) {
      cells.at(static_cast<size_t>(texts[i].address.index)) = &texts[i];
    }
  }
  const auto others = [&](bool before_cells) {
    for (size_t i = first; i < end; ++i) {
      const TextAddress::Part part = texts[i].address.part;
      const bool note = part == TextAddress::Part::kTableNote;
      if (part != TextAddress::Part::kCell && note != before_cells) {
        normalize::ReadProseFacts(texts[i], lexicon, facts);
      }
    }
  };
  others(true);
  const normalize::TableFrame frame(table, cells, lexicon);
  std::vector<FactId> fact_of_cell;
  const int block = texts[first].address.block;
  normalize::ReadTableFacts(table, frame, cells,
                            {LineAbove(document, block), SectionTitle(document, block)}, lexicon,
                            facts->identity.year, facts, &fact_of_cell);
  others(false);
  const int index = document.blocks.at(static_cast<size_t>(block)).table;
  normalize::ReadIndicatorSheet(table, index, frame.grid(), cells, fact_of_cell, facts);
}

}  // namespace

FactSet Normalize(const Document& document, const Lexicon& lexicon) {
  FactSet facts;
  facts.lexicon_version = lexicon.version();
  std::vector<ScannedText> texts;
  const std::vector<TextAddress> addresses = document.AllTexts();
  texts.reserve(addresses.size());
  for (const TextAddress& address : addresses) {
    texts.emplace_back(document, address, lexicon);
  }
  const int title = normalize::FindTitle(document, texts);
  facts.identity = normalize::FindIdentity(document, texts, title);
  const normalize::ReportYear year = normalize::FindReportYear(document, texts, title);
  facts.identity.year = year.year;
  facts.identity.year_reason = year.reason;
  for (size_t i = 0; i < texts.size();) {
    if (texts[i].address.part == TextAddress::Part::kBlock) {
      normalize::ReadProseFacts(texts[i], lexicon, &facts);
      ++i;
      continue;
    }
    const size_t end = TableEnd(texts, i);
    ReadTable(document, texts, i, end, lexicon, &facts);
    i = end;
  }
  normalize::ReadIndicatorProse(document, texts, &facts);
  normalize::FindScore(document, texts, &facts);
  return facts;
}

}  // namespace crossfoot
