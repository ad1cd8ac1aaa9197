// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/office/xml_reader.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <expat.h>

namespace crossfoot {
namespace {

constexpr size_t kMostNodes = 16'000'000;
constexpr int kDepthPerLimit = 8;

struct ParserCloser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, ParserCloser>;

// What Expat calls back into; the first thing wrong stops it.
class Builder {
 public:
  Builder(XML_Parser parser, const Limits& limits)
      : parser_(parser), deepest_(static_cast<size_t>(kDepthPerLimit) * limits.nesting_depth) {
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, Begin, End);
    XML_SetCharacterDataHandler(parser, Characters);
    XML_SetEntityDeclHandler(parser, Entity);
  }

  MarkupTree tree;
  std::optional<Error> error;

 private:
  static Builder& Of(void* user) { return *static_cast<Builder*>(user); }

  static void Begin(void* user, const XML_Char* name, const XML_Char** attributes) {
    Builder& builder = Of(user);
    if (builder.open_.size() >= builder.deepest_ || builder.tree.size() >= kMostNodes) {
      builder.Stop({ErrorCode::kLimitExceeded, "has more XML elements, or deeper, than the limit"});
      return;
    }
    MarkupNode node;
    node.tag = name;
    for (; *attributes != nullptr; attributes += 2) {
      node.attributes.emplace_back(attributes[0], attributes[1]);
    }
    builder.pictures_ += node.tag == "office:binary-data" ? 1 : 0;
    builder.in_text_ = false;
    builder.open_.push_back(builder.tree.size());
    builder.tree.push_back(std::move(node));
  }
  static void End(void* user, const XML_Char* /*name*/) {
    Builder& builder = Of(user);
    MarkupNode& node = builder.tree[builder.open_.back()];
    builder.pictures_ -= node.tag == "office:binary-data" ? 1 : 0;
    node.end = builder.tree.size();
    builder.in_text_ = false;
    builder.open_.pop_back();
  }
  static void Characters(void* user, const XML_Char* text, int length) {
    Builder& builder = Of(user);
    if (builder.pictures_ > 0) {
      return;
    }
    // Expat hands a text over in pieces.
    if (!builder.in_text_) {
      builder.tree.emplace_back();
      builder.in_text_ = true;
    }
    builder.tree.back().text.append(text, static_cast<size_t>(length));
    builder.tree.back().end = builder.tree.size();
  }
  static void Entity(void* user, const XML_Char* /*name*/, int /*parameter*/,
                     const XML_Char* /*value*/, int /*length*/, const XML_Char* /*base*/,
                     const XML_Char* /*system*/, const XML_Char* /*public_id*/,
                     const XML_Char* /*notation*/) {
    Of(user).Stop({ErrorCode::kBrokenMarkup, "declares XML entities of its own"});
  }
  void Stop(Error what) {
    if (!error) {
      error = std::move(what);
    }
    XML_StopParser(parser_, XML_FALSE);
  }

  XML_Parser parser_;
  size_t deepest_;
  std::vector<size_t> open_;
  int pictures_ = 0;
  bool in_text_ = false;  // the last node is a text that may go on
};

}  // namespace

Result<MarkupTree> ParseXml(std::string_view xml, const Limits& limits) {
  const Parser parser(XML_ParserCreate(nullptr));
  if (parser == nullptr) {
    return Error{ErrorCode::kLimitExceeded, "needs more memory than there is"};
  }
  Builder builder(parser.get(), limits);
  constexpr size_t kPiece = size_t{1} << 20;
  for (size_t at = 0; at <= xml.size(); at += kPiece) {
    const std::string_view piece = xml.substr(at, kPiece);
    const bool last = at + kPiece > xml.size();
    const XML_Status status =
        XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (builder.error) {
      return *std::move(builder.error);
    }
    if (status != XML_STATUS_OK) {
      return Error{ErrorCode::kBrokenMarkup,
                   "is not well-formed XML (line " +
                       std::to_string(XML_GetCurrentLineNumber(parser.get())) + ")"};
    }
  }
  return std::move(builder.tree);
}

}  // namespace crossfoot
