// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <set>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(Error, NamesFilePageLineAndThing) {
  EXPECT_EQ(
      (Error{ErrorCode::kLimitExceeded, "has too many cells", "a.pdf", 3, 0, "table 2"}).ToString(),
      "a.pdf: page 3: table 2: has too many cells");
  EXPECT_EQ((Error{ErrorCode::kBrokenConfig, "unknown key", "my.toml", 0, 12, "alias"}).ToString(),
            "my.toml: line 12: alias: unknown key");
  EXPECT_EQ((Error{ErrorCode::kEmptyFile, "is empty"}).ToString(), "is empty");
}

TEST(Error, ShowsControlCharactersOfAFileNameAsQuestionMarks) {
  EXPECT_EQ((Error{ErrorCode::kEmptyFile, "is empty", "a\n\x1b[2Jb.txt"}).ToString(),
            "a??[2Jb.txt: is empty");
}

TEST(Error, EachCodeHasItsOwnNumberNameAndHelp) {
  std::set<std::string_view> names;
  int last = 0;
  for (const ErrorInfo& info : ErrorCatalogue()) {
    EXPECT_EQ(static_cast<int>(info.code), ++last);
    EXPECT_TRUE(names.insert(info.name).second) << info.name;
    EXPECT_FALSE(info.help.empty());
    EXPECT_EQ(ErrorName(info.code), info.name);
  }
  EXPECT_EQ(ErrorName(static_cast<ErrorCode>(9999)), "unknown_error");
}

}  // namespace
}  // namespace crossfoot
