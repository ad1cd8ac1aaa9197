// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/charset.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include "base/utf8.h"

namespace crossfoot {
namespace {

using std::string_view_literals::operator""sv;

struct Mark {
  std::string_view bytes;
  const char* charset;
};

// Longest first: the mark of UTF-32 begins with that of UTF-16.
constexpr std::array<Mark, 5> kMarks = {{{"\xFF\xFE\0\0"sv, "UTF-32LE"},
                                         {"\0\0\xFE\xFF"sv, "UTF-32BE"},
                                         {"\xEF\xBB\xBF"sv, "UTF-8"},
                                         {"\xFF\xFE"sv, "UTF-16LE"},
                                         {"\xFE\xFF"sv, "UTF-16BE"}}};

// The commonest characters of simplified and traditional report prose; about half of any Chinese
// text.
constexpr std::u32string_view kCommon =
    U"的一是在不了有和人这中大为上个国我以要时来用们生到作地于出就分对成会可主发年动同工也能下过子"
    U"产种面而"
    U"方后多定行学法所民得经十三之进等部度家力如水化高自二理起小物现实加量都两体制机当使点从业本性"
    U"应开合还因"
    U"由其前外政四日社义事平形相全表间与关各重新内数正心明原利比或质第向道变条只结解问意建月公无系"
    U"情最代通提"
    U"展五果员位入常文总次品式活设及管特件长求基资流级少统接知较将组计别期运指区强放保治规领务具万"
    U"目支预算决"
    U"收项财监督绩效评单费完率标部整执元情况医疗卫生县市省局院科室职责目標個們來為國會發過說對時實"
    U"經學業點體"
    U"務財預決監績評單費執醫療衛縣職責與關總計設長產無開員機構動從後應進還當種間現點問題區團網頁";

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Strict: the first fault ends it.
std::optional<std::string> Convert(std::string_view bytes, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterCloser> converter(ucnv_open(charset, &status));
  if (U_FAILURE(status)) {
    return std::nullopt;
  }
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::string utf8;
  utf8.reserve(bytes.size() + bytes.size() / 2);
  std::vector<UChar> units(size_t{16} << 10);
  std::vector<char> piece(units.size() * 3);
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  UChar pending = 0;  // a lead surrogate whose trail is in the next piece
  do {
    UChar* target = units.data();
    if (pending != 0) {
      *target++ = pending;
      pending = 0;
    }
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end, nullptr, 1,
                   &status);
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) {
      return std::nullopt;
    }
    auto count = static_cast<int32_t>(target - units.data());
    if (count > 0 && U16_IS_LEAD(units[static_cast<size_t>(count) - 1])) {
      pending = units[static_cast<size_t>(--count)];
    }
    int32_t written = 0;
    UErrorCode to_utf8 = U_ZERO_ERROR;
    u_strToUTF8(piece.data(), static_cast<int32_t>(piece.size()), &written, units.data(), count,
                &to_utf8);
    if (U_FAILURE(to_utf8)) {
      return std::nullopt;
    }
    utf8.append(piece.data(), static_cast<size_t>(written));
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return pending == 0 ? std::optional(std::move(utf8)) : std::nullopt;
}

// How likely text is what its author wrote: the share of common characters among what is not ASCII,
// less what no report holds. 0 to 1.
float Likelihood(std::string_view utf8) {
  constexpr size_t kSample = 64 << 10;
  static const std::vector<char32_t> common = [] {
    std::vector<char32_t> sorted(kCommon.begin(), kCommon.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
  }();
  size_t foreign = 0;
  size_t good = 0;
  size_t bad = 0;
  for (size_t i = 0; i < std::min(utf8.size(), kSample);) {
    const Utf8Step step = DecodeUtf8(utf8, i);
    i += step.length;
    const bool control = step.code < 0x20 && !IsBlank(step.code) && step.code != 0;
    const bool unused = (step.code >= 0xE000 && step.code <= 0xF8FF) || step.code == kReplacement ||
                        (step.code >= 0x80 && step.code < 0xA0) || step.code > 0x2FFFF;
    bad += control || unused ? 1 : 0;
    if (step.code < 0x80) {
      continue;
    }
    ++foreign;
    const bool punctuation = (step.code >= 0x3000 && step.code <= 0x3011) || step.code == 0xFF0C ||
                             step.code == 0xFF1A || step.code == 0xFF1B || step.code == 0x201C ||
                             step.code == 0x201D;
    good += punctuation || std::binary_search(common.begin(), common.end(), step.code) ? 1 : 0;
  }
  if (foreign == 0) {
    return bad == 0 ? 1.0F : 0.0F;
  }
  return std::max(
      0.0F, (static_cast<float>(good) - 3 * static_cast<float>(bad)) / static_cast<float>(foreign));
}

// GBK, gb2312, utf8 … as the names used here; empty for anything else.
std::string_view CanonicalName(std::string_view declared) {
  std::string name;
  for (const char c : declared) {
    if (c != '-' && c != '_' && c != ' ') {
      name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  if (name == "gb2312" || name == "gbk" || name == "gb18030" || name == "cp936") {
    return "GB18030";
  }
  if (name == "big5" || name == "cp950" || name == "big5hkscs") {
    return "Big5";
  }
  return name == "utf8" ? "UTF-8" : std::string_view{};
}

struct Candidate {
  const char* charset;
  float likelihood = 0;
  std::string utf8;
};

// Latin text: single bytes above 0x7F between ASCII letters, none in pairs.
bool IsLatin(std::string_view bytes) {
  size_t high = 0;
  size_t paired = 0;
  for (size_t i = 0; i < bytes.size(); ++i) {
    const bool here = static_cast<unsigned char>(bytes[i]) >= 0x80;
    const bool before = i > 0 && static_cast<unsigned char>(bytes[i - 1]) >= 0x80;
    high += here ? 1 : 0;
    paired += here && before ? 1 : 0;
  }
  return high > 0 && paired * 20 < high && high * 5 < bytes.size();
}

Error Undecidable(std::string_view bytes, const std::vector<Candidate>& candidates) {
  std::string message;
  if (candidates.empty()) {
    message = "is none of UTF-8, UTF-16, GB18030 and Big5 (UTF-8 fails at byte " +
              std::to_string(FindInvalidUtf8(bytes)) + ")";
  } else {
    message = "could be ";
    for (size_t i = 0; i < candidates.size(); ++i) {
      message += (i == 0 ? "" : i + 1 == candidates.size() ? " or " : ", ");
      message += candidates[i].charset;
    }
    message += "; which, cannot be told";
  }
  return Error{ErrorCode::kInvalidEncoding, message};
}

Result<DecodedText> DecodeUnmarked(std::string_view bytes, std::string_view declared) {
  constexpr float kLikelyEnough = 0.22F;
  constexpr float kClearlyBest = 1.4F;
  std::vector<Candidate> candidates;
  const bool nuls = bytes.substr(0, 64 << 10).find('\0') != std::string_view::npos;
  for (const char* charset : {"GB18030", "Big5", "UTF-16LE", "UTF-16BE"}) {
    const bool wide = std::string_view(charset).starts_with("UTF-16");
    if ((wide && bytes.size() % 2 != 0) || (!wide && nuls)) {
      continue;
    }
    if (auto utf8 = Convert(bytes, charset)) {
      const float likelihood = Likelihood(*utf8);
      candidates.push_back({charset, likelihood, std::move(*utf8)});
    }
  }
  std::stable_sort(
      candidates.begin(), candidates.end(),
      [](const Candidate& a, const Candidate& b) { return a.likelihood > b.likelihood; });
  const bool likely = !candidates.empty() && candidates.front().likelihood >= kLikelyEnough;
  const bool clear =
      likely && (candidates.size() == 1 ||
                 candidates[0].likelihood >= kClearlyBest * candidates[1].likelihood);
  if (clear) {
    return DecodedText{std::move(candidates.front().utf8), candidates.front().charset, false};
  }
  if (IsLatin(bytes)) {
    if (auto utf8 = Convert(bytes, "windows-1252")) {
      return DecodedText{std::move(*utf8), "windows-1252", true};
    }
  }
  const std::string_view name = CanonicalName(declared);
  for (Candidate& candidate : candidates) {
    if (candidate.charset == name) {
      return DecodedText{std::move(candidate.utf8), candidate.charset, true};
    }
  }
  if (likely) {
    std::erase_if(candidates, [&](const Candidate& c) { return c.likelihood < kLikelyEnough; });
  }
  return Undecidable(bytes, candidates);
}

}  // namespace

std::string_view DeclaredCharset(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 1024);
  const size_t at = head.find("charset=");
  if (at == std::string_view::npos) {
    return {};
  }
  size_t begin = at + 8;
  while (begin < head.size() && (head[begin] == '"' || head[begin] == '\'')) {
    ++begin;
  }
  const size_t end = head.find_first_of("\"'; />", begin);
  return head.substr(begin, end == std::string_view::npos ? end : end - begin);
}

Result<DecodedText> DecodeText(std::string_view bytes, std::string_view declared,
                               const Limits& limits) {
  if (static_cast<int64_t>(bytes.size()) > 2 * limits.text_bytes) {
    return Error{ErrorCode::kLimitExceeded,
                 "has more text than the limit of " + std::to_string(limits.text_bytes) + " bytes"};
  }
  Result<DecodedText> decoded = DecodedText{};
  const auto mark = std::find_if(kMarks.begin(), kMarks.end(),
                                 [&](const Mark& m) { return bytes.starts_with(m.bytes); });
  if (mark != kMarks.end()) {
    const std::string_view rest = bytes.substr(mark->bytes.size());
    if (mark->charset == "UTF-8"sv) {
      const size_t fault = FindInvalidUtf8(rest);
      if (fault != std::string_view::npos) {
        return Error{ErrorCode::kInvalidEncoding, "is marked as UTF-8, but byte " +
                                                      std::to_string(fault + mark->bytes.size()) +
                                                      " is not"};
      }
      decoded = DecodedText{std::string(rest), "UTF-8", false};
    } else if (auto utf8 = Convert(rest, mark->charset)) {
      decoded = DecodedText{std::move(*utf8), mark->charset, false};
    } else {
      return Error{ErrorCode::kInvalidEncoding,
                   std::string("is marked as ") + mark->charset + ", but does not decode as it"};
    }
  } else if (IsValidUtf8(bytes) &&
             (bytes.find('\0') == std::string_view::npos || bytes.size() % 2 != 0)) {
    decoded = DecodedText{std::string(bytes), "UTF-8", false};
  } else {
    decoded = DecodeUnmarked(bytes, declared);
    if (!decoded.ok() && IsValidUtf8(bytes)) {
      decoded = DecodedText{std::string(bytes), "UTF-8", true};  // UTF-8 with stray NULs
    }
  }
  if (decoded.ok() && static_cast<int64_t>(decoded->utf8.size()) > limits.text_bytes) {
    return Error{ErrorCode::kLimitExceeded,
                 "has more text than the limit of " + std::to_string(limits.text_bytes) + " bytes"};
  }
  return decoded;
}

}  // namespace crossfoot
