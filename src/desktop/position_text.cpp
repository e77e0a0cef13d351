// SPDX-License-Identifier: MIT
#include "desktop/position_text.h"

#include "core/text.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <vector>

namespace guatu::desktop
{
namespace
{

std::string dms(double degrees, char positive, char negative)
{
    const long long tenths = std::llround(std::abs(degrees) * 36000);
    return fmt::format("{}°{:02}′{:02}.{}″ {}", tenths / 36000, tenths / 600 % 60, tenths / 10 % 60,
                       tenths % 10, degrees < 0 ? negative : positive);
}

/// The numbers of a text, and how they were marked.
struct Tokens {
    std::vector<double> numbers;
    bool sexagesimal = false;
    bool northFirst = false; ///< N, 北 or 纬 was seen before E, 东 or 经
    bool understood = true;
};

char32_t direction(char32_t c)
{
    switch (c) {
    case U'e':
    case U'东':
    case U'经':
    case U'x':
        return U'e';
    case U'n':
    case U'北':
    case U'纬':
    case U'y':
        return U'n';
    default:
        return 0;
    }
}

bool isFiller(char32_t c)
{
    static constexpr std::u32string_view fillers = U" ,;:=，；：、\t度分秒°′″'\"’”“‘º米m()（）";
    return fillers.find(c) != fillers.npos;
}

Tokens tokenise(std::string_view input)
{
    const std::u32string text = decodeUtf8(foldWidth(input));
    Tokens tokens;
    char32_t firstDirection = 0;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = text[i];
        const bool digit = c >= U'0' && c <= U'9';
        if (digit || ((c == U'.' || c == U'-') && i + 1 < text.size() && text[i + 1] >= U'0' &&
                      text[i + 1] <= U'9')) {
            std::string number(1, static_cast<char>(c));
            for (++i; i < text.size() && ((text[i] >= U'0' && text[i] <= U'9') || text[i] == U'.');
                 ++i)
                number += static_cast<char>(text[i]);
            double value = 0;
            const char* end = number.data() + number.size();
            tokens.understood &= std::from_chars(number.data(), end, value).ptr == end;
            tokens.numbers.push_back(value);
            continue;
        }
        if (direction(c) != 0 && firstDirection == 0)
            firstDirection = direction(c);
        else if (direction(c) == 0 && !isFiller(c))
            tokens.understood = false;
        ++i;
    }
    tokens.northFirst = firstDirection == U'n';
    return tokens;
}

double degreesOf(const std::vector<double>& numbers, std::size_t first)
{
    return numbers[first] + numbers[first + 1] / 60 + numbers[first + 2] / 3600;
}

bool isLon(double v)
{
    return v >= 73 && v <= 136;
}
bool isLat(double v)
{
    return v >= 3 && v <= 54;
}

std::optional<TypedPosition> fromMetres(double a, double b)
{
    TypedPosition position{.point = {}, .inDegrees = false};
    // Northings of China lie between 400 and 6000 km; eastings are 6 digits, or 8 with the zone.
    const auto isNorth = [](double v) { return v >= 4e5 && v < 6e6; };
    const auto isEast = [](double v) { return (v >= 1e5 && v < 1e6) || (v >= 1.3e7 && v < 4.6e7); };
    if (isEast(b) && isNorth(a) && !(isEast(a) && isNorth(b)))
        std::swap(a, b);
    if (!isEast(a) || !isNorth(b))
        return std::nullopt;
    position.zonePrefix = a >= 1e6;
    position.point = {std::fmod(a, 1e6), b};
    return position;
}

} // namespace

std::string degreesText(Point lonLat)
{
    return dms(lonLat.x, 'E', 'W') + "  " + dms(lonLat.y, 'N', 'S');
}

std::string metresText(Point plane)
{
    return fmt::format("E {:.0f}  N {:.0f} m", plane.x, plane.y);
}

std::string scaleText(double denominator)
{
    if (!(denominator > 0) || !std::isfinite(denominator))
        return {};
    const double step = std::pow(10, std::max(0.0, std::floor(std::log10(denominator)) - 2));
    return "1:" + withThousands(std::llround(std::round(denominator / step) * step));
}

std::string lengthText(double metres)
{
    if (metres < 1000)
        return fmt::format("{:.0f} m", metres);
    return fmt::format("{:.{}f} km", metres / 1000, metres < 1e4 ? 2 : 1);
}

std::string areaText(double squareMetres)
{
    if (squareMetres < 1e5)
        return withThousands(std::llround(squareMetres)) + " m²";
    return fmt::format("{:.2f} km²", squareMetres / 1e6);
}

double areaMu(double squareMetres)
{
    return squareMetres * 3 / 2000; // 15 mu are one hectare
}

std::optional<TypedPosition> readPosition(std::string_view text)
{
    const Tokens tokens = tokenise(text);
    const auto& n = tokens.numbers;
    if (!tokens.understood)
        return std::nullopt;
    double a = 0;
    double b = 0;
    if (n.size() == 2) {
        a = n[0];
        b = n[1];
    } else if (n.size() == 4) { // degrees and decimal minutes
        a = n[0] + n[1] / 60;
        b = n[2] + n[3] / 60;
    } else if (n.size() == 6) {
        a = degreesOf(n, 0);
        b = degreesOf(n, 3);
    } else {
        return std::nullopt;
    }
    if (tokens.northFirst || (isLat(a) && isLon(b)))
        std::swap(a, b);
    if (isLon(a) && isLat(b))
        return TypedPosition{.point = {a, b}};
    return n.size() == 2 ? fromMetres(a, b) : std::nullopt;
}

} // namespace guatu::desktop
