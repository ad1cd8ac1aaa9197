// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

#include <memory>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

Result<int> Half(int number) {
  if (number % 2 != 0) {
    return Error{ErrorCode::kUnknownFormat, "is odd", "numbers.txt", 0, 7};
  }
  return number / 2;
}

Result<int> Quarter(int number) {
  CROSSFOOT_TRY(const int half, Half(number));
  CROSSFOOT_TRY(const int quarter, Half(half));
  return quarter;
}

TEST(Result, PassesValuesAndErrorsThrough) {
  EXPECT_EQ(*Quarter(8), 2);
  ASSERT_FALSE(Quarter(6).ok());
  EXPECT_EQ(Quarter(6).error().message, "is odd");
  EXPECT_EQ(Quarter(6).error().line, 7);
}

TEST(Result, CarriesWhatCanOnlyBeMoved) {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(3);
  ASSERT_TRUE(result);
  const std::unique_ptr<int> taken = std::move(result).value();
  EXPECT_EQ(*taken, 3);
}

}  // namespace
}  // namespace crossfoot
