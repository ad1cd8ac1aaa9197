// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pages go in one after another, a Document comes out.
//
// A page is looked at once: its tables are found, its running text is cut into lines, and only
// those are kept; nothing grows with what else a page shows. At the end furniture is told by what
// repeats over the pages, lines become paragraphs, and the outline is built.
//
// Tested by tests/extract/layout/document_assembler_test.cpp.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <vector>

#include "extract/layout/flow_line.h"
#include "extract/layout/page_break.h"
#include "extract/layout/page_content.h"
#include "extract/layout/paragraph.h"
#include "extract/layout/picture_frame.h"
#include "extract/layout/upright.h"
#include "extract/outline/outline.h"
#include "extract/table/page_table.h"
#include "extract/table/table_joiner.h"
#include "model/document.h"

namespace crossfoot {

class DocumentAssembler {
 public:
  void AddPage(const PageContent& page);
  // Call once, last. `source` is left for the caller to fill.
  Document Finish();

 private:
  // A table of the document stands before line `line`.
  struct PlacedTable {
    size_t line = 0;
    int table = 0;  // index in Document::tables
  };

  void NoteWeakSpots(const PageContent& page);
  void KeepTables(PageTables&& found, std::span<const FlowLine> lines);
  // Joins the tables of all pages to those of the document.
  std::vector<PlacedTable> JoinTables();
  void AddUprightPage(const PageContent& page, const Turn* turn);
  void AppendFootnotes(int before_page, const Measures& measures, std::vector<HeadingHints>* hints);
  void AppendParagraphs(std::span<const FlowLine> lines, const Measures& measures,
                        std::vector<HeadingHints>* hints);

  Document document_;
  std::vector<PageInfo> upright_;                    // the pages as they were read
  std::map<int, Turn> turns_;                        // by page: of those that had to be turned
  std::map<int, std::vector<PictureFrame>> frames_;  // by page: of those read from pictures
  std::vector<FlowLine> lines_;                      // of all pages, in reading order
  std::vector<TableOnPage> found_;                   // page after page, from top to bottom
  std::vector<float> open_columns_;                  // of the last table of the page before
  std::vector<FlowLine> footnotes_;                  // page after page
  size_t footnotes_done_ = 0;                        // the first of them that are in the document
};

}  // namespace crossfoot
