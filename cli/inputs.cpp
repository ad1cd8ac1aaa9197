// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inputs.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace crossfoot {
namespace {

constexpr std::array<std::string_view, 19> kReportEndings = {
    ".pdf", ".txt", ".html", ".htm", ".docx", ".doc",  ".wps", ".rtf",  ".odt", ".xlsx",
    ".xls", ".et",  ".ods",  ".png", ".jpg",  ".jpeg", ".tif", ".tiff", ".tsv"};

bool NamedLikeAReport(const std::filesystem::path& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return path.filename().string().front() != '.' &&
         std::find(kReportEndings.begin(), kReportEndings.end(), ending) != kReportEndings.end();
}

}  // namespace

std::vector<std::string> ExpandInputs(const std::vector<std::string>& paths) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code failed;
    if (!fs::is_directory(path, failed)) {
      files.push_back(path);
      continue;
    }
    std::vector<std::string> found;
    fs::recursive_directory_iterator walk(path, fs::directory_options::skip_permission_denied,
                                          failed);
    while (!failed && walk != fs::recursive_directory_iterator()) {
      std::error_code ignored;
      if (walk->is_regular_file(ignored) && NamedLikeAReport(walk->path())) {
        found.push_back(walk->path().string());
      }
      walk.increment(failed);
    }
    std::sort(found.begin(), found.end());
    if (found.empty()) {
      files.push_back(path);
    }
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

}  // namespace crossfoot
