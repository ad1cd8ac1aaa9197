// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/outline/surroundings.h"

#include <string>
#include <utility>

#include "base/pattern.h"
#include "base/utf8.h"
#include "extract/outline/numbering.h"
#include "extract/table/surroundings.h"

namespace crossfoot {
namespace {

constexpr size_t kLongestCaption = 45;  // characters

bool EndsOpen(std::string_view text) {
  const char32_t last = FoldWidth(DecodeUtf8Before(text, text.size()).code);
  return std::u32string_view(U"。;:,、!?").find(last) != std::u32string_view::npos;
}

bool IsCaption(const Block& block) {
  const std::string& text = block.text.utf8();
  if (block.kind != BlockKind::kParagraph && block.kind != BlockKind::kHeading) {
    return false;
  }
  const bool short_line = text.size() <= 4 * kLongestCaption && CountUtf8(text) <= kLongestCaption;
  if (!short_line || text.empty() || EndsOpen(text) || ParseNumbering(text)) {
    return false;
  }
  for (const std::string_view inside : {"：", ":", "。", "，", ",", "；"}) {
    if (text.find(inside) != std::string::npos) {
      return false;
    }
  }
  return true;
}

bool IsTableNote(std::string_view text) {
  static const Pattern kNote("^[-—*\\s]*(?:备?注|说明|附注)\\s*[:：]");
  return text.size() > 3 && kNote.Contains(text.substr(0, 64));
}

}  // namespace

void AttachSurroundings(std::vector<HeadingHints>* hints, Document* document) {
  std::vector<Block> kept;
  std::vector<HeadingHints> kept_hints;
  kept.reserve(document->blocks.size());
  hints->resize(document->blocks.size());
  kept_hints.reserve(hints->size());
  Table* above = nullptr;  // the table that stands just before
  for (size_t b = 0; b < document->blocks.size(); ++b) {
    Block& block = document->blocks[b];
    if (block.kind != BlockKind::kTable) {
      if (above != nullptr && IsTableNote(block.text.utf8())) {
        above->notes.push_back(std::move(block.text));
        continue;
      }
      above = nullptr;
      kept.push_back(std::move(block));
      kept_hints.push_back((*hints)[b]);
      continue;
    }
    Table& table = document->tables[static_cast<size_t>(block.table)];
    // 单位：万元 below or above the caption.
    for (int looked = 0; looked < 2 && !kept.empty(); ++looked) {
      Block& before = kept.back();
      if (before.kind == BlockKind::kTable) {
        break;
      }
      if (table.unit_note.empty() && IsUnitNote(before.text.utf8())) {
        table.unit_note = std::move(before.text);
      } else if (table.caption.empty() && IsCaption(before)) {
        table.caption = std::move(before.text);
      } else {
        break;
      }
      kept.pop_back();
      kept_hints.pop_back();
    }
    above = &table;
    kept.push_back(std::move(block));
    kept_hints.push_back((*hints)[b]);
  }
  document->blocks = std::move(kept);
  *hints = std::move(kept_hints);
}

}  // namespace crossfoot
