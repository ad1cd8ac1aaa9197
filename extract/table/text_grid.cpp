// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/text_grid.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace crossfoot {
namespace {

constexpr float kCutGap = 0.42F;  // × font size: a gap over an edge that parts two cells

struct Span {
  int first = 0;
  int last = 0;
  [[nodiscard]] int width() const { return last - first + 1; }
  [[nodiscard]] bool Meets(const Span& o) const { return first <= o.last && o.first <= last; }
};

class TextGridBuilder {
 public:
  explicit TextGridBuilder(TextGridInput input) : in_(std::move(input)) {}

  Grid Build() {
    if (in_.lines.size() < 2 || !FindColumns()) {
      return {};
    }
    CutAtEdges();
    SpanChunks();
    FindHead();
    WidenHeads();
    FindBands();
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
      Narrow(&valley);
      at.push_back(valley.middle());
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

  // A head often stands out over its column into the valley: the valley's part that fewest pieces
  // of any line cover, and of those the widest.
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
      const bool better =
          cover < least || (cover == least && step.x - left > best.right - best.left);
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

  // Two heads may stand nearer to each other than pieces do, with the edge between them.
  void CutAtEdges() {
    for (ChunkLine& line : in_.lines) {
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
      const auto edge = std::lower_bound(columns_.begin(), columns_.end(), a.box.right);
      if (gap < kCutGap * b.size || edge == columns_.end() || *edge > b.box.left) {
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
      std::vector<int> figures(columns_.size(), 0);
      const size_t first = line;
      for (; line < in_.lines.size() && in_.lines[line].baseline < bottom + 0.2F * in_.font_size;
           ++line) {
        for (size_t k = 0; k < spans_[line].size(); ++k) {
          const bool figure = in_.lines[line].chunks[k].kind == InkKind::kFigure;
          figures[static_cast<size_t>(spans_[line][k].first)] += figure ? 1 : 0;
        }
      }
      if (line > first) {
        ++bands;
        single += *std::max_element(figures.begin(), figures.end()) <= 1 ? 1 : 0;
      }
    }
    banded_ = bands >= 3 && single * 10 >= bands * 8;
  }

  // How far the ink of each column reaches in the body; the whole column where it has none.
  void MeasureInk() {
    const size_t columns = columns_.size() - 1;
    ink_.resize(columns);
    for (size_t c = 0; c < columns; ++c) {
      ink_[c] = {columns_[c + 1], columns_[c]};
    }
    for (const ChunkLine* line : BodyLines()) {
      for (const Chunk& chunk : line->chunks) {
        const int first = ColumnAt(chunk.box.left + 0.35F * chunk.size);
        if (first == ColumnAt(chunk.box.right - 0.35F * chunk.size)) {
          auto& [left, right] = ink_[static_cast<size_t>(first)];
          left = std::min(left, chunk.box.left);
          right = std::max(right, chunk.box.right);
        }
      }
    }
    for (size_t c = 0; c < columns; ++c) {
      if (ink_[c].first >= ink_[c].second) {
        ink_[c] = {columns_[c] + 1, columns_[c + 1] - 1};
      }
    }
  }

  [[nodiscard]] float Overlap(const Chunk& chunk, int column) const {
    const auto& [left, right] = ink_[static_cast<size_t>(column)];
    return std::min(chunk.box.right, right) - std::max(chunk.box.left, left);
  }

  // A piece belongs to the columns whose ink it stands over or under.
  void SpanChunks() {
    MeasureInk();
    spans_.resize(in_.lines.size());
    for (size_t i = 0; i < in_.lines.size(); ++i) {
      const std::vector<Chunk>& chunks = in_.lines[i].chunks;
      for (const Chunk& chunk : chunks) {
        Span span{ColumnAt(chunk.box.left), ColumnAt(chunk.box.right)};
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
        spans_[i].push_back(span);
      }
      for (size_t k = 0; k + 1 < chunks.size(); ++k) {
        Part(chunks[k], chunks[k + 1], &spans_[i][k], &spans_[i][k + 1]);
      }
    }
  }

  // No column is headed by two pieces of one line: it goes to the one that stands over more of it.
  void Part(const Chunk& a, const Chunk& b, Span* left, Span* right) const {
    while (left->last >= right->first && (left->width() > 1 || right->width() > 1)) {
      const bool to_right = Overlap(b, left->last) > Overlap(a, left->last);
      if (left->width() > 1 && (to_right || right->width() == 1)) {
        --left->last;
      } else {
        ++right->first;
      }
    }
  }

  [[nodiscard]] float InkCenter(int first, int last) const {
    return (ink_[static_cast<size_t>(first)].first + ink_[static_cast<size_t>(last)].second) / 2;
  }

  // A head is set in the middle of the columns it heads, and may be narrower than they are. Where all
  // heads of a line stand so over the heads of the next line, and leave none of them out, they span.
  void WidenHeads() {
    for (size_t i = 0; i + 1 < std::min(body_begin_, in_.lines.size()); ++i) {
      std::vector<bool> headed(columns_.size(), false);
      for (const Span& below : spans_[i + 1]) {
        for (int c = below.first; c <= below.last; ++c) {
          headed[static_cast<size_t>(c)] = true;
        }
      }
      std::vector<Span> wide = spans_[i];
      for (size_t k = 0; k < wide.size(); ++k) {
        const int low = k > 0 ? wide[k - 1].last + 1 : 1;
        const int high = k + 1 < wide.size() ? spans_[i][k + 1].first - 1
                                             : static_cast<int>(columns_.size()) - 2;
        wide[k] = Widest(in_.lines[i].chunks[k], wide[k], low, high, headed);
      }
      size_t covered = 0;
      for (const Span& span : wide) {
        for (int c = span.first; c <= span.last; ++c) {
          covered += c > 0 && headed[static_cast<size_t>(c)] ? 1 : 0;
        }
      }
      const auto all = static_cast<size_t>(std::count(headed.begin() + 1, headed.end(), true));
      if (covered == all) {
        spans_[i] = std::move(wide);
      }
    }
  }

  [[nodiscard]] Span Widest(const Chunk& chunk, Span span, int low, int high,
                            const std::vector<bool>& headed) const {
    const auto may = [&](int c) {
      return low <= c && c <= high && headed[static_cast<size_t>(c)];
    };
    Span best = span;
    Span grown = span;
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
      const float width = ink_[static_cast<size_t>(grown.last)].second -
                          ink_[static_cast<size_t>(grown.first)].first;
      if (std::abs(InkCenter(grown.first, grown.last) - middle) < 0.08F * width + 2) {
        best = grown;
      }
    }
  }

  // The head ends before the first line that has a figure right of the first column.
  void FindHead() {
    body_begin_ = in_.lines.size();
    for (size_t i = 0; i < in_.lines.size(); ++i) {
      const ChunkLine& line = in_.lines[i];
      for (size_t k = 0; k < line.chunks.size(); ++k) {
        if (line.chunks[k].kind != InkKind::kText && spans_[i][k].first > 0 &&
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
    auto ruling = std::lower_bound(in_.horizontal.begin(), in_.horizontal.end(), top,
                                   [](const Ruling& r, float y) { return r.position < y; });
    for (; ruling != in_.horizontal.end() && ruling->position <= bottom; ++ruling) {
      if (ruling->length() >= 0.06F * in_.box.width()) {
        return ruling->position;
      }
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
    if (banded_) {
      return true;
    }
    const bool tight = step < 1.45F * size && (pitch_ == 0 || step < 0.87F * pitch_);
    bool row_has_figures = false;
    for (size_t k = first; k < i; ++k) {
      row_has_figures = row_has_figures || in_.lines[k].Figures() > 0;
    }
    if (AllText(i) && row_has_figures) {
      const bool goes_on = in_.lines[i].cue == LineCue::kGoesOn && step < 1.6F * size;
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

  TextGridInput in_;
  std::vector<float> columns_;
  std::vector<std::pair<float, float>> ink_;  // of each column: left, right
  std::vector<std::vector<Span>> spans_;
  size_t body_begin_ = 0;
  bool banded_ = false;
  float pitch_ = 0;
};

}  // namespace

Grid BuildTextGrid(TextGridInput input) { return TextGridBuilder(std::move(input)).Build(); }

}  // namespace crossfoot
