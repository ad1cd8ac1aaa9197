// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/input_list.h"

#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "temporary_folder.h"

namespace crossfoot {
namespace {

using testing::ElementsAre;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::vector<std::string> FromInput(std::string text) {
  const std::unique_ptr<std::FILE, CloseFile> in(fmemopen(text.data(), text.size(), "rb"));
  return ListInputs({"-"}, in.get());
}

TEST(ListInputs, AFolderGivesWhatIsNamedLikeAReport) {
  const TemporaryFolder folder;
  for (const char* name :
       {"b.PDF", "a.txt", "deep/er/c.zip", "notes.md", ".hidden.txt", ".git/x.txt"}) {
    folder.Write(name, "x");
  }
  std::filesystem::create_symlink("nowhere", folder.At("broken.txt"));
  std::filesystem::create_directory_symlink(folder.At("deep"), folder.At("again"));
  EXPECT_THAT(ListInputs({folder.At("")}, stdin),
              ElementsAre(folder.At("a.txt"), folder.At("b.PDF"), folder.At("broken.txt"),
                          folder.At("deep/er/c.zip")));
}

TEST(ListInputs, WhatIsNamedItselfIsAlwaysThereAndOnce) {
  const TemporaryFolder folder;
  const std::string odd = folder.Write("odd.name", "x");
  EXPECT_THAT(ListInputs({"missing.txt", odd, odd}, stdin), ElementsAre(odd, "missing.txt"));
}

TEST(ListInputs, APatternGivesWhatMatchesUnlessAFileHasThatName) {
  const TemporaryFolder folder;
  for (const char* name : {"1.txt", "2.txt", "[x].txt"}) {
    folder.Write(name, "x");
  }
  EXPECT_THAT(ListInputs({folder.At("?.txt")}, stdin),
              ElementsAre(folder.At("1.txt"), folder.At("2.txt")));
  EXPECT_THAT(ListInputs({folder.At("[x].txt")}, stdin), ElementsAre(folder.At("[x].txt")));
  EXPECT_THAT(ListInputs({folder.At("*.none")}, stdin), ElementsAre(folder.At("*.none")));
}

TEST(ListInputs, AListHasLinesOrNulsAtItsEnds) {
  EXPECT_THAT(FromInput("b\r\n\na\n"), ElementsAre("a", "b"));
  EXPECT_THAT(FromInput(std::string("b\nb\0a", 5)), ElementsAre("a", "b\nb"));
}

}  // namespace
}  // namespace crossfoot
