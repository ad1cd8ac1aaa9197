// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the parent and a worker process say to each other, as bytes.
//
// A frame is its length (eight bytes, least first) and a payload; a payload is a run of values,
// each a tag and its content. Requests go one way with the open report beside them (an open file
// handed over, so that a worker needs no right to open any itself); replies go the other. Whoever
// reads trusts nothing: a reply that does not parse to its end is none.
//
// Tested by tests/corpus/wire_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "corpus/row_pack.h"

namespace crossfoot {

struct WorkRequest {
  enum class Kind : uint8_t {
    kReport,   // read it and say what it holds
    kList,     // it is an archive: say what is in it
    kPicture,  // paint its page `page`
    kText,     // give its decoded text
    kMark,     // give it back with `argument` drawn into it
  };
  Kind kind = Kind::kReport;
  std::string name;          // as in sources.path
  int64_t member = -1;       // of the archive handed over; -1: the file itself
  std::string known_sha256;  // with these bytes nothing needs to be done; empty: do it anyway
  int64_t page = 0;
  std::string argument = {};
};

struct ArchiveMember {
  int64_t index = 0;
  std::string name;
  int64_t bytes = 0;
};

struct WorkReply {
  enum class Kind : uint8_t {
    kHello,    // said once, when a worker is ready; `message` says how it is confined
    kRows,     // the report was read
    kSame,     // its bytes are the known ones
    kFailed,   // it could not be read: `error`
    kListing,  // `members`
    kView,     // `message`: a picture (its measures are in rows[0]), a text, or a file
  };
  Kind kind = Kind::kFailed;
  std::string sha256;  // empty where the bytes could not be read
  int64_t bytes = 0;
  std::string media_type;
  int64_t pages = 0;
  RowPack rows;
  std::vector<ArchiveMember> members;
  std::optional<Error> error;
  std::string message;
};

inline constexpr size_t kFrameHead = 8;

// Whole frames.
std::string EncodeRequest(const WorkRequest& request);
std::string EncodeReply(const WorkReply& reply);
// The payload's length, from a frame's first kFrameHead bytes.
uint64_t PayloadLength(std::string_view head);
// From a payload. nullopt where it is not exactly one request or reply.
std::optional<WorkRequest> DecodeRequest(std::string_view payload);
std::optional<WorkReply> DecodeReply(std::string_view payload);

}  // namespace crossfoot
