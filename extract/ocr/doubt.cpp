// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/doubt.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/utf8.h"

namespace crossfoot {
namespace {

constexpr size_t kMostNotes = 100;  // of one page

bool IsFigurePart(char32_t code) {
  return DigitValue(code) >= 0 || code == U'.' || code == U',' || code == U'-' || code == U'%';
}

std::string Percent(float share) {
  return std::to_string(static_cast<int>(std::lround(share * 100))) + "%";
}

// Glyphs [begin, end) are one figure; says what else it may be by its least sure digit.
void NoteFigure(PageContent* page, size_t begin, size_t end) {
  size_t worst = end;
  std::string text;
  Box box = page->glyphs[begin].box;
  for (size_t i = begin; i < end; ++i) {
    const Glyph& glyph = page->glyphs[i];
    AppendUtf8(glyph.code, &text);
    box = box.Union(glyph.box);
    if (DigitValue(glyph.code) >= 0 && glyph.confidence < kDoubtful &&
        (worst == end || glyph.confidence < page->glyphs[worst].confidence)) {
      worst = i;
    }
  }
  if (worst == end) {
    return;
  }
  std::string message = "the figure \"" + text + "\" is read with " +
                        Percent(page->glyphs[worst].confidence) + " confidence";
  const auto other = std::find_if(
      page->others.begin(), page->others.end(),
      [&](const OtherGlyph& one) { return one.glyph == worst && DigitValue(one.code) >= 0; });
  if (other != page->others.end()) {
    std::string instead;
    for (size_t i = begin; i < end; ++i) {
      AppendUtf8(i == worst ? other->code : page->glyphs[i].code, &instead);
    }
    message += "; it may be \"" + instead + "\"";
  }
  page->notes.push_back({NoteKind::kDoubtfulReading, message, Place{page->info.number, 0, 0, box}});
}

}  // namespace

void NoteReading(PageContent* page) {
  float sum = 0;
  for (const Glyph& glyph : page->glyphs) {
    sum += glyph.confidence;
  }
  const auto count = static_cast<float>(page->glyphs.size());
  page->notes.push_back({NoteKind::kOcrRead,
                         page->glyphs.empty()
                             ? "the page is a picture; no text was found on it"
                             : "the page is a picture; " + std::to_string(page->glyphs.size()) +
                                   " characters were read with a mean confidence of " +
                                   Percent(sum / count),
                         Place{page->info.number, 0, 0, {}}});
  const size_t most = page->notes.size() + kMostNotes;
  for (size_t i = 0; i < page->glyphs.size() && page->notes.size() < most;) {
    size_t end = i;
    while (end < page->glyphs.size() && IsFigurePart(page->glyphs[end].code) &&
           page->glyphs[end].baseline == page->glyphs[i].baseline &&
           (end == i || page->glyphs[end].box.left - page->glyphs[end - 1].box.right <
                            0.3F * page->glyphs[i].font_size)) {
      ++end;
    }
    if (end > i) {
      NoteFigure(page, i, end);
    }
    i = std::max(end, i + 1);
  }
}

}  // namespace crossfoot
