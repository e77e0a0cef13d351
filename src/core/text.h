// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guatu
{

/// Without white space at both ends, full-width blanks (U+3000) and BOMs included.
[[nodiscard]] std::string_view trim(std::string_view utf8);

/// Full-width letters, digits and punctuation to half width, ASCII letters to lower case.
[[nodiscard]] std::string foldWidth(std::string_view utf8);

/// A header or name made comparable: width folded, all white space taken out, a bracketed unit
/// at the end ("(个)", "（元）") taken off.
[[nodiscard]] std::string foldHeader(std::string_view utf8);

/// Whether the bytes are well-formed UTF-8.
[[nodiscard]] bool isUtf8(std::string_view bytes);

/// Code points of a well-formed text.
[[nodiscard]] std::u32string decodeUtf8(std::string_view utf8);
[[nodiscard]] std::string encodeUtf8(std::u32string_view text);

/// Whether a cell says nothing: blank, "-", "—", "/", "无", "未知", "不详", "N/A", "null".
[[nodiscard]] bool isMissing(std::string_view cell);

[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// 12345 as "12,345".
[[nodiscard]] std::string withThousands(long long number);

} // namespace guatu
