// SPDX-License-Identifier: GPL-3.0-or-later
//
// Processes that read reports for the parent: started, given work, watched, ended, replaced.
//
// A worker has a few reports in hand, reads one at a time, and so never waits for the parent. A
// worker that dies, overstays its time or says too much is ended, and the report it was reading
// comes back as an Error that names the reason; those it had not begun come back to be given again,
// to a new worker. All of it in one thread, around poll().
//
// Tested by tests/corpus/worker_pool_test.cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <vector>

#include <sys/types.h>

#include "base/result.h"
#include "corpus/sandbox.h"
#include "corpus/wire.h"

namespace crossfoot {

struct WorkOutcome {
  int64_t ticket = 0;
  WorkReply reply;
  bool broke_worker = false;  // the reply is ours: the worker died or was ended over it
  bool not_begun = false;     // there is no reply: its worker ended before it came to this
};

class WorkerPool {
 public:
  // Runs in the child with its end of the socket, and never returns.
  using Launch = std::function<void(int socket)>;

  // Runs this very program again as `crossfoot worker`, with `options` behind its limits.
  static Launch OfThisProgram(const WorkerLimits& limits, std::vector<std::string> options = {});

  // Processes are started when there is work for them. `in_hand`: reports that a worker holds at
  // most, the one it reads included.
  WorkerPool(int size, const WorkerLimits& limits, Launch launch, int in_hand = 1);
  ~WorkerPool();  // ends them all
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  [[nodiscard]] bool HasRoom() const;
  [[nodiscard]] bool HasIdle() const;  // a worker with nothing in hand
  [[nodiscard]] bool IsIdle() const;
  // Hands `file` over and closes it here. Precondition: HasRoom(). Errors: no process can be
  // started.
  Result<Done> Start(int64_t ticket, const WorkRequest& request, int file);
  // Blocks until something came back, or `patience` is over. Precondition: !IsIdle().
  std::vector<WorkOutcome> Wait(std::chrono::milliseconds patience);
  // How the workers are confined, as the last that said hello told; empty before.
  [[nodiscard]] const std::string& confinement() const { return confinement_; }

 private:
  using Clock = std::chrono::steady_clock;
  struct Worker {
    pid_t process = -1;  // -1: not started
    int socket = -1;
    std::deque<int64_t> tickets;  // in hand; it reads the first
    Clock::time_point deadline;   // of the first
    std::string received;
    [[nodiscard]] bool busy() const { return !tickets.empty(); }
  };

  Result<Done> Spawn(Worker* worker);
  // Ends and buries it; its wait status.
  static int Bury(Worker* worker);
  bool SendRequest(const Worker& worker, const WorkRequest& request, int file);
  // Takes in what has arrived; adds an outcome when a reply is whole or the worker broke.
  void Listen(Worker* worker, std::vector<WorkOutcome>* outcomes);
  void TakeReply(Worker* worker, std::vector<WorkOutcome>* outcomes);
  // The report it was reading is broken by it; the others it held were not begun.
  static void GiveUp(Worker* worker, Error error, std::vector<WorkOutcome>* outcomes);
  static void GiveBack(Worker* worker, std::vector<WorkOutcome>* outcomes);
  static Error WhyItDied(int status);

  WorkerLimits limits_;
  Launch launch_;
  size_t in_hand_;
  std::vector<Worker> workers_;
  std::string confinement_;
};

}  // namespace crossfoot
