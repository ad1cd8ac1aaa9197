// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/text_grid.h"

#include <algorithm>
#include <cmath>

namespace crossfoot {
namespace {

struct Span {
  int first = 0;
  int last = 0;
  [[nodiscard]] int width() const { return last - first + 1; }
  [[nodiscard]] bool Meets(const Span& o) const { return first <= o.last && o.first <= last; }
  friend bool operator==(const Span&, const Span&) = default;
};

class TextGridBuilder {
 public:
  explicit TextGridBuilder(const TextGridInput& input) : in_(input) {}

  Grid Build() {
    if (in_.lines.size() < 2 || !FindColumns()) {
      return {};
    }
    SpanChunks();
    FindHead();
    MeasurePitch();
    return Assemble(GroupLines());
  }

 private:
  // The lines that show the columns best: those with figures, if there are enough.
  [[nodiscard]] std::vector<const ChunkLine*> BodyLines() const {
    std::vector<const ChunkLine*> with_figures;
    std::vector<const ChunkLine*> several;
    for (const ChunkLine& line : in_.lines) {
      if (line.chunks.size() >= 2) {
        several.push_back(&line);
        if (line.Figures() > 0) {
          with_figures.push_back(&line);
        }
      }
    }
    const bool enough = with_figures.size() >= 2 && with_figures.size() * 3 >= several.size();
    return Fullest(enough ? with_figures : several);
  }

  // Those in at least half as many pieces as the fullest: heads over several columns hide valleys.
  [[nodiscard]] static std::vector<const ChunkLine*> Fullest(
      const std::vector<const ChunkLine*>& lines) {
    size_t most = 0;
    for (const ChunkLine* line : lines) {
      most = std::max(most, line->chunks.size());
    }
    std::vector<const ChunkLine*> full;
    for (const ChunkLine* line : lines) {
      if (line->chunks.size() * 2 >= most) {
        full.push_back(line);
      }
    }
    return full.size() >= 3 ? full : lines;
  }

  bool FindColumns() {
    const std::vector<const ChunkLine*> body = BodyLines();
    if (body.empty()) {
      return false;
    }
    std::vector<Valley> valleys = FindValleys(body, in_.font_size);
    const int needed = body.size() < 4 ? 1 : std::max(2, static_cast<int>(body.size()) / 6);
    std::erase_if(valleys, [&](const Valley& valley) { return valley.support < needed; });
    std::vector<float> at;
    for (Valley& valley : valleys) {
      const Valley whole = valley;
      Narrow(&valley);
      at.push_back(valley.middle());
      valleys_.push_back({whole, valley.middle()});
    }
    for (const Ruling& ruling : in_.vertical) {
      const bool inside =
          ruling.position > in_.box.left + kSnap && ruling.position < in_.box.right - kSnap;
      if (!inside || ruling.length() < 0.3F * in_.box.height()) {
        continue;
      }
      const auto valley = std::find_if(valleys.begin(), valleys.end(), [&](const Valley& v) {
        return v.left - kSnap <= ruling.position && ruling.position <= v.right + kSnap;
      });
      if (valley != valleys.end()) {
        std::erase(at, valley->middle());
      }
      at.push_back(ruling.position);
    }
    at.push_back(in_.box.left);
    at.push_back(in_.box.right);
    std::sort(at.begin(), at.end());
    for (const float x : at) {
      if (columns_.empty() || x - columns_.back() > kSnap) {
        columns_.push_back(x);
      }
    }
    columns_.back() = in_.box.right;
    return columns_.size() >= 3;
  }

  // A head often stands out over its column into the valley: the valley's part that fewest pieces of
  // any line cover, and of those the widest.
  void Narrow(Valley* valley) const {
    struct Step {
      float x;
      int change;
    };
    std::vector<Step> steps;
    int cover = 0;
    for (const ChunkLine& line : in_.lines) {
      for (const Chunk& chunk : line.chunks) {
        const bool outside = chunk.box.right <= valley->left || chunk.box.left >= valley->right;
        if (outside || (chunk.box.left > valley->left && chunk.box.right < valley->right)) {
          continue;  // one that stands in the valley heads both sides
        }
        if (chunk.box.left > valley->left) {
          steps.push_back({chunk.box.left, 1});
        } else {
          ++cover;
        }
        if (chunk.box.right < valley->right) {
          steps.push_back({chunk.box.right, -1});
        }
      }
    }
    std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.x < b.x; });
    steps.push_back({valley->right, 0});
    Valley best = *valley;
    int least = 1 << 30;
    float left = valley->left;
    for (const Step& step : steps) {
      const bool better = cover < least || (cover == least && step.x - left > best.right - best.left);
      if (step.x - left > 0.5F && better) {
        least = cover;
        best.left = left;
        best.right = step.x;
      }
      cover += step.change;
      left = step.x;
    }
    *valley = best;
  }

  [[nodiscard]] int ColumnAt(float x) const {
    const auto above = std::upper_bound(columns_.begin(), columns_.end(), x);
    const auto index = above - columns_.begin() - 1;
    return static_cast<int>(
        std::clamp<std::ptrdiff_t>(index, 0, static_cast<std::ptrdiff_t>(columns_.size()) - 2));
  }

  void SpanChunks() {
    spans_.resize(in_.lines.size());
    for (size_t i = 0; i < in_.lines.size(); ++i) {
      for (const Chunk& chunk : in_.lines[i].chunks) {
        const float slack = std::min(0.35F * chunk.size, 0.2F * chunk.box.width());
        Span span{ColumnAt(chunk.box.left + slack), ColumnAt(chunk.box.right - slack)};
        for (const auto& [valley, edge] : valleys_) {
          if (valley.left < chunk.box.left && chunk.box.right < valley.right) {
            span = {ColumnAt(edge - kSnap), ColumnAt(edge + kSnap)};
          }
        }
        spans_[i].push_back(span);
      }
    }
  }

  // The head ends before the first line that has a figure right of the first column.
  void FindHead() {
    body_begin_ = in_.lines.size();
    for (size_t i = 0; i < in_.lines.size(); ++i) {
      const ChunkLine& line = in_.lines[i];
      for (size_t k = 0; k < line.chunks.size(); ++k) {
        if (line.chunks[k].kind == InkKind::kFigure && spans_[i][k].first > 0 &&
            !LooksLikeYear(line)) {
          body_begin_ = i;
          return;
        }
      }
    }
    body_begin_ = 1;
  }

  // A line of years heads columns more often than it counts anything.
  [[nodiscard]] static bool LooksLikeYear(const ChunkLine& line) {
    for (const Chunk& chunk : line.chunks) {
      const float per_character = chunk.box.width() / std::max(chunk.size, 1.0F);
      if (chunk.kind == InkKind::kFigure && (per_character < 1.6F || per_character > 2.9F)) {
        return false;
      }
    }
    return line.chunks.front().kind == InkKind::kFigure;
  }

  // The commonest distance between lines that have figures and follow each other.
  void MeasurePitch() {
    std::vector<float> pitches;
    for (size_t i = 1; i < in_.lines.size(); ++i) {
      if (in_.lines[i].Figures() > 0 && in_.lines[i - 1].Figures() > 0) {
        pitches.push_back(in_.lines[i].baseline - in_.lines[i - 1].baseline);
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
    const ChunkLine& a = in_.lines[upper];
    const ChunkLine& b = in_.lines[lower];
    const float top = a.baseline - 0.15F * in_.font_size;
    const float bottom = b.baseline - 0.35F * in_.font_size;
    for (const Ruling& ruling : in_.horizontal) {
      if (ruling.position < top || ruling.position > bottom ||
          ruling.length() < 0.06F * in_.box.width()) {
        continue;
      }
      return ruling.position;
    }
    return 0;
  }

  [[nodiscard]] bool LevelBreak(size_t upper, size_t lower) const {
    for (const Span& above : spans_[upper]) {
      for (const Span& below : spans_[lower]) {
        if (above.width() > 1 && above.Meets(below) && below.width() < above.width()) {
          return true;
        }
      }
    }
    return false;
  }

  [[nodiscard]] bool Disjoint(size_t upper, size_t lower) const {
    for (const Span& above : spans_[upper]) {
      for (const Span& below : spans_[lower]) {
        if (above.Meets(below)) {
          return false;
        }
      }
    }
    return true;
  }

  // Whether every piece of `lower` goes on with text that stands right above it in `upper`.
  [[nodiscard]] bool Continues(size_t upper, size_t lower) const {
    for (const Span& below : spans_[lower]) {
      const bool above = std::any_of(spans_[upper].begin(), spans_[upper].end(),
                                     [&](const Span& span) { return span.Meets(below); });
      if (!above) {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] bool AllText(size_t line) const {
    return std::all_of(in_.lines[line].chunks.begin(), in_.lines[line].chunks.end(),
                       [](const Chunk& chunk) { return chunk.kind == InkKind::kText; });
  }

  // Whether line `i` belongs to the row that begins at line `first`.
  [[nodiscard]] bool JoinsRow(size_t first, size_t i) const {
    const size_t before = i - 1;
    if (RulingBetween(before, i) > 0) {
      return false;
    }
    const float step = in_.lines[i].baseline - in_.lines[before].baseline;
    const float size = in_.lines[i].chunks.front().size;
    if (step < 0.8F * size && Disjoint(before, i)) {
      return true;
    }
    if (i < body_begin_) {
      return step < 1.7F * size && !LevelBreak(before, i);
    }
    if (before < body_begin_) {
      return false;
    }
    const bool tight = step < 1.45F * size && (pitch_ == 0 || step < 0.87F * pitch_);
    bool row_has_figures = false;
    for (size_t k = first; k < i; ++k) {
      row_has_figures = row_has_figures || in_.lines[k].Figures() > 0;
    }
    if (AllText(i) && row_has_figures) {
      return tight && Continues(before, i);
    }
    if (!row_has_figures && AllText(before)) {
      // A label that began above its figures, or text cells of several lines.
      return tight && (Continues(before, i) || Continues(i, before));
    }
    return false;
  }

  [[nodiscard]] std::vector<size_t> GroupLines() const {
    std::vector<size_t> firsts{0};
    for (size_t i = 1; i < in_.lines.size(); ++i) {
      if (!JoinsRow(firsts.back(), i)) {
        firsts.push_back(i);
      }
    }
    return firsts;
  }

  Grid Assemble(const std::vector<size_t>& firsts) const {
    std::vector<float> rows{in_.box.top};
    for (size_t r = 1; r < firsts.size(); ++r) {
      const float ruling = RulingBetween(firsts[r] - 1, firsts[r]);
      const ChunkLine& above = in_.lines[firsts[r] - 1];
      const ChunkLine& below = in_.lines[firsts[r]];
      const float between =
          (above.baseline + below.baseline - 0.6F * below.chunks.front().size) / 2;
      rows.push_back(std::max(ruling > 0 ? ruling : between, rows.back() + 0.5F));
    }
    rows.push_back(std::max(in_.box.bottom, rows.back() + 0.5F));
    Grid grid(rows, columns_);
    for (size_t r = 0; r < firsts.size(); ++r) {
      const size_t end = r + 1 < firsts.size() ? firsts[r + 1] : in_.lines.size();
      for (size_t i = firsts[r]; i < end; ++i) {
        for (const Span& span : spans_[i]) {
          for (int c = span.first; c < span.last; ++c) {
            grid.SetWallRight(static_cast<int>(r), c, false);
          }
        }
      }
    }
    return grid;
  }

  const TextGridInput& in_;
  std::vector<float> columns_;
  std::vector<std::pair<Valley, float>> valleys_;  // each with the edge that was put in it
  std::vector<std::vector<Span>> spans_;
  size_t body_begin_ = 0;
  float pitch_ = 0;
};

}  // namespace

Grid BuildTextGrid(const TextGridInput& input) { return TextGridBuilder(input).Build(); }

}  // namespace crossfoot
