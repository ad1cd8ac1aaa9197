// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/picture_reader.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "extract/ocr/page_need.h"
#include "extract/ocr/picture_page.h"
#include "extract/ocr/tesseract_engine.h"

namespace crossfoot {
namespace {

constexpr int kMostThreads = 64;
constexpr int kPagesAThread = 4;  // in a window

void AddNote(PageContent* page, NoteKind kind, const std::string& message) {
  page->notes.push_back({kind, message, Place{page->info.number, 0, 0, {}}});
}

int ThreadsFor(const OcrOptions& options) {
  const int wanted =
      options.threads > 0 ? options.threads : static_cast<int>(std::thread::hardware_concurrency());
  return std::clamp(wanted, 1, kMostThreads);
}

}  // namespace

struct PictureReader::Worker {
  std::optional<TesseractEngine> engine;
  std::unique_ptr<PictureSource> source;
};

PictureReader::PictureReader(const OcrOptions& options, OpenSource open)
    : options_(options), open_(std::move(open)) {
  for (int i = 0; i < ThreadsFor(options); ++i) {
    workers_.push_back(std::make_unique<Worker>());
  }
}
PictureReader::~PictureReader() = default;

int PictureReader::Window() const { return static_cast<int>(workers_.size()) * kPagesAThread; }

Result<bool> PictureReader::Ready() {
  Worker& first = *workers_.front();
  if (!first.engine) {
    CROSSFOOT_TRY(first.engine, TesseractEngine::Open(options_.languages, options_.model_folder));
  }
  return true;
}

void PictureReader::ReadOne(Worker* worker, PageContent* page) const {
  try {
    if (!worker->engine) {
      auto engine = TesseractEngine::Open(options_.languages, options_.model_folder);
      if (!engine) {
        AddNote(page, NoteKind::kNeedsOcr, engine.error().message);
        return;
      }
      worker->engine = std::move(engine).value();
    }
    if (!worker->source) {
      auto source = open_();
      if (!source) {
        AddNote(page, NoteKind::kNeedsOcr, source.error().message);
        return;
      }
      worker->source = std::move(source).value();
    }
    auto picture = worker->source->Picture(page->info.number);
    if (!picture) {
      const bool limit = picture.error().code == ErrorCode::kLimitExceeded;
      AddNote(page, limit ? NoteKind::kLimit : NoteKind::kDamagedPage,
              "the page's picture was not read: it " + picture.error().message);
      return;
    }
    if (picture->damaged) {
      AddNote(page, NoteKind::kDamagedPage,
              "a part of the page's picture is damaged: what stood there was not read");
    }
    const int number = page->info.number;
    if (page->info.width > 0 && NeedOf(*page) == PageNeed::kRegions) {
      const float pixels = picture->dpi / 72;  // a rendered page knows its own
      for (const Box& region : PictureRegions(*page)) {
        const PixelBox box{
            static_cast<int>(region.left * pixels), static_cast<int>(region.top * pixels),
            static_cast<int>(region.right * pixels), static_cast<int>(region.bottom * pixels)};
        TakeRegion(ReadPicturePage(CutOut(*picture, box), number, &*worker->engine), region, page);
      }
    } else {
      TakeReading(ReadPicturePage(*picture, number, &*worker->engine), page);
    }
  } catch (const std::exception& e) {
    AddNote(page, NoteKind::kNeedsOcr, std::string("the page's picture was not read: ") + e.what());
  }
}

void PictureReader::Read(std::span<PageContent* const> pages) {
  std::atomic<size_t> next = 0;
  const auto caller = std::this_thread::get_id();
  const auto work = [&](Worker* worker) {
    for (size_t i = next++; i < pages.size(); i = next++) {
      ReadOne(worker, pages[i]);
      if (options_.progress && std::this_thread::get_id() == caller) {
        options_.progress(pages[i]->info.number);
      }
    }
  };
  const size_t count = std::min(workers_.size(), pages.size());
  std::vector<std::thread> threads;
  for (size_t i = 1; i < count; ++i) {
    try {
      threads.emplace_back(work, workers_[i].get());
    } catch (const std::system_error&) {
      break;  // no more threads are to be had: those that run do it all
    }
  }
  if (count > 0) {
    work(workers_.front().get());
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
}

}  // namespace crossfoot
