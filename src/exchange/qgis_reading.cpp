// SPDX-License-Identifier: MIT
#include "exchange/qgis_reading.h"

#include "core/text.h"
#include "exchange/qgis_expression.h"
#include "exchange/qgis_symbol.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace guatu::exchange
{
namespace
{

constexpr std::size_t mostNotes = 100;
constexpr std::size_t mostValues = 20000;

std::string columnNames(const FeatureTable& table)
{
    std::string all;
    for (const auto& [name, values] : table.columns)
        all += (all.empty() ? "" : ", ") + name;
    return all;
}

} // namespace

std::optional<std::string> Pictograms::find(const std::string& source)
{
    namespace fs = std::filesystem;
    if (!source.starts_with("base64:")) {
        const std::string stem = fs::path(source).stem().string();
        if (!stem.empty() && fs::exists(m_folder / (stem + ".svg")))
            return stem;
        return std::nullopt;
    }
    if (m_embedded.empty()) {
        EmbeddedMarkers markers(m_folder);
        std::error_code failure;
        for (const auto& entry : fs::directory_iterator(m_folder, failure))
            if (entry.path().extension() == ".svg")
                m_embedded.emplace(markers[entry.path().stem().string()],
                                   entry.path().stem().string());
    }
    const auto found = m_embedded.find(source);
    return found == m_embedded.end() ? std::nullopt : std::optional(found->second);
}

StyleReading::StyleReading(std::filesystem::path file, const StyleTarget& target)
    : m_file(std::move(file)),
      m_target(target),
      m_lexicon(Lexicon::load()),
      m_pictograms(target.symbols)
{
}

void StyleReading::note(std::string id, int line, Message::Parameters more)
{
    if (m_notes.size() >= mostNotes) {
        ++m_leftOut;
        return;
    }
    more.emplace_back("line", std::to_string(line));
    m_notes.push_back({std::move(id), std::move(more)});
}

std::vector<Message> StyleReading::takeNotes()
{
    if (m_leftOut > 0)
        m_notes.push_back({"style_import.more", {{"count", std::to_string(m_leftOut)}}});
    return std::move(m_notes);
}

Error StyleReading::error(std::string id, int line, const Message::Parameters& more) const
{
    Message message{std::move(id), {{"file", m_file.string()}, {"line", std::to_string(line)}}};
    message.parameters.insert(message.parameters.end(), more.begin(), more.end());
    return inputError(std::move(message));
}

std::string StyleReading::column(std::string_view field, int line) const
{
    const auto& columns = m_target.table.columns;
    const auto has = [&columns](std::string_view name) {
        return std::ranges::any_of(columns,
                                   [name](const auto& each) { return each.first == name; });
    };
    if (has(field))
        return std::string(field);
    const std::string folded = foldHeader(field);
    if (has(folded))
        return folded;
    if (m_target.records)
        if (const auto* meaning = m_lexicon.meaning(*m_target.records, folded);
            meaning != nullptr && has(meaning->field))
            return meaning->field;
    throw error("style_import.no_field", line,
                {{"field", std::string(field)}, {"known", columnNames(m_target.table)}});
}

FieldValue StyleReading::valueFor(const std::string& column, const std::string& text, int line)
{
    if (++m_values > mostValues)
        throw error("style_import.too_many_values", line, {{"most", std::to_string(mostValues)}});
    const FeatureTable& table = m_target.table;
    if (table.number(column) != nullptr) {
        if (const auto number = finiteNumber(text))
            return *number;
        note("style_import.no_number", line, {{"field", column}, {"value", text}});
        return text;
    }
    const CategoryColumn* words = table.category(column);
    if (words == nullptr || std::ranges::find(words->words, text) != words->words.end())
        return text;
    if (m_target.records) {
        const WordTable& meanings = m_lexicon.words(*m_target.records, column);
        if (const auto found = meanings.find(foldHeader(text)); found != meanings.end())
            return found->second;
    }
    note("style_import.no_word", line, {{"field", column}, {"value", text}});
    return text;
}

double StyleReading::millimetres(const std::string& length, const std::string& unit, int line,
                                 std::string_view property, double instead)
{
    const auto number = finiteNumber(length);
    if (length.empty())
        return instead;
    if (number && (unit == "MM" || unit.empty()))
        return *number;
    if (number && unit == "Pixel")
        return *number * mmOfPixel;
    if (number && unit == "Point")
        return *number * mmOfPoint;
    if (number && unit == "Inch")
        return *number * mmOfInch;
    note("style_import.unit", line,
         {{"property", std::string(property)},
          {"value", unit.empty() ? length : length + " " + unit},
          {"instead", shortNumber(std::round(instead * 100) / 100)}});
    return instead;
}

std::optional<double> finiteNumber(std::string_view text)
{
    double number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (text.empty() || read.ec != std::errc{} || read.ptr != end || !std::isfinite(number))
        return std::nullopt;
    return number;
}

std::optional<Colour> colourFrom(std::string_view text)
{
    text = trim(text);
    std::array<std::uint8_t, 4> parts{0, 0, 0, 255};
    if (text.starts_with('#') && text.size() == 7) {
        for (std::size_t i = 0; i < 3; ++i) {
            const char* at = text.data() + 1 + 2 * i;
            if (std::from_chars(at, at + 2, parts[i], 16).ptr != at + 2)
                return std::nullopt;
        }
        return Colour{parts[0], parts[1], parts[2], 255};
    }
    const auto words = split(text, ',');
    if (words.size() < 3)
        return std::nullopt;
    for (std::size_t i = 0; i < std::min<std::size_t>(4, words.size()); ++i) {
        const auto number = finiteNumber(trim(words[i]));
        if (!number || *number < 0 || *number > 255)
            return std::nullopt;
        parts[i] = static_cast<std::uint8_t>(std::lround(*number));
    }
    return Colour{parts[0], parts[1], parts[2], parts[3]};
}

Colour faded(Colour colour, double opacity)
{
    colour.a = static_cast<std::uint8_t>(std::lround(colour.a * std::clamp(opacity, 0.0, 1.0)));
    return colour;
}

double drawnWidth(double millimetres)
{
    constexpr double least = 0.01;
    constexpr double most = 100;
    if (!(millimetres > 0))
        return mmOfPixel;
    return std::clamp(millimetres, least, most);
}

} // namespace guatu::exchange
