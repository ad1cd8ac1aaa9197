// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/region.h"

#include <algorithm>
#include <cmath>

namespace crossfoot {
namespace {

constexpr float kWideGap = 1.1F;      // × font size: no word space is as wide
constexpr float kLineGap = 3.2F;      // × font size: lines further apart do not follow each other
constexpr int kPlainLines = 2;        // lines in one piece, in a row, inside a run
constexpr float kStackGap = 420;      // points between two rulings of one stack
constexpr float kHalfLine = 0.9F;     // × font size: what stands nearer is of the same row
constexpr float kLikeExtent = 0.08F;  // of the width, by which the ends may differ

bool StandsInPieces(const ChunkLine& line, float font_size) {
  for (size_t i = 1; i < line.chunks.size(); ++i) {
    if (line.chunks[i].box.left - line.chunks[i - 1].box.right > kWideGap * font_size) {
      return true;
    }
  }
  return false;
}

Box BoxOf(const ChunkLine& line) {
  return {line.chunks.front().box.left, line.top, line.chunks.back().box.right, line.bottom};
}

struct Stack {
  Box box;
  int rulings = 1;
};

// The part of a line between two x.
ChunkLine Within(const ChunkLine& line, float left, float right) {
  ChunkLine part{line.baseline, line.top, line.bottom, {}, line.cue};
  for (const Chunk& chunk : line.chunks) {
    const float x = chunk.box.center().x;
    if (left <= x && x <= right) {
      part.chunks.push_back(chunk);
    }
  }
  return part;
}

// Whether the text between two rulings stands in columns, or there is none, or they hold it as
// snugly as the rules of one row do.
bool IsTabularBetween(const std::vector<ChunkLine>& lines, const Box& box, float font_size,
                      size_t* work_left) {
  const auto first = std::lower_bound(lines.begin(), lines.end(), box.top,
                                      [](const ChunkLine& l, float y) { return l.baseline < y; });
  int all = 0;
  int pieces = 0;
  ChunkLine row;  // lines half a line apart, as the heads of several levels stand, are one
  const auto finish = [&] {
    if (!row.chunks.empty()) {
      std::sort(row.chunks.begin(), row.chunks.end(),
                [](const Chunk& a, const Chunk& b) { return a.box.left < b.box.left; });
      ++all;
      pieces += StandsInPieces(row, 0.6F * font_size) ? 1 : 0;
    }
  };
  for (auto line = first; line != lines.end() && line->baseline < box.bottom; ++line) {
    if (line->chunks.size() > *work_left) {
      return false;
    }
    *work_left -= line->chunks.size();
    ChunkLine part = Within(*line, box.left - 2, box.right + 2);
    if (!part.chunks.empty()) {
      if (!row.chunks.empty() && part.baseline - row.baseline < kHalfLine * font_size) {
        row.baseline = part.baseline;
        row.chunks.insert(row.chunks.end(), part.chunks.begin(), part.chunks.end());
        continue;
      }
      finish();
      row = std::move(part);
    }
  }
  finish();
  if (all == 0) {
    return box.height() < 3 * font_size;
  }
  const bool snug = box.height() < (1.3F * static_cast<float>(all) + 1) * font_size;
  return pieces * 2 >= all || (snug && all <= 3);
}

// A line set off from the one above, that does not stand where the table's first column begins: it
// names the next table. The upper half of a wrapped label does not: its figures follow at once,
// half a line lower.
bool IsTitle(const ChunkLine& first, const ChunkLine& above, const ChunkLine& line,
             const ChunkLine* below) {
  const Chunk& chunk = line.chunks.front();
  const bool half = below != nullptr && below->baseline - line.baseline < kHalfLine * chunk.size;
  return line.chunks.size() == 1 && !half && line.baseline - above.baseline > 1.7F * chunk.size &&
         chunk.box.left > first.chunks.front().box.left + 3 * chunk.size;
}

}  // namespace

std::vector<Box> FindStacks(const std::vector<ChunkLine>& lines,
                            const std::vector<Ruling>& horizontal, float font_size) {
  std::vector<Stack> open;
  std::vector<Box> found;
  const auto close = [&](const Stack& stack) {
    if (stack.rulings >= 2 && stack.box.height() > 2 * font_size) {
      found.push_back(stack.box);
    }
  };
  constexpr size_t kOpen = 40;
  size_t work_left = 2'000'000;  // pieces of text looked at
  for (const Ruling& ruling : horizontal) {
    if (ruling.length() < 5 * font_size) {
      continue;
    }
    bool taken = false;
    for (size_t i = open.size(); i-- > 0 && !taken;) {
      Stack& stack = open[i];
      const float slack = kLikeExtent * stack.box.width() + 4;
      const bool like = std::abs(ruling.from - stack.box.left) < slack &&
                        std::abs(ruling.to - stack.box.right) < slack;
      const bool inside =
          ruling.from > stack.box.left - slack && ruling.to < stack.box.right + slack;
      if (!inside || ruling.position - stack.box.bottom > kStackGap) {
        continue;
      }
      if (!like) {
        taken = true;  // a ruling under one head or one total: it neither ends nor begins a stack
        continue;
      }
      const Box between{stack.box.left, stack.box.bottom, stack.box.right, ruling.position};
      if (IsTabularBetween(lines, between, font_size, &work_left)) {
        stack.box.bottom = ruling.position;
        stack.box.left = std::min(stack.box.left, ruling.from);
        stack.box.right = std::max(stack.box.right, ruling.to);
        ++stack.rulings;
        taken = true;
      } else {
        close(stack);
        open.erase(open.begin() + static_cast<std::ptrdiff_t>(i));
      }
    }
    if (!taken) {
      if (open.size() >= kOpen) {
        close(open.front());
        open.erase(open.begin());
      }
      open.push_back({{ruling.from, ruling.position, ruling.to, ruling.position}, 1});
    }
  }
  for (const Stack& stack : open) {
    close(stack);
  }
  std::sort(found.begin(), found.end(), [](const Box& a, const Box& b) {
    return std::pair(a.top, a.left) < std::pair(b.top, b.left);
  });
  return found;
}

std::vector<AlignedRun> FindRuns(const std::vector<ChunkLine>& lines, float font_size) {
  std::vector<AlignedRun> found;
  size_t first = 0;
  size_t last = 0;
  int tabular = 0;
  size_t caption = lines.size();
  const auto finish = [&] {
    const bool captioned = caption < first && first - caption <= 4;
    if (tabular >= (captioned ? 2 : 3)) {
      Box box = BoxOf(lines[first]);
      for (size_t k = first; k <= last; ++k) {
        box = box.Union(BoxOf(lines[k]));
      }
      found.push_back({box, captioned});
    }
    tabular = 0;
  };
  for (size_t i = 0; i < lines.size(); ++i) {
    const ChunkLine& line = lines[i];
    const bool follows = i > 0 && line.baseline - lines[i - 1].baseline < kLineGap * font_size;
    const bool pieces = StandsInPieces(line, font_size);
    const bool note = line.cue == LineCue::kNote && line.Figures() == 0;
    const bool title =
        tabular >= 3 && !pieces &&
        IsTitle(lines[first], lines[i - 1], line, i + 1 < lines.size() ? &lines[i + 1] : nullptr);
    if (tabular > 0 && (!follows || i - last > kPlainLines + 1 || note || title ||
                        line.cue == LineCue::kCaption)) {
      finish();
    }
    if (line.cue == LineCue::kCaption) {
      caption = i;
    } else if (pieces && !note) {
      first = tabular == 0 ? i : first;
      last = i;
      ++tabular;
    }
  }
  finish();
  return found;
}

float FindHeadAbove(const std::vector<ChunkLine>& lines, const Box& table,
                    const std::vector<float>& columns) {
  constexpr int kHeadLines = 6;
  constexpr float kHeadGap = 2.0F;  // × font size
  const auto below = std::lower_bound(lines.begin(), lines.end(), table.top + 2,
                                      [](const ChunkLine& l, float y) { return l.baseline < y; });
  std::vector<bool> headed(columns.size(), false);
  float top = table.top;
  float reach = table.top;
  int taken = 0;
  for (auto line = below; line != lines.begin() && taken < kHeadLines; ++taken) {
    --line;
    const ChunkLine part = Within(*line, table.left - 6, table.right + 6);
    if (part.chunks.empty() || part.chunks.size() != line->chunks.size() ||
        part.cue == LineCue::kCaption || part.cue == LineCue::kNote ||
        reach - part.baseline > kHeadGap * part.chunks.front().size) {
      break;
    }
    const bool sentence =
        std::any_of(part.chunks.begin(), part.chunks.end(), [&](const Chunk& chunk) {
          return chunk.box.width() > 0.6F * table.width() || chunk.box.left < table.left - 6 ||
                 chunk.box.right > table.right + 6;
        });
    if (sentence || (part.chunks.size() == 1 && part.chunks.front().box.left < columns[1])) {
      break;
    }
    for (const Chunk& chunk : part.chunks) {
      for (size_t c = 0; c + 1 < columns.size(); ++c) {
        headed[c] = headed[c] || (chunk.box.left < columns[c + 1] && chunk.box.right > columns[c]);
      }
    }
    reach = part.top;
    // A unit note is alone over the last column too.
    const bool alone_at_the_end =
        part.chunks.size() == 1 && part.chunks.front().box.right > table.right - 2;
    if (!alone_at_the_end && std::count(headed.begin() + 1, headed.end(), true) * 2 >=
                                 static_cast<std::ptrdiff_t>(columns.size()) - 2) {
      top = part.top;
    }
  }
  return top;
}

float FindUpperHeads(const std::vector<ChunkLine>& lines, const Box& table,
                     const std::vector<float>& columns) {
  constexpr int kHeadLines = 4;
  constexpr float kHeadGap = 1.3F;  // × font size, from a baseline to the top of what stands below
  constexpr float kLikeSize = 0.06F;
  const auto below = std::lower_bound(lines.begin(), lines.end(), table.top + 2,
                                      [](const ChunkLine& l, float y) { return l.baseline < y; });
  if (below == lines.end() || columns.size() < 4) {
    return table.top;
  }
  const float size = below->chunks.front().size;
  float top = table.top;
  auto line = below;
  for (int taken = 0; line != lines.begin() && taken < kHeadLines; ++taken) {
    --line;
    const ChunkLine part = Within(*line, table.left, table.right);
    if (part.chunks.empty() || part.chunks.size() != line->chunks.size() ||
        part.cue != LineCue::kNone || top - part.baseline > kHeadGap * size) {
      break;
    }
    const bool heads = std::all_of(part.chunks.begin(), part.chunks.end(), [&](const Chunk& chunk) {
      const bool like = std::abs(chunk.size - size) <= kLikeSize * size;
      const bool title =
          std::abs(chunk.box.center().x - table.center().x) < size && part.chunks.size() == 1;
      const bool at_the_end = chunk.box.right > table.right - 2 && part.chunks.size() == 1;
      return like && !title && !at_the_end && chunk.kind == InkKind::kText &&
             chunk.box.left >= columns.front() - 2 && chunk.box.width() < 0.5F * table.width();
    });
    // What begins where the table does is a paragraph or names who drew the table up.
    if (!heads || part.chunks.front().box.left < columns.front() + size) {
      break;
    }
    top = part.top;
  }
  return top;
}

float FindGutter(const std::vector<ChunkLine>& lines, float font_size) {
  if (lines.size() < 12) {
    return 0;
  }
  float left = 1e9F;
  float right = -1e9F;
  for (const ChunkLine& line : lines) {
    left = std::min(left, line.chunks.front().box.left);
    right = std::max(right, line.chunks.back().box.right);
  }
  // Votes for the middle of gaps that lie in the middle third and part two long pieces.
  std::vector<float> votes;
  const float width = right - left;
  for (const ChunkLine& line : lines) {
    for (size_t i = 1; i < line.chunks.size(); ++i) {
      const Box& a = line.chunks[i - 1].box;
      const Box& b = line.chunks[i].box;
      const float middle = (a.right + b.left) / 2;
      const bool central = middle > left + 0.35F * width && middle < left + 0.65F * width;
      if (central && a.width() > 0.25F * width && b.width() > 0.25F * width &&
          b.left - a.right > 0.8F * font_size) {
        votes.push_back(middle);
      }
    }
  }
  if (votes.size() < 8 || votes.size() * 4 < lines.size()) {
    return 0;
  }
  std::nth_element(votes.begin(), votes.begin() + static_cast<std::ptrdiff_t>(votes.size() / 2),
                   votes.end());
  return votes[votes.size() / 2];
}

}  // namespace crossfoot
