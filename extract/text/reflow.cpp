// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/reflow.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/utf8.h"
#include "extract/outline/numbering.h"
#include "extract/text/clean_text.h"

namespace crossfoot {
namespace {

// Half characters by which justified lines of one measure differ: digits and Latin letters are
// narrower or wider than half a character; a line of Chinese alone is exact but for squeezed
// punctuation.
constexpr int kSlack = 3;
constexpr int kSlackOfChinese = 1;
// What a paragraph's first line stands in by.
constexpr int kFirstIndent = 4;

char32_t FirstOf(std::string_view text) { return DecodeUtf8(text, 0).code; }
char32_t LastOf(std::string_view text) { return DecodeUtf8Before(text, text.size()).code; }

bool IsOneOf(char32_t code, std::u32string_view set) {
  return set.find(code) != std::u32string_view::npos;
}

// What the characters of one line say about its being whole.
struct LineShape {
  bool ends_sentence = false;  // 。！？；： and closers after them
  bool ends_colon = false;
  bool ends_open = false;  // a comma, a dash, or a bracket not closed on the line
  bool has_stop = false;   // a full stop or semicolon before its last character
  bool has_comma = false;
  bool has_figure = false;     // a digit after the number
  bool chinese_only = true;    // no digits or Latin letters
  bool begins_closed = false;  // with what can only follow something: ，。）》%
  bool begins_value = false;   // with a figure that a stop or % ends: 61%；自评
  std::optional<Numbering> number;
};

// 61%；自评完成值, 62家；: what a label at the end of the line above waits for. Not 2023年,
// 3个方面.
bool BeginsWithValue(std::string_view text) {
  size_t at = 0;
  while (at < text.size() && (DigitValue(DecodeUtf8(text, at).code) >= 0 ||
                              (at > 0 && (text[at] == '.' || text[at] == ',')))) {
    at += DecodeUtf8(text, at).length;
  }
  if (at == 0) {
    return false;
  }
  for (int unit = 0; unit < 3 && at < text.size(); ++unit) {  // two characters of unit at most
    const Utf8Step step = DecodeUtf8(text, at);
    const char32_t code = FoldWidth(step.code);
    if (IsOneOf(code, U";,。%‰)")) {
      return true;
    }
    if (!IsHan(code) || code == U'年' || code == U'月') {
      return false;
    }
    at += step.length;
  }
  return false;
}

LineShape ShapeOf(const SourceLine& line) {
  LineShape shape;
  const std::string_view text = line.text;
  shape.number = ParseNumbering(text);
  int depth = 0;
  char32_t last_open = 0;
  const size_t body = shape.number ? shape.number->length : 0;
  for (size_t i = body; i < text.size();) {
    const Utf8Step step = DecodeUtf8(text, i);
    i += step.length;
    constexpr char32_t kFirstIdeograph = 0x4E00;
    constexpr char32_t kLastIdeograph = 0x9FFF;
    if (step.code >= kFirstIdeograph && step.code <= kLastIdeograph) {
      continue;  // none of what is looked for
    }
    const char32_t code = FoldWidth(step.code);
    if (IsOneOf(code, U"(《“‘〔【")) {
      ++depth;
      last_open = code;
    } else if (IsOneOf(code, U")》”’〕】") && depth > 0) {
      --depth;
    }
    shape.has_figure = shape.has_figure || DigitValue(code) >= 0;
    shape.chinese_only = shape.chinese_only && code >= 0x80;
    shape.has_stop = shape.has_stop || (i < text.size() && IsOneOf(code, U"。;"));
    shape.has_comma = shape.has_comma || (i < text.size() && code == U',');
  }
  size_t end = text.size();
  Utf8Step last = DecodeUtf8Before(text, end);
  while (last.length > 0 && IsOneOf(FoldWidth(last.code), U")》”’*")) {
    end -= last.length;
    last = DecodeUtf8Before(text, end);
  }
  shape.ends_sentence =
      IsOneOf(FoldWidth(last.code), U"。!?;:") || (last.code == U'.' && !shape.number);
  const char32_t very_last = FoldWidth(LastOf(text));
  shape.ends_colon = FoldWidth(last.code) == ':';
  shape.ends_open = IsOneOf(very_last, U"、,([《“‘〔/+-=×÷") || (depth > 0 && last_open != 0);
  shape.begins_value = !shape.number && BeginsWithValue(text);
  shape.begins_closed = IsOneOf(FoldWidth(FirstOf(text)), U"、,。;:!?)》”’〕】%‰");
  return shape;
}

// A line that stands alone by its looks: no clause in it, or numbered and without figures.
bool LooksLikeHeading(const LineShape& shape) {
  return !shape.has_stop && (!shape.has_comma || (shape.number && !shape.has_figure));
}

class Joiner {
 public:
  Joiner(std::span<const SourceLine> lines, const LineMeasure& measure)
      : lines_(lines), measure_(measure) {
    shapes_.reserve(lines.size());
    for (const SourceLine& line : lines) {
      shapes_.push_back(ShapeOf(line));
    }
  }

  // Whether line `i` goes on in line `i + 1`; `opens` when it is its paragraph's first.
  [[nodiscard]] bool Joins(size_t i, bool opens) const {
    const LineShape& a = shapes_[i];
    const LineShape& b = shapes_[i + 1];
    if (lines_[i].markup_level > 0 || lines_[i + 1].markup_level > 0 || lines_[i + 1].begins_item) {
      return false;
    }
    const bool full = IsFull(i, 0) || (opens && !a.ends_sentence && IsFull(i, kFirstIndent));
    if (BeginsAnew(i + 1, full && !a.ends_sentence)) {
      return false;
    }
    if (b.begins_closed || (a.ends_colon && b.begins_value)) {
      return true;
    }
    if (measure_.blank_ends_paragraph && lines_[i + 1].blanks_before == 1 && !full) {
      return false;
    }
    if (a.ends_open) {
      return true;
    }
    if (measure_.full_width == 0) {
      return !a.ends_sentence && !LooksLikeHeading(a);
    }
    if (full) {
      return !(a.ends_sentence && !a.ends_colon && IsFirstLine(i + 1));
    }
    // Short of the measure, as under a hanging indent: only a sentence in its middle goes on.
    const bool in_middle = !opens && 5 * lines_[i].width >= 3 * measure_.full_width;
    return !a.ends_sentence && (in_middle || !LooksLikeHeading(a));
  }

 private:
  // A line is full when what follows would not have fitted.
  [[nodiscard]] bool IsFull(size_t i, int indent) const {
    if (measure_.full_width == 0) {
      return false;
    }
    const int next =
        i + 1 < lines_.size() ? static_cast<int>(DisplayWidth(FirstOf(lines_[i + 1].text))) : 2;
    const int slack = shapes_[i].chinese_only && indent == 0 ? kSlackOfChinese : kSlack;
    return lines_[i].width + indent + next > measure_.full_width - slack;
  }
  [[nodiscard]] bool BeginsAnew(size_t i, bool after_full_unfinished) const {
    if (measure_.indent_begins_paragraph && lines_[i].indent >= 3 && lines_[i].indent <= 8) {
      return true;
    }
    const std::optional<Numbering>& number = shapes_[i].number;
    if (!number) {
      return false;
    }
    // A wrap can bring these words to the front of a line by chance.
    const bool by_chance =
        number->style == NumberStyle::kAttachment || number->style == NumberStyle::kOrdinal ||
        number->style == NumberStyle::kIndicator || number->style == NumberStyle::kCircled ||
        number->style == NumberStyle::kDecimal;
    return !(by_chance && after_full_unfinished);
  }
  // The line was itself wrapped though two more characters would have fitted: the indent of a first
  // line is gone, its shorter measure has stayed.
  [[nodiscard]] bool IsFirstLine(size_t i) const {
    if (i + 1 >= lines_.size() || shapes_[i].ends_sentence || BeginsAnew(i + 1, true)) {
      return false;
    }
    const int lacking = measure_.full_width - lines_[i].width;
    if (lacking < kFirstIndent - 1 || lacking > kFirstIndent + 1) {
      return false;
    }
    // Under a hanging indent the lines after it are as short.
    return !IsFull(i + 1, kFirstIndent) || lines_[i + 1].width >= lines_[i].width + 2;
  }

  std::span<const SourceLine> lines_;
  LineMeasure measure_;
  std::vector<LineShape> shapes_;
};

}  // namespace

LineMeasure Measure(std::span<const SourceLine> lines) {
  LineMeasure measure;
  std::vector<int> widths;
  size_t indented = 0;
  size_t close = 0;  // pairs without a blank line between
  for (const SourceLine& line : lines) {
    if (line.tabbed || line.text.back() == '|') {
      continue;
    }
    widths.push_back(line.width);
    indented += line.indent >= 3 && line.indent <= 8 ? 1 : 0;
    close += line.blanks_before == 0 ? 1 : 0;
  }
  if (widths.size() < 4) {
    return measure;
  }
  std::sort(widths.begin(), widths.end());
  const int high = widths[widths.size() - 1 - widths.size() / 40];
  const auto near_high = static_cast<size_t>(
      widths.end() - std::lower_bound(widths.begin(), widths.end(), high - 2 * kSlack));
  constexpr int kNarrowest = 24;
  constexpr int kWidest = 160;
  if (high >= kNarrowest && high <= kWidest && near_high * 4 >= widths.size() && near_high >= 4) {
    // The widest that several lines share: one alone may stand out past the measure.
    const size_t several = std::max<size_t>(2, near_high / 10);
    measure.full_width = high;
    for (int width = high; width > high - 2 * kSlack; --width) {
      const auto [from, to] = std::equal_range(widths.begin(), widths.end(), width);
      if (static_cast<size_t>(to - from) >= several) {
        measure.full_width = width;
        break;
      }
    }
  }
  measure.blank_ends_paragraph = close * 2 > widths.size();
  measure.indent_begins_paragraph =
      indented >= 3 && indented * 10 >= widths.size() && indented * 10 <= widths.size() * 9;
  return measure;
}

std::vector<PrintedParagraph> Reflow(std::span<const SourceLine> lines,
                                     const LineMeasure& measure) {
  std::vector<PrintedParagraph> paragraphs;
  const Joiner joiner(lines, measure);
  bool opens = true;  // the line before was its paragraph's first
  for (size_t i = 0; i < lines.size(); ++i) {
    const SourceLine& line = lines[i];
    if (i > 0 && joiner.Joins(i - 1, opens)) {
      opens = false;
      AppendContinuation(line.text, line.number, line.column, &paragraphs.back().text);
      ++paragraphs.back().count;
    } else {
      opens = true;
      PrintedParagraph paragraph;
      paragraph.first = i;
      paragraph.markup_level = line.markup_level;
      AppendClean(line.text, line.number, line.column, &paragraph.text);
      paragraphs.push_back(std::move(paragraph));
    }
  }
  return paragraphs;
}

}  // namespace crossfoot
