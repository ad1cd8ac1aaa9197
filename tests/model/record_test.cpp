// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/record.h"

#include <set>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(Record, NamesSeenFromOutsideAreTheContract) {
  EXPECT_EQ(RelationStatusName(RelationStatus::kHeld), "held");
  EXPECT_EQ(RelationStatusName(RelationStatus::kRounding), "rounding");
  EXPECT_EQ(RelationStatusName(RelationStatus::kViolated), "violated");
  EXPECT_EQ(RelationStatusName(RelationStatus::kUnevaluated), "unevaluated");
  EXPECT_EQ(VerdictName(Verdict::kInconsistent), "inconsistent");
  EXPECT_EQ(VerdictName(Verdict::kConsistent), "consistent");
  EXPECT_EQ(VerdictName(Verdict::kUntested), "untested");
  EXPECT_EQ(SeverityName(Severity::kError), "error");
  EXPECT_EQ(FactStatusName(FactStatus::kDisputed), "disputed");
}

TEST(Record, KindsOfMentionsAndRelationsHaveDistinctNames) {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(RelationKind::kBand); ++i) {
    EXPECT_TRUE(names.insert(RelationKindName(static_cast<RelationKind>(i))).second);
  }
  names.clear();
  for (int i = 0; i <= static_cast<int>(MentionKind::kOther); ++i) {
    EXPECT_TRUE(names.insert(MentionKindName(static_cast<MentionKind>(i))).second);
  }
  EXPECT_FALSE(names.contains("unknown"));
}

}  // namespace
}  // namespace crossfoot
