// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/surroundings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "base/utf8.h"
#include "extract/outline/numbering.h"
#include "extract/table/cell_text.h"

namespace crossfoot {
namespace {

constexpr float kNear = 4.5F;  // × font size: how far a caption may stand off
constexpr int kCaptionLines = 3;
constexpr int kNoteLines = 8;

bool StartsWithAny(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

bool EndsWithAny(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.ends_with(word); });
}

bool OpensCaption(std::string_view folded) {
  return StartsWithAny(folded, {"Table", "TABLE", "表", "附表", "续表"});
}

bool OpensNote(std::string_view folded) {
  return StartsWithAny(folded, {"注:", "注1", "注.", "注：", "说明:", "备注:", "资料来源",
                                "数据来源", "Note", "NOTE", "Source", "SOURCE"});
}

bool IsSentence(std::string_view text) {
  return EndsWithAny(text, {"。", "；", ";", "，", ",", "、"});
}

// 第一部分, 一、, （一）, 1. 2.3: the outline's, not the table's.
bool OpensSection(std::string_view folded) {
  constexpr std::array<std::string_view, 10> kNumerals = {"一", "二", "三", "四", "五",
                                                          "六", "七", "八", "九", "十"};
  if (folded.starts_with("第") && folded.find("部分") != std::string_view::npos) {
    return true;
  }
  const bool bracket = folded.starts_with("(");
  const std::string_view rest = bracket ? folded.substr(1) : folded;
  for (const std::string_view numeral : kNumerals) {
    if (rest.starts_with(numeral)) {
      return bracket || rest.find("、") < 12;
    }
  }
  return false;
}

// 附件2：, 附表 项目支出表: a heading, though it stands right above.
bool IsAttachment(std::string_view folded) {
  const auto numbering = ParseNumbering(folded);
  return numbering && numbering->style == NumberStyle::kAttachment;
}

class Surveyor {
 public:
  Surveyor(const PageContent& page, const PageText& text, const std::vector<ChunkLine>& lines,
           const std::vector<bool>& used, const Room& room, PageTable* table)
      : page_(page), text_(text), lines_(lines), used_(used), room_(room), table_(*table) {}

  std::vector<uint32_t> Read() {
    const auto first =
        std::lower_bound(lines_.begin(), lines_.end(), table_.box.top + 0.3F * text_.size,
                         [](const ChunkLine& line, float y) { return line.baseline < y; });
    const auto below =
        std::lower_bound(first, lines_.end(), table_.box.bottom,
                         [](const ChunkLine& line, float y) { return line.baseline < y; });
    ReadAbove(static_cast<std::ptrdiff_t>(first - lines_.begin()) - 1, room_.ceiling);
    ReadBelow(static_cast<size_t>(below - lines_.begin()), room_.floor);
    table_.opens_page = room_.ceiling <= 0;
    table_.closes_page = room_.floor >= page_.info.height;
    return std::move(taken_);
  }

 private:
  // Above or below the table; a title or a unit note alone on its line may stand in the middle or
  // at the end of the page's width though the table is narrower.
  [[nodiscard]] bool Overlaps(const Chunk& chunk, bool alone) const {
    if (chunk.box.left < table_.box.right + 20 && chunk.box.right > table_.box.left - 20) {
      return true;
    }
    return alone && chunk.box.left > table_.box.right && chunk.box.left < room_.right &&
           (IsUnitNote(Folded(chunk)) ||
            std::abs(chunk.box.center().x - page_.info.width / 2) < chunk.size);
  }

  [[nodiscard]] std::vector<uint32_t> WordsOf(const Chunk& chunk) const {
    std::vector<uint32_t> words;
    for (uint32_t w = chunk.begin; w < chunk.end; ++w) {
      words.push_back(w);
    }
    return words;
  }

  Text Take(const std::vector<Chunk>& chunks) {
    std::vector<uint32_t> words;
    for (const Chunk& chunk : chunks) {
      for (const uint32_t w : WordsOf(chunk)) {
        words.push_back(w);
      }
    }
    taken_.insert(taken_.end(), words.begin(), words.end());
    return ComposeText(page_, text_, words);
  }

  [[nodiscard]] std::string Folded(const Chunk& chunk) const {
    return FoldLabel(ComposeText(page_, text_, WordsOf(chunk)).utf8());
  }

  [[nodiscard]] std::vector<Chunk> PartOver(const ChunkLine& line) const {
    std::vector<Chunk> chunks;
    for (const Chunk& chunk : line.chunks) {
      if (Overlaps(chunk, line.chunks.size() == 1) && !used_[chunk.begin]) {
        chunks.push_back(chunk);
      }
    }
    return chunks;
  }

  [[nodiscard]] bool IsCentered(const std::vector<Chunk>& chunks) const {
    const float middle = (chunks.front().box.left + chunks.back().box.right) / 2;
    const float table_middle = (table_.box.left + table_.box.right) / 2;
    const float page_middle = page_.info.width / 2;
    const float slack = 0.06F * table_.box.width() + 6;
    return std::abs(middle - table_middle) < slack || std::abs(middle - page_middle) < slack;
  }

  // Reads upwards from line `at`.
  void ReadAbove(std::ptrdiff_t at, float ceiling) {
    float top = table_.box.top;
    std::vector<std::vector<Chunk>> caption;  // bottom line first
    std::ptrdiff_t rest = at;
    for (; at >= 0; --at) {
      const ChunkLine& line = lines_[static_cast<size_t>(at)];
      const std::vector<Chunk> chunks = PartOver(line);
      if (chunks.empty()) {
        continue;
      }
      const float size = chunks.front().size;
      if (line.baseline < ceiling ||
          top - line.baseline > kNear * std::max(size, caption.empty() ? 9.0F : size * 0.4F)) {
        break;
      }
      if (caption.empty() && ReadUnitLine(chunks)) {
        top = line.top;
        rest = at - 1;
        continue;
      }
      if (!GoesIntoCaption(chunks, caption)) {
        if (!caption.empty() || !IsNamePlate(chunks)) {
          break;
        }
        above_.push_back(chunks);
        top = line.top;
        rest = at - 1;
        continue;
      }
      caption.push_back(chunks);
      top = line.top;
      rest = at - 1;
      if (OpensCaption(Folded(chunks.front())) || caption.size() >= kCaptionLines) {
        break;
      }
    }
    for (size_t i = caption.size(); i-- > 0;) {
      AppendWith(Take(caption[i]), &table_.caption);
    }
    if (table_.unit_note.empty()) {
      table_.unit_note = UnitInside(table_.caption);
    }
    for (const std::vector<Chunk>& plate : above_) {
      table_.notes.push_back(Take(plate));
    }
    // A form's number (公开01表) above its title.
    if (rest >= 0 && !caption.empty()) {
      const std::vector<Chunk> chunks = PartOver(lines_[static_cast<size_t>(rest)]);
      if (chunks.size() == 1 && IsFormNumber(Folded(chunks.front())) &&
          !IsAttachment(Folded(chunks.front()))) {
        table_.notes.push_back(Take(chunks));
      }
    }
  }

  static void AppendWith(const Text& more, Text* caption) {
    if (!caption->empty() && !more.empty()) {
      const Utf8Step last = DecodeUtf8Before(caption->utf8(), caption->utf8().size());
      const Utf8Step next = DecodeUtf8(more.utf8(), 0);
      if (!IsCjk(last.code) && !IsCjk(next.code)) {
        caption->Append(" ", caption->segments().back().place);
      }
    }
    caption->Append(more);
  }

  // A caption may end with the unit: 收支情况（单位：万元）. Both keep the words.
  static Text UnitInside(const Text& caption) {
    const std::string& words = caption.utf8();
    size_t begin = words.find("单位");
    if (begin == std::string::npos || !IsUnitNote(words.substr(begin))) {
      return {};
    }
    const size_t end = std::min({words.find("）", begin), words.find(')', begin), words.size()});
    Text unit;
    const std::vector<Text::Segment>& segments = caption.segments();
    for (size_t i = 0; i < segments.size(); ++i) {
      const size_t next = i + 1 < segments.size() ? segments[i + 1].begin : words.size();
      const size_t from = std::max<size_t>(segments[i].begin, begin);
      const size_t to = std::min(next, end);
      if (from < to) {
        unit.Append(caption.View(from, to), segments[i].place, segments[i].confidence);
      }
    }
    return unit;
  }

  // 公开01表, 财决公开03表, 附件2, 附表3-1; not 预算执行情况表.
  static bool IsFormNumber(std::string_view folded) {
    const std::string_view whole = folded;
    for (bool stripped = true; stripped;) {
      stripped = false;
      for (const std::string_view word : {"公开", "附件", "附表", "财决", "财预", "预算", "部门"}) {
        if (folded.starts_with(word)) {
          folded.remove_prefix(word.size());
          stripped = true;
        }
      }
    }
    if (folded.size() == whole.size() || folded.size() >= 20) {
      return false;
    }
    size_t numerals = 0;
    while (!folded.empty()) {
      const Utf8Step step = DecodeUtf8(folded, 0);
      constexpr std::u32string_view kOthers = U"一二三四五六七八九十-.:()第号表";
      if (DigitValue(step.code) < 0 && kOthers.find(step.code) == std::u32string_view::npos) {
        return false;
      }
      numerals += step.code != U'表' && step.code != U':' ? 1 : 0;
      folded.remove_prefix(step.length);
    }
    return numerals > 0 || whole.starts_with("附");
  }

  // 编制部门：某某局 above the table, alone or beside the unit.
  [[nodiscard]] bool IsNamePlate(const std::vector<Chunk>& chunks) const {
    const std::string folded = Folded(chunks.front());
    const size_t colon = std::min(folded.find(':'), folded.find("："));
    return chunks.size() <= 3 && colon != std::string::npos && colon <= 24 &&
           folded.size() > colon + 1 && !IsSentence(folded) &&
           (folded.find("部门") < colon || folded.find("单位") < colon);
  }

  bool ReadUnitLine(const std::vector<Chunk>& chunks) {
    for (size_t i = 0; i < chunks.size(); ++i) {
      if (!IsUnitNote(Folded(chunks[i]))) {
        continue;
      }
      if (!table_.unit_note.empty()) {
        return false;
      }
      table_.unit_note = Take({chunks[i]});
      for (size_t k = 0; k < chunks.size(); ++k) {
        if (k != i) {
          table_.notes.push_back(Take({chunks[k]}));
        }
      }
      return true;
    }
    return false;
  }

  [[nodiscard]] bool GoesIntoCaption(const std::vector<Chunk>& chunks,
                                     const std::vector<std::vector<Chunk>>& caption) const {
    std::string folded;
    for (const Chunk& chunk : chunks) {
      folded += Folded(chunk);
    }
    if (folded.empty() || IsSentence(folded) || OpensSection(folded) || IsAttachment(folded) ||
        IsFormNumber(folded) || CountUtf8(folded) > 160) {
      return false;
    }
    if (OpensCaption(folded)) {
      return true;
    }
    const bool apart = chunks.size() > 2;
    if (caption.empty()) {
      const bool short_line = chunks.back().box.right - chunks.front().box.left <
                              0.9F * std::max(table_.box.width(), 0.4F * page_.info.width);
      const bool large = chunks.front().size > 1.25F * text_.size;
      return !apart && !IsNamePlate(chunks) && (short_line || large) &&
             (IsCentered(chunks) || folded.ends_with("表") || chunks.front().bold);
    }
    // A further line of the same title.
    const Chunk& below = caption.back().front();
    return !apart && folded.find(':') == std::string::npos &&
           std::abs(below.size - chunks.front().size) < 0.6F && IsCentered(chunks) &&
           IsCentered(caption.back()) &&
           below.baseline - chunks.front().baseline < 1.9F * below.size;
  }

  // Reads downwards from line `at`.
  void ReadBelow(size_t at, float floor) {
    float bottom = table_.box.bottom;
    bool in_note = false;
    float note_size = 0;
    int taken = 0;
    for (; at < lines_.size() && taken < kNoteLines; ++at, ++taken) {
      const ChunkLine& line = lines_[at];
      const std::vector<Chunk> chunks = PartOver(line);
      if (chunks.empty() || line.baseline > floor ||
          line.baseline - bottom > (in_note ? 1.8F : 3.0F) * chunks.front().size) {
        break;
      }
      const bool opens = OpensNote(Folded(chunks.front()));
      if (!opens && !in_note) {
        break;
      }
      if (!opens && std::abs(chunks.front().size - note_size) > 0.4F) {
        break;
      }
      if (opens) {
        table_.notes.push_back(Take(chunks));
      } else {
        AppendWith(Take(chunks), &table_.notes.back());
      }
      in_note = true;
      note_size = chunks.front().size;
      bottom = line.baseline;
    }
  }

  const PageContent& page_;
  const PageText& text_;
  const std::vector<ChunkLine>& lines_;
  const std::vector<bool>& used_;
  const Room& room_;
  PageTable& table_;
  std::vector<uint32_t> taken_;
  std::vector<std::vector<Chunk>> above_;
};

}  // namespace

bool IsUnitNote(const std::string& text) {
  const std::string folded = FoldLabel(text);
  std::string_view rest = folded;
  if (rest.starts_with("(")) {
    rest.remove_prefix(1);
  }
  const size_t unit = rest.find("单位");
  if (unit == std::string_view::npos || unit > 12) {
    return StartsWithAny(rest, {"Unit:", "Units:", "unit:"}) && rest.size() < 60;
  }
  if (unit > 0 && StartsWithAny(rest, {"编制", "预算", "填报", "主管", "实施", "项目", "填表"})) {
    return false;
  }
  rest.remove_prefix(unit + 6);
  if (!rest.starts_with(":")) {
    return false;
  }
  rest.remove_prefix(1);
  constexpr std::array<std::string_view, 14> kUnits = {
      "元", "万", "千", "百", "亿", "人民币", "人", "%", "个", "辆", "台", "套", "平方", "户"};
  return rest.size() <= 45 && std::any_of(kUnits.begin(), kUnits.end(),
                                          [&](std::string_view u) { return rest.starts_with(u); });
}

std::vector<uint32_t> ReadSurroundings(const PageContent& page, const PageText& text,
                                       const std::vector<ChunkLine>& free_lines,
                                       const std::vector<bool>& used, const Room& room,
                                       PageTable* table) {
  return Surveyor(page, text, free_lines, used, room, table).Read();
}

}  // namespace crossfoot
