// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/mark_worker.h"

#include <utility>

#include "review/pdf/marked_pdf.h"

namespace crossfoot {
namespace {

WorkReply Mark(const WorkRequest& request, int file) {
  const auto bytes = BytesOf(request, file);
  if (!bytes) {
    return FailedReply(bytes.error());
  }
  if (request.argument.size() < 2) {
    return FailedReply({ErrorCode::kWorkerCrashed, "is asked to mark nothing"});
  }
  const auto marks = ReadMarks(std::string_view(request.argument).substr(2));
  if (!marks) {
    return FailedReply(marks.error());
  }
  auto marked = MarkPdf(*bytes, *marks, {request.argument[0] == 'z', request.argument[1] == 'g'});
  if (!marked) {
    return FailedReply(marked.error());
  }
  WorkReply reply;
  reply.kind = WorkReply::Kind::kView;
  reply.message = std::move(*marked);
  return reply;
}

}  // namespace

Work MarkOr(Work other) {
  return [other = std::move(other)](const WorkRequest& request, int file) {
    return request.kind == WorkRequest::Kind::kMark ? Mark(request, file) : other(request, file);
  };
}

}  // namespace crossfoot
