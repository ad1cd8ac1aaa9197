// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/run.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <deque>
#include <optional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/version.h"
#include "corpus/across/across.h"
#include "corpus/input_list.h"
#include "corpus/record_rows.h"
#include "corpus/source_name.h"
#include "corpus/worker.h"
#include "normalize/lexicon.h"
#include "validate/rule_pack.h"

namespace crossfoot {
namespace {

using Clock = std::chrono::steady_clock;

// A file changed less than this ago may change again without its times showing it.
constexpr int64_t kClockGrain = 100'000'000;

// Reports that a worker has in hand: while it reads one, the next are there, so that it need not
// wait for the parent, which may be storing.
constexpr int kInHand = 3;
// Near the end each has one only: none should wait behind a slow one. Reports left for each worker.
constexpr size_t kPlenty = 8;
// What comes back is stored at once and committed in batches: of so many reports, so many bytes, or
// what came in this time. A commit waits for the disk.
constexpr size_t kBatchReports = 64;
constexpr size_t kBatchBytes = size_t{4} << 20;
constexpr auto kBatchTime = std::chrono::milliseconds(200);
// What comes in is waited for so long at most.
constexpr auto kPatience = std::chrono::milliseconds(50);
// A worker that ends before it comes to a report is none of the report's doing; more often than
// this it is.
constexpr int kMostReturns = 6;

int64_t Nanoseconds(const timespec& time) {
  return int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

FileStat StatOf(const struct stat& info) {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  FileStat out{info.st_size, Nanoseconds(info.st_mtim), Nanoseconds(info.st_ctim),
               static_cast<int64_t>(info.st_ino)};
  if (std::max(out.modified, out.changed) > Nanoseconds(now) - kClockGrain) {
    out.modified = -1;
  }
  return out;
}

Error OpenError(int problem) {
  const bool missing = problem == ENOENT || problem == ENOTDIR;
  return {missing ? ErrorCode::kFileNotFound : ErrorCode::kFileUnreadable, std::strerror(problem)};
}

struct Opened {
  int file = -1;
  FileStat stat;
};

// Never waits for the other end of a pipe; says of a folder, socket or device that it is none.
Result<Opened> OpenReport(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0) {
    return errno == ENXIO ? Error{ErrorCode::kFileUnreadable, "is not a regular file"}
                          : OpenError(errno);
  }
  struct stat info {};
  std::optional<Error> error;
  if (fstat(file, &info) != 0) {
    error = OpenError(errno);
  } else if (S_ISDIR(info.st_mode)) {
    error = Error{ErrorCode::kIsADirectory, "holds nothing named like a report"};
  } else if (!S_ISREG(info.st_mode)) {
    error = Error{ErrorCode::kFileUnreadable, "is not a regular file"};
  } else if (info.st_size == 0) {
    error = Error{ErrorCode::kEmptyFile, "is empty"};
  }
  if (error) {
    close(file);
    return *std::move(error);
  }
  return Opened{file, StatOf(info)};
}

struct Item {
  std::string path;  // to open
  std::string name;  // of the source, or of the archive
  int64_t member = -1;
  bool list = false;  // the archive's members are wanted
  int attempts = 0;
  int returns = 0;  // times its worker ended before it came to it
  FileStat stat;
  std::optional<KnownSource> known;
  WorkRequest request;
};

class Runner {
 public:
  Runner(const RunOptions& options, Store& store, RunObserver& observer)
      : options_(options),
        store_(store),
        observer_(observer),
        pool_(options.workers, options.limits, options.launch, kInHand),
        versions_(CurrentVersions() +
                  (options.knowledge.empty() ? "" : " with " + options.knowledge)) {}

  Result<RunProgress> Run() {
    CROSSFOOT_TRY(const int64_t run, store_.BeginRun(versions_));
    while (Left() || !pool_.IsIdle() || !broken_.empty()) {
      while (Left() && (pool_.HasIdle() || (pool_.HasRoom() && HasPlenty()))) {
        CROSSFOOT_DO(StartNext());
      }
      if (pool_.IsIdle() && !broken_.empty()) {
        // Once more, with nothing beside it.
        Item item = std::move(broken_.back());
        broken_.pop_back();
        CROSSFOOT_DO(Give(std::move(item)));
      }
      CROSSFOOT_DO(TakeIn());
    }
    CROSSFOOT_DO(CommitBatch());
    CROSSFOOT_TRY(const bool stale, store_.AcrossIsStale());
    if (stale) {
      CROSSFOOT_DO(CompareAcross(store_));
    }
    CROSSFOOT_DO(
        store_.EndRun(run, progress_.known, progress_.unchanged, progress_.read, progress_.failed));
    Tick();
    return progress_;
  }

 private:
  [[nodiscard]] bool Left() const {
    return !members_.empty() || next_input_ < options_.inputs.size();
  }

  [[nodiscard]] bool HasPlenty() const {
    return members_.size() + (options_.inputs.size() - next_input_) >=
           kPlenty * static_cast<size_t>(options_.workers);
  }

  Item NextItem() {
    Item item;
    if (!members_.empty()) {
      item = std::move(members_.front());
      members_.pop_front();
      return item;
    }
    item.path = options_.inputs[next_input_++];
    item.name = SourceName(item.path);
    item.list = NamedLikeAnArchive(item.path);
    return item;
  }

  Result<Done> StartNext() {
    Item item = NextItem();
    if (item.returns > 0) {
      return Give(std::move(item));
    }
    if (!item.list && options_.shards > 1 &&
        ShardOf(item.name, options_.shards) != options_.shard) {
      return Done{};
    }
    if (!item.list) {
      ++progress_.known;
      CROSSFOOT_TRY(item.known, store_.Find(item.name));
      if (IsUnchanged(item)) {
        Count(item, item.known->failed ? RunStep::Outcome::kFailed : RunStep::Outcome::kUnchanged,
              nullptr);
        return Done{};
      }
    }
    return Give(std::move(item));
  }

  [[nodiscard]] bool MayBeReadAgain(const KnownSource& known) const {
    return options_.again || known.versions != versions_ || (known.failed && options_.retry_failed);
  }

  [[nodiscard]] bool IsUnchanged(const Item& item) const {
    struct stat info {};
    return item.known && !MayBeReadAgain(*item.known) && stat(item.path.c_str(), &info) == 0 &&
           StatOf(info) == item.known->stat;
  }

  // Opens it and hands it to a worker. What cannot be opened is settled here.
  Result<Done> Give(Item item) {
    auto opened = OpenReport(item.path);
    if (!opened) {
      return Settle(std::move(item), opened.error());
    }
    item.stat = opened->stat;
    item.request = {item.list ? WorkRequest::Kind::kList : WorkRequest::Kind::kReport, item.name,
                    item.member, ""};
    if (item.known && !MayBeReadAgain(*item.known)) {
      item.request.known_sha256 = item.known->sha256;
    }
    ++item.attempts;
    const int64_t ticket = next_ticket_++;
    CROSSFOOT_DO(pool_.Start(ticket, item.request, opened->file));
    given_.emplace(ticket, std::move(item));
    return Done{};
  }

  struct Settled {
    Item item;
    SourceResult result;
  };

  // Stores what has come back; commits when there is enough of it.
  Result<Done> TakeIn() {
    if (pool_.IsIdle()) {
      return Done{};
    }
    std::vector<WorkOutcome> outcomes = pool_.Wait(kPatience);
    progress_.confinement = pool_.confinement();
    for (WorkOutcome& outcome : outcomes) {
      const auto found = given_.find(outcome.ticket);
      Item item = std::move(found->second);
      given_.erase(found);
      if (outcome.not_begun && item.returns < kMostReturns) {
        ++item.returns;
        --item.attempts;
        members_.push_front(std::move(item));
        continue;
      }
      if ((outcome.broke_worker || outcome.not_begun) && item.attempts == 1) {
        broken_.push_back(std::move(item));
        continue;
      }
      if (outcome.not_begun) {
        outcome.reply.error = Error{ErrorCode::kWorkerCrashed, "its worker ended again and again"};
      }
      if (outcome.reply.kind == WorkReply::Kind::kListing) {
        CROSSFOOT_DO(Forget(item.name));  // an earlier failure to open it
        AddMembers(item, outcome.reply.members);
        continue;
      }
      progress_.known += item.list ? 1 : 0;
      batch_bytes_ += outcome.reply.rows.bytes().size();
      SourceResult result{item.name, item.stat, versions_, std::move(outcome.reply), item.attempts};
      CROSSFOOT_DO(PutInBatch({std::move(item), std::move(result)}));
    }
    if (batch_.empty()) {
      Tick();
      return Done{};
    }
    const bool enough = batch_.size() >= kBatchReports || batch_bytes_ >= kBatchBytes ||
                        Clock::now() - batch_begun_ >= kBatchTime;
    return enough ? CommitBatch() : Result<Done>(Done{});
  }

  Result<Done> Forget(const std::string& name) {
    CROSSFOOT_DO(CommitBatch());
    CROSSFOOT_DO(store_.Begin());
    CROSSFOOT_DO(store_.Remove(name));
    return store_.Commit();
  }

  Result<Done> PutInBatch(Settled settled) {
    if (batch_.empty()) {
      CROSSFOOT_DO(store_.Begin());
      batch_begun_ = Clock::now();
    }
    batch_.push_back(std::move(settled));
    auto put = store_.Put(batch_.back().result);
    return put ? std::move(put) : SaveWhatFits(put.error());
  }

  // The batch cannot be stored (the disk is full): one by one, as far as it goes.
  Result<Done> SaveWhatFits(const Error& error) {
    for (const Settled& one : batch_) {
      CROSSFOOT_DO(store_.Begin());
      CROSSFOOT_DO(store_.Put(one.result));
      CROSSFOOT_DO(store_.Commit());
    }
    return error;
  }

  Result<Done> CommitBatch() {
    if (batch_.empty()) {
      return Done{};
    }
    if (auto stored = store_.Commit(); !stored) {
      return SaveWhatFits(stored.error());
    }
    const std::vector<Settled> settled = std::exchange(batch_, {});
    batch_bytes_ = 0;
    for (const Settled& one : settled) {
      const WorkReply& reply = one.result.reply;
      auto what = reply.error ? RunStep::Outcome::kFailed : RunStep::Outcome::kRead;
      if (reply.kind == WorkReply::Kind::kSame) {
        what = one.item.known->failed ? RunStep::Outcome::kFailed : RunStep::Outcome::kUnchanged;
      }
      Count(one.item, what, reply.error ? &*reply.error : nullptr);
    }
    return Done{};
  }

  void AddMembers(const Item& archive, const std::vector<ArchiveMember>& members) {
    std::map<std::string, int> seen;
    for (const ArchiveMember& member : members) {
      if (!NamedLikeAReport(member.name) && !NamedLikeAnArchive(member.name)) {
        continue;
      }
      Item item;
      item.path = archive.path;
      item.name = MemberName(archive.name, member.name);
      // An archive may hold two members of one name.
      if (const int before = seen[item.name]++; before > 0) {
        item.name += "#" + std::to_string(before + 1);
      }
      item.member = member.index;
      members_.push_back(std::move(item));
    }
  }

  // Without a worker: the file cannot be opened.
  Result<Done> Settle(Item item, const Error& error) {
    if (item.list) {
      ++progress_.known;
    }
    if (item.known && !item.known->failed) {
      Count(item, RunStep::Outcome::kFailed, &error);
      return Done{};
    }
    SourceResult result{item.name, {}, versions_, {}, 1};
    result.reply.error = error;
    return PutInBatch({std::move(item), std::move(result)});
  }

  void Count(const Item& item, RunStep::Outcome outcome, const Error* error) {
    ++(outcome == RunStep::Outcome::kUnchanged ? progress_.unchanged
       : outcome == RunStep::Outcome::kRead    ? progress_.read
                                               : progress_.failed);
    progress_.seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    RunStep step{item.name, outcome, "", ""};
    if (error != nullptr) {
      step.error_code = ErrorName(error->code);
      step.message = error->message;
    }
    observer_.OnStep(step, progress_);
  }

  void Tick() { progress_.seconds = std::chrono::duration<double>(Clock::now() - start_).count(); }

  const RunOptions& options_;
  Store& store_;
  RunObserver& observer_;
  WorkerPool pool_;
  std::string versions_;
  Clock::time_point start_ = Clock::now();
  size_t next_input_ = 0;
  std::deque<Item> members_;  // of archives, before the next input
  std::map<int64_t, Item> given_;
  std::vector<Item> broken_;
  std::vector<Settled> batch_;  // came back, not yet stored
  size_t batch_bytes_ = 0;
  Clock::time_point batch_begun_ = start_;
  int64_t next_ticket_ = 0;
  RunProgress progress_;
};

}  // namespace

std::string CurrentVersions() {
  return VersionText(
      {std::string(kVersion), Lexicon::BuiltIn().version(), RulePack::BuiltIn().version()});
}

Result<RunProgress> RunCorpus(const RunOptions& options, Store& store, RunObserver& observer) {
  KeepFreedMemory();
  return Runner(options, store, observer).Run();
}

}  // namespace crossfoot
