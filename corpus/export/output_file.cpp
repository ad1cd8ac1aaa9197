// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/export/output_file.h"

#include <cerrno>
#include <cstring>

namespace crossfoot {

void OutputFile::CloseFile::operator()(std::FILE* file) const {
  if (file != stdout) {
    std::fclose(file);
  }
}

std::string PartName(const std::string& path) { return path + ".part"; }

Result<OutputFile> OutputFile::Open(const std::string& path) {
  std::FILE* file = path.empty() ? stdout : std::fopen(PartName(path).c_str(), "wb");
  if (file == nullptr) {
    return Error{ErrorCode::kWriteFailed, std::strerror(errno), path};
  }
  return OutputFile(file, path);
}

OutputFile::~OutputFile() {
  if (file_ != nullptr && !path_.empty()) {
    std::remove(PartName(path_).c_str());
  }
}

void OutputFile::Put(std::string_view bytes) {
  std::fwrite(bytes.data(), 1, bytes.size(), file_.get());
}

Result<Done> OutputFile::Close() {
  const bool good = std::fflush(file_.get()) == 0 && std::ferror(file_.get()) == 0;
  const int problem = errno;
  if (!good) {
    return Error{ErrorCode::kWriteFailed, std::strerror(problem), path_};
  }
  file_.reset();
  if (!path_.empty() && std::rename(PartName(path_).c_str(), path_.c_str()) != 0) {
    return Error{ErrorCode::kWriteFailed, std::strerror(errno), path_};
  }
  return Done{};
}

}  // namespace crossfoot
