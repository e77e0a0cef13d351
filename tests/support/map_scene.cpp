// SPDX-License-Identifier: MIT
#include "support/map_scene.h"

#include "core/classified.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <random>

namespace guatu::test
{
namespace
{

constexpr double village = 5000; // metres across
constexpr double west = 480000, south = 2830000;

using Columns = decltype(FeatureTable::columns);

void addBox(GeometryColumn& column, const Box& box)
{
    const std::array<Point, 5> ring{{{box.minX, box.minY},
                                     {box.maxX, box.minY},
                                     {box.maxX, box.maxY},
                                     {box.minX, box.maxY},
                                     {box.minX, box.minY}}};
    column.addPart(ring);
    column.endFeature();
}

std::vector<std::int64_t> numbered(std::size_t count)
{
    std::vector<std::int64_t> ids(count);
    std::iota(ids.begin(), ids.end(), 1);
    return ids;
}

CategoryColumn words(std::vector<std::string> list, std::vector<std::uint8_t> rows)
{
    list.insert(list.begin(), "unknown");
    return {std::move(list), std::move(rows)};
}

/// A line from a to b that winds like a ridge, without its end.
std::vector<Point> ridge(Point a, Point b, std::mt19937& random)
{
    constexpr int steps = 12;
    std::normal_distribution<double> shift(0, 0.012);
    std::vector<Point> line;
    double off = 0;
    for (int i = 0; i < steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        line.push_back(
            {a.x + t * (b.x - a.x) - off * (b.y - a.y), a.y + t * (b.y - a.y) + off * (b.x - a.x)});
        off = 0.8 * (off + shift(random)); // drawn back to the straight line
    }
    return line;
}

class County
{
public:
    County(unsigned seed, int villagesPerSide)
        : m_random(seed), m_perSide(villagesPerSide), m_side(villagesPerSide * village)
    {
        for (int row = 0; row <= m_perSide; ++row) {
            for (int column = 0; column <= m_perSide; ++column)
                m_corners.push_back(corner(column, row));
        }
        for (int row = 0; row <= m_perSide; ++row) {
            for (int column = 0; column <= m_perSide; ++column) {
                m_eastward.push_back(
                    ridge(at(column, row), at(std::min(column + 1, m_perSide), row), m_random));
                m_northward.push_back(
                    ridge(at(column, row), at(column, std::min(row + 1, m_perSide)), m_random));
            }
        }
    }

    /// Areas of `span` by `span` villages each, with the seats' table beside them.
    void addUnits(FeatureTables& tables, const std::string& source, int span,
                  const std::string& suffix)
    {
        auto areas = std::make_shared<FeatureTable>();
        auto seats = std::make_shared<FeatureTable>();
        areas->source = source;
        seats->source = source + "_seat";
        areas->geometry = GeometryColumn(GeometryType::Polygon);
        seats->geometry = GeometryColumn(GeometryType::Point);
        std::size_t count = 0;
        for (int row = 0; row < m_perSide; row += span) {
            for (int column = 0; column < m_perSide; column += span, ++count) {
                const std::vector<Point> ring = outline(column, row, span);
                areas->geometry.addPart(ring);
                areas->geometry.endFeature();
                Box box;
                for (const Point p : ring)
                    box.add(p);
                seats->geometry.addPoint(box.center());
            }
        }
        areas->ids = numbered(count);
        seats->ids = areas->ids;
        areas->columns = attributes(count, suffix);
        seats->columns = areas->columns;
        tables.push_back(areas);
        tables.push_back(seats);
    }

    [[nodiscard]] std::shared_ptr<FeatureTable> households(std::size_t count)
    {
        std::uniform_real_distribution<double> anywhere(0, m_side);
        std::normal_distribution<double> near(0, 250);
        std::vector<Point> hamlets;
        for (std::size_t i = 0; i < count / 20 + 1; ++i)
            hamlets.push_back({west + anywhere(m_random), south + anywhere(m_random)});
        std::discrete_distribution<int> kind{0.5, 25, 1, 10, 22, 30, 2, 9.5};
        std::vector<Point> points;
        std::vector<std::uint8_t> kinds;
        for (std::size_t i = 0; i < count; ++i) {
            const Point& hamlet = hamlets[m_random() % hamlets.size()];
            const Point p{hamlet.x + near(m_random), hamlet.y + near(m_random)};
            points.push_back(i % 50 == 7 ? Point{} : p); // some have no place
            kinds.push_back(static_cast<std::uint8_t>(kind(m_random)));
        }
        auto table = pointTable("household", points, {}, {});
        std::vector<std::uint8_t> clear;
        NumberColumn persons;
        for (std::size_t i = 0; i < count; ++i) {
            clear.push_back(static_cast<std::uint8_t>(i * 7 % 5)); // one in five is not known
            persons.push_back(i % 40 == 11 ? std::numeric_limits<double>::quiet_NaN()
                                           : static_cast<double>(i % 6 + 1));
        }
        table->columns = {
            {"class", words({"unexited", "returned", "exited", "monitored", "marginal", "sudden",
                             "ordinary"},
                            kinds)},
            {"clear", words({"cleared", "uncleared", "at_risk", "out_of_scope"}, clear)},
            {"persons", persons}};
        return table;
    }

    [[nodiscard]] std::shared_ptr<FeatureTable> sites()
    {
        std::vector<Point> points;
        NumberColumn persons;
        NumberColumn households;
        std::vector<std::uint8_t> kinds;
        TextColumn names;
        for (int i = 0; i < 12; ++i) {
            const Point c = m_corners[static_cast<std::size_t>(10 + i * 5)];
            points.push_back({c.x + 900, c.y + 700});
            households.push_back(i % 4 == 0 ? 260 : i % 3 == 0 ? 120 : 40);
            persons.push_back(households.back() * 4);
            kinds.push_back(static_cast<std::uint8_t>(i % 5 == 4 ? 2 : 1));
            names.add("安置点" + std::to_string(i + 1));
        }
        auto table = pointTable("site", points, {}, {});
        table->columns = {{"kind", words({"poverty_relocation", "hydropower_resettlement"}, kinds)},
                          {"households", households},
                          {"persons", persons},
                          {"name", names}};
        return table;
    }

    /// To every site from five places, one of which is not known.
    [[nodiscard]] static std::shared_ptr<FeatureTable> flows(const GeometryColumn& sites,
                                                             const GeometryColumn& origins)
    {
        auto table = std::make_shared<FeatureTable>();
        table->source = "relocation_flow";
        table->geometry = GeometryColumn(GeometryType::Line);
        std::vector<std::uint8_t> from;
        NumberColumn persons;
        for (std::size_t i = 0; i < 5 * sites.size(); ++i) {
            const std::array<Point, 2> line{origins.firstPoint(i * 11 % origins.size()),
                                            sites.firstPoint(i / 5)};
            if (i % 5 != 4)
                table->geometry.addPart(line);
            table->geometry.endFeature();
            from.push_back(static_cast<std::uint8_t>(i % 5 == 4 ? 0 : i % 3 + 1));
            persons.push_back(i % 17 == 3 ? std::numeric_limits<double>::quiet_NaN()
                                          : static_cast<double>(12 + i * 37 % 200));
        }
        table->ids = numbered(from.size());
        table->columns = {{"from", words({"village", "town", "county", "prefecture"}, from)},
                          {"persons", persons}};
        return table;
    }

    [[nodiscard]] std::shared_ptr<FeatureTable> roads()
    {
        auto table = std::make_shared<FeatureTable>();
        table->source = "road";
        table->geometry = GeometryColumn(GeometryType::Line);
        std::vector<std::uint8_t> classes;
        std::vector<std::uint8_t> surfaces;
        for (int row = 1; row < m_perSide; ++row) {
            std::vector<Point> line;
            for (int column = 0; column <= m_perSide; ++column) {
                const Point c = at(column, row);
                line.push_back({c.x, c.y - 1200});
            }
            table->geometry.addPart(line);
            table->geometry.endFeature();
            classes.push_back(static_cast<std::uint8_t>(row == 4 ? 1 : row % 2 == 0 ? 3 : 5));
            surfaces.push_back(static_cast<std::uint8_t>(row % 5 + 1));
        }
        table->ids = numbered(classes.size());
        table->columns = {
            {"class", words({"national", "provincial", "county", "town", "village"}, classes)},
            {"surface", words({"asphalt", "concrete", "stone", "gravel", "earth"}, surfaces)}};
        return table;
    }

private:
    /// Bent so that villages look like land, not like a chessboard.
    Point corner(int column, int row)
    {
        std::uniform_real_distribution<double> shift(-0.28 * village, 0.28 * village);
        const double dx = shift(m_random);
        const double dy = shift(m_random);
        const bool rimX = column == 0 || column == m_perSide;
        const bool rimY = row == 0 || row == m_perSide;
        return {west + column * village + (rimX ? 0 : dx), south + row * village + (rimY ? 0 : dy)};
    }

    [[nodiscard]] std::size_t indexOf(int column, int row) const
    {
        return static_cast<std::size_t>(row * (m_perSide + 1) + column);
    }
    [[nodiscard]] Point at(int column, int row) const { return m_corners[indexOf(column, row)]; }

    /// Counter-clockwise, through every vertex on the way, so that neighbours share vertices.
    [[nodiscard]] std::vector<Point> outline(int column, int row, int span) const
    {
        std::vector<Point> ring;
        const auto along = [&ring](const std::vector<Point>& line) {
            ring.insert(ring.end(), line.begin(), line.end());
        };
        const auto against = [&ring](const std::vector<Point>& line, Point from) {
            ring.push_back(from);
            ring.insert(ring.end(), line.rbegin(), line.rend() - 1);
        };
        for (int i = 0; i < span; ++i)
            along(m_eastward[indexOf(column + i, row)]);
        for (int i = 0; i < span; ++i)
            along(m_northward[indexOf(column + span, row + i)]);
        for (int i = span; i > 0; --i)
            against(m_eastward[indexOf(column + i - 1, row + span)], at(column + i, row + span));
        for (int i = span; i > 0; --i)
            against(m_northward[indexOf(column, row + i - 1)], at(column, row + i));
        ring.push_back(ring.front());
        return ring;
    }

    Columns attributes(std::size_t count, const std::string& suffix)
    {
        constexpr std::array<const char*, 16> first{"小河", "高桥", "插甸", "勒外", "水城", "乐茂",
                                                    "尼嘎", "平地", "安德", "永宁", "古普", "哪吐",
                                                    "铺西", "贺铭", "海子", "唐家"};
        constexpr std::array<const char*, 8> second{"", "山", "塘", "村", "坝", "箐", "坡", "营"};
        TextColumn names;
        TextColumn shortNames;
        std::vector<std::uint8_t> clear;
        std::vector<std::uint8_t> listed;
        std::vector<std::uint8_t> rule;
        std::vector<std::uint8_t> grade;
        NumberColumn remaining;
        NumberColumn cleared;
        NumberColumn uncleared;
        NumberColumn problems;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string name =
                std::string(first[i % first.size()]) + second[i / first.size() % second.size()];
            shortNames.add(suffix == "村委会" ? name : name + suffix);
            names.add(name + suffix);
            clear.push_back(static_cast<std::uint8_t>(m_random() % 5));
            listed.push_back(i % 13 == 3 ? 2 : i % 9 == 5 ? 3 : 1);
            rule.push_back(i % 17 == 4 ? 2 : 1);
            grade.push_back(3);
            remaining.push_back(static_cast<double>(m_random() % 90));
            cleared.push_back(static_cast<double>(20 + i * 7 % 80));
            uncleared.push_back(static_cast<double>(i * 5 % 23));
            problems.push_back(static_cast<double>(i % 4));
        }
        return {{"name", names},
                {"short_name", shortNames},
                {"clear", words({"cleared", "uncleared", "at_risk", "out_of_scope"}, clear)},
                {"listed", words({"none", "prefecture", "county"}, listed)},
                {"rule_listed", words({"none", "yes"}, rule)},
                {"area_grade", words({"official", "approx", "voronoi", "none"}, grade)},
                {"remaining_p", remaining},
                {"hh_cleared", cleared},
                {"hh_uncleared", uncleared},
                {"open_problems", problems}};
    }

    std::mt19937 m_random;
    int m_perSide;
    double m_side;
    std::vector<Point> m_corners;
    std::vector<std::vector<Point>> m_eastward, m_northward; ///< edges from each corner
};

} // namespace

std::shared_ptr<FeatureTable> pointTable(const std::string& source,
                                         const std::vector<Point>& points,
                                         const std::vector<std::string>& kindWords,
                                         const std::vector<std::uint8_t>& kinds)
{
    auto table = std::make_shared<FeatureTable>();
    table->source = source;
    table->geometry = GeometryColumn(GeometryType::Point);
    for (const Point p : points)
        table->geometry.addPoint(p);
    table->ids = numbered(points.size());
    if (!kinds.empty())
        table->columns.emplace_back("kind", words(kindWords, kinds));
    return table;
}

std::shared_ptr<FeatureTable> boxTable(const std::string& source, const std::vector<Box>& boxes,
                                       const std::vector<std::string>& kindWords,
                                       const std::vector<std::uint8_t>& kinds)
{
    auto table = std::make_shared<FeatureTable>();
    table->source = source;
    table->geometry = GeometryColumn(GeometryType::Polygon);
    for (const Box& box : boxes)
        addBox(table->geometry, box);
    table->ids = numbered(boxes.size());
    table->columns.emplace_back("kind", words(kindWords, kinds));
    return table;
}

void addLayer(MapDefinition& definition, std::string_view layerJson, std::string_view styleJson)
{
    Style style = parseStyle(styleJson, "style.json");
    definition.styles.emplace(style.id, std::move(style));
    definition.layers.push_back(parseLayer(layerJson, "layer.json"));
}

namespace
{

render::MapScene sceneOf(County land, int townSpan, int countySpan, std::size_t households)
{
    render::MapScene scene;
    land.addUnits(scene.tables, "village", 1, "村委会");
    land.addUnits(scene.tables, "town", townSpan, "镇");
    land.addUnits(scene.tables, "county", countySpan, "县");
    scene.tables.push_back(land.households(households));
    scene.tables.push_back(land.sites());
    scene.tables.push_back(land.roads());
    const auto geometryOf = [&scene](const std::string& source) -> const GeometryColumn& {
        return (*std::ranges::find(scene.tables, source,
                                   [](const auto& table) { return table->source; }))
            ->geometry;
    };
    scene.tables.push_back(County::flows(geometryOf("site"), geometryOf("village_seat")));
    scene.definition = std::make_shared<const MapDefinition>(
        classified(loadMapDefinition(dataRoot()), scene.tables));
    scene.hiddenLayers = render::initiallyHidden(*scene.definition);
    return scene;
}

} // namespace

render::MapScene countyScene(unsigned seed, std::size_t households)
{
    return sceneOf(County(seed, 8), 4, 8, households);
}

render::MapScene prefectureScene(std::size_t households)
{
    return sceneOf(County(1, 33), 3, 11, households);
}

} // namespace guatu::test
