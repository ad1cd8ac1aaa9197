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

#include "base/result.h"
#include "corpus/report_run.h"
#include "corpus/sandbox.h"
#include "corpus/wire.h"

namespace crossfoot {

// `file` is the open report or archive; it is closed by the caller.
using Work = std::function<WorkReply(const WorkRequest& request, int file)>;

// One report through all rooms, the list of an archive's members, a page's picture, a text.
WorkReply ReadForStore(const WorkRequest& request, int file);
// The same with a user's vocabulary and rules, and with office files going through the run's
// converter: a confined process cannot start LibreOffice itself. What `run` refers to must outlive
// the work.
Work ReadForStoreWith(const ReportRun& run);

// The bytes that a request is about: of the file, or of a member of the archive that it is. Errors:
// kLimitExceeded, kFileUnreadable, ReadMember's.
Result<std::string> BytesOf(const WorkRequest& request, int file);
WorkReply FailedReply(Error error);

// For a process that takes and frees a report's memory again and again: what is freed stays with it
// (up to 64 MiB) and is not fetched from the kernel anew, page by page, for the next report.
void KeepFreedMemory();

// Confines the process, says hello, and serves. Running out of memory is an answer
// (kLimitExceeded); a worker that has grown too large ends between two reports and is replaced.
// Returns the process's exit status.
int ServeWork(int socket, const WorkerLimits& limits, const Work& work);

}  // namespace crossfoot
