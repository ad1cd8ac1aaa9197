// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/review_service.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "corpus/json_text.h"
#include "model/json/page_json.h"
#include "review/page_shell.h"

namespace crossfoot {
namespace {

constexpr int64_t kMostItems = 500;  // of the queue at a time
constexpr size_t kLongestNote = 10'000;

std::string Field(const ReviewRequest& request, const std::string& name) {
  const auto found = request.fields.find(name);
  return found == request.fields.end() ? "" : found->second;
}

int64_t Whole(const std::string& text, int64_t otherwise) {
  int64_t value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  return parsed.ec == std::errc() && parsed.ptr == text.data() + text.size() ? value : otherwise;
}

// The message's first sentence.
std::string FirstSentence(const std::string& text, std::string_view stop) {
  const size_t end = text.find(stop);
  return end == std::string::npos ? text : text.substr(0, end + stop.size());
}

ReviewAnswer Refusal(int status, const std::string& why) {
  return {status, "application/json", JsonObject().Text("error", why).Print()};
}

ReviewAnswer AnswerOf(const Result<std::string>& json) {
  if (!json) {
    const bool missing = json.error().code == ErrorCode::kFileNotFound;
    return Refusal(missing ? 404 : 500, json.error().ToString());
  }
  return {200, "application/json", *json};
}

std::string DecisionJson(const Decision* decision) {
  if (decision == nullptr) {
    return "null";
  }
  return JsonObject()
      .Text("decision", decision->decision)
      .Text("reason", decision->reason)
      .Text("note", decision->note)
      .Text("who", decision->who)
      .Whole("decided", decision->decided)
      .Print();
}

// "KEY/ID" → both.
std::pair<std::string, std::string> SplitKey(const std::string& key) {
  const size_t slash = key.find('/');
  return slash == std::string::npos ? std::pair(key, std::string())
                                    : std::pair(key.substr(0, slash), key.substr(slash + 1));
}

bool TakeAffixes(std::string_view* path, std::string_view head, std::string_view tail) {
  if (!path->starts_with(head) || !path->ends_with(tail) ||
      path->size() < head.size() + tail.size()) {
    return false;
  }
  path->remove_prefix(head.size());
  path->remove_suffix(tail.size());
  return true;
}

}  // namespace

ReviewService::ReviewService(Store store, DecisionLog log, std::unique_ptr<ReportViewer> viewer,
                             const ReviewOptions& options)
    : store_(std::move(store)),
      log_(std::move(log)),
      viewer_(std::move(viewer)),
      pictures_(store_.folder(), viewer_.get()),
      options_(options) {}

Result<std::unique_ptr<ReviewService>> ReviewService::Open(Store store, DecisionLog decisions,
                                                           std::unique_ptr<ReportViewer> viewer,
                                                           const ReviewOptions& options) {
  std::unique_ptr<ReviewService> service(
      new ReviewService(std::move(store), std::move(decisions), std::move(viewer), options));
  CROSSFOOT_DO(service->Refresh());
  return service;
}

bool ReviewService::MayAsk(const ReviewRequest& request) const {
  const std::string port = ":" + std::to_string(options_.port);
  const std::set<std::string> names = {"127.0.0.1" + port, "localhost" + port, "[::1]" + port};
  return names.contains(request.host) &&
         (request.origin.empty() || request.origin == "http://" + request.host);
}

Result<Done> ReviewService::Refresh() {
  CROSSFOOT_TRY(const SqlValue corpus, store_.corpus().Ask("PRAGMA data_version"));
  if (corpus != SqlValue(corpus_seen_)) {
    CROSSFOOT_TRY(queue_, Queue::Read(store_));
    corpus_seen_ = std::get<int64_t>(corpus);
  }
  CROSSFOOT_TRY(const int64_t decisions, log_.Change());
  if (decisions != decisions_seen_) {
    CROSSFOOT_TRY(all_, log_.All());
    decisions_ = DecisionIndex(all_);
    decisions_seen_ = decisions;
  }
  return Done{};
}

ReviewAnswer ReviewService::Handle(const ReviewRequest& request) {
  if (!MayAsk(request)) {
    return Refusal(403, "only pages of this server may ask");
  }
  const bool changes = request.method == "POST";
  if (!changes && request.method != "GET" && request.method != "HEAD") {
    return Refusal(405, "GET or POST");
  }
  if (changes && (request.token != options_.token || options_.token.empty())) {
    return Refusal(403, "the token is missing or of an earlier start; load the page again");
  }
  std::string_view path = request.path;
  const bool png = path.ends_with(".png");
  if (!changes && path.starts_with("/picture/") &&
      TakeAffixes(&path, "/picture/", png ? ".png" : ".json")) {
    const auto [key, page] = SplitKey(std::string(path));
    return Picture(key, static_cast<int>(std::clamp<int64_t>(Whole(page, 0), 0, 1'000'000)), !png);
  }
  const std::lock_guard guard(one_at_a_time_);
  if (const auto fresh = Refresh(); !fresh) {
    return Refusal(500, fresh.error().ToString());
  }
  if (changes) {
    if (request.path != "/decide" && request.path != "/undo") {
      return Refusal(404, "nothing is there");
    }
    return Decide(request, request.path == "/undo");
  }
  return Answer(request);
}

ReviewAnswer ReviewService::Answer(const ReviewRequest& request) {
  std::string_view path = request.path;
  if (path == "/" || path == "/reports" || path == "/rules") {
    return Shell();
  }
  if (path == "/assets/app.js") {
    return {200, "text/javascript; charset=utf-8", PageScript(), true};
  }
  if (path == "/assets/style.css") {
    return {200, "text/css; charset=utf-8", std::string(PageStyle()), true};
  }
  if (path == "/queue.json") {
    return AnswerOf(QueueJson(request));
  }
  if (path == "/facets.json") {
    return {200, "application/json", FacetsJson()};
  }
  if (path == "/reports.json") {
    return AnswerOf(IndexJson(store_, options_.rules));
  }
  if (path == "/rules.json") {
    return {200, "application/json", RulesJson()};
  }
  if (TakeAffixes(&path, "/finding/", ".json")) {
    const auto [key, id] = SplitKey(std::string(path));
    return AnswerOf(FindingJson(key, id));
  }
  if (TakeAffixes(&path, "/report/", ".json")) {
    return AnswerOf(ReportJson(std::string(path)));
  }
  if (TakeAffixes(&path, "/report/", "") && queue_.FindReport(path) != nullptr) {
    return Shell();
  }
  return Refusal(404, "nothing is there");
}

ReviewAnswer ReviewService::Shell() const {
  ShellPage page;
  page.kind = "review";
  page.title = "crossfoot";
  page.chinese = options_.chinese;
  page.assets = "/assets/";
  page.settings = JsonObject().Text("token", options_.token).Text("who", options_.who).Print();
  return {200, "text/html; charset=utf-8", LinkedPage(page)};
}

Result<std::string> ReviewService::ItemJson(const QueueItem& item) {
  const ReportLine& report = queue_.ReportOf(item);
  CROSSFOOT_TRY(Statement rows,
                store_.corpus().Prepare("SELECT name, message_zh, message_en FROM findings WHERE "
                                        "source = ? AND n = ?"));
  rows.Bind({report.key, item.n});
  CROSSFOOT_TRY(const bool found, rows.Step());
  const BilingualText headline = found
                                     ? BilingualText{FirstSentence(std::string(rows.Text(1)), "。"),
                                                     FirstSentence(std::string(rows.Text(2)), ". ")}
                                     : BilingualText{};
  const std::string name = found ? std::string(rows.Text(0)) : "";
  while (found) {
    // To the end, so that no read transaction stays open.
    CROSSFOOT_TRY(const bool more, rows.Step());
    if (!more) {
      break;
    }
  }
  const auto history = decisions_.History(report.path, report.sha256, item.id);
  return JsonObject()
      .Text("key", report.key + "/" + item.id)
      .Text("id", item.id)
      .Text("rule", item.rule)
      .Text("name", name)
      .Text("severity", item.severity)
      .Raw("confidence", std::to_string(item.confidence))
      .Raw("headline", BilingualJsonText(headline))
      .Text("title", report.title)
      .Text("entity", report.entity)
      .Raw("year", report.year > 0 ? std::to_string(report.year) : "null")
      .Raw("decision", DecisionJson(decisions_.Current(report.path, report.sha256, item.id)))
      .Flag("differ", PeopleDiffer(history))
      .Print();
}

Result<std::string> ReviewService::QueueJson(const ReviewRequest& request) {
  const QueueFilter filter{Field(request, "state"), Field(request, "severity"),
                           Field(request, "rule"), Field(request, "year"),
                           Field(request, "region")};
  std::vector<const QueueItem*> items = queue_.Filter(filter, decisions_);
  // A finding that is asked for by name comes first, wherever it stands.
  const auto [key, id] = SplitKey(Field(request, "finding"));
  if (const QueueItem* wanted = queue_.Find(key, id); wanted != nullptr) {
    std::erase(items, wanted);
    items.insert(items.begin(), wanted);
  }
  const auto total = static_cast<int64_t>(items.size());
  const int64_t from = std::clamp<int64_t>(Whole(Field(request, "from"), 0), 0, total);
  const int64_t count = std::clamp<int64_t>(Whole(Field(request, "count"), 100), 0, kMostItems);
  std::vector<std::string> shown;
  for (int64_t i = from; i < std::min(total, from + count); ++i) {
    CROSSFOOT_TRY(std::string item, ItemJson(*items[static_cast<size_t>(i)]));
    shown.push_back(std::move(item));
  }
  return JsonObject().Whole("total", total).Raw("items", JsonArray(shown)).Print();
}

std::string ReviewService::FacetsJson() const {
  std::set<std::string> rules;
  std::set<std::string> years;
  std::set<std::string> regions;
  for (const QueueItem& item : queue_.items()) {
    const ReportLine& report = queue_.ReportOf(item);
    rules.insert(JsonString(item.rule));
    if (report.year > 0) {
      years.insert(std::to_string(report.year));
    }
    if (!report.region.empty()) {
      regions.insert(JsonString(report.region));
    }
  }
  const auto list = [](const std::set<std::string>& values) {
    return JsonArray({values.begin(), values.end()});
  };
  return JsonObject()
      .Raw("rules", list(rules))
      .Raw("years", list(years))
      .Raw("regions", list(regions))
      .Print();
}

Result<std::string> ReviewService::ReportJson(const std::string& key) {
  const ReportLine* report = queue_.FindReport(key);
  if (report == nullptr) {
    return Error{ErrorCode::kFileNotFound, "no such report", key};
  }
  CROSSFOOT_TRY(const std::string record, RecordOf(store_, key));
  CROSSFOOT_TRY(const std::string page, PageJson(record));
  JsonObject decided;
  for (const QueueItem& item : queue_.items()) {
    if (&queue_.ReportOf(item) == report) {
      decided.Raw(item.id, DecisionJson(decisions_.Current(report->path, report->sha256, item.id)));
    }
  }
  JsonObject out;
  out.Raw("report", page).Raw("decisions", decided.Print());
  if (report->media_type.starts_with("text/")) {
    const auto text = viewer_->Text(report->path);
    out.Text("text", text ? *text : "");
  }
  return out.Print();
}

Result<std::string> ReviewService::FindingJson(const std::string& key, const std::string& id) {
  const ReportLine* report = queue_.FindReport(key);
  if (report == nullptr || queue_.Find(key, id) == nullptr) {
    return Error{ErrorCode::kFileNotFound, "no such finding", key + "/" + id};
  }
  CROSSFOOT_TRY(const std::string record, RecordOf(store_, key));
  CROSSFOOT_TRY(const FindingPage page, FindingJsonOf(record, id));
  std::vector<std::string> history;
  const auto decisions = decisions_.History(report->path, report->sha256, id);
  for (const Decision* decision : decisions) {
    history.push_back(DecisionJson(decision));
  }
  std::vector<std::string> others;
  for (const QueueItem& item : queue_.items()) {
    if (&queue_.ReportOf(item) == report && item.id != id) {
      CROSSFOOT_TRY(std::string other, ItemJson(item));
      others.push_back(std::move(other));
    }
  }
  JsonObject out;
  out.Raw("report", JsonObject()
                        .Text("key", report->key)
                        .Text("path", report->path)
                        .Text("title", report->title)
                        .Text("entity", report->entity)
                        .Raw("year", report->year > 0 ? std::to_string(report->year) : "null")
                        .Print())
      .Raw("finding", page.finding)
      .Raw("relations", page.relations)
      .Raw("decision", DecisionJson(decisions_.Current(report->path, report->sha256, id)))
      .Raw("history", JsonArray(history))
      .Flag("differ", PeopleDiffer(decisions))
      .Raw("others", JsonArray(others));
  if (report->media_type.starts_with("text/")) {
    const auto text = viewer_->Text(report->path);
    out.Raw("text", LinesAround(text ? *text : "", page.lines));
  }
  return out.Print();
}

std::string ReviewService::RulesJson() const {
  std::map<std::string, int64_t> findings;
  for (const QueueItem& item : queue_.items()) {
    ++findings[item.rule];
  }
  std::map<std::string, RulePrecision> rules;
  for (const auto& [rule, count] : findings) {
    rules[rule].rule = rule;
  }
  for (RulePrecision& rule : PrecisionByRule(all_)) {
    rules[rule.rule] = std::move(rule);
  }
  std::vector<std::string> items;
  for (const auto& [id, rule] : rules) {
    JsonObject reasons;
    for (const auto& [reason, count] : rule.reasons) {
      reasons.Whole(reason, count);
    }
    const auto text = options_.rules.find(id);
    items.push_back(
        JsonObject()
            .Text("rule", id)
            .Raw("summary",
                 BilingualJsonText(text == options_.rules.end() ? BilingualText{} : text->second))
            .Whole("findings", findings[id])
            .Whole("error", rule.error)
            .Whole("not_error", rule.not_error)
            .Whole("ask_author", rule.ask_author)
            .Whole("later", rule.later)
            .Text("precision", PrecisionText(rule))
            .Raw("reasons", reasons.Print())
            .Print());
  }
  return JsonObject().Raw("rules", JsonArray(items)).Print();
}

ReviewAnswer ReviewService::Decide(const ReviewRequest& request, bool undo) {
  const auto [key, id] = SplitKey(Field(request, "key"));
  const QueueItem* item = queue_.Find(key, id);
  if (item == nullptr) {
    return Refusal(404, "no such finding");
  }
  const ReportLine& report = queue_.ReportOf(*item);
  Decision decision{report.path,
                    id,
                    Field(request, "decision"),
                    Field(request, "note"),
                    options_.who,
                    options_.now(),
                    Field(request, "reason"),
                    report.sha256,
                    item->rule};
  if (undo) {
    // What counted before the last decision counts again: said anew, since nothing is taken out.
    const auto history = decisions_.History(report.path, report.sha256, id);
    const Decision before = history.size() > 1 ? *history[history.size() - 2] : Decision{};
    decision.decision = before.decision.empty() ? "open" : before.decision;
    decision.reason = before.reason;
    decision.note = before.note;
    if (history.empty()) {
      return Refusal(409, "nothing is decided");
    }
  }
  if (!IsSound(decision) || decision.note.size() > kLongestNote) {
    return Refusal(400, "no such decision");
  }
  if (const auto added = log_.Add(decision); !added) {
    return Refusal(500, added.error().ToString());
  }
  all_.push_back(decision);
  decisions_.Add(decision);
  return {200, "application/json",
          JsonObject()
              .Raw("decision", DecisionJson(decisions_.Current(report.path, report.sha256, id)))
              .Flag("differ", PeopleDiffer(decisions_.History(report.path, report.sha256, id)))
              .Print()};
}

ReviewAnswer ReviewService::Picture(const std::string& key, int page, bool measure) {
  std::string path;
  std::string sha256;
  {
    const std::lock_guard guard(one_at_a_time_);
    const ReportLine* report = queue_.FindReport(key);
    if (report == nullptr) {
      return Refusal(404, "no such report");
    }
    path = report->path;
    sha256 = report->sha256;
  }
  const auto picture = pictures_.Get(path, sha256, page);
  if (!picture) {
    return Refusal(404, picture.error().ToString());
  }
  if (!measure) {
    return {200, "image/png", picture->png, true};
  }
  return {200, "application/json",
          JsonObject()
              .Raw("width", std::to_string(picture->page_width))
              .Raw("height", std::to_string(picture->page_height))
              .Print(),
          true};
}

}  // namespace crossfoot
