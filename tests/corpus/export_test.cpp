// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/export/export.h"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "store_fixture.h"

namespace crossfoot {
namespace {

std::string Contents(const std::string& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

TEST(Harmless, AFormulaBecomesText) {
  const struct {
    const char* value;
    const char* shown;
  } cases[] = {
      {"", ""},          {"392.92", "392.92"},       {"-24", "-24"},
      {"+3.5", "+3.5"},  {"-1,234.50", "-1,234.50"}, {"-24%", "-24%"},
      {"=1+1", "'=1+1"}, {"@SUM(A1)", "'@SUM(A1)"},  {"-", "'-"},
      {"--", "'--"},     {"+cmd|x", "'+cmd|x"},      {"-1-1", "'-1-1"},
      {"\t=1", "'\t=1"}, {"\r=1", "'\r=1"},          {"-1.2.3", "'-1.2.3"},
      {"a=1", "a=1"},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(Harmless(one.value), one.shown);
  }
}

TEST(CsvField, QuotesWhatNeedsIt) {
  EXPECT_EQ(CsvField("a"), "a");
  EXPECT_EQ(CsvField("a,b"), "\"a,b\"");
  EXPECT_EQ(CsvField("a\"b"), "\"a\"\"b\"");
  EXPECT_EQ(CsvField("a\nb"), "\"a\nb\"");
  EXPECT_EQ(CsvField("=a,b"), "\"'=a,b\"");
}

TEST(Dataset, LeavesOutWhatIsAboutTheMachine) {
  EXPECT_TRUE(FindDataset("facts", {}));
  EXPECT_FALSE(FindDataset("runs", {}));
  EXPECT_FALSE(FindDataset("source_stat", {}));
  for (const Dataset& dataset : Datasets({})) {
    EXPECT_TRUE(dataset.name == "across" || dataset.name == "identities" ||
                dataset.columns.front().name == "path")
        << dataset.name;
  }
}

TEST(Export, EveryTableHasAsManyValuesAsHeads) {
  const TemporaryFolder folder;
  Store store = WritableStore(folder);
  RunOver(store, {folder.Write("a.txt",
                               "松溪镇2023年度预算\n2023年支出合计100.00万元，其中：基本支出60."
                               "00万元，项目支出45.00万元。\n"),
                  folder.Write("b.txt", "")});
  for (const Dataset& dataset : Datasets({})) {
    auto rows = store.corpus().Prepare(dataset.sql);
    ASSERT_TRUE(rows) << dataset.name << ": " << rows.error().ToString();
    EXPECT_EQ(static_cast<size_t>(rows->columns()), dataset.columns.size()) << dataset.name;
  }
}

TEST(OutputFile, StandsUnderItsNameOnlyWhenWhole) {
  const TemporaryFolder folder;
  const std::string path = folder.Write("out.csv", "before");
  {
    auto out = OutputFile::Open(path);
    ASSERT_TRUE(out);
    out->Put("half");
  }
  EXPECT_EQ(Contents(path), "before");
  EXPECT_FALSE(std::filesystem::exists(PartName(path)));
  auto out = OutputFile::Open(path);
  ASSERT_TRUE(out);
  out->Put("whole");
  ASSERT_TRUE(out->Close());
  EXPECT_EQ(Contents(path), "whole");
}

TEST(OutputFile, AFullDiskIsAnError) {
  if (!std::filesystem::exists("/dev/full")) {
    GTEST_SKIP() << "no /dev/full";
  }
  const TemporaryFolder folder;
  std::filesystem::create_symlink("/dev/full", folder.At("full.part"));
  auto out = OutputFile::Open(folder.At("full"));
  ASSERT_TRUE(out);
  out->Put(std::string(1 << 20, 'x'));
  const auto closed = out->Close();
  ASSERT_FALSE(closed);
  EXPECT_EQ(closed.error().code, ErrorCode::kWriteFailed);
}

}  // namespace
}  // namespace crossfoot
