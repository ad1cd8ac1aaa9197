// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/ruling.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace crossfoot {
namespace {

constexpr float kTouch = 2.6F;    // gap that still counts as touching
constexpr float kDashLength = 9;  // pieces up to this long are dashes …
constexpr float kDashGap = 4.5F;  // … and may stand this far apart
constexpr float kTick = 8;        // rulings below this are ticks and dots
constexpr float kDot = 2.5F;  // a piece no longer than this, and hardly longer than thick, is a dot
constexpr size_t kShadeTests = 4'000'000;

int Channel(uint32_t color, unsigned shift) { return static_cast<int>((color >> shift) & 0xFFU); }

bool IsNearColor(uint32_t a, uint32_t b) {
  return std::abs(Channel(a, 16) - Channel(b, 16)) < 14 &&
         std::abs(Channel(a, 8) - Channel(b, 8)) < 14 &&
         std::abs(Channel(a, 0) - Channel(b, 0)) < 14;
}

// The colour that lies under a point: the last shade drawn there, or paper.
uint32_t ColorUnder(const PageContent& page, const Point& at) {
  for (size_t i = page.shades.size(); i-- > 0;) {
    if (page.shades[i].box.Contains(at)) {
      return page.shades[i].color;
    }
  }
  return 0xFFFFFF;
}

bool IsSeen(const PageContent& page, const RulePiece& rule, size_t* tests_left) {
  const bool pale =
      Channel(rule.color, 16) > 235 && Channel(rule.color, 8) > 235 && Channel(rule.color, 0) > 235;
  if (!pale) {
    return true;
  }
  if (page.shades.size() > *tests_left) {
    return false;
  }
  *tests_left -= page.shades.size();
  const float middle = (rule.from + rule.to) / 2;
  const Point at = rule.horizontal ? Point{middle, rule.position} : Point{rule.position, middle};
  return !IsNearColor(ColorUnder(page, at), rule.color);
}

struct Piece : Ruling {
  bool dot = false;  // runs neither way: what it is a part of is told by the dots beside it
};

// One position's pieces → rulings.
void Join(std::vector<Piece>* pieces, std::vector<Ruling>* out, std::vector<Ruling>* ticks) {
  std::sort(pieces->begin(), pieces->end(), [](const Piece& a, const Piece& b) {
    return std::pair(a.from, a.to) < std::pair(b.from, b.to);
  });
  double weight = 0;
  double moment = 0;
  for (const Piece& piece : *pieces) {
    const double w = std::max(piece.length(), 0.1F);
    weight += w;
    moment += w * static_cast<double>(piece.position);
  }
  const float position = static_cast<float>(moment / weight);
  Piece open = pieces->front();
  float last_length = open.length();
  const auto finish = [&] {
    if (open.length() >= kTick || !open.dot) {
      (open.length() >= kTick ? out : ticks)->push_back({position, open.from, open.to});
    }
  };
  for (size_t i = 1; i < pieces->size(); ++i) {
    const Piece& piece = (*pieces)[i];
    const bool dashes = piece.length() <= kDashLength && last_length <= kDashLength;
    if (piece.from <= open.to + (dashes ? kDashGap : kTouch)) {
      open.to = std::max(open.to, piece.to);
      open.dot = open.dot && piece.dot;
    } else {
      finish();
      open = piece;
    }
    last_length = piece.length();
  }
  finish();
}

std::vector<Ruling> SnapAndJoin(std::vector<Piece> pieces, std::vector<Ruling>* ticks) {
  std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    return std::pair(a.position, a.from) < std::pair(b.position, b.from);
  });
  std::vector<Ruling> out;
  std::vector<Piece> snapped;
  for (size_t i = 0; i < pieces.size();) {
    snapped.clear();
    const float first = pieces[i].position;
    for (; i < pieces.size() && pieces[i].position - first <= kSnap; ++i) {
      snapped.push_back(pieces[i]);
    }
    Join(&snapped, &out, ticks);
  }
  return out;
}

bool IsSane(const Ruling& piece) {
  return std::isfinite(piece.position) && std::isfinite(piece.from) && std::isfinite(piece.to) &&
         piece.from <= piece.to;
}

// Adds the rulings of one direction that at least kComb ticks of the other hang on.
template <typename MakeBox>
void AddAxes(const std::vector<Ruling>& rulings, const std::vector<Ruling>& ticks, MakeBox make_box,
             std::vector<Box>* axes) {
  constexpr int kComb = 4;
  constexpr float kAxis = 40;
  constexpr float kHang = 1.6F;
  size_t tests_left = 1'000'000;
  for (const Ruling& ruling : rulings) {
    if (ruling.length() < kAxis) {
      continue;
    }
    auto tick = std::lower_bound(ticks.begin(), ticks.end(), ruling.from - kHang,
                                 [](const Ruling& t, float at) { return t.position < at; });
    int comb = 0;
    float last = -1e9F;
    for (; tick != ticks.end() && tick->position <= ruling.to + kHang && tests_left > 0;
         ++tick, --tests_left) {
      const bool hangs = std::abs(tick->from - ruling.position) < kHang ||
                         std::abs(tick->to - ruling.position) < kHang;
      if (hangs && tick->length() > 1 && tick->position - last > 3) {
        ++comb;
        last = tick->position;
      }
    }
    if (comb >= kComb) {
      axes->push_back(make_box(ruling));
    }
  }
}

}  // namespace

std::vector<Box> FindAxes(const Rulings& rulings) {
  std::vector<Box> axes;
  AddAxes(
      rulings.horizontal, rulings.vertical_ticks,
      [](const Ruling& r) {
        return Box{r.from, r.position, r.to, r.position};
      },
      &axes);
  AddAxes(
      rulings.vertical, rulings.horizontal_ticks,
      [](const Ruling& r) {
        return Box{r.position, r.from, r.position, r.to};
      },
      &axes);
  return axes;
}

Rulings GatherRulings(const PageContent& page) {
  std::vector<Piece> horizontal;
  std::vector<Piece> vertical;
  size_t tests_left = kShadeTests;
  for (const RulePiece& rule : page.rules) {
    const bool dot = rule.to - rule.from <= std::min(kDot, 1.7F * rule.thickness);
    const Piece piece{{rule.position, rule.from, rule.to}, dot};
    if (!IsSane(piece) || !IsSeen(page, rule, &tests_left)) {
      continue;
    }
    (rule.horizontal ? horizontal : vertical).push_back(piece);
    if (dot) {
      const float half = rule.thickness / 2;
      (rule.horizontal ? vertical : horizontal)
          .push_back(
              {{(rule.from + rule.to) / 2, rule.position - half, rule.position + half}, true});
    }
  }
  Rulings rulings;
  rulings.horizontal = SnapAndJoin(std::move(horizontal), &rulings.horizontal_ticks);
  rulings.vertical = SnapAndJoin(std::move(vertical), &rulings.vertical_ticks);
  return rulings;
}

Rulings ShadeEdges(const PageContent& page) {
  std::vector<Piece> horizontal;
  std::vector<Piece> vertical;
  for (const Shade& shade : page.shades) {
    const Box& box = shade.box;
    const bool paper = IsNearColor(shade.color, 0xFFFFFF);
    const bool backdrop = box.height() > 0.6F * page.info.height;
    if (paper || backdrop || box.width() < 8 || box.height() < 5) {
      continue;
    }
    horizontal.push_back({{box.top, box.left, box.right}});
    horizontal.push_back({{box.bottom, box.left, box.right}});
    vertical.push_back({{box.left, box.top, box.bottom}});
    vertical.push_back({{box.right, box.top, box.bottom}});
  }
  std::erase_if(horizontal, [](const Ruling& piece) { return !IsSane(piece); });
  std::erase_if(vertical, [](const Ruling& piece) { return !IsSane(piece); });
  Rulings rulings;
  rulings.horizontal = SnapAndJoin(std::move(horizontal), &rulings.horizontal_ticks);
  rulings.vertical = SnapAndJoin(std::move(vertical), &rulings.vertical_ticks);
  return rulings;
}

}  // namespace crossfoot
