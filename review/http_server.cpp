// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/http_server.h"

#include <utility>

#include <httplib.h>

namespace crossfoot {
namespace {

constexpr char kAddress[] = "127.0.0.1";
constexpr size_t kLongestBody = 64 * 1024;
constexpr size_t kThreads = 4;

constexpr char kPolicy[] =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src "
    "'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

ReviewRequest RequestOf(const httplib::Request& request) {
  ReviewRequest out;
  out.method = request.method;
  out.path = request.path;
  for (const auto& [name, value] : request.params) {
    out.fields[name] = value;
  }
  out.host = request.get_header_value("Host");
  out.origin = request.get_header_value("Origin");
  out.token = request.get_header_value("X-Crossfoot-Token");
  return out;
}

void Put(const ReviewAnswer& answer, httplib::Response* response) {
  response->status = answer.status;
  response->set_header("Content-Security-Policy", kPolicy);
  response->set_header("X-Content-Type-Options", "nosniff");
  response->set_header("X-Frame-Options", "DENY");
  response->set_header("Referrer-Policy", "no-referrer");
  response->set_header("Cross-Origin-Resource-Policy", "same-origin");
  response->set_header("Cross-Origin-Opener-Policy", "same-origin");
  response->set_header("Cache-Control", answer.may_be_kept ? "private, max-age=600" : "no-store");
  response->set_content(answer.body, answer.type.c_str());
}

}  // namespace

struct LoopbackServer::Http {
  httplib::Server server;
};

LoopbackServer::LoopbackServer(std::unique_ptr<Http> http) : http_(std::move(http)) {}
LoopbackServer::LoopbackServer(LoopbackServer&&) noexcept = default;
LoopbackServer::~LoopbackServer() = default;

Result<LoopbackServer> LoopbackServer::Bind(int port) {
  auto http = std::make_unique<Http>();
  http->server.new_task_queue = [] {
    return new httplib::ThreadPool(kThreads);
  };  // NOLINT: its way
  http->server.set_payload_max_length(kLongestBody);
  http->server.set_tcp_nodelay(true);
  int bound = port;
  if (port > 0 ? !http->server.bind_to_port(kAddress, port)
               : (bound = http->server.bind_to_any_port(kAddress)) <= 0) {
    return Error{ErrorCode::kStoreUnusable,
                 "port " + std::to_string(port) + " is taken; give another with --port"};
  }
  LoopbackServer server(std::move(http));
  server.port_ = bound;
  return server;
}

void LoopbackServer::Serve(const std::function<ReviewAnswer(const ReviewRequest&)>& answer) {
  const auto handle = [&answer](const httplib::Request& request, httplib::Response& response) {
    Put(answer(RequestOf(request)), &response);
  };
  http_->server.Get(".*", handle);
  http_->server.Post(".*", handle);
  http_->server.listen_after_bind();
}

void LoopbackServer::Stop() { http_->server.stop(); }

}  // namespace crossfoot
