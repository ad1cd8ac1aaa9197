// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/worker.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <exception>
#include <new>
#include <utility>

#include <malloc.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/sha256.h"
#include "corpus/archive.h"
#include "corpus/input_list.h"
#include "corpus/record_rows.h"
#include "corpus/report_run.h"
#include "extract/page_view.h"

namespace crossfoot {
namespace {

// A worker reads an archive's members one after another.
ArchiveReader& LastArchive() {
  static ArchiveReader reader;
  return reader;
}

Result<std::string> ReadWhole(int file, const Limits& limits) {
  const off_t size = lseek(file, 0, SEEK_END);
  if (size > limits.file_bytes) {
    return Error{ErrorCode::kLimitExceeded,
                 "has " + std::to_string(size) + " bytes, more than the limit of " +
                     std::to_string(limits.file_bytes),
                 "",
                 0,
                 0,
                 "file_bytes"};
  }
  std::string bytes(static_cast<size_t>(size > 0 ? size : 0), '\0');
  size_t have = 0;
  while (have < bytes.size()) {
    const ssize_t got =
        pread(file, bytes.data() + have, bytes.size() - have, static_cast<off_t>(have));
    if (got < 0 && errno == EINTR) {
      continue;
    }
    if (got < 0) {
      return Error{ErrorCode::kFileUnreadable, std::strerror(errno)};
    }
    if (got == 0) {
      break;
    }
    have += static_cast<size_t>(got);
  }
  bytes.resize(have);
  return bytes;
}

// The payload of one request and the file that came with it. False: the other end is gone.
bool Receive(int socket, std::string* payload, int* file) {
  std::string frame(kFrameHead, '\0');
  size_t have = 0;
  while (have < frame.size()) {
    iovec piece{frame.data() + have, frame.size() - have};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    const ssize_t got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    if (got < 0 && errno == EINTR) {
      continue;
    }
    if (got <= 0) {
      return false;
    }
    if (const cmsghdr* head = CMSG_FIRSTHDR(&message);
        head != nullptr && head->cmsg_type == SCM_RIGHTS) {
      std::memcpy(file, CMSG_DATA(head), sizeof *file);
    }
    have += static_cast<size_t>(got);
    if (have == kFrameHead && frame.size() == kFrameHead) {
      frame.resize(kFrameHead + PayloadLength(frame));
    }
  }
  *payload = frame.substr(kFrameHead);
  return true;
}

bool SendAll(int socket, const std::string& bytes) {
  size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t now = send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (now < 0 && errno == EINTR) {
      continue;
    }
    if (now <= 0) {
      return false;
    }
    sent += static_cast<size_t>(now);
  }
  return true;
}

std::string AnswerTo(const WorkRequest& request, int file, const Work& work) {
  try {
    return EncodeReply(work(request, file));
  } catch (const std::bad_alloc&) {
    return EncodeReply(FailedReply(
        {ErrorCode::kLimitExceeded, "needs more memory than is allowed", "", 0, 0, "memory"}));
  } catch (const std::exception& problem) {
    return EncodeReply(FailedReply({ErrorCode::kWorkerCrashed, problem.what()}));
  }
}

bool HasGrownLarge(const WorkerLimits& limits) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return int64_t{used.ru_maxrss} * 1024 > limits.memory_bytes / 2;
}

}  // namespace

WorkReply FailedReply(Error error) {
  WorkReply reply;
  reply.kind = WorkReply::Kind::kFailed;
  reply.error = std::move(error);
  return reply;
}

Result<std::string> BytesOf(const WorkRequest& request, int file) {
  const Limits limits;
  return request.member >= 0 ? LastArchive().Read(file, request.member, limits)
                             : ReadWhole(file, limits);
}

namespace {

// What a person looks at.
WorkReply Show(const WorkRequest& request, const Source& source) {
  WorkReply reply;
  reply.kind = WorkReply::Kind::kView;
  if (request.kind == WorkRequest::Kind::kText) {
    auto text = ViewText(source);
    if (!text) {
      return FailedReply(text.error());
    }
    reply.message = std::move(*text);
    return reply;
  }
  auto view = ViewPage(source, static_cast<int>(std::clamp<int64_t>(request.page, 0, 1'000'000)));
  if (!view) {
    return FailedReply(view.error());
  }
  reply.message = std::move(view->png);
  reply.measures = {view->width, view->height, std::lround(view->page_width * 1000),
                    std::lround(view->page_height * 1000)};
  return reply;
}

WorkReply ReadRequested(const WorkRequest& request, int file, const ReportRun& run) {
  WorkReply reply;
  if (request.kind == WorkRequest::Kind::kList) {
    auto members = ListArchive(file);
    if (!members) {
      return FailedReply(members.error());
    }
    reply.kind = WorkReply::Kind::kListing;
    reply.members = std::move(*members);
    return reply;
  }
  if (request.member >= 0 && NamedLikeAnArchive(request.name)) {
    return FailedReply(
        {ErrorCode::kUnknownFormat, "is an archive in an archive, which is not opened"});
  }
  auto bytes = BytesOf(request, file);
  if (!bytes) {
    return FailedReply(bytes.error());
  }
  if (request.kind == WorkRequest::Kind::kPicture || request.kind == WorkRequest::Kind::kText) {
    return Show(request, {request.name, std::move(*bytes)});
  }
  if (request.kind != WorkRequest::Kind::kReport) {
    return FailedReply({ErrorCode::kWorkerCrashed, "is asked for something this worker cannot do"});
  }
  reply.sha256 = Sha256Hex(*bytes);
  reply.bytes = static_cast<int64_t>(bytes->size());
  if (reply.sha256 == request.known_sha256) {
    reply.kind = WorkReply::Kind::kSame;
    return reply;
  }
  const auto record = RunReport({request.name, std::move(*bytes), reply.sha256}, run);
  if (!record) {
    reply.kind = WorkReply::Kind::kFailed;
    reply.error = record.error();
    return reply;
  }
  reply.kind = WorkReply::Kind::kRows;
  reply.media_type = record->document.source.media_type;
  reply.pages = record->document.source.pages;
  reply.rows = RowsOf(*record);
  return reply;
}

}  // namespace

WorkReply ReadForStore(const WorkRequest& request, int file) {
  return ReadRequested(request, file, {});
}

Work ReadForStoreWith(const ReportRun& run) {
  return [run](const WorkRequest& request, int file) { return ReadRequested(request, file, run); };
}

void KeepFreedMemory() {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
}

int ServeWork(int socket, const WorkerLimits& limits, const Work& work) {
  KeepFreedMemory();
  WorkReply hello;
  hello.kind = WorkReply::Kind::kHello;
  hello.message = Confine(limits);
  if (!SendAll(socket, EncodeReply(hello))) {
    return 0;
  }
  std::string payload;
  for (int file = -1; Receive(socket, &payload, &file); file = -1) {
    const auto request = DecodeRequest(payload);
    if (!request) {
      return 1;
    }
    RenewCpuLimit(limits);
    const bool sent = SendAll(socket, AnswerTo(*request, file, work));
    close(file);
    if (!sent || HasGrownLarge(limits)) {
      return 0;
    }
  }
  return 0;
}

}  // namespace crossfoot
