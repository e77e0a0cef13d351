// SPDX-License-Identifier: MIT
#include "desktop/hit_text.h"

#include "desktop/texts.h"
#include "desktop/unit_places.h"
#include "desktop/words.h"
#include "session/household_list.h"
#include "session/unit_card.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace guatu::desktop
{
namespace
{

RowIndex rowOfId(const std::vector<std::int64_t>& ids, std::int64_t id, std::size_t guess)
{
    if (guess < ids.size() && ids[guess] == id)
        return static_cast<RowIndex>(guess);
    const auto found = std::ranges::find(ids, id);
    return found == ids.end() ? noRow : static_cast<RowIndex>(found - ids.begin());
}

bool isHouseholdSource(const std::string& source)
{
    return source == "household" || source == "found" || source == "gap_household";
}

bool isUnitSource(const std::string& source)
{
    return levelFromString(source) || source.ends_with("_seat") || source == "gap_village";
}

/// What is drawn of a thing that lies at the same place itself.
bool isRemark(const std::string& source)
{
    return source == "change" || (source.starts_with("gap_") && source != "gap_household" &&
                                  source != "gap_village" && source != "gap_facility");
}

HitText describeHouseholds(const session::WorkspaceView& view,
                           const std::vector<std::uint32_t>& households, const Texts& texts)
{
    if (households.size() > 1)
        return {texts("desktop.tip.households", {{"count", std::to_string(households.size())}}),
                texts("desktop.tip.open_all")};
    const auto row = session::householdRow(view, households.front());
    HitText text;
    text.title = toQString(row.group) + (row.group.empty() ? "" : " • ") +
                 texts(titleOf(row.householdClass));
    if (row.persons >= 0)
        text.title +=
            "  " + texts("desktop.count.persons", {{"count", std::to_string(row.persons)}});
    if (!row.unmet.empty())
        text.detail =
            texts("desktop.tip.unmet",
                  {{"criteria", session::criterionTitles(view, row.unmet, texts.language())}});
    else
        text.detail = texts(titleOf(row.clear));
    return text;
}

std::string_view placeKind(const std::string& source, const std::string& kind)
{
    if (source == "site")
        return kind == "hydropower_resettlement" ? "desktop.place.hydropower"
                                                 : "desktop.place.relocation";
    if (source == "road")
        return "desktop.place.road";
    if (source == "project")
        return "desktop.place.project";
    if (kind == "school")
        return "desktop.place.school";
    if (kind == "clinic" || kind == "health_centre")
        return "desktop.place.clinic";
    if (kind == "water_works" || kind == "water_point")
        return "desktop.place.water";
    if (kind == "transformer")
        return "desktop.place.transformer";
    if (kind == "base_station")
        return "desktop.place.base_station";
    if (kind == "office")
        return "desktop.place.office";
    if (kind == "workshop")
        return "desktop.place.workshop";
    if (kind == "market")
        return "desktop.place.market";
    return "desktop.place.facility";
}

std::string_view stateTitle(const std::string& state)
{
    if (state == "working")
        return "desktop.state.working";
    if (state == "building")
        return "desktop.state.building";
    if (state == "broken")
        return "desktop.state.broken";
    if (state == "closed")
        return "desktop.state.closed";
    return "desktop.unchecked";
}

std::string_view surfaceTitle(const std::string& surface)
{
    if (surface == "asphalt")
        return "desktop.surface.asphalt";
    if (surface == "concrete")
        return "desktop.surface.concrete";
    if (surface == "stone")
        return "desktop.surface.stone";
    if (surface == "gravel")
        return "desktop.surface.gravel";
    if (surface == "earth")
        return "desktop.surface.earth";
    return "desktop.unknown";
}

std::string_view roadTitle(const std::string& roadClass)
{
    if (roadClass == "national")
        return "desktop.road.national";
    if (roadClass == "provincial")
        return "desktop.road.provincial";
    if (roadClass == "county")
        return "desktop.road.county";
    if (roadClass == "town")
        return "desktop.road.town";
    if (roadClass == "village")
        return "desktop.road.village";
    return "desktop.road.other";
}

/// 州级挂牌：发生率 10.41 %，限值超过 10 %, one line a list or rule.
QStringList listingLines(const session::WorkspaceView& view, SubjectType type, RowIndex subject,
                         const Texts& texts)
{
    QStringList lines;
    for (const session::CardListing& listing : session::listingsOf(view, type, subject))
        lines << texts(listing.official ? "desktop.tip.listed" : "desktop.tip.rule_only",
                       {{"issuer", texts(issuerTitle(listing.issuerLevel)).toStdString()},
                        {"reason", texts(listing.reason).toStdString()}});
    return lines;
}

/// Collects the facts of one place.
class PlaceFacts
{
public:
    PlaceFacts(const session::WorkspaceView& view, const Texts& texts)
        : m_snapshot(view.snapshot), m_texts(texts)
    {
    }

    PlaceText site(std::size_t row)
    {
        const SiteColumns& sites = m_snapshot.sites;
        begin(sites.name[row], m_texts(placeKind("site", sites.kind[row])));
        unit(sites.hostUnit[row]);
        count("desktop.place.planned", sites.plannedHouseholds[row], sites.plannedPersons[row]);
        count("desktop.place.moved", sites.movedHouseholds[row], sites.movedPersons[row]);
        fact("desktop.place.code", toQString(sites.code[row]));
        return m_text;
    }
    PlaceText facility(std::size_t row)
    {
        const FacilityColumns& all = m_snapshot.facilities;
        begin(all.name[row], m_texts(placeKind("facility", all.kind[row])));
        unit(all.unit[row]);
        fact("desktop.place.state", m_texts(stateTitle(all.state[row])));
        if (all.staff[row] >= 0)
            fact("desktop.place.staff",
                 m_texts("desktop.count.persons", {{"count", std::to_string(all.staff[row])}}));
        fact("desktop.place.code", toQString(all.code[row]));
        return m_text;
    }
    PlaceText project(std::size_t row)
    {
        const ProjectColumns& all = m_snapshot.projects;
        begin(all.name[row], m_texts("desktop.place.project"));
        unit(all.unit[row]);
        if (std::isfinite(all.progressPercent[row]))
            fact("desktop.place.progress",
                 QString::number(all.progressPercent[row], 'f', 0) + " %");
        if (all.due[row])
            fact("desktop.column.due", isoDate(*all.due[row]));
        if (std::isfinite(all.budgetWan[row]))
            fact("desktop.place.budget",
                 m_texts("desktop.place.wan",
                         {{"amount", QString::number(all.budgetWan[row], 'f', 1).toStdString()}}));
        return m_text;
    }
    PlaceText road(std::size_t row)
    {
        const RoadColumns& all = m_snapshot.roads;
        begin(all.name[row], m_texts("desktop.place.road"));
        fact("desktop.place.road_class", m_texts(roadTitle(all.roadClass[row])));
        fact("desktop.place.surface", m_texts(surfaceTitle(all.surface[row])));
        if (std::isfinite(all.width[row]))
            fact("desktop.place.width", QString::number(all.width[row], 'f', 1) + " m");
        fact("desktop.place.code", toQString(all.code[row]));
        return m_text;
    }

    PlaceText problem(const campaign::Closure& closure, std::size_t row)
    {
        const ProblemColumns& all = m_snapshot.problems;
        begin(all.text[row], m_texts("desktop.place.problem"));
        unit(campaign::placeOf(m_snapshot, closure, row));
        fact("desktop.place.source", toQString(all.source[row]));
        if (all.dueOn[row]) {
            const int late = daysBetween(*all.dueOn[row], m_snapshot.asOf);
            fact("desktop.column.due",
                 late > 0 ? isoDate(*all.dueOn[row]) + ' ' + daysText(-late, m_texts)
                          : isoDate(*all.dueOn[row]));
        }
        fact("desktop.place.lead", toQString(all.leadOrganisation[row]));
        return m_text;
    }

    /// Of the flows' table.
    PlaceText flow(const FeatureTable& flows, std::size_t row)
    {
        begin(std::string((*flows.text("name"))[row]), m_texts("desktop.place.flow"));
        const auto number = [&](std::string_view column) {
            const double value = (*flows.number(column))[row];
            return std::isfinite(value) ? static_cast<std::int32_t>(value) : -1;
        };
        const std::int32_t households = number("households");
        const std::int32_t persons = number("persons");
        if (persons < 0)
            fact("desktop.place.moved",
                 m_texts("desktop.count.households", {{"count", std::to_string(households)}}));
        count("desktop.place.moved", households, persons);
        return m_text;
    }

private:
    void begin(const std::string& name, const QString& kind)
    {
        m_text = {name.empty() ? kind : toQString(name), kind, {}};
    }
    void fact(std::string_view title, const QString& value)
    {
        if (!value.isEmpty())
            m_text.facts.emplace_back(m_texts(title), value);
    }
    void unit(RowIndex row)
    {
        QStringList names;
        for (const RowIndex above : pathOf(m_snapshot.units, row))
            names << toQString(m_snapshot.units.name[static_cast<std::size_t>(above)]);
        fact("desktop.place.unit", names.join(' '));
    }
    void count(std::string_view title, std::int32_t households, std::int32_t persons)
    {
        if (households >= 0 && persons >= 0)
            fact(title,
                 m_texts("desktop.count.both", {{"households", number(households).toStdString()},
                                                {"persons", number(persons).toStdString()}}));
    }

    const Snapshot& m_snapshot;
    const Texts& m_texts;
    PlaceText m_text;
};

} // namespace

Found sortOut(const session::WorkspaceView& view, const std::vector<render::Hit>& hits)
{
    Found found;
    const auto top =
        std::ranges::find_if(hits, [](const render::Hit& hit) { return !isRemark(hit.source); });
    const bool householdsOnTop = top != hits.end() && isHouseholdSource(top->source);
    for (const render::Hit& hit : hits) {
        if (isHouseholdSource(hit.source)) {
            const RowIndex row = rowOfId(view.snapshot.households.id, hit.id, hit.row);
            if (householdsOnTop && row != noRow)
                found.households.push_back(static_cast<std::uint32_t>(row));
        } else if (isUnitSource(hit.source)) {
            const RowIndex unit = unitById(view.snapshot.units, hit.id);
            const auto level = [&](RowIndex row) {
                return view.snapshot.units.level[static_cast<std::size_t>(row)];
            };
            if (unit != noRow && (found.unit == noRow || level(unit) > level(found.unit)))
                found.unit = unit;
        } else if (!isRemark(hit.source)) {
            found.places.push_back(hit);
            if (hit.source == "gap_facility")
                found.places.back().source = "facility";
        }
    }
    std::ranges::sort(found.households);
    const auto twice = std::ranges::unique(found.households);
    found.households.erase(twice.begin(), twice.end());
    return found;
}

HitText describe(const session::WorkspaceView& view, const Found& found, const Texts& texts)
{
    if (!found.households.empty())
        return describeHouseholds(view, found.households, texts);
    if (!found.places.empty()) {
        const PlaceText place = describePlace(view, found.places.front(), texts);
        QStringList lines;
        if (place.title != place.kind)
            lines << place.kind;
        if (found.places.front().source == "relocation_flow")
            for (const auto& [title, value] : place.facts)
                lines << value;
        if (found.places.front().source == "site") {
            const RowIndex site =
                rowOfId(view.snapshot.sites.id, found.places.front().id, found.places.front().row);
            lines += listingLines(view, SubjectType::Site, site, texts);
        }
        if (found.places.size() > 1)
            lines << texts("desktop.tip.places", {{"count", std::to_string(found.places.size())}});
        return {place.title, lines.join('\n')};
    }
    if (found.unit == noRow)
        return {};
    const auto unit = static_cast<std::size_t>(found.unit);
    const campaign::Remaining& left = view.closure.remaining[unit];
    QStringList lines{texts("desktop.tip.unit",
                            {{"status", texts(titleOf(view.closure.unit[unit])).toStdString()},
                             {"households", number(left.households).toStdString()},
                             {"persons", number(left.persons).toStdString()}})};
    lines += listingLines(view, SubjectType::Unit, found.unit, texts);
    return {toQString(view.snapshot.units.name[unit]), lines.join('\n')};
}

PlaceText describePlace(const session::WorkspaceView& view, const render::Hit& place,
                        const Texts& texts)
{
    PlaceFacts facts(view, texts);
    const Snapshot& snapshot = view.snapshot;
    if (place.source == "problem")
        if (const RowIndex row = rowOfId(snapshot.problems.id, place.id, place.row); row != noRow)
            return facts.problem(view.closure, static_cast<std::size_t>(row));
    const auto rowIn = [&](std::string_view source, const std::vector<std::int64_t>& ids) {
        return place.source == source ? rowOfId(ids, place.id, place.row) : noRow;
    };
    if (const RowIndex row = rowIn("site", snapshot.sites.id); row != noRow)
        return facts.site(static_cast<std::size_t>(row));
    if (const RowIndex row = rowIn("facility", snapshot.facilities.id); row != noRow)
        return facts.facility(static_cast<std::size_t>(row));
    if (const RowIndex row = rowIn("project", snapshot.projects.id); row != noRow)
        return facts.project(static_cast<std::size_t>(row));
    if (const RowIndex row = rowIn("road", snapshot.roads.id); row != noRow)
        return facts.road(static_cast<std::size_t>(row));
    for (const auto& table : view.tables) {
        if (table->source == "relocation_flow" && place.source == table->source)
            if (const RowIndex row = rowOfId(table->ids, place.id, place.row); row != noRow)
                return facts.flow(*table, static_cast<std::size_t>(row));
    }
    return {};
}

std::vector<std::uint32_t> householdsWhere(const session::WorkspaceView& view,
                                           const render::MapScene& scene,
                                           const std::function<bool(Point)>& isWithin)
{
    std::vector<std::uint32_t> found;
    if (!scene.definition)
        return found;
    const auto& ids = view.snapshot.households.id;
    std::unordered_map<std::int64_t, std::uint32_t> rowOf; // made when a table is not in order
    const auto household = [&](std::int64_t id, std::size_t guess) {
        if (guess < ids.size() && ids[guess] == id)
            return static_cast<std::uint32_t>(guess);
        if (rowOf.empty())
            for (std::uint32_t row = 0; row < ids.size(); ++row)
                rowOf.emplace(ids[row], row);
        return rowOf.at(id);
    };
    for (const Layer& layer : scene.definition->layers) {
        const auto table = std::ranges::find(scene.tables, layer.source,
                                             [](const auto& each) { return each->source; });
        if (!isHouseholdSource(layer.source) || scene.hiddenLayers.contains(layer.id) ||
            table == scene.tables.end())
            continue;
        for (std::size_t row = 0; row < (*table)->size(); ++row) {
            const Point at = (*table)->geometry.firstPoint(row);
            if (!at.valid() || !isWithin(at))
                continue;
            const auto read = [&](std::string_view field) { return (*table)->value(field, row); };
            if (layer.filter && layer.filter->evaluate(read) != CriterionResult::Met)
                continue;
            found.push_back(household((*table)->ids[row], row));
        }
    }
    std::ranges::sort(found);
    const auto twice = std::ranges::unique(found);
    found.erase(twice.begin(), twice.end());
    return found;
}

} // namespace guatu::desktop
