// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/report_viewer.h"

#include <gtest/gtest.h>

#include "corpus/source_name.h"
#include "store_fixture.h"

namespace crossfoot {
namespace {

ReportViewer ViewerBy(const Work& work) {
  const WorkerLimits limits;
  return {limits, [work, limits](int socket) { _exit(ServeWork(socket, limits, work)); }};
}

TEST(ReportViewer, APageComesAsAPictureWithItsMeasure) {
  ReportViewer viewer = ViewerBy(ReadForStore);
  const std::string name = SourceName("samples/final-accounts-2023.pdf");
  const auto page = viewer.Page(name, 1);
  ASSERT_TRUE(page) << page.error().ToString();
  EXPECT_EQ(page->png.substr(1, 3), "PNG");
  EXPECT_NEAR(page->page_width, 595, 2);
  EXPECT_GT(page->width, 800);
  EXPECT_FALSE(viewer.Page(name, 999));
  EXPECT_FALSE(viewer.Text(name));
  EXPECT_FALSE(viewer.Page("/no/such/file.pdf", 1));
}

TEST(ReportViewer, ATextComesDecoded) {
  const TemporaryFolder folder;
  // 预算 in GB18030.
  const std::string path = folder.Write(
      "a.txt", "\xD4\xA4\xCB\xE3\xD4\xA4\xCB\xE3\xD4\xA4\xCB\xE3 12\n\xD4\xA4\xCB\xE3\n");
  ReportViewer viewer = ViewerBy(ReadForStore);
  const auto text = viewer.Text(SourceName(path));
  ASSERT_TRUE(text) << text.error().ToString();
  EXPECT_EQ(*text, "预算预算预算 12\n预算\n");
}

TEST(ReportViewer, AWorkerThatDiesIsAnErrorAndTheNextPageComes) {
  const TemporaryFolder folder;
  const std::string bad = folder.Write("bad.txt", "x");
  const std::string good = folder.Write("good.txt", "y");
  ReportViewer viewer = ViewerBy([](const WorkRequest& request, int file) {
    if (request.name.find("bad") != std::string::npos) {
      _exit(9);
    }
    return ReadForStore(request, file);
  });
  const auto died = viewer.Text(SourceName(bad));
  ASSERT_FALSE(died);
  EXPECT_EQ(died.error().code, ErrorCode::kWorkerCrashed);
  EXPECT_EQ(*viewer.Text(SourceName(good)), "y");
}

}  // namespace
}  // namespace crossfoot
