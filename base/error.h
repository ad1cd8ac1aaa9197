// SPDX-License-Identifier: GPL-3.0-or-later
//
// Why an operation has no output: a code, a sentence, and the very file, page and thing that was
// wrong.
//
// Codes are append-only: their numbers and names are part of the JSON that others read. One table
// (error.cpp) gives code → name → one line of help; docs/errors.md is made from it.
//
// Tested by tests/base/error_test.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace crossfoot {

enum class ErrorCode {
  kFileNotFound = 1,
  kIsADirectory = 2,
  kFileUnreadable = 3,
  kEmptyFile = 4,
  kUnknownFormat = 5,
  kBrokenPdf = 6,
  kEncryptedPdf = 7,
  kNoPages = 8,
  kInvalidEncoding = 9,
  kLimitExceeded = 10,
  kMissingProgram = 11,
  kBrokenImage = 12,
  kBrokenConfig = 13,
  kNoText = 14,
  kBrokenMarkup = 15,
  kStoreUnusable = 16,
  kWriteFailed = 17,
  kWorkerCrashed = 18,
  kTimeLimit = 19,
};

struct ErrorInfo {
  ErrorCode code;
  std::string_view name;  // "file_not_found", as in JSON
  std::string_view help;  // one line: what to do about it
};

struct Error {
  ErrorCode code;
  std::string message = {};  // one line, no trailing stop, without the file's name
  std::string file = {};     // as the user gave it; empty where no file is concerned
  int page = 0;              // 1-based; 0: not about one page
  int line = 0;              // 1-based; 0: not about one line
  std::string object = {};   // the table, key, member … concerned; may be empty

  // "report.pdf: page 3: message"; control characters in names are shown as '?'.
  [[nodiscard]] std::string ToString() const;
};

// All codes in order of their numbers.
std::span<const ErrorInfo> ErrorCatalogue();
std::string_view ErrorName(ErrorCode code);
// What to do about it, one sentence; empty for a code that is not in the catalogue.
std::string_view ErrorHelp(ErrorCode code);

}  // namespace crossfoot
