// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/office/password.h"

#include <cstddef>
#include <cstdint>

namespace crossfoot {
namespace {

using std::string_view_literals::operator""sv;  // NOLINT(misc-unused-using-decls): used below

constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr size_t kSector = 64;  // streams begin at a multiple of it: small ones share large sectors
constexpr size_t kHead = 512;

// Little-endian; 0 beyond the end.
uint32_t NumberAt(std::string_view bytes, size_t at) {
  return at + 2 > bytes.size()
             ? 0
             : static_cast<unsigned char>(bytes[at]) |
                   static_cast<uint32_t>(static_cast<unsigned char>(bytes[at + 1])) << 8;
}

bool IsLockedDoc(std::string_view head) {
  constexpr uint32_t kWordMagic = 0xA5EC;
  constexpr size_t kVersion = 2;
  constexpr size_t kFlags = 10;
  constexpr uint32_t kEncrypted = 0x0100;
  const uint32_t version = NumberAt(head, kVersion);  // from Word 97 on
  return NumberAt(head, 0) == kWordMagic && version >= 0x00C0 && version <= 0x0112 &&
         (NumberAt(head, kFlags) & kEncrypted) != 0;
}

bool IsLockedXls(std::string_view head) {
  constexpr uint32_t kBegin = 0x0809;
  constexpr uint32_t kFilePass = 0x002F;
  constexpr int kLookedAtMost = 4;  // records
  constexpr size_t kRecordHead = 4;
  constexpr size_t kVersion = 4;
  const uint32_t version = NumberAt(head, kVersion);  // 95, or 97 and later
  if (NumberAt(head, 0) != kBegin || NumberAt(head, 2) > 16 ||
      (version != 0x0500 && version != 0x0600)) {
    return false;
  }
  size_t at = 0;
  for (int record = 0; record < kLookedAtMost; ++record) {
    if (NumberAt(head, at) == kFilePass) {
      return true;
    }
    at += kRecordHead + NumberAt(head, at + 2);
  }
  return false;
}

bool IsLockedOle(std::string_view bytes) {
  if (bytes.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"sv) != std::string_view::npos) {
    return true;
  }
  for (size_t at = kSector; at < bytes.size(); at += kSector) {
    const std::string_view head = bytes.substr(at, kHead);
    if (IsLockedDoc(head) || IsLockedXls(head)) {
      return true;
    }
  }
  return false;
}

bool IsLockedOdf(std::string_view bytes) {
  constexpr size_t kLocalHead = 30;
  constexpr size_t kMethod = 8;
  constexpr std::string_view kPart = "content.xml";
  for (size_t at = bytes.find(kPart); at != std::string_view::npos;
       at = bytes.find(kPart, at + 1)) {
    if (at >= kLocalHead && bytes.substr(at - kLocalHead, kZip.size()) == kZip) {
      const size_t text = at + kPart.size() + NumberAt(bytes, at - 2);
      return NumberAt(bytes, at - kLocalHead + kMethod) == 0 && bytes.substr(text, 1) != "<" &&
             bytes.find("opendocument") < at;
    }
  }
  return false;
}

}  // namespace

bool NeedsPassword(std::string_view bytes) {
  return bytes.starts_with(kOle)   ? IsLockedOle(bytes)
         : bytes.starts_with(kZip) ? IsLockedOdf(bytes)
                                   : false;
}

}  // namespace crossfoot
