// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/html/gumbo_reader.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gumbo.h>

#include "extract/html/compact_source.h"
#include "extract/html/unread_attributes.h"

namespace crossfoot {
namespace {

constexpr int kMostTags = 4'000'000;
constexpr int kDepthPerLimit = 8;  // 64 × 8 = 512, where browsers stop nesting too

// Memory that is given back all at once. Gumbo frees its tree by recursion, which a deep one would
// turn into a stack overflow.
class Arena {
 public:
  void* Allocate(size_t bytes) {
    const size_t size = (bytes + alignof(std::max_align_t) - 1) & ~(alignof(std::max_align_t) - 1);
    if (size > left_) {
      const size_t chunk = std::max(size, next_chunk_);
      next_chunk_ = std::min(2 * next_chunk_, kLargestChunk);
      chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(chunk));
      next_ = chunks_.back().get();
      left_ = chunk;
    }
    void* const result = next_;
    next_ += size;
    left_ -= size;
    return result;
  }

 private:
  static constexpr size_t kLargestChunk = size_t{1} << 20;
  size_t next_chunk_ = size_t{1} << 16;
  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  size_t left_ = 0;
};

void* AllocateIn(void* arena, size_t bytes) { return static_cast<Arena*>(arena)->Allocate(bytes); }
void KeepUntilTheEnd(void* /*arena*/, void* /*memory*/) {}

bool IsNameByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Elements that the next of their kind closes, or that hold nothing: they do not nest by
// themselves.
bool ClosesItself(std::string_view name) {
  static constexpr std::array<std::string_view, 24> kNames = {
      "p",    "li",  "td",     "th",   "tr",    "tbody", "thead", "tfoot",
      "dd",   "dt",  "option", "br",   "hr",    "img",   "input", "meta",
      "link", "col", "area",   "base", "param", "wbr",   "embed", "source"};
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::find(kNames.begin(), kNames.end(), lower) != kNames.end();
}

bool IsFormatting(std::string_view name) {
  static constexpr std::array<std::string_view, 14> kNames = {
      "a",    "b", "big",   "code",   "em",     "font", "i",
      "nobr", "s", "small", "strike", "strong", "tt",   "u"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// What the parser would do with the tags, told before it does it. Two costs are not linear:
// formatting that was never closed is opened again in every block, and each attribute is compared
// with those before it.
class BoundsCheck {
 public:
  BoundsCheck(std::string_view utf8, const Limits& limits)
      : utf8_(utf8), deepest_allowed_(int64_t{kDepthPerLimit} * limits.nesting_depth) {}

  Result<bool> Run() {
    for (size_t at = utf8_.find('<'); at != std::string_view::npos; at = utf8_.find('<', at + 1)) {
      ++tags_;
      reopened_ += static_cast<int64_t>(formatting_.size());
      ReadTag(at);
      if (tags_ > kMostTags) {
        return Over("more tags than the limit of " + std::to_string(kMostTags));
      }
      if (depth_ > deepest_allowed_ ||
          static_cast<int64_t>(formatting_.size()) > deepest_allowed_) {
        return Over("tags nested deeper than the limit of " + std::to_string(deepest_allowed_));
      }
      if (reopened_ > kMostReopened) {
        return Over("formatting that is never closed");
      }
      if (too_many_attributes_) {
        return Over("more attributes in a tag than the limit of " +
                    std::to_string(kMostAttributes));
      }
    }
    return true;
  }

 private:
  static constexpr int64_t kMostReopened = 20'000'000;
  static constexpr int kMostAttributes = 500;

  static Error Over(const std::string& what) {
    return Error{ErrorCode::kLimitExceeded, "has " + what};
  }

  void ReadTag(size_t at) {
    size_t name = at + 1;
    const bool closing = name < utf8_.size() && utf8_[name] == '/';
    name += closing ? 1 : 0;
    size_t end = name;
    while (end < utf8_.size() && IsNameByte(utf8_[end])) {
      ++end;
    }
    if (end == name) {
      return;
    }
    std::string lower(utf8_.substr(name, end - name));
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const size_t close = closing ? end : EndOfTag(end);
    if (IsFormatting(lower)) {
      CountFormatting(lower, utf8_.substr(name, close - name), closing);
    }
    if (!ClosesItself(lower)) {
      depth_ = std::max<int64_t>(0, depth_ + (closing ? -1 : 1));
    }
  }

  // Where the tag whose name ends at `at` ends, were it one. Every `<` is asked, also those inside
  // quotes and comments; what an earlier answer read is not read again: at one place a scan is
  // outside quotes or inside one of two kinds, so that three scans are all there ever are.
  size_t EndOfTag(size_t at) {
    TagScan* oldest = scans_.data();
    for (TagScan& scan : scans_) {
      if (scan.end > at && scan.at <= at) {
        Advance(at, &scan);
        if (scan.quote == 0) {
          return scan.end;  // the same scan, with fewer attributes
        }
      }
      oldest = scan.end < oldest->end ? &scan : oldest;
    }
    *oldest = {at, 0, ScanTag(at)};
    return oldest->end;
  }

  struct TagScan {
    size_t at = 0;
    char quote = 0;  // that it stands inside of, or 0
    size_t end = 0;
  };

  void Advance(size_t to, TagScan* scan) const {
    for (; scan->at < to; ++scan->at) {
      const char c = utf8_[scan->at];
      if (scan->quote != 0) {
        scan->quote = c == scan->quote ? '\0' : scan->quote;
      } else if (c == '"' || c == '\'') {
        scan->quote = c;
      }
    }
  }

  // Counts the attributes on the way: runs of anything between blanks outside quotes.
  size_t ScanTag(size_t at) {
    char quote = 0;
    bool blank = false;
    int attributes = 0;
    for (; at < utf8_.size() && attributes <= kMostAttributes; ++at) {
      const char c = utf8_[at];
      if (quote != 0) {
        quote = c == quote ? '\0' : quote;
      } else if (c == '>') {
        break;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else {
        const bool here = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '/';
        attributes += blank && !here ? 1 : 0;
        blank = here;
      }
    }
    too_many_attributes_ = too_many_attributes_ || attributes > kMostAttributes;
    return at;
  }

  // As the parser does: of elements that are alike three stay open at most.
  void CountFormatting(const std::string& name, std::string_view tag, bool closing) {
    constexpr int kAlikeAtMost = 3;
    if (closing) {
      for (size_t i = formatting_.size(); i-- > 0;) {
        if (formatting_[i].first == name) {
          formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(i));
          return;
        }
      }
      return;
    }
    int alike = 0;
    for (const auto& open : formatting_) {
      alike += open.second == tag ? 1 : 0;
    }
    if (alike < kAlikeAtMost) {
      formatting_.emplace_back(name, tag);
    }
  }

  std::string_view utf8_;
  int64_t deepest_allowed_;
  int64_t depth_ = 0;
  int64_t tags_ = 0;
  int64_t reopened_ = 0;
  bool too_many_attributes_ = false;
  std::array<TagScan, 3> scans_{};
  std::vector<std::pair<std::string, std::string_view>> formatting_;  // not closed so far
};

class TreeBuilder {
 public:
  TreeBuilder(const CompactSource& source, MarkupTree* tree) : source_(source), tree_(*tree) {}

  // Iterative: the tree may be as deep as the limit. False where a text cannot be put back.
  bool Build(const GumboNode* root) {
    struct Open {
      const GumboVector* children;
      unsigned next = 0;
      size_t node = 0;
    };
    std::vector<Open> open;
    const auto enter = [&](const GumboNode* node) {
      const size_t index = Add(node);
      if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) {
        open.push_back({&node->v.element.children, 0, index});
      }
    };
    enter(root);
    while (!open.empty()) {
      Open& top = open.back();
      if (top.next == top.children->length) {
        tree_[top.node].end = tree_.size();
        open.pop_back();
        continue;
      }
      const auto* child = static_cast<const GumboNode*>(top.children->data[top.next++]);
      if (child->type != GUMBO_NODE_COMMENT && child->type != GUMBO_NODE_DOCUMENT) {
        enter(child);
      }
    }
    return tallies_;
  }

 private:
  [[nodiscard]] size_t OffsetOf(const char* place, size_t otherwise) const {
    const std::string_view bytes = source_.bytes();
    const bool inside = place >= bytes.data() && place <= bytes.data() + bytes.size();
    return inside ? static_cast<size_t>(place - bytes.data()) : otherwise;
  }

  size_t Add(const GumboNode* node) {
    MarkupNode out;
    if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) {
      const GumboElement& element = node->v.element;
      out.tag = gumbo_normalized_tagname(element.tag);
      if (out.tag.empty()) {
        out.tag = "unknown";
      }
      last_offset_ = OffsetOf(element.original_tag.data, last_offset_);
      out.offset = source_.SourceOffset(last_offset_);
      for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
        if (IsReadAttribute(attribute->name)) {
          out.attributes.emplace_back(attribute->name, attribute->value);
        }
      }
    } else {
      const GumboStringPiece& original = node->v.text.original_text;
      const size_t begin = OffsetOf(original.data, last_offset_);
      const size_t length = std::min(original.length, source_.bytes().size() - begin);
      std::optional<std::string> text = source_.Restore(node->v.text.text, begin, begin + length);
      tallies_ = tallies_ && text.has_value();
      out.text = std::move(text).value_or(std::string());
      out.offset = source_.SourceOffset(begin);
      out.raw = source_.Source(begin, begin + length);
      last_offset_ = begin;
    }
    out.end = tree_.size() + 1;
    tree_.push_back(std::move(out));
    return tree_.size() - 1;
  }

  const CompactSource& source_;
  MarkupTree& tree_;
  size_t last_offset_ = 0;  // in the compact source
  bool tallies_ = true;
};

// Nothing where the tree cannot be led back to the whole source.
Result<std::optional<MarkupTree>> Parse(const CompactSource& source) {
  Arena arena;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = AllocateIn;
  options.deallocator = KeepUntilTheEnd;
  options.userdata = &arena;
  options.max_errors = 0;
  const std::string_view bytes = source.bytes();
  const GumboOutput* output = gumbo_parse_with_options(&options, bytes.data(), bytes.size());
  if (output == nullptr || output->root == nullptr) {
    return Error{ErrorCode::kBrokenMarkup, "cannot be parsed as HTML"};
  }
  MarkupTree tree;
  const bool whole = TreeBuilder(source, &tree).Build(output->root);
  return whole ? std::optional(std::move(tree)) : std::nullopt;
}

}  // namespace

Result<MarkupTree> ParseHtml(std::string_view utf8, const Limits& limits) {
  const CompactSource compact(utf8);
  CROSSFOOT_TRY(const bool bounded, BoundsCheck(compact.bytes(), limits).Run());
  static_cast<void>(bounded);
  CROSSFOOT_TRY(std::optional<MarkupTree> tree, Parse(compact));
  if (!tree) {
    CROSSFOOT_TRY(tree, Parse(CompactSource::AsItStands(utf8)));
  }
  return std::move(*tree);
}

}  // namespace crossfoot
