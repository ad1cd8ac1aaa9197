// SPDX-License-Identifier: GPL-3.0-or-later
//
// Turns a page whose text was set sideways (a landscape table on a portrait page) so that it can be
// read, and leads what was found back to the page as it is.
//
// Tested by tests/extract/layout/upright_test.cpp.
#pragma once

#include "extract/layout/page_content.h"
#include "model/table.h"
#include "model/text.h"

namespace crossfoot {

// The direction in which most text of the page runs: 0, 90, 180 or 270. A few words make none.
int CommonDirection(const PageContent& page);

// The page turned by a multiple of 90 degrees, and the way back.
class Turn {
 public:
  // `direction`: of the text as it stands on the page.
  Turn(const PageInfo& page, int direction)
      : page_(page.number), width_(page.width), height_(page.height), direction_(direction) {}

  [[nodiscard]] PageContent Upright(const PageContent& page) const;

  [[nodiscard]] Box Back(const Box& box) const;
  // Only what stands on this page is changed.
  void TurnBack(Place* place) const;
  void TurnBack(Text* text) const;
  void TurnBack(Table* table) const;

 private:
  [[nodiscard]] Point Upright(const Point& p) const;
  [[nodiscard]] Box Upright(const Box& box) const;

  int page_ = 0;
  float width_ = 0;
  float height_ = 0;
  int direction_ = 0;
};

}  // namespace crossfoot
