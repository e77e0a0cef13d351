// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace guatu::exchange
{

/// A Chinese name as a clerk types it: 高桥镇 is "gaoqiaozhen". Lower case, no tones; ü is v
/// (绿汁 is "lvzhi"). Latin letters and digits stay, other signs are left out. Of a character
/// with several readings the one usual in place names is taken. May be called from any thread;
/// the first call builds tables and takes about a tenth of a second.
[[nodiscard]] std::string pinyin(std::string_view utf8);

/// The first letter of each syllable: 高桥镇 is "gqz".
[[nodiscard]] std::string pinyinInitials(std::string_view utf8);

} // namespace guatu::exchange
