// SPDX-License-Identifier: MIT
#include "session/gap_map.h"

#include "access/facility_choice.h"
#include "access/isochrone.h"
#include "access/reach.h"
#include "core/find_table.h"
#include "core/row_at.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace guatu::session
{
namespace
{

constexpr double notKnown = std::numeric_limits<double>::quiet_NaN();

/// Words of a category in the order of an enumeration, behind "unknown".
class Words
{
public:
    explicit Words(std::vector<std::string> words)
    {
        m_column.words = {"unknown"};
        m_column.words.insert(m_column.words.end(), words.begin(), words.end());
    }
    void add(std::string_view word)
    {
        const auto found = std::ranges::find(m_column.words, word);
        m_column.rows.push_back(static_cast<std::uint8_t>(
            found == m_column.words.end() ? 0 : found - m_column.words.begin()));
    }
    [[nodiscard]] CategoryColumn take() { return std::move(m_column); }

private:
    CategoryColumn m_column;
};

Words verdictWords()
{
    return Words({"met", "unmet", "exempt"});
}

std::shared_ptr<const FeatureTable> householdTable(const GapCase& gaps,
                                                   std::span<const CriterionResult> verdicts)
{
    const HouseholdColumns& households = gaps.view().snapshot.households;
    FeatureTable table{"gap_household", GeometryColumn(GeometryType::Point)};
    Words verdict = verdictWords();
    NumberColumn persons;
    TextColumn code;
    const std::size_t rows = verdicts.size();
    table.geometry.reserve(rows, rows);
    for (std::size_t i = 0; i < rows; ++i) {
        const std::uint32_t row = gaps.households()[i];
        table.geometry.addPoint(households.location[row]);
        table.ids.push_back(households.id[row]);
        verdict.add(toString(verdicts[i]));
        persons.push_back(households.persons[row] < 0 ? notKnown : households.persons[row]);
        code.add(households.code[row]);
    }
    table.columns = {
        {"verdict", verdict.take()}, {"persons", std::move(persons)}, {"code", std::move(code)}};
    return std::make_shared<const FeatureTable>(std::move(table));
}

/// The village of each household, or the unit it lives in where no village is known.
RowIndex villageOf(const UnitColumns& units, RowIndex unit)
{
    while (unit != noRow && units.level[at(unit)] > Level::Village)
        unit = units.parent[at(unit)];
    return unit;
}

std::shared_ptr<const FeatureTable> villageTable(const GapCase& gaps,
                                                 std::span<const CriterionResult> verdicts)
{
    struct Count {
        double gap = 0, judged = 0;
    };
    const UnitColumns& units = gaps.view().snapshot.units;
    std::map<RowIndex, Count> counts;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        Count& count = counts[villageOf(units, gaps.subjects()[i].unit)];
        count.gap += verdicts[i] == CriterionResult::Unmet ? 1 : 0;
        count.judged += verdicts[i] == CriterionResult::Unknown ? 0 : 1;
    }
    FeatureTable table{"gap_village", GeometryColumn(GeometryType::Polygon)};
    NumberColumn number, share;
    TextColumn name;
    const RowIndex end = subtreeEnd(units, gaps.unit());
    for (RowIndex unit = gaps.unit(); unit < end; ++unit) {
        if (units.level[at(unit)] != Level::Village)
            continue;
        for (std::size_t part = 0; part < units.area.partCount(at(unit)); ++part)
            table.geometry.addPart(units.area.part(at(unit), part));
        table.geometry.endFeature();
        table.ids.push_back(units.id[at(unit)]);
        const auto found = counts.find(unit);
        const Count count = found == counts.end() ? Count{} : found->second;
        number.push_back(count.gap);
        share.push_back(count.judged > 0 ? 100 * count.gap / count.judged : notKnown);
        name.add(units.name[at(unit)]);
    }
    table.columns = {
        {"gap_hh", std::move(number)}, {"gap_share", std::move(share)}, {"name", std::move(name)}};
    return std::make_shared<const FeatureTable>(std::move(table));
}

/// `trial` may be null.
std::shared_ptr<const FeatureTable> lineTable(const GapCase& gaps, const TrialAnswer* trial)
{
    const HouseholdColumns& households = gaps.view().snapshot.households;
    FeatureTable table{"gap_line", GeometryColumn(GeometryType::Line)};
    Words verdict = verdictWords();
    for (std::size_t i = 0; i < gaps.gaps().size(); ++i) {
        const access::Gap& gap = gaps.gaps()[i];
        const bool tried = trial != nullptr && trial->served[i];
        if (gap.facility == noRow && !tried)
            continue;
        const std::uint32_t row = gaps.households()[i];
        const Point ends[]{households.location[row],
                           tried ? trial->at
                                 : gaps.facilities().location.firstPoint(at(gap.facility))};
        if (!ends[0].valid() || !ends[1].valid())
            continue;
        table.geometry.addPart(ends);
        table.geometry.endFeature();
        table.ids.push_back(households.id[row]);
        verdict.add(toString(trial != nullptr ? trial->verdicts[i] : gap.verdict));
    }
    table.columns = {{"verdict", verdict.take()}};
    return std::make_shared<const FeatureTable>(std::move(table));
}

template <typename Column>
Column picked(const Column& from, const std::vector<std::size_t>& rows)
{
    Column to;
    if constexpr (std::is_same_v<Column, CategoryColumn>) {
        to.words = from.words;
        for (const std::size_t row : rows)
            to.rows.push_back(from.rows[row]);
    } else if constexpr (std::is_same_v<Column, TextColumn>) {
        for (const std::size_t row : rows)
            to.add(from[row]);
    } else {
        for (const std::size_t row : rows)
            to.push_back(from[row]);
    }
    return to;
}

std::shared_ptr<const FeatureTable> facilityTable(const GapCase& gaps)
{
    const auto all = findTable(gaps.view().tables, "facility");
    const auto* kind = all ? all->category("kind") : nullptr;
    FeatureTable table{"gap_facility", GeometryColumn(GeometryType::Point)};
    if (kind) {
        const auto& kinds = gaps.standard().facilities;
        std::vector<std::size_t> rows;
        for (std::size_t row = 0; row < all->size(); ++row)
            if (std::ranges::find(kinds, (*kind)[row]) != kinds.end())
                rows.push_back(row);
        for (const std::size_t row : rows) {
            table.geometry.addPoint(all->geometry.firstPoint(row));
            table.ids.push_back(all->ids[row]);
        }
        for (const auto& [name, column] : all->columns)
            std::visit(
                [&](const auto& each) { table.columns.emplace_back(name, picked(each, rows)); },
                column);
    }
    return std::make_shared<const FeatureTable>(std::move(table));
}

std::shared_ptr<const FeatureTable> plannedTable(const GapCase& gaps)
{
    FeatureTable table{"gap_planned", GeometryColumn(GeometryType::Point)};
    TextColumn name;
    for (const PlannedFacility& planned : gaps.added()) {
        table.ids.push_back(static_cast<std::int64_t>(table.ids.size()) + 1);
        table.geometry.addPoint(planned.at);
        name.add(planned.name);
    }
    table.columns = {{"name", std::move(name)}};
    return std::make_shared<const FeatureTable>(std::move(table));
}

std::shared_ptr<const FeatureTable> closedTable(const GapCase& gaps)
{
    const RoadColumns& roads = gaps.view().snapshot.roads;
    FeatureTable table{"gap_closed", GeometryColumn(GeometryType::Line)};
    TextColumn name;
    for (const std::string& code : gaps.question().travel.closed) {
        const auto found = std::ranges::find(roads.code, code);
        if (found == roads.code.end())
            continue;
        const auto row = static_cast<std::size_t>(found - roads.code.begin());
        for (std::size_t part = 0; part < roads.line.partCount(row); ++part)
            table.geometry.addPart(roads.line.part(row, part));
        table.geometry.endFeature();
        table.ids.push_back(roads.id[row]);
        name.add(roads.name[row]);
    }
    table.columns = {{"name", std::move(name)}};
    return std::make_shared<const FeatureTable>(std::move(table));
}

/// b1, b2, ...; beyond.
std::vector<std::string> bandWords(std::size_t limits)
{
    std::vector<std::string> words;
    for (std::size_t band = 1; band <= limits; ++band)
        words.push_back("b" + std::to_string(band));
    words.emplace_back("beyond");
    return words;
}

FeatureTables surroundings(const GapCase& gaps, const TrialAnswer* trial)
{
    FeatureTables tables{lineTable(gaps, trial), facilityTable(gaps), plannedTable(gaps),
                         closedTable(gaps)};
    std::erase_if(tables, [](const auto& table) { return table->size() == 0; });
    return tables;
}

} // namespace

FeatureTables gapPlaces(const GapCase& gaps, std::span<const CriterionResult> verdicts)
{
    return {householdTable(gaps, verdicts), villageTable(gaps, verdicts)};
}

FeatureTables gapSurroundings(const GapCase& gaps)
{
    return surroundings(gaps, nullptr);
}

FeatureTables gapSurroundings(const GapCase& gaps, const TrialAnswer& trial)
{
    return surroundings(gaps, &trial);
}

std::shared_ptr<const FeatureTable> gapChangeTable(const WorkspaceView& view,
                                                   const GapChanges& changes)
{
    struct Touched {
        Point sum{0, 0};
        double located = 0, households = 0;
    };
    const HouseholdColumns& households = view.snapshot.households;
    std::map<std::pair<std::string_view, RowIndex>, Touched> hamlets; // by what is done
    const auto add = [&](const std::vector<std::uint32_t>& rows, std::string_view kind,
                         const std::vector<std::uint32_t>& but) {
        for (const std::uint32_t row : rows) {
            if (std::ranges::binary_search(but, row))
                continue;
            Touched& hamlet = hamlets[{kind, view.closure.home[row]}];
            ++hamlet.households;
            if (const Point place = households.location[row]; place.valid()) {
                hamlet.sum = {hamlet.sum.x + place.x, hamlet.sum.y + place.y};
                ++hamlet.located;
            }
        }
    };
    add(changes.cutOff, "cut_off", {});
    add(changes.newGaps, "new_gap", changes.cutOff);
    add(changes.closed, "closed_gap", {});
    FeatureTable table{"gap_change", GeometryColumn(GeometryType::Point)};
    Words change({"cut_off", "new_gap", "closed_gap"});
    NumberColumn count;
    for (const auto& [key, hamlet] : hamlets) {
        if (key.second == noRow || hamlet.located == 0)
            continue;
        table.geometry.addPoint({hamlet.sum.x / hamlet.located, hamlet.sum.y / hamlet.located});
        table.ids.push_back(view.snapshot.units.id[at(key.second)]);
        change.add(key.first);
        count.push_back(hamlet.households);
    }
    table.columns = {{"change", change.take()}, {"households", std::move(count)}};
    return std::make_shared<const FeatureTable>(std::move(table));
}

std::shared_ptr<const FeatureTable> gapChosenTable(const GapCase& gaps, std::uint32_t household,
                                                   const std::string& label)
{
    const access::Gap* gap = gaps.gapOf(household);
    if (!gap || gap->facility == noRow)
        return nullptr;
    const HouseholdColumns& households = gaps.view().snapshot.households;
    const Point ends[]{households.location[household],
                       gaps.facilities().location.firstPoint(at(gap->facility))};
    if (!ends[0].valid() || !ends[1].valid())
        return nullptr;
    FeatureTable table{
        "gap_chosen", GeometryColumn(GeometryType::Line), {households.id[household]}};
    table.geometry.addPart(ends);
    table.geometry.endFeature();
    TextColumn text;
    text.add(label);
    table.columns = {{"label", std::move(text)}};
    return std::make_shared<const FeatureTable>(std::move(table));
}

FeatureTables gapReach(const GapCase& gaps, std::span<const double> limits)
{
    if (!gaps.roads())
        return {};
    const access::RoadNetwork& network = gaps.roads()->network;
    const bool minutes = gaps.standard().measure() == access::Measure::Minutes;
    std::vector<access::Time> times;
    for (const double limit : limits)
        times.push_back(static_cast<access::Time>(std::llround(limit * (minutes ? 60000 : 1000))));
    std::vector<access::Place> places;
    for (const RowIndex row : access::chooseFacilities(gaps.facilities(), gaps.standard()).serving)
        places.push_back(network.placeNear(gaps.facilities().location.firstPoint(at(row))));
    const access::Nearest nearest(network.graph(), std::move(places));

    // The widest first, so that the others lie on it.
    const std::vector<access::Time> widestFirst(times.rbegin(), times.rend());
    FeatureTable areas{"gap_reach", access::isochroneAreas(network, nearest, widestFirst)};
    Words area(bandWords(limits.size()));
    for (std::size_t band = limits.size(); band > 0; --band) {
        areas.ids.push_back(static_cast<std::int64_t>(band));
        area.add("b" + std::to_string(band));
    }
    areas.columns = {{"band", area.take()}};

    access::ColouredNetwork coloured = access::colouredNetwork(network, nearest, times);
    FeatureTable roads{"gap_road", std::move(coloured.line)};
    Words road(bandWords(limits.size()));
    for (std::size_t i = 0; i < coloured.band.size(); ++i) {
        roads.ids.push_back(static_cast<std::int64_t>(i) + 1);
        road.add(coloured.band[i] < limits.size() ? "b" + std::to_string(coloured.band[i] + 1)
                                                  : std::string("beyond"));
    }
    roads.columns = {{"band", road.take()}};
    return {std::make_shared<const FeatureTable>(std::move(areas)),
            std::make_shared<const FeatureTable>(std::move(roads))};
}

} // namespace guatu::session
