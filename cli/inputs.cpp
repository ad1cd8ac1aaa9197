// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inputs.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "corpus/input_list.h"

namespace crossfoot {

std::vector<std::string> ExpandInputs(const std::vector<std::string>& paths) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code failed;
    std::vector<std::string> found;
    if (fs::is_directory(path, failed)) {
      found = ListFolder(path);
      // Archives, broken links, sockets: `run` says what is wrong with them or opens them.
      std::erase_if(found, [&](const std::string& file) {
        return !NamedLikeAReport(file) || !fs::is_regular_file(file, failed);
      });
    }
    if (found.empty()) {
      found.push_back(path);
    }
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

}  // namespace crossfoot
