// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/office/libreoffice.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace crossfoot {
namespace {

namespace fs = std::filesystem;

// The first of LibreOffice's names that PATH has; empty if none.
std::string FindProgram() {
  const char* const path = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe)
  std::string_view rest = path == nullptr ? "" : path;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find(':'), rest.size());
    for (const char* name : {"soffice", "libreoffice"}) {
      const std::string candidate = std::string(rest.substr(0, end)) + "/" + name;
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

void Limit(int resource, int64_t value) {
  const rlimit limit{static_cast<rlim_t>(value), static_cast<rlim_t>(value)};
  setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

std::vector<char*> Pointers(std::vector<std::string>* words) {
  std::vector<char*> pointers;
  for (std::string& word : *words) {
    pointers.push_back(word.data());
  }
  pointers.push_back(nullptr);
  return pointers;
}

// Runs until the end or the deadline; whether it ended by itself.
bool RunProgram(std::vector<std::string> arguments, std::vector<std::string> environment,
                const OfficeLimits& limits) {
  // All that allocates comes before fork: between fork and exec only system calls are allowed.
  const std::vector<char*> argv = Pointers(&arguments);
  const std::vector<char*> envp = Pointers(&environment);
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
    unshare(CLONE_NEWUSER | CLONE_NEWNET);  // where it is not allowed, the run goes on without
    Limit(RLIMIT_AS, limits.memory_bytes);
    Limit(RLIMIT_FSIZE, limits.output_bytes);
    Limit(RLIMIT_CORE, 0);
    execve(argv[0], argv.data(), envp.data());
    _exit(127);
  }
  const auto deadline = std::chrono::steady_clock::now() + limits.time;
  int status = 0;
  bool ended = false;
  while (!ended && std::chrono::steady_clock::now() < deadline) {
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
  return ended;
}

}  // namespace

Result<std::string> OfficeToHtml(std::string_view bytes, std::string_view suffix,
                                 std::string_view package, const OfficeLimits& limits) {
  const std::string program = FindProgram();
  if (program.empty()) {
    return Error{ErrorCode::kMissingProgram,
                 "is an office file, which LibreOffice reads; install " + std::string(package)};
  }
  const TemporaryFolder folder;
  const std::string input = folder.path() + "/report" + std::string(suffix);
  std::ofstream out(input, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (folder.path().empty() || !out) {
    return Error{ErrorCode::kWriteFailed, "cannot be handed to LibreOffice: no temporary folder"};
  }
  const bool ended =
      RunProgram({program, "-env:UserInstallation=file://" + folder.path() + "/profile",
                  "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
                  "--convert-to", "html", "--outdir", folder.path(), input},
                 {"HOME=" + folder.path(), "PATH=/usr/bin:/bin", "LANG=C.UTF-8"}, limits);
  if (!ended) {
    return Error{ErrorCode::kLimitExceeded, "kept LibreOffice busy for more than " +
                                                std::to_string(limits.time.count() / 1000) +
                                                " seconds"};
  }
  std::ifstream in(folder.path() + "/report.html", std::ios::binary);
  std::string html{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (html.empty()) {
    return Error{ErrorCode::kBrokenMarkup, "is an office file that LibreOffice could not read"};
  }
  return html;
}

}  // namespace crossfoot
