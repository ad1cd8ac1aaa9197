// SPDX-License-Identifier: GPL-3.0-or-later
//
// The worker's side: answers requests on a socket, one after another, until the other end closes.
//
// What is done for a request is a function, so that tests can put a crash or a hang in its place;
// ReadForStore is what the program does.
//
// Tested by tests/corpus/worker_pool_test.cpp.
#pragma once

#include <functional>

#include "corpus/report_run.h"
#include "corpus/sandbox.h"
#include "corpus/wire.h"

namespace crossfoot {

// `file` is the open report or archive; it is closed by the caller.
using Work = std::function<WorkReply(const WorkRequest& request, int file)>;

// One report through all rooms, or the list of an archive's members.
WorkReply ReadForStore(const WorkRequest& request, int file, const ReportRun& run = {});

// Confines the process, says hello, and serves. Running out of memory is an answer
// (kLimitExceeded); a worker that has grown too large ends between two reports and is replaced.
// Returns the process's exit status.
int ServeWork(int socket, const WorkerLimits& limits, const Work& work);

}  // namespace crossfoot
