// SPDX-License-Identifier: GPL-3.0-or-later
//
// The review on the network: bound to this machine's loopback address alone, never to another.
// (cpp-httplib behind it; the one place that includes it.)
//
// Tested by tests/browser/review.mjs and tests/cli/review_test.py.
#pragma once

#include <functional>
#include <memory>

#include "base/result.h"
#include "review/review_service.h"

namespace crossfoot {

class LoopbackServer {
 public:
  // Takes 127.0.0.1:`port`; 0: any free one. Errors (kStoreUnusable): the port is taken.
  static Result<LoopbackServer> Bind(int port);
  LoopbackServer(LoopbackServer&&) noexcept;
  LoopbackServer& operator=(LoopbackServer&&) = delete;
  ~LoopbackServer();

  [[nodiscard]] int port() const { return port_; }
  // Answers until Stop() is called, from another thread or a signal's handler.
  void Serve(const std::function<ReviewAnswer(const ReviewRequest&)>& answer);
  void Stop();

 private:
  struct Http;
  explicit LoopbackServer(std::unique_ptr<Http> http);
  std::unique_ptr<Http> http_;
  int port_ = 0;
};

}  // namespace crossfoot
