// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/source_name.h"

#include <set>

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace crossfoot {
namespace {

TEST(SourceName, LeadsBackToThePath) {
  const std::set<std::string> paths = {"/a/b.txt",        "/a/预算 2023.pdf", "/a/b\n.txt",
                                       "/a/\xff\xfe.txt", "/a/back\\slash",   "/a/\\xff",
                                       "/a.zip!/b.txt",   "/a/\x1b[2J",       "/a/\xc2\x85"};
  std::set<std::string> names;
  for (const std::string& path : paths) {
    const std::string name = SourceName(path);
    EXPECT_TRUE(IsValidUtf8(name)) << name;
    EXPECT_EQ(PathOfSource(name), path);
    for (const char c : name) {
      EXPECT_GE(static_cast<unsigned char>(c), 0x20);
    }
    names.insert(name);
  }
  EXPECT_EQ(names.size(), paths.size());
}

TEST(SourceName, OnePathHasOneName) {
  EXPECT_EQ(SourceName("/a//b/./c/../d.txt"), "/a/b/d.txt");
  EXPECT_EQ(SourceName("x.txt").front(), '/');
}

TEST(SourceName, AMemberLeadsToItsArchive) {
  const std::string name = MemberName(SourceName("/a/in!.zip"), "b\\c/d.txt");
  EXPECT_EQ(PathOfSource(name), "/a/in!.zip");
  EXPECT_NE(name, SourceName("/a/in!.zip!/b\\c/d.txt"));
}

TEST(ShardOf, EverySourceFallsToOneShard) {
  std::set<int> used;
  for (int i = 0; i < 200; ++i) {
    const int shard = ShardOf("/a/" + std::to_string(i), 7);
    EXPECT_GE(shard, 1);
    EXPECT_LE(shard, 7);
    used.insert(shard);
  }
  EXPECT_EQ(used.size(), 7U);
}

}  // namespace
}  // namespace crossfoot
