// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/ruling_ink.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

namespace crossfoot {
namespace {

constexpr uint8_t kInk = 190;          // darker than this, paper being 255
constexpr uint8_t kPale = 238;         // a hairline of print is grey, and paler once it was turned
constexpr float kThin = 0.016F;        // inches: paper this far on both sides of a hairline
constexpr float kSolid = 0.8F;         // of a hairline lies free, not beneath what touches it
constexpr float kShortest = 0.5F;      // inches: an upright one that stands alone
constexpr float kRung = 0.2F;          // inches: an upright one between two level ones
constexpr float kAlongText = 1;        // inches: a level one, since characters stand in rows
constexpr float kThickest = 0.06F;     // inches
constexpr float kGap = 0.02F;          // inches: breaks of a ruling that are forgiven
constexpr size_t kMostRuns = 200'000;  // of one direction of a page
constexpr size_t kMostMeetings = 10'000'000;

// A run of ink along one row (or column): `across` is its row.
struct Run {
  int across = 0;
  int from = 0;
  int to = 0;
};

// What one pixel says of a ruling that runs through it.
struct Trait {
  bool paper = false;
  bool dark = false;
  bool thin = false;  // ink of whatever darkness between paper on both sides
};

// `at`: a pixel's place across the ruling. Paper may begin behind a twin of the ruling.
template <typename Pixel>
Trait TraitOf(int at, int size, int thin, const Pixel& pixel) {
  const uint8_t here = pixel(at);
  if (here >= kPale) {
    return {true, false, false};
  }
  const auto is_paper = [&](int across) {
    return across < 0 || across >= size || pixel(across) >= kPale;
  };
  return {false, here < kInk,
          (is_paper(at - thin) || is_paper(at - 2 * thin)) &&
              (is_paper(at + thin) || is_paper(at + 2 * thin))};
}

// A run that may become one as its row (column) is followed. Of dark ink all of it must be dark but
// for short gaps; a hairline is told by the paper beside it, and goes on beneath what touches it.
class OpenRun {
 public:
  OpenRun(int shortest, int gap) : shortest_(shortest), gap_(gap) {}

  // Follows to the next pixel. Whether a run ended before it, which is *run then.
  bool Follow(int at, const Trait& trait, Run* run) {
    const bool ends_dark = !trait.dark && from_dark_ >= 0 && at - last_dark_ > gap_;
    paper_ = trait.paper ? paper_ + 1 : 0;
    const bool ends_thin = !trait.thin && from_thin_ >= 0 && paper_ > gap_;
    const bool found = (ends_dark && EndDark(run)) || (ends_thin && EndThin(run));
    if (trait.dark) {
      from_dark_ = from_dark_ < 0 ? at : from_dark_;
      last_dark_ = at;
    }
    if (trait.thin) {
      from_thin_ = from_thin_ < 0 ? at : from_thin_;
      last_thin_ = at;
      ++thin_;
    }
    return found;
  }
  bool End(Run* run) { return EndThin(run) || EndDark(run); }

 private:
  bool EndDark(Run* run) {
    const int from = std::exchange(from_dark_, -1);
    if (from < 0 || last_dark_ + 1 - from < shortest_) {
      return false;
    }
    run->from = from;
    run->to = last_dark_ + 1;
    return true;
  }
  bool EndThin(Run* run) {
    const int from = std::exchange(from_thin_, -1);
    const int thin = std::exchange(thin_, 0);
    const int length = last_thin_ + 1 - from;
    if (from < 0 || length < shortest_ ||
        static_cast<float>(thin) < kSolid * static_cast<float>(length)) {
      return false;
    }
    run->from = from;
    run->to = last_thin_ + 1;
    return true;
  }

  int shortest_;
  int gap_;
  int from_dark_ = -1;
  int last_dark_ = 0;
  int from_thin_ = -1;
  int last_thin_ = 0;
  int thin_ = 0;
  int paper_ = 0;
};

std::vector<Run> RunsAlongRows(const Raster& grey, int shortest, int gap, int thin) {
  std::vector<Run> runs;
  for (int y = 0; y < grey.height && runs.size() < kMostRuns; ++y) {
    OpenRun open(shortest, gap);
    Run run{y, 0, 0};
    for (int x = 0; x < grey.width; ++x) {
      const Trait trait =
          TraitOf(y, grey.height, thin, [&](int across) { return grey.Row(across)[x]; });
      if (open.Follow(x, trait, &run)) {
        runs.push_back(run);
      }
    }
    if (open.End(&run)) {
      runs.push_back(run);
    }
  }
  return runs;
}

std::vector<Run> RunsAlongColumns(const Raster& grey, int shortest, int gap, int thin) {
  std::vector<Run> runs;
  std::vector<OpenRun> open(static_cast<size_t>(grey.width), OpenRun(shortest, gap));
  for (int y = 0; y <= grey.height && runs.size() < kMostRuns; ++y) {
    const uint8_t* row = grey.Row(std::min(y, grey.height - 1));
    for (int x = 0; x < grey.width; ++x) {
      OpenRun& at = open[static_cast<size_t>(x)];
      Run run{x, 0, 0};
      const bool ended =
          y == grey.height
              ? at.End(&run)
              : at.Follow(y, TraitOf(x, grey.width, thin, [&](int across) { return row[across]; }),
                          &run);
      if (ended) {
        runs.push_back(run);
      }
    }
  }
  return runs;
}

// By row, then by where they begin; none over another.
void Order(std::vector<Run>* runs) {
  std::sort(runs->begin(), runs->end(), [](const Run& a, const Run& b) {
    return std::pair(a.across, a.from) < std::pair(b.across, b.from);
  });
  size_t kept = 0;
  for (Run run : *runs) {
    if (kept > 0 && (*runs)[kept - 1].across == run.across) {
      run.from = std::max(run.from, (*runs)[kept - 1].to);
    }
    if (run.from < run.to) {
      (*runs)[kept++] = run;
    }
  }
  runs->resize(kept);
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

// Whether the ruling goes from one to another of those that run the other way.
bool StandsBetween(const InkRuling& ruling, const std::vector<Traced>& across, int reach) {
  const auto meets = [&](int end) {
    return std::any_of(across.begin(), across.end(), [&](const Traced& one) {
      return one.ruling.from - reach <= ruling.low && ruling.high <= one.ruling.to + reach &&
             one.ruling.low - reach <= end && end <= one.ruling.high + reach;
    });
  };
  return meets(ruling.from) && meets(ruling.to);
}

// The strokes of characters in a row, or of a large one, make short rulings: these must stand
// between two that are long enough to be sure of.
void DropLooseEnds(int sure_level, int sure_upright, int reach, std::vector<Traced>* level,
                   std::vector<Traced>* upright) {
  const auto long_ones = [](const std::vector<Traced>& all, int sure) {
    std::vector<Traced> kept;
    std::copy_if(all.begin(), all.end(), std::back_inserter(kept),
                 [&](const Traced& one) { return one.ruling.to - one.ruling.from >= sure; });
    return kept;
  };
  const auto drop = [&](int sure, const std::vector<Traced>& across, std::vector<Traced>* all) {
    const bool too_many = all->size() * across.size() > kMostMeetings;
    std::erase_if(*all, [&](const Traced& one) {
      return one.ruling.to - one.ruling.from < sure &&
             (too_many || !StandsBetween(one.ruling, across, reach));
    });
  };
  const std::vector<Traced> sure_ones = long_ones(*level, sure_level);
  drop(sure_level, long_ones(*upright, sure_upright), level);
  drop(sure_upright, sure_ones, upright);
}

}  // namespace

std::vector<InkRuling> TakeRulings(Raster* grey) {
  const float dpi = grey->dpi > 0 ? grey->dpi : 200;
  const auto pixels = [&](float inches) { return std::max(1, static_cast<int>(inches * dpi)); };
  const int shortest = pixels(kShortest);
  const int thickest = pixels(kThickest);
  const int gap = pixels(kGap);
  const int thin = pixels(kThin);
  const int edge = dpi > 170 ? 2 : 1;
  const int stub = pixels(0.02F);
  std::vector<Run> runs = RunsAlongRows(*grey, shortest, gap, thin);
  Order(&runs);
  std::vector<Traced> all = Trace(runs, true);
  runs = RunsAlongColumns(*grey, pixels(kRung), gap, thin);
  Order(&runs);
  std::vector<Traced> upright = Trace(runs, false);
  DropLooseEnds(pixels(kAlongText), shortest, 2 * gap, &all, &upright);
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
