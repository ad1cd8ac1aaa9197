// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/layout/document_assembler.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "extract/layout/furniture.h"
#include "extract/outline/outline.h"
#include "extract/table/table_finder.h"
#include "extract/table/table_head.h"
#include "extract/table/text_line.h"

namespace crossfoot {
namespace {

constexpr float kPictureShare = 0.5F;    // of the page that pictures cover on a scanned page
constexpr size_t kFewGlyphs = 20;        // a scanned page may carry a stamp or a page number
constexpr float kUnmappedShare = 0.05F;  // of a page's characters: the page is not readable

// Where among the page's lines a table stands: after the last one above it in its column.
size_t LineAfter(const Box& table, std::span<const FlowLine> lines) {
  const auto beside = [&](const FlowLine& line) {
    return line.column_box.left < table.right && table.left < line.column_box.right &&
           line.direction == 0;
  };
  for (size_t i = lines.size(); i-- > 0;) {
    if (beside(lines[i]) && lines[i].box.center().y <= table.top) {
      return i + 1;
    }
  }
  for (size_t i = 0; i < lines.size(); ++i) {
    if (beside(lines[i]) && lines[i].box.center().y > table.top) {
      return i;
    }
  }
  return lines.size();
}

std::string TellDoubt(const DoubtfulFigure& doubt) {
  std::string message = "the figure \"" + doubt.text + "\" is read with " +
                        std::to_string(static_cast<int>(std::lround(doubt.confidence * 100))) +
                        "% confidence";
  for (size_t i = 0; i < doubt.others.size(); ++i) {
    message += (i == 0 ? "; it may be \"" : " or \"") + doubt.others[i] + "\"";
  }
  return message +
         (doubt.chosen ? "; it was chosen because the sums of its table close with it" : "");
}

}  // namespace

void DocumentAssembler::NoteWeakSpots(const PageContent& page) {
  const auto note = [&](NoteKind kind, std::string message) {
    document_.notes.push_back({kind, std::move(message), Place{page.info.number, 0, 0, {}}});
  };
  if (page.damaged) {
    note(NoteKind::kDamagedPage, "the page could not be interpreted to its end");
  }
  if (page.over_limit) {
    note(NoteKind::kLimit, "the page shows more than the limits allow; the rest was left out");
  }
  if (page.hidden_glyphs > 0) {
    note(NoteKind::kHiddenText,
         std::to_string(page.hidden_glyphs) + " characters that no reader sees were set aside");
  }
  if (page.cut_off.area() > 0) {
    document_.notes.push_back({NoteKind::kTextCutOff, "a line of text is cut off and shows in part",
                               Place{page.info.number, 0, 0, page.cut_off}});
  }
  for (const Note& from_page : page.notes) {
    document_.notes.push_back(from_page);
    LeadBack(page.frames, page.info.number, &document_.notes.back().place);
  }
  for (const DoubtfulFigure& doubt : page.doubts) {
    document_.doubts.push_back(doubt);
    LeadBack(page.frames, page.info.number, &document_.doubts.back().place);
    document_.notes.push_back(
        {NoteKind::kDoubtfulReading, TellDoubt(doubt), document_.doubts.back().place});
  }
  const bool told = std::any_of(page.notes.begin(), page.notes.end(),
                                [](const Note& one) { return one.kind == NoteKind::kNeedsOcr; });
  if (page.by_ocr || told) {
    return;
  }
  float covered = 0;
  for (const Box& image : page.images) {
    covered += image.area();
  }
  if (page.glyphs.size() < kFewGlyphs &&
      covered > kPictureShare * page.info.width * page.info.height) {
    note(NoteKind::kNeedsOcr, "the page is a picture");
  } else if (page.unmapped_glyphs > 0) {
    const bool many = static_cast<float>(page.unmapped_glyphs) >
                      kUnmappedShare * static_cast<float>(page.glyphs.size());
    note(many ? NoteKind::kNeedsOcr : NoteKind::kDoubtfulReading,
         std::to_string(page.unmapped_glyphs) +
             " characters are of fonts that do not say which characters they are");
  }
}

void DocumentAssembler::KeepTables(PageTables&& found, std::span<const FlowLine> lines) {
  open_columns_ = found.tables.empty() ? std::vector<float>() : found.tables.back().column_edges;
  for (PageTable& table : found.tables) {
    const size_t line = lines_.size() + LineAfter(table.box, lines);
    found_.push_back({line, std::move(table)});
  }
}

std::vector<DocumentAssembler::PlacedTable> DocumentAssembler::JoinTables() {
  std::vector<PlacedTable> placed;
  TableJoiner joiner;
  size_t table = 0;
  for (const PageInfo& page : upright_) {
    const size_t first_table = table;
    PageTables tables;
    for (; table < found_.size() && found_[table].table.page == page.number; ++table) {
      tables.tables.push_back(std::move(found_[table].table));
    }
    const size_t known = document_.tables.size();
    const size_t first_placed = placed.size();
    const std::vector<int> indices = joiner.Add(std::move(tables), &document_.tables);
    for (size_t i = 0; i < indices.size(); ++i) {
      if (static_cast<size_t>(indices[i]) >= known) {
        placed.push_back({found_[first_table + i].line, indices[i]});
      }
    }
    std::stable_sort(placed.begin() + static_cast<std::ptrdiff_t>(first_placed), placed.end(),
                     [](const PlacedTable& a, const PlacedTable& b) { return a.line < b.line; });
  }
  found_.clear();
  for (Table& joined : document_.tables) {
    if (joined.pages.size() > 1) {  // only now do we see all that stands under its heads
      ReadTableHead(&joined);
    }
  }
  return placed;
}

void DocumentAssembler::AddPage(const PageContent& page) {
  document_.pages.push_back(page.as_scanned.value_or(page.info));
  NoteWeakSpots(page);
  if (!page.frames.empty()) {
    frames_.emplace(page.info.number, page.frames);
  }
  const int direction = CommonDirection(page);
  if (direction == 0) {
    AddUprightPage(page, nullptr);
  } else {
    const Turn turn(page.info, direction);
    turns_.emplace(page.info.number, turn);
    AddUprightPage(turn.Upright(page), &turn);
  }
}

void DocumentAssembler::AddUprightPage(const PageContent& page, const Turn* turn) {
  upright_.push_back(page.info);
  const PageText text = GatherLines(page);
  PageTables tables = FindTables(page, text, open_columns_);
  if (tables.over_limit) {
    document_.notes.push_back({NoteKind::kLimit, "a table is larger than the limits allow",
                               Place{page.info.number, 0, 0, {}}});
  }
  std::vector<FlowLine> lines = FindFlowLines(page, text, tables.owner);
  KeepTables(std::move(tables), lines);
  for (FlowLine& line : lines) {
    if (turn != nullptr) {
      turn->TurnBack(&line.text);
    }
    LeadBack(page.frames, page.info.number, &line.text);
    lines_.push_back(std::move(line));
  }
}

// Footnotes stand after the paragraph that their page ends with.
void DocumentAssembler::AppendFootnotes(int before_page, const Measures& measures,
                                        std::vector<HeadingHints>* hints) {
  size_t end = footnotes_done_;
  while (end < footnotes_.size() && footnotes_[end].page < before_page) {
    ++end;
  }
  const auto ready =
      std::span<const FlowLine>(footnotes_).subspan(footnotes_done_, end - footnotes_done_);
  footnotes_done_ = end;
  for (Paragraph& paragraph : JoinLines(ready, measures)) {
    Block block;
    block.kind = BlockKind::kFootnote;
    block.text = std::move(paragraph.text);
    document_.blocks.push_back(std::move(block));
    hints->emplace_back();
  }
}

void DocumentAssembler::AppendParagraphs(std::span<const FlowLine> lines, const Measures& measures,
                                         std::vector<HeadingHints>* hints) {
  for (Paragraph& paragraph : JoinLines(lines, measures)) {
    AppendFootnotes(paragraph.page, measures, hints);
    HeadingHints hint;
    hint.size_ratio = measures.body_size() > 0 ? paragraph.font_size / measures.body_size() : 1;
    hint.bold = paragraph.bold;
    hint.centred = paragraph.centered;
    hints->push_back(hint);
    Block block;
    block.text = std::move(paragraph.text);
    document_.blocks.push_back(std::move(block));
  }
}

Document DocumentAssembler::Finish() {
  const std::vector<bool> furniture = FindFurniture(lines_, upright_);
  const std::vector<bool> taken = MendPageBreaks(lines_, furniture, upright_, &found_);
  const std::vector<PlacedTable> placed_tables = JoinTables();
  std::vector<FlowLine> flow;
  flow.reserve(lines_.size());
  std::vector<size_t> flow_at;  // by line: the number of text lines before it
  flow_at.reserve(lines_.size() + 1);
  for (size_t i = 0; i < lines_.size(); ++i) {
    flow_at.push_back(flow.size());
    if (taken[i]) {
      continue;
    }
    if (furniture[i]) {
      document_.furniture.push_back(std::move(lines_[i].text));
    } else if (lines_[i].footnote) {
      footnotes_.push_back(std::move(lines_[i]));
    } else {
      flow.push_back(std::move(lines_[i]));
    }
  }
  flow_at.push_back(flow.size());
  lines_.clear();

  const Measures measures(flow);
  const std::span<const FlowLine> all(flow);
  std::vector<HeadingHints> hints;
  std::vector<Table> tables;
  size_t done = 0;
  for (const PlacedTable& placed : placed_tables) {
    const size_t to = flow_at[placed.line];
    AppendParagraphs(all.subspan(done, to - done), measures, &hints);
    done = to;
    Block block;
    block.kind = BlockKind::kTable;
    block.table = static_cast<int>(tables.size());
    document_.blocks.push_back(std::move(block));
    hints.emplace_back();
    tables.push_back(std::move(document_.tables[static_cast<size_t>(placed.table)]));
  }
  AppendParagraphs(all.subspan(done), measures, &hints);
  AppendFootnotes(std::numeric_limits<int>::max(), measures, &hints);
  for (Table& table : tables) {
    for (const int page : table.pages) {
      const auto turn = turns_.find(page);
      if (turn != turns_.end()) {
        turn->second.TurnBack(&table);
      }
      const auto frames = frames_.find(page);
      if (frames != frames_.end()) {
        LeadBack(frames->second, page, &table);
      }
    }
  }
  document_.tables = std::move(tables);
  BuildOutline(hints, &document_);
  return std::move(document_);
}

}  // namespace crossfoot
