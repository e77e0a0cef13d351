// SPDX-License-Identifier: MIT
#include "sample/digits.h"
#include "sample/names.h"
#include "sample/records.h"
#include "sample/rows.h"

namespace guatu::sample
{
namespace
{

struct Facility {
    std::string_view kind;
    std::string name;
    std::string_view grade{};
    std::optional<int> staff{}, areaM2{}, capacity{};
    std::string_view state = "working";
    std::string owner{};
};

Point beside(Point p, double metres, Random& random)
{
    return {p.x + random.between(-metres, metres), p.y + random.between(-metres, metres)};
}

/// Numbers facilities as they are written.
class FacilityWriter
{
public:
    explicit FacilityWriter(const Output& output)
        : m_rows(output.sink, output.progress, EntityKind::Facility,
                 {"code", "kind", "name", "unit", "grade", "staff", "area_m2", "capacity", "state",
                  "upkeep_owner"})
    {
    }
    /// Near `around`; the place is drawn after everything else.
    void add(const std::string& unit, const Facility& facility, Point around, double within,
             Random& random)
    {
        const Point at = beside(around, within, random);
        m_rows.addAt(at, "F" + digits(++m_count, 6), facility.kind, facility.name, unit,
                     facility.grade, facility.staff, facility.areaM2, facility.capacity,
                     facility.state, facility.owner);
    }
    void finish() { m_rows.finish(); }

private:
    Rows m_rows;
    std::size_t m_count = 0;
};

void addTownFacilities(const Town& town, Random random, FacilityWriter& writer)
{
    const std::string name = stem(town.name);
    const auto add = [&](const Facility& facility) {
        writer.add(town.code, facility, town.seat, 180, random);
    };
    add({.kind = "office", .name = town.name + "人民政府"});
    add({.kind = "health_centre",
         .name = name + "中心卫生院",
         .staff = random.within(12, 46),
         .areaM2 = 1800});
    add({.kind = "school",
         .name = name + "中学",
         .grade = "初中",
         .staff = random.within(30, 90),
         .capacity = random.within(6, 24) * 50});
    add({.kind = "school",
         .name = name + "中心小学",
         .grade = "小学",
         .staff = random.within(20, 60),
         .capacity = random.within(6, 24) * 45});
    add({.kind = "market", .name = name + "集市", .areaM2 = random.within(8, 60) * 100});
    add({.kind = "water_works",
         .name = name + "水厂",
         .capacity = random.within(5, 40) * 100,
         .owner = town.name + "人民政府"});
    if (random.chance(0.6))
        add({.kind = "workshop",
             .name = name + "扶贫车间",
             .staff = random.within(8, 60),
             .state = random.chance(0.85) ? "working" : "closed"});
}

void addVillageFacilities(const World& world, std::size_t v, Random random, FacilityWriter& writer)
{
    const Village& village = world.land.villages[v];
    const VillageFigures& figures = world.figures.villages[v];
    const std::string name = stem(village.name);
    const std::size_t first = world.firstHamlet[v];
    const std::size_t hamlets = world.firstHamlet[v + 1] - first;
    const bool behind = figures.progress == Progress2020::Behind;
    const auto state = [&](double broken) -> std::string_view {
        return random.chance(behind ? 2.5 * broken : broken)
                   ? random.chance(0.7) ? "broken" : "building"
                   : "working";
    };
    const auto add = [&](const Facility& facility, Point around, double within) {
        writer.add(village.code, facility, around, within, random);
    };
    add({.kind = "office", .name = village.name}, village.seat, 20);
    if (!village.urban && !random.chance(0.015))
        add({.kind = "clinic",
             .name = name + "村卫生室",
             .staff = random.chance(behind ? 0.06 : 0.01) ? 0 : random.within(1, 3),
             .areaM2 = random.within(60, 140),
             .state = state(0.012)},
            village.seat, 90);
    if (random.chance(0.55))
        add({.kind = "school",
             .name = name + "小学",
             .grade = "小学",
             .staff = random.within(4, 18),
             .capacity = random.within(2, 12) * 25,
             .state = state(0.01)},
            village.seat, 160);
    for (std::size_t i = 0; i < hamlets; i += 3) {
        const Hamlet& hamlet = world.hamlets[first + i];
        add({.kind = "water_point",
             .name = hamlet.name + "水池",
             .capacity = random.within(2, 12) * 10,
             .state = state(0.03),
             .owner = random.chance(behind ? 0.7 : 0.96) ? village.name : std::string()},
            hamlet.seat, 110);
    }
    for (std::size_t i = 1; i < hamlets; i += 4)
        add({.kind = "transformer",
             .name = world.hamlets[first + i].name + "变压器",
             .capacity = random.within(1, 4) * 50,
             .state = state(0.01),
             .owner = "供电所"},
            world.hamlets[first + i].seat, 90);
    for (int i = random.within(1, 2); i > 0; --i)
        add({.kind = "base_station",
             .name = name + "基站" + std::to_string(i),
             .state = state(0.008),
             .owner = "通信公司"},
            village.seat, 240);
}

} // namespace

void writeSites(const World& world, const Output& output)
{
    Rows rows(output.sink, output.progress, EntityKind::Site,
              {"code", "name", "kind", "host_unit", "county", "planned_hh", "planned_p", "moved_hh",
               "moved_p", "done_on"});
    for (std::size_t s = 0; s < world.figures.sites.size(); ++s) {
        const Site& site = world.figures.sites[s];
        Random random = world.random.fork(80, s);
        const std::string year = std::to_string(random.within(2017, 2019));
        const std::string month = digits(random.below(12) + 1, 2);
        rows.addAt(site.seat, site.code, site.name,
                   site.hydropower ? "hydropower_resettlement" : "poverty_relocation",
                   world.land.villages[site.host].code, world.land.counties[site.county].code,
                   site.moved, site.movedPersons, site.moved, site.movedPersons,
                   year + "-" + month + "-20");
    }
    rows.finish();
}

void writeFacilities(const World& world, const Output& output)
{
    FacilityWriter writer(output);
    for (std::size_t t = 0; t < world.land.towns.size(); ++t)
        addTownFacilities(world.land.towns[t], world.random.fork(81, t), writer);
    for (std::size_t v = 0; v < world.land.villages.size(); ++v)
        addVillageFacilities(world, v, world.random.fork(82, v), writer);
    for (std::size_t s = 0; s < world.figures.sites.size(); ++s) {
        const Site& site = world.figures.sites[s];
        Random random = world.random.fork(83, s);
        if (site.moved >= 60)
            writer.add(world.land.villages[site.host].code,
                       {.kind = "workshop",
                        .name = site.name + "扶贫车间",
                        .staff = random.within(10, 80),
                        .state = random.chance(0.8) ? "working" : "closed"},
                       site.seat, 120, random);
    }
    writer.finish();
}

void writeRoads(const World& world, const Output& output)
{
    Rows rows(output.sink, output.progress, EntityKind::Road,
              {"code", "name", "class", "surface", "width_m", "state"});
    GeometryColumn lines(GeometryType::Line);
    for (const Road& road : world.roads.roads) {
        std::vector<Point> line;
        for (const Point p : road.line)
            line.push_back(rounded(toLonLat(p)));
        lines.addPart(line);
        lines.endFeature();
    }
    for (std::size_t r = 0; r < world.roads.roads.size(); ++r) {
        const Road& road = world.roads.roads[r];
        rows.addWith(lines, r, "R" + digits(r + 1, 5), road.name, road.roadClass, road.surface,
                     road.width, "通车");
    }
    rows.finish();
}

} // namespace guatu::sample
