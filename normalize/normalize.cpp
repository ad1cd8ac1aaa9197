// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/normalize.h"

#include "normalize/prose_facts.h"

namespace crossfoot {

FactSet Normalize(const Document& document, const Lexicon& lexicon) {
  FactSet facts;
  facts.lexicon_version = lexicon.version();
  for (const TextAddress& address : document.AllTexts()) {
    const normalize::ScannedText text(document, address, lexicon);
    normalize::ReadProseFacts(text, lexicon, 0, &facts);
  }
  return facts;
}

}  // namespace crossfoot
