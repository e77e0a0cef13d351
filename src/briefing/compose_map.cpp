// SPDX-License-Identifier: MIT
#include "briefing/composer.h"
#include "briefing/map_frame.h"
#include "briefing/page_font.h"
#include "core/error.h"
#include "core/map_subject.h"
#include "session/overview.h"
#include "session/unit_point.h"

#include <algorithm>
#include <cmath>

namespace guatu::briefing
{
namespace
{

constexpr double rimWidth = 5; // mm for the numbers of the grids

std::set<std::string> hiddenBy(const Frame& frame, const MapDefinition& definition)
{
    if (frame.layers.empty())
        return render::initiallyHidden(definition);
    std::set<std::string> hidden;
    for (const Layer& layer : definition.layers)
        hidden.insert(layer.id);
    for (const std::string& wanted : frame.layers)
        if (hidden.erase(wanted) == 0)
            throw inputError({"briefing.no_layer", {{"frame", frame.id}, {"layer", wanted}}});
    return hidden;
}

void setFocus(render::MapScene& scene, const UnitColumns& units, RowIndex unit)
{
    const auto row = static_cast<std::size_t>(unit);
    for (std::size_t part = 0; part < units.area.partCount(row); ++part)
        scene.focus.addPart(units.area.part(row, part));
    if (units.area.hasGeometry(row))
        scene.focus.endFeature();
}

/// The unit of the same code on another day.
RowIndex sameUnit(const Composition& c, const Snapshot& other)
{
    return findUnit(other.units, c.snapshot().units.code[static_cast<std::size_t>(c.unit)]);
}

/// The ground around a place that is shown: what one walks in a quarter of an hour each way.
Box boxAround(Point place)
{
    constexpr double reach = 1200; // metres
    Box box;
    if (!place.valid())
        return box;
    box.add(Point{place.x - reach, place.y - reach});
    box.add(Point{place.x + reach, place.y + reach});
    return box;
}

/// The name of the place that the page is about, on white above it.
void addName(Composition& c, const MapBlock& map)
{
    const TextStyle style{11 * c.design.enlarge, false, true, {0x1D, 0x4F, 0x91, 255}};
    const double width = widthOf(c.spot->name, style) + 4 * c.design.enlarge;
    const double height = 6.4 * c.design.enlarge;
    const RectMm inner = map.inner();
    const double x = inner.x + inner.width / 2 + (c.spot->place.x - map.center.x) / map.metresPerMm;
    const double y =
        inner.y + inner.height / 2 - (c.spot->place.y - map.center.y) / map.metresPerMm;
    RectMm box{x - width / 2, y - height - 6 * c.design.enlarge, width, height};
    box.x = std::clamp(box.x, inner.x, std::max(inner.x, inner.right() - width));
    c.page.blocks.emplace_back(StampBlock{box, {c.spot->name, style}, true});
}

} // namespace

void addMap(Composition& c, const Frame& frame)
{
    const Day& day = frame.compare ? *c.material.before : c.material.day;
    const Snapshot& snapshot = day.snapshot();
    const RowIndex unit = frame.compare ? sameUnit(c, snapshot) : c.unit;
    const Box box = c.spot != nullptr ? boxAround(c.spot->place)
                    : unit == noRow   ? Box{}
                                      : session::unitBox(snapshot.units, unit);
    if (box.empty())
        throw inputError(
            {"briefing.no_geometry",
             {{"unit", c.subjectName()}, {"code", c.spot ? c.spot->code : c.unitCode()}}});

    auto scene = std::make_shared<render::MapScene>();
    scene->tables = day.tables;
    scene->definition = c.material.definition;
    scene->hiddenLayers = hiddenBy(frame, *scene->definition);
    scene->language = c.language();
    scene->crs = snapshot.crs;
    scene->graticule = frame.graticule;
    scene->kilometreGrid = frame.kilometreGrid;
    scene->cache = day.cache;
    setFocus(*scene, snapshot.units, unit);

    MapBlock map;
    map.id = frame.id;
    map.box = frame.box;
    map.enlarge = c.design.enlarge;
    map.rim = frame.graticule || frame.kilometreGrid ? rimWidth * map.enlarge : 0;
    map.north = frame.north;
    map.scaleBar = frame.scaleBar;
    fitMap(map, box, snapshot.crs);
    if (frame.fixedScale > 0) {
        map.scaleDenominator = frame.fixedScale;
        map.metresPerMm = frame.fixedScale / 1000 / map.groundScale;
    }
    // The same content as a sheet in the hand shows, only larger.
    const double inHand = map.metresPerMm * 1000 * map.enlarge;
    const std::string subject =
        mapSubject(*scene->definition, scene->hiddenLayers, inHand, c.language());
    if (c.scaleDenominator == 0) {
        c.scaleDenominator = map.scaleDenominator;
        c.subject = subject;
    }
    if (!frame.text.zh.empty())
        map.caption = filledText(c, frame.text, "map " + frame.id);
    map.scene = std::move(scene);
    c.page.blocks.emplace_back(map);
    if (c.spot != nullptr)
        addName(c, map);
}

void addInset(Composition& c, const Frame& frame)
{
    const auto overview = session::overviewOf(c.snapshot().units, c.unit);
    if (overview.counties.empty())
        return; // no county has an area: there is no whole to show
    InsetBlock block;
    block.box = frame.box;
    block.locator =
        std::make_shared<render::Locator>(render::makeLocator(overview.counties, overview.current));
    block.of = frame.of;
    c.page.blocks.emplace_back(std::move(block));
}

} // namespace guatu::briefing
