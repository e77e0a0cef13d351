// SPDX-License-Identifier: MIT
#include "exchange/dbf_encoding.h"

#include "core/text.h"

#include <algorithm>

namespace guatu::exchange
{
namespace
{

std::optional<Encoding> declared(const DbfDeclaration& declaration)
{
    if (!trim(declaration.codePage).empty())
        return encodingFromString(declaration.codePage);
    switch (declaration.languageDriver) { // dBASE language driver ids
    case 0x4D:
        return Encoding::Gb18030;
    case 0x03:
    case 0x57:
        return Encoding::Latin1; // "ANSI": also written by Chinese systems
    default:
        return std::nullopt;
    }
}

/// Whether a value is UTF-8, its last character possibly cut off by the field's width.
bool isUtf8Value(std::string_view value)
{
    for (int cut = 0; cut < 4; ++cut) {
        if (isUtf8(value))
            return true;
        if (value.empty() || static_cast<unsigned char>(value.back()) < 0x80U)
            return false;
        value.remove_suffix(1);
    }
    return false;
}

} // namespace

DbfEncoding recogniseDbf(const DbfDeclaration& declaration, const std::vector<std::string>& texts)
{
    std::string evidence;
    std::size_t foreign = 0;
    std::size_t utf8 = 0;
    for (const std::string& text : texts) {
        if (std::ranges::all_of(text, [](char c) { return static_cast<signed char>(c) >= 0; }))
            continue;
        ++foreign;
        utf8 += isUtf8Value(text) ? 1 : 0;
        evidence.append(text).append("\n");
    }
    const std::optional<Encoding> said = declared(declaration);
    DbfEncoding result;
    if (foreign == 0) {
        result.encoding = said.value_or(Encoding::Utf8);
        return result;
    }
    if (utf8 == foreign) {
        result.encoding = Encoding::Utf8;
    } else {
        const auto guess = recogniseEncoding(evidence, true);
        const bool gb = guess && guess->encoding == Encoding::Gb18030;
        result.encoding = gb ? Encoding::Gb18030 : said.value_or(Encoding::Latin1);
        if (!gb && !said)
            result.notes.push_back(
                {"import.encoding_unsure", {{"used", std::string(toString(result.encoding))}}});
    }
    if (said && *said != result.encoding)
        result.notes.push_back(
            {"import.encoding_overruled",
             {{"declared", declaration.codePage.empty() ? std::string(toString(*said))
                                                        : std::string(trim(declaration.codePage))},
              {"used", std::string(toString(result.encoding))}}});
    return result;
}

} // namespace guatu::exchange
