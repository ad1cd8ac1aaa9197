// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/layout/paragraph.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "extract/layout/line_composer.h"
#include "extract/outline/numbering.h"

namespace crossfoot {
namespace {

// In ems.
constexpr float kIndent = 1.3F;     // a first line stands in by this or more …
constexpr float kDeepest = 5;       // … and not by more than this
constexpr float kFlush = 0.6F;      // less than this is no indent
constexpr float kClear = 2;         // a centred line keeps this far from both margins
constexpr float kOffCenter = 1;     // and its middle this near the column's
constexpr float kFitSlack = 0.25F;  // a margin is known no better than this
constexpr float kSameMargin = 1;
constexpr float kEarly = 3;  // a line may be broken by this much too early
// × font size, from baseline to baseline.
constexpr float kWidestPitch = 2.6F;
constexpr float kTitlePitch = 2;
constexpr float kWidestBody = 4;    // the pitch of a text may be as wide as this
constexpr float kSpaced = 1.2F;     // × the text's pitch: paragraphs may stand this far apart
constexpr float kSameSize = 1.13F;  // ratio
constexpr float kTitleSize = 1.2F;  // × the body's

bool IsOneOf(char32_t code, std::u32string_view set) {
  return set.find(code) != std::u32string_view::npos;
}

char32_t FirstOf(const FlowLine& line) { return DecodeUtf8(line.text.utf8(), 0).code; }
char32_t LastOf(const FlowLine& line) {
  return DecodeUtf8Before(line.text.utf8(), line.text.utf8().size()).code;
}

bool EndsSentence(const FlowLine& line) {
  const std::string& text = line.text.utf8();
  size_t end = text.size();
  Utf8Step last = DecodeUtf8Before(text, end);
  while (last.length > 0 && IsOneOf(FoldWidth(last.code), U")》”’\"")) {
    end -= last.length;
    last = DecodeUtf8Before(text, end);
  }
  return IsOneOf(FoldWidth(last.code), U"。!?;:.");
}
bool EndsOpen(const FlowLine& line) { return IsOneOf(FoldWidth(LastOf(line)), U"、,([《“‘〔【"); }
bool BeginsClosed(const FlowLine& line) {
  return IsOneOf(FoldWidth(FirstOf(line)), U"、,。;:!?)》”’〕】%‰");
}
// Whether its last mark may hang out over the margin (标点悬挂).
bool MayHang(const FlowLine& line) {
  return IsOneOf(FoldWidth(LastOf(line)), U"、,。;:!?)》”’〕】");
}
bool HasStop(const FlowLine& line) {
  return line.text.utf8().find("。") != std::string::npos ||
         line.text.utf8().find("，") != std::string::npos;
}
bool HasHan(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const Utf8Step step = DecodeUtf8(text, i);
    if (IsHan(step.code)) {
      return true;
    }
    i += step.length;
  }
  return false;
}
bool IsLowerLatin(char32_t code) { return code >= U'a' && code <= U'z'; }

// The text without its last character.
Text WithoutLast(const Text& text) {
  const std::string& utf8 = text.utf8();
  const size_t end = utf8.size() - DecodeUtf8Before(utf8, utf8.size()).length;
  Text shorter;
  for (size_t i = 0; i < text.segments().size(); ++i) {
    const Text::Segment& segment = text.segments()[i];
    const size_t next = i + 1 < text.segments().size() ? text.segments()[i + 1].begin : utf8.size();
    const size_t to = std::min(next, end);
    if (segment.begin < to) {
      Place place = segment.place;
      if (to < next) {
        place.box = text.PlaceOf(segment.begin, to).box;
      }
      shorter.Append(text.View(segment.begin, to), place, segment.confidence);
    }
  }
  return shorter;
}

void AppendWrapped(const FlowLine& line, Text* text) {
  const std::string& before = text->utf8();
  const char32_t last = DecodeUtf8Before(before, before.size()).code;
  const char32_t first = FirstOf(line);
  const bool chinese = HasHan(before) || HasHan(line.text.utf8());
  if (last == U'-' && IsLowerLatin(first) && before.size() > 1 &&
      IsLowerLatin(DecodeUtf8Before(before, before.size() - 1).code)) {
    *text = WithoutLast(*text);
  } else if (BlankAtWrap(last, first, chinese)) {
    Place end;
    end.page = line.page;
    const std::vector<Text::Segment>& segments = text->segments();
    if (!segments.empty() && segments.back().place.box) {
      end = segments.back().place;
      end.box->left = end.box->right;
    }
    text->Append(" ", end);
  }
  text->Append(line.text);
}

int WidthClass(const FlowLine& line) { return static_cast<int>(std::lround(line.page_width / 4)); }

// The outermost right end that `several` share; 0 where none is.
float SharedRight(std::vector<float>* rights, size_t several, float em) {
  std::sort(rights->begin(), rights->end(), std::greater<>());
  for (size_t i = 0; i + several <= rights->size(); ++i) {
    if ((*rights)[i] - (*rights)[i + several - 1] <= kSameMargin * em) {
      return (*rights)[i];
    }
  }
  return 0;
}

// The margins that at least `several` of the lines share. Lines whose last mark may hang out over
// the margin do not show where it is, unless no others do.
std::optional<Measures::Measure> Agree(std::span<const FlowLine* const> lines, size_t several) {
  std::vector<float> lefts;
  std::vector<float> rights;
  std::vector<float> firm;
  float em = 0;
  for (const FlowLine* line : lines) {
    if (!line->parted) {
      lefts.push_back(line->box.left);
      rights.push_back(line->box.right);
      em = std::max(em, line->font_size);
      if (!MayHang(*line)) {
        firm.push_back(line->box.right);
      }
    }
  }
  if (rights.size() < 3) {
    return std::nullopt;
  }
  std::sort(lefts.begin(), lefts.end());
  Measures::Measure measure{lefts.front(), 0};
  for (size_t i = 0; i + several <= lefts.size(); ++i) {
    if (lefts[i + several - 1] - lefts[i] <= kFlush * em) {
      measure.left = lefts[i];
      break;
    }
  }
  measure.right = SharedRight(&rights, several, em);
  const float firm_right = SharedRight(&firm, several, em);
  if (firm_right > measure.right - (1 + kFitSlack) * em) {
    measure.right = std::min(measure.right, firm_right);
  }
  if (measure.right - measure.left < 8 * em) {
    return std::nullopt;
  }
  return measure;
}

// Whether the lines that reach the margin are wrapped prose, and not a list of equal entries.
bool IsWrapped(std::span<const FlowLine* const> lines, const Measures::Measure& measure) {
  size_t wrapped = 0;
  for (const FlowLine* line : lines) {
    const bool reaches = line->box.right > measure.right - kSameMargin * line->font_size;
    wrapped += reaches && !EndsSentence(*line) && line->box.width() > 15 * line->font_size ? 1 : 0;
  }
  return wrapped >= 3 && 5 * wrapped >= 2 * lines.size();
}

// The paragraph being put together.
class Joiner {
 public:
  explicit Joiner(const Measures& measures) : measures_(measures) {}

  [[nodiscard]] bool Continues(const FlowLine& a, const FlowLine& b, bool opens) const {
    if (a.direction != 0 || b.direction != 0 || SizesDiffer(a, b)) {
      return false;
    }
    if (IsTitlePair(a, b)) {
      return true;
    }
    if (a.parted || b.parted || StandsApart(a, b)) {
      return false;
    }
    const Measures::Measure measure = measures_.Of(a);
    const bool full =
        a.box.right + b.first_piece > measure.right - kFitSlack * a.font_size && !IsShort(a);
    if (BeginsClosed(b) && !measures_.IsCentered(a)) {
      return true;
    }
    const float indent = (b.box.left - measures_.Of(b).left) / b.font_size;
    const bool mid_sentence = full && !EndsSentence(a);
    if (const auto number = ParseNumbering(b.text.utf8())) {
      const bool by_chance =
          mid_sentence && indent < kFlush && (measures_.indents() || IsWord(number->style));
      // Where paragraphs stand in or apart, 二是 at the margin goes on behind a full line that ends
      // with 。
      const bool run_in = full && (measures_.indents() || measures_.spaces()) && indent < kFlush &&
                          number->style == NumberStyle::kOrdinal && !IsSpaced(a, b);
      return by_chance || run_in;
    }
    if (indent >= kIndent && indent <= kDeepest) {
      // Under a number or in an indented block the lines go on as deep as they began.
      const bool as_deep = std::abs(b.box.left - a.box.left) < kFlush * b.font_size;
      const bool hanging = opens && b.box.left > a.box.left + kFlush * b.font_size &&
                           ParseNumbering(a.text.utf8()).has_value();
      return mid_sentence && (as_deep || hanging || !measures_.indents());
    }
    if (EndsOpen(a)) {
      return true;
    }
    if (EndsSentence(a) && IsSpaced(a, b)) {
      return false;
    }
    if (full) {
      return measures_.indents() || a.bold == b.bold || !EndsSentence(a);
    }
    // Programs break lines early by rules of their own. Where paragraphs begin with an indent, a
    // line without one goes on with a sentence left open.
    const bool heading = a.bold && !b.bold && !HasStop(a);
    return measures_.indents() && indent < kFlush && !EndsSentence(a) && !heading &&
           a.box.right + b.first_piece > measure.right - kEarly * a.font_size && !IsShort(a);
  }

 private:
  static bool SizesDiffer(const FlowLine& a, const FlowLine& b) {
    return std::max(a.font_size, b.font_size) > kSameSize * std::min(a.font_size, b.font_size);
  }
  static bool SameColumn(const FlowLine& a, const FlowLine& b) {
    return a.page == b.page && a.column == b.column;
  }
  [[nodiscard]] bool IsTitlePair(const FlowLine& a, const FlowLine& b) const {
    return SameColumn(a, b) && a.font_size >= kTitleSize * measures_.body_size() &&
           measures_.IsCentered(a) && measures_.IsCentered(b) &&
           b.baseline - a.baseline < kTitlePitch * a.font_size && a.bold == b.bold &&
           !ParseNumbering(b.text.utf8()) && !EndsSentence(a);
  }
  [[nodiscard]] bool StandsApart(const FlowLine& a, const FlowLine& b) const {
    const float size = std::max(a.font_size, b.font_size);
    const float widest =
        std::max(kWidestPitch * size, std::min(kSpaced * measures_.pitch(), kWidestBody * size));
    return SameColumn(a, b) &&
           (b.baseline - a.baseline > widest || b.baseline - a.baseline < 0.3F * size);
  }
  // Whether more room parts the two than the lines of a paragraph.
  [[nodiscard]] bool IsSpaced(const FlowLine& a, const FlowLine& b) const {
    return SameColumn(a, b) && measures_.pitch() > 0 &&
           b.baseline - a.baseline > kSpaced * measures_.pitch();
  }
  // Far too short to have been wrapped, whatever follows.
  [[nodiscard]] bool IsShort(const FlowLine& a) const {
    const Measures::Measure measure = measures_.Of(a);
    return a.box.right < measure.left + 0.5F * (measure.right - measure.left);
  }
  // Words that come to the front of a line by chance.
  static bool IsWord(NumberStyle style) {
    return style == NumberStyle::kAttachment || style == NumberStyle::kOrdinal ||
           style == NumberStyle::kIndicator || style == NumberStyle::kCircled ||
           style == NumberStyle::kDecimal;
  }

  const Measures& measures_;
};

}  // namespace

Measures::Measures(std::span<const FlowLine> lines) {
  std::map<std::pair<int, int>, std::vector<const FlowLine*>> columns;
  std::map<int, size_t> sizes;  // in quarters of a point
  for (const FlowLine& line : lines) {
    if (line.direction == 0) {
      columns[{line.page, line.column}].push_back(&line);
      sizes[static_cast<int>(std::lround(line.font_size * 4))] += line.text.utf8().size();
    }
  }
  size_t most = 0;
  for (const auto& [size, bytes] : sizes) {
    if (bytes > most) {
      most = bytes;
      body_size_ = static_cast<float>(size) / 4;
    }
  }
  std::map<int, std::vector<const FlowLine*>> plain;
  for (const auto& [key, column] : columns) {
    const auto measure = Agree(column, std::max<size_t>(2, column.size() / 6));
    if (measure && (column.front()->in_columns || IsWrapped(column, *measure))) {
      own_.emplace(key, *measure);
    }
    if (!column.front()->in_columns) {
      std::vector<const FlowLine*>& all = plain[WidthClass(*column.front())];
      all.insert(all.end(), column.begin(), column.end());
    }
  }
  for (const auto& [width, all] : plain) {
    if (const auto measure = Agree(all, std::max<size_t>(2, all.size() / 12))) {
      shared_.emplace(width, *measure);
    }
  }
  pitch_ = PitchOf(lines);
  size_t indented = 0;
  size_t flush = 0;
  for (const FlowLine& line : lines) {
    if (line.direction == 0 && !line.parted && line.box.width() > 10 * line.font_size) {
      const float indent = (line.box.left - Of(line).left) / line.font_size;
      indented += indent >= kIndent && indent <= kDeepest ? 1 : 0;
      flush += std::abs(indent) < kFlush ? 1 : 0;
    }
  }
  indents_ = indented >= 3 && indented * 12 >= flush;
  spaces_ = HasSpaces(lines);
}

float Measures::PitchOf(std::span<const FlowLine> lines) const {
  std::vector<float> pitches;
  for (size_t i = 1; i < lines.size(); ++i) {
    const FlowLine& a = lines[i - 1];
    const FlowLine& b = lines[i];
    const Measure measure = Of(a);
    const float pitch = b.baseline - a.baseline;
    const bool wide = a.box.right > measure.right - kEarly * a.font_size;
    if (a.page == b.page && a.column == b.column && a.direction == 0 && b.direction == 0 &&
        std::abs(a.font_size - b.font_size) < 0.1F * a.font_size && wide && !EndsSentence(a) &&
        b.box.left < measure.left + kFlush * b.font_size && pitch > 0) {
      pitches.push_back(pitch);
    }
  }
  if (pitches.empty()) {
    return 0;
  }
  const auto middle = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 2);
  std::nth_element(pitches.begin(), middle, pitches.end());
  return *middle;
}

// Asked of the lines that are certainly their paragraph's last: sentences that end half way.
bool Measures::HasSpaces(std::span<const FlowLine> lines) const {
  size_t ends = 0;
  size_t spaced = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    const FlowLine& a = lines[i];
    const FlowLine& b = lines[i + 1];
    const Measure measure = Of(a);
    if (a.page == b.page && a.column == b.column && a.direction == 0 && EndsSentence(a) &&
        a.box.right < measure.left + 0.5F * (measure.right - measure.left)) {
      ++ends;
      spaced += pitch_ > 0 && b.baseline - a.baseline > kSpaced * pitch_ ? 1 : 0;
    }
  }
  return spaced >= 3 && spaced * 4 >= ends * 3;
}

Measures::Measure Measures::Of(const FlowLine& line) const {
  const auto own = own_.find({line.page, line.column});
  if (own != own_.end()) {
    return own->second;
  }
  const auto shared = shared_.find(WidthClass(line));
  if (!line.in_columns && shared != shared_.end()) {
    return shared->second;
  }
  return {line.column_box.left, line.column_box.right};
}

bool Measures::IsCentered(const FlowLine& line) const {
  const Measure measure = Of(line);
  const float em = line.font_size;
  const float left = line.box.left - measure.left;
  const float right = measure.right - line.box.right;
  return left > kClear * em && right > kClear * em && std::abs(left - right) < 2 * kOffCenter * em;
}

std::vector<Paragraph> JoinLines(std::span<const FlowLine> lines, const Measures& measures) {
  std::vector<Paragraph> paragraphs;
  const Joiner joiner(measures);
  bool opens = true;  // the line before was its paragraph's first
  for (size_t i = 0; i < lines.size(); ++i) {
    const FlowLine& line = lines[i];
    if (i > 0 && joiner.Continues(lines[i - 1], line, opens)) {
      opens = false;
      AppendWrapped(line, &paragraphs.back().text);
      paragraphs.back().bold = paragraphs.back().bold && line.bold;
      continue;
    }
    opens = true;
    Paragraph paragraph;
    paragraph.text = line.text;
    paragraph.font_size = line.font_size;
    paragraph.bold = line.bold;
    paragraph.centered = measures.IsCentered(line);
    paragraph.page = line.page;
    paragraphs.push_back(std::move(paragraph));
  }
  return paragraphs;
}

}  // namespace crossfoot
