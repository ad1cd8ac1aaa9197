// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/text_reader.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "base/utf8.h"
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
                   Document* document) {
  for (PrintedParagraph& paragraph : Reflow(lines, measure)) {
    if (!paragraph.text.empty()) {
      Block block;
      block.text = std::move(paragraph.text);
      document->blocks.push_back(std::move(block));
    }
  }
}

void AddTable(Table table, Document* document) {
  Block block;
  block.kind = BlockKind::kTable;
  block.table = static_cast<int>(document->tables.size());
  document->tables.push_back(std::move(table));
  document->blocks.push_back(std::move(block));
}

// What one finder took, the others leave.
std::vector<FoundTable> FindTables(std::span<const SourceLine> lines) {
  std::vector<FoundTable> tables;
  for (const auto finder : {FindTabTables, FindCellLineTables, FindSpacedTables}) {
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

Result<Document> ReadText(const Source& source, const ExtractOptions& /*options*/) {
  const size_t invalid = FindInvalidUtf8(source.bytes);
  if (invalid != std::string::npos) {
    return Error{ErrorCode::kInvalidEncoding,
                 "is not UTF-8 (at byte " + std::to_string(invalid) + ")", source.path};
  }
  Document document;
  document.source.media_type = "text/plain";
  const std::vector<SourceLine> lines = SplitLines(source.bytes);
  const std::span<const SourceLine> all(lines);
  std::vector<FoundTable> tables = FindTables(all);
  const LineMeasure measure = Measure(all);
  size_t at = 0;
  for (FoundTable& found : tables) {
    AddParagraphs(all.subspan(at, found.first - at), measure, &document);
    AddTable(std::move(found.table), &document);
    at = found.first + found.count;
  }
  AddParagraphs(all.subspan(at), measure, &document);
  std::vector<HeadingHints> hints(document.blocks.size());
  AttachSurroundings(&hints, &document);
  BuildOutline(hints, &document);
  return document;
}

}  // namespace crossfoot
