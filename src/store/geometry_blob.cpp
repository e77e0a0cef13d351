// SPDX-License-Identifier: MIT
#include "store/geometry_blob.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace guatu::store
{
namespace
{

static_assert(std::endian::native == std::endian::little, "blobs are copied as they stand");

constexpr std::int32_t srid = 4490;
constexpr std::size_t headerSize = 43; ///< up to and with the class
constexpr std::size_t pointSize = 60;

enum Class : std::int32_t {
    PointClass = 1,
    Line = 2,
    Polygon = 3,
    MultiLine = 5,
    MultiPolygon = 6
};

class Writer
{
public:
    template <class Number>
    void put(Number number)
    {
        const auto bytes = std::bit_cast<std::array<unsigned char, sizeof(Number)>>(number);
        m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
    }
    void put(std::span<const Point> points)
    {
        put(static_cast<std::int32_t>(points.size()));
        for (const Point point : points) {
            put(point.x);
            put(point.y);
        }
    }
    std::vector<unsigned char> take() { return std::move(m_bytes); }

private:
    std::vector<unsigned char> m_bytes;
};

class Reader
{
public:
    explicit Reader(Bytes bytes) : m_bytes(bytes) {}

    template <class Number>
    Number take()
    {
        Number number{};
        if (m_at + sizeof(Number) > m_bytes.size()) {
            m_good = false;
            return number;
        }
        std::memcpy(&number, m_bytes.data() + m_at, sizeof(Number));
        m_at += sizeof(Number);
        return number;
    }
    /// A count whose items of `size` bytes fit into what is left.
    std::size_t takeCount(std::size_t size)
    {
        const auto count = take<std::int32_t>();
        if (!m_good || count < 0 ||
            static_cast<std::size_t>(count) > (m_bytes.size() - m_at) / size) {
            m_good = false;
            return 0;
        }
        return static_cast<std::size_t>(count);
    }
    void takePoints(std::vector<Point>& points)
    {
        points.resize(takeCount(sizeof(Point)));
        for (Point& point : points) {
            point.x = take<double>();
            point.y = take<double>();
            m_good = m_good && point.valid();
        }
    }
    void expect(unsigned char marker) { m_good = take<unsigned char>() == marker && m_good; }
    void refuse() { m_good = false; }
    [[nodiscard]] bool good() const { return m_good; }
    [[nodiscard]] bool done() const { return m_good && m_at == m_bytes.size(); }

private:
    Bytes m_bytes;
    std::size_t m_at = 0;
    bool m_good = true;
};

double signedArea(std::span<const Point> ring)
{
    double twice = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        twice += (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y) -
                 (ring[i + 1].x - ring[0].x) * (ring[i].y - ring[0].y);
    return twice / 2;
}

using Parts = std::vector<std::vector<Point>>;

void readLine(Reader& reader, Parts& parts)
{
    reader.takePoints(parts.emplace_back());
    if (parts.back().size() < 2)
        reader.refuse();
}

void readPolygon(Reader& reader, Parts& parts)
{
    const std::size_t rings = reader.takeCount(sizeof(std::int32_t));
    for (std::size_t index = 0; index < rings && reader.good(); ++index) {
        auto& ring = parts.emplace_back();
        reader.takePoints(ring);
        if (ring.size() < 4 || ring.front() != ring.back()) {
            reader.refuse();
            return;
        }
        if ((signedArea(ring) > 0) != (index == 0))
            std::ranges::reverse(ring);
    }
}

void readBody(Reader& reader, std::int32_t type, GeometryType wanted, Parts& parts)
{
    const bool lines = wanted == GeometryType::Line;
    const auto readOne = [&] { lines ? readLine(reader, parts) : readPolygon(reader, parts); };
    const std::int32_t single = lines ? Line : Polygon;
    if (type == single) {
        readOne();
    } else if (type == (lines ? MultiLine : MultiPolygon)) {
        const std::size_t count = reader.takeCount(1 + 2 * sizeof(std::int32_t));
        for (std::size_t index = 0; index < count && reader.good(); ++index) {
            reader.expect(0x69);
            if (reader.take<std::int32_t>() != single)
                reader.refuse();
            readOne();
        }
    } else {
        reader.refuse();
    }
}

void encodeLines(Writer& out, const GeometryColumn& column, std::size_t feature)
{
    out.put(static_cast<std::int32_t>(column.partCount(feature)));
    for (std::size_t part = 0; part < column.partCount(feature); ++part) {
        out.put<unsigned char>(0x69);
        out.put<std::int32_t>(Line);
        out.put(column.part(feature, part));
    }
}

/// Where each polygon of a feature starts among its rings, and the end.
std::vector<std::size_t> polygonStarts(const GeometryColumn& column, std::size_t feature)
{
    std::vector<std::size_t> starts;
    for (std::size_t part = 0; part < column.partCount(feature); ++part)
        if (part == 0 || signedArea(column.part(feature, part)) > 0)
            starts.push_back(part);
    starts.push_back(column.partCount(feature));
    return starts;
}

void encodePolygons(Writer& out, const GeometryColumn& column, std::size_t feature)
{
    const auto starts = polygonStarts(column, feature);
    out.put(static_cast<std::int32_t>(starts.size() - 1));
    for (std::size_t polygon = 0; polygon + 1 < starts.size(); ++polygon) {
        out.put<unsigned char>(0x69);
        out.put<std::int32_t>(Polygon);
        out.put(static_cast<std::int32_t>(starts[polygon + 1] - starts[polygon]));
        for (std::size_t ring = starts[polygon]; ring < starts[polygon + 1]; ++ring)
            out.put(column.part(feature, ring));
    }
}

} // namespace

std::vector<unsigned char> encodeGeometry(const GeometryColumn& column, std::size_t feature)
{
    Writer out;
    out.put<unsigned char>(0x00);
    out.put<unsigned char>(0x01);
    out.put(srid);
    const Box box = column.box(feature);
    for (const double side : {box.minX, box.minY, box.maxX, box.maxY})
        out.put(side);
    out.put<unsigned char>(0x7C);
    switch (column.type()) {
    case GeometryType::Line:
        out.put<std::int32_t>(MultiLine);
        encodeLines(out, column, feature);
        break;
    case GeometryType::Polygon:
        out.put<std::int32_t>(MultiPolygon);
        encodePolygons(out, column, feature);
        break;
    default:
        out.put<std::int32_t>(PointClass);
        out.put(column.firstPoint(feature).x);
        out.put(column.firstPoint(feature).y);
    }
    out.put<unsigned char>(0xFE);
    return out.take();
}

std::optional<Point> decodePoint(Bytes blob)
{
    if (blob.size() != pointSize || blob[0] != 0x00 || blob[1] != 0x01 || blob[38] != 0x7C ||
        blob[39] != PointClass || blob[40] != 0 || blob[41] != 0 || blob[42] != 0 ||
        blob[pointSize - 1] != 0xFE)
        return std::nullopt;
    Point point;
    std::memcpy(&point.x, blob.data() + headerSize, sizeof(double));
    std::memcpy(&point.y, blob.data() + headerSize + sizeof(double), sizeof(double));
    if (!point.valid())
        return std::nullopt;
    return point;
}

bool decodeGeometry(Bytes blob, GeometryColumn& column)
{
    if (column.type() == GeometryType::Point) {
        const auto point = decodePoint(blob);
        column.addPoint(point.value_or(Point{}));
        return point.has_value();
    }
    Reader reader(blob);
    reader.expect(0x00);
    reader.expect(0x01);
    reader.take<std::int32_t>();
    for (int side = 0; side < 4; ++side)
        reader.take<double>();
    reader.expect(0x7C);
    Parts parts;
    const auto type = reader.take<std::int32_t>();
    readBody(reader, type, column.type(), parts);
    reader.expect(0xFE);
    if (reader.done())
        for (const auto& part : parts)
            column.addPart(part);
    column.endFeature();
    return reader.done();
}

} // namespace guatu::store
