// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/staggered_cells.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <tuple>
#include <utility>

#include "extract/table/lattice.h"

namespace crossfoot {
namespace {

constexpr uint8_t kInk = 200;
// Inches.
constexpr float kLine = 0.05F;   // lower ink is a dash, a stroke of 三, dirt
constexpr float kGap = 0.015F;   // between the parts of one line
constexpr float kEdge = 0.015F;  // of a cell, where its ruling was
constexpr float kApart = 0.12F;  // between two cells of the strip
// Parts of a line's height.
constexpr float kLevel = 0.25F;  // lines closer than this are one
constexpr float kPitch = 1.15F;  // lines farther apart are two, each with room of its own
constexpr size_t kMostCells = 4000;
constexpr int kLongestStrip = 20'000;  // pixels

struct Band {
  int top = 0;
  int bottom = 0;
  [[nodiscard]] int height() const { return bottom - top; }
};

struct InkedCell {
  PixelBox box;
  int rows = 1;
  std::vector<Band> lines;
};

std::vector<Band> LinesOf(const Raster& grey, const PixelBox& box) {
  const auto pixels = [&](float inches) { return static_cast<int>(inches * grey.dpi); };
  std::vector<Band> bands;
  for (int y = box.top; y < box.bottom; ++y) {
    const uint8_t* row = grey.Row(y);
    if (std::none_of(row + box.left, row + box.right, [](uint8_t pixel) { return pixel < kInk; })) {
      continue;
    }
    if (bands.empty() || y - bands.back().bottom > pixels(kGap)) {
      bands.push_back({y, y});
    }
    bands.back().bottom = y + 1;
  }
  std::erase_if(bands, [&](const Band& band) { return band.height() < pixels(kLine); });
  return bands;
}

std::vector<InkedCell> CellsOf(std::span<const InkRuling> rulings, const Raster& grey) {
  PageContent page;
  const float points = 72 / grey.dpi;
  page.info.width = static_cast<float>(grey.width) * points;
  page.info.height = static_cast<float>(grey.height) * points;
  page.rules = ToPageRules(rulings, points);
  bool over_limit = false;
  std::vector<InkedCell> cells;
  const auto edge = static_cast<int>(kEdge * grey.dpi);
  for (const Lattice& lattice : FindLattices(GatherRulings(page), &over_limit)) {
    const Grid grid = GrowGrid(lattice);
    if (grid.row_edges.size() < 2 || grid.column_edges.size() < 2) {
      continue;
    }
    for (const GridCell& cell : grid.Cells()) {
      const auto pixel = [&](const std::vector<float>& edges, int at) {
        return static_cast<int>(edges[static_cast<size_t>(at)] / points);
      };
      InkedCell one;
      one.box = {
          std::max(pixel(grid.column_edges, cell.column) + edge, 0),
          std::max(pixel(grid.row_edges, cell.row) + edge, 0),
          std::min(pixel(grid.column_edges, cell.column + cell.column_span) - edge, grey.width),
          std::min(pixel(grid.row_edges, cell.row + cell.row_span) - edge, grey.height)};
      one.rows = cell.row_span;
      if (one.box.width() > 0 && one.box.height() > 0 && cells.size() < kMostCells) {
        one.lines = LinesOf(grey, one.box);
        cells.push_back(std::move(one));
      }
    }
  }
  return cells;
}

bool AreStaggered(const InkedCell& a, const InkedCell& b) {
  for (const Band& one : a.lines) {
    for (const Band& other : b.lines) {
      const auto apart =
          0.5F * static_cast<float>(std::abs(one.top + one.bottom - other.top - other.bottom));
      const auto height = static_cast<float>(std::max(one.height(), other.height()));
      if (apart >= kLevel * height && apart < kPitch * height) {
        return true;
      }
    }
  }
  return false;
}

// Which cells to lift, so that no two of those that stay are staggered.
std::vector<const InkedCell*> StaggeredOf(std::vector<InkedCell>* cells) {
  // Those that keep the most from being read come first, so that what stays is figures.
  std::stable_sort(cells->begin(), cells->end(), [](const InkedCell& a, const InkedCell& b) {
    return std::tuple(a.rows, a.lines.size()) > std::tuple(b.rows, b.lines.size());
  });
  std::vector<const InkedCell*> lifted;
  for (size_t i = 0; i < cells->size(); ++i) {
    const InkedCell& cell = (*cells)[i];
    if (std::any_of(cells->begin() + static_cast<std::ptrdiff_t>(i) + 1, cells->end(),
                    [&](const InkedCell& other) { return AreStaggered(cell, other); })) {
      lifted.push_back(&cell);
    }
  }
  std::stable_sort(lifted.begin(), lifted.end(), [](const InkedCell* a, const InkedCell* b) {
    return std::tuple(a->box.top, a->box.left) < std::tuple(b->box.top, b->box.left);
  });
  return lifted;
}

void Paste(const Raster& from, const PixelBox& box, int top, Raster* strip) {
  for (int y = box.top; y < box.bottom; ++y) {
    std::copy(from.Row(y) + box.left, from.Row(y) + box.right,
              strip->Row(top + y - box.top) + kStripMargin);
  }
}

}  // namespace

std::vector<RulePiece> ToPageRules(std::span<const InkRuling> rulings, float points) {
  std::vector<RulePiece> rules;
  for (const InkRuling& ruling : rulings) {
    RulePiece rule;
    rule.horizontal = ruling.horizontal;
    rule.position = ruling.position * points;
    rule.from = static_cast<float>(ruling.from) * points;
    rule.to = static_cast<float>(ruling.to) * points;
    rule.thickness = ruling.thickness * points;
    rules.push_back(rule);
  }
  return rules;
}

LiftedCells LiftStaggeredCells(std::span<const InkRuling> rulings, const Raster& sharp,
                               Raster* grey) {
  LiftedCells lifted;
  if (rulings.empty() || grey->empty() || !(grey->dpi > 0)) {
    return lifted;
  }
  std::vector<InkedCell> cells = CellsOf(rulings, *grey);
  const auto apart = std::max(static_cast<int>(kApart * grey->dpi), 1);
  int bottom = kStripMargin;
  int widest = 0;
  for (const InkedCell* cell : StaggeredOf(&cells)) {
    if (bottom + cell->box.height() + apart > kLongestStrip) {
      break;
    }
    lifted.cells.push_back({cell->box, bottom});
    bottom += cell->box.height() + apart;
    widest = std::max(widest, cell->box.width());
  }
  if (lifted.cells.empty()) {
    return lifted;
  }
  lifted.strip = Raster(widest + 2 * kStripMargin, bottom + kStripMargin, 1, grey->dpi);
  lifted.sharp = lifted.strip;
  for (const LiftedCells::Cell& cell : lifted.cells) {
    Paste(*grey, cell.page, cell.top, &lifted.strip);
    Paste(sharp, cell.page, cell.top, &lifted.sharp);
    for (int y = cell.page.top; y < cell.page.bottom; ++y) {
      std::fill(grey->Row(y) + cell.page.left, grey->Row(y) + cell.page.right, uint8_t{255});
    }
  }
  return lifted;
}

void PutBack(const PageContent& reading, const LiftedCells& lifted, float points,
             PageContent* page) {
  const auto first = static_cast<uint32_t>(page->glyphs.size());
  for (Glyph glyph : reading.glyphs) {
    // The cell in which the glyph's middle lies, or else the one above it.
    const auto y = static_cast<int>(glyph.box.center().y / points);
    const auto behind =
        std::upper_bound(lifted.cells.begin(), lifted.cells.end(), y,
                         [](int at, const LiftedCells::Cell& cell) { return at < cell.top; });
    const LiftedCells::Cell& cell = behind == lifted.cells.begin() ? *behind : *(behind - 1);
    const float right = static_cast<float>(cell.page.left - kStripMargin) * points;
    const float down = static_cast<float>(cell.page.top - cell.top) * points;
    glyph.box = {glyph.box.left + right, glyph.box.top + down, glyph.box.right + right,
                 glyph.box.bottom + down};
    glyph.baseline += down;
    page->glyphs.push_back(glyph);
  }
  for (OtherGlyph other : reading.others) {
    other.glyph += first;
    page->others.push_back(other);
  }
}

}  // namespace crossfoot
