// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/wire.h"

namespace crossfoot {
namespace {

class Writer {
 public:
  Writer() : out_(kFrameHead, '\0') {}
  void Put(int64_t value) {
    out_.push_back('i');
    PutEight(static_cast<uint64_t>(value));
  }
  void Put(std::string_view text) {
    out_.push_back('t');
    PutEight(text.size());
    out_.append(text);
  }
  std::string Frame() && {
    const uint64_t length = out_.size() - kFrameHead;
    for (size_t i = 0; i < kFrameHead; ++i) {
      out_[i] = static_cast<char>(length >> (8 * i));
    }
    return std::move(out_);
  }

 private:
  void PutEight(uint64_t value) {
    for (int i = 0; i < 8; ++i) {
      out_.push_back(static_cast<char>(value >> (8 * i)));
    }
  }
  std::string out_;
};

class Reader {
 public:
  explicit Reader(std::string_view in) : in_(in) {}

  int64_t Integer() { return Tag('i') ? static_cast<int64_t>(Eight()) : 0; }
  std::string Text() { return Tag('t') ? Bytes() : std::string(); }
  // How many things follow; never more than there are bytes left, since each takes one at least.
  size_t Count() {
    const int64_t count = Integer();
    if (count < 0 || static_cast<uint64_t>(count) > in_.size()) {
      good_ = false;
      return 0;
    }
    return static_cast<size_t>(count);
  }
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] bool AtEnd() const { return good_ && in_.empty(); }

 private:
  bool Tag(char tag) {
    if (in_.empty() || in_.front() != tag) {
      good_ = false;
      return false;
    }
    in_.remove_prefix(1);
    return true;
  }
  uint64_t Eight() {
    if (in_.size() < 8) {
      good_ = false;
      in_ = {};
      return 0;
    }
    const uint64_t value = PayloadLength(in_);
    in_.remove_prefix(8);
    return value;
  }
  std::string Bytes() {
    const uint64_t length = Eight();
    if (length > in_.size()) {
      good_ = false;
      return {};
    }
    std::string text(in_.substr(0, length));
    in_.remove_prefix(length);
    return text;
  }

  std::string_view in_;
  bool good_ = true;
};

}  // namespace

uint64_t PayloadLength(std::string_view head) {
  uint64_t length = 0;
  for (size_t i = 0; i < kFrameHead && i < head.size(); ++i) {
    length |= static_cast<uint64_t>(static_cast<unsigned char>(head[i])) << (8 * i);
  }
  return length;
}

std::string EncodeRequest(const WorkRequest& request) {
  Writer out;
  out.Put(static_cast<int64_t>(request.kind));
  out.Put(std::string_view(request.name));
  out.Put(request.member);
  out.Put(std::string_view(request.known_sha256));
  out.Put(request.page);
  out.Put(std::string_view(request.argument));
  return std::move(out).Frame();
}

std::optional<WorkRequest> DecodeRequest(std::string_view payload) {
  Reader in(payload);
  WorkRequest request;
  const int64_t kind = in.Integer();
  request.kind = static_cast<WorkRequest::Kind>(kind);
  request.name = in.Text();
  request.member = in.Integer();
  request.known_sha256 = in.Text();
  request.page = in.Integer();
  request.argument = in.Text();
  if (!in.AtEnd() || kind < 0 || kind > static_cast<int64_t>(WorkRequest::Kind::kMark)) {
    return std::nullopt;
  }
  return request;
}

std::string EncodeReply(const WorkReply& reply) {
  Writer out;
  out.Put(static_cast<int64_t>(reply.kind));
  out.Put(std::string_view(reply.sha256));
  out.Put(reply.bytes);
  out.Put(std::string_view(reply.media_type));
  out.Put(reply.pages);
  out.Put(std::string_view(reply.message));
  out.Put(static_cast<int64_t>(reply.error.has_value()));
  if (reply.error) {
    out.Put(static_cast<int64_t>(reply.error->code));
    out.Put(std::string_view(reply.error->message));
    out.Put(static_cast<int64_t>(reply.error->page));
    out.Put(static_cast<int64_t>(reply.error->line));
    out.Put(std::string_view(reply.error->object));
  }
  out.Put(static_cast<int64_t>(reply.members.size()));
  for (const ArchiveMember& member : reply.members) {
    out.Put(member.index);
    out.Put(std::string_view(member.name));
    out.Put(member.bytes);
  }
  out.Put(std::string_view(reply.rows.bytes()));
  return std::move(out).Frame();
}

std::optional<WorkReply> DecodeReply(std::string_view payload) {
  Reader in(payload);
  WorkReply reply;
  const int64_t kind = in.Integer();
  reply.kind = static_cast<WorkReply::Kind>(kind);
  reply.sha256 = in.Text();
  reply.bytes = in.Integer();
  reply.media_type = in.Text();
  reply.pages = in.Integer();
  reply.message = in.Text();
  if (in.Integer() != 0) {
    Error error{static_cast<ErrorCode>(in.Integer())};
    error.message = in.Text();
    error.page = static_cast<int>(in.Integer());
    error.line = static_cast<int>(in.Integer());
    error.object = in.Text();
    reply.error = std::move(error);
  }
  for (size_t left = in.Count(); left > 0 && in.good(); --left) {
    ArchiveMember member;
    member.index = in.Integer();
    member.name = in.Text();
    member.bytes = in.Integer();
    reply.members.push_back(std::move(member));
  }
  reply.rows = RowPack(in.Text());
  if (!in.AtEnd() || kind < 0 || kind > static_cast<int64_t>(WorkReply::Kind::kView) ||
      (reply.kind == WorkReply::Kind::kFailed) != reply.error.has_value()) {
    return std::nullopt;
  }
  return reply;
}

}  // namespace crossfoot
