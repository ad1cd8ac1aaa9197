// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numeral_listing.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/utf8.h"

namespace crossfoot {
namespace {

constexpr size_t kContext = 10;  // characters on either side

struct Taken {
  size_t begin = 0;
  size_t end = 0;
  std::string_view kind;
  std::string reading;
};

bool IsChineseNumeral(char32_t code) {
  constexpr std::u32string_view kNumerals = U"〇零一二两三四五六七八九十百千万亿";
  return kNumerals.find(code) != std::u32string_view::npos;
}

std::string ReadingOf(const Fact& fact) {
  std::string out = fact.quantity.value.ToString();
  const auto add = [&](std::string_view what) {
    out += " | ";
    out += what.empty() ? "-" : what;
  };
  out += fact.quantity.unit.symbol.empty() ? "" : " " + fact.quantity.unit.symbol;
  add(fact.scope == Scope::kUnknown ? "" : ScopeName(fact.scope));
  add(fact.period.ToString());
  add(fact.metric);
  add(fact.subject);
  return out;
}

std::string ReadingOf(const Mention& mention) {
  switch (mention.kind) {
    case MentionKind::kYear:
      return std::to_string(mention.year);
    case MentionKind::kDate:
      return std::to_string(mention.year) + "-" + std::to_string(mention.month) + "-" +
             std::to_string(mention.day);
    case MentionKind::kOrdinal:
      return std::to_string(mention.ordinal);
    default:
      return "-";
  }
}

// Tabs and line ends would break the list.
std::string OneLine(std::string_view words) {
  std::string out;
  for (const char c : words) {
    out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

std::string ContextBefore(std::string_view text, size_t begin) {
  size_t from = begin;
  for (size_t i = 0; i < kContext && from > 0; ++i) {
    from -= DecodeUtf8Before(text, from).length;
  }
  return OneLine(text.substr(from, begin - from));
}

std::string ContextAfter(std::string_view text, size_t end) {
  size_t to = end;
  for (size_t i = 0; i < kContext && to < text.size(); ++i) {
    to += DecodeUtf8(text, to).length;
  }
  return OneLine(text.substr(end, to - end));
}

class Lister {
 public:
  explicit Lister(std::vector<ListedNumeral>* out) : out_(*out) {}

  // `taken` is in order and does not overlap.
  void Add(const Text& text, const std::vector<Taken>& taken, std::string_view digits,
           std::string_view chinese) {
    size_t at = 0;
    for (const Taken& numeral : taken) {
      AddLeft(text, at, numeral.begin, digits, chinese);
      Put(text, numeral.begin, numeral.end, numeral.kind, numeral.reading);
      at = std::max(at, numeral.end);
    }
    AddLeft(text, at, text.utf8().size(), digits, chinese);
  }

 private:
  // What stands in [begin, end), which nothing took.
  void AddLeft(const Text& text, size_t begin, size_t end, std::string_view digits,
               std::string_view chinese) {
    const std::string& words = text.utf8();
    for (size_t i = begin; i < end;) {
      const size_t from = i;
      bool digit = false;
      while (i < end) {
        const Utf8Step step = DecodeUtf8(words, i);
        const bool is_digit = DigitValue(step.code) >= 0;
        if (!is_digit && !IsChineseNumeral(step.code)) {
          break;
        }
        digit = digit || is_digit;
        i += step.length;
      }
      if (i == from) {
        i += std::max<size_t>(1, DecodeUtf8(words, i).length);
      } else if (!digit || !digits.empty()) {
        const std::string_view kind = digit ? digits : chinese;
        if (!kind.empty()) {
          Put(text, from, i, kind, "-");
        }
      }
    }
  }

  void Put(const Text& text, size_t begin, size_t end, std::string_view kind,
           const std::string& reading) {
    out_.push_back({text.PlaceOf(begin, end), kind, OneLine(text.View(begin, end)), reading,
                    ContextBefore(text.utf8(), begin), ContextAfter(text.utf8(), end)});
  }

  std::vector<ListedNumeral>& out_;
};

}  // namespace

std::vector<ListedNumeral> ListNumerals(const Document& document, const FactSet& facts) {
  std::map<TextAddress, std::vector<Taken>> taken;
  for (const Fact& fact : facts.facts) {
    taken[fact.anchor.address].push_back(
        {fact.anchor.begin, fact.anchor.end, "fact", ReadingOf(fact)});
  }
  for (const Mention& mention : facts.mentions) {
    taken[mention.anchor.address].push_back({mention.anchor.begin, mention.anchor.end,
                                             MentionKindName(mention.kind), ReadingOf(mention)});
  }
  std::vector<ListedNumeral> out;
  Lister lister(&out);
  for (const TextAddress& address : document.AllTexts()) {
    std::vector<Taken>& here = taken[address];
    std::stable_sort(here.begin(), here.end(),
                     [](const Taken& a, const Taken& b) { return a.begin < b.begin; });
    lister.Add(document.TextAt(address), here, "unread", "word");
  }
  for (const Text& text : document.furniture) {
    lister.Add(text, {}, "furniture", "");
  }
  return out;
}

std::string PrintNumerals(std::string_view source, const Document& document, const FactSet& facts) {
  std::string out;
  for (const ListedNumeral& numeral : ListNumerals(document, facts)) {
    out += OneLine(source);
    out += numeral.place.page > 0 ? ":p" + std::to_string(numeral.place.page)
                                  : ":" + std::to_string(numeral.place.line) + ":" +
                                        std::to_string(numeral.place.column);
    out += '\t';
    out += numeral.kind;
    out += '\t' + numeral.printed + '\t' + OneLine(numeral.reading) + '\t' + numeral.before + "【" +
           numeral.printed + "】" + numeral.after + '\n';
  }
  return out;
}

}  // namespace crossfoot
