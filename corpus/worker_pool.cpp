// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/worker_pool.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace crossfoot {
namespace {

constexpr int kWorkerSocket = 3;
constexpr size_t kPiece = size_t{1} << 18;

}  // namespace

WorkerPool::Launch WorkerPool::OfThisProgram(const WorkerLimits& limits,
                                             std::vector<std::string> options) {
  return [limits, options = std::move(options)](int socket) {
    // The socket becomes descriptor 3; everything else closes at exec.
    if (socket == kWorkerSocket) {
      fcntl(socket, F_SETFD, 0);
    } else {
      dup2(socket, kWorkerSocket);
    }
    const std::string memory = std::to_string(limits.memory_bytes);
    const std::string cpu = std::to_string(limits.cpu_seconds);
    std::vector<const char*> arguments = {"crossfoot", "worker", memory.c_str(), cpu.c_str()};
    for (const std::string& option : options) {
      arguments.push_back(option.c_str());
    }
    arguments.push_back(nullptr);
    execv("/proc/self/exe", const_cast<char* const*>(arguments.data()));
    _exit(127);
  };
}

WorkerPool::WorkerPool(int size, const WorkerLimits& limits, Launch launch, int in_hand)
    : limits_(limits),
      launch_(std::move(launch)),
      in_hand_(static_cast<size_t>(std::max(in_hand, 1))),
      workers_(static_cast<size_t>(std::max(size, 1))) {}

WorkerPool::~WorkerPool() {
  for (Worker& worker : workers_) {
    if (worker.process > 0) {
      Bury(&worker);
    }
  }
}

bool WorkerPool::HasRoom() const {
  return std::any_of(workers_.begin(), workers_.end(),
                     [&](const Worker& w) { return w.tickets.size() < in_hand_; });
}

bool WorkerPool::HasIdle() const {
  return std::any_of(workers_.begin(), workers_.end(), [](const Worker& w) { return !w.busy(); });
}

bool WorkerPool::IsIdle() const {
  return std::none_of(workers_.begin(), workers_.end(), [](const Worker& w) { return w.busy(); });
}

Result<Done> WorkerPool::Spawn(Worker* worker) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    return Error{ErrorCode::kWorkerCrashed,
                 std::string("no worker can be started: ") + std::strerror(errno)};
  }
  const pid_t parent = getpid();
  const pid_t process = fork();
  if (process < 0) {
    const int problem = errno;
    close(ends[0]);
    close(ends[1]);
    return Error{ErrorCode::kWorkerCrashed,
                 std::string("no worker can be started: ") + std::strerror(problem)};
  }
  if (process == 0) {
    // A worker does not outlive its parent, however that ends.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) {
      _exit(0);
    }
    const int nothing = open("/dev/null", O_RDWR);
    dup2(nothing, STDIN_FILENO);
    dup2(nothing, STDOUT_FILENO);
    dup2(nothing, STDERR_FILENO);
    launch_(ends[1]);
    _exit(127);
  }
  close(ends[1]);
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  *worker = {process, ends[0], {}, {}, {}};
  return Done{};
}

int WorkerPool::Bury(Worker* worker) {
  close(worker->socket);
  kill(worker->process, SIGKILL);
  int status = 0;
  while (waitpid(worker->process, &status, 0) < 0 && errno == EINTR) {
  }
  worker->process = -1;
  worker->socket = -1;
  return status;
}

bool WorkerPool::SendRequest(const Worker& worker, const WorkRequest& request, int file) {
  const std::string frame = EncodeRequest(request);
  size_t sent = 0;
  while (sent < frame.size()) {
    iovec piece{const_cast<char*>(frame.data()) + sent, frame.size() - sent};
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    if (sent == 0) {
      message.msg_control = control.data();
      message.msg_controllen = control.size();
      cmsghdr* head = CMSG_FIRSTHDR(&message);
      head->cmsg_level = SOL_SOCKET;
      head->cmsg_type = SCM_RIGHTS;
      head->cmsg_len = CMSG_LEN(sizeof file);
      std::memcpy(CMSG_DATA(head), &file, sizeof file);
    }
    const ssize_t now = sendmsg(worker.socket, &message, MSG_NOSIGNAL);
    if (now < 0 && errno == EAGAIN) {
      pollfd ready{worker.socket, POLLOUT, 0};
      poll(&ready, 1, 1000);
      continue;
    }
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

Result<Done> WorkerPool::Start(int64_t ticket, const WorkRequest& request, int file) {
  // An idle worker that runs comes first, then one that is to be started, then the one with least
  // in hand.
  const auto chosen =
      std::min_element(workers_.begin(), workers_.end(), [](const Worker& a, const Worker& b) {
        return std::pair(a.tickets.size(), a.process < 0) <
               std::pair(b.tickets.size(), b.process < 0);
      });
  // One that ended between two reports (it had grown, or someone killed it) is replaced once.
  for (int tries = 0; tries < 2; ++tries) {
    if (chosen->process < 0) {
      if (auto spawned = Spawn(&*chosen); !spawned) {
        close(file);
        return spawned;
      }
    }
    if (SendRequest(*chosen, request, file)) {
      close(file);
      if (!chosen->busy()) {
        chosen->deadline = Clock::now() + std::chrono::seconds(limits_.seconds);
      }
      chosen->tickets.push_back(ticket);
      return Done{};
    }
    if (chosen->busy()) {
      // It is gone, and Wait will say what became of the report that it was reading.
      chosen->tickets.push_back(ticket);
      close(file);
      return Done{};
    }
    Bury(&*chosen);
  }
  close(file);
  return Error{ErrorCode::kWorkerCrashed, "a new worker takes no work"};
}

void WorkerPool::GiveUp(Worker* worker, Error error, std::vector<WorkOutcome>* outcomes) {
  if (worker->busy()) {
    WorkOutcome outcome;
    outcome.ticket = worker->tickets.front();
    outcome.broke_worker = true;
    outcome.reply.kind = WorkReply::Kind::kFailed;
    outcome.reply.error = std::move(error);
    worker->tickets.pop_front();
    outcomes->push_back(std::move(outcome));
  }
  GiveBack(worker, outcomes);
}

void WorkerPool::GiveBack(Worker* worker, std::vector<WorkOutcome>* outcomes) {
  for (const int64_t ticket : worker->tickets) {
    WorkOutcome outcome;
    outcome.ticket = ticket;
    outcome.not_begun = true;
    outcomes->push_back(std::move(outcome));
  }
  worker->tickets.clear();
  worker->received.clear();
}

Error WorkerPool::WhyItDied(int status) {
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) {
    return {ErrorCode::kTimeLimit, "used more processor time than is allowed"};
  }
  if (WIFSIGNALED(status)) {
    return {ErrorCode::kWorkerCrashed, std::string("the worker was ended by signal ") +
                                           std::to_string(WTERMSIG(status)) + " (" +
                                           strsignal(WTERMSIG(status)) + ")"};
  }
  return {ErrorCode::kWorkerCrashed,
          "the worker ended with status " + std::to_string(WEXITSTATUS(status))};
}

void WorkerPool::TakeReply(Worker* worker, std::vector<WorkOutcome>* outcomes) {
  while (worker->received.size() >= kFrameHead) {
    const uint64_t length = PayloadLength(worker->received);
    if (length > static_cast<uint64_t>(limits_.output_bytes)) {
      Bury(worker);
      GiveUp(worker,
             {ErrorCode::kLimitExceeded, "gives more output than is allowed", "", 0, 0, "output"},
             outcomes);
      return;
    }
    if (worker->received.size() < kFrameHead + length) {
      worker->received.reserve(kFrameHead + length);
      return;
    }
    auto reply = DecodeReply(std::string_view(worker->received).substr(kFrameHead, length));
    worker->received.erase(0, kFrameHead + length);
    if (reply && reply->kind == WorkReply::Kind::kHello) {
      confinement_ = reply->message;
      continue;
    }
    if (!reply || !worker->busy()) {
      Bury(worker);
      GiveUp(worker, {ErrorCode::kWorkerCrashed, "the worker's answer makes no sense"}, outcomes);
      return;
    }
    outcomes->push_back({worker->tickets.front(), std::move(*reply), false, false});
    worker->tickets.pop_front();
    worker->deadline = Clock::now() + std::chrono::seconds(limits_.seconds);
    if (worker->received.empty()) {
      worker->received.shrink_to_fit();
    }
  }
}

void WorkerPool::Listen(Worker* worker, std::vector<WorkOutcome>* outcomes) {
  for (;;) {
    std::array<char, kPiece> piece;  // NOLINT: filled by recv
    const ssize_t got = recv(worker->socket, piece.data(), piece.size(), 0);
    if (got > 0) {
      worker->received.append(piece.data(), static_cast<size_t>(got));
      TakeReply(worker, outcomes);
      if (worker->process < 0) {
        return;
      }
      continue;
    }
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) {
      return;
    }
    // It is gone already, or has closed its end and is as good as gone.
    int status = 0;
    for (int i = 0; i < 100 && waitpid(worker->process, &status, WNOHANG) == 0; ++i) {
      usleep(1000);
    }
    if (waitpid(worker->process, nullptr, WNOHANG) == 0) {
      status = Bury(worker);
    } else {
      close(worker->socket);
      worker->process = -1;
      worker->socket = -1;
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
      // It had grown, and ended between two reports.
      GiveBack(worker, outcomes);
    } else {
      GiveUp(worker, WhyItDied(status), outcomes);
    }
    return;
  }
}

std::vector<WorkOutcome> WorkerPool::Wait(std::chrono::milliseconds patience) {
  std::vector<WorkOutcome> outcomes;
  std::vector<pollfd> watched;
  std::vector<size_t> whose;
  const Clock::time_point now = Clock::now();
  Clock::time_point until = now + patience;
  for (size_t i = 0; i < workers_.size(); ++i) {
    if (workers_[i].process > 0) {
      watched.push_back({workers_[i].socket, POLLIN, 0});
      whose.push_back(i);
      if (workers_[i].busy()) {
        until = std::min(until, workers_[i].deadline);
      }
    }
  }
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - now).count();
  poll(watched.data(), watched.size(), static_cast<int>(std::max<int64_t>(left + 1, 0)));
  for (size_t i = 0; i < watched.size(); ++i) {
    if (watched[i].revents != 0) {
      Listen(&workers_[whose[i]], &outcomes);
    }
  }
  for (Worker& worker : workers_) {
    if (worker.busy() && Clock::now() >= worker.deadline) {
      Bury(&worker);
      GiveUp(&worker,
             {ErrorCode::kTimeLimit,
              "took longer than " + std::to_string(limits_.seconds) + " seconds"},
             &outcomes);
    }
  }
  return outcomes;
}

}  // namespace crossfoot
