// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/score_sheet.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "validate/reading/headed_sheet.h"
#include "validate/reading/headless_sheet.h"
#include "validate/reading/measure_words.h"
#include "validate/reading/sheet_cell.h"

namespace crossfoot {
namespace {

constexpr size_t kLeastIndicators = 3;
constexpr size_t kMostCells = 20'000;

bool LooksLikeSheet(const ScoreSheet& sheet) {
  size_t marked = 0;
  size_t scored = 0;
  for (const SheetNode& node : sheet.nodes) {
    marked += node.weight >= 0 ? 1 : 0;
    scored += node.level == 3 && node.score >= 0 && node.weight >= 0 ? 1 : 0;
  }
  return marked > kLeastIndicators && scored >= kLeastIndicators;
}

bool SpeaksOfScores(const Table& table) {
  for (const Cell& cell : table.cells) {
    if (cell.row > std::max(1, table.header_rows) + 1) {
      break;
    }
    if (ContainsAny(cell.text.utf8(), "得分|评分|自评分|分值")) {
      return true;
    }
  }
  return false;
}

// All cells of a table that hold anything.
std::vector<SheetCell> CellsOf(const Table& table, int block, const FactsByText& by_text,
                               const FactSet& facts) {
  const std::set<int> values = ValueColumns(table);
  std::vector<SheetCell> cells;
  for (size_t c = 0; c < table.cells.size(); ++c) {
    const TextAddress address{TextAddress::Part::kCell, block, static_cast<int>(c)};
    const std::string& inside = table.cells[c].text.utf8();
    SheetCell cell = ClassifySheetCell(address, inside, 0, inside.size(), by_text, facts);
    if (cell.role == CellRole::kBlank) {
      continue;
    }
    if (cell.role == CellRole::kName && table.cells[c].row >= table.header_rows &&
        values.contains(table.cells[c].column)) {
      cell.role = CellRole::kText;
      cell.name.clear();
    }
    cell.row = table.cells[c].row;
    cell.column = table.cells[c].column;
    cells.push_back(std::move(cell));
  }
  return cells;
}

}  // namespace

std::vector<ScoreSheet> ReadScoreSheets(const Document& document, const FactSet& facts) {
  FactsByText by_text;
  for (size_t i = 0; i < facts.facts.size(); ++i) {
    by_text[facts.facts[i].anchor.address].push_back(static_cast<FactId>(i));
  }
  std::vector<ScoreSheet> sheets;
  std::vector<SheetCell> cells;      // of a sheet without a head
  std::optional<ScoreSheet> headed;  // a sheet with one, which may go on in the next table
  const auto flush = [&] {
    std::optional<ScoreSheet> sheet = std::exchange(headed, std::nullopt);
    if (!cells.empty()) {
      sheet = ReadHeadlessSheet(std::exchange(cells, {}), facts);
    }
    if (sheet && LooksLikeSheet(*sheet)) {
      sheets.push_back(*std::move(sheet));
    }
  };
  // A text table printed one cell a line: from its first piped line on.
  bool piped = false;
  for (size_t b = 0; b < document.blocks.size() && cells.size() < kMostCells; ++b) {
    const Block& block = document.blocks[b];
    const TextAddress address{TextAddress::Part::kBlock, static_cast<int>(b), 0};
    if (block.kind == BlockKind::kTable && block.table >= 0) {
      const Table& table = document.tables[static_cast<size_t>(block.table)];
      const std::vector<const Indicator*> listed = ListedIndicators(facts, block.table);
      if (MakeASheet(listed)) {
        if (!headed || headed->total_score >= 0 || headed->total_weight >= 0) {
          flush();
          headed.emplace();
        }
        piped = false;
        AppendHeadedRows(listed, CellsOf(table, static_cast<int>(b), by_text, facts), facts,
                         &*headed);
        continue;
      }
      const bool ended = std::any_of(cells.begin(), cells.end(), [](const SheetCell& cell) {
        return cell.role == CellRole::kName && IsTotalRow(cell.name);
      });
      if (piped || ended || headed || !SpeaksOfScores(table)) {
        flush();
        piped = false;
      }
      if (SpeaksOfScores(table)) {
        std::vector<SheetCell> more = CellsOf(table, static_cast<int>(b), by_text, facts);
        std::move(more.begin(), more.end(), std::back_inserter(cells));
      }
      continue;
    }
    const std::string_view text = block.text.utf8();
    const bool pipe = text.find('|') != std::string_view::npos;
    if ((!cells.empty() || headed) && !piped) {
      // Between the pages of one sheet stand a few short lines at most.
      if (text.size() > kLongestSheetName) {
        flush();
      }
      continue;
    }
    if (!piped && !pipe) {
      continue;
    }
    piped = true;
    for (size_t begin = 0; begin <= text.size();) {
      const size_t end = std::min(text.find('|', begin), text.size());
      SheetCell cell = ClassifySheetCell(address, text, begin, end, by_text, facts);
      if (cell.role != CellRole::kBlank) {
        cells.push_back(std::move(cell));
      }
      begin = end + 1;
    }
  }
  flush();
  return sheets;
}

}  // namespace crossfoot
