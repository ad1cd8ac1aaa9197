// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/layout/flow_line.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <utility>

#include "base/utf8.h"
#include "extract/layout/furniture.h"
#include "extract/layout/line_composer.h"

namespace crossfoot {
namespace {

// In ems.
constexpr float kPieceGap = 0.7F;
constexpr float kGutter = 0.9F;
constexpr float kFieldGap = 2.5F;
// A column of prose.
constexpr size_t kFewestPieces = 4;
constexpr float kFullPiece = 0.6F;     // of the column's width
constexpr float kFullShare = 0.45F;    // of its pieces
constexpr float kNarrowestColumn = 8;  // ems
// A raised mark before its line.
constexpr size_t kLongestMark = 6;  // bytes
constexpr float kMarkSize = 0.9F;   // × the line's font size
constexpr float kMarkGap = 1;
// The rule above footnotes: points, and parts of the page.
constexpr float kShortestSeparator = 30;
constexpr float kLongestSeparator = 0.45F;
constexpr float kHighestSeparator = 0.4F;
constexpr float kFootnoteSize = 0.92F;  // × the body's
constexpr size_t kLongestRun = 400;     // rows looked at for one gutter

constexpr float kRadians = 0.01745329F;  // a degree

// A part of a row without a wide gap in it.
struct Piece {
  uint32_t row = 0;
  Box box;
  std::vector<uint32_t> words;
};

struct Row {
  std::vector<Piece> pieces;  // left to right
};

struct Span {
  float left = 0;
  float right = 0;
  [[nodiscard]] float width() const { return right - left; }
};

bool IsFree(const std::vector<uint32_t>& owner, uint32_t glyph) {
  return glyph >= owner.size() || owner[glyph] == 0;
}

std::vector<Row> CutRows(const PageText& text, const std::vector<uint32_t>& owner) {
  std::vector<Row> rows;
  for (const TextLine& line : text.lines) {
    Row row;
    for (uint32_t w = line.begin; w < line.end; ++w) {
      const Word& word = text.words[w];
      if (word.begin >= word.end || !IsFree(owner, text.order[word.begin])) {
        continue;
      }
      const bool near = !row.pieces.empty() &&
                        word.box.left - row.pieces.back().box.right < kPieceGap * word.size;
      if (!near) {
        row.pieces.push_back({static_cast<uint32_t>(rows.size()), word.box, {}});
      }
      row.pieces.back().box = row.pieces.back().box.Union(word.box);
      row.pieces.back().words.push_back(w);
    }
    if (!row.pieces.empty()) {
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

// What of `free` the pieces of a row leave free, in strips of at least `narrowest`.
std::vector<Span> Subtract(const std::vector<Span>& free, const Row& row, float narrowest) {
  std::vector<Span> left;
  for (const Span& span : free) {
    float from = span.left;
    for (const Piece& piece : row.pieces) {
      if (piece.box.right <= from || piece.box.left >= span.right) {
        continue;
      }
      if (piece.box.left - from >= narrowest) {
        left.push_back({from, piece.box.left});
      }
      from = std::max(from, piece.box.right);
    }
    if (span.right - from >= narrowest) {
      left.push_back({from, span.right});
    }
  }
  return left;
}

// Whether what stands in [left, right] is a column of prose.
bool IsProse(std::span<const Row> rows, float left, float right, float em) {
  float from = right;
  float to = left;
  size_t pieces = 0;
  for (const Row& row : rows) {
    for (const Piece& piece : row.pieces) {
      if (piece.box.left >= left && piece.box.right <= right) {
        from = std::min(from, piece.box.left);
        to = std::max(to, piece.box.right);
        ++pieces;
      }
    }
  }
  const float width = to - from;
  if (pieces < kFewestPieces || width < kNarrowestColumn * em) {
    return false;
  }
  size_t full = 0;
  for (const Row& row : rows) {
    for (const Piece& piece : row.pieces) {
      const bool inside = piece.box.left >= left && piece.box.right <= right;
      full += inside && piece.box.width() >= kFullPiece * width ? 1 : 0;
    }
  }
  return static_cast<float>(full) >= kFullShare * static_cast<float>(pieces);
}

class Reader {
 public:
  Reader(const PageContent& page, const PageText& text) : page_(page), text_(text) {}

  void Read(std::span<const Row> rows, int depth) {
    Span all{1e9F, -1e9F};
    for (const Row& row : rows) {
      all.left = std::min(all.left, row.pieces.front().box.left);
      all.right = std::max(all.right, row.pieces.back().box.right);
    }
    size_t plain = 0;  // first row not yet read
    for (size_t i = 0; i < rows.size();) {
      Span gutter;
      const size_t end = depth < 4 ? FindColumns(rows, i, all, &gutter) : i;
      if (end == i) {
        ++i;
        continue;
      }
      ReadPlain(rows.subspan(plain, i - plain), depth);
      ReadColumns(rows.subspan(i, end - i), gutter, depth);
      i = plain = end;
    }
    ReadPlain(rows.subspan(plain), depth);
  }

  std::vector<FlowLine> Take() { return std::move(lines_); }

 private:
  // The end of the run of rows from `begin` that has a gutter, or `begin`.
  size_t FindColumns(std::span<const Row> rows, size_t begin, const Span& all, Span* gutter) const {
    const float narrowest = kGutter * text_.size;
    std::vector<Span> free = {all};
    size_t end = begin;
    std::vector<Span> last;
    for (; end < rows.size() && end - begin < kLongestRun; ++end) {
      last = free;
      free = Subtract(free, rows[end], narrowest);
      if (free.empty()) {
        break;
      }
    }
    if (free.empty()) {
      free = std::move(last);
    }
    if (end < begin + 3) {
      return begin;
    }
    const auto run = rows.subspan(begin, end - begin);
    for (const Span& span : free) {
      if (span.left > all.left && span.right < all.right &&
          IsProse(run, all.left, span.left + 1, text_.size) &&
          IsProse(run, span.right - 1, all.right, text_.size)) {
        *gutter = span;
        return end;
      }
    }
    return begin;
  }

  void ReadColumns(std::span<const Row> rows, const Span& gutter, int depth) {
    const float middle = (gutter.left + gutter.right) / 2;
    for (const bool left_side : {true, false}) {
      std::vector<Row> side;
      for (const Row& row : rows) {
        Row part;
        std::copy_if(row.pieces.begin(), row.pieces.end(), std::back_inserter(part.pieces),
                     [&](const Piece& p) { return (p.box.center().x < middle) == left_side; });
        if (!part.pieces.empty()) {
          side.push_back(std::move(part));
        }
      }
      if (!side.empty()) {
        Read(side, depth + 1);
      }
    }
  }

  void ReadPlain(std::span<const Row> rows, int depth) {
    if (rows.empty()) {
      return;
    }
    const size_t first = lines_.size();
    for (const Row& row : rows) {
      lines_.push_back(MakeLine(row));
    }
    Box column = lines_[first].box;
    for (size_t i = first; i < lines_.size(); ++i) {
      column = column.Union(lines_[i].box);
    }
    for (size_t i = first; i < lines_.size(); ++i) {
      lines_[i].column = column_;
      lines_[i].column_box = column;
      lines_[i].in_columns = depth > 0;
    }
    ++column_;
  }

  [[nodiscard]] FlowLine MakeLine(const Row& row) const {
    FlowLine line;
    line.page = page_.info.number;
    line.page_width = page_.info.width;
    LineComposer composer(line.page);
    std::map<int, int> sizes;  // in quarters of a point
    int bold = 0;
    int glyphs = 0;
    const Word* before = nullptr;
    for (const Piece& piece : row.pieces) {
      for (const uint32_t w : piece.words) {
        const Word& word = text_.words[w];
        if (before == nullptr) {
          line.box = word.box;
          line.first_piece = FirstPiece(word);
          line.color = page_.glyphs[text_.order[word.begin]].color;
        } else {
          line.parted = line.parted || word.after_leader ||
                        word.box.left - before->box.right >= kFieldGap * word.size;
          Glyph between = page_.glyphs[text_.order[word.begin]];
          if (word.after_leader) {
            // A row of dots, however long, is written as an ellipsis.
            between.code = U'…';
            between.box.left = before->box.right;
            between.box.right = (before->box.right + word.box.left) / 2;
            composer.Add(between);
            between.box.left = between.box.right;
            between.box.right = word.box.left;
          } else {
            between.code = U' ';
          }
          composer.Add(between);
        }
        line.box = line.box.Union(word.box);
        if (word.size > line.font_size) {
          line.baseline = word.baseline;
          line.font_size = word.size;
        }
        for (uint32_t i = word.begin; i < word.end; ++i) {
          const Glyph& glyph = page_.glyphs[text_.order[i]];
          composer.Add(glyph);
          ++sizes[static_cast<int>(std::lround(glyph.font_size * 4))];
          bold += glyph.font < page_.fonts.size() && page_.fonts[glyph.font].bold ? 1 : 0;
          ++glyphs;
        }
        before = &word;
      }
    }
    int most = 0;
    for (const auto& [size, count] : sizes) {
      if (count >= most) {
        most = count;
        line.font_size = static_cast<float>(size) / 4;
      }
    }
    line.bold = 2 * bold > glyphs;
    line.text = composer.Finish();
    return line;
  }

  // The width of what a line break may not part: a Chinese character, or a run of anything else;
  // with the brackets before and the closing marks after it.
  [[nodiscard]] float FirstPiece(const Word& word) const {
    const auto code = [&](uint32_t i) { return page_.glyphs[text_.order[i]].code; };
    uint32_t end = word.begin;
    while (end < word.end && IsOpener(code(end))) {
      ++end;
    }
    if (end < word.end && IsCjk(code(end))) {
      ++end;
    } else {
      while (end < word.end && !IsCjk(code(end))) {
        ++end;
      }
    }
    // Lines are parted neither before nor after a quotation mark.
    while (end < word.end &&
           (IsCloser(code(end)) || IsQuote(code(end)) || IsQuote(code(end - 1)))) {
      ++end;
    }
    return page_.glyphs[text_.order[end - 1]].box.right - word.box.left;
  }

  static bool IsQuote(char32_t code) {
    return std::u32string_view(U"“”‘’").find(code) != std::u32string_view::npos;
  }
  static bool IsOpener(char32_t code) {
    return std::u32string_view(U"（《“‘【〔").find(code) != std::u32string_view::npos;
  }
  static bool IsCloser(char32_t code) {
    return std::u32string_view(U"，。、；：！？）》”’】〕％%").find(code) !=
           std::u32string_view::npos;
  }

  const PageContent& page_;
  const PageText& text_;
  std::vector<FlowLine> lines_;
  int column_ = 0;
};

// Lines of one direction other than upright: sorted by baseline, then along the writing.
void ReadTurned(const PageContent& page, const std::vector<uint32_t>& owner,
                std::vector<FlowLine>* lines) {
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < page.glyphs.size(); ++i) {
    if (page.glyphs[i].direction != 0 && IsFree(owner, i)) {
      order.push_back(i);
    }
  }
  const auto along = [&](const Glyph& g) {
    const float angle = static_cast<float>(g.direction) * kRadians;
    return g.box.center().x * std::cos(angle) + g.box.center().y * std::sin(angle);
  };
  const auto across = [&](const Glyph& g) {
    const float angle = static_cast<float>(g.direction) * kRadians;
    return g.box.center().y * std::cos(angle) - g.box.center().x * std::sin(angle);
  };
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const Glyph& x = page.glyphs[a];
    const Glyph& y = page.glyphs[b];
    return x.direction != y.direction ? x.direction < y.direction : across(x) < across(y);
  });
  for (size_t begin = 0; begin < order.size();) {
    const Glyph& first = page.glyphs[order[begin]];
    size_t end = begin + 1;
    while (end < order.size() && page.glyphs[order[end]].direction == first.direction &&
           across(page.glyphs[order[end]]) - across(first) < 0.5F * first.font_size) {
      ++end;
    }
    std::stable_sort(order.begin() + static_cast<std::ptrdiff_t>(begin),
                     order.begin() + static_cast<std::ptrdiff_t>(end), [&](uint32_t a, uint32_t b) {
                       return along(page.glyphs[a]) < along(page.glyphs[b]);
                     });
    FlowLine line;
    line.page = page.info.number;
    line.page_width = page.info.width;
    line.direction = first.direction;
    line.font_size = first.font_size;
    line.color = first.color;
    line.box = first.box;
    line.column = -1;
    for (size_t i = begin; i < end; ++i) {
      const Glyph& glyph = page.glyphs[order[i]];
      std::string character;
      AppendUtf8(glyph.code, &character);
      line.text.Append(character, Place{line.page, 0, 0, glyph.box}, glyph.confidence);
      line.box = line.box.Union(glyph.box);
    }
    line.baseline = line.box.bottom;
    if (!TrimBlanks(line.text.utf8()).empty()) {
      lines->push_back(std::move(line));
    }
    begin = end;
  }
}

// A mark that is raised too far to share its line's baseline (a footnote's number) goes before it.
void AttachRaisedMarks(std::vector<FlowLine>* lines) {
  size_t kept = 0;
  for (size_t i = 0; i < lines->size(); ++i) {
    FlowLine& line = (*lines)[i];
    if (kept > 0) {
      FlowLine& mark = (*lines)[kept - 1];
      const float gap = line.box.left - mark.box.right;
      if (mark.text.utf8().size() <= kLongestMark && mark.column == line.column &&
          mark.direction == 0 && line.direction == 0 && !mark.footnote &&
          mark.font_size < kMarkSize * line.font_size && mark.box.bottom > line.box.top &&
          mark.baseline <= line.baseline && gap > -kMarkGap * line.font_size &&
          gap < kMarkGap * line.font_size) {
        Text text = std::move(mark.text);
        text.Append(line.text);
        line.text = std::move(text);
        line.first_piece += line.box.left - mark.box.left;
        line.box = line.box.Union(mark.box);
        mark = std::move(line);
        continue;
      }
    }
    if (kept != i) {
      (*lines)[kept] = std::move(line);
    }
    ++kept;
  }
  lines->resize(kept);
}

// Marks what stands below a short rule in smaller type as footnotes (脚注).
void MarkFootnotes(const PageContent& page, float body_size, std::vector<FlowLine>* lines) {
  float lowest = 0;
  for (const FlowLine& line : *lines) {
    lowest = std::max(lowest, line.direction == 0 ? line.box.top : 0);
  }
  for (const RulePiece& rule : page.rules) {
    const float length = rule.to - rule.from;
    if (!rule.horizontal || length < kShortestSeparator ||
        length > kLongestSeparator * page.info.width ||
        rule.position < kHighestSeparator * page.info.height) {
      continue;
    }
    const auto is_note = [&](const FlowLine& line) {
      const bool page_number = line.box.bottom > lowest && IsPageNumber(line.text.utf8());
      return line.direction == 0 && line.box.center().y > rule.position && !page_number;
    };
    bool small = true;
    bool starts_there = false;
    for (const FlowLine& line : *lines) {
      if (is_note(line)) {
        small = small && line.font_size <= kFootnoteSize * body_size;
        starts_there = starts_there || std::abs(line.box.left - rule.from) < 3 * line.font_size;
      }
    }
    if (small && starts_there) {
      for (FlowLine& line : *lines) {
        line.footnote = line.footnote || is_note(line);
      }
      return;
    }
  }
}

}  // namespace

std::vector<FlowLine> FindFlowLines(const PageContent& page, const PageText& text,
                                    const std::vector<uint32_t>& owner) {
  Reader reader(page, text);
  const std::vector<Row> rows = CutRows(text, owner);
  reader.Read(rows, 0);
  std::vector<FlowLine> lines = reader.Take();
  ReadTurned(page, owner, &lines);
  AttachRaisedMarks(&lines);
  MarkFootnotes(page, text.size, &lines);
  return lines;
}

}  // namespace crossfoot
