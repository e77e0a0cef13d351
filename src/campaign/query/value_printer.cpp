// SPDX-License-Identifier: MIT
#include "campaign/query/printer.h"

#include "campaign/query/words.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace guatu::campaign::query
{
namespace
{

/// The shortest digits that read back as the same number; never in powers of ten.
std::string digits(double number)
{
    std::array<char, 400> buffer{};
    const auto [end, failure] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                              std::chars_format::fixed);
    return failure == std::errc{} ? std::string(buffer.data(), end) : std::string{};
}

/// Whether a word can stand without quotes.
bool isPlain(const std::string& text)
{
    const std::u32string characters = folded(text);
    return !characters.empty() && std::ranges::all_of(characters, [](char32_t c) {
        return isLatin(c) || (c >= 0x2E80 && c < 0xFF00);
    });
}

std::string quoted(const std::string& text)
{
    std::u32string result = U"\"";
    for (const char32_t c : decodeUtf8(text)) {
        if (folded(encodeUtf8(std::u32string_view(&c, 1))) == U"\"") // “ and 「 as well
            result += c;
        result += c;
    }
    return encodeUtf8(result + U"\"");
}

} // namespace

std::string Printer::value(const Operand& value, const Field* field) const
{
    if (const auto* number = std::get_if<double>(&value))
        return this->number(*number, field == nullptr ? "" : field->unit);
    if (const auto* when = std::get_if<DayValue>(&value))
        return day(*when);
    if (const auto* unit = std::get_if<UnitCode>(&value))
        return m_vocabulary.unitPath(*unit);
    return wordValue(std::get<std::string>(value), field);
}

std::string Printer::wordValue(const std::string& code, const Field* field) const
{
    if (field == nullptr || field->type == FieldType::Text)
        return quoted(code);
    if (field->type == FieldType::Flag)
        return word(code == "yes" ? Keyword::Yes : Keyword::NoValue);
    const auto found = std::ranges::find(field->values, code, &FieldValueTitle::code);
    if (found == field->values.end())
        return quoted(code);
    const auto place = static_cast<std::size_t>(field->entity);
    const auto& words = m_vocabulary.words();
    const auto number = static_cast<std::size_t>(field - words.fields[place].data());
    const auto same = words.valuePhrases[place][number].find(found->title.zh);
    const bool own = !same.empty() && field->values[same.front()].code == code;
    if (chinese() && own && isPlain(found->title.zh))
        return found->title.zh;
    return isPlain(code) ? code : quoted(code);
}

std::string Printer::day(const DayValue& day) const
{
    if (day.day)
        return day.day->iso();
    if (day.offset == 0)
        return word(Keyword::Today);
    return word(Keyword::Today) + (day.offset > 0 ? " + " : " - ") +
           number(std::abs(day.offset), "days");
}

std::string Printer::measure(std::string_view of) const
{
    const auto& measures = m_vocabulary.words().measureWords;
    const auto found = std::ranges::find_if(
        measures, [&](const MeasureWord& one) { return one.of == of && one.factor == 1; });
    return found == measures.end() ? std::string{} : found->title.in(m_language);
}

std::string Printer::number(double number, const std::string& unit) const
{
    if (unit == "distance")
        return distance(number);
    const std::string name = measure(unit);
    if (unit == "percent")
        return digits(number) + name;
    return digits(number) + (name.empty() ? "" : " ") + name;
}

std::string Printer::distance(double metres) const
{
    const auto& measures = m_vocabulary.words().measureWords;
    const auto kilometre = std::ranges::find_if(measures, [](const MeasureWord& one) {
        return one.of == "distance" && one.factor == 1000;
    });
    // Only when it reads back as the same number of metres.
    if (metres >= 1000 && metres / 1000 * 1000 == metres && digits(metres / 1000).size() < 8)
        return digits(metres / 1000) + " " + kilometre->title.in(m_language);
    return digits(metres) + " " + measure("distance");
}

} // namespace guatu::campaign::query
