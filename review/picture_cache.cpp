// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/picture_cache.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace crossfoot {
namespace {

constexpr size_t kMostRemembered = 60;

// "width height page_width page_height\n" and the PNG.
std::string ToFile(const PagePicture& picture) {
  return std::to_string(picture.width) + " " + std::to_string(picture.height) + " " +
         std::to_string(picture.page_width) + " " + std::to_string(picture.page_height) + "\n" +
         picture.png;
}

bool FromFile(const std::string& path, PagePicture* picture) {
  std::ifstream in(path, std::ios::binary);
  std::string head;
  if (!std::getline(in, head)) {
    return false;
  }
  std::istringstream words(head);
  words.imbue(std::locale::classic());
  if (!(words >> picture->width >> picture->height >> picture->page_width >>
        picture->page_height)) {
    return false;
  }
  std::ostringstream rest;
  rest << in.rdbuf();
  picture->png = rest.str();
  return picture->png.starts_with("\x89PNG");
}

void WriteQuietly(const std::string& path, const std::string& bytes) {
  std::error_code failed;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), failed);
  const std::string part = path + ".part";
  {
    std::ofstream out(part, std::ios::binary);
    out << bytes;
    if (!out) {
      return;
    }
  }
  std::filesystem::rename(part, path, failed);
}

}  // namespace

PictureCache::PictureCache(std::string folder, ReportViewer* viewer)
    : folder_(std::move(folder)), viewer_(viewer) {}

void PictureCache::Remember(const std::string& name, const PagePicture& picture) {
  recent_.emplace_front(name, picture);
  if (recent_.size() > kMostRemembered) {
    recent_.pop_back();
  }
}

Result<PagePicture> PictureCache::Paint(const std::string& path, const std::string& file,
                                        int page) {
  PagePicture kept;
  if (FromFile(file, &kept)) {
    return kept;
  }
  CROSSFOOT_TRY(PagePicture painted, viewer_->Page(path, page));
  WriteQuietly(file, ToFile(painted));
  return painted;
}

Result<PagePicture> PictureCache::Get(const std::string& path, const std::string& sha256,
                                      int page) {
  const std::lock_guard guard(one_at_a_time_);
  const std::string name = sha256 + "-" + std::to_string(page);
  const auto found = std::find_if(recent_.begin(), recent_.end(),
                                  [&](const auto& entry) { return entry.first == name; });
  if (found != recent_.end()) {
    return found->second;
  }
  CROSSFOOT_TRY(PagePicture picture, Paint(path, folder_ + "/pictures/" + name, page));
  Remember(name, picture);
  return picture;
}

}  // namespace crossfoot
