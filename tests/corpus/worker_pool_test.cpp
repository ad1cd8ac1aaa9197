// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/worker_pool.h"

#include <csignal>
#include <map>
#include <new>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <unistd.h>

#include "corpus/worker.h"

namespace crossfoot {
namespace {

// Stands in for reading a report: does what the request's name says.
WorkReply ActOut(const WorkRequest& request, int /*file*/) {
  WorkReply reply;
  reply.kind = WorkReply::Kind::kRows;
  if (request.name == "crash") {
    raise(SIGSEGV);
  } else if (request.name == "exit") {
    _exit(9);
  } else if (request.name == "hang") {
    for (;;) {
      pause();
    }
  } else if (request.name == "memory") {
    throw std::bad_alloc();
  } else if (request.name == "flood") {
    reply.message.assign(4 << 20, 'x');
  } else if (request.name == "escape") {
    // Each would answer at least 0.
    const int made = open("/tmp/crossfoot-worker-was-here", O_WRONLY | O_CREAT, 0600);
    const int net = socket(AF_INET, SOCK_STREAM, 0);
    const auto traced = ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    const int run = execl("/bin/true", "true", nullptr);
    reply.message = made == -1 && net == -1 && traced == -1 && run == -1 ? "none" : "some";
  } else if (request.name == "nonsense") {
    reply.kind = static_cast<WorkReply::Kind>(99);
  }
  reply.sha256 = request.name;
  reply.pages = getpid();
  return reply;
}

WorkerLimits Brief() {
  WorkerLimits limits;
  limits.seconds = 1;
  limits.output_bytes = 1 << 20;
  return limits;
}

WorkerPool PoolOf(int size) {
  return WorkerPool(size, Brief(), [](int socket) { _exit(ServeWork(socket, Brief(), ActOut)); });
}

int AnyFile() { return open("/dev/null", O_RDONLY | O_CLOEXEC); }

std::map<int64_t, WorkOutcome> Finish(WorkerPool& pool) {
  std::map<int64_t, WorkOutcome> outcomes;
  while (!pool.IsIdle()) {
    for (WorkOutcome& outcome : pool.Wait(std::chrono::milliseconds(100))) {
      outcomes.emplace(outcome.ticket, std::move(outcome));
    }
  }
  return outcomes;
}

WorkOutcome AfterActing(WorkerPool& pool, const std::string& name) {
  EXPECT_TRUE(pool.Start(1, {WorkRequest::Kind::kReport, name, -1, ""}, AnyFile()));
  return Finish(pool).at(1);
}

TEST(WorkerPool, OneWorkerReadsManyReports) {
  WorkerPool pool = PoolOf(1);
  const int64_t first = AfterActing(pool, "a").reply.pages;
  EXPECT_EQ(AfterActing(pool, "b").reply.pages, first);
  EXPECT_NE(first, getpid());
  EXPECT_EQ(pool.confinement().find("rlimits"), 0U);
}

TEST(WorkerPool, AReportThatTakesOverItsWorkerGetsNowhere) {
  WorkerPool pool = PoolOf(1);
  EXPECT_EQ(AfterActing(pool, "escape").reply.message, "none");
  EXPECT_NE(access("/tmp/crossfoot-worker-was-here", F_OK), 0);
}

TEST(WorkerPool, EachWorkerHasOneReportAtATime) {
  WorkerPool pool = PoolOf(2);
  ASSERT_TRUE(pool.Start(1, {WorkRequest::Kind::kReport, "a", -1, ""}, AnyFile()));
  EXPECT_TRUE(pool.HasRoom());
  ASSERT_TRUE(pool.Start(2, {WorkRequest::Kind::kReport, "b", -1, ""}, AnyFile()));
  EXPECT_FALSE(pool.HasRoom());
  const auto outcomes = Finish(pool);
  EXPECT_EQ(outcomes.at(1).reply.sha256, "a");
  EXPECT_EQ(outcomes.at(2).reply.sha256, "b");
}

TEST(WorkerPool, WhatBreaksAWorkerIsAnErrorWithItsReason) {
  WorkerPool pool = PoolOf(1);
  const struct {
    const char* act;
    ErrorCode code;
    const char* words;
    bool broke;
  } cases[] = {
      {"crash", ErrorCode::kWorkerCrashed, "signal 11", true},
      {"exit", ErrorCode::kWorkerCrashed, "status 9", true},
      {"hang", ErrorCode::kTimeLimit, "longer than 1 seconds", true},
      {"flood", ErrorCode::kLimitExceeded, "more output", true},
      {"nonsense", ErrorCode::kWorkerCrashed, "no sense", true},
      {"memory", ErrorCode::kLimitExceeded, "more memory", false},
  };
  for (const auto& one : cases) {
    const WorkOutcome outcome = AfterActing(pool, one.act);
    ASSERT_TRUE(outcome.reply.error) << one.act;
    EXPECT_EQ(outcome.reply.error->code, one.code) << one.act;
    EXPECT_NE(outcome.reply.error->message.find(one.words), std::string::npos)
        << one.act << ": " << outcome.reply.error->message;
    EXPECT_EQ(outcome.broke_worker, one.broke) << one.act;
    EXPECT_EQ(AfterActing(pool, "good").reply.sha256, "good") << "after " << one.act;
  }
}

TEST(WorkerPool, OnlyTheReportThatBreaksItsWorkerIsBrokenByIt) {
  WorkerPool pool(
      1, Brief(), [](int socket) { _exit(ServeWork(socket, Brief(), ActOut)); }, 3);
  ASSERT_TRUE(pool.Start(1, {WorkRequest::Kind::kReport, "a", -1, ""}, AnyFile()));
  ASSERT_TRUE(pool.Start(2, {WorkRequest::Kind::kReport, "exit", -1, ""}, AnyFile()));
  ASSERT_TRUE(pool.HasRoom());
  ASSERT_TRUE(pool.Start(3, {WorkRequest::Kind::kReport, "b", -1, ""}, AnyFile()));
  EXPECT_FALSE(pool.HasRoom());
  const auto outcomes = Finish(pool);
  EXPECT_EQ(outcomes.at(1).reply.sha256, "a");
  EXPECT_TRUE(outcomes.at(2).broke_worker);
  EXPECT_TRUE(outcomes.at(3).not_begun);
  EXPECT_FALSE(outcomes.at(3).broke_worker);
  EXPECT_EQ(AfterActing(pool, "b").reply.sha256, "b");
}

TEST(WorkerPool, AHangCostsTheTimeOfOneReport) {
  WorkerPool pool(
      1, Brief(), [](int socket) { _exit(ServeWork(socket, Brief(), ActOut)); }, 2);
  ASSERT_TRUE(pool.Start(1, {WorkRequest::Kind::kReport, "hang", -1, ""}, AnyFile()));
  ASSERT_TRUE(pool.Start(2, {WorkRequest::Kind::kReport, "b", -1, ""}, AnyFile()));
  const auto outcomes = Finish(pool);
  EXPECT_EQ(outcomes.at(1).reply.error->code, ErrorCode::kTimeLimit);
  EXPECT_TRUE(outcomes.at(2).not_begun);
}

TEST(WorkerPool, AWorkerKilledBetweenTwoReportsIsReplaced) {
  WorkerPool pool = PoolOf(1);
  const auto process = static_cast<pid_t>(AfterActing(pool, "a").reply.pages);
  kill(process, SIGKILL);
  usleep(50'000);
  const WorkOutcome next = AfterActing(pool, "b");
  EXPECT_FALSE(next.broke_worker);
  EXPECT_EQ(next.reply.sha256, "b");
}

}  // namespace
}  // namespace crossfoot
