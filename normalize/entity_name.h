// SPDX-License-Identifier: GPL-3.0-or-later
//
// Names of bodies (单位名称) and the regions they begin with.
//
//   云岭市青竹区卫生监督所         → region 云岭市青竹区
//   云岭市财政局                   → region 云岭市
//   松溪市市场监督管理局           → region 松溪市 (市场 is no place)
//
// Tested by tests/normalize/entity_name_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "normalize/characters.h"

namespace crossfoot::normalize {

// The places a name begins with: 省 自治区 市 州 盟 县 区 旗, as far as they follow each other.
// Empty if none.
std::string RegionOf(std::string_view name);

// The characters of a body's name that ends before `end` or begins at `begin` of a text: a run of
// ideographs (brackets and middle dots inside it) that ends in a word for a body (局 所 中心 委员会
// …). Gives where the longest such run that begins at `begin` ends; `begin` if there is none.
size_t BodyNameEnd(const Characters& text, size_t begin);

// The run ends in a word for a body.
bool EndsAsBody(std::u32string_view name);

}  // namespace crossfoot::normalize
