// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/staggered_cells.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/extract/ocr/made_pictures.h"

namespace crossfoot {
namespace {

constexpr float kPoints = 72.0F / 200;

// Two columns and two rows, [50, 250, 450) by [50, 150, 250), the rulings erased already.
std::vector<InkRuling> Grid() {
  std::vector<InkRuling> rulings;
  for (const int y : {50, 150, 250}) {
    rulings.push_back({true, 50, 450, y, y + 2, static_cast<float>(y) + 1, 2});
  }
  for (const int x : {50, 250, 450}) {
    rulings.push_back({false, 50, 252, x, x + 2, static_cast<float>(x) + 1, 2});
  }
  return rulings;
}

// A line of text 24 pixels high about `middle`.
void Line(int left, int middle, Raster* grey) {
  Fill(grey, left, middle - 12, left + 100, middle + 12, 0);
}

int InkOf(const Raster& grey) {
  return static_cast<int>(std::count(grey.pixels.begin(), grey.pixels.end(), 0));
}

TEST(StaggeredCells, AWrappedLabelBesideItsFigureIsReadApart) {
  Raster grey(500, 300, 1, 200);
  Line(70, 82, &grey);  // two lines of a label …
  Line(70, 118, &grey);
  Line(270, 100, &grey);  // … and a figure between them
  Line(70, 200, &grey);   // a row with one line each
  Line(270, 200, &grey);
  const int before = InkOf(grey);
  const LiftedCells lifted = LiftStaggeredCells(Grid(), grey, &grey);
  ASSERT_EQ(lifted.cells.size(), 1U);
  EXPECT_LT(lifted.cells[0].page.left, 70);
  EXPECT_GT(lifted.cells[0].page.right, 170);
  EXPECT_EQ(InkOf(lifted.strip), 2 * 24 * 100);
  EXPECT_EQ(InkOf(lifted.sharp), 2 * 24 * 100);
  EXPECT_EQ(InkOf(grey), before - 2 * 24 * 100) << "the figure and the other row stay";
}

TEST(StaggeredCells, LinesThatAreLevelStay) {
  Raster grey(500, 300, 1, 200);
  for (const int x : {70, 270}) {
    Line(x, 80, &grey);
    Line(x, 120, &grey);
    Line(x, 200, &grey);
  }
  EXPECT_TRUE(LiftStaggeredCells(Grid(), grey, &grey).cells.empty());
  // Three lines, and a figure level with the middle one.
  Raster three(500, 300, 1, 200);
  for (const int y : {66, 100, 134}) {
    Line(70, y, &three);
  }
  Line(270, 100, &three);
  EXPECT_TRUE(LiftStaggeredCells(Grid(), three, &three).cells.empty());
}

TEST(StaggeredCells, WithoutRulingsOrInkThereAreNone) {
  Raster grey(500, 300, 1, 200);
  EXPECT_TRUE(LiftStaggeredCells(Grid(), grey, &grey).cells.empty());
  EXPECT_TRUE(LiftStaggeredCells({}, grey, &grey).strip.empty());
  Raster none;
  EXPECT_TRUE(LiftStaggeredCells(Grid(), none, &none).cells.empty());
}

TEST(StaggeredCells, WhatWasReadGoesBackToItsPlace) {
  LiftedCells lifted;
  lifted.cells = {{{60, 60, 240, 140}, 16}, {{260, 160, 440, 240}, 120}};
  PageContent reading;
  for (const float y : {30.0F, 150.0F}) {
    Glyph glyph;
    glyph.code = U'合';
    glyph.baseline = (y + 10) * kPoints;
    glyph.box = {20 * kPoints, (y - 10) * kPoints, 44 * kPoints, (y + 10) * kPoints};
    reading.glyphs.push_back(glyph);
  }
  reading.others.push_back({1, U'会', 0.5F});
  PageContent page;
  page.glyphs.resize(3);
  PutBack(reading, lifted, kPoints, &page);
  ASSERT_EQ(page.glyphs.size(), 5U);
  EXPECT_NEAR(page.glyphs[3].box.left, 64 * kPoints, 0.01);
  EXPECT_NEAR(page.glyphs[3].baseline, 84 * kPoints, 0.01);
  EXPECT_NEAR(page.glyphs[4].box.left, 264 * kPoints, 0.01);
  EXPECT_NEAR(page.glyphs[4].baseline, 200 * kPoints, 0.01);
  ASSERT_EQ(page.others.size(), 1U);
  EXPECT_EQ(page.others[0].glyph, 4U);
}

}  // namespace
}  // namespace crossfoot
