// SPDX-License-Identifier: MIT
#include "exchange/layer_fields.h"

#include "core/error.h"
#include "core/text.h"

#include <unicode/ucnv.h>

#include <array>
#include <limits>
#include <memory>
#include <set>

namespace guatu::exchange
{
namespace
{

constexpr std::size_t mostNameBytes = 10; // dBASE III

/// Encodes single characters as code page 936 has them.
class GbkEncoder
{
public:
    GbkEncoder()
    {
        UErrorCode status = U_ZERO_ERROR;
        m_converter.reset(ucnv_open("windows-936", &status));
        ucnv_setFromUCallBack(m_converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr,
                              nullptr, &status);
        if (U_FAILURE(status))
            throw Error(ErrorKind::Internal, {"cli.internal", {{"what", "windows-936"}}});
    }

    /// Empty for a character that GBK lacks.
    std::string operator()(char32_t point)
    {
        if (point < 0x80)
            return {static_cast<char>(point)};
        if (point > 0xFFFF)
            return {};
        const auto unit = static_cast<UChar>(point);
        std::array<char, 8> bytes{};
        UErrorCode status = U_ZERO_ERROR;
        const int32_t size = ucnv_fromUChars(m_converter.get(), bytes.data(),
                                             static_cast<int32_t>(bytes.size()), &unit, 1, &status);
        return U_SUCCESS(status) ? std::string(bytes.data(), static_cast<std::size_t>(size))
                                 : std::string();
    }

private:
    struct Close {
        void operator()(UConverter* converter) const { ucnv_close(converter); }
    };
    std::unique_ptr<UConverter, Close> m_converter;
};

GbkEncoder& encoder()
{
    thread_local GbkEncoder one;
    return one;
}

std::size_t sizeIn(const std::u32string& name, bool gbk)
{
    const std::string utf8 = encodeUtf8(name);
    return gbk ? gbkSize(utf8) : utf8.size();
}

std::u32string cut(std::u32string name, std::size_t bytes, bool gbk)
{
    while (sizeIn(name, gbk) > bytes)
        name.pop_back();
    return name;
}

/// Without what programs that read dBASE stumble over.
std::u32string dbaseName(const std::string& name)
{
    std::u32string kept;
    for (const char32_t point : decodeUtf8(name)) {
        const bool letter = (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z') ||
                            (point >= U'0' && point <= U'9') || point == U'_';
        const bool han = point >= 0x3400 && point <= 0x9FFF;
        if (letter || han)
            kept += point;
        else if (point < 0x80 && !kept.empty() && kept.back() != U'_')
            kept += U'_';
    }
    while (!kept.empty() && kept.back() == U'_')
        kept.pop_back();
    if (kept.empty() || (kept.front() >= U'0' && kept.front() <= U'9'))
        kept.insert(kept.begin(), U'f');
    return kept;
}

/// `wanted` or, when it is taken, with the first number behind it that makes it new.
std::string unused(const std::u32string& wanted, std::set<std::string>& taken, std::size_t most,
                   bool gbk)
{
    std::u32string name = cut(wanted, most, gbk);
    for (int number = 2; !taken.insert(foldWidth(encodeUtf8(name))).second; ++number) {
        const std::u32string suffix = decodeUtf8("_" + std::to_string(number));
        name = cut(wanted, most - suffix.size(), gbk) + suffix;
    }
    return encodeUtf8(name);
}

} // namespace

std::vector<std::string> fieldNames(const Table& table, FieldNames names, Language language)
{
    constexpr std::size_t most = 120;
    std::set<std::string> taken;
    std::vector<std::string> all;
    for (const TableColumn& column : table.columns()) {
        std::string name = names == FieldNames::Keys ? column.key : column.title.in(language);
        if (names == FieldNames::Titles && column.kind == ColumnKind::Percent)
            name += "(%)";
        all.push_back(unused(decodeUtf8(name), taken, most, false));
    }
    return all;
}

std::vector<std::string> shortFieldNames(const std::vector<std::string>& names, bool gbk)
{
    std::set<std::string> taken;
    std::vector<std::string> all;
    for (const std::string& name : names)
        all.push_back(unused(dbaseName(name), taken, mostNameBytes, gbk));
    return all;
}

std::string cellText(const TableCell& cell, FieldNames names, Language language)
{
    if (const auto* text = std::get_if<std::string>(&cell))
        return *text;
    if (const auto* text = std::get_if<LocalText>(&cell))
        return text->in(language);
    if (const auto* word = std::get_if<Word>(&cell))
        return names == FieldNames::Keys ? word->code : word->title.in(language);
    if (const auto* date = std::get_if<Date>(&cell))
        return date->iso();
    return {};
}

double cellNumber(const TableCell& cell)
{
    if (const auto* count = std::get_if<std::int64_t>(&cell))
        return static_cast<double>(*count);
    const auto* value = std::get_if<double>(&cell);
    return value != nullptr ? *value : std::numeric_limits<double>::quiet_NaN();
}

std::size_t gbkSize(std::string_view utf8)
{
    std::size_t lost = 0;
    return toGbk(utf8, lost).size();
}

std::string asGbkCan(std::string_view utf8, std::size_t& lost)
{
    std::u32string points = decodeUtf8(utf8);
    for (char32_t& point : points)
        if (encoder()(point).empty()) {
            point = U'?';
            ++lost;
        }
    return encodeUtf8(points);
}

std::string toGbk(std::string_view utf8, std::size_t& lost)
{
    std::string bytes;
    for (const char32_t point : decodeUtf8(utf8)) {
        const std::string encoded = encoder()(point);
        lost += encoded.empty() ? 1U : 0U;
        bytes += encoded.empty() ? "?" : encoded;
    }
    return bytes;
}

} // namespace guatu::exchange
