// SPDX-License-Identifier: MIT
#include "store/column_bytes.h"

#include <limits>

namespace guatu::store
{
namespace
{

using Numbers = std::vector<std::uint32_t>;

void put(std::string& bytes, std::uint32_t number)
{
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

/// Takes numbers and texts from the front of the bytes; empty when there are not enough.
class Source
{
public:
    explicit Source(std::string_view bytes) : m_bytes(bytes) {}

    std::optional<std::uint32_t> number()
    {
        const auto bytes = take(sizeof(std::uint32_t));
        if (!bytes)
            return std::nullopt;
        std::uint32_t number = 0;
        std::memcpy(&number, bytes->data(), sizeof number);
        return number;
    }
    std::optional<std::string_view> take(std::size_t size)
    {
        if (size > m_bytes.size())
            return std::nullopt;
        const std::string_view front = m_bytes.substr(0, size);
        m_bytes.remove_prefix(size);
        return front;
    }
    /// As many numbers as the one in front says.
    std::optional<Numbers> numbers()
    {
        const auto count = number();
        const auto bytes = count ? take(std::size_t{*count} * sizeof(std::uint32_t)) : std::nullopt;
        Numbers numbers;
        return bytes && fromBytes(*bytes, numbers) ? std::optional(std::move(numbers))
                                                   : std::nullopt;
    }
    [[nodiscard]] std::string_view rest() const { return m_bytes; }

private:
    std::string_view m_bytes;
};

/// All lengths, then all texts: lengths compress best among themselves.
template <class Texts>
std::string bytesOfTexts(const Texts& texts)
{
    std::string bytes;
    put(bytes, static_cast<std::uint32_t>(texts.size()));
    for (std::size_t row = 0; row < texts.size(); ++row)
        put(bytes, static_cast<std::uint32_t>(texts[row].size()));
    for (std::size_t row = 0; row < texts.size(); ++row)
        bytes.append(texts[row]);
    return bytes;
}

template <class Add>
bool eachText(Source& source, const Add& add)
{
    const auto lengths = source.numbers();
    if (!lengths)
        return false;
    for (const std::uint32_t length : *lengths) {
        const auto text = source.take(length);
        if (!text)
            return false;
        add(*text);
    }
    return true;
}

} // namespace

std::string bytesOf(const std::vector<std::string>& column)
{
    return bytesOfTexts(column);
}

std::string bytesOf(const TextColumn& column)
{
    return bytesOfTexts(column);
}

std::string bytesOf(const std::vector<std::optional<Date>>& column)
{
    std::vector<Date> days;
    for (const auto& day : column)
        days.push_back(day.value_or(noDate));
    return bytesOf(days);
}

std::string bytesOf(const CategoryColumn& column)
{
    return bytesOfTexts(column.words) + bytesOf(column.rows);
}

std::string bytesOf(const GeometryColumn& column)
{
    Numbers parts;
    Numbers vertices;
    for (std::size_t row = 0; row < column.size(); ++row) {
        parts.push_back(static_cast<std::uint32_t>(column.partCount(row)));
        for (std::size_t part = 0; part < column.partCount(row); ++part)
            vertices.push_back(static_cast<std::uint32_t>(column.part(row, part).size()));
    }
    std::string bytes;
    for (const Numbers& numbers : {parts, vertices}) {
        put(bytes, static_cast<std::uint32_t>(numbers.size()));
        bytes += bytesOf(numbers);
    }
    for (std::size_t row = 0; row < column.size(); ++row)
        for (std::size_t part = 0; part < column.partCount(row); ++part) {
            const auto points = column.part(row, part);
            bytes.append(reinterpret_cast<const char*>(points.data()), points.size_bytes());
        }
    return bytes;
}

bool fromBytes(std::string_view bytes, std::vector<std::string>& column)
{
    column.clear();
    Source source(bytes);
    return eachText(source, [&](std::string_view text) { column.emplace_back(text); }) &&
           source.rest().empty();
}

bool fromBytes(std::string_view bytes, TextColumn& column)
{
    if (bytes.size() > std::numeric_limits<std::uint32_t>::max())
        return false;
    column = {};
    Source source(bytes);
    return eachText(source, [&](std::string_view text) { column.add(text); }) &&
           source.rest().empty();
}

bool fromBytes(std::string_view bytes, std::vector<std::optional<Date>>& column)
{
    std::vector<Date> days;
    if (!fromBytes(bytes, days))
        return false;
    column.clear();
    for (const Date day : days)
        column.push_back(day == noDate ? std::nullopt : std::optional(day));
    return true;
}

bool fromBytes(std::string_view bytes, CategoryColumn& column)
{
    column.words.clear();
    Source source(bytes);
    if (!eachText(source, [&](std::string_view text) { column.words.emplace_back(text); }) ||
        !fromBytes(source.rest(), column.rows))
        return false;
    for (const std::uint8_t row : column.rows)
        if (row >= column.words.size())
            return false;
    return !column.words.empty();
}

bool fromBytes(std::string_view bytes, GeometryColumn& column)
{
    Source source(bytes);
    const auto parts = source.numbers();
    const auto vertices = parts ? source.numbers() : std::nullopt;
    std::vector<Point> points;
    if (!vertices || !fromBytes(source.rest(), points))
        return false;
    GeometryColumn read(column.type());
    read.reserve(parts->size(), points.size());
    std::span<const Point> left(points);
    std::size_t part = 0;
    for (const std::uint32_t count : *parts) {
        for (std::uint32_t i = 0; i < count; ++i, ++part) {
            if (part >= vertices->size() || (*vertices)[part] > left.size() ||
                (*vertices)[part] == 0)
                return false;
            read.addPart(left.first((*vertices)[part]));
            left = left.subspan((*vertices)[part]);
        }
        read.endFeature();
    }
    column = std::move(read);
    return left.empty() && part == vertices->size();
}

} // namespace guatu::store
