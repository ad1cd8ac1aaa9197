// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/store.h"

#include <gtest/gtest.h>

#include "corpus/schema.h"
#include "corpus/store_summary.h"
#include "store_fixture.h"

namespace crossfoot {
namespace {

SourceResult NoteOf(const std::string& name, const std::string& words) {
  SourceResult result{name, {1, 2, 3, 4}, "v1", {}, 1};
  result.reply.kind = WorkReply::Kind::kRows;
  result.reply.sha256 = "hash of " + words;
  const auto& tables = CorpusSchema().tables;
  const int notes = static_cast<int>(CorpusSchema().Find("notes") - tables.data());
  result.reply.rows = {{notes, {int64_t{0}, std::string("limit"), words, SqlValue(), SqlValue()}}};
  return result;
}

void PutOne(Store& store, const SourceResult& result) {
  ASSERT_TRUE(store.Begin());
  const auto put = store.Put(result);
  ASSERT_TRUE(put) << put.error().ToString();
  ASSERT_TRUE(store.Commit());
}

TEST(Store, ANewResultReplacesTheWholeOldOne) {
  const TemporaryFolder folder;
  Store store = WritableStore(folder);
  PutOne(store, NoteOf("/a", "old"));
  SourceResult failed{"/a", {}, "v1", {}, 2};
  failed.reply.error = Error{ErrorCode::kBrokenPdf, "no trailer"};
  PutOne(store, failed);
  EXPECT_EQ(Answer(store, "SELECT count(*) FROM notes"), "0\n");
  EXPECT_EQ(Answer(store, "SELECT code, attempts FROM failures"), "broken_pdf 2\n");
  PutOne(store, NoteOf("/a", "new"));
  EXPECT_EQ(Answer(store, "SELECT message FROM notes"), "new\n");
  EXPECT_EQ(Answer(store, "SELECT count(*) FROM failures"), "0\n");
  const auto known = store.Find("/a");
  ASSERT_TRUE(known && *known);
  EXPECT_EQ((*known)->sha256, "hash of new");
  EXPECT_EQ((*known)->stat, (FileStat{1, 2, 3, 4}));
  EXPECT_FALSE(store.Find("/b").value());
}

TEST(Store, RowsThatContradictTheSchemaAreAFailureOfTheirReportAlone) {
  const TemporaryFolder folder;
  Store store = WritableStore(folder);
  const auto& tables = CorpusSchema().tables;
  const int runs = static_cast<int>(CorpusSchema().Find("runs") - tables.data());
  std::vector<SourceResult> bad;
  for (const ReportRow& row : {ReportRow{runs, {int64_t{1}}}, ReportRow{-1, {}}, ReportRow{999, {}},
                               ReportRow{2, {int64_t{1}}}}) {
    bad.push_back(NoteOf("/bad" + std::to_string(bad.size()), "first"));
    bad.back().reply.rows.Add(row.table, row.values);
  }
  // Twice the same place; text where a number belongs.
  bad.push_back(NoteOf("/bad4", "twice"));
  const auto once = bad.back().reply.rows.Rows();
  bad.back().reply.rows.Add(once[0].table, once[0].values);
  bad.push_back(NoteOf("/bad5", "type"));
  auto typed = bad.back().reply.rows.Rows();
  typed[0].values[3] = std::string("page");
  bad.back().reply.rows = {typed[0]};
  bad.push_back(NoteOf("/bad6", "cut"));
  const std::string bytes = bad.back().reply.rows.bytes();
  bad.back().reply.rows = RowPack(bytes.substr(0, bytes.size() - 1));
  ASSERT_TRUE(store.Begin());
  for (const SourceResult& one : bad) {
    ASSERT_TRUE(store.Put(one));
  }
  ASSERT_TRUE(store.Put(NoteOf("/good", "kept")));
  ASSERT_TRUE(store.Commit());
  EXPECT_EQ(Answer(store, "SELECT message FROM notes"), "kept\n");
  EXPECT_EQ(Answer(store, "SELECT count(*) FROM failures WHERE code = 'worker_crashed'"), "7\n");
}

TEST(Store, WhatWasNotCommittedIsNotThere) {
  const TemporaryFolder folder;
  {
    Store store = WritableStore(folder);
    ASSERT_TRUE(store.Begin());
    ASSERT_TRUE(store.Put(NoteOf("/a", "lost")));
  }
  Store store = WritableStore(folder);
  EXPECT_EQ(Answer(store, "SELECT count(*) FROM sources"), "0\n");
}

TEST(Store, OneWritesWhileOthersRead) {
  const TemporaryFolder folder;
  Store store = WritableStore(folder);
  PutOne(store, NoteOf("/a", "x"));
  const auto second = Store::Open(folder.At("store"), Store::Access::kWrite);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kStoreUnusable);
  auto reader = Store::Open(folder.At("store"), Store::Access::kRead);
  ASSERT_TRUE(reader);
  EXPECT_EQ(Answer(*reader, "SELECT message FROM notes"), "x\n");
}

TEST(Store, MergingTakesOverSourcesAndDecisionsOnce) {
  const TemporaryFolder folder;
  {
    Store other = WritableStore(folder, "other");
    PutOne(other, NoteOf("/a", "theirs"));
    ASSERT_TRUE(
        other.decisions().Execute("INSERT INTO decisions VALUES (1, '/a', 'f1', 'later', 'note', "
                                  "'me', 5, '', '', 'SUM101')"));
  }
  Store store = WritableStore(folder);
  PutOne(store, NoteOf("/a", "ours"));
  PutOne(store, NoteOf("/b", "ours"));
  for (int i = 0; i < 2; ++i) {
    const auto merged = store.Merge(folder.At("other"));
    ASSERT_TRUE(merged) << merged.error().ToString();
  }
  EXPECT_EQ(Answer(store, "SELECT message FROM notes ORDER BY 1"), "ours\ntheirs\n");
  EXPECT_EQ(*store.decisions().Ask("SELECT count(*) FROM decisions"), SqlValue(int64_t{1}));
  EXPECT_FALSE(store.Merge(folder.At("nothing")));
}

TEST(Store, ARunTouchesNoDecision) {
  const TemporaryFolder folder;
  Store store = WritableStore(folder);
  ASSERT_TRUE(store.decisions().Execute(
      "INSERT INTO decisions VALUES (1, '/a', 'f1', 'later', 'note', 'me', 5, '', '', 'SUM101')"));
  RunOver(store, {folder.Write("a.txt", "预算\n")});
  EXPECT_EQ(*store.decisions().Ask("SELECT note FROM decisions"), SqlValue(std::string("note")));
}

TEST(StoreSummary, CountsWhatIsThere) {
  const TemporaryFolder folder;
  Store store = WritableStore(folder);
  RunOver(store,
          {folder.Write("a.txt",
                        "松溪镇人民政府2023年度部门整体支出绩效自评报告\n一、基本情况\n"
                        "2023年支出合计100.00万元，其中：基本支出60.00万元，项目支出45.00万元。\n"),
           folder.Write("b.txt", "")});
  const auto summary = Summarize(store.corpus());
  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->sources, 2);
  EXPECT_EQ(summary->reports, 1);
  EXPECT_EQ(summary->facts, 3);
  EXPECT_EQ(summary->failures.at(0).name, "empty_file");
  EXPECT_EQ(summary->findings_by_rule.at(0).name, "SUM101 total-differs-from-parts");
}

}  // namespace
}  // namespace crossfoot
