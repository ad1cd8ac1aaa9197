// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inputs.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "corpus/input_list.h"

namespace crossfoot {
namespace {

bool IsReport(const std::filesystem::path& path) {
  return path.filename().string().front() != '.' && NamedLikeAReport(path.string());
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
      if (walk->is_regular_file(ignored) && IsReport(walk->path())) {
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
