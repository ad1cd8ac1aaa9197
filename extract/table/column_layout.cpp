// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/column_layout.h"

#include <algorithm>
#include <cmath>

#include "extract/table/grid.h"

namespace crossfoot {
namespace {

constexpr float kCutGap = 0.42F;    // × font size: a gap over an edge that parts two cells
constexpr float kLabelGap = 0.05F;  // × font size: the same, between a figure and a Chinese label

class LayoutBuilder {
 public:
  explicit LayoutBuilder(const TextGridInput& input) : in_(input) {}

  ColumnLayout Build() {
    merged_ = MergeOffsetLines(in_.lines);
    layout_.edges = FindColumnEdges(in_, merged_);
    if (layout_.edges.size() < 3) {
      return {};
    }
    layout_.lines = in_.lines;
    CutAtEdges();
    JoinHalves();
    SpanChunks();
    return std::move(layout_);
  }

 private:
  [[nodiscard]] int ColumnAt(float x) const {
    const auto above = std::upper_bound(layout_.edges.begin(), layout_.edges.end(), x);
    const auto index = above - layout_.edges.begin() - 1;
    return static_cast<int>(std::clamp<std::ptrdiff_t>(
        index, 0, static_cast<std::ptrdiff_t>(layout_.edges.size()) - 2));
  }

  // Two heads may stand nearer to each other than pieces do, with the edge between them.
  void CutAtEdges() {
    for (ChunkLine& line : layout_.lines) {
      std::vector<Chunk> cut;
      for (const Chunk& chunk : line.chunks) {
        CutChunk(chunk, &cut);
      }
      line.chunks = std::move(cut);
    }
  }

  void CutChunk(Chunk rest, std::vector<Chunk>* out) const {
    for (uint32_t w = rest.begin + 1; w < rest.end; ++w) {
      const Word& a = in_.text->words[w - 1];
      const Word& b = in_.text->words[w];
      const float gap = b.box.left - a.box.right;
      const auto edge = std::lower_bound(layout_.edges.begin(), layout_.edges.end(), a.box.right);
      const bool label = a.kind == InkKind::kFigure && b.han;
      if (gap < (label ? kLabelGap : kCutGap) * b.size || edge == layout_.edges.end() ||
          *edge > b.box.left) {
        continue;
      }
      Chunk part = rest;
      part.end = w;
      part.box.right = a.box.right;
      part.kind = KindOfRange(part.begin, part.end);
      out->push_back(part);
      rest.begin = w;
      rest.box.left = b.box.left;
      rest.kind = KindOfRange(rest.begin, rest.end);
    }
    out->push_back(rest);
  }

  [[nodiscard]] InkKind KindOfRange(uint32_t begin, uint32_t end) const {
    std::vector<uint32_t> words;
    for (uint32_t w = begin; w < end; ++w) {
      words.push_back(w);
    }
    return KindOf(*in_.text, words);
  }

  // Totals are set in the middle of a column whose labels stand at its left: two columns of words
  // that no line ever fills both, one of them in fewer lines, are one.
  void JoinHalves() {
    for (size_t c = 0; c + 2 < layout_.edges.size() && layout_.edges.size() > 3;) {
      if (AreHalves(c)) {
        layout_.edges.erase(layout_.edges.begin() + static_cast<std::ptrdiff_t>(c) + 1);
      } else {
        ++c;
      }
    }
  }

  // Of the columns `c` and the next.
  [[nodiscard]] bool AreHalves(size_t c) const {
    constexpr int kFewest = 3;
    const float edge = layout_.edges[c + 1];
    if (std::any_of(in_.vertical.begin(), in_.vertical.end(), [&](const Ruling& ruling) {
          return PartsColumns(in_, ruling) && std::abs(ruling.position - edge) <= kSnap;
        })) {
      return false;
    }
    int left = 0;
    int right = 0;
    for (const ChunkLine& line : merged_) {
      bool in_left = false;
      bool in_right = false;
      for (const Chunk& chunk : line.chunks) {
        const float x = chunk.box.center().x;
        if (x < layout_.edges[c] || x >= layout_.edges[c + 2]) {
          continue;
        }
        (x < edge ? in_left : in_right) = true;
        if (chunk.kind != InkKind::kText) {
          return false;
        }
      }
      if (in_left && in_right) {
        return false;
      }
      left += in_left ? 1 : 0;
      right += in_right ? 1 : 0;
    }
    return std::max(left, right) >= kFewest &&
           3 * std::min(left, right) <= 2 * std::max(left, right);
  }

  // How far the ink of each column reaches in the body; the whole column where it has none.
  void MeasureInk() {
    const size_t columns = layout_.edges.size() - 1;
    layout_.ink.resize(columns);
    for (size_t c = 0; c < columns; ++c) {
      layout_.ink[c] = {layout_.edges[c + 1], layout_.edges[c]};
    }
    for (const ChunkLine* line : BodyLines(merged_)) {
      for (const Chunk& chunk : line->chunks) {
        const int first = ColumnAt(chunk.box.left + 0.35F * chunk.size);
        if (first == ColumnAt(chunk.box.right - 0.35F * chunk.size)) {
          auto& [left, right] = layout_.ink[static_cast<size_t>(first)];
          left = std::min(left, chunk.box.left);
          right = std::max(right, chunk.box.right);
        }
      }
    }
    for (size_t c = 0; c < columns; ++c) {
      if (layout_.ink[c].first >= layout_.ink[c].second) {
        layout_.ink[c] = {layout_.edges[c] + 1, layout_.edges[c + 1] - 1};
      }
    }
  }

  [[nodiscard]] float Overlap(const Chunk& chunk, int column) const {
    const auto& [left, right] = layout_.ink[static_cast<size_t>(column)];
    return std::min(chunk.box.right, right) - std::max(chunk.box.left, left);
  }

  // A piece belongs to the columns whose ink it stands over or under.
  void SpanChunks() {
    MeasureInk();
    layout_.spans.resize(layout_.lines.size());
    for (size_t i = 0; i < layout_.lines.size(); ++i) {
      const std::vector<Chunk>& chunks = layout_.lines[i].chunks;
      for (const Chunk& chunk : chunks) {
        ColumnSpan span{ColumnAt(chunk.box.left), ColumnAt(chunk.box.right)};
        const float least = std::min(0.35F * chunk.size, 0.2F * chunk.box.width());
        while (span.first < span.last && Overlap(chunk, span.first) < least) {
          ++span.first;
        }
        while (span.first < span.last && Overlap(chunk, span.last) < least) {
          --span.last;
        }
        if (span.width() == 1 && Overlap(chunk, span.first) < least) {
          span.first = span.last = ColumnAt(chunk.box.center().x);
        }
        layout_.spans[i].push_back(span);
      }
      for (size_t k = 0; k + 1 < chunks.size(); ++k) {
        Part(chunks[k], chunks[k + 1], &layout_.spans[i][k], &layout_.spans[i][k + 1]);
      }
    }
  }

  // No column is headed by two pieces of one line: it goes to the one that stands over more of it.
  void Part(const Chunk& a, const Chunk& b, ColumnSpan* left, ColumnSpan* right) const {
    while (left->last >= right->first && (left->width() > 1 || right->width() > 1)) {
      const bool to_right = Overlap(b, left->last) > Overlap(a, left->last);
      if (left->width() > 1 && (to_right || right->width() == 1)) {
        --left->last;
      } else {
        ++right->first;
      }
    }
  }

  const TextGridInput& in_;
  std::vector<ChunkLine> merged_;
  ColumnLayout layout_;
};

}  // namespace

ColumnLayout LayOutColumns(const TextGridInput& input) { return LayoutBuilder(input).Build(); }

}  // namespace crossfoot
