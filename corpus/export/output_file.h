// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where an export goes: standard output, or a file that stands under its name only once it is
// whole.
//
// Tested by tests/corpus/export_test.cpp.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace crossfoot {

class OutputFile {
 public:
  // An empty path means standard output. Errors: kWriteFailed.
  static Result<OutputFile> Open(const std::string& path);
  OutputFile(OutputFile&&) = default;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();  // what was not closed is taken away again

  void Put(std::string_view bytes);
  // Errors (kWriteFailed) of any Put come out here.
  Result<Done> Close();

 private:
  struct CloseFile {
    void operator()(std::FILE* file) const;
  };
  OutputFile(std::FILE* file, std::string path) : file_(file), path_(std::move(path)) {}

  std::unique_ptr<std::FILE, CloseFile> file_;
  std::string path_;
};

// The name a file has while it is written.
std::string PartName(const std::string& path);

}  // namespace crossfoot
