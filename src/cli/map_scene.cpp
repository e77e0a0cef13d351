// SPDX-License-Identifier: MIT
#include "cli/map_scene.h"

#include "core/classified.h"
#include "core/map_subject.h"

#include <algorithm>

namespace guatu::cli
{
namespace
{

bool hasApproximateAreas(const UnitColumns& units)
{
    return std::ranges::any_of(units.areaGrade, [](AreaGrade grade) {
        return grade == AreaGrade::Approximate || grade == AreaGrade::Voronoi;
    });
}

} // namespace

render::MapScene mapScene(const session::WorkspaceView& view, FeatureTables tables, RowIndex unit,
                          const MapDefinition& definition, const MapTheme& theme, Language language)
{
    render::MapScene scene;
    scene.tables = std::move(tables);
    scene.definition = std::make_shared<MapDefinition>(
        classified(coloured(definition, theme.colours), scene.tables));
    scene.hiddenLayers = hiddenBy(theme, *scene.definition);
    scene.measure = theme.measure;
    scene.language = language;
    scene.crs = view.snapshot.crs;
    scene.graticule = theme.graticule;
    scene.kilometreGrid = theme.kilometreGrid;
    if (unit > 0) {
        const auto& areas = view.snapshot.units.area;
        const auto row = static_cast<std::size_t>(unit);
        for (std::size_t part = 0; part < areas.partCount(row); ++part)
            scene.focus.addPart(areas.part(row, part));
        if (areas.hasGeometry(row))
            scene.focus.endFeature();
    }
    return scene;
}

render::Furniture mapFurniture(const session::WorkspaceView& view, RowIndex unit,
                               const render::MapScene& scene, double scaleDenominator)
{
    const Language language = scene.language;
    render::Furniture furniture;
    furniture.title = unit == noRow ? view.profile.title.in(language)
                                    : view.snapshot.units.name[static_cast<std::size_t>(unit)];
    const std::string subject =
        mapSubject(*scene.definition, scene.hiddenLayers, scaleDenominator, language);
    if (!subject.empty())
        furniture.title += " " + subject;
    furniture.subtitle =
        text({"cli.map.data_date", {{"date", view.snapshot.asOf.iso()}}}, language);
    furniture.note = view.snapshot.datasetNames;
    furniture.legendAtRight = true;
    if (hasApproximateAreas(view.snapshot.units))
        furniture.note = text("cli.map.approximate", language) + " " + furniture.note;
    return furniture;
}

} // namespace guatu::cli
