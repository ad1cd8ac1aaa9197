// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/subject.h"

#include <array>

#include "base/pattern.h"
#include "base/utf8.h"

namespace crossfoot {

std::string SubjectKey(std::string_view subject) {
  static const Pattern kLead(
      "^(?:[.,，。、：:；;\\s]|其中|按[^分]{1,24}分(?:类)?|20\\d\\d年度?|本年度?|我(?:单位|局|所|"
      "部门)|"
      "本(?:单位|局|所|部门)|共|累计)+");
  std::string folded = FoldLabel(subject);
  Pattern::Match match;
  if (kLead.Find(folded, 0, &match) && match.end < folded.size()) {
    folded.erase(0, match.end);
  }
  std::string key;
  for (size_t at = 0; at < folded.size();) {
    const Utf8Step step = DecodeUtf8(folded, at);
    static constexpr std::array<char32_t, 12> kDropped = {U'和', U'与', U'及', U'的', U'“',  U'”',
                                                          U'"',  U'「', U'」', U'《', U'》', U'·'};
    bool drop = false;
    for (const char32_t c : kDropped) {
      drop = drop || c == step.code;
    }
    if (!drop) {
      key.append(folded, at, step.length);
    }
    at += step.length;
  }
  return key;
}

bool SameThing(std::string_view key, std::string_view other) {
  if (key.empty() || other.empty()) {
    return false;
  }
  return key == other || key.ends_with(other) || other.ends_with(key);
}

}  // namespace crossfoot
