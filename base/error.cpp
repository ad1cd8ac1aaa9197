// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <algorithm>
#include <array>

namespace crossfoot {
namespace {

constexpr std::array kCatalogue = {
    ErrorInfo{ErrorCode::kFileNotFound, "file_not_found",
              "Check the path; quote names with spaces."},
    ErrorInfo{ErrorCode::kIsADirectory, "is_a_directory",
              "Name a file here; `check` and `run` take folders."},
    ErrorInfo{ErrorCode::kFileUnreadable, "file_unreadable", "Check the file's permissions."},
    ErrorInfo{ErrorCode::kEmptyFile, "empty_file", "The file has no bytes: fetch it again."},
    ErrorInfo{ErrorCode::kUnknownFormat, "unknown_format",
              "Told by content, this is none of the formats that can be read."},
    ErrorInfo{ErrorCode::kBrokenPdf, "broken_pdf",
              "The PDF's structure is damaged beyond repair: fetch it again."},
    ErrorInfo{ErrorCode::kEncryptedPdf, "encrypted_pdf",
              "The file needs a password: save a copy without one."},
    ErrorInfo{ErrorCode::kNoPages, "no_pages", "The file holds no page."},
    ErrorInfo{ErrorCode::kInvalidEncoding, "invalid_encoding",
              "The text's character set cannot be told: convert it to UTF-8."},
    ErrorInfo{ErrorCode::kLimitExceeded, "limit_exceeded",
              "Raise the named limit if the file is to be trusted."},
    ErrorInfo{ErrorCode::kMissingProgram, "missing_program", "Install the named Debian package."},
    ErrorInfo{ErrorCode::kBrokenImage, "broken_image",
              "The picture cannot be decoded: fetch it again."},
    ErrorInfo{ErrorCode::kBrokenConfig, "broken_config",
              "Mend the named line of the lexicon or rule pack."},
    ErrorInfo{ErrorCode::kNoText, "no_text", "Nothing on these pages could be read as text."},
    ErrorInfo{ErrorCode::kBrokenMarkup, "broken_markup", "The markup cannot be parsed."},
    ErrorInfo{ErrorCode::kStoreUnusable, "store_unusable",
              "The store is locked, damaged or of a newer version."},
    ErrorInfo{ErrorCode::kWriteFailed, "write_failed", "Check free space and permissions."},
    ErrorInfo{ErrorCode::kWorkerCrashed, "worker_crashed",
              "Reading this report broke the process that read it: a bug of ours; please report "
              "it."},
    ErrorInfo{ErrorCode::kTimeLimit, "time_limit",
              "Reading took longer than allowed: raise --timeout if the file is to be trusted."},
};

std::string Printable(std::string_view name) {
  std::string out(name);
  std::replace_if(
      out.begin(), out.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, '?');
  return out;
}

const ErrorInfo* Find(ErrorCode code) {
  const auto* found = std::find_if(std::begin(kCatalogue), std::end(kCatalogue),
                                   [&](const ErrorInfo& info) { return info.code == code; });
  return found == std::end(kCatalogue) ? nullptr : found;
}

}  // namespace

std::span<const ErrorInfo> ErrorCatalogue() { return kCatalogue; }

std::string_view ErrorName(ErrorCode code) {
  const ErrorInfo* info = Find(code);
  return info == nullptr ? "unknown_error" : info->name;
}

std::string_view ErrorHelp(ErrorCode code) {
  const ErrorInfo* info = Find(code);
  return info == nullptr ? "" : info->help;
}

std::string Error::ToString() const {
  std::string out;
  if (!file.empty()) {
    out += Printable(file) + ": ";
  }
  if (page > 0) {
    out += "page " + std::to_string(page) + ": ";
  }
  if (line > 0) {
    out += "line " + std::to_string(line) + ": ";
  }
  if (!object.empty()) {
    out += Printable(object) + ": ";
  }
  return out + Printable(message);
}

}  // namespace crossfoot
