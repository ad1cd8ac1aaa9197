// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/deflated.h"

#include <algorithm>

#include <zlib.h>

namespace crossfoot {

std::string Deflated(std::string_view text) {
  uLongf length = compressBound(static_cast<uLong>(text.size()));
  std::string out(length, '\0');
  const int done =
      compress2(reinterpret_cast<Bytef*>(out.data()), &length,
                reinterpret_cast<const Bytef*>(text.data()), static_cast<uLong>(text.size()), 1);
  out.resize(done == Z_OK ? length : 0);
  return out;
}

std::optional<std::string> Inflated(std::string_view bytes, size_t most) {
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) {
    return std::nullopt;
  }
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // only read
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  int done = Z_OK;
  while (done == Z_OK && out.size() <= most) {
    const size_t have = out.size();
    out.resize(have + std::max<size_t>(bytes.size() * 4, 4096));
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + have);
    stream.avail_out = static_cast<uInt>(out.size() - have);
    done = inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
  }
  const bool whole = done == Z_STREAM_END && stream.avail_in == 0 && out.size() <= most;
  inflateEnd(&stream);
  return whole ? std::optional<std::string>(std::move(out)) : std::nullopt;
}

}  // namespace crossfoot
