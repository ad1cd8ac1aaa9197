// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/input_list.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <glob.h>

namespace crossfoot {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 21> kReportEndings = {
    ".pdf", ".txt", ".html", ".htm", ".docx", ".doc", ".wps",  ".rtf", ".odt", ".xlsx", ".xls",
    ".et",  ".ods", ".png",  ".jpg", ".jpeg", ".tif", ".tiff", ".tsv", ".mht", ".mhtml"};

std::string LowerEnding(const std::string& path) {
  std::string ending = fs::path(path).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return ending;
}

void AddFolder(const std::string& folder, std::vector<std::string>* out) {
  std::error_code failed;
  fs::recursive_directory_iterator walk(folder, fs::directory_options::skip_permission_denied,
                                        failed);
  while (!failed && walk != fs::recursive_directory_iterator()) {
    std::error_code ignored;
    const std::string path = walk->path().string();
    const bool hidden = walk->path().filename().string().front() == '.';
    if (walk->is_directory(ignored)) {
      if (hidden) {
        walk.disable_recursion_pending();
      }
    } else if (!hidden && (NamedLikeAReport(path) || NamedLikeAnArchive(path))) {
      out->push_back(path);
    }
    walk.increment(failed);
  }
}

void AddNamed(const std::string& path, std::vector<std::string>* out) {
  std::error_code failed;
  if (fs::is_directory(path, failed)) {
    AddFolder(path, out);
    return;
  }
  if (path.find_first_of("*?[") != std::string::npos &&
      !fs::exists(fs::symlink_status(path, failed))) {
    glob_t found{};
    if (glob(path.c_str(), GLOB_NOSORT, nullptr, &found) == 0) {
      for (size_t i = 0; i < found.gl_pathc; ++i) {
        if (const std::string match = found.gl_pathv[i]; fs::is_directory(match, failed)) {
          AddFolder(match, out);
        } else {
          out->push_back(match);
        }
      }
      globfree(&found);
      return;
    }
    globfree(&found);
  }
  out->push_back(path);
}

void AddFromInput(std::FILE* in, std::vector<std::string>* out) {
  std::string all;
  std::array<char, 65536> piece{};
  for (size_t got = 0; (got = std::fread(piece.data(), 1, piece.size(), in)) > 0;) {
    all.append(piece.data(), got);
  }
  const char end = all.find('\0') != std::string::npos ? '\0' : '\n';
  for (size_t at = 0; at < all.size();) {
    const size_t stop = std::min(all.find(end, at), all.size());
    std::string path = all.substr(at, stop - at);
    if (end == '\n' && !path.empty() && path.back() == '\r') {
      path.pop_back();
    }
    if (!path.empty()) {
      AddNamed(path, out);
    }
    at = stop + 1;
  }
}

}  // namespace

bool NamedLikeAReport(const std::string& path) {
  return std::find(kReportEndings.begin(), kReportEndings.end(), LowerEnding(path)) !=
         kReportEndings.end();
}

bool NamedLikeAnArchive(const std::string& path) { return LowerEnding(path) == ".zip"; }

std::vector<std::string> ListFolder(const std::string& folder) {
  std::vector<std::string> paths;
  AddFolder(folder, &paths);
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<std::string> ListInputs(const std::vector<std::string>& named,
                                    std::FILE* standard_input) {
  std::vector<std::string> paths;
  for (const std::string& path : named) {
    if (path == "-") {
      AddFromInput(standard_input, &paths);
    } else {
      AddNamed(path, &paths);
    }
  }
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

}  // namespace crossfoot
