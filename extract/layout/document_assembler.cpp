// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/layout/document_assembler.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "extract/layout/furniture.h"
#include "extract/outline/outline.h"
#include "extract/table/text_line.h"

namespace crossfoot {
namespace {

constexpr float kPictureShare = 0.5F;    // of the page that pictures cover on a scanned page
constexpr size_t kFewGlyphs = 20;        // a scanned page may carry a stamp or a page number
constexpr float kUnmappedShare = 0.05F;  // of a page's characters: the page is not readable

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
  if (page.cut_off) {
    note(NoteKind::kTextCutOff, "text runs past the page's edge");
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

void DocumentAssembler::AddPage(const PageContent& page) {
  document_.pages.push_back(page.info);
  NoteWeakSpots(page);
  const PageText text = GatherLines(page);
  std::vector<FlowLine> lines = FindFlowLines(page, text, {});
  std::move(lines.begin(), lines.end(), std::back_inserter(lines_));
}

Document DocumentAssembler::Finish() {
  const std::vector<bool> furniture = FindFurniture(lines_, document_.pages);
  std::vector<FlowLine> flow;
  flow.reserve(lines_.size());
  for (size_t i = 0; i < lines_.size(); ++i) {
    if (furniture[i]) {
      document_.furniture.push_back(std::move(lines_[i].text));
    } else {
      flow.push_back(std::move(lines_[i]));
    }
  }
  lines_.clear();
  const Measures measures(flow);
  std::vector<HeadingHints> hints;
  for (PageParagraph& paragraph : JoinLines(flow, measures)) {
    HeadingHints hint;
    hint.size_ratio = measures.body_size() > 0 ? paragraph.font_size / measures.body_size() : 1;
    hint.bold = paragraph.bold;
    hint.centred = paragraph.centered;
    hints.push_back(hint);
    Block block;
    block.text = std::move(paragraph.text);
    document_.blocks.push_back(std::move(block));
  }
  BuildOutline(hints, &document_);
  return std::move(document_);
}

}  // namespace crossfoot
