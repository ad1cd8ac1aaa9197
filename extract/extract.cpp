// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/extract.h"

#include <cerrno>
#include <cstring>
#include <fstream>

#include <sys/stat.h>

#include "base/sha256.h"
#include "extract/pdf/pdf_document.h"
#include "extract/text/text_reader.h"

namespace crossfoot {

Result<Source> ReadSource(const std::string& path, const Limits& limits) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0) {
    const bool missing = errno == ENOENT || errno == ENOTDIR;
    return Error{missing ? ErrorCode::kFileNotFound : ErrorCode::kFileUnreadable,
                 std::strerror(errno), path};
  }
  if (S_ISDIR(info.st_mode)) {
    return Error{ErrorCode::kIsADirectory, "is a directory", path};
  }
  if (!S_ISREG(info.st_mode)) {
    return Error{ErrorCode::kFileUnreadable, "is not a regular file", path};
  }
  if (info.st_size > limits.file_bytes) {
    return Error{ErrorCode::kLimitExceeded,
                 "has " + std::to_string(info.st_size) + " bytes, more than the limit of " +
                     std::to_string(limits.file_bytes),
                 path,
                 0,
                 0,
                 "file_bytes"};
  }
  Source source{path, std::string(static_cast<size_t>(info.st_size), '\0')};
  std::ifstream in(path, std::ios::binary);
  in.read(source.bytes.data(), static_cast<std::streamsize>(source.bytes.size()));
  if (!in && !in.eof()) {
    return Error{ErrorCode::kFileUnreadable, std::strerror(errno), path};
  }
  source.bytes.resize(static_cast<size_t>(in.gcount()));
  if (source.bytes.empty()) {
    return Error{ErrorCode::kEmptyFile, "is empty", path};
  }
  return source;
}

namespace {

bool LooksLikePdf(const std::string& bytes) {
  // The header may stand anywhere in the first 1024 bytes (PDF 1.7, implementation note 13).
  return bytes.substr(0, 1024).find("%PDF-") != std::string::npos;
}

}  // namespace

Result<Document> Extract(const Source& source, const ExtractOptions& options) {
  if (source.bytes.empty()) {
    return Error{ErrorCode::kEmptyFile, "is empty", source.path};
  }
  CROSSFOOT_TRY(Document document,
                LooksLikePdf(source.bytes) ? ReadPdf(source, options) : ReadText(source, options));
  document.source.path = source.path;
  document.source.bytes = static_cast<int64_t>(source.bytes.size());
  document.source.sha256 = Sha256Hex(source.bytes);
  return document;
}

Result<std::string> DrawPage(const Source& source, int page, const ExtractOptions& options) {
  if (!LooksLikePdf(source.bytes)) {
    return Error{ErrorCode::kUnknownFormat, "has no pages that could be drawn", source.path};
  }
  return DrawPdfPage(source, page, options);
}

}  // namespace crossfoot
