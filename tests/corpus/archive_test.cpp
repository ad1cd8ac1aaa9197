// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/archive.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "temporary_folder.h"

namespace crossfoot {
namespace {

std::string Number(uint32_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) {
    out.push_back(static_cast<char>(value >> (8 * i)));
  }
  return out;
}

// An archive of one stored member, made by hand so that its name can be any bytes.
std::string ZipOf(const std::string& name, const std::string& content, uint32_t crc) {
  const auto size = static_cast<uint32_t>(content.size());
  const std::string common = Number(20, 2) + Number(0, 2) + Number(0, 2) + Number(0, 4) +
                             Number(crc, 4) + Number(size, 4) + Number(size, 4) +
                             Number(static_cast<uint32_t>(name.size()), 2) + Number(0, 2);
  const std::string local = "PK\x03\x04" + common + name + content;
  const std::string central = "PK\x01\x02" + Number(20, 2) + common + Number(0, 2) + Number(0, 2) +
                              Number(0, 2) + Number(0, 4) + Number(0, 4) + name;
  return local + central + "PK\x05\x06" + Number(0, 4) + Number(1, 2) + Number(1, 2) +
         Number(static_cast<uint32_t>(central.size()), 4) +
         Number(static_cast<uint32_t>(local.size()), 4) + Number(0, 2);
}

constexpr uint32_t kCrcOfHello = 0x3610A686;  // of "hello"

TEST(Archive, ListsAndReadsMembersAndReadsNamesOfChineseWindows) {
  const TemporaryFolder folder;
  // 预算.txt in GB18030.
  const std::string path =
      folder.Write("a.zip", ZipOf("\xD4\xA4\xCB\xE3.txt", "hello", kCrcOfHello));
  const int file = open(path.c_str(), O_RDONLY);
  const auto members = ListArchive(file);
  ASSERT_TRUE(members) << members.error().ToString();
  ASSERT_EQ(members->size(), 1U);
  EXPECT_EQ(members->at(0).name, "预算.txt");
  const auto bytes = ReadMember(file, 0, {});
  ASSERT_TRUE(bytes) << bytes.error().ToString();
  EXPECT_EQ(*bytes, "hello");
  Limits small;
  small.file_bytes = 4;
  const auto refused = ReadMember(file, 0, small);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kLimitExceeded);
  EXPECT_FALSE(ReadMember(file, 1, {}));
  close(file);
}

TEST(Archive, MembersReadOneAfterAnotherOpenItOnce) {
  const TemporaryFolder folder;
  const std::string first = folder.Write("a.zip", ZipOf("a.txt", "hello", kCrcOfHello));
  const std::string second = folder.Write("b.zip", ZipOf("b.txt", "hello", kCrcOfHello));
  ArchiveReader reader;
  for (int i = 0; i < 5; ++i) {
    const int file = open(first.c_str(), O_RDONLY);
    EXPECT_EQ(*reader.Read(file, 0, {}), "hello");
    EXPECT_FALSE(reader.Read(file, 7, {})) << "what is not there does not spoil what is";
    close(file);
  }
  EXPECT_EQ(reader.opened(), 1);
  const int file = open(second.c_str(), O_RDONLY);
  EXPECT_EQ(*reader.Read(file, 0, {}), "hello");
  close(file);
  EXPECT_EQ(reader.opened(), 2);
}

TEST(Archive, ADamagedOneIsAnError) {
  const TemporaryFolder folder;
  const std::string whole = ZipOf("a.txt", "hello", kCrcOfHello);
  for (const std::string& bytes : {std::string("PK\x03\x04"), whole.substr(0, whole.size() / 2),
                                   ZipOf("a.txt", "hello", 1), std::string(1000, '\0')}) {
    const int file = open(folder.Write("a.zip", bytes).c_str(), O_RDONLY);
    const auto members = ListArchive(file);
    if (members && !members->empty()) {
      EXPECT_FALSE(ReadMember(file, 0, {}));
    }
    close(file);
  }
}

}  // namespace
}  // namespace crossfoot
