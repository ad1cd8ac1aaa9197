// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/normalize.h"

namespace crossfoot {

FactSet Normalize(const Document& /*document*/, const Lexicon& lexicon) {
  FactSet facts;
  facts.lexicon_version = lexicon.version();
  return facts;
}

}  // namespace crossfoot
