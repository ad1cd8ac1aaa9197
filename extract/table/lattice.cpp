// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/lattice.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/limits.h"

namespace crossfoot {
namespace {

constexpr float kReach = 3;             // how far apart two rulings may end and still meet
constexpr float kBeside = 1;            // of its width: how far from a lattice an open side stands
constexpr float kCover = 0.55F;         // of a place's side, for a wall
constexpr size_t kCrossings = 600'000;  // looked at on one page

class Sets {
 public:
  explicit Sets(size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }
  size_t Root(size_t at) {
    while (parent_[at] != at) {
      parent_[at] = parent_[parent_[at]];
      at = parent_[at];
    }
    return at;
  }
  void Unite(size_t a, size_t b) {
    a = Root(a);
    b = Root(b);
    parent_[std::max(a, b)] = static_cast<uint32_t>(std::min(a, b));
  }

 private:
  std::vector<uint32_t> parent_;
};

// The positions of rulings and the outer bounds, those nearer than kSnap taken together.
std::vector<float> Edges(const std::vector<Ruling>& rulings, float first, float last) {
  std::vector<float> edges;
  edges.push_back(first);
  for (const Ruling& ruling : rulings) {
    if (ruling.position - edges.back() > kSnap && last - ruling.position > kSnap) {
      edges.push_back(ruling.position);
    }
  }
  if (last - edges.back() > kSnap) {
    edges.push_back(last);
  }
  return edges;
}

// For each interval between `edges`: is it covered by rulings at one position? `covered` is added
// to.
void Cover(const Ruling& ruling, const std::vector<float>& edges, std::vector<float>* covered) {
  const auto begin = std::upper_bound(edges.begin(), edges.end(), ruling.from);
  size_t i = begin == edges.begin() ? 0 : static_cast<size_t>(begin - edges.begin()) - 1;
  for (; i + 1 < edges.size() && edges[i] < ruling.to; ++i) {
    (*covered)[i] +=
        std::max(0.0F, std::min(ruling.to, edges[i + 1]) - std::max(ruling.from, edges[i]));
  }
}

Box BoxAround(const Lattice& lattice) {
  Box box{1e9F, 1e9F, -1e9F, -1e9F};
  for (const Ruling& ruling : lattice.horizontal) {
    box = box.Union({ruling.from, ruling.position, ruling.to, ruling.position});
  }
  for (const Ruling& ruling : lattice.vertical) {
    box = box.Union({ruling.position, ruling.from, ruling.position, ruling.to});
  }
  return box;
}

// A cell that page breaks cut above and below has sides only: verticals that run beside a lattice
// from its top to its bottom are its, too.
void TakeOpenSides(std::vector<Lattice>* lattices) {
  for (Lattice& side : *lattices) {
    if (!side.horizontal.empty() || side.vertical.size() != 1) {
      continue;
    }
    const Ruling& ruling = side.vertical.front();
    const auto whole =
        std::find_if(lattices->begin(), lattices->end(), [&](const Lattice& lattice) {
          const Box& box = lattice.box;
          const float away = std::max(box.left - ruling.position, ruling.position - box.right);
          return lattice.horizontal.size() > 1 && std::abs(box.top - ruling.from) <= kReach &&
                 std::abs(box.bottom - ruling.to) <= kReach && away < kBeside * box.width();
        });
    if (whole != lattices->end()) {
      whole->vertical.push_back(ruling);
      side.vertical.clear();
    }
  }
}

// Index of the edge nearest to `position`.
size_t NearestEdge(const std::vector<float>& edges, float position) {
  const auto above = std::lower_bound(edges.begin(), edges.end(), position);
  if (above == edges.begin()) {
    return 0;
  }
  if (above == edges.end()) {
    return edges.size() - 1;
  }
  const auto below = above - 1;
  return static_cast<size_t>((position - *below < *above - position ? below : above) -
                             edges.begin());
}

// covered[edge][interval] of one direction's rulings.
std::vector<std::vector<float>> Coverage(const std::vector<Ruling>& rulings,
                                         const std::vector<float>& edges,
                                         const std::vector<float>& across) {
  std::vector<std::vector<float>> covered(edges.size(),
                                          std::vector<float>(across.size() - 1, 0.0F));
  for (const Ruling& ruling : rulings) {
    Cover(ruling, across, &covered[NearestEdge(edges, ruling.position)]);
  }
  return covered;
}

}  // namespace

std::vector<Lattice> FindLattices(const Rulings& rulings, bool* over_limit) {
  const std::vector<Ruling>& across = rulings.horizontal;
  const std::vector<Ruling>& down = rulings.vertical;
  Sets sets(across.size() + down.size());
  size_t looked = 0;
  for (size_t v = 0; v < down.size(); ++v) {
    const auto first =
        std::lower_bound(across.begin(), across.end(), down[v].from - kReach,
                         [](const Ruling& ruling, float y) { return ruling.position < y; });
    for (auto h = first; h != across.end() && h->position <= down[v].to + kReach; ++h) {
      if (++looked > kCrossings) {
        *over_limit = true;
        return {};
      }
      if (h->from - kReach <= down[v].position && down[v].position <= h->to + kReach) {
        sets.Unite(static_cast<size_t>(h - across.begin()), across.size() + v);
      }
    }
  }
  std::vector<int> lattice_of(across.size() + down.size(), -1);
  std::vector<Lattice> lattices;
  const auto lattice_at = [&](size_t member) -> Lattice& {
    int& index = lattice_of[sets.Root(member)];
    if (index < 0) {
      index = static_cast<int>(lattices.size());
      lattices.emplace_back();
    }
    return lattices[static_cast<size_t>(index)];
  };
  for (size_t h = 0; h < across.size(); ++h) {
    lattice_at(h).horizontal.push_back(across[h]);
  }
  for (size_t v = 0; v < down.size(); ++v) {
    lattice_at(across.size() + v).vertical.push_back(down[v]);
  }
  for (Lattice& lattice : lattices) {
    lattice.box = BoxAround(lattice);
  }
  TakeOpenSides(&lattices);
  std::erase_if(lattices, [](const Lattice& lattice) {
    return lattice.horizontal.empty() || lattice.vertical.empty() ||
           lattice.horizontal.size() + lattice.vertical.size() < 3;
  });
  for (Lattice& lattice : lattices) {
    std::sort(lattice.vertical.begin(), lattice.vertical.end(),
              [](const Ruling& a, const Ruling& b) { return a.position < b.position; });
    lattice.box = BoxAround(lattice);
  }
  std::sort(lattices.begin(), lattices.end(), [](const Lattice& a, const Lattice& b) {
    return std::pair(a.box.top, a.box.left) < std::pair(b.box.top, b.box.left);
  });
  return lattices;
}

Grid GrowGrid(const Lattice& lattice) {
  std::vector<float> rows = Edges(lattice.horizontal, lattice.box.top, lattice.box.bottom);
  std::vector<float> columns = Edges(lattice.vertical, lattice.box.left, lattice.box.right);
  if (rows.size() < 2 || columns.size() < 2 ||
      rows.size() * columns.size() > static_cast<size_t>(Limits().cells_per_table)) {
    return {};
  }
  const auto below = Coverage(lattice.horizontal, rows, columns);
  const auto beside = Coverage(lattice.vertical, columns, rows);
  Grid grid(rows, columns);
  for (int r = 0; r < grid.rows(); ++r) {
    const auto row = static_cast<size_t>(r);
    for (int c = 0; c < grid.columns(); ++c) {
      const auto column = static_cast<size_t>(c);
      const float width = columns[column + 1] - columns[column];
      const float height = rows[row + 1] - rows[row];
      grid.SetWallBelow(r, c, below[row + 1][column] >= kCover * width);
      grid.SetWallRight(r, c, beside[column + 1][row] >= kCover * height);
    }
  }
  return grid;
}

}  // namespace crossfoot
