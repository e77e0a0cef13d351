// SPDX-License-Identifier: MIT
#include "session/qgis_export.h"

#include "core/classified.h"
#include "exchange/qgis_project.h"
#include "session/export_policy.h"
#include "session/kept_looks.h"
#include "session/tables/table_parts.h"

#include <algorithm>
#include <unordered_map>

namespace guatu::session
{
namespace
{

GeometryColumn householdPlaces(const WorkspaceView& view)
{
    const Places places(view.snapshot);
    GeometryColumn seats(GeometryType::Point);
    for (const RowIndex home : view.closure.home)
        seats.addPoint(places.coarsePoint(home));
    return seats;
}

GeometryColumn problemPlaces(const WorkspaceView& view, const FeatureTable& table)
{
    const ProblemColumns& problems = view.snapshot.problems;
    const Places places(view.snapshot);
    std::unordered_map<std::int64_t, std::size_t> rows;
    for (std::size_t row = 0; row < problems.size(); ++row)
        rows.emplace(problems.id[row], row);
    GeometryColumn points(GeometryType::Point);
    for (const std::int64_t id : table.ids) {
        const std::size_t row = rows.at(id);
        const RowIndex subject = problems.subject[row];
        const bool ofHousehold =
            problems.subjectType[row] == SubjectType::Household && subject != noRow;
        points.addPoint(
            ofHousehold ? places.coarsePoint(view.closure.home[static_cast<std::size_t>(subject)])
                        : places.subjectPoint(problems.subjectType[row], subject));
    }
    return points;
}

/// The unit's area, else where it and what is below it lies; everything for noRow.
Box extentOf(const WorkspaceView& view, const FeatureTables& tables, RowIndex unit)
{
    constexpr double margin = 0.03;
    constexpr double surroundings = 1000; // metres around a single place
    Box box;
    if (unit == noRow) {
        for (const auto& table : tables)
            box.add(table->geometry.box());
    } else {
        const UnitColumns& units = view.snapshot.units;
        box.add(units.area.box(static_cast<std::size_t>(unit)));
        for (RowIndex row = unit; box.empty() && row < subtreeEnd(units, unit); ++row)
            box.add(units.seat.box(static_cast<std::size_t>(row)));
    }
    if (box.empty())
        throw inputError({"cli.map.nothing_located", {{"file", view.file.string()}}});
    return box.grown(std::max({box.width() * margin, box.height() * margin, surroundings}));
}

std::string titleOf(const WorkspaceView& view, RowIndex unit, Language language)
{
    const std::string name = unit == noRow
                                 ? view.profile.title.in(language)
                                 : view.snapshot.units.name[static_cast<std::size_t>(unit)];
    return name + " " + text({"cli.map.data_date", {{"date", view.snapshot.asOf.iso()}}}, language);
}

} // namespace

FeatureTables shareableTables(const WorkspaceView& view)
{
    FeatureTables tables;
    for (const auto& table : view.tables) {
        if (table->source != "household" && table->source != "problem") {
            tables.push_back(table);
            continue;
        }
        const bool isProblem = table->source == "problem";
        FeatureTable shared{table->source,
                            isProblem ? problemPlaces(view, *table) : householdPlaces(view),
                            table->ids, table->columns};
        if (isProblem)
            std::erase_if(shared.columns,
                          [](const auto& column) { return column.first == "text"; });
        tables.push_back(std::make_shared<const FeatureTable>(std::move(shared)));
    }
    return tables;
}

std::vector<Message> exportToQgis(const WorkspaceView& view, const QgisExport& options,
                                  const Progress& progress)
{
    if (options.file.extension() != ".qgz")
        throw inputError({"qgis.not_qgz", {{"file", options.file.string()}}});
    requireNotSecret(view, recordsBehind("map"));
    requireNotSecret(view, recordsBehind("facility"));
    requireNotSecret(view, recordsBehind("road"));
    requireNotSecret(view, recordsBehind("project"));
    exchange::QgisProject project{.title = titleOf(view, options.unit, options.language),
                                  .definition = {},
                                  .tables = shareableTables(view),
                                  .crs = view.snapshot.crs,
                                  .extent = {},
                                  .asOf = view.snapshot.asOf,
                                  .symbols = dataRoot() / "styles" / "symbols",
                                  .language = options.language};
    LookedDefinition looked =
        drawnWith(keptLooks(view.file), loadMapDefinition(dataRoot()), project.tables);
    project.definition =
        classified(coloured(std::move(looked.definition), options.colours), project.tables);
    // What QGIS has nothing like: it would show a layer with nothing in it.
    std::erase_if(project.definition.layers, [&](const Layer& layer) {
        const Figure& figure = project.definition.styleOf(layer).figure;
        return std::holds_alternative<HeatFigure>(figure) ||
               std::holds_alternative<FlowFigure>(figure);
    });
    project.themes = keptThemes(view.file).themes;
    project.extent = extentOf(view, project.tables, options.unit);
    for (const Layer& layer : project.definition.layers)
        if (!layer.visible)
            project.hiddenLayers.insert(layer.id);
    exchange::writeQgisProject(options.file, project, options.overwrite, progress);
    return looked.notDrawn;
}

} // namespace guatu::session
