// SPDX-License-Identifier: GPL-3.0-or-later
//
// ZIP archives, read through libzip: the one place that includes it. Only ever called in a worker
// process: an archive is as hostile as any report.
//
// A member's size is believed only as far as it is read: a bomb ends at the limit. Archives in
// archives are not opened.
//
// Tested by tests/corpus/archive_test.cpp.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/limits.h"
#include "base/result.h"
#include "corpus/wire.h"

namespace crossfoot {

inline constexpr int64_t kMostMembers = 1'000'000;

// Both take an open file, which stays open and whose place is not kept. Folders are left out. Names
// that are not UTF-8 are read as GB18030 (what Chinese Windows writes), else kept as bytes.
// Errors: kBrokenMarkup (not an archive), kLimitExceeded.
Result<std::vector<ArchiveMember>> ListArchive(int file);
// Errors: kBrokenMarkup, kEncryptedPdf for a locked member, kLimitExceeded.
Result<std::string> ReadMember(int file, int64_t index, const Limits& limits);

// Reads members one after another and keeps the archive of the last one open: its list of members
// is read once, not once for each of them.
class ArchiveReader {
 public:
  ArchiveReader();
  ~ArchiveReader();
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  // As ReadMember.
  Result<std::string> Read(int file, int64_t index, const Limits& limits);
  [[nodiscard]] int opened() const { return opened_; }  // archives, so far

 private:
  struct Open;
  std::unique_ptr<Open> open_;
  int opened_ = 0;
};

}  // namespace crossfoot
