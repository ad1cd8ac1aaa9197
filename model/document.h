// SPDX-License-Identifier: GPL-3.0-or-later
//
// A report as its author wrote it, in reading order: headings, paragraphs, list items, tables,
// notes; page furniture set apart; an outline of its sections.
//
// extract/ makes one; nothing later reads the source again. Every character leads back to its
// place.
//
// Tested by tests/model/document_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/table.h"
#include "model/text.h"

namespace crossfoot {

struct SourceInfo {
  std::string path;        // as the user gave it
  std::string sha256;      // of the bytes, in lower-case hex
  std::string media_type;  // "application/pdf", told by content
  int64_t bytes = 0;
  int pages = 0;  // 0 for text sources
};

enum class BlockKind {
  kHeading,
  kParagraph,
  kListItem,
  kTable,  // text is empty; `table` names it
  kFootnote,
};

struct Block {
  BlockKind kind = BlockKind::kParagraph;
  Text text;       // numbering included, as printed
  int table = -1;  // index in Document::tables for kTable
  int section =
      -1;  // index in Document::outline of the innermost section it belongs to; -1: before all
};

// A heading in the outline (the section tree). Level 1 is the outermost that the report uses.
struct Section {
  std::string number;  // as printed: "一、" "（一）" "1." "附件2"; empty for unnumbered headings
  int level = 1;
  std::string title;    // without the number
  int block = -1;       // its heading in Document::blocks; a run-in heading's own paragraph
  int parent = -1;      // index in the outline, or -1
  bool run_in = false;  // the heading opens its paragraph instead of standing on a line of its own
};

// What extraction could do only weakly, with its place.
enum class NoteKind {
  kHiddenText,       // invisible or clipped text was set aside
  kNeedsOcr,         // the page is a picture, or its fonts cannot be mapped to characters
  kOcrRead,          // the page was read by OCR
  kDoubtfulReading,  // a figure whose reading stays in doubt
  kTableSkipped,     // something looked like a table but could not be read as one
  kLimit,            // part of a page or table was over a limit
  kDamagedPage,      // the page could not be interpreted to its end
  kEncodingGuessed,
  kTextCutOff,  // text runs past the page's edge
};

struct Note {
  NoteKind kind;
  std::string message;  // English, one line
  Place place;
};

std::string_view NoteName(NoteKind kind);

// A figure read from a picture whose reading stays in doubt, as a person would look at it.
struct DoubtfulFigure {
  Place place;                      // its box on the page
  std::string text;                 // as it stands in the document
  float confidence = 0;             // of its least sure digit
  std::vector<std::string> others;  // what else it may be, likeliest first
  // `text` was chosen among the readings because the sums of its table close with it: that they
  // close proves nothing then.
  bool chosen = false;
};

struct PageInfo {
  int number = 0;   // 1-based
  float width = 0;  // points, rotation applied
  float height = 0;
  int rotation = 0;  // 0, 90, 180, 270 as stored in the source
};

// Which text of a Document is meant.
struct TextAddress {
  enum class Part : uint8_t { kBlock, kCell, kCaption, kUnitNote, kTableNote };
  Part part = Part::kBlock;
  int block = 0;  // in Document::blocks; the table's block for all other parts
  int index = 0;  // the cell (in Table::cells) or table note; else 0
  friend auto operator<=>(const TextAddress&, const TextAddress&) = default;
};

struct Document {
  SourceInfo source;
  std::vector<PageInfo> pages;
  std::vector<Block> blocks;     // reading order
  std::vector<Table> tables;     // in the order of their blocks
  std::vector<Section> outline;  // in the order of their blocks
  std::vector<Text>
      furniture;  // running heads, page numbers, watermarks: not part of the report's text
  std::vector<Note> notes;
  std::vector<DoubtfulFigure> doubts;  // by page; each is told in a note, too

  // Precondition: the address names a text that is there.
  [[nodiscard]] const Text& TextAt(const TextAddress& address) const;
  [[nodiscard]] const Table& TableAt(const TextAddress& address) const;
  // Every text of the report in reading order: a block's own, or a table's caption, unit note,
  // cells, notes.
  [[nodiscard]] std::vector<TextAddress> AllTexts() const;
};

}  // namespace crossfoot
