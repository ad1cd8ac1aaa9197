// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/page_shell.h"

#include <array>

#include "base/sha256.h"
#include "review/embedded.h"

namespace crossfoot {
namespace {

std::string_view Embedded(std::string_view name) {
  for (const review::EmbeddedFile& file : review::EmbeddedFiles()) {
    if (file.name == name) {
      return file.text;
    }
  }
  return {};
}

std::string ModuleVariable(std::string_view name) {
  return "module_" + std::string(name.substr(0, name.find('.')));
}

// "import { a, b } from './x.js';" → "const { a, b } = module_x;"
std::string ImportAsConstant(std::string_view line) {
  const size_t open = line.find('{');
  const size_t close = line.find('}');
  const size_t from = line.rfind('/');
  return "const " + std::string(line.substr(open, close + 1 - open)) + " = " +
         ModuleVariable(line.substr(from + 1)) + ";\n";
}

// The name that "function f(" or "const c =" gives.
std::string DeclaredName(std::string_view line) {
  line.remove_prefix(std::min(line.find(' ') + 1, line.size()));
  return std::string(line.substr(0, line.find_first_of(" (=")));
}

std::string AsFunction(std::string_view name, std::string_view module) {
  std::string out = "const " + ModuleVariable(name) + " = (() => {\n";
  std::string exports;
  while (!module.empty()) {
    const size_t end = std::min(module.find('\n'), module.size() - 1) + 1;
    std::string_view line = module.substr(0, end);
    module.remove_prefix(end);
    constexpr std::string_view kExport = "export ";
    if (line.starts_with("import ")) {
      out += ImportAsConstant(line);
      continue;
    }
    if (line.starts_with(kExport)) {
      line.remove_prefix(kExport.size());
      exports += (exports.empty() ? " " : ", ") +
                 DeclaredName(line.starts_with("async ") ? line.substr(6) : line);
    }
    out += line;
  }
  return out + "return {" + exports + " };\n})();\n";
}

// Modules one after another in the order in which they need one another, each in a function of its
// own, so that names inside it stay its own.
std::string Bundle() {
  std::string out = "(() => {\n'use strict';\n";
  for (const std::string_view name :
       {"dom.js", "words.js", "sums.js", "finding.js", "pages.js", "charts.js", "report_page.js",
        "index_page.js", "review_page.js", "app.js"}) {
    out += AsFunction(name, Embedded("web/" + std::string(name)));
  }
  return out + "})();\n";
}

std::string DataBlock(const char* id, std::string_view json) {
  if (json.empty()) {
    return {};
  }
  std::string out = std::string("<script type=\"application/json\" id=\"") + id + "\">";
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out + "</script>\n";
}

std::string HashSource(std::string_view text) {
  const std::string hex = Sha256Hex(text);
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string bytes;
  for (size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes.push_back(static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1])));
  }
  return "'sha256-" + Base64(bytes) + "'";
}

std::string Page(const ShellPage& page, const std::string& policy, const std::string& style,
                 const std::string& script) {
  return "<!DOCTYPE html>\n<html lang=\"" + std::string(page.chinese ? "zh-CN" : "en") +
         "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
         "content=\"default-src 'none'; " +
         policy +
         "; base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" "
         "content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" "
         "content=\"no-referrer\">\n<title>" +
         EscapeHtml(page.title) + "</title>\n<link rel=\"icon\" href=\"data:,\">\n" + style +
         "</head>\n<body data-page=\"" + page.kind + "\">\n<div id=\"app\"></div>\n<noscript>" +
         (page.chinese ? "本页需要浏览器允许脚本。" : "This page needs scripts allowed.") +
         "</noscript>\n" + DataBlock("data", page.data) + DataBlock("extra", page.extra) +
         DataBlock("settings", page.settings) + script + "</body>\n</html>\n";
}

}  // namespace

const std::string& PageScript() {
  static const std::string kScript = Bundle();
  return kScript;
}

std::string_view PageStyle() { return Embedded("web/style.css"); }

std::string EscapeHtml(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string Base64(std::string_view bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve(bytes.size() * 4 / 3 + 4);
  for (size_t i = 0; i < bytes.size(); i += 3) {
    uint32_t group = 0;
    for (size_t k = 0; k < 3; ++k) {
      group = group << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    }
    for (size_t k = 0; k < 4; ++k) {
      out += i + k <= bytes.size() ? kDigits[group >> (18 - 6 * k) & 63U] : '=';
    }
  }
  return out;
}

std::string LinkedPage(const ShellPage& page) {
  return Page(page,
              "script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; "
              "connect-src 'self'",
              "<link rel=\"stylesheet\" href=\"" + page.assets + "style.css\">\n",
              "<script src=\"" + page.assets + "app.js\"></script>\n");
}

std::string SingleFilePage(const ShellPage& page) {
  const std::string style(PageStyle());
  return Page(page,
              "script-src " + HashSource(PageScript()) + "; style-src " + HashSource(style) +
                  "; img-src data:",
              "<style>" + style + "</style>\n", "<script>" + PageScript() + "</script>\n");
}

}  // namespace crossfoot
