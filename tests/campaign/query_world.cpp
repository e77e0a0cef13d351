// SPDX-License-Identifier: MIT
#include "query_world.h"

#include "support/catch.h"

namespace guatu::test
{

campaign::query::QueryError QueryWorld::error(const std::string& text) const
{
    try {
        static_cast<void>(parse(text));
    } catch (const campaign::query::QueryError& error) {
        return error;
    }
    FAIL("this is a query: " << text);
    throw;
}

void addFacility(Snapshot& snapshot, const std::string& kind, const std::string& state, Point at,
                 const std::string& unit)
{
    FacilityColumns& to = snapshot.facilities;
    to.id.push_back(static_cast<std::int64_t>(to.size()) + 1);
    to.code.push_back("F" + std::to_string(to.size()));
    to.kind.push_back(kind);
    to.name.push_back(kind + std::to_string(to.size()));
    to.state.push_back(state);
    to.unit.push_back(unit.empty() ? noRow : static_cast<RowIndex>(rowOf(snapshot, unit)));
    to.staff.push_back(-1);
    to.capacity.push_back(-1);
    to.area.push_back(std::numeric_limits<float>::quiet_NaN());
    to.upkeepOwner.emplace_back();
    to.location.addPoint(at);
}

void addRoad(Snapshot& snapshot, const std::string& surface, const std::vector<Point>& line)
{
    RoadColumns& to = snapshot.roads;
    to.id.push_back(static_cast<std::int64_t>(to.size()) + 1);
    to.code.push_back("R" + std::to_string(to.size()));
    to.name.emplace_back();
    to.roadClass.emplace_back("village");
    to.surface.push_back(surface);
    to.width.push_back(std::numeric_limits<float>::quiet_NaN());
    if (!line.empty())
        to.line.addPart(line);
    to.line.endFeature();
}

void setAreas(Snapshot& snapshot,
              const std::vector<std::pair<std::string, std::vector<std::vector<Point>>>>& areas)
{
    snapshot.units.area = GeometryColumn(GeometryType::Polygon);
    for (std::size_t row = 0; row < snapshot.units.size(); ++row) {
        for (const auto& [code, rings] : areas)
            if (rowOf(snapshot, code) == row)
                for (const auto& ring : rings)
                    snapshot.units.area.addPart(ring);
        snapshot.units.area.endFeature();
    }
}

QueryWorld queryWorld()
{
    SnapshotBuilder builder;
    builder.unit({.code = "5323", .name = "楚雄彝族自治州"})
        .unit({.code = "532301", .name = "楚雄市"})
        .unit({.code = "532301101", .name = "东瓜镇"})
        .unit({.code = "532301101201", .name = "小河村民委员会", .agriPersons = 1000})
        .unit({.code = "532329", .name = "武定县"})
        .unit({.code = "532329102", .name = "高桥镇"})
        .unit({.code = "532329102214",
               .name = "小河村民委员会",
               .agriPersons = 400,
               .poor = Flag::Yes,
               .formal = FormalStatus::Unexited})
        .unit({.code = "532329102215", .name = "树沟村民委员会", .agriPersons = 500});
    builder.household({.origin = "532329102214", .persons = 4, .formal = FormalStatus::Unexited})
        .household({.origin = "532329102214", .persons = 2, .formal = FormalStatus::Returned})
        .household({.origin = "532329102214", .persons = 3, .formal = FormalStatus::Exited})
        .household({.origin = "532329102215",
                    .persons = 5,
                    .formal = FormalStatus::Exited,
                    .watch = Watch::Monitored})
        .household({.origin = "532329102215", .persons = -1, .formal = FormalStatus::Unknown});
    builder.site({.households = 120, .persons = 500, .host = "532329102215"})
        .site({.kind = "disaster", .host = "532329102214"});
    builder.problem({.type = SubjectType::Household, .subject = 0})
        .problem({.type = SubjectType::Household, .subject = 0, .state = "closed"})
        .problem({.unit = "532329102214"})
        .problem({.type = SubjectType::Site, .subject = 0, .state = ""});
    builder.listing({.issuer = "prefecture", .rule = "LP1", .unit = "532329102214"})
        .listing({.issuer = "county", .rule = "LC2", .unit = "532329102214"});
    Snapshot snapshot = builder.build();
    HouseholdColumns& households = snapshot.households;
    households.openProblems[0] = 1;
    households.incomePerHead = {3000, 3999.5F, 4000, 8000, std::numeric_limits<float>::quiet_NaN()};
    households.waterQuality[1] = Flag::No;
    households.waterQuality[4] = Flag::Unknown;
    households.watchFrom.assign(5, noDate);
    households.since.assign(5, noDate);
    households.dataset.assign(5, noRow);
    households.cause.rows.assign(5, 0);
    const std::vector<Point> places{offset(0, 0), offset(1000, 0), offset(2000, 0), offset(5000, 0),
                                    Point{}};
    households.location = places;
    return QueryWorld(std::move(snapshot));
}

} // namespace guatu::test
