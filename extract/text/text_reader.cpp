// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/text_reader.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "extract/html/page_furniture.h"
#include "extract/markdown/mark.h"
#include "extract/markdown/markup_table.h"
#include "extract/markdown/pipe_table.h"
#include "extract/outline/outline.h"
#include "extract/outline/surroundings.h"
#include "extract/text/cell_line_table.h"
#include "extract/text/reflow.h"
#include "extract/text/source_line.h"
#include "extract/text/spaced_table.h"
#include "extract/text/tab_table.h"

namespace crossfoot {
namespace {

void AddParagraphs(std::span<const SourceLine> lines, const LineMeasure& measure,
                   std::vector<HeadingHints>* hints, Document* document) {
  for (PrintedParagraph& paragraph : Reflow(lines, measure)) {
    if (paragraph.text.empty()) {
      continue;
    }
    if (IsPageFurniture(paragraph.text.utf8())) {
      document->furniture.push_back(std::move(paragraph.text));
      continue;
    }
    Block block;
    block.text = std::move(paragraph.text);
    document->blocks.push_back(std::move(block));
    hints->emplace_back();
    hints->back().markup_level = paragraph.markup_level;
  }
}

void AddTable(Table table, const Limits& limits, std::vector<HeadingHints>* hints,
              Document* document) {
  if (table.cells.size() > static_cast<size_t>(limits.cells_per_table)) {
    const Place place = table.cells.front().place;
    document->notes.push_back(
        {NoteKind::kLimit,
         "a table of " + std::to_string(table.cells.size()) + " cells was left out", place});
    return;
  }
  hints->emplace_back();
  Block block;
  block.kind = BlockKind::kTable;
  block.table = static_cast<int>(document->tables.size());
  document->tables.push_back(std::move(table));
  document->blocks.push_back(std::move(block));
}

// What one finder took, the others leave.
std::vector<FoundTable> FindTables(std::span<const SourceLine> lines) {
  std::vector<FoundTable> tables;
  for (const auto finder :
       {FindMarkupTables, FindTabTables, FindPipeTables, FindCellLineTables, FindSpacedTables}) {
    for (FoundTable& found : finder(lines)) {
      const bool free = std::none_of(tables.begin(), tables.end(), [&](const FoundTable& other) {
        return found.first < other.first + other.count && other.first < found.first + found.count;
      });
      if (free) {
        tables.push_back(std::move(found));
      }
    }
  }
  std::sort(tables.begin(), tables.end(),
            [](const FoundTable& a, const FoundTable& b) { return a.first < b.first; });
  return tables;
}

}  // namespace

Result<Document> ReadText(std::string_view utf8, const Limits& limits) {
  Document document;
  document.source.media_type = "text/plain";
  std::vector<SourceLine> lines = SplitLines(utf8);
  ReadMarks(&lines);
  const std::span<const SourceLine> all(lines);
  std::vector<FoundTable> tables = FindTables(all);
  const LineMeasure measure = Measure(all);
  std::vector<HeadingHints> hints;
  size_t at = 0;
  for (FoundTable& found : tables) {
    AddParagraphs(all.subspan(at, found.first - at), measure, &hints, &document);
    AddTable(std::move(found.table), limits, &hints, &document);
    at = found.first + found.count;
  }
  AddParagraphs(all.subspan(at), measure, &hints, &document);
  if (document.blocks.empty()) {
    if (!document.notes.empty()) {
      return Error{ErrorCode::kLimitExceeded, "has nothing but " + document.notes.front().message};
    }
    return Error{ErrorCode::kNoText, "has no text"};
  }
  AttachSurroundings(&hints, &document);
  BuildOutline(hints, &document);
  return document;
}

}  // namespace crossfoot
