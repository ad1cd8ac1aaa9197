// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/text_grid.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace crossfoot {
namespace {

class TextGridBuilder {
 public:
  TextGridBuilder(const TextGridInput& input, ColumnLayout layout)
      : in_(input), layout_(std::move(layout)) {}

  Grid Build() {
    FindHead();
    GrowOverHeads();
    WidenHeads();
    FindBands();
    MeasurePitch();
    return Assemble(GroupLines());
  }

 private:
  // Whether rulings over the whole width part the body row by row: then what stands between two of
  // them is one row, however many lines it has.
  void FindBands() {
    std::vector<float> full;
    for (size_t i = 0; i < in_.horizontal.size();) {
      const float y = in_.horizontal[i].position;
      float length = 0;
      for (; i < in_.horizontal.size() && in_.horizontal[i].position - y < kSnap; ++i) {
        length += in_.horizontal[i].length();
      }
      if (length > 0.85F * in_.box.width()) {
        full.push_back(y);
      }
    }
    int bands = 0;
    int single = 0;
    size_t line = body_begin_;
    for (const float bottom : full) {
      std::vector<int> figures(layout_.edges.size(), 0);
      const size_t first = line;
      for (; line < layout_.lines.size() &&
             layout_.lines[line].baseline < bottom + 0.2F * in_.font_size;
           ++line) {
        for (size_t k = 0; k < layout_.spans[line].size(); ++k) {
          const bool figure = layout_.lines[line].chunks[k].kind == InkKind::kFigure;
          figures[static_cast<size_t>(layout_.spans[line][k].first)] += figure ? 1 : 0;
        }
      }
      if (line > first) {
        ++bands;
        single += *std::max_element(figures.begin(), figures.end()) <= 1 ? 1 : 0;
      }
    }
    banded_ = bands >= 3 && single * 10 >= bands * 8;
  }

  [[nodiscard]] float InkCenter(int first, int last) const {
    return (layout_.ink[static_cast<size_t>(first)].first +
            layout_.ink[static_cast<size_t>(last)].second) /
           2;
  }

  // A head reaches over the heads below it, where these stand out beyond the ink of their columns.
  void GrowOverHeads() {
    const size_t columns = layout_.edges.size() - 1;
    std::vector<std::pair<float, float>> reach = layout_.ink;
    for (size_t i = std::min(body_begin_, layout_.lines.size()); i-- > 0;) {
      for (size_t k = 0; k < layout_.spans[i].size(); ++k) {
        const Box& box = layout_.lines[i].chunks[k].box;
        const float least = 0.35F * layout_.lines[i].chunks[k].size;
        ColumnSpan& span = layout_.spans[i][k];
        const auto over = [&](int c) {
          const auto& [left, right] = reach[static_cast<size_t>(c)];
          return std::min(box.right, right) - std::max(box.left, left) >= least &&
                 !IsHeadedBeside(i, k, c);
        };
        const bool wide = span.width() > 1;
        while (wide && static_cast<size_t>(span.last) + 1 < columns && over(span.last + 1)) {
          ++span.last;
        }
        while (wide && span.first > 1 && over(span.first - 1)) {
          --span.first;
        }
        if (span.width() == 1) {
          auto& [left, right] = reach[static_cast<size_t>(span.first)];
          left = std::min(left, box.left);
          right = std::max(right, box.right);
        }
      }
    }
  }

  // Whether another head of the row of piece `k` in line `i` stands over a column.
  [[nodiscard]] bool IsHeadedBeside(size_t i, size_t k, int column) const {
    const float off = kOffBaseline * layout_.lines[i].chunks.front().size;
    for (size_t line = i > 0 ? i - 1 : 0; line <= i + 1 && line < body_begin_; ++line) {
      const bool beside = std::abs(layout_.lines[line].baseline - layout_.lines[i].baseline) < off;
      for (size_t other = 0; beside && other < layout_.spans[line].size(); ++other) {
        const ColumnSpan& span = layout_.spans[line][other];
        if ((line != i || other != k) && span.first <= column && column <= span.last) {
          return true;
        }
      }
    }
    return false;
  }

  // A head is set in the middle of the columns it heads, and may be narrower than they are. Where
  // the heads of a line stand so over the heads below, side by side up to the last column, they
  // span.
  void WidenHeads() {
    std::vector<bool> headed(layout_.edges.size(), false);  // by the lines below, down to the body
    for (size_t i = std::min(body_begin_, layout_.lines.size()); i-- > 0;) {
      std::vector<ColumnSpan> wide = layout_.spans[i];
      bool tiled = i + 1 < body_begin_ && !HasNeighbour(i);
      for (size_t k = 0; k < wide.size(); ++k) {
        const int low = k > 0 ? wide[k - 1].last + 1 : 1;
        const int high = k + 1 < wide.size() ? layout_.spans[i][k + 1].first - 1
                                             : static_cast<int>(layout_.edges.size()) - 2;
        wide[k] = Widest(layout_.lines[i].chunks[k], wide[k], low, high, headed);
        tiled = tiled && (k == 0 || wide[k - 1].last + 1 == wide[k].first);
      }
      for (const ColumnSpan& span : layout_.spans[i]) {
        std::fill(headed.begin() + span.first, headed.begin() + span.last + 1, true);
      }
      if (tiled && wide.back().last + 2 == static_cast<int>(layout_.edges.size())) {
        layout_.spans[i] = std::move(wide);
      }
    }
  }

  // Whether heads of the same row stand on another baseline.
  [[nodiscard]] bool HasNeighbour(size_t i) const {
    const float off = kOffBaseline * layout_.lines[i].chunks.front().size;
    return (i > 0 && Step(i) < off && Disjoint(i - 1, i)) ||
           (i + 1 < body_begin_ && Step(i + 1) < off && Disjoint(i, i + 1));
  }

  [[nodiscard]] ColumnSpan Widest(const Chunk& chunk, ColumnSpan span, int low, int high,
                                  const std::vector<bool>& headed) const {
    const auto may = [&](int c) { return low <= c && c <= high && headed[static_cast<size_t>(c)]; };
    ColumnSpan best = span;
    ColumnSpan grown = span;
    const float middle = chunk.box.center().x;
    while (true) {
      // Towards the side that brings the middle nearer.
      const bool left = may(grown.first - 1);
      const bool right = may(grown.last + 1);
      if (!left && !right) {
        return best;
      }
      const bool go_right = right && (!left || InkCenter(grown.first, grown.last) < middle);
      go_right ? ++grown.last : --grown.first;
      const float width = layout_.ink[static_cast<size_t>(grown.last)].second -
                          layout_.ink[static_cast<size_t>(grown.first)].first;
      if (std::abs(InkCenter(grown.first, grown.last) - middle) < 0.08F * width + 2) {
        best = grown;
      }
    }
  }

  // The head ends before the first line that has a label and a figure to the right of it; in a
  // table without labels, before the first figure.
  void FindHead() {
    body_begin_ = 1;
    for (const bool labelled : {true, false}) {
      for (size_t i = 0; i < layout_.lines.size(); ++i) {
        if (HasFigure(i) && (!labelled || BeginsWithLabel(i)) &&
            !LooksLikeYears(layout_.lines[i])) {
          body_begin_ = i;
          // Its label may begin a little above.
          while (body_begin_ > 0 && layout_.spans[body_begin_ - 1].size() == 1 &&
                 layout_.spans[body_begin_ - 1].front().last == 0 &&
                 Step(body_begin_) <
                     kOffBaseline * layout_.lines[body_begin_].chunks.front().size) {
            --body_begin_;
          }
          return;
        }
      }
    }
  }

  // Whether the line begins in the first column; or in the second one, where the first names groups
  // of rows, and goes on with nothing but figures.
  [[nodiscard]] bool BeginsWithLabel(size_t i) const {
    const std::vector<Chunk>& chunks = layout_.lines[i].chunks;
    const int first = layout_.spans[i].front().first;
    return first == 0 || (first == 1 && chunks.front().kind == InkKind::kText &&
                          std::none_of(chunks.begin() + 1, chunks.end(), [](const Chunk& chunk) {
                            return chunk.kind == InkKind::kText;
                          }));
  }

  // The distance of a line's baseline from the one above.
  [[nodiscard]] float Step(size_t i) const {
    return layout_.lines[i].baseline - layout_.lines[i - 1].baseline;
  }

  // The distance from what stands above in the same columns, in the row that begins at `first`;
  // from the line above where nothing does. Heads of several levels have others beside them half
  // way.
  [[nodiscard]] float StepInColumns(size_t first, size_t i) const {
    for (size_t above = i; above-- > first;) {
      if (!Disjoint(above, i)) {
        return layout_.lines[i].baseline - layout_.lines[above].baseline;
      }
    }
    return Step(i);
  }

  // Whether a column would get a second figure if line `i` joined the row that begins at `first`.
  [[nodiscard]] bool DoublesFigure(size_t first, size_t i) const {
    std::vector<bool> has(layout_.edges.size(), false);
    for (size_t line = first; line <= i; ++line) {
      for (size_t k = 0; k < layout_.spans[line].size(); ++k) {
        if (layout_.lines[line].chunks[k].kind == InkKind::kText) {
          continue;
        }
        const auto column = static_cast<size_t>(layout_.spans[line][k].first);
        if (line == i && has[column]) {
          return true;
        }
        has[column] = true;
      }
    }
    return false;
  }

  // Whether there is a figure, or what stands for one, right of the first column.
  [[nodiscard]] bool HasFigure(size_t i) const {
    for (size_t k = 0; k < layout_.spans[i].size(); ++k) {
      if (layout_.lines[i].chunks[k].kind != InkKind::kText && layout_.spans[i][k].first > 0) {
        return true;
      }
    }
    return false;
  }

  // A line whose only figures are years heads columns more often than it counts anything.
  [[nodiscard]] bool LooksLikeYears(const ChunkLine& line) const {
    return std::all_of(line.chunks.begin(), line.chunks.end(), [&](const Chunk& chunk) {
      return chunk.kind == InkKind::kText || in_.text->words[chunk.begin].year;
    });
  }

  // The commonest distance between lines that have figures and follow each other.
  void MeasurePitch() {
    std::vector<float> pitches;
    for (size_t i = 1; i < layout_.lines.size(); ++i) {
      if (layout_.lines[i].Figures() > 0 && layout_.lines[i - 1].Figures() > 0) {
        pitches.push_back(layout_.lines[i].baseline - layout_.lines[i - 1].baseline);
      }
    }
    if (!pitches.empty()) {
      std::nth_element(pitches.begin(),
                       pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 2),
                       pitches.end());
      pitch_ = pitches[pitches.size() / 2];
    }
  }

  // The position of a ruling between two lines that passes over or under the text of either; or 0.
  [[nodiscard]] float RulingBetween(size_t upper, size_t lower) const {
    const ChunkLine& a = layout_.lines[upper];
    const ChunkLine& b = layout_.lines[lower];
    const float top = a.baseline - 0.15F * in_.font_size;
    const float bottom = b.baseline - 0.35F * in_.font_size;
    auto ruling = std::lower_bound(in_.horizontal.begin(), in_.horizontal.end(), top,
                                   [](const Ruling& r, float y) { return r.position < y; });
    for (; ruling != in_.horizontal.end() && ruling->position <= bottom; ++ruling) {
      if (ruling->length() >= 0.06F * in_.box.width()) {
        return ruling->position;
      }
    }
    return 0;
  }

  // Whether a head of the lines from `first` on stands over several of `lower`.
  [[nodiscard]] bool LevelBreak(size_t first, size_t lower) const {
    for (size_t upper = first; upper < lower; ++upper) {
      for (const ColumnSpan& above : layout_.spans[upper]) {
        const auto parts =
            std::count_if(layout_.spans[lower].begin(), layout_.spans[lower].end(),
                          [&](const ColumnSpan& below) { return above.Meets(below); });
        if (parts > 1) {
          return true;
        }
      }
    }
    return false;
  }

  [[nodiscard]] bool Disjoint(size_t upper, size_t lower) const {
    for (const ColumnSpan& above : layout_.spans[upper]) {
      for (const ColumnSpan& below : layout_.spans[lower]) {
        if (above.Meets(below)) {
          return false;
        }
      }
    }
    return true;
  }

  // Whether every piece of `lower` goes on with text that stands right above it in `upper`.
  [[nodiscard]] bool Continues(size_t upper, size_t lower) const {
    for (const ColumnSpan& below : layout_.spans[lower]) {
      const bool above = std::any_of(layout_.spans[upper].begin(), layout_.spans[upper].end(),
                                     [&](const ColumnSpan& span) { return span.Meets(below); });
      if (!above) {
        return false;
      }
    }
    return true;
  }

  // Whether the line is nothing but a label in the first column that stands half way between two
  // rows without one: it names both, and is put to the upper one.
  [[nodiscard]] bool NamesGroup(size_t i) const {
    if (i + 1 >= layout_.lines.size() || layout_.spans[i].size() != 1 || !AllText(i) ||
        layout_.spans[i].front().last != 0 || pitch_ == 0) {
      return false;
    }
    const bool half_way = Step(i) < 0.75F * pitch_ && Step(i + 1) < 0.75F * pitch_ &&
                          Step(i) + Step(i + 1) > 0.8F * pitch_;
    return half_way && layout_.spans[i - 1].front().first > 0 &&
           layout_.spans[i + 1].front().first > 0;
  }

  [[nodiscard]] bool AllText(size_t line) const {
    return std::all_of(layout_.lines[line].chunks.begin(), layout_.lines[line].chunks.end(),
                       [](const Chunk& chunk) { return chunk.kind == InkKind::kText; });
  }

  // Whether line `i` belongs to the row that begins at line `first`.
  [[nodiscard]] bool JoinsRow(size_t first, size_t i) const {
    const size_t before = i - 1;
    if (RulingBetween(before, i) > 0) {
      return false;
    }
    if (i >= body_begin_ && DoublesFigure(first, i)) {
      return false;
    }
    const float step = Step(i);
    const float size = layout_.lines[i].chunks.front().size;
    if (i < body_begin_ && LevelBreak(first, i)) {
      return false;
    }
    if (step < kOffBaseline * size && Disjoint(before, i)) {
      return true;
    }
    if (i < body_begin_) {
      return StepInColumns(first, i) < 1.7F * size;
    }
    if (before < body_begin_) {
      return false;
    }
    if (banded_ || NamesGroup(i)) {
      return true;
    }
    // The upper half of a label whose figures stand half a line lower.
    if (i + 1 < layout_.lines.size() && Step(i + 1) < std::min(step, kOffBaseline * size) &&
        Disjoint(i, i + 1) && layout_.lines[i + 1].Figures() > 0 && AllText(i)) {
      return false;
    }
    const bool tight = step < 1.45F * size && (pitch_ == 0 || step < 0.87F * pitch_);
    bool row_has_figures = false;
    for (size_t k = first; k < i; ++k) {
      row_has_figures = row_has_figures || layout_.lines[k].Figures() > 0;
    }
    if (AllText(i) && row_has_figures) {
      const bool goes_on = layout_.lines[i].cue == LineCue::kGoesOn && step < 1.6F * size;
      return (tight || goes_on) && Continues(before, i);
    }
    if (!row_has_figures && AllText(before)) {
      // A label that began above its figures, or text cells of several lines.
      return tight && (Continues(before, i) || Continues(i, before));
    }
    return false;
  }

  [[nodiscard]] std::vector<size_t> GroupLines() const {
    std::vector<size_t> firsts{0};
    for (size_t i = 1; i < layout_.lines.size(); ++i) {
      if (!JoinsRow(firsts.back(), i)) {
        firsts.push_back(i);
      }
    }
    return firsts;
  }

  [[nodiscard]] Grid Assemble(const std::vector<size_t>& firsts) const {
    std::vector<float> rows{in_.box.top};
    for (size_t r = 1; r < firsts.size(); ++r) {
      const float ruling = RulingBetween(firsts[r] - 1, firsts[r]);
      const ChunkLine& above = layout_.lines[firsts[r] - 1];
      const ChunkLine& below = layout_.lines[firsts[r]];
      const float between =
          (above.baseline + below.baseline - 0.6F * below.chunks.front().size) / 2;
      rows.push_back(std::max(ruling > 0 ? ruling : between, rows.back() + 0.5F));
    }
    rows.push_back(std::max(in_.box.bottom, rows.back() + 0.5F));
    Grid grid(rows, layout_.edges);
    for (size_t r = 0; r < firsts.size(); ++r) {
      const size_t end = r + 1 < firsts.size() ? firsts[r + 1] : layout_.lines.size();
      for (size_t i = firsts[r]; i < end; ++i) {
        for (const ColumnSpan& span : layout_.spans[i]) {
          for (int c = span.first; c < span.last; ++c) {
            grid.SetWallRight(static_cast<int>(r), c, false);
          }
        }
      }
    }
    return grid;
  }

  const TextGridInput& in_;
  ColumnLayout layout_;
  size_t body_begin_ = 0;  // the first line that is not the head's
  bool banded_ = false;
  float pitch_ = 0;
};

}  // namespace

Grid BuildTextGrid(const TextGridInput& input) {
  if (input.lines.size() < 2) {
    return {};
  }
  ColumnLayout layout = LayOutColumns(input);
  return layout.edges.size() < 3 ? Grid() : TextGridBuilder(input, std::move(layout)).Build();
}

}  // namespace crossfoot
