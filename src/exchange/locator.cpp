// SPDX-License-Identifier: MIT
#include "exchange/locator.h"

#include "core/error.h"
#include "core/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace guatu::exchange
{
namespace
{

bool isLonLatOf(std::string_view crs)
{
    return crs == "EPSG:4490" || crs == "EPSG:4326" || crs == "OGC:CRS84";
}

PositionProblem problem(std::string_view reason, std::string_view remedy,
                        Message::Parameters parameters = {})
{
    return {{std::string(reason), parameters}, {std::string(remedy), parameters}};
}

/// The CGCS2000 zone CRS whose eastings carry this prefix; empty when there is none.
/// EPSG:4491-4501 are the 6 degree zones 13-23, EPSG:4513-4533 the 3 degree zones 25-45.
std::string zoneCrs(double easting)
{
    const int zone = static_cast<int>(easting / 1e6);
    if (zone >= 13 && zone <= 23)
        return fmt::format("EPSG:{}", 4491 + zone - 13);
    if (zone >= 25 && zone <= 45)
        return fmt::format("EPSG:{}", 4513 + zone - 25);
    return {};
}

bool isNorthing(double value)
{
    return value > 1.9e6 && value < 6.0e6;
}

bool isEasting(double value)
{
    return (value > 1.5e5 && value < 8.5e5) || !zoneCrs(value).empty();
}

} // namespace

std::optional<double> parseCoordinate(std::string_view text)
{
    const auto plainNumber = [](std::string_view digits) -> std::optional<double> {
        double value = 0;
        const auto [stop, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), value);
        const bool all = error == std::errc{} && stop == digits.data() + digits.size();
        return all && std::isfinite(value) ? std::optional(value) : std::nullopt;
    };
    text = trim(text);
    if (const auto value = plainNumber(text))
        return value;
    double sign = 1;
    std::string plain; // digits, points and one blank for each mark between them
    for (const char32_t character : decodeUtf8(foldWidth(text))) {
        constexpr std::u32string_view marks = U"°度º˚'′’‘分\"″”“秒: \t";
        const bool digit = (character >= U'0' && character <= U'9') || character == U'.';
        if (digit)
            plain += static_cast<char>(character);
        else if (marks.find(character) != std::u32string_view::npos)
            plain += ' ';
        else if (character == U'w' || character == U's' || character == U'西' ||
                 character == U'南' || (character == U'-' && plain.empty()))
            sign = -1;
        else if (std::u32string_view(U"en东北经纬+").find(character) == std::u32string_view::npos)
            return std::nullopt;
    }
    double value = 0;
    double scale = 1;
    int parts = 0;
    for (const std::string_view part : split(plain, ' ')) {
        if (part.empty())
            continue;
        const auto number = plainNumber(part);
        if (!number || ++parts > 3 || (parts > 1 && *number >= 60))
            return std::nullopt;
        value += *number / scale;
        scale *= 60;
    }
    return parts == 0 ? std::nullopt : std::optional(sign * value);
}

Locator::Locator(const ImportOptions& options, const std::string& fileCrs)
    : m_area(options.area), m_datum(options.datum)
{
    if (!options.crs.empty()) {
        m_crs = options.crs;
        m_description = options.crs;
        m_datum.reset();
        if (!fileCrs.empty() && fileCrs != options.crs)
            m_overruled = Message{"import.crs_overruled", {{"used", options.crs}}};
    } else if (m_datum) {
        (void)toCgcs2000(*m_datum, Point{}); // a datum that cannot be moved is said at once
        m_description = toString(*m_datum);
        if (!fileCrs.empty() && isProjected(fileCrs)) {
            m_crs = fileCrs;
            m_description += fileCrs.size() < 20 ? " (" + fileCrs + ")" : "";
        } else if (!fileCrs.empty() && *m_datum != Datum::Cgcs2000 && *m_datum != Datum::Wgs84) {
            m_overruled = Message{"import.crs_overruled", {{"used", m_description}}};
        }
    } else if (!fileCrs.empty()) {
        m_crs = fileCrs;
        m_description = fileCrs;
    }
    m_ready = !m_crs.empty() || m_datum.has_value();
    if (!m_crs.empty() && !isLonLatOf(m_crs)) {
        m_transform.emplace(m_crs, std::string(storeCrs));
        m_projected = isProjected(m_crs);
    }
}

std::optional<PositionProblem> Locator::locate(Point& point) const
{
    const Point source = point;
    if (!source.valid())
        return problem("import.position_not_finite", "import.position_remedy");
    if (source.x == 0 && source.y == 0)
        return problem("import.position_zero", "import.position_zero_remedy");
    if (m_transform)
        point = m_transform->forward(source);
    if (m_datum && point.valid())
        point = toCgcs2000(*m_datum, point);
    if (point.valid() && m_area.contains(point))
        return std::nullopt;
    return diagnose(source);
}

std::optional<PositionProblem> Locator::locate(Shape& shape) const
{
    for (auto& part : shape.parts)
        for (Point& point : part)
            if (auto bad = locate(point))
                return bad;
    return std::nullopt;
}

PositionProblem Locator::diagnose(Point source) const
{
    const Message::Parameters area{{"west", fmt::format("{:.2f}", m_area.minX)},
                                   {"south", fmt::format("{:.2f}", m_area.minY)},
                                   {"east", fmt::format("{:.2f}", m_area.maxX)},
                                   {"north", fmt::format("{:.2f}", m_area.maxY)}};
    const bool metres = std::abs(source.x) > 360 || std::abs(source.y) > 360;
    Point swapped{source.y, source.x};
    if (m_transform)
        swapped = m_transform->forward(swapped);
    if (swapped.valid() && m_area.contains(swapped))
        return problem("import.position_swapped", "import.position_swapped_remedy");
    if (metres && !m_projected) {
        const std::string crs = zoneCrs(source.x).empty() ? zoneCrs(source.y) : zoneCrs(source.x);
        if (!crs.empty())
            return problem("import.position_zone", "import.position_crs_remedy", {{"crs", crs}});
        if (isEasting(source.x) || isEasting(source.y))
            return problem("import.position_metres", "import.position_metres_remedy");
    }
    if (m_projected && !metres)
        return problem("import.position_degrees", "import.position_degrees_remedy",
                       {{"crs", m_crs}});
    if (m_projected && !zoneCrs(source.x).empty() && isNorthing(source.y))
        return problem("import.position_zone", "import.position_crs_remedy",
                       {{"crs", zoneCrs(source.x)}});
    if (m_projected && isEasting(source.x) && isNorthing(source.y))
        return problem("import.position_other_zone", "import.position_metres_remedy");
    return problem("import.position_outside", "import.position_remedy", area);
}

Message Locator::look(Point source) const
{
    if (m_area.contains(source))
        return {"import.look_degrees"};
    if (m_area.contains({source.y, source.x}))
        return {"import.look_swapped"};
    const std::string crs = zoneCrs(source.x).empty() ? zoneCrs(source.y) : zoneCrs(source.x);
    if (!crs.empty())
        return {"import.look_zone", {{"crs", crs}}};
    if (isEasting(source.x) || isEasting(source.y))
        return {"import.look_metres"};
    return {"import.look_unknown"};
}

} // namespace guatu::exchange
