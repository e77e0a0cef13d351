// SPDX-License-Identifier: MIT
#include "access/gaps.h"

#include "access/reach.h"
#include "core/ground_distance.h"
#include "core/point_grid.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <set>

namespace guatu::access
{
namespace
{

constexpr double nowhere = std::numeric_limits<double>::infinity();

/// The nearest facility and how far it is, in the standard's unit; infinite when there is none.
struct Distance {
    RowIndex facility = noRow;
    double figure = nowhere;
};

/// Facilities of a snapshot that serve a standard.
struct Facilities {
    std::vector<RowIndex> working, possible; ///< with a position; possible: state not recorded
    std::set<RowIndex> unplaced;             ///< units of those without a position
};

Facilities facilitiesOf(const FacilityColumns& all, const Standard& standard)
{
    Facilities found;
    for (std::size_t row = 0; row < all.size(); ++row) {
        if (std::ranges::find(standard.facilities, all.kind[row]) == standard.facilities.end())
            continue;
        const bool working = all.state[row] == "working";
        if (!working && !all.state[row].empty())
            continue;
        if (!all.location.firstPoint(row).valid())
            found.unplaced.insert(all.unit[row]);
        else
            (working ? found.working : found.possible).push_back(static_cast<RowIndex>(row));
    }
    return found;
}

std::vector<Point> pointsOf(const FacilityColumns& all, const std::vector<RowIndex>& rows)
{
    std::vector<Point> points;
    for (const RowIndex row : rows)
        points.push_back(all.location.firstPoint(static_cast<std::size_t>(row)));
    return points;
}

/// Distances of all subjects to the nearest of some facilities.
std::vector<Distance> minutesTo(const RoadNetwork& network, const std::vector<RowIndex>& rows,
                                const std::vector<Point>& points, std::span<const Snapped> subjects)
{
    std::vector<Place> places;
    for (const Snapped& snapped : network.snapAll(points))
        places.push_back(snapped.place);
    const Nearest nearest(network.graph(), std::move(places));
    std::vector<Distance> distances;
    for (const Snapped& subject : subjects) {
        const Found found = nearest.of(subject.place);
        distances.push_back(
            found.time == never ? Distance{} : Distance{rows[found.place], found.time / 60000.0});
    }
    return distances;
}

std::vector<Distance> metresTo(const std::string& crs, const std::vector<RowIndex>& rows,
                               const std::vector<Point>& points, std::span<const Subject> subjects)
{
    Box box;
    for (const Point p : points)
        box.add(p);
    std::vector<Distance> distances(subjects.size());
    if (box.empty())
        return distances;
    const PointGrid grid(points);
    const GroundDistance ground(crs, box);
    for (std::size_t i = 0; i < subjects.size(); ++i)
        for (const PointGrid::Found& found : grid.nearest(subjects[i].at, 1))
            distances[i] = {rows[found.item], ground.between(subjects[i].at, points[found.item])};
    return distances;
}

std::string shownFigure(double figure, bool minutes)
{
    char text[32];
    std::snprintf(text, sizeof text, minutes ? "%.1f" : "%.0f", figure);
    return text;
}

class Judge
{
public:
    Judge(const Snapshot& snapshot, const Standard& standard)
        : m_snapshot(snapshot),
          m_limit(standard.maxMinutes ? *standard.maxMinutes : *standard.maxMetres),
          m_minutes(standard.maxMinutes.has_value())
    {
        const CriterionValueColumns& values = snapshot.criterionValues;
        for (std::size_t row = 0; row < values.size() && !standard.exemptCriterion.empty(); ++row)
            if (values.subjectType[row] == SubjectType::Unit &&
                values.criterion[row] == standard.exemptCriterion &&
                values.result[row] == CriterionResult::Exempt)
                m_exempt.insert(values.subject[row]);
    }

    [[nodiscard]] Gap judge(const Subject& subject, const Snapped* snapped, Distance working,
                            Distance possible, bool unplaced) const
    {
        Gap gap{.facility = working.facility, .reason = {}};
        if (working.figure < nowhere)
            gap.figure = working.figure;
        const auto say = [&](CriterionResult verdict, const char* id, const Distance& facility) {
            gap.verdict = verdict;
            gap.reason = {id, parameters(facility, snapped)};
            return gap;
        };
        if (isExempt(subject.unit))
            return say(CriterionResult::Exempt, "access.gap.exempt", working);
        if (!subject.at.valid())
            return say(CriterionResult::Unknown, "access.gap.no_position", working);
        if (snapped != nullptr && !snapped->onNetwork())
            return say(CriterionResult::Unknown, "access.gap.off_network", working);
        if (working.figure <= m_limit)
            return say(CriterionResult::Met,
                       m_minutes ? "access.gap.met_minutes" : "access.gap.met_metres", working);
        if (possible.figure <= m_limit)
            return say(CriterionResult::Unknown, "access.gap.state_unknown", possible);
        if (unplaced)
            return say(CriterionResult::Unknown, "access.gap.unplaced", working);
        if (working.facility == noRow)
            return say(CriterionResult::Unmet, "access.gap.no_way", working);
        return say(CriterionResult::Unmet,
                   m_minutes ? "access.gap.unmet_minutes" : "access.gap.unmet_metres", working);
    }

private:
    [[nodiscard]] bool isExempt(RowIndex unit) const
    {
        for (; unit != noRow; unit = m_snapshot.units.parent[static_cast<std::size_t>(unit)])
            if (m_exempt.contains(unit))
                return true;
        return false;
    }
    [[nodiscard]] Message::Parameters parameters(const Distance& distance,
                                                 const Snapped* snapped) const
    {
        Message::Parameters made{{"limit", shownFigure(m_limit, false)}};
        if (distance.facility != noRow) {
            const auto row = static_cast<std::size_t>(distance.facility);
            made.emplace_back("facility", m_snapshot.facilities.name[row]);
            made.emplace_back("figure", shownFigure(distance.figure, m_minutes));
            made.emplace_back("over", shownFigure(distance.figure - m_limit, m_minutes));
        }
        if (snapped != nullptr && std::isfinite(snapped->distance))
            made.emplace_back("metres", shownFigure(snapped->distance, false));
        return made;
    }

    const Snapshot& m_snapshot;
    double m_limit;
    bool m_minutes;
    std::set<RowIndex> m_exempt;
};

} // namespace

std::vector<Gap> judgeGaps(const Snapshot& snapshot, const Standard& standard,
                           const RoadNetwork* network, std::span<const Subject> subjects)
{
    const Facilities facilities = facilitiesOf(snapshot.facilities, standard);
    std::vector<Snapped> snapped;
    if (network != nullptr) {
        std::vector<Point> points(subjects.size());
        std::ranges::transform(subjects, points.begin(), &Subject::at);
        snapped = network->snapAll(points);
    }
    const auto distances = [&](const std::vector<RowIndex>& rows) {
        const auto points = pointsOf(snapshot.facilities, rows);
        return network != nullptr ? minutesTo(*network, rows, points, snapped)
                                  : metresTo(snapshot.crs, rows, points, subjects);
    };
    const auto working = distances(facilities.working), possible = distances(facilities.possible);
    const Judge judge(snapshot, standard);
    std::vector<Gap> gaps;
    gaps.reserve(subjects.size());
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        bool unplaced = false;
        for (RowIndex unit = subjects[i].unit; unit != noRow && !unplaced;
             unit = snapshot.units.parent[static_cast<std::size_t>(unit)])
            unplaced = snapshot.units.level[static_cast<std::size_t>(unit)] >= Level::Village &&
                       facilities.unplaced.contains(unit);
        gaps.push_back(judge.judge(subjects[i], network != nullptr ? &snapped[i] : nullptr,
                                   working[i], possible[i], unplaced));
    }
    return gaps;
}

} // namespace guatu::access
