// SPDX-License-Identifier: MIT
#include "session/export_policy.h"

#include "core/definition.h"
#include "core/error.h"
#include "session/hamlet_places.h"
#include "session/unit_point.h"
#include "store/export_facts.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <unordered_map>

namespace guatu::session
{
namespace
{

std::string contentOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Point pointOf(const UnitColumns& units, RowIndex unit)
{
    return unit == noRow ? Point{} : unitPoint(units, static_cast<std::size_t>(unit));
}

/// The seats that households share, in order of the rows of `table`.
GeometryColumn householdSeats(const WorkspaceView& view, const ExportPolicy& policy,
                              const FeatureTable& table)
{
    const HouseholdColumns& households = view.snapshot.households;
    std::vector<RowIndex> homes = view.closure.home;
    if (table.ids != households.id) {
        std::unordered_map<std::int64_t, std::size_t> rows;
        for (std::size_t row = 0; row < households.size(); ++row)
            rows.emplace(households.id[row], row);
        homes.clear();
        for (const std::int64_t id : table.ids)
            homes.push_back(view.closure.home[rows.at(id)]);
    }
    GeometryColumn seats(GeometryType::Point);
    for (const RowIndex unit : sharedUnits(view.snapshot.units, homes, policy.minGroup))
        seats.addPoint(pointOf(view.snapshot.units, unit));
    return seats;
}

/// The places of problems and changes; those of households at seats that they share.
GeometryColumn problemSeats(const WorkspaceView& view, const ExportPolicy& policy,
                            const FeatureTable& table)
{
    const ProblemColumns& problems = view.snapshot.problems;
    std::unordered_map<std::int64_t, std::size_t> rows;
    for (std::size_t row = 0; row < problems.size(); ++row)
        rows.emplace(problems.id[row], row);
    std::vector<RowIndex> homes;
    std::vector<std::size_t> ofHouseholds;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const std::size_t row = rows.at(table.ids[i]);
        if (problems.subjectType[row] != SubjectType::Household)
            continue;
        const RowIndex subject = problems.subject[row];
        homes.push_back(subject == noRow ? noRow
                                         : view.closure.home[static_cast<std::size_t>(subject)]);
        ofHouseholds.push_back(i);
    }
    std::vector<Point> points;
    for (std::size_t i = 0; i < table.size(); ++i)
        points.push_back(table.geometry.firstPoint(i));
    const std::vector<RowIndex> units = sharedUnits(view.snapshot.units, homes, policy.minGroup);
    for (std::size_t i = 0; i < units.size(); ++i)
        points[ofHouseholds[i]] = pointOf(view.snapshot.units, units[i]);
    GeometryColumn seats(GeometryType::Point);
    for (const Point point : points)
        seats.addPoint(point);
    return seats;
}

/// Nothing at all where the way to hide a source's places is not known.
GeometryColumn seatsOf(const WorkspaceView& view, const ExportPolicy& policy,
                       const FeatureTable& table)
{
    if (table.source == "household" || table.source == "found")
        return householdSeats(view, policy, table);
    if (table.source == "problem")
        return problemSeats(view, policy, table);
    GeometryColumn none(table.geometry.type());
    for (std::size_t row = 0; row < table.size(); ++row)
        none.endFeature();
    return none;
}

} // namespace

ExportPolicy exportPolicy(const WorkspaceView& view)
{
    ExportPolicy policy = ExportPolicy::parse(store::profileText(view.file), view.file.string());
    if (!policy.empty())
        return policy;
    const std::filesystem::path shipped =
        dataRoot() / "data" / "profiles" / (view.profile.code + ".json");
    if (std::filesystem::exists(shipped))
        policy = ExportPolicy::parse(contentOf(shipped), shipped.string());
    if (policy.empty())
        throw inputError({"export.no_policy", {{"file", view.file.string()}}});
    return policy;
}

std::vector<EntityKind> recordsBehind(std::string_view name)
{
    using enum EntityKind;
    const auto is = [name](std::initializer_list<std::string_view> names) {
        return std::ranges::find(names, name) != names.end();
    };
    if (is({"facility", "facilities"}))
        return {Facility};
    if (is({"road", "roads"}))
        return {Road};
    if (is({"project", "projects"}))
        return {Project};
    if (is({"site", "sites"}))
        return {Site, Listing};
    std::vector<EntityKind> all;
    for (std::size_t i = 0; i < entityKindCount; ++i) {
        const auto kind = static_cast<EntityKind>(i);
        // What units and households are judged by is everything but these.
        if (kind != Facility && kind != Road && kind != Project)
            all.push_back(kind);
    }
    return all;
}

void requireNotSecret(const WorkspaceView& view, std::span<const EntityKind> kinds)
{
    const std::vector<std::string> secret = store::secretDatasets(view.file, kinds);
    if (secret.empty())
        return;
    std::string names;
    for (const std::string& name : secret)
        names += (names.empty() ? "" : "、") + name;
    throw inputError({"export.secret", {{"datasets", names}, {"file", view.file.string()}}});
}

FeatureTables audienceTables(const WorkspaceView& view, const ExportPolicy& policy,
                             Audience audience)
{
    FeatureTables tables;
    for (const auto& table : view.tables) {
        const PlaceGrant place = policy.layerPlace(table->source, audience);
        if (place == PlaceGrant::None)
            continue;
        const bool exact = place == PlaceGrant::Exact;
        FeatureTable seen{table->source,
                          exact ? table->geometry : seatsOf(view, policy, *table),
                          exact ? table->ids : std::vector<std::int64_t>(table->ids.size()),
                          {}};
        for (const auto& column : table->columns)
            if (policy.allowsLayerField(table->source, column.first, audience))
                seen.columns.push_back(column);
        tables.push_back(std::make_shared<const FeatureTable>(std::move(seen)));
    }
    return tables;
}

} // namespace guatu::session
