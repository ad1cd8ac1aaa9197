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
#include "normalize/lexicon.h"
#include "validate/rule_pack.h"

namespace crossfoot {
namespace {

using Clock = std::chrono::steady_clock;

// A file changed less than this ago may change again without its times showing it.
constexpr int64_t kClockGrain = 100'000'000;

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
        pool_(options.workers, options.limits, options.launch),
        versions_(CurrentVersions() +
                  (options.knowledge.empty() ? "" : " with " + options.knowledge)) {}

  Result<RunProgress> Run() {
    CROSSFOOT_TRY(const int64_t run, store_.BeginRun(versions_));
    while (Left() || !pool_.IsIdle() || !broken_.empty()) {
      while (pool_.HasRoom() && Left()) {
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
      return Settle(item, opened.error());
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

  // Stores all that has come back in one transaction.
  Result<Done> TakeIn() {
    if (pool_.IsIdle()) {
      return Done{};
    }
    std::vector<WorkOutcome> outcomes = pool_.Wait(std::chrono::milliseconds(500));
    progress_.confinement = pool_.confinement();
    if (outcomes.empty()) {
      Tick();
      return Done{};
    }
    CROSSFOOT_DO(store_.Begin());
    struct Settled {
      Item item;
      RunStep::Outcome outcome;
      std::optional<Error> error;
    };
    std::vector<Settled> settled;
    for (WorkOutcome& outcome : outcomes) {
      const auto found = given_.find(outcome.ticket);
      Item item = std::move(found->second);
      given_.erase(found);
      if (outcome.broke_worker && item.attempts == 1) {
        broken_.push_back(std::move(item));
        continue;
      }
      if (outcome.reply.kind == WorkReply::Kind::kListing) {
        CROSSFOOT_DO(store_.Remove(item.name));  // an earlier failure to open it
        AddMembers(item, outcome.reply.members);
        continue;
      }
      progress_.known += item.list ? 1 : 0;
      SourceResult result{item.name, item.stat, versions_, std::move(outcome.reply), item.attempts};
      CROSSFOOT_DO(store_.Put(result));
      auto what = RunStep::Outcome::kRead;
      if (result.reply.kind == WorkReply::Kind::kSame) {
        what = item.known->failed ? RunStep::Outcome::kFailed : RunStep::Outcome::kUnchanged;
      } else if (result.reply.error) {
        what = RunStep::Outcome::kFailed;
      }
      settled.push_back({std::move(item), what, std::move(result.reply.error)});
    }
    CROSSFOOT_DO(store_.Commit());
    for (const Settled& one : settled) {
      Count(one.item, one.outcome, one.error ? &*one.error : nullptr);
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
  Result<Done> Settle(const Item& item, const Error& error) {
    if (item.list) {
      ++progress_.known;
    }
    if (!item.known || item.known->failed) {
      SourceResult result{item.name, {}, versions_, {}, 1};
      result.reply.error = error;
      CROSSFOOT_DO(store_.Begin());
      CROSSFOOT_DO(store_.Put(result));
      CROSSFOOT_DO(store_.Commit());
    }
    Count(item, RunStep::Outcome::kFailed, &error);
    return Done{};
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
  int64_t next_ticket_ = 0;
  RunProgress progress_;
};

}  // namespace

std::string CurrentVersions() {
  return VersionText(
      {std::string(kVersion), Lexicon::BuiltIn().version(), RulePack::BuiltIn().version()});
}

Result<RunProgress> RunCorpus(const RunOptions& options, Store& store, RunObserver& observer) {
  return Runner(options, store, observer).Run();
}

}  // namespace crossfoot
