// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/document.h"

#include "base/check.h"

namespace crossfoot {

std::string_view NoteName(NoteKind kind) {
  switch (kind) {
    case NoteKind::kHiddenText:
      return "hidden_text";
    case NoteKind::kNeedsOcr:
      return "needs_ocr";
    case NoteKind::kOcrRead:
      return "ocr_read";
    case NoteKind::kDoubtfulReading:
      return "doubtful_reading";
    case NoteKind::kTableSkipped:
      return "table_skipped";
    case NoteKind::kLimit:
      return "limit";
    case NoteKind::kDamagedPage:
      return "damaged_page";
    case NoteKind::kEncodingGuessed:
      return "encoding_guessed";
    case NoteKind::kTextCutOff:
      return "text_cut_off";
  }
  return "unknown";
}

const Table& Document::TableAt(const TextAddress& address) const {
  const Block& block = blocks.at(static_cast<size_t>(address.block));
  CROSSFOOT_CHECK(block.table >= 0);
  return tables.at(static_cast<size_t>(block.table));
}

const Text& Document::TextAt(const TextAddress& address) const {
  switch (address.part) {
    case TextAddress::Part::kBlock:
      return blocks.at(static_cast<size_t>(address.block)).text;
    case TextAddress::Part::kCell:
      return TableAt(address).cells.at(static_cast<size_t>(address.index)).text;
    case TextAddress::Part::kCaption:
      return TableAt(address).caption;
    case TextAddress::Part::kUnitNote:
      return TableAt(address).unit_note;
    case TextAddress::Part::kTableNote:
      return TableAt(address).notes.at(static_cast<size_t>(address.index));
  }
  return blocks.at(static_cast<size_t>(address.block)).text;
}

std::vector<TextAddress> Document::AllTexts() const {
  std::vector<TextAddress> addresses;
  for (size_t b = 0; b < blocks.size(); ++b) {
    const int block = static_cast<int>(b);
    if (blocks[b].kind != BlockKind::kTable) {
      addresses.push_back({TextAddress::Part::kBlock, block, 0});
      continue;
    }
    const Table& table = tables.at(static_cast<size_t>(blocks[b].table));
    if (!table.caption.empty()) {
      addresses.push_back({TextAddress::Part::kCaption, block, 0});
    }
    if (!table.unit_note.empty()) {
      addresses.push_back({TextAddress::Part::kUnitNote, block, 0});
    }
    for (size_t c = 0; c < table.cells.size(); ++c) {
      addresses.push_back({TextAddress::Part::kCell, block, static_cast<int>(c)});
    }
    for (size_t n = 0; n < table.notes.size(); ++n) {
      addresses.push_back({TextAddress::Part::kTableNote, block, static_cast<int>(n)});
    }
  }
  return addresses;
}

}  // namespace crossfoot
