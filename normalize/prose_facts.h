// SPDX-License-Identifier: GPL-3.0-or-later
//
// Facts from running text (叙述中的事实), clause by clause.
//
// METHOD      each quantity takes the words of its own clause (clause.h, subject.h); what they
// leave
//             out it takes from what the sentence before it established: 其中…万元 inherits scope
//             and period, 增长… and 占… the subject; 分别为 deals its figures out in order.
// LIMITS      a bare number stays bare; nothing is guessed from a figure's size.
//
// Tested by tests/normalize/prose_facts_test.cpp.
#pragma once

#include "normalize/scanned_text.h"

namespace crossfoot::normalize {

// Appends the facts and mentions of `text`, in order. Year and body of `facts->identity` are known
// by now; the body's name at the head of a clause is left out of the subject.
void ReadProseFacts(const ScannedText& text, const Lexicon& lexicon, FactSet* facts);

// The mention that a reading is.
Mention MentionOf(const ScannedText& text, const Reading& reading);

}  // namespace crossfoot::normalize
