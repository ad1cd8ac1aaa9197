// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf/content_meter.h"

#include <cstdio>

#include <poppler/Dict.h>
#include <poppler/Stream.h>

namespace crossfoot {
namespace {

constexpr int64_t kMostUnfolding = 1040;  // × the size of a stream, by one filter

// An upper bound of the unfolded size, from what the stream says of itself; or -1.
int64_t BoundOf(Object* stream) {
  Dict* dictionary = stream->streamGetDict();
  const Object length = dictionary->lookup("Length");
  const Object filter = dictionary->lookup("Filter");
  const bool one =
      filter.isNull() || filter.isName() || (filter.isArray() && filter.arrayGetLength() <= 1);
  return one && length.isInt() && length.getInt() >= 0 ? length.getInt() * kMostUnfolding : -1;
}

int64_t Unfold(Object* stream, int64_t most) {
  int64_t size = 0;
  stream->streamReset();
  while (size <= most && stream->streamGetChar() != EOF) {
    ++size;
  }
  stream->streamClose();
  return size;
}

}  // namespace

int64_t ContentMeter::Measure(Object* contents, bool exactly) const {
  if (contents->isArray()) {
    int64_t size = 0;
    for (int i = 0; i < contents->arrayGetLength() && size <= left_; ++i) {
      Object part = contents->arrayGet(i);
      size += part.isStream() ? Measure(&part, exactly) : 1;
    }
    return size;
  }
  if (!contents->isStream()) {
    return 0;
  }
  const int64_t bound = BoundOf(contents);
  return !exactly && bound >= 0 && bound <= left_ ? 0 : Unfold(contents, left_);
}

bool ContentMeter::Take(Object* contents) {
  const int64_t size = Measure(contents, false);
  left_ -= size;
  return left_ >= 0;
}

bool ContentMeter::Take(Object* form, Ref id) {
  const int64_t size = Measure(form, true);
  forms_[id.num] = size;
  left_ -= size;
  return left_ >= 0;
}

bool ContentMeter::TakeAgain(Ref id) {
  const auto form = forms_.find(id.num);
  if (form == forms_.end() || form->second > left_) {
    return false;
  }
  left_ -= form->second;
  return true;
}

}  // namespace crossfoot
