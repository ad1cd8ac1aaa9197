// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/wire.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

WorkReply SomeReply() {
  WorkReply reply;
  reply.kind = WorkReply::Kind::kRows;
  reply.sha256 = "abc";
  reply.bytes = 12;
  reply.media_type = "text/plain";
  reply.pages = 3;
  reply.rows = {{4, {int64_t{-1}, std::string("预算"), 0.5, SqlValue()}}, {5, {}}};
  reply.members = {{7, "a.txt", 9}};
  return reply;
}

std::string PayloadOf(const std::string& frame) {
  EXPECT_EQ(PayloadLength(frame), frame.size() - kFrameHead);
  return frame.substr(kFrameHead);
}

TEST(Wire, WhatIsSaidIsWhatIsHeard) {
  const auto reply = DecodeReply(PayloadOf(EncodeReply(SomeReply())));
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->kind, WorkReply::Kind::kRows);
  EXPECT_EQ(reply->sha256, "abc");
  EXPECT_EQ(reply->bytes, 12);
  EXPECT_EQ(reply->pages, 3);
  EXPECT_EQ(reply->rows.bytes(), SomeReply().rows.bytes());
  EXPECT_EQ(reply->rows.Rows().size(), 2U);
  EXPECT_EQ(reply->members.at(0).name, "a.txt");

  const auto request =
      DecodeRequest(PayloadOf(EncodeRequest({WorkRequest::Kind::kList, "in\nside", 4, "hash"})));
  ASSERT_TRUE(request);
  EXPECT_EQ(request->kind, WorkRequest::Kind::kList);
  EXPECT_EQ(request->name, "in\nside");
  EXPECT_EQ(request->member, 4);
  EXPECT_EQ(request->known_sha256, "hash");
}

TEST(Wire, AnErrorKeepsAllItsParts) {
  WorkReply failed;
  failed.error = Error{ErrorCode::kBrokenPdf, "no trailer", "", 3, 0, "xref"};
  const auto reply = DecodeReply(PayloadOf(EncodeReply(failed)));
  ASSERT_TRUE(reply && reply->error);
  EXPECT_EQ(reply->error->code, ErrorCode::kBrokenPdf);
  EXPECT_EQ(reply->error->message, "no trailer");
  EXPECT_EQ(reply->error->page, 3);
  EXPECT_EQ(reply->error->object, "xref");
}

TEST(Wire, AnyCutOrChangeIsHeardSafely) {
  const std::string payload = PayloadOf(EncodeReply(SomeReply()));
  for (size_t length = 0; length < payload.size(); ++length) {
    EXPECT_FALSE(DecodeReply(payload.substr(0, length))) << length;
  }
  EXPECT_FALSE(DecodeReply(payload + "n"));
  for (size_t at = 0; at < payload.size(); ++at) {
    for (const char byte : {'\0', '\x7f', '\xff', 't', 'i'}) {
      std::string changed = payload;
      changed[at] = byte;
      (void)DecodeReply(changed);  // must come back, with anything, without reading past the end
    }
  }
}

}  // namespace
}  // namespace crossfoot
