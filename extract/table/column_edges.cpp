// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/column_edges.h"

#include <algorithm>
#include <utility>

namespace crossfoot {
namespace {

bool StandBeside(const ChunkLine& upper, const ChunkLine& lower) {
  if (lower.baseline - upper.baseline >= kOffBaseline * lower.chunks.front().size) {
    return false;
  }
  return std::none_of(upper.chunks.begin(), upper.chunks.end(), [&](const Chunk& a) {
    return std::any_of(lower.chunks.begin(), lower.chunks.end(), [&](const Chunk& b) {
      return a.box.left < b.box.right && b.box.left < a.box.right;
    });
  });
}

// Those in at least half as many pieces as the fullest: heads over several columns hide valleys.
std::vector<const ChunkLine*> Fullest(const std::vector<const ChunkLine*>& lines) {
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

class EdgeFinder {
 public:
  EdgeFinder(const TextGridInput& input, const std::vector<ChunkLine>& lines)
      : in_(input), lines_(lines) {}

  std::vector<float> Find() {
    const std::vector<const ChunkLine*> body = BodyLines(lines_);
    if (body.empty()) {
      return {};
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
      if (!PartsColumns(in_, ruling)) {
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
    std::vector<float> edges;
    for (const float x : at) {
      if (edges.empty() || x - edges.back() > kSnap) {
        edges.push_back(x);
      }
    }
    edges.back() = in_.box.right;
    return edges;
  }

 private:
  // A column that hardly any line fills (labels of groups) is told by its head: where two heads of
  // the fullest line above the body have no edge between them, one is put where no line has ink.
  void PartUnderHeads(float body, std::vector<float>* edges) const {
    constexpr size_t kFewestHeads = 3;
    constexpr float kNarrowest = 0.5F;  // × font size
    const ChunkLine* heads = nullptr;
    for (const ChunkLine& line : lines_) {
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
    return std::count_if(lines_.begin(), lines_.end(), [&](const ChunkLine& line) {
             return line.baseline >= body &&
                    std::any_of(line.chunks.begin(), line.chunks.end(), [&](const Chunk& chunk) {
                      return left <= chunk.box.left && chunk.box.right <= right;
                    });
           }) > 1;
  }

  // The widest part of [left, right] in which no line has ink.
  [[nodiscard]] std::pair<float, float> WidestGap(float left, float right) const {
    std::vector<std::pair<float, float>> ink;
    for (const ChunkLine& line : lines_) {
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

  // Columns that are empty but for their heads: where a line above the body has pieces inside the
  // valley, and others over the columns on both sides of it (which reach from `left` to `right`),
  // each heads a column of its own. Gives the edges around them, or none.
  [[nodiscard]] std::vector<float> EmptyColumns(const Valley& valley, float left, float right,
                                                float body) const {
    std::vector<float> edges;
    if (std::any_of(in_.vertical.begin(), in_.vertical.end(), [&](const Ruling& ruling) {
          return PartsColumns(in_, ruling) && valley.left - kSnap <= ruling.position &&
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

  const TextGridInput& in_;
  const std::vector<ChunkLine>& lines_;
};

}  // namespace

std::vector<ChunkLine> MergeOffsetLines(const std::vector<ChunkLine>& lines) {
  std::vector<ChunkLine> merged;
  for (const ChunkLine& line : lines) {
    if (merged.empty() || !StandBeside(merged.back(), line)) {
      merged.push_back(line);
      continue;
    }
    std::vector<Chunk>& chunks = merged.back().chunks;
    chunks.insert(chunks.end(), line.chunks.begin(), line.chunks.end());
    std::sort(chunks.begin(), chunks.end(),
              [](const Chunk& a, const Chunk& b) { return a.box.left < b.box.left; });
  }
  return merged;
}

std::vector<const ChunkLine*> BodyLines(const std::vector<ChunkLine>& lines) {
  std::vector<const ChunkLine*> with_figures;
  std::vector<const ChunkLine*> several;
  for (const ChunkLine& line : lines) {
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

bool PartsColumns(const TextGridInput& in, const Ruling& ruling) {
  return ruling.position > in.box.left + kSnap && ruling.position < in.box.right - kSnap &&
         ruling.length() >= 0.3F * in.box.height();
}

std::vector<float> FindColumnEdges(const TextGridInput& in, const std::vector<ChunkLine>& lines) {
  return EdgeFinder(in, lines).Find();
}

}  // namespace crossfoot
