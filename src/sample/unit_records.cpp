// SPDX-License-Identifier: MIT
#include "sample/records.h"

#include "core/unit_code.h"
#include "sample/rows.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace guatu::sample
{
namespace
{

constexpr std::string_view statDate = "2014-12-31";

struct People {
    int households = 0, persons = 0, agriPersons = 0;
};

People sumOf(const World& world, const std::vector<std::size_t>& villages)
{
    People sum;
    for (const std::size_t v : villages) {
        sum.households += world.figures.villages[v].households;
        sum.persons += world.figures.villages[v].persons;
        sum.agriPersons += world.figures.villages[v].agriPersons;
    }
    return sum;
}

/// What a unit's row says beside its code, name and place.
struct Standing {
    bool poor = false;
    std::string_view formal = "never_registered", since{};
    std::optional<double> publishedKm2{};
    std::string role{}, organisation{};
};

void addUnit(Rows& rows, Point seat, const std::string& code, const std::string& name, Level level,
             const People& people, const Standing& standing)
{
    rows.addAt(seat, code, name, toString(level), standing.poor ? 1 : 0, standing.formal,
               standing.since, statDate, people.households, people.persons, people.agriPersons,
               standing.publishedKm2, standing.role, standing.organisation);
}

/// Offices that adopt townships and villages; the county's name goes before them.
constexpr std::array<std::string_view, 16> offices{
    "教育体育局",           "水务局",     "住房和城乡建设局", "农业农村局",     "卫生健康局",
    "人力资源和社会保障局", "民政局",     "交通运输局",       "财政局",         "自然资源局",
    "林业和草原局",         "医疗保障局", "司法局",           "市场监督管理局", "文化和旅游局",
    "扶贫开发办公室"};

void writeCounties(const World& world, Rows& rows)
{
    for (const County& county : world.land.counties) {
        const CountyPlan& plan = *std::ranges::find(countyPlans, county.code, &CountyPlan::code);
        const bool left = plan.poor && plan.exitedOn.empty();
        addUnit(rows, county.seat, county.code, county.name, Level::County,
                sumOf(world, county.villages),
                {.poor = plan.poor,
                 .formal = left        ? "unexited"
                           : plan.poor ? "exited"
                                       : "never_registered",
                 .since = left ? "2014-01-01" : plan.exitedOn,
                 .publishedKm2 = plan.publishedKm2,
                 .role = left ? "挂牌督战" : "联系县市",
                 .organisation = left ? "州委、州政府" : "州扶贫开发领导小组"});
    }
}

void writeTowns(const World& world, Rows& rows)
{
    for (std::size_t t = 0; t < world.land.towns.size(); ++t) {
        const Town& town = world.land.towns[t];
        const bool poor = world.figures.townPoor[t] != 0;
        Random random = world.random.fork(50, t);
        addUnit(rows, town.seat, town.code, town.name, Level::Town, sumOf(world, town.villages),
                {.poor = poor,
                 .formal = poor ? "exited" : "never_registered",
                 .since = poor ? random.chance(0.5) ? "2017-12-31" : "2018-12-31" : "",
                 .role = "联系单位",
                 .organisation =
                     world.land.counties[town.county].name + std::string(random.pick(offices))});
    }
}

void writeVillages(const World& world, Rows& rows)
{
    for (std::size_t v = 0; v < world.land.villages.size(); ++v) {
        const Village& village = world.land.villages[v];
        const VillageFigures& figures = world.figures.villages[v];
        Random random = world.random.fork(51, v);
        const int year = random.within(2016, 2019);
        const bool left = village.code == xiaohe;
        const std::string county = world.land.counties[village.county].name;
        const std::string_view office = random.pick(offices);
        const bool grew = v == mergedInto(world); // its figures of 2014 do not hold the other's
        addUnit(rows, village.seat, village.code, village.name, Level::Village,
                {figures.households, figures.persons,
                 figures.agriPersons - (grew ? mergedAgriPersons : 0)},
                {.poor = figures.poor,
                 .formal = left           ? "unexited"
                           : figures.poor ? "exited"
                                          : "never_registered",
                 .since = left           ? "2014-01-01"
                          : figures.poor ? std::to_string(year) + "-12-31"
                                         : std::string(),
                 .role = "挂包单位",
                 .organisation = (random.chance(0.25) ? "州" : county) + std::string(office)});
    }
}

} // namespace

void writeUnits(const World& world, const Output& output)
{
    Rows rows(output.sink, output.progress, EntityKind::Unit,
              {"code", "name", "level", "is_poor_unit", "formal_status", "formal_on", "stat_as_of",
               "households", "persons", "agri_persons", "area_km2_published", "responsible_role",
               "responsible_org"});
    std::vector<std::size_t> all(world.land.villages.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    addUnit(rows, world.land.counties.front().seat, world.land.prefectureCode,
            world.land.prefectureName, Level::Prefecture, sumOf(world, all),
            {.publishedKm2 = 28438, .role = "责任单位", .organisation = "州扶贫开发领导小组"});
    writeCounties(world, rows);
    writeTowns(world, rows);
    writeVillages(world, rows);
    rows.finish();
    Rows groups(output.sink, output.progress, EntityKind::Unit, {"code", "name", "level"});
    for (const Hamlet& hamlet : world.hamlets)
        groups.addAt(hamlet.seat, hamlet.code, hamlet.name, toString(Level::Group));
    groups.finish();
}

void writeBoundaries(const World& world, const Output& output)
{
    Rows rows(output.sink, output.progress, EntityKind::Boundary, {"code", "geom_grade"});
    rows.addWith(world.areas.prefecture, 0, world.land.prefectureCode, "approx");
    for (std::size_t c = 0; c < world.land.counties.size(); ++c)
        rows.addWith(world.areas.counties, c, world.land.counties[c].code, "approx");
    for (std::size_t t = 0; t < world.land.towns.size(); ++t)
        rows.addWith(world.areas.towns, t, world.land.towns[t].code, "voronoi");
    for (std::size_t v = 0; v < world.land.villages.size(); ++v)
        rows.addWith(world.areas.villages, v, world.land.villages[v].code, "voronoi");
    rows.finish();
}

} // namespace guatu::sample
