// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/archive.h"

#include <algorithm>
#include <cstdio>
#include <memory>

#include <iconv.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include "base/utf8.h"

namespace crossfoot {
namespace {

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseMember {
  void operator()(zip_file_t* member) const { zip_fclose(member); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;

Result<Archive> OpenArchive(int file) {
  // zip_fdopen takes the descriptor over.
  const int own = dup(file);
  lseek(own, 0, SEEK_SET);
  int code = 0;
  Archive archive(zip_fdopen(own, 0, &code));
  if (archive == nullptr) {
    close(own);
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    std::string message =
        std::string("is no archive that can be read: ") + zip_error_strerror(&error);
    zip_error_fini(&error);
    return Error{ErrorCode::kBrokenMarkup, std::move(message)};
  }
  return archive;
}

std::string FromGb18030(const std::string& bytes) {
  const iconv_t converter = iconv_open("UTF-8", "GB18030");
  // NOLINTNEXTLINE(performance-no-int-to-ptr): how iconv says that it failed
  if (converter == reinterpret_cast<iconv_t>(-1)) {
    return bytes;
  }
  std::string in = bytes;
  std::string out(bytes.size() * 4, '\0');
  char* from = in.data();
  char* to = out.data();
  size_t left = in.size();
  size_t room = out.size();
  const bool good = iconv(converter, &from, &left, &to, &room) != static_cast<size_t>(-1);
  iconv_close(converter);
  out.resize(out.size() - room);
  return good ? out : bytes;
}

}  // namespace

Result<std::vector<ArchiveMember>> ListArchive(int file) {
  CROSSFOOT_TRY(const Archive archive, OpenArchive(file));
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  if (count > kMostMembers) {
    return Error{ErrorCode::kLimitExceeded, "has more than 1000000 members", "", 0, 0, "members"};
  }
  std::vector<ArchiveMember> members;
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t info;
    zip_stat_init(&info);
    if (zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW, &info) != 0 ||
        (info.valid & ZIP_STAT_NAME) == 0) {
      continue;
    }
    std::string name = info.name;
    if (name.empty() || name.back() == '/') {
      continue;
    }
    if (!IsValidUtf8(name)) {
      name = FromGb18030(name);
    }
    members.push_back({i, std::move(name), static_cast<int64_t>(info.size)});
  }
  return members;
}

namespace {

Result<std::string> ReadFrom(zip_t* archive, int64_t index, const Limits& limits) {
  const std::unique_ptr<zip_file_t, CloseMember> member(
      zip_fopen_index(archive, static_cast<zip_uint64_t>(index), 0));
  if (member == nullptr) {
    const int code = zip_error_code_zip(zip_get_error(archive));
    const bool locked = code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD;
    return Error{locked ? ErrorCode::kEncryptedPdf : ErrorCode::kBrokenMarkup,
                 zip_strerror(archive)};
  }
  std::string bytes;
  constexpr size_t kPiece = size_t{1} << 18;
  for (;;) {
    const size_t have = bytes.size();
    bytes.resize(have + kPiece);
    const zip_int64_t got = zip_fread(member.get(), bytes.data() + have, kPiece);
    bytes.resize(have + static_cast<size_t>(std::max<zip_int64_t>(got, 0)));
    if (got < 0) {
      return Error{ErrorCode::kBrokenMarkup, "the archive is damaged here"};
    }
    if (static_cast<int64_t>(bytes.size()) > limits.file_bytes) {
      return Error{
          ErrorCode::kLimitExceeded,
          "unpacks to more than the limit of " + std::to_string(limits.file_bytes) + " bytes",
          "",
          0,
          0,
          "file_bytes"};
    }
    if (got == 0) {
      return bytes;
    }
  }
}

}  // namespace

// What the file system says of the open archive: as long as it says the same, it is the same.
struct ArchiveReader::Open {
  Archive archive;
  struct stat info {};

  [[nodiscard]] bool Is(const struct stat& other) const {
    return info.st_dev == other.st_dev && info.st_ino == other.st_ino &&
           info.st_size == other.st_size && info.st_mtim.tv_sec == other.st_mtim.tv_sec &&
           info.st_mtim.tv_nsec == other.st_mtim.tv_nsec &&
           info.st_ctim.tv_sec == other.st_ctim.tv_sec &&
           info.st_ctim.tv_nsec == other.st_ctim.tv_nsec;
  }
};

ArchiveReader::ArchiveReader() = default;
ArchiveReader::~ArchiveReader() = default;

Result<std::string> ArchiveReader::Read(int file, int64_t index, const Limits& limits) {
  struct stat info {};
  if (fstat(file, &info) != 0 || open_ == nullptr || !open_->Is(info)) {
    open_.reset();
    CROSSFOOT_TRY(Archive archive, OpenArchive(file));
    open_ = std::make_unique<Open>(Open{std::move(archive), info});
    ++opened_;
  }
  return ReadFrom(open_->archive.get(), index, limits);
}

Result<std::string> ReadMember(int file, int64_t index, const Limits& limits) {
  return ArchiveReader().Read(file, index, limits);
}

}  // namespace crossfoot
