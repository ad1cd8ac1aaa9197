// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/geometry.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(Box, MeetsAndJoins) {
  const Box a{0, 0, 10, 10};
  const Box b{5, 5, 20, 8};
  EXPECT_TRUE(a.Intersects(b));
  EXPECT_EQ(a.Intersection(b), (Box{5, 5, 10, 8}));
  EXPECT_EQ(a.Union(b), (Box{0, 0, 20, 10}));
  EXPECT_FALSE(a.Intersects({10, 0, 12, 10})) << "sharing an edge is not meeting";
  EXPECT_EQ(a.Intersection({30, 30, 40, 40}).area(), 0);
  EXPECT_TRUE(a.Contains(a.center()));
}

}  // namespace
}  // namespace crossfoot
