// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/json_text.h"

#include "base/utf8.h"

namespace crossfoot {

std::string JsonString(std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out = "\"";
  for (size_t at = 0; at < text.size();) {
    const Utf8Step step = DecodeUtf8(text, at);
    if (step.code == '"' || step.code == '\\') {
      out.push_back('\\');
      out.push_back(static_cast<char>(step.code));
    } else if (step.code < 0x20 || step.code == 0x7F) {
      out += "\\u00";
      out.push_back(kHex[step.code >> 4]);
      out.push_back(kHex[step.code & 15]);
    } else {
      AppendUtf8(step.code, &out);
    }
    at += step.length;
  }
  out.push_back('"');
  return out;
}

JsonObject& JsonObject::Raw(std::string_view key, std::string_view json) {
  members_ += (members_.empty() ? "" : ",") + JsonString(key) + ":";
  members_ += json;
  return *this;
}
JsonObject& JsonObject::Text(std::string_view key, std::string_view value) {
  return Raw(key, JsonString(value));
}
JsonObject& JsonObject::Whole(std::string_view key, int64_t value) {
  return Raw(key, std::to_string(value));
}
JsonObject& JsonObject::Flag(std::string_view key, bool value) {
  return Raw(key, value ? "true" : "false");
}

std::string JsonArray(const std::vector<std::string>& items) {
  std::string out = "[";
  for (const std::string& item : items) {
    out += (out.size() > 1 ? "," : "") + item;
  }
  return out + "]";
}

}  // namespace crossfoot
