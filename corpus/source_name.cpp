// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/source_name.h"

#include <charconv>
#include <filesystem>

#include "base/sha256.h"
#include "base/utf8.h"

namespace crossfoot {
namespace {

constexpr std::string_view kInArchive = "!/";

void AppendEscaped(unsigned char byte, std::string* out) {
  static constexpr char kHex[] = "0123456789abcdef";
  *out += "\\x";
  out->push_back(kHex[byte >> 4]);
  out->push_back(kHex[byte & 15]);
}

std::string Escaped(std::string_view bytes) {
  std::string out;
  for (size_t at = 0; at < bytes.size();) {
    const Utf8Step step = DecodeUtf8(bytes, at);
    const std::string_view piece = bytes.substr(at, step.length);
    const bool shown = IsValidUtf8(piece) && step.code >= 0x20 && step.code != 0x7F &&
                       !(step.code >= 0x80 && step.code < 0xA0) && step.code != '\\' &&
                       !(step.code == '!' && bytes.substr(at, 2) == kInArchive);
    if (shown) {
      out += piece;
    } else {
      for (const char byte : piece) {
        AppendEscaped(static_cast<unsigned char>(byte), &out);
      }
    }
    at += step.length;
  }
  return out;
}

}  // namespace

std::string SourceName(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code failed;
  fs::path whole(path);
  if (whole.is_relative()) {
    whole = fs::current_path(failed) / whole;
  }
  return Escaped(whole.lexically_normal().string());
}

std::string MemberName(std::string_view archive, std::string_view member) {
  return std::string(archive) + std::string(kInArchive) + Escaped(member);
}

std::string PathOfSource(std::string_view name) {
  name = name.substr(0, name.find(kInArchive));
  std::string path;
  for (size_t at = 0; at < name.size(); ++at) {
    unsigned int byte = 0;
    if (name[at] == '\\' && at + 3 < name.size() &&
        std::from_chars(name.data() + at + 2, name.data() + at + 4, byte, 16).ec == std::errc()) {
      path.push_back(static_cast<char>(byte));
      at += 3;
    } else {
      path.push_back(name[at]);
    }
  }
  return path;
}

std::string SourceKey(std::string_view name) { return Sha256Hex(name).substr(0, 16); }

int ShardOf(std::string_view name, int shards) {
  const std::string key = SourceKey(name);
  uint64_t number = 0;
  std::from_chars(key.data(), key.data() + key.size(), number, 16);
  return static_cast<int>(number % static_cast<uint64_t>(shards)) + 1;
}

}  // namespace crossfoot
