// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/office/libreoffice.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "extract/office/office_jail.h"

namespace crossfoot {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// The first of LibreOffice's names that PATH has; empty if none.
std::string FindProgram() {
  const char* const path = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe)
  std::string_view rest = path == nullptr ? "" : path;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find(':'), rest.size());
    for (const char* name : {"soffice", "libreoffice"}) {
      std::string candidate = std::string(rest.substr(0, end)) + "/" + name;
      if (access(candidate.c_str(), X_OK) == 0) {
        return candidate;
      }
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

// A folder that goes when this does.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::error_code error;
    std::string path = (fs::temp_directory_path(error) / "crossfoot-XXXXXX").string();
    if (!error && mkdtemp(path.data()) != nullptr) {
      path_ = path;
    }
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) {
      fs::remove_all(path_, ignored);
    }
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::vector<char*> Pointers(std::vector<std::string>* words) {
  std::vector<char*> pointers;
  for (std::string& word : *words) {
    pointers.push_back(word.data());
  }
  pointers.push_back(nullptr);
  return pointers;
}

// Whether the other end of the socket is closed.
bool IsAbandoned(int patron) {
  pollfd watched{patron, POLLRDHUP, 0};
  return patron >= 0 && poll(&watched, 1, 0) > 0 &&
         (watched.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0;
}

// LibreOffice's local socket stays behind where it may not remove it, or was killed. One that
// nobody listens at any more goes; a running LibreOffice of the user's keeps its own.
void RemoveDeadSockets() {
  std::error_code problem;
  for (fs::directory_iterator at("/tmp", problem), end; !problem && at != end;
       at.increment(problem)) {
    sockaddr_un address{};
    const std::string path = at->path().string();
    if (!at->path().filename().string().starts_with("OSL_PIPE_") ||
        path.size() >= sizeof address.sun_path) {
      continue;
    }
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, path.size());
    const int probe = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const auto* where = reinterpret_cast<const sockaddr*>(&address);
    if (probe >= 0 && connect(probe, where, sizeof address) != 0 && errno == ECONNREFUSED) {
      unlink(path.c_str());
    }
    close(probe);
  }
}

// Runs until the end or the deadline; whether it ended by itself.
bool RunProgram(std::vector<std::string> arguments, std::vector<std::string> environment,
                const std::string& folder, const OfficeLimits& limits, Clock::time_point deadline,
                int patron) {
  // All that allocates comes before fork: between fork and exec only system calls are allowed.
  const std::vector<char*> argv = Pointers(&arguments);
  const std::vector<char*> envp = Pointers(&environment);
  const std::string home = fs::path(arguments.front()).parent_path().string();
  const pid_t child = fork();
  if (child < 0) {
    return false;
  }
  if (child == 0) {
    setpgid(0, 0);
    const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (const int stream : {0, 1, 2}) {
      dup2(null, stream);
    }
    JailOffice(folder.c_str(), home.c_str(), limits.memory_bytes, limits.output_bytes);
    execve(argv[0], argv.data(), envp.data());
    _exit(127);
  }
  int status = 0;
  bool ended = false;
  while (!ended && Clock::now() < deadline && !IsAbandoned(patron)) {
    ended = waitpid(child, &status, WNOHANG) != 0;
    if (!ended) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }
  kill(-child, SIGKILL);  // and whatever it started
  if (!ended) {
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
  }
  RemoveDeadSockets();
  return ended;
}

// The profile's settings: no macros, nothing fetched or updated from outside, no history.
constexpr std::string_view kSettings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>1</value></prop></item>
</oor:items>
)";

// Whether all of it was written.
bool WriteFile(const std::string& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  return static_cast<bool>(out);
}

}  // namespace

bool HasLibreOffice() { return !FindProgram().empty(); }

Result<std::string> OfficeToFlatOdf(std::string_view bytes, const OfficeTask& task,
                                    const OfficeLimits& limits, int patron) {
  const std::string program = FindProgram();
  if (program.empty()) {
    return Error{ErrorCode::kMissingProgram,
                 "is an office file, which LibreOffice reads; install " + task.package};
  }
  const TemporaryFolder folder;
  const std::string input = folder.path() + "/report" + task.suffix;
  const std::string user = folder.path() + "/profile/user";
  std::error_code problem;
  fs::create_directories(user, problem);
  if (folder.path().empty() || problem || !WriteFile(input, bytes) ||
      !WriteFile(user + "/registrymodifications.xcu", kSettings)) {
    return Error{ErrorCode::kWriteFailed, "cannot be handed to LibreOffice: no temporary folder"};
  }
  const std::string output = folder.path() + "/report." + task.target;
  const auto deadline = Clock::now() + limits.time;
  // With a new profile it wants to start again, which it cannot in its jail: we do it.
  bool ended = true;
  for (int attempt = 0; ended && attempt < 2 && access(output.c_str(), R_OK) != 0; ++attempt) {
    ended = RunProgram(
        {program, "-env:UserInstallation=file://" + folder.path() + "/profile", "--headless",
         "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--convert-to", task.target,
         "--outdir", folder.path(), input},
        {"HOME=" + folder.path(), "TMPDIR=" + folder.path(), "PATH=/usr/bin:/bin", "LANG=C.UTF-8"},
        folder.path(), limits, deadline, patron);
  }
  if (!ended) {
    return Error{ErrorCode::kLimitExceeded,
                 "kept LibreOffice busy for more than " +
                     std::to_string(limits.time.count() / 1000) + " seconds",
                 "",
                 0,
                 0,
                 "seconds"};
  }
  std::ifstream in(output, std::ios::binary);
  std::string flat{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (flat.empty()) {
    return Error{ErrorCode::kBrokenMarkup,
                 "is an office file that LibreOffice could not read: damaged, protected by a "
                 "password, or it lacks " +
                     task.package};
  }
  return flat;
}

}  // namespace crossfoot
