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
    MergeOffsetLines();
    if (!FindColumns()) {
      return {};
    }
    layout_.lines = in_.lines;
    CutAtEdges();
    JoinHalves();
    SpanChunks();
    return std::move(layout_);
  }

 private:
  // Lines that stand off each other's baseline, and beside each other, as one: what the eye takes
  // for a row when it looks for columns.
  void MergeOffsetLines() {
    for (const ChunkLine& line : in_.lines) {
      if (merged_.empty() || !StandBeside(merged_.back(), line)) {
        merged_.push_back(line);
        continue;
      }
      std::vector<Chunk>& chunks = merged_.back().chunks;
      chunks.insert(chunks.end(), line.chunks.begin(), line.chunks.end());
      std::sort(chunks.begin(), chunks.end(),
                [](const Chunk& a, const Chunk& b) { return a.box.left < b.box.left; });
    }
  }

  [[nodiscard]] static bool StandBeside(const ChunkLine& upper, const ChunkLine& lower) {
    if (lower.baseline - upper.baseline >= kOffBaseline * lower.chunks.front().size) {
      return false;
    }
    return std::none_of(upper.chunks.begin(), upper.chunks.end(), [&](const Chunk& a) {
      return std::any_of(lower.chunks.begin(), lower.chunks.end(), [&](const Chunk& b) {
        return a.box.left < b.box.right && b.box.left < a.box.right;
      });
    });
  }

  // The lines that show the columns best: those with figures, if there are enough.
  [[nodiscard]] std::vector<const ChunkLine*> BodyLines() const {
    std::vector<const ChunkLine*> with_figures;
    std::vector<const ChunkLine*> several;
    for (const ChunkLine& line : merged_) {
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
    const std::vector<Valley> wholes = valleys;
    std::vector<float> at;
    for (size_t i = 0; i < valleys.size(); ++i) {
      const Valley& whole = wholes[i];
      Narrow(&valleys[i]);
      at.push_back(valleys[i].middle());
      const float left = i > 0 ? valleys[i - 1].right : in_.box.left;
      const float right = i + 1 < valleys.size() ? valleys[i + 1].left : in_.box.right;
      const std::vector<float> parts = EmptyColumns(whole, left, right, body.front()->baseline);
      if (!parts.empty()) {
        at.back() = parts.front();
        at.insert(at.end(), parts.begin() + 1, parts.end());
      }
    }
    for (const Ruling& ruling : in_.vertical) {
      if (!PartsColumns(ruling)) {
        continue;
      }
      const auto valley = std::find_if(wholes.begin(), wholes.end(), [&](const Valley& v) {
        return v.left - kSnap <= ruling.position && ruling.position <= v.right + kSnap;
      });
      if (valley != wholes.end()) {
        std::erase(at, valleys[static_cast<size_t>(valley - wholes.begin())].middle());
      }
      at.push_back(ruling.position);
    }
    at.push_back(in_.box.left);
    at.push_back(in_.box.right);
    std::sort(at.begin(), at.end());
    PartUnderHeads(body.front()->baseline, &at);
    for (const float x : at) {
      if (layout_.edges.empty() || x - layout_.edges.back() > kSnap) {
        layout_.edges.push_back(x);
      }
    }
    layout_.edges.back() = in_.box.right;
    return layout_.edges.size() >= 3;
  }

  // A column that hardly any line fills (labels of groups) is told by its head: where two heads of
  // the fullest line above the body have no edge between them, one is put where no line has ink.
  void PartUnderHeads(float body, std::vector<float>* edges) const {
    constexpr size_t kFewestHeads = 3;
    constexpr float kNarrowest = 0.5F;  // × font size
    const ChunkLine* heads = nullptr;
    for (const ChunkLine& line : merged_) {
      const bool longer = heads == nullptr || line.chunks.size() > heads->chunks.size();
      heads = line.baseline < body && line.Figures() == 0 && longer ? &line : heads;
    }
    if (heads == nullptr || heads->chunks.size() < kFewestHeads) {
      return;
    }
    for (size_t k = 1; k < heads->chunks.size(); ++k) {
      const float left = heads->chunks[k - 1].box.center().x;
      const float right = heads->chunks[k].box.center().x;
      const auto edge = std::upper_bound(edges->begin(), edges->end(), left);
      if (edge == edges->end() || *edge < right) {
        continue;
      }
      const auto [from, to] = WidestGap(left, right);
      const float middle = (from + to) / 2;
      if (to - from >= kNarrowest * in_.font_size && HasInk(*(edge - 1), middle, body) &&
          HasInk(middle, *edge, body)) {
        edges->insert(edge, middle);
      }
    }
  }

  // Whether several lines of the body have a piece between two x.
  [[nodiscard]] bool HasInk(float left, float right, float body) const {
    return std::count_if(merged_.begin(), merged_.end(), [&](const ChunkLine& line) {
             return line.baseline >= body &&
                    std::any_of(line.chunks.begin(), line.chunks.end(), [&](const Chunk& chunk) {
                      return left <= chunk.box.left && chunk.box.right <= right;
                    });
           }) > 1;
  }

  // The widest part of [left, right] in which no line has ink.
  [[nodiscard]] std::pair<float, float> WidestGap(float left, float right) const {
    std::vector<std::pair<float, float>> ink;
    for (const ChunkLine& line : merged_) {
      for (const Chunk& chunk : line.chunks) {
        if (chunk.box.right > left && chunk.box.left < right) {
          ink.emplace_back(chunk.box.left, chunk.box.right);
        }
      }
    }
    std::sort(ink.begin(), ink.end());
    std::pair<float, float> best{left, left};
    float end = left;
    for (const auto& [from, to] : ink) {
      if (from - end > best.second - best.first) {
        best = {end, from};
      }
      end = std::max(end, to);
    }
    return right - end > best.second - best.first ? std::pair(end, right) : best;
  }

  [[nodiscard]] bool PartsColumns(const Ruling& ruling) const {
    return ruling.position > in_.box.left + kSnap && ruling.position < in_.box.right - kSnap &&
           ruling.length() >= 0.3F * in_.box.height();
  }

  // Columns that are empty but for their heads: where a line above the body has pieces inside the
  // valley, and others over the columns on both sides of it (which reach from `left` to `right`),
  // each heads a column of its own. Gives the edges around them, or none.
  [[nodiscard]] std::vector<float> EmptyColumns(const Valley& valley, float left, float right,
                                                float body) const {
    std::vector<float> edges;
    if (std::any_of(in_.vertical.begin(), in_.vertical.end(), [&](const Ruling& ruling) {
          return PartsColumns(ruling) && valley.left - kSnap <= ruling.position &&
                 ruling.position <= valley.right + kSnap;
        })) {
      return edges;
    }
    for (const ChunkLine& line : in_.lines) {
      if (line.baseline >= body) {
        break;
      }
      std::vector<float> found;
      float end = valley.left;  // of what stands to the left
      bool over_left = false;
      bool over_right = false;
      for (const Chunk& chunk : line.chunks) {
        if (chunk.box.left > valley.left && chunk.box.right < valley.right) {
          found.push_back((end + chunk.box.left) / 2);
          end = chunk.box.right;
        } else if (chunk.box.right <= valley.right && chunk.box.right > left) {
          over_left = over_left || chunk.box.left < valley.left;
          end = std::max(end, chunk.box.right);
        } else if (chunk.box.left >= valley.left && chunk.box.left < right && !over_right) {
          over_right = true;
          found.push_back((end + std::min(chunk.box.left, valley.right)) / 2);
        }
      }
      if (over_left && over_right && found.size() > std::max<size_t>(edges.size(), 1)) {
        edges = std::move(found);
      }
    }
    return edges;
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
          return PartsColumns(ruling) && std::abs(ruling.position - edge) <= kSnap;
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
    for (const ChunkLine* line : BodyLines()) {
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
