// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/text_reader.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "extract/outline/outline.h"
#include "extract/text/clean_text.h"
#include "extract/text/reflow.h"
#include "extract/text/source_line.h"

namespace crossfoot {
namespace {

// Lines [first, first + count) that hold tabs, one row each.
Table ReadTabbed(std::span<const SourceLine> lines) {
  Table table;
  for (const SourceLine& line : lines) {
    int column = 0;
    int character = 1;
    for (size_t at = 0; at <= line.raw.size(); ++column) {
      const size_t end = std::min(line.raw.find('\t', at), line.raw.size());
      Cell cell;
      cell.row = table.rows;
      cell.column = column;
      cell.place = Place{0, line.number, character, {}};
      AppendClean(line.raw.substr(at, end - at), line.number, character, &cell.text);
      character += static_cast<int>(CountUtf8(line.raw.substr(at, end - at))) + 1;
      table.cells.push_back(std::move(cell));
      at = end + 1;
    }
    table.columns = std::max(table.columns, column);
    ++table.rows;
  }
  table.header_rows = 1;
  table.label_columns = 1;
  table.blocks = {{0, table.columns - 1}};
  return table;
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
  const LineMeasure measure = Measure(all);
  for (size_t i = 0; i < lines.size();) {
    size_t end = i;
    while (end < lines.size() && lines[end].tabbed == lines[i].tabbed &&
           (end == i || !lines[i].tabbed || lines[end].blanks_before == 0)) {
      ++end;
    }
    if (lines[i].tabbed) {
      Block block;
      block.kind = BlockKind::kTable;
      block.table = static_cast<int>(document.tables.size());
      document.tables.push_back(ReadTabbed(all.subspan(i, end - i)));
      document.blocks.push_back(std::move(block));
    } else {
      for (PrintedParagraph& paragraph : Reflow(all.subspan(i, end - i), measure)) {
        Block block;
        block.text = std::move(paragraph.text);
        document.blocks.push_back(std::move(block));
      }
    }
    i = end;
  }
  BuildOutline({}, &document);
  return document;
}

}  // namespace crossfoot
