// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/doubt.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace crossfoot {
namespace {

constexpr size_t kMostDoubts = 100;  // of one page
constexpr size_t kMostOthers = 3;    // of one figure that are told

bool IsFigurePart(char32_t code) {
  return DigitValue(code) >= 0 || code == U'.' || code == U',' || code == U'-' || code == U'%';
}

// Whether a character of the figure is in doubt: read unsurely, or with a strong second thought,
// which a second reading that agreed does not take back.
std::vector<bool> InDoubt(const PageContent& page) {
  std::vector<bool> doubtful(page.glyphs.size());
  for (size_t i = 0; i < doubtful.size(); ++i) {
    doubtful[i] = page.glyphs[i].confidence < kDoubtful;
  }
  for (const OtherGlyph& other : page.others) {
    if (DigitValue(other.code) >= 0 && DigitValue(page.glyphs[other.glyph].code) >= 0 &&
        other.confidence >= kSecondThought) {
      doubtful[other.glyph] = true;
    }
  }
  return doubtful;
}

std::string TextOf(const PageContent& page, const FigureRun& run, size_t instead, char32_t code) {
  std::string text;
  for (size_t i = run.begin; i < run.end; ++i) {
    AppendUtf8(i == instead ? code : page.glyphs[i].code, &text);
  }
  return text;
}

}  // namespace

std::vector<FigureRun> FigureRuns(const PageContent& page) {
  std::vector<FigureRun> runs;
  for (size_t i = 0; i < page.glyphs.size();) {
    size_t end = i;
    bool digits = false;
    while (end < page.glyphs.size() && IsFigurePart(page.glyphs[end].code) &&
           page.glyphs[end].baseline == page.glyphs[i].baseline &&
           (end == i || page.glyphs[end].box.left - page.glyphs[end - 1].box.right <
                            0.3F * page.glyphs[i].font_size)) {
      digits = digits || DigitValue(page.glyphs[end].code) >= 0;
      ++end;
    }
    if (digits) {
      runs.push_back({i, end});
    }
    i = std::max(end, i + 1);
  }
  return runs;
}

void NoteReading(PageContent* page) {
  float sum = 0;
  for (const Glyph& glyph : page->glyphs) {
    sum += glyph.confidence;
  }
  const auto count = static_cast<float>(page->glyphs.size());
  page->notes.push_back(
      {NoteKind::kOcrRead,
       page->glyphs.empty()
           ? "the page is a picture; no text was found on it"
           : "the page is a picture; " + std::to_string(page->glyphs.size()) +
                 " characters were read with a mean confidence of " +
                 std::to_string(static_cast<int>(std::lround(100 * sum / count))) + "%",
       Place{page->info.number, 0, 0, {}}});
}

void NoteDoubts(PageContent* page) {
  const std::vector<bool> doubtful = InDoubt(*page);
  for (const FigureRun& run : FigureRuns(*page)) {
    size_t worst = run.end;
    Box box = page->glyphs[run.begin].box;
    for (size_t i = run.begin; i < run.end; ++i) {
      box = box.Union(page->glyphs[i].box);
      if (doubtful[i] &&
          (worst == run.end || page->glyphs[i].confidence < page->glyphs[worst].confidence)) {
        worst = i;
      }
    }
    if (worst == run.end || page->doubts.size() >= kMostDoubts) {
      continue;
    }
    DoubtfulFigure doubt;
    doubt.place = Place{page->info.number, 0, 0, box};
    doubt.text = TextOf(*page, run, run.end, 0);
    doubt.confidence = page->glyphs[worst].confidence;
    // Other readings of one character, the least sure character first.
    std::vector<std::pair<float, std::string>> others;
    for (const OtherGlyph& other : page->others) {
      if (other.glyph >= run.begin && other.glyph < run.end && DigitValue(other.code) >= 0 &&
          doubtful[other.glyph]) {
        others.emplace_back(other.confidence, TextOf(*page, run, other.glyph, other.code));
      }
    }
    std::stable_sort(others.begin(), others.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (auto& [confidence, text] : others) {
      if (doubt.others.size() < kMostOthers &&
          std::find(doubt.others.begin(), doubt.others.end(), text) == doubt.others.end()) {
        doubt.others.push_back(std::move(text));
      }
    }
    page->doubts.push_back(std::move(doubt));
  }
}

}  // namespace crossfoot
