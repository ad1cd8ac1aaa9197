// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/report_viewer.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "corpus/source_name.h"

namespace crossfoot {
namespace {

Result<int> OpenFile(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  struct stat info {};
  if (file < 0 || fstat(file, &info) != 0) {
    const int problem = errno;
    if (file >= 0) {
      close(file);
    }
    return Error{problem == ENOENT ? ErrorCode::kFileNotFound : ErrorCode::kFileUnreadable,
                 std::strerror(problem), path};
  }
  if (!S_ISREG(info.st_mode)) {
    close(file);
    return Error{ErrorCode::kFileUnreadable, "is not a regular file", path};
  }
  return file;
}

bool IsMember(const std::string& name) { return name.find("!/") != std::string::npos; }

}  // namespace

ReportViewer::ReportViewer(const WorkerLimits& limits, WorkerPool::Launch launch)
    : pool_(1, limits, std::move(launch)) {}

Result<WorkReply> ReportViewer::Exchange(const std::string& path, const WorkRequest& request) {
  CROSSFOOT_TRY(const int file, OpenFile(path));
  CROSSFOOT_DO(pool_.Start(0, request, file));
  std::vector<WorkOutcome> outcomes;
  while (outcomes.empty()) {
    outcomes = pool_.Wait(std::chrono::hours(1));
  }
  WorkReply reply = std::move(outcomes.front().reply);
  if (reply.error) {
    Error error = std::move(*reply.error);
    error.file = request.name;
    return error;
  }
  return reply;
}

Result<int64_t> ReportViewer::MemberIndex(const std::string& path, const std::string& name) {
  const std::string archive = SourceName(path);
  if (listed_ != archive) {
    WorkRequest list;
    list.kind = WorkRequest::Kind::kList;
    list.name = archive;
    CROSSFOOT_TRY(const WorkReply reply, Exchange(path, list));
    members_.clear();
    for (const ArchiveMember& member : reply.members) {
      members_.emplace(MemberName(archive, member.name), member.index);
    }
    listed_ = archive;
  }
  const auto found = members_.find(name);
  if (found == members_.end()) {
    return Error{ErrorCode::kFileNotFound, "is no longer in the archive", name};
  }
  return found->second;
}

Result<WorkReply> ReportViewer::Ask(const std::string& name, WorkRequest request) {
  const std::lock_guard guard(one_at_a_time_);
  const std::string path = PathOfSource(name);
  request.name = name;
  if (IsMember(name)) {
    CROSSFOOT_TRY(request.member, MemberIndex(path, name));
  }
  CROSSFOOT_TRY(WorkReply reply, Exchange(path, request));
  if (reply.kind != WorkReply::Kind::kView) {
    return Error{ErrorCode::kWorkerCrashed, "the worker's answer makes no sense", name};
  }
  return reply;
}

Result<PagePicture> ReportViewer::Page(const std::string& name, int page) {
  WorkRequest request;
  request.kind = WorkRequest::Kind::kPicture;
  request.page = page;
  CROSSFOOT_TRY(WorkReply reply, Ask(name, request));
  const std::vector<ReportRow> rows = reply.rows.Rows();
  if (rows.size() != 1 || rows[0].values.size() != 4) {
    return Error{ErrorCode::kWorkerCrashed, "the worker's answer makes no sense", name};
  }
  const SqlRow& values = rows[0].values;
  const auto* width = std::get_if<int64_t>(&values[0]);
  const auto* height = std::get_if<int64_t>(&values[1]);
  const auto* page_width = std::get_if<double>(&values[2]);
  const auto* page_height = std::get_if<double>(&values[3]);
  if (width == nullptr || height == nullptr || page_width == nullptr || page_height == nullptr) {
    return Error{ErrorCode::kWorkerCrashed, "the worker's answer makes no sense", name};
  }
  return PagePicture{std::move(reply.message), *width, *height, *page_width, *page_height};
}

Result<std::string> ReportViewer::Text(const std::string& name) {
  WorkRequest request;
  request.kind = WorkRequest::Kind::kText;
  CROSSFOOT_TRY(WorkReply reply, Ask(name, request));
  return std::move(reply.message);
}

Result<std::string> ReportViewer::Marked(const std::string& name, const std::string& marks) {
  WorkRequest request;
  request.kind = WorkRequest::Kind::kMark;
  request.argument = marks;
  CROSSFOOT_TRY(WorkReply reply, Ask(name, request));
  return std::move(reply.message);
}

}  // namespace crossfoot
