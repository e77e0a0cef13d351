// SPDX-License-Identifier: MIT
#include "campaign/query/field_readers.h"
#include "core/crs.h"
#include "core/geodesic.h"

namespace guatu::campaign::query
{
namespace
{

using C = const QueryContext&;

const FacilityColumns& facilities(C context)
{
    return context.snapshot.facilities;
}
const RoadColumns& roads(C context)
{
    return context.snapshot.roads;
}
const ProjectColumns& projects(C context)
{
    return context.snapshot.projects;
}

/// Geodesic metres of every road; unknown without a line.
FieldColumn lengths(C context)
{
    const GeometryColumn& lines = roads(context).line;
    const Transform toDegrees(context.snapshot.crs, std::string(storeCrs));
    Numbers made(lines.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t row = 0; row < lines.size(); ++row) {
        if (!lines.hasGeometry(row))
            continue;
        made[row] = 0;
        for (std::size_t part = 0; part < lines.partCount(row); ++part) {
            const auto points = lines.part(row, part);
            std::vector<Point> degrees(points.begin(), points.end());
            toDegrees.forward(degrees);
            made[row] += geodesicLength(degrees);
        }
    }
    return made;
}

/// A project is late while it is not done behind its due day.
FieldColumn lateProjects(C context)
{
    const ProjectColumns& all = projects(context);
    Flags made(all.size(), Flag::Unknown);
    for (std::size_t row = 0; row < made.size(); ++row) {
        if (all.doneOn[row] && *all.doneOn[row] <= context.snapshot.asOf)
            made[row] = Flag::No;
        else if (all.due[row])
            made[row] = *all.due[row] < context.snapshot.asOf ? Flag::Yes : Flag::No;
    }
    return made;
}

FieldColumn projectUnits(C context)
{
    UnitRows made;
    for (std::size_t row = 0; row < projects(context).size(); ++row)
        made.push_back(unitOfSubject(context, SubjectType::Project, static_cast<RowIndex>(row)));
    return made;
}

const FieldReaders& facilityReaders()
{
    static const FieldReaders readers{
        {"code", [](C c) { return FieldColumn(texts(facilities(c).code)); }},
        {"name", [](C c) { return FieldColumn(texts(facilities(c).name)); }},
        {"kind", [](C c) { return FieldColumn(words(facilities(c).kind)); }},
        {"state", [](C c) { return FieldColumn(words(facilities(c).state)); }},
        {"staff", [](C c) { return FieldColumn(numbers(facilities(c).staff, -1)); }},
        {"capacity", [](C c) { return FieldColumn(numbers(facilities(c).capacity, -1)); }},
        {"area", [](C c) { return FieldColumn(reals(facilities(c).area)); }},
        {"upkeep_owner", [](C c) { return FieldColumn(texts(facilities(c).upkeepOwner)); }},
        {"open_problems",
         [](C c) {
             return FieldColumn(openProblems(c, SubjectType::Facility, facilities(c).size()));
         }},
        {"unit", [](C c) { return FieldColumn(facilities(c).unit); }},
    };
    return readers;
}

const FieldReaders& roadReaders()
{
    static const FieldReaders readers{
        {"code", [](C c) { return FieldColumn(texts(roads(c).code)); }},
        {"name", [](C c) { return FieldColumn(texts(roads(c).name)); }},
        {"class", [](C c) { return FieldColumn(words(roads(c).roadClass)); }},
        {"surface", [](C c) { return FieldColumn(words(roads(c).surface)); }},
        {"width", [](C c) { return FieldColumn(reals(roads(c).width)); }},
        {"length", lengths},
    };
    return readers;
}

const FieldReaders& projectReaders()
{
    static const FieldReaders readers{
        {"code", [](C c) { return FieldColumn(texts(projects(c).code)); }},
        {"name", [](C c) { return FieldColumn(texts(projects(c).name)); }},
        {"topic", [](C c) { return FieldColumn(words(projects(c).topic)); }},
        {"source", [](C c) { return FieldColumn(words(projects(c).source)); }},
        {"upkeep_owner", [](C c) { return FieldColumn(texts(projects(c).upkeepOwner)); }},
        {"budget", [](C c) { return FieldColumn(projects(c).budgetWan); }},
        {"paid", [](C c) { return FieldColumn(projects(c).paidWan); }},
        {"progress", [](C c) { return FieldColumn(projects(c).progressPercent); }},
        {"start", [](C c) { return FieldColumn(days(projects(c).start)); }},
        {"due", [](C c) { return FieldColumn(days(projects(c).due)); }},
        {"done", [](C c) { return FieldColumn(days(projects(c).doneOn)); }},
        {"publicised", [](C c) { return FieldColumn(days(projects(c).publicisedOn)); }},
        {"late", lateProjects},
        {"open_problems",
         [](C c) {
             return FieldColumn(openProblems(c, SubjectType::Project, projects(c).size()));
         }},
        {"unit", projectUnits},
    };
    return readers;
}

} // namespace

const FieldReaders& placeReaders(Entity entity)
{
    return entity == Entity::Facility ? facilityReaders()
           : entity == Entity::Road   ? roadReaders()
                                      : projectReaders();
}

} // namespace guatu::campaign::query
