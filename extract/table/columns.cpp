// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/columns.h"

#include <algorithm>

namespace crossfoot {
namespace {

// × font size. A word space is a quarter of it; justified text may stretch it to about a half.
constexpr float kTextGap = 0.62F;
constexpr float kLabelGap = 0.18F;   // between a figure and the Chinese label after it
constexpr float kFigureGap = 0.42F;  // between two figures: they are set without word spaces

bool RulingBetween(const std::vector<Ruling>& verticals, float left, float right, float y) {
  auto ruling = std::lower_bound(verticals.begin(), verticals.end(), left - 1,
                                 [](const Ruling& r, float x) { return r.position < x; });
  for (; ruling != verticals.end() && ruling->position <= right + 1; ++ruling) {
    if (ruling->from <= y && y <= ruling->to) {
      return true;
    }
  }
  return false;
}

bool IsBreak(const Word& a, const Word& b) {
  const float gap = b.box.left - a.box.right;
  const float size = std::max(a.size, b.size);
  // A figure at the right of its column, a label at the left of the next one.
  if (a.kind == InkKind::kFigure && b.han) {
    return gap > size * kLabelGap;
  }
  const bool figures = a.kind != InkKind::kText && b.kind != InkKind::kText;
  return gap > size * (figures ? kFigureGap : kTextGap);
}

}  // namespace

int ChunkLine::Figures() const {
  return static_cast<int>(std::count_if(chunks.begin(), chunks.end(), [](const Chunk& chunk) {
    return chunk.kind == InkKind::kFigure;
  }));
}

std::vector<ChunkLine> ChunkLines(const PageText& text, const std::vector<uint32_t>& words,
                                  const std::vector<Ruling>& verticals) {
  std::vector<ChunkLine> lines;
  for (size_t i = 0; i < words.size(); ++i) {
    const Word& word = text.words[words[i]];
    const bool new_line = i == 0 || text.words[words[i - 1]].line != word.line;
    if (new_line) {
      lines.push_back({word.baseline, word.box.top, word.box.bottom, {}, word.cue});
    }
    ChunkLine& line = lines.back();
    line.top = std::min(line.top, word.box.top);
    line.bottom = std::max(line.bottom, word.box.bottom);
    const float y = word.baseline - 0.3F * word.size;
    const bool new_chunk =
        new_line || words[i] != words[i - 1] + 1 || IsBreak(text.words[words[i - 1]], word) ||
        RulingBetween(verticals, text.words[words[i - 1]].box.right, word.box.left, y);
    if (new_chunk) {
      line.chunks.push_back(
          {word.box, word.baseline, word.size, words[i], words[i] + 1, word.kind, word.bold});
      continue;
    }
    Chunk& chunk = line.chunks.back();
    chunk.box = chunk.box.Union(word.box);
    chunk.end = words[i] + 1;
    chunk.size = std::max(chunk.size, word.size);
    if (chunk.kind != word.kind) {
      const bool text_in_it = chunk.kind == InkKind::kText || word.kind == InkKind::kText;
      chunk.kind = text_in_it ? InkKind::kText : InkKind::kFigure;
    }
  }
  return lines;
}

std::vector<Valley> FindValleys(const std::vector<const ChunkLine*>& lines, float font_size) {
  struct Step {
    float x;
    int change;
  };
  std::vector<Step> steps;
  for (const ChunkLine* line : lines) {
    for (const Chunk& chunk : line->chunks) {
      steps.push_back({chunk.box.left, 1});
      steps.push_back({chunk.box.right, -1});
    }
  }
  std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
    return std::pair(a.x, a.change) < std::pair(b.x, b.change);
  });
  const int count = static_cast<int>(lines.size());
  const int noise = count < 6 ? 0 : count / 9;
  const int peak_needed = count < 3 ? 1 : std::max(2, count / 8);
  std::vector<Valley> valleys;
  int cover = 0;
  int peak = 0;           // since the last valley
  bool in_valley = true;  // the left margin
  float valley_left = -1e9F;
  const float narrowest = count >= 4 ? 0.22F * font_size : 0.5F * font_size;
  for (const Step& step : steps) {
    const int before = cover;
    cover += step.change;
    if (!in_valley && before > noise && cover <= noise) {
      in_valley = true;
      valley_left = step.x;
    } else if (in_valley && cover > noise) {
      const bool wide = step.x - valley_left >= narrowest;
      if (wide && peak >= peak_needed) {
        valleys.push_back({valley_left, step.x, 0});
        peak = 0;
      } else if (wide && !valleys.empty()) {
        // What stands between two valleys is too little for a column: one valley.
        valleys.back().right = step.x;
      }
      in_valley = false;
    }
    peak = std::max(peak, cover);
  }
  if (!valleys.empty() && peak < peak_needed) {
    valleys.pop_back();
  }
  for (Valley& valley : valleys) {
    for (const ChunkLine* line : lines) {
      const bool left = line->chunks.front().box.right <= valley.right;
      const bool right = line->chunks.back().box.left >= valley.left;
      valley.support += left && right ? 1 : 0;
    }
  }
  return valleys;
}

}  // namespace crossfoot
