// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/tesseract_engine.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <utility>

#include <dlfcn.h>
#include <sys/stat.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include "base/utf8.h"

namespace crossfoot {
namespace {

// Tesseract opens four OpenMP threads for a layer whatever it is told; no level of parallelism
// being allowed, they stay one. The setting belongs to the calling thread.
void StayInOneThread() {
  using SetLevels = void (*)(int);
  static const auto kSetLevels =
      reinterpret_cast<SetLevels>(dlsym(RTLD_DEFAULT, "omp_set_max_active_levels"));
  if (kSetLevels != nullptr) {
    kSetLevels(0);
  }
}

bool FileExists(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0;
}

// Where Debian 12 and its neighbours put models.
constexpr std::array<const char*, 3> kFolders = {"/usr/share/tesseract-ocr/5/tessdata",
                                                 "/usr/share/tesseract-ocr/4.00/tessdata",
                                                 "/usr/share/tessdata"};

std::string PackageOf(const std::string& language) {
  std::string name = language;
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c == '_' || c == '/' ? '-' : (c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  });
  const bool script = !language.empty() && language.front() >= 'A' && language.front() <= 'Z';
  return "tesseract-ocr-" + (script ? "script-" + name : name);
}

// The name under which a folder has the model: some keep scripts in a folder of their own.
std::string NameIn(const std::string& folder, const std::string& language) {
  if (FileExists(folder + "/" + language + ".traineddata")) {
    return language;
  }
  if (FileExists(folder + "/script/" + language + ".traineddata")) {
    return "script/" + language;
  }
  return {};
}

std::vector<std::string> SplitLanguages(const std::string& languages) {
  std::vector<std::string> parts(1);
  for (const char c : languages) {
    if (c == '+') {
      parts.emplace_back();
    } else {
      parts.back().push_back(c);
    }
  }
  for (std::string& part : parts) {
    if (part.starts_with("script/")) {
      part.erase(0, 7);
    }
  }
  return parts;
}

float Share(float percent) { return std::clamp(percent / 100, 0.0F, 1.0F); }

char32_t SingleCode(const char* utf8) {
  if (utf8 == nullptr) {
    return 0;
  }
  const std::string_view text(utf8);
  const Utf8Step step = DecodeUtf8(text, 0);
  return step.length == text.size() ? step.code : 0;
}

}  // namespace

class TesseractEngine::Tesseract {
 public:
  tesseract::TessBaseAPI& api() { return api_; }

 private:
  tesseract::TessBaseAPI api_;
};

TesseractEngine::TesseractEngine(std::unique_ptr<Tesseract> tesseract)
    : tesseract_(std::move(tesseract)) {}
TesseractEngine::TesseractEngine(TesseractEngine&&) noexcept = default;
TesseractEngine& TesseractEngine::operator=(TesseractEngine&&) noexcept = default;
TesseractEngine::~TesseractEngine() = default;

Result<TesseractEngine> TesseractEngine::Open(const std::string& languages,
                                              const std::string& folder) {
  std::vector<std::string> folders;
  if (folder.empty()) {
    folders.assign(kFolders.begin(), kFolders.end());
  } else {
    folders.push_back(folder);
  }
  const std::vector<std::string> wanted = SplitLanguages(languages);
  std::string missing = wanted.front();
  for (const std::string& place : folders) {
    std::string names;
    bool complete = true;
    for (const std::string& language : wanted) {
      const std::string name = NameIn(place, language);
      if (name.empty()) {
        missing = language;
        complete = false;
        break;
      }
      names += (names.empty() ? "" : "+") + name;
    }
    if (!complete) {
      continue;
    }
    StayInOneThread();
    auto tesseract = std::make_unique<Tesseract>();
    tesseract::TessBaseAPI& api = tesseract->api();
    api.SetVariable("debug_file", "/dev/null");
    if (api.Init(place.c_str(), names.c_str(), tesseract::OEM_LSTM_ONLY) != 0) {
      return Error{ErrorCode::kMissingProgram,
                   "the reading model " + names + " in " + place + " cannot be loaded"};
    }
    api.SetPageSegMode(tesseract::PSM_SINGLE_BLOCK);
    api.SetVariable("lstm_choice_mode", "2");
    api.SetVariable("lstm_choice_iterations", "1");  // five cost a third of the whole reading
    api.SetVariable("tessedit_do_invert", "0");      // pages are dark on light here
    return TesseractEngine(std::move(tesseract));
  }
  return Error{ErrorCode::kMissingProgram, "pictures need the reading model " + missing +
                                               " (Debian package " + PackageOf(missing) + ")"};
}

std::vector<ReadLine> TesseractEngine::ReadSingleLine(const Raster& grey) {
  tesseract_->api().SetPageSegMode(tesseract::PSM_SINGLE_LINE);
  std::vector<ReadLine> lines = ReadBlock(grey);
  tesseract_->api().SetPageSegMode(tesseract::PSM_SINGLE_BLOCK);
  return lines;
}

std::vector<ReadLine> TesseractEngine::ReadBlock(const Raster& grey) {
  using tesseract::RIL_SYMBOL;
  using tesseract::RIL_TEXTLINE;
  using tesseract::RIL_WORD;
  constexpr int kLeast = 3;  // pixels: Tesseract does not take smaller pictures
  std::vector<ReadLine> lines;
  if (grey.width < kLeast || grey.height < kLeast || grey.channels != 1) {
    return lines;
  }
  StayInOneThread();
  tesseract::TessBaseAPI& api = tesseract_->api();
  api.SetImage(grey.pixels.data(), grey.width, grey.height, 1, grey.width);
  api.SetSourceResolution(static_cast<int>(std::lround(std::clamp(grey.dpi, 70.0F, 600.0F))));
  if (api.Recognize(nullptr) == 0) {
    const std::unique_ptr<tesseract::ResultIterator> at(api.GetIterator());
    while (at && !at->Empty(RIL_SYMBOL)) {
      if (at->IsAtBeginningOf(RIL_TEXTLINE) || lines.empty()) {
        lines.emplace_back();
        PixelBox& box = lines.back().box;
        at->BoundingBox(RIL_TEXTLINE, &box.left, &box.top, &box.right, &box.bottom);
      }
      const std::unique_ptr<const char[]> text(at->GetUTF8Text(RIL_SYMBOL));
      ReadSymbol symbol;
      symbol.confidence = Share(at->Confidence(RIL_SYMBOL));
      symbol.begins_word = at->IsAtBeginningOf(RIL_WORD);
      at->BoundingBox(RIL_SYMBOL, &symbol.box.left, &symbol.box.top, &symbol.box.right,
                      &symbol.box.bottom);
      const std::string_view utf8 = text ? std::string_view(text.get()) : std::string_view();
      symbol.code = DecodeUtf8(utf8, 0).code;
      tesseract::ChoiceIterator choice(*at);
      do {
        const char32_t code = SingleCode(choice.GetUTF8Text());
        if (code != 0 && code != symbol.code && !IsBlank(code)) {
          symbol.others.push_back({code, Share(choice.Confidence())});
        }
      } while (choice.Next());
      if (symbol.code != 0 && !IsBlank(symbol.code)) {
        lines.back().symbols.push_back(std::move(symbol));
      }
      if (!at->Next(RIL_SYMBOL)) {
        break;
      }
    }
  }
  api.Clear();
  std::erase_if(lines, [](const ReadLine& line) { return line.symbols.empty(); });
  return lines;
}

}  // namespace crossfoot
