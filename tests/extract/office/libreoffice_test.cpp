// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/office/libreoffice.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

// A stand-in for the program: PATH holds one folder, and in it a script named soffice.
class LibreOffice : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) / "crossfoot-fake-office";
    std::filesystem::create_directories(folder_);
    old_path_ = std::getenv("PATH");
    setenv("PATH", folder_.c_str(), 1);
  }
  void TearDown() override {
    setenv("PATH", old_path_.c_str(), 1);
    std::filesystem::remove_all(folder_);
  }
  void Install(const std::string& body) {
    const auto program = folder_ / "soffice";
    std::ofstream(program) << "#!/bin/sh\nfor last; do input=$last; done\n" << body << "\n";
    std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  }
  std::filesystem::path folder_;
  std::string old_path_;
};

TEST_F(LibreOffice, NamesThePackageWhereItIsMissing) {
  const auto html = OfficeToHtml("x", ".docx", "libreoffice-writer-nogui", {});
  ASSERT_FALSE(html.ok());
  EXPECT_EQ(html.error().code, ErrorCode::kMissingProgram);
  EXPECT_NE(html.error().message.find("libreoffice-writer-nogui"), std::string::npos);
}

TEST_F(LibreOffice, GivesTheHtmlItMade) {
  Install("(echo '<p>'; cat \"$input\"; echo '</p>') > \"${input%.docx}.html\"");
  const auto html = OfficeToHtml("支出3.5万元", ".docx", "p", {});
  ASSERT_TRUE(html.ok()) << html.error().message;
  EXPECT_NE(html->find("支出3.5万元"), std::string::npos);
}

TEST_F(LibreOffice, SeesNothingOfTheUsersEnvironment) {
  setenv("CROSSFOOT_SECRET", "1", 1);
  Install("env > \"${input%.docx}.html\"");
  const auto html = OfficeToHtml("x", ".docx", "p", {});
  unsetenv("CROSSFOOT_SECRET");
  ASSERT_TRUE(html.ok());
  EXPECT_EQ(html->find("CROSSFOOT_SECRET"), std::string::npos);
}

TEST_F(LibreOffice, IsStoppedWhenItTakesTooLong) {
  Install("sleep 30");
  OfficeLimits limits;
  limits.time = std::chrono::milliseconds(300);
  const auto html = OfficeToHtml("x", ".docx", "p", limits);
  ASSERT_FALSE(html.ok());
  EXPECT_EQ(html.error().code, ErrorCode::kLimitExceeded);
}

TEST_F(LibreOffice, SaysWhenItMadeNothing) {
  Install("exit 1");
  const auto html = OfficeToHtml("x", ".docx", "p", {});
  ASSERT_FALSE(html.ok());
  EXPECT_EQ(html.error().code, ErrorCode::kBrokenMarkup);
}

}  // namespace
}  // namespace crossfoot
