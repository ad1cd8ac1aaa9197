// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/site.h"

#include <gtest/gtest.h>

#include "review/mark_worker.h"
#include "tests/corpus/store_fixture.h"

namespace crossfoot {
namespace {

std::string ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Site, HasAPageAReportAndPicturesOnlyWhereFindingsAre) {
  const TemporaryFolder folder;
  {
    Store store = WritableStore(folder);
    RunOver(store, {"samples/final-accounts-2023.pdf", "samples/self-evaluation-2023.txt",
                    folder.At("gone.pdf")});
  }
  auto store = Store::Open(folder.At("store"), Store::Access::kRead);
  ASSERT_TRUE(store);
  const WorkerLimits limits;
  ReportViewer viewer(
      limits, [limits](int socket) { _exit(ServeWork(socket, limits, MarkOr(ReadForStore))); });
  SiteOptions options;
  options.folder = folder.At("site");
  const auto done = WriteSite(*store, viewer, options);
  ASSERT_TRUE(done) << done.error().ToString();
  EXPECT_EQ(done->reports, 2);
  EXPECT_EQ(done->marked, 1);
  EXPECT_GE(done->pictures, 1);
  EXPECT_TRUE(done->problems.empty());
  EXPECT_NE(ReadFile(folder.At("site/index.html")).find("gone.pdf"), std::string::npos);
  const auto lines = ReadReportLines(*store);
  ASSERT_TRUE(lines);
  for (const ReportLine& line : *lines) {
    const std::string page = ReadFile(folder.At("site/reports/" + line.key + ".html"));
    EXPECT_NE(page.find("Content-Security-Policy"), std::string::npos);
  }
  const std::string marked =
      ReadFile(folder.At("site/reports/" + lines->front().key + "/marked.pdf"));
  EXPECT_TRUE(marked.starts_with("%PDF"));
  // A second time the same bytes.
  const std::string index = ReadFile(folder.At("site/index.html"));
  ASSERT_TRUE(WriteSite(*store, viewer, options));
  EXPECT_EQ(ReadFile(folder.At("site/index.html")), index);
  EXPECT_EQ(ReadFile(folder.At("site/reports/" + lines->front().key + "/marked.pdf")), marked);
}

TEST(ReportData, LinesAroundThosePointedAtAreNumberedFromOne) {
  EXPECT_EQ(LinesAround("a\nb\r\nc\nd\ne\nf\ng\nh\n", {1}),
            R"([{"number":1,"text":"a"},{"number":2,"text":"b"},{"number":3,"text":"c"},)"
            R"({"number":4,"text":"d"}])");
  EXPECT_EQ(LinesAround("", {1}), "[]");
}

}  // namespace
}  // namespace crossfoot
