// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/json/packed_record.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/utf8.h"
#include "model/json/convert.h"

namespace crossfoot {
namespace {

using json::Json;
using json::Shape;
using json::ShapeMember;
using json::Writer;

const ShapeMember* MemberNamed(const Shape& shape, std::string_view key) {
  const auto found = std::find_if(shape.members.begin(), shape.members.end(),
                                  [&](const ShapeMember& member) { return member.key == key; });
  return found == shape.members.end() ? nullptr : &*found;
}

// A string with its quotation marks, taken off the front; empty where there is none.
std::string_view TakeString(std::string_view* rest) {
  if (rest->empty() || rest->front() != '"') {
    return {};
  }
  size_t end = rest->find_first_of("\"\\", 1);
  while (end < rest->size() && (*rest)[end] == '\\') {
    end = rest->find_first_of("\"\\", end + 2);
  }
  if (end >= rest->size()) {
    return {};
  }
  const std::string_view text = rest->substr(0, end + 1);
  rest->remove_prefix(end + 1);
  return text;
}

// A value, taken off the front; empty where there is none.
std::string_view TakeValue(std::string_view* rest) {
  const std::string_view from = *rest;
  for (int depth = 0; !rest->empty();) {
    const char c = rest->front();
    if (c == '"') {
      if (TakeString(rest).empty()) {
        return {};
      }
    } else {
      if (depth == 0 && (c == ',' || c == ']' || c == '}')) {
        break;
      }
      depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      rest->remove_prefix(1);
    }
    if (depth == 0 && (c == '"' || c == ']' || c == '}')) {
      return from.substr(0, from.size() - rest->size());
    }
    if (depth > 0 && rest->empty()) {
      return {};
    }
  }
  return from.substr(0, from.size() - rest->size());
}

// The characters of a string with its quotation marks, as json::Writer writes them.
std::string Unquoted(std::string_view quoted) {
  if (quoted.find('\\') == std::string_view::npos) {
    return std::string(quoted.substr(1, quoted.size() - 2));
  }
  std::string text;
  for (size_t at = 1; at + 1 < quoted.size(); ++at) {
    if (quoted[at] != '\\') {
      text.push_back(quoted[at]);
      continue;
    }
    constexpr std::string_view kLetters = "bfnrt";
    const char letter = quoted[++at];
    if (letter == 'u' && at + 4 < quoted.size()) {
      int code = 0;
      std::from_chars(quoted.data() + at + 1, quoted.data() + at + 5, code, 16);
      AppendUtf8(static_cast<char32_t>(code), &text);
      at += 4;
    } else if (const size_t found = kLetters.find(letter); found != std::string_view::npos) {
      text.push_back("\b\f\n\r\t"[found]);
    } else {
      text.push_back(letter);
    }
  }
  return text;
}

bool SkipOne(char c, std::string_view* rest) {
  if (rest->empty() || rest->front() != c) {
    return false;
  }
  rest->remove_prefix(1);
  return true;
}

// Copies packed JSON, putting the keys back. What makes no sense is left as soon as it is seen.
class Unpacker {
 public:
  explicit Unpacker(const PackedRecord& packed) : packed_(packed) {}

  Result<std::string> Record() {
    rest_ = packed_.record;
    Value(&json::kRecordShape, false);
    if (!good_ || !rest_.empty()) {
      return Error{ErrorCode::kBrokenMarkup, "is no packed record"};
    }
    return std::move(out_);
  }

 private:
  void Value(const Shape* shape, bool list) {
    if (list) {
      List(*shape);
    } else if (shape == nullptr) {
      Verbatim();
    } else if (shape->named) {
      Named(*shape);
    } else {
      Keyless(*shape);
    }
  }

  void List(const Shape& shape) {
    Take('[');
    out_.push_back('[');
    for (bool first = true; good_ && !Skip(']'); first = false) {
      if (!first) {
        Take(',');
        out_.push_back(',');
      }
      Value(&shape, false);
    }
    out_.push_back(']');
  }

  void Keyless(const Shape& shape) {
    Take('[');
    out_.push_back('{');
    bool first = true;
    for (size_t i = 0; good_ && !Skip(']'); ++i) {
      if (i > 0) {
        Take(',');
      }
      if (i >= shape.members.size()) {
        good_ = false;
        return;
      }
      const ShapeMember& member = shape.members[i];
      if (!member.nullable && SkipNull()) {
        continue;
      }
      out_ += first ? "\"" : ",\"";
      out_ += member.key;
      out_ += "\":";
      first = false;
      Value(member.inside, member.list);
    }
    out_.push_back('}');
  }

  void Named(const Shape& shape) {
    Take('{');
    out_.push_back('{');
    for (bool first = true; good_ && !Skip('}'); first = false) {
      if (!first) {
        Take(',');
        out_.push_back(',');
      }
      const std::string_view quoted = String();
      const std::string_view key =
          quoted.size() < 2 ? std::string_view() : quoted.substr(1, quoted.size() - 2);
      out_ += quoted;
      Take(':');
      out_.push_back(':');
      const ShapeMember* member = MemberNamed(shape, key);
      const auto part = &shape == &json::kRecordShape ? PackedPart(key) : nullptr;
      if (part != nullptr && member != nullptr && SkipNull()) {
        const std::string_view after = std::exchange(rest_, packed_.*part);
        Value(member->inside, member->list);
        good_ = good_ && rest_.empty();
        rest_ = after;
      } else {
        Value(member == nullptr ? nullptr : member->inside, member != nullptr && member->list);
      }
    }
    out_.push_back('}');
  }

  // One value as it stands.
  void Verbatim() {
    const std::string_view value = TakeValue(&rest_);
    good_ = good_ && !value.empty();
    out_ += value;
  }
  std::string_view String() {
    const std::string_view text = TakeString(&rest_);
    good_ = good_ && !text.empty();
    return text;
  }

  bool Skip(char c) { return SkipOne(c, &rest_); }
  void Take(char c) { good_ = good_ && Skip(c); }
  bool SkipNull() {
    if (rest_.substr(0, 4) != "null") {
      return false;
    }
    rest_.remove_prefix(4);
    return true;
  }

  const PackedRecord& packed_;
  std::string_view rest_;
  std::string out_;
  bool good_ = true;
};

void PutPacked(const Json& value, const Shape* shape, bool list, Writer* out);

void PutKeyed(const Json& object, const Shape& shape, Writer* out) {
  for (const auto& [key, value] : object.items()) {
    const ShapeMember* member = MemberNamed(shape, key);
    PutPacked(value, member == nullptr ? nullptr : member->inside,
              member != nullptr && member->list, &out->Key(key));
  }
  out->EndObject();
}

void PutPacked(const Json& value, const Shape* shape, bool list, Writer* out) {
  if (list) {
    out->BeginArray();
    for (const Json& one : value) {
      PutPacked(one, shape, false, out);
    }
    out->EndArray();
  } else if (shape == nullptr) {
    out->Raw(json::Dump(value));
  } else {
    PutKeyed(value, *shape, &(shape->named ? out->BeginObject() : out->BeginObject(*shape)));
  }
}

}  // namespace

std::string PackedRecord::*PackedPart(std::string_view name) {
  return name == "record"       ? &PackedRecord::record
         : name == "tables"     ? &PackedRecord::tables
         : name == "facts"      ? &PackedRecord::facts
         : name == "indicators" ? &PackedRecord::indicators
         : name == "relations"  ? &PackedRecord::relations
         : name == "paragraphs" ? &PackedRecord::paragraphs
                                : nullptr;
}

PackedRows::PackedRows(std::string_view list) : rest_(list) {
  if (!SkipOne('[', &rest_)) {
    rest_ = {};
  }
}

bool PackedRows::Next() {
  values_.clear();
  SkipOne(',', &rest_);
  if (!SkipOne('[', &rest_)) {
    return false;
  }
  while (!SkipOne(']', &rest_)) {
    SkipOne(',', &rest_);
    const std::string_view value = TakeValue(&rest_);
    if (value.empty()) {
      return false;
    }
    values_.push_back(value);
  }
  return true;
}

std::string PackedRows::operator[](size_t member) const {
  const std::string_view value = member < values_.size() ? values_[member] : "null";
  return value.front() == '"' ? Unquoted(value) : std::string(value == "null" ? "" : value);
}

bool PackedRows::Is(size_t member, std::string_view text) const {
  const std::string_view value = member < values_.size() ? values_[member] : "null";
  return value.front() == '"' && value.substr(1, value.size() - 2) == text;
}

std::vector<std::string> PackedStrings(std::string_view list) {
  std::vector<std::string> strings;
  for (SkipOne('[', &list); !list.empty() && list.front() == '"'; SkipOne(',', &list)) {
    const std::string_view quoted = TakeString(&list);
    if (quoted.empty()) {
      break;
    }
    strings.push_back(Unquoted(quoted));
  }
  return strings;
}

Result<PackedRecord> PackRecordJson(std::string_view record_json) {
  try {
    Json record = Json::parse(record_json);
    PackedRecord packed;
    for (const ShapeMember& member : json::kRecordShape.members) {
      if (const auto part = PackedPart(member.key)) {
        Json& value = record.at(std::string(member.key));
        Writer out(Writer::Form::kPacked);
        PutPacked(value, member.inside, member.list, &out);
        packed.*part = std::move(out).Take();
        value = nullptr;
      }
    }
    Writer out(Writer::Form::kPacked);
    out.BeginObject();
    for (const auto& [key, value] : record.items()) {
      const ShapeMember* member = value.is_null() ? nullptr : MemberNamed(json::kRecordShape, key);
      PutPacked(value, member == nullptr ? nullptr : member->inside,
                member != nullptr && member->list, &out.Key(key));
    }
    out.EndObject();
    packed.record = std::move(out).Take();
    packed.paragraphs = "[]";
    return packed;
  } catch (const nlohmann::json::exception& problem) {
    return Error{ErrorCode::kBrokenMarkup, std::string("is no record: ") + problem.what()};
  }
}

Result<std::string> UnpackRecord(const PackedRecord& packed) { return Unpacker(packed).Record(); }

}  // namespace crossfoot
