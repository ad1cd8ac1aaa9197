// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/office/libreoffice.h"

#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace crossfoot {
namespace {

const OfficeTask kDocx = {".docx", "fodt", "libreoffice-writer-nogui"};

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
  const auto flat = OfficeToFlatOdf("x", kDocx, {});
  ASSERT_FALSE(flat.ok());
  EXPECT_EQ(flat.error().code, ErrorCode::kMissingProgram);
  EXPECT_NE(flat.error().message.find("libreoffice-writer-nogui"), std::string::npos);
}

TEST_F(LibreOffice, GivesWhatItMade) {
  Install("(echo '<p>'; cat \"$input\"; echo '</p>') > \"${input%.docx}.fodt\"");
  const auto flat = OfficeToFlatOdf("支出3.5万元", kDocx, {});
  ASSERT_TRUE(flat.ok()) << flat.error().message;
  EXPECT_NE(flat->find("支出3.5万元"), std::string::npos);
}

TEST_F(LibreOffice, SeesNothingOfTheUsersEnvironment) {
  setenv("CROSSFOOT_SECRET", "1", 1);
  Install("env > \"${input%.docx}.fodt\"");
  const auto flat = OfficeToFlatOdf("x", kDocx, {});
  unsetenv("CROSSFOOT_SECRET");
  ASSERT_TRUE(flat.ok());
  EXPECT_EQ(flat->find("CROSSFOOT_SECRET"), std::string::npos);
}

TEST_F(LibreOffice, IsStoppedWhenItTakesTooLong) {
  Install("sleep 30");
  OfficeLimits limits;
  limits.time = std::chrono::milliseconds(300);
  const auto flat = OfficeToFlatOdf("x", kDocx, limits);
  ASSERT_FALSE(flat.ok());
  EXPECT_EQ(flat.error().code, ErrorCode::kLimitExceeded);
}

// The kernel may lack Landlock; then there is nothing to see.
TEST_F(LibreOffice, DoesNotSeeTheUsersFiles) {
  const auto secret = std::filesystem::path(testing::TempDir()) / "crossfoot-secret.txt";
  std::ofstream(secret) << "1234";
  Install("if /bin/cat " + secret.string() +
          " > \"${input%.docx}.fodt\" 2> /dev/null; then exit 0; else echo none > "
          "\"${input%.docx}.fodt\"; fi");
  const auto flat = OfficeToFlatOdf("x", kDocx, {});
  std::filesystem::remove(secret);
  ASSERT_TRUE(flat.ok()) << flat.error().message;
  if (syscall(SYS_landlock_create_ruleset, nullptr, 0, 1) < 1) {
    GTEST_SKIP() << "this kernel has no Landlock";
  }
  EXPECT_EQ(*flat, "none\n");
}

TEST_F(LibreOffice, KeepsMacrosAndLinksOff) {
  Install("cp \"${input%/*}/profile/user/registrymodifications.xcu\" \"${input%.docx}.fodt\"");
  const auto flat = OfficeToFlatOdf("x", kDocx, {});
  ASSERT_TRUE(flat.ok()) << flat.error().message;
  EXPECT_NE(flat->find("DisableMacrosExecution\" oor:op=\"fuse\"><value>true"), std::string::npos);
  EXPECT_NE(flat->find("BlockUntrustedRefererLinks\" oor:op=\"fuse\"><value>true"),
            std::string::npos);
}

// With a new profile LibreOffice ends and wants to be started again.
TEST_F(LibreOffice, IsStartedAgainWhenItAskedForThat) {
  Install(
      "here=\"${input%/*}\"; if [ -e \"$here/seen\" ]; then echo second > "
      "\"${input%.docx}.fodt\"; else : > \"$here/seen\"; exit 81; fi");
  const auto flat = OfficeToFlatOdf("x", kDocx, {});
  ASSERT_TRUE(flat.ok()) << flat.error().message;
  EXPECT_EQ(*flat, "second\n");
}

TEST_F(LibreOffice, IsEndedWhenNobodyWaitsAnyMore) {
  Install("sleep 30");
  std::array<int, 2> ends{};
  ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0);
  close(ends[1]);
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_FALSE(OfficeToFlatOdf("x", kDocx, {}, ends[0]).ok());
  close(ends[0]);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(25));
}

TEST_F(LibreOffice, IsAskedThroughABroker) {
  Install("cp \"$input\" \"${input%.docx}.fodt\"");
  const OfficeConverter converter = StartOfficeBroker();
  for (const std::string& text : {std::string("支出3.5万元"), std::string(300'000, 'x')}) {
    const auto flat = converter(text, kDocx);
    ASSERT_TRUE(flat.ok()) << flat.error().message;
    EXPECT_EQ(*flat, text);
  }
  const auto odd = converter("x", {"/../../x", "fodt", "p"});
  ASSERT_FALSE(odd.ok());
  EXPECT_EQ(odd.error().code, ErrorCode::kBrokenMarkup);
}

TEST_F(LibreOffice, BrokerHandsErrorsOn) {
  Install("exit 1");
  const OfficeConverter converter = StartOfficeBroker();
  const auto flat = converter("x", kDocx);
  ASSERT_FALSE(flat.ok());
  EXPECT_EQ(flat.error().code, ErrorCode::kBrokenMarkup);
  EXPECT_NE(flat.error().message.find("could not read"), std::string::npos);
}

TEST_F(LibreOffice, BrokerSaysWhatIsMissing) {
  const auto flat = StartOfficeBroker()("x", kDocx);
  ASSERT_FALSE(flat.ok());
  EXPECT_EQ(flat.error().code, ErrorCode::kMissingProgram);
}

TEST_F(LibreOffice, SaysWhenItMadeNothing) {
  Install("exit 1");
  const auto flat = OfficeToFlatOdf("x", kDocx, {});
  ASSERT_FALSE(flat.ok());
  EXPECT_EQ(flat.error().code, ErrorCode::kBrokenMarkup);
}

}  // namespace
}  // namespace crossfoot
