// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/knowledge.h"

#include <utility>

#include "base/sha256.h"
#include "extract/extract.h"

namespace crossfoot {

std::vector<std::string> ArgumentsFor(const KnowledgeOptions& options) {
  std::vector<std::string> arguments;
  if (!options.lexicon.empty()) {
    arguments.insert(arguments.end(), {"--lexicon", options.lexicon});
  }
  for (const std::string& pack : options.packs) {
    arguments.insert(arguments.end(), {"--pack", pack});
  }
  return arguments;
}

Result<Knowledge> ReadKnowledge(const KnowledgeOptions& options) {
  constexpr size_t kFingerprintDigits = 12;
  Knowledge knowledge;
  std::string texts;
  if (!options.lexicon.empty()) {
    CROSSFOOT_TRY(const Source source, ReadSource(options.lexicon));
    texts += "lexicon\n" + source.bytes;
    CROSSFOOT_TRY(knowledge.lexicon, Lexicon::Read(source.bytes, options.lexicon));
  }
  for (const std::string& path : options.packs) {
    CROSSFOOT_TRY(const Source source, ReadSource(path));
    texts += "\npack\n" + source.bytes;
    CROSSFOOT_TRY(knowledge.rules, knowledge.rules.With(source.bytes, path));
  }
  if (!texts.empty()) {
    knowledge.fingerprint = Sha256Hex(texts).substr(0, kFingerprintDigits);
  }
  return knowledge;
}

}  // namespace crossfoot
