// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/row_pack.h"

#include <limits>

#include <gtest/gtest.h>

#include "temporary_folder.h"

namespace crossfoot {
namespace {

RowPack SomeRows() {
  return {{4, {int64_t{-1}, std::string("预算"), 0.5, SqlValue(), SqlBlob{std::string("\0\1", 2)}}},
          {5, {}},
          {0, {std::numeric_limits<int64_t>::min(), std::numeric_limits<int64_t>::max()}}};
}

TEST(RowPack, ComesBackAsItWas) {
  const auto rows = SomeRows().Rows();
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].table, 4);
  EXPECT_EQ(rows[0].values, (SqlRow{int64_t{-1}, std::string("预算"), 0.5, SqlValue(),
                                    SqlBlob{std::string("\0\1", 2)}}));
  EXPECT_TRUE(rows[1].values.empty());
  EXPECT_EQ(rows[2].values,
            (SqlRow{std::numeric_limits<int64_t>::min(), std::numeric_limits<int64_t>::max()}));
}

TEST(RowPack, AnyCutOrChangeIsReadSafely) {
  const std::string bytes = SomeRows().bytes();
  for (size_t at = 0; at < bytes.size(); ++at) {
    EXPECT_LE(RowPack(bytes.substr(0, at)).Rows().size(), 3U);
    for (int bit = 0; bit < 8; ++bit) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
      (void)RowPack(changed).Rows();  // must come back, without reading past the end
    }
  }
}

TEST(RowPack, IsBoundInPlace) {
  const TemporaryFolder folder;
  auto database = Database::Open(folder.At("a.db"), Database::Mode::kCreate);
  ASSERT_TRUE(database);
  auto statement = database->Prepare("SELECT ?, ?, ?, ?, length(?)");
  ASSERT_TRUE(statement);
  const RowPack pack = SomeRows();
  RowPackReader reader(pack);
  ASSERT_TRUE(reader.Next());
  statement->Clear();
  for (int i = 1; i <= reader.values(); ++i) {
    ASSERT_TRUE(reader.BindTo(&*statement, i));
  }
  ASSERT_TRUE(*statement->Step());
  EXPECT_EQ(statement->Integer(0), -1);
  EXPECT_EQ(statement->Text(1), "预算");
  EXPECT_EQ(statement->Real(2), 0.5);
  EXPECT_TRUE(statement->IsNull(3));
  EXPECT_EQ(statement->Integer(4), 2);
}

}  // namespace
}  // namespace crossfoot
