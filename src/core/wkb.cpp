// SPDX-License-Identifier: MIT
#include "core/wkb.h"

#include "core/error.h"
#include "core/polygon.h"

#include <algorithm>
#include <array>
#include <bit>

namespace guatu
{
namespace
{

// Codes of OGC 06-103r4; a multi form is 3 above its single one.
constexpr std::uint32_t pointCode = 1;
constexpr std::uint32_t polygonCode = 3;
constexpr std::uint32_t multiStep = 3;

[[noreturn]] void throwDamaged()
{
    throw inputError({"core.wkb.damaged"});
}

GeometryType typeOf(std::uint32_t singleCode)
{
    return static_cast<GeometryType>(singleCode); // None, Point, Line, Polygon stand in this order
}

/// Reads one geometry into parts, checking every length against the bytes that are left.
class Reader
{
public:
    explicit Reader(std::span<const std::byte> bytes) : m_rest(bytes) {}

    void readWhole(GeometryType wanted)
    {
        readGeometry(wanted, true);
        if (!m_rest.empty())
            throwDamaged();
    }

    void addTo(GeometryColumn& column) const
    {
        std::size_t start = 0;
        for (const std::size_t end : m_partEnds) {
            column.addPart(std::span<const Point>(m_vertices).subspan(start, end - start));
            start = end;
        }
        column.endFeature();
    }

private:
    template <class Number>
    Number read()
    {
        if (m_rest.size() < sizeof(Number))
            throwDamaged();
        std::array<std::byte, sizeof(Number)> bytes;
        std::ranges::copy(m_rest.first(sizeof(Number)), bytes.begin());
        m_rest = m_rest.subspan(sizeof(Number));
        if (m_isLittle != (std::endian::native == std::endian::little))
            std::ranges::reverse(bytes);
        return std::bit_cast<Number>(bytes);
    }

    /// A count of things that take at least `leastBytes` each.
    std::uint32_t readCount(std::size_t leastBytes)
    {
        const auto count = read<std::uint32_t>();
        if (count > m_rest.size() / leastBytes)
            throwDamaged();
        return count;
    }

    /// Byte order and type; gives the code without the marks of Z, M and SRID.
    std::uint32_t readHeader()
    {
        const auto order = read<std::uint8_t>();
        if (order > 1)
            throwDamaged();
        m_isLittle = order == 1;
        const auto code = read<std::uint32_t>();
        const std::uint32_t iso = code & 0x1FFFFFFFU;
        if (iso >= 4000)
            throwDamaged();
        const bool hasZ = (code & 0x80000000U) != 0 || iso / 1000 % 2 == 1;
        const bool hasM = (code & 0x40000000U) != 0 || iso / 1000 >= 2;
        m_dimensions = 2U + (hasZ ? 1U : 0U) + (hasM ? 1U : 0U);
        if ((code & 0x20000000U) != 0)
            read<std::uint32_t>(); // SRID
        return iso % 1000;
    }

    void readGeometry(GeometryType wanted, bool mayBeMulti)
    {
        constexpr std::size_t leastGeometry = 9;
        const std::uint32_t code = readHeader();
        if (code < pointCode || code > polygonCode + multiStep)
            throwDamaged();
        const bool isMulti = code > polygonCode;
        if (typeOf(isMulti ? code - multiStep : code) != wanted)
            throw inputError({"core.wkb.other_type"});
        if (!isMulti) {
            readSingle(wanted);
            return;
        }
        if (!mayBeMulti)
            throwDamaged();
        for (std::uint32_t left = readCount(leastGeometry); left > 0; --left)
            readGeometry(wanted, false);
    }

    void readSingle(GeometryType type)
    {
        if (type == GeometryType::Point)
            readPoint();
        else if (type == GeometryType::Line)
            readLine();
        else
            readPolygon();
    }

    Point readPosition()
    {
        const auto x = read<double>();
        const auto y = read<double>();
        for (unsigned other = 2; other < m_dimensions; ++other)
            read<double>();
        return {x, y};
    }

    /// Adds the vertices of a run; gives where they start.
    std::size_t readVertices()
    {
        const std::size_t start = m_vertices.size();
        const std::uint32_t count = readCount(m_dimensions * sizeof(double));
        m_vertices.reserve(start + count + 1);
        for (std::uint32_t i = 0; i < count; ++i) {
            m_vertices.push_back(readPosition());
            if (!m_vertices.back().valid())
                throwDamaged();
        }
        return start;
    }

    void readPoint()
    {
        const Point point = readPosition();
        if (std::isnan(point.x) && std::isnan(point.y))
            return; // how WKB writes an empty point
        if (!point.valid())
            throwDamaged();
        m_vertices.push_back(point);
        endPart();
    }

    void readLine()
    {
        const std::size_t start = readVertices();
        if (m_vertices.size() - start < 2)
            m_vertices.resize(start);
        else
            endPart();
    }

    void readPolygon()
    {
        bool isOuter = true;
        bool hasOuter = false;
        for (std::uint32_t left = readCount(sizeof(std::uint32_t)); left > 0; --left) {
            const bool kept = readRing(isOuter, isOuter || hasOuter);
            hasOuter = hasOuter || (isOuter && kept);
            isOuter = false;
        }
    }

    /// Whether the ring was kept; only one with an area is, and only if `wanted`.
    bool readRing(bool isOuter, bool wanted)
    {
        const std::size_t start = readVertices();
        if (m_vertices.size() > start && m_vertices.back() != m_vertices[start])
            m_vertices.push_back(Point(m_vertices[start]));
        const auto ring = std::span<Point>(m_vertices).subspan(start);
        const double area = ringArea(ring);
        if (!wanted || area == 0 || !std::isfinite(area)) {
            m_vertices.resize(start);
            return false;
        }
        if ((area > 0) != isOuter)
            std::ranges::reverse(ring);
        endPart();
        return true;
    }

    void endPart() { m_partEnds.push_back(m_vertices.size()); }

    std::span<const std::byte> m_rest;
    bool m_isLittle = true;
    unsigned m_dimensions = 2;
    std::vector<Point> m_vertices{};
    std::vector<std::size_t> m_partEnds{};
};

class Writer
{
public:
    void header(std::uint32_t code)
    {
        put(std::uint8_t{1});
        put(code);
    }
    void count(std::size_t number) { put(static_cast<std::uint32_t>(number)); }
    void position(Point point)
    {
        put(point.x);
        put(point.y);
    }
    void run(std::span<const Point> vertices)
    {
        count(vertices.size());
        for (const Point vertex : vertices)
            position(vertex);
    }
    std::vector<std::byte> take() { return std::move(m_bytes); }

private:
    template <class Number>
    void put(Number number)
    {
        auto bytes = std::bit_cast<std::array<std::byte, sizeof(Number)>>(number);
        if (std::endian::native != std::endian::little)
            std::ranges::reverse(bytes);
        m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
    }

    std::vector<std::byte> m_bytes;
};

/// Where each polygon of the feature starts among its parts, plus the end; for points and lines
/// each part stands alone.
std::vector<std::size_t> memberStarts(const GeometryColumn& column, std::size_t feature)
{
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < column.partCount(feature); ++i) {
        const bool isHole = column.type() == GeometryType::Polygon && i > 0 &&
                            ringArea(column.part(feature, i)) < 0;
        if (!isHole)
            starts.push_back(i);
    }
    starts.push_back(column.partCount(feature));
    return starts;
}

} // namespace

void appendWkb(GeometryColumn& column, std::span<const std::byte> wkb)
{
    if (wkb.empty()) {
        column.endFeature();
        return;
    }
    Reader reader(wkb);
    reader.readWhole(column.type());
    reader.addTo(column);
}

std::vector<std::byte> writeWkb(const GeometryColumn& column, std::size_t feature, WkbForm form)
{
    Writer writer;
    if (!column.hasGeometry(feature))
        return writer.take();
    const auto code = static_cast<std::uint32_t>(column.type());
    const std::vector<std::size_t> starts = memberStarts(column, feature);
    const std::size_t members = starts.size() - 1;
    if (form == WkbForm::Multi || members > 1) {
        writer.header(code + multiStep);
        writer.count(members);
    }
    for (std::size_t i = 0; i < members; ++i) {
        writer.header(code);
        if (column.type() == GeometryType::Point) {
            writer.position(column.part(feature, starts[i]).front());
            continue;
        }
        if (column.type() == GeometryType::Polygon)
            writer.count(starts[i + 1] - starts[i]);
        for (std::size_t part = starts[i]; part < starts[i + 1]; ++part)
            writer.run(column.part(feature, part));
    }
    return writer.take();
}

} // namespace guatu
