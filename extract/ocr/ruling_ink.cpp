// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/ruling_ink.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

namespace crossfoot {
namespace {

constexpr uint8_t kInk = 190;          // darker than this, paper being 255
constexpr float kShortest = 0.5F;      // inches
constexpr float kThickest = 0.06F;     // inches
constexpr float kGap = 0.02F;          // inches: breaks of a ruling that are forgiven
constexpr size_t kMostRuns = 200'000;  // of one direction of a page

// A run of ink along one row (or column): `across` is its row.
struct Run {
  int across = 0;
  int from = 0;
  int to = 0;
};

// Runs along the rows. A ruling that drifts by a row goes on in the next one, so ink in the row
// above or below forgives a gap as well.
std::vector<Run> RunsAlongRows(const Raster& grey, int shortest, int gap) {
  std::vector<Run> runs;
  for (int y = 0; y < grey.height && runs.size() < kMostRuns; ++y) {
    const uint8_t* row = grey.Row(y);
    int from = -1;
    int last = 0;
    for (int x = 0; x <= grey.width; ++x) {
      if (x < grey.width && row[x] < kInk) {
        if (from < 0) {
          from = x;
        }
        last = x;
      } else if (from >= 0 && (x == grey.width || x - last > gap)) {
        if (last + 1 - from >= shortest) {
          runs.push_back({y, from, last + 1});
        }
        from = -1;
      }
    }
  }
  return runs;
}

std::vector<Run> RunsAlongColumns(const Raster& grey, int shortest, int gap) {
  struct Open {
    int from = -1;
    int last = 0;
  };
  std::vector<Run> runs;
  std::vector<Open> open(static_cast<size_t>(grey.width));
  for (int y = 0; y <= grey.height && runs.size() < kMostRuns; ++y) {
    const bool end = y == grey.height;
    const uint8_t* row = end ? nullptr : grey.Row(y);
    for (int x = 0; x < grey.width; ++x) {
      Open& at = open[static_cast<size_t>(x)];
      if (!end && row[x] < kInk) {
        if (at.from < 0) {
          at.from = y;
        }
        at.last = y;
      } else if (at.from >= 0 && (end || y - at.last > gap)) {
        if (at.last + 1 - at.from >= shortest) {
          runs.push_back({x, at.from, at.last + 1});
        }
        at.from = -1;
      }
    }
  }
  std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) {
    return std::pair(a.across, a.from) < std::pair(b.across, b.from);
  });
  return runs;
}

class Groups {
 public:
  explicit Groups(size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0); }
  size_t Find(size_t i) {
    while (parent_[i] != i) {
      parent_[i] = parent_[parent_[i]];
      i = parent_[i];
    }
    return i;
  }
  void Join(size_t a, size_t b) {
    a = Find(a);
    b = Find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<size_t> parent_;
};

// A ruling and the runs it is made of.
struct Traced {
  InkRuling ruling;
  std::vector<Run> runs;
};

// `runs` by row, then by where they begin.
std::vector<Traced> Trace(const std::vector<Run>& runs, bool horizontal) {
  constexpr int kReach = 2;  // rows
  Groups groups(runs.size());
  std::vector<size_t> near;  // runs of the rows just before
  for (size_t i = 0; i < runs.size(); ++i) {
    std::erase_if(near, [&](size_t k) { return runs[k].across < runs[i].across - kReach; });
    for (const size_t k : near) {
      if (runs[k].across < runs[i].across && runs[k].from < runs[i].to &&
          runs[i].from < runs[k].to) {
        groups.Join(i, k);
      }
    }
    near.push_back(i);
  }
  std::vector<int> place(runs.size(), -1);
  std::vector<Traced> traced;
  for (size_t i = 0; i < runs.size(); ++i) {
    const size_t root = groups.Find(i);
    if (place[root] < 0) {
      place[root] = static_cast<int>(traced.size());
      traced.push_back({{horizontal, runs[i].from, runs[i].to, runs[i].across, 0, 0, 0}, {}});
    }
    Traced& one = traced[static_cast<size_t>(place[root])];
    one.ruling.from = std::min(one.ruling.from, runs[i].from);
    one.ruling.to = std::max(one.ruling.to, runs[i].to);
    one.ruling.low = std::min(one.ruling.low, runs[i].across);
    one.ruling.high = std::max(one.ruling.high, runs[i].across + 1);
    one.runs.push_back(runs[i]);
  }
  for (Traced& one : traced) {
    double ink = 0;
    double moment = 0;
    for (const Run& run : one.runs) {
      const double length = run.to - run.from;
      ink += length;
      moment += length * (run.across + 0.5);
    }
    one.ruling.position = static_cast<float>(moment / ink);
    one.ruling.thickness = static_cast<float>(ink / (one.ruling.to - one.ruling.from));
  }
  return traced;
}

// A picture addressed along and across a ruling, whichever way it lies.
class Turned {
 public:
  Turned(Raster* grey, bool horizontal) : grey_(*grey), horizontal_(horizontal) {}
  [[nodiscard]] int across() const { return horizontal_ ? grey_.height : grey_.width; }
  uint8_t& At(int along, int across) {
    const int x = horizontal_ ? along : across;
    const int y = horizontal_ ? across : along;
    return grey_.Row(y)[x];
  }
  [[nodiscard]] bool IsInk(int along, int across_at) {
    return across_at >= 0 && across_at < across() && At(along, across_at) < kInk;
  }

 private:
  Raster& grey_;
  bool horizontal_;
};

// Where the ruling lies at each place along it: [low, high), empty where it has no run.
struct Band {
  int low = 0;
  int high = 0;
};

std::vector<Band> BandsOf(const Traced& traced) {
  const InkRuling& r = traced.ruling;
  std::vector<Band> bands(static_cast<size_t>(r.to - r.from), Band{r.high, r.low});
  for (const Run& run : traced.runs) {
    for (int at = run.from; at < run.to; ++at) {
      Band& band = bands[static_cast<size_t>(at - r.from)];
      band.low = std::min(band.low, run.across);
      band.high = std::max(band.high, run.across + 1);
    }
  }
  Band last{static_cast<int>(r.position), static_cast<int>(r.position) + 1};
  for (Band& band : bands) {
    if (band.low >= band.high) {
      band = last;
    }
    last = band;
  }
  return bands;
}

void Erase(const Traced& traced, int edge, int stub, Raster* grey) {
  Turned picture(grey, traced.ruling.horizontal);
  const std::vector<Band> bands = BandsOf(traced);
  for (size_t i = 0; i < bands.size(); ++i) {
    const int along = traced.ruling.from + static_cast<int>(i);
    const int low = bands[i].low - edge;
    const int high = bands[i].high + edge;
    // Ink that goes on beyond the edge on both sides is a stroke that crosses; ink that ends close
    // by on its side is what is left of the ruling.
    int above = 0;
    while (above <= stub && picture.IsInk(along, low - 1 - above)) {
      ++above;
    }
    int below = 0;
    while (below <= stub && picture.IsInk(along, high + below)) {
      ++below;
    }
    if (above > stub && below > stub) {
      continue;
    }
    const int first = std::max(above > stub ? low : low - above, 0);
    const int end = std::min(below > stub ? high : high + below, picture.across());
    for (int across = first; across < end; ++across) {
      picture.At(along, across) = 255;
    }
  }
}

}  // namespace

std::vector<InkRuling> TakeRulings(Raster* grey) {
  const float dpi = grey->dpi > 0 ? grey->dpi : 200;
  const auto pixels = [&](float inches) { return std::max(1, static_cast<int>(inches * dpi)); };
  const int shortest = pixels(kShortest);
  const int thickest = pixels(kThickest);
  const int gap = pixels(kGap);
  const int edge = dpi > 170 ? 2 : 1;
  const int stub = pixels(0.02F);
  std::vector<Traced> all = Trace(RunsAlongRows(*grey, shortest, gap), true);
  std::vector<Traced> upright = Trace(RunsAlongColumns(*grey, shortest, gap), false);
  std::move(upright.begin(), upright.end(), std::back_inserter(all));
  std::erase_if(all, [&](const Traced& one) {
    return one.ruling.thickness > static_cast<float>(thickest) ||
           one.ruling.to - one.ruling.from < 4 * (one.ruling.high - one.ruling.low);
  });
  std::vector<InkRuling> rulings;
  for (const Traced& one : all) {
    Erase(one, edge, stub, grey);
    rulings.push_back(one.ruling);
  }
  return rulings;
}

}  // namespace crossfoot
