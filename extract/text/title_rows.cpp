// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/title_rows.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/pattern.h"
#include "base/utf8.h"
#include "extract/outline/numbering.h"
#include "extract/table/surroundings.h"
#include "extract/text/cell_kind.h"

namespace crossfoot {
namespace {

constexpr size_t kLongestTitle = 50;  // characters
constexpr int kMostTitleRows = 6;

Text Slice(const Text& text, size_t begin, size_t end) {
  Text out;
  const auto& segments = text.segments();
  for (size_t i = 0; i < segments.size(); ++i) {
    const size_t next = i + 1 < segments.size() ? segments[i + 1].begin : text.utf8().size();
    const size_t from = std::max<size_t>(segments[i].begin, begin);
    const size_t to = std::min(next, end);
    if (from < to) {
      Place place = segments[i].place;
      place.column += static_cast<int>(CountUtf8(text.View(segments[i].begin, from)));
      out.Append(text.View(from, to), place, segments[i].confidence);
    }
  }
  return out;
}

// 编制单位：某局, 部门：…, （2023年度）, 公开01表: stands above a table, says nothing of a column.
bool IsNamePlate(std::string_view text) {
  static const Pattern kPlate(
      "^[（(]?(?:(?:[编填]制|填报|填表|预算|主管|项目|实施|公开|报送|评价)?(?:单位|部门)(?:名称)?|"
      "(?:编制|填报|填表|制表|公开)?(?:日期|时间)|填[表报]人|制表人|负责人|联系电话|财务负责人)"
      "(?:[（(][^（）()]{0,8}[）)])?\\s*[:：]|"
      "^[（(]\\s*(?:19|20)\\d\\d\\s*年?度?\\s*[）)]$|^(?:19|20)\\d\\d\\s*年度?$|"
      "^(?:公开|附件|附表|财决|预算)\\s*[0-9一二三四五六七八九十]*\\s*(?:[-—]\\s*\\d+\\s*)?表?\\s*["
      ":："
      "]?$");
  return kPlate.Contains(text.substr(0, 160));
}

bool IsNote(std::string_view text) {
  static const Pattern kNote("^[-—*\\s]*(?:备?注|说明|附注|填表?说明)\\s*(?:\\d\\s*)?[:：.]");
  return text.size() > 3 && kNote.Contains(text.substr(0, 64));
}

bool IsTitle(std::string_view text) {
  if (CountUtf8(text) > kLongestTitle || ParseNumbering(text) || IsTotalLabel(text) ||
      KindOfCell(text) == CellKind::kFigure) {
    return false;
  }
  return text.find("：") == std::string_view::npos && text.find(':') == std::string_view::npos &&
         text.find("。") == std::string_view::npos && text.find("，") == std::string_view::npos;
}

class TitleRows {
 public:
  explicit TitleRows(Table* table)
      : table_(*table), rows_(static_cast<size_t>(table->rows)), blocked_(rows_.size(), false) {
    for (size_t i = 0; i < table_.cells.size(); ++i) {
      const Cell& cell = table_.cells[i];
      const auto row = static_cast<size_t>(cell.row);
      if (!cell.text.empty()) {
        rows_[row].push_back(i);
      }
      for (int r = 0; cell.row_span > 1 && r < cell.row_span; ++r) {
        blocked_[row + static_cast<size_t>(r)] = true;
      }
    }
  }

  void Take() {
    size_t first = 0;
    size_t last = rows_.size();
    while (first + 2 < last && first < kMostTitleRows && !blocked_[first] && TakeTop(first)) {
      ++first;
    }
    std::vector<Text> notes;
    while (first + 2 < last && !blocked_[last - 1] && IsNoteRow(last - 1)) {
      --last;
      if (!rows_[last].empty()) {
        notes.push_back(std::move(table_.cells[rows_[last].front()].text));
      }
    }
    table_.notes.insert(table_.notes.end(), std::make_move_iterator(notes.rbegin()),
                        std::make_move_iterator(notes.rend()));
    Keep(static_cast<int>(first), static_cast<int>(last));
  }

 private:
  Text& TextOf(size_t row, size_t nth) { return table_.cells[rows_[row][nth]].text; }

  bool TakeTop(size_t row) {
    if (rows_[row].empty()) {
      return true;
    }
    if (rows_[row].size() == 1) {
      return TakeAlone(&TextOf(row, 0));
    }
    // 编制单位：某局 | | 单位：万元
    bool unit = false;
    for (size_t i = 0; i < rows_[row].size(); ++i) {
      const std::string& text = TextOf(row, i).utf8();
      const bool is_unit = IsUnitNote(text);
      unit = unit || is_unit;
      if (!is_unit && !IsNamePlate(text)) {
        return false;
      }
    }
    if (!unit) {
      return false;
    }
    for (size_t i = 0; i < rows_[row].size(); ++i) {
      TakePlate(&TextOf(row, i));
    }
    return true;
  }

  bool TakeAlone(Text* text) {
    if (IsUnitNote(text->utf8()) || IsNamePlate(text->utf8())) {
      TakePlate(text);
      return true;
    }
    if (table_.caption.empty() && table_.columns > 1 && IsTitle(text->utf8())) {
      table_.caption = std::move(*text);
      return true;
    }
    return false;
  }

  void TakePlate(Text* text) {
    // 编制单位：某局   单位：万元
    const std::string& words = text->utf8();
    for (size_t at = words.find(' '); at != std::string::npos; at = words.find(' ', at + 1)) {
      if (table_.unit_note.empty() && !IsUnitNote(words) && IsUnitNote(words.substr(at + 1))) {
        table_.unit_note = Slice(*text, at + 1, words.size());
        table_.notes.push_back(Slice(*text, 0, at));
        return;
      }
    }
    if (table_.unit_note.empty() && IsUnitNote(words)) {
      table_.unit_note = std::move(*text);
    } else {
      table_.notes.push_back(std::move(*text));
    }
  }

  bool IsNoteRow(size_t row) {
    return rows_[row].empty() || (rows_[row].size() == 1 && IsNote(TextOf(row, 0).utf8()));
  }

  void Keep(int first, int last) {
    if (first == 0 && last == table_.rows) {
      return;
    }
    std::erase_if(table_.cells,
                  [&](const Cell& cell) { return cell.row < first || cell.row >= last; });
    for (Cell& cell : table_.cells) {
      cell.row -= first;
    }
    table_.rows = last - first;
  }

  Table& table_;
  std::vector<std::vector<size_t>> rows_;  // the filled cells of each
  std::vector<bool> blocked_;              // a cell that spans rows touches it
};

}  // namespace

void TakeTitleRows(Table* table) {
  if (table->rows > 2) {
    TitleRows(table).Take();
  }
}

}  // namespace crossfoot
