// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/json/json_writer.h"

#include <cmath>
#include <cstdlib>

#include "base/check.h"
#include "base/utf8.h"
#include "model/json/convert.h"

namespace crossfoot::json {
namespace {

constexpr bool StandsAsItIs(unsigned char byte) {
  return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

void AppendEscaped(char byte, std::string* out) {
  static constexpr char kHex[] = "0123456789abcdef";
  static constexpr std::string_view kShort = "\"\\\b\f\n\r\t";
  static constexpr std::string_view kLetters = "\"\\bfnrt";
  if (const size_t at = kShort.find(byte); at != std::string_view::npos) {
    out->push_back('\\');
    out->push_back(kLetters[at]);
    return;
  }
  const auto code = static_cast<unsigned char>(byte);
  *out += "\\u00";
  out->push_back(kHex[code >> 4]);
  out->push_back(kHex[code & 15]);
}

}  // namespace

void Writer::Comma() {
  if (!first_) {
    out_.push_back(',');
  }
  first_ = false;
}

Writer& Writer::Open(char bracket, const Shape* shape) {
  Comma();
  out_.push_back(bracket);
  if (packed_) {
    shaped_.push_back({shape, 0});
  }
  first_ = true;
  return *this;
}

Writer& Writer::Shut(char bracket) {
  out_.push_back(bracket);
  if (packed_) {
    shaped_.pop_back();
  }
  first_ = false;
  return *this;
}

Writer& Writer::Key(std::string_view key) {
  if (packed_ && shaped_.back().shape != nullptr) {
    Level& level = shaped_.back();
    for (const auto& members = level.shape->members; members[level.done].key != key; ++level.done) {
      CROSSFOOT_CHECK(level.done + 1 < members.size());
      Null();
    }
    ++level.done;
    return *this;
  }
  Comma();
  out_.push_back('"');
  out_ += key;
  out_ += "\":";
  first_ = true;  // no comma between a key and its value
  return *this;
}

Writer& Writer::Raw(std::string_view json) {
  Comma();
  out_ += json;
  return *this;
}

Writer& Writer::Value(std::string_view text) {
  Comma();
  const size_t begin = out_.size();
  out_.push_back('"');
  size_t plain = 0;  // from here on nothing is written yet
  for (size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (StandsAsItIs(static_cast<unsigned char>(byte))) {
      ++at;
      continue;
    }
    if (static_cast<unsigned char>(byte) >= 0x80) {
      const Utf8Step step = DecodeUtf8(text, at);
      if (step.length > 1) {
        at += step.length;
        continue;
      }
      // Not UTF-8: rare, and how many U+FFFD it makes is for one place to say.
      out_.resize(begin);
      out_ += Dump(Json(text));
      return *this;
    }
    out_ += text.substr(plain, at - plain);
    AppendEscaped(byte, &out_);
    plain = ++at;
  }
  out_ += text.substr(plain);
  out_.push_back('"');
  return *this;
}

Writer& Writer::Value(const std::vector<std::string>& texts) {
  BeginArray();
  for (const std::string& text : texts) {
    Value(std::string_view(text));
  }
  return EndArray();
}

Writer& Writer::TwoDecimals(double measure) {
  const int64_t hundredths = std::llround(measure * 100);
  const int64_t size = std::abs(hundredths);
  std::string text = (std::signbit(measure) ? "-" : "") + std::to_string(size / 100) + ".";
  text.push_back(static_cast<char>('0' + size / 10 % 10));
  if (size % 10 != 0) {
    text.push_back(static_cast<char>('0' + size % 10));
  }
  return Raw(text);
}

}  // namespace crossfoot::json
