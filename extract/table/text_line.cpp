// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/text_line.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"

namespace crossfoot {
namespace {

constexpr float kSameBaseline = 0.22F;  // × font size
constexpr float kScriptShift = 0.55F;   // a raised or lowered mark's baseline, × font size
constexpr float kWordGap = 0.2F;        // × font size
constexpr float kFigureGap = 0.1F;      // × font size: between a figure and a Chinese character
constexpr uint32_t kLeaderDots = 4;

bool IsLeaderDot(char32_t code) {
  return code == U'.' || code == U'…' || code == U'·' || code == U'_' || code == U'‥';
}

bool IsSane(const Glyph& glyph) {
  return std::isfinite(glyph.box.left) && std::isfinite(glyph.box.right) &&
         std::isfinite(glyph.baseline) && glyph.font_size > 0.5F && glyph.font_size < 400 &&
         glyph.box.right >= glyph.box.left;
}

// Sorts the sane, upright glyphs into runs of one baseline.
std::vector<std::vector<uint32_t>> Baselines(const PageContent& page) {
  std::vector<uint32_t> order;
  order.reserve(page.glyphs.size());
  for (uint32_t i = 0; i < page.glyphs.size(); ++i) {
    if (page.glyphs[i].direction == 0 && IsSane(page.glyphs[i])) {
      order.push_back(i);
    }
  }
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    return page.glyphs[a].baseline < page.glyphs[b].baseline;
  });
  std::vector<std::vector<uint32_t>> runs;
  float baseline = 0;
  float last = 0;
  float size = 0;
  for (const uint32_t i : order) {
    const Glyph& glyph = page.glyphs[i];
    const float reach = kSameBaseline * std::min(size, glyph.font_size);
    if (runs.empty() || glyph.baseline - last > reach || glyph.baseline - baseline > 2 * reach) {
      runs.emplace_back();
      baseline = glyph.baseline;
      size = glyph.font_size;
    }
    last = glyph.baseline;
    size = std::max(size, glyph.font_size);
    runs.back().push_back(i);
  }
  for (std::vector<uint32_t>& run : runs) {
    std::stable_sort(run.begin(), run.end(), [&](uint32_t a, uint32_t b) {
      return page.glyphs[a].box.left < page.glyphs[b].box.left;
    });
  }
  return runs;
}

float LargestSize(const PageContent& page, const std::vector<uint32_t>& run) {
  float size = 0;
  for (const uint32_t i : run) {
    size = std::max(size, page.glyphs[i].font_size);
  }
  return size;
}

// Whether every glyph of `marks` is smaller and touches a glyph of `line` from the side.
bool AreMarksOf(const PageContent& page, const std::vector<uint32_t>& marks,
                const std::vector<uint32_t>& line, float size) {
  size_t at = 0;
  float reached = -1e9F;  // right edge of the marks so far: a mark may hang on a mark
  for (const uint32_t i : marks) {
    const Glyph& mark = page.glyphs[i];
    if (mark.font_size > 0.85F * size) {
      return false;
    }
    while (at < line.size() && page.glyphs[line[at]].box.right < mark.box.left - 0.3F * size) {
      ++at;
    }
    const bool beside =
        at < line.size() && page.glyphs[line[at]].box.left < mark.box.right + 0.3F * size;
    if (!beside && mark.box.left > reached + 0.3F * size) {
      return false;
    }
    reached = std::max(reached, mark.box.right);
  }
  return true;
}

// Footnote marks and the 2 of CO2 belong to the line they hang on.
void AttachScripts(const PageContent& page, std::vector<std::vector<uint32_t>>* runs) {
  for (size_t i = 0; i < runs->size(); ++i) {
    std::vector<uint32_t>& marks = (*runs)[i];
    if (marks.empty() || marks.size() > 60) {
      continue;
    }
    for (const size_t j : {i + 1, i - 1}) {
      if (j >= runs->size() || (*runs)[j].empty()) {
        continue;
      }
      std::vector<uint32_t>& line = (*runs)[j];
      const float size = LargestSize(page, line);
      const float shift =
          std::abs(page.glyphs[line.front()].baseline - page.glyphs[marks.front()].baseline);
      if (shift < kScriptShift * size && AreMarksOf(page, marks, line, size)) {
        const auto middle = static_cast<std::ptrdiff_t>(line.size());
        line.insert(line.end(), marks.begin(), marks.end());
        std::inplace_merge(line.begin(), line.begin() + middle, line.end(),
                           [&](uint32_t a, uint32_t b) {
                             return page.glyphs[a].box.left < page.glyphs[b].box.left;
                           });
        marks.clear();
        break;
      }
    }
  }
}

LineCue CueOf(std::span<const char32_t> codes) {
  constexpr std::array<std::u32string_view, 4> kCaptions = {U"Table", U"TABLE", U"附表", U"续表"};
  constexpr std::array<std::u32string_view, 9> kNotes = {
      U"Note", U"NOTE", U"Source", U"SOURCE", U"NB:", U"注：", U"注:", U"(*)", U"资料来源"};
  const std::u32string_view word(codes.data(), codes.size());
  const auto opens = [&](std::u32string_view start) { return word.starts_with(start); };
  if (std::any_of(kCaptions.begin(), kCaptions.end(), opens) ||
      (word.size() > 1 && word[0] == U'表' && (DigitValue(word[1]) >= 0 || IsHan(word[1])))) {
    return LineCue::kCaption;
  }
  if (std::any_of(kNotes.begin(), kNotes.end(), opens) || word.starts_with(U'*') ||
      word.starts_with(U'†')) {
    return LineCue::kNote;
  }
  const char32_t first = word.front();
  const bool small = first >= U'a' && first <= U'z' && word.size() > 1;
  return small || first == U'(' ? LineCue::kGoesOn : LineCue::kNone;
}

bool IsYear(std::span<const char32_t> codes) {
  return codes.size() == 4 &&
         ((codes[0] == U'1' && codes[1] == U'9') || (codes[0] == U'2' && codes[1] == U'0')) &&
         DigitValue(codes[2]) >= 0 && DigitValue(codes[3]) >= 0;
}

class LineBuilder {
 public:
  LineBuilder(const PageContent& page, PageText* out) : page_(page), out_(*out) {}

  void Add(const std::vector<uint32_t>& run) {
    TextLine line;
    line.begin = static_cast<uint32_t>(out_.words.size());
    for (size_t i = 0; i < run.size();) {
      const size_t dots = LeaderLength(run, i);
      if (IsBlank(page_.glyphs[run[i]].code)) {
        Finish();
        ++i;
      } else if (dots >= kLeaderDots) {
        Finish();
        after_leader_ = page_.glyphs[run[i]].code != U'_';
        i += dots;
      } else {
        AddGlyph(run[i]);
        ++i;
      }
    }
    Finish();
    after_leader_ = false;
    line.end = static_cast<uint32_t>(out_.words.size());
    if (line.begin == line.end) {
      return;
    }
    line.box = out_.words[line.begin].box;
    float largest = 0;
    for (uint32_t w = line.begin; w < line.end; ++w) {
      line.box = line.box.Union(out_.words[w].box);
      if (out_.words[w].size > largest) {
        largest = out_.words[w].size;
        line.baseline = out_.words[w].baseline;
      }
    }
    out_.lines.push_back(line);
  }

 private:
  [[nodiscard]] size_t LeaderLength(const std::vector<uint32_t>& run, size_t at) const {
    const char32_t code = page_.glyphs[run[at]].code;
    size_t end = at;
    while (IsLeaderDot(code) && end < run.size() &&
           (page_.glyphs[run[end]].code == code || IsBlank(page_.glyphs[run[end]].code))) {
      ++end;
    }
    while (end > at && IsBlank(page_.glyphs[run[end - 1]].code)) {
      --end;
    }
    return end - at;
  }

  void AddGlyph(uint32_t index) {
    const Glyph& glyph = page_.glyphs[index];
    if (open_) {
      const Word& word = out_.words.back();
      const float gap = glyph.box.left - word.box.right;
      const bool ends_figure = IsHan(glyph.code) && DigitValue(codes_.back()) >= 0;
      const float widest = ends_figure ? kFigureGap : kWordGap;
      if (gap > widest * std::max(word.size, glyph.font_size)) {
        Finish();
      }
    }
    const Box box{glyph.box.left, glyph.baseline - 0.8F * glyph.font_size, glyph.box.right,
                  glyph.baseline + 0.2F * glyph.font_size};
    if (!open_) {
      Word word;
      word.box = box;
      word.baseline = glyph.baseline;
      word.size = glyph.font_size;
      word.begin = static_cast<uint32_t>(out_.order.size());
      word.han = IsHan(glyph.code);
      word.after_leader = std::exchange(after_leader_, false);
      word.bold = glyph.font < page_.fonts.size() && page_.fonts[glyph.font].bold;
      out_.words.push_back(word);
      open_ = true;
      codes_.clear();
    }
    Word& word = out_.words.back();
    word.box = word.box.Union(box);
    if (glyph.font_size > word.size) {
      word.size = glyph.font_size;
      word.baseline = glyph.baseline;
    }
    codes_.push_back(glyph.code);
    out_.order.push_back(index);
  }

  void Finish() {
    if (!open_) {
      return;
    }
    open_ = false;
    out_.words.back().end = static_cast<uint32_t>(out_.order.size());
    out_.words.back().kind = ClassifyInk(codes_);
    out_.words.back().cue = CueOf(codes_);
    out_.words.back().year = IsYear(codes_);
  }

  const PageContent& page_;
  PageText& out_;
  bool open_ = false;
  bool after_leader_ = false;
  std::vector<char32_t> codes_;
};

float CommonestSize(const PageContent& page) {
  std::map<int, int> count;  // in quarters of a point
  for (const Glyph& glyph : page.glyphs) {
    if (IsSane(glyph)) {
      ++count[static_cast<int>(std::lround(glyph.font_size * 4))];
    }
  }
  int best = 40;
  int most = 0;
  for (const auto& [size, n] : count) {
    if (n > most) {
      most = n;
      best = size;
    }
  }
  return static_cast<float>(best) / 4;
}

}  // namespace

InkKind ClassifyInk(std::span<const char32_t> text) {
  size_t digits = 0;
  size_t signs = 0;
  size_t letters = 0;
  std::string ascii;
  for (const char32_t wide : text) {
    const char32_t code = FoldWidth(wide);
    if (IsBlank(code)) {
      continue;
    }
    if (DigitValue(code) >= 0) {
      ++digits;
    } else if (std::u32string_view(U",.%()+-−–—‐-±<>=≥≤￥¥$€£‰△▲/*:'’†‡§[]#~…").find(code) !=
               std::u32string_view::npos) {
      ++signs;
    } else if (++letters > 3) {
      return InkKind::kText;  // whatever else stands there
    }
    if (code < 0x80) {
      ascii.push_back(static_cast<char>(code | 0x20U));
    }
  }
  if (letters == 0) {
    return digits > 0 ? InkKind::kFigure : (signs > 0 ? InkKind::kPlaceholder : InkKind::kText);
  }
  constexpr std::array<std::string_view, 6> kNothing = {"n.a.", "n/a", "na", "n.a", "nil", "x"};
  if (digits == 0 && letters <= 3 &&
      std::find(kNothing.begin(), kNothing.end(), ascii) != kNothing.end()) {
    return InkKind::kPlaceholder;
  }
  return digits > 0 && letters == 1 && digits >= letters ? InkKind::kFigure : InkKind::kText;
}

PageText GatherLines(const PageContent& page) {
  PageText text;
  std::vector<std::vector<uint32_t>> runs = Baselines(page);
  AttachScripts(page, &runs);
  text.order.reserve(page.glyphs.size());
  LineBuilder builder(page, &text);
  for (const std::vector<uint32_t>& run : runs) {
    if (!run.empty()) {
      builder.Add(run);
    }
  }
  std::stable_sort(text.lines.begin(), text.lines.end(),
                   [](const TextLine& a, const TextLine& b) { return a.baseline < b.baseline; });
  for (uint32_t l = 0; l < text.lines.size(); ++l) {
    for (uint32_t w = text.lines[l].begin; w < text.lines[l].end; ++w) {
      text.words[w].line = l;
    }
  }
  text.size = CommonestSize(page);
  return text;
}

namespace {

// The first of the word's glyphs that stands right of x, as an index in PageText::order, if the
// word may be cut before it; else the word's end.
uint32_t CutBefore(const PageContent& page, const PageText& text, const Word& word, float x) {
  for (uint32_t i = word.begin; i < word.end; ++i) {
    const Box& box = page.glyphs[text.order[i]].box;
    if (box.center().x < x) {
      continue;
    }
    const float gap = i == word.begin ? 0 : box.left - page.glyphs[text.order[i - 1]].box.right;
    const bool may = i > word.begin && (word.kind == InkKind::kText || gap > 0.04F * word.size);
    return may ? i : word.end;
  }
  return word.end;
}

Word Part(const PageContent& page, const PageText& text, const Word& word, uint32_t begin,
          uint32_t end) {
  Word part = word;
  part.begin = begin;
  part.end = end;
  part.box.left = page.glyphs[text.order[begin]].box.left;
  part.box.right = part.box.left;
  std::vector<char32_t> codes;
  for (uint32_t i = begin; i < end; ++i) {
    const Glyph& glyph = page.glyphs[text.order[i]];
    part.box.right = std::max(part.box.right, glyph.box.right);
    codes.push_back(glyph.code);
  }
  part.kind = ClassifyInk(codes);
  return part;
}

}  // namespace

void CutAtRulings(const PageContent& page, const std::vector<Ruling>& verticals, PageText* text) {
  if (verticals.empty()) {
    return;
  }
  std::vector<Word> words;
  words.reserve(text->words.size());
  size_t tests_left = 2'000'000;
  for (TextLine& line : text->lines) {
    const auto first_of_line = static_cast<uint32_t>(words.size());
    for (const Word& word : text->WordsOf(line)) {
      Word rest = word;
      const float y = word.baseline - 0.3F * word.size;
      auto ruling = std::lower_bound(verticals.begin(), verticals.end(), word.box.left + 1,
                                     [](const Ruling& r, float x) { return r.position < x; });
      for (; ruling != verticals.end() && ruling->position < word.box.right - 1 && tests_left > 0;
           ++ruling, --tests_left) {
        if (ruling->from > y || ruling->to < y) {
          continue;
        }
        const uint32_t cut = CutBefore(page, *text, rest, ruling->position);
        if (cut < rest.end) {
          words.push_back(Part(page, *text, rest, rest.begin, cut));
          rest = Part(page, *text, rest, cut, rest.end);
        }
      }
      words.push_back(rest);
    }
    line.begin = first_of_line;
    line.end = static_cast<uint32_t>(words.size());
  }
  text->words = std::move(words);
}

std::pair<size_t, size_t> LinesBetween(const PageText& text, float top, float bottom) {
  const auto less = [](const TextLine& line, float y) { return line.baseline < y; };
  const auto first = std::lower_bound(text.lines.begin(), text.lines.end(), top, less);
  const auto last = std::lower_bound(first, text.lines.end(), bottom, less);
  return {static_cast<size_t>(first - text.lines.begin()),
          static_cast<size_t>(last - text.lines.begin())};
}

}  // namespace crossfoot
