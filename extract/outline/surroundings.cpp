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
constexpr size_t kMostPassed = 3;       // lines between a caption and its table

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

// "编制部门：某局" or "公开01表", between a caption and its table.
bool StandsUnderCaption(const Block& block) {
  static const Pattern kMaker(
      "^\\s*(?:编制|填报|填制|预算)?(?:部门|单位)(?:名称)?(?:[（(](?:公章|盖章)[)）])?\\s*[:：]");
  static const Pattern kForm(
      "^\\s*(?:公开|财决公开|财决|预算公开|附)?\\s*(?:表\\s*[\\d-]+|[\\d-]+\\s*表)\\s*$");
  const std::string& text = block.text.utf8();
  return block.kind != BlockKind::kTable && text.size() <= 4 * kLongestCaption &&
         ((kMaker.Contains(text) && !IsUnitNote(text)) || kForm.Contains(text));
}

// "编制部门：某局 | | | 单位：元" copied from a spreadsheet came as a table of one row; its cells
// are lines above the table that follows.
bool IsUnitRow(const Table& table) {
  bool unit = false;
  size_t filled = 0;
  for (const Cell& cell : table.cells) {
    filled += cell.text.empty() ? 0 : 1;
    unit = unit || IsUnitNote(cell.text.utf8());
  }
  return table.rows == 1 && unit && filled <= 3;
}

void UnfoldUnitRows(std::vector<HeadingHints>* hints, Document* document) {
  std::vector<Block> blocks;
  std::vector<HeadingHints> new_hints;
  std::vector<Table> tables;
  for (size_t b = 0; b < document->blocks.size(); ++b) {
    Block& block = document->blocks[b];
    if (block.kind == BlockKind::kTable) {
      Table& table = document->tables[static_cast<size_t>(block.table)];
      if (b + 1 < document->blocks.size() && document->blocks[b + 1].kind == BlockKind::kTable &&
          IsUnitRow(table)) {
        for (Cell& cell : table.cells) {
          if (!cell.text.empty()) {
            Block line;
            line.text = std::move(cell.text);
            blocks.push_back(std::move(line));
            new_hints.push_back((*hints)[b]);
          }
        }
        if (!table.caption.empty()) {
          document->tables[static_cast<size_t>(document->blocks[b + 1].table)].caption =
              std::move(table.caption);
        }
        continue;
      }
      block.table = static_cast<int>(tables.size());
      tables.push_back(std::move(table));
    }
    blocks.push_back(std::move(block));
    new_hints.push_back((*hints)[b]);
  }
  document->blocks = std::move(blocks);
  document->tables = std::move(tables);
  *hints = std::move(new_hints);
}

}  // namespace

void AttachSurroundings(std::vector<HeadingHints>* hints, Document* document) {
  std::vector<Block> kept;
  std::vector<HeadingHints> kept_hints;
  kept.reserve(document->blocks.size());
  hints->resize(document->blocks.size());
  UnfoldUnitRows(hints, document);
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
    // 单位：万元 below or above the caption; maker and form number may stand between.
    std::vector<std::pair<Block, HeadingHints>> passed;
    const auto pass = [&] {
      while (passed.size() < kMostPassed && !kept.empty() && StandsUnderCaption(kept.back())) {
        passed.emplace_back(std::move(kept.back()), kept_hints.back());
        kept.pop_back();
        kept_hints.pop_back();
      }
    };
    pass();
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
      pass();
    }
    for (auto it = passed.rbegin(); it != passed.rend(); ++it) {
      kept.push_back(std::move(it->first));
      kept_hints.push_back(it->second);
    }
    above = &table;
    kept.push_back(std::move(block));
    kept_hints.push_back((*hints)[b]);
  }
  document->blocks = std::move(kept);
  *hints = std::move(kept_hints);
}

}  // namespace crossfoot
