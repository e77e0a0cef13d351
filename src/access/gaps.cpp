// SPDX-License-Identifier: MIT
#include "access/gaps.h"

#include "access/facility_choice.h"
#include "access/gap_records.h"
#include "access/hardened.h"
#include "core/row_at.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace guatu::access
{
namespace
{

std::string shownFigure(double figure, bool minutes)
{
    char text[32];
    std::snprintf(text, sizeof text, minutes ? "%.1f" : "%.0f", figure);
    return text;
}

/// The texts of a measure.
struct Texts {
    const char *met, *unmet;
};

Texts textsOf(Measure measure, bool approximate)
{
    if (approximate && measure == Measure::Minutes)
        return {"access.gap.met_about_minutes", "access.gap.unmet_about_minutes"};
    if (approximate)
        return {"access.gap.met_about_metres", "access.gap.unmet_about_metres"};
    switch (measure) {
    case Measure::Minutes:
        return {"access.gap.met_minutes", "access.gap.unmet_minutes"};
    case Measure::RoadMetres:
        return {"access.gap.met_road_metres", "access.gap.unmet_road_metres"};
    case Measure::Metres:
    case Measure::Hardened:
    case Measure::None:
        break;
    }
    return {"access.gap.met_metres", "access.gap.unmet_metres"};
}

/// Judges by the distance to facilities.
class ByFacilities
{
public:
    ByFacilities(const Snapshot& snapshot, const Standard& standard, const GapGround& ground,
                 std::span<const Subject> subjects)
        : m_snapshot(snapshot),
          m_standard(standard),
          m_ground(ground),
          m_all(ground.facilities != nullptr ? *ground.facilities : snapshot.facilities),
          m_choice(chooseFacilities(m_all, standard)),
          m_points(subjects.size())
    {
        std::ranges::transform(subjects, m_points.begin(), &Subject::at);
        if (byRoad())
            m_snapped = ground.network->snapAll(m_points);
        if (ground.surface == nullptr && ground.approximation.possible(standard.measure()))
            for (std::uint32_t row = 0; row < m_points.size(); ++row)
                if (m_points[row].valid() && (!byRoad() || !m_snapped[row].onNetwork()))
                    m_approximate.push_back(row);
        m_noneRecorded = std::ranges::none_of(m_all.kind, [&](const std::string& kind) {
            return std::ranges::find(standard.facilities, kind) != standard.facilities.end();
        });
        m_serving = distances(m_choice.serving);
        m_doubtful = distances(m_choice.doubtful);
        m_poor = distances(m_choice.poor);
    }

    [[nodiscard]] Gap judge(const Subject& subject, std::size_t row) const
    {
        const FacilityDistance &serving = m_serving[row], &doubtful = m_doubtful[row];
        const bool approximate = std::ranges::binary_search(m_approximate, row);
        Gap gap{.facility = serving.facility,
                .approximate = approximate && (serving.found() || doubtful.found())};
        if (serving.found())
            gap.figure = serving.figure;
        remarkPoor(gap, row);
        const auto say = [&](CriterionResult verdict, const char* id, const FacilityDistance& to) {
            gap.verdict = verdict;
            gap.reason = {id, parameters(to, row)};
            return gap;
        };
        const Texts texts = textsOf(m_standard.measure(), approximate);
        if (!subject.at.valid())
            return say(CriterionResult::Unknown, "access.gap.no_position", serving);
        if (m_ground.surface != nullptr && !m_ground.surface->holds(subject.at))
            return say(CriterionResult::Unknown, "access.gap.no_ground", serving);
        if (!approximate && byRoad() && !m_snapped[row].onNetwork())
            return say(CriterionResult::Unknown, "access.gap.off_network", serving);
        if (serving.share <= 1)
            return say(CriterionResult::Met,
                       m_standard.maxClimb ? "access.gap.met_climb" : texts.met, serving);
        if (std::isnan(serving.share))
            return say(CriterionResult::Unknown, "access.gap.no_height", serving);
        if (doubtful.share <= 1 || std::isnan(doubtful.share))
            return say(CriterionResult::Unknown, "access.gap.state_unknown", doubtful);
        if (mayBeUnplaced(subject.unit))
            return say(CriterionResult::Unknown, "access.gap.unplaced", serving);
        if (m_noneRecorded)
            return say(CriterionResult::Unknown, "access.gap.none_recorded", serving);
        if (!serving.found())
            return say(CriterionResult::Unmet,
                       m_ground.surface != nullptr ? "access.gap.no_walk"
                       : byRoad() && !approximate  ? "access.gap.no_way"
                                                   : "access.gap.no_facility",
                       serving);
        if (m_standard.maxClimb && serving.figure <= m_standard.limit())
            return say(CriterionResult::Unmet, "access.gap.unmet_climb", serving);
        return say(CriterionResult::Unmet, texts.unmet, serving);
    }

private:
    [[nodiscard]] bool byRoad() const { return m_ground.network != nullptr; }
    [[nodiscard]] std::vector<FacilityDistance> distances(const std::vector<RowIndex>& rows) const
    {
        if (rows.empty())
            return std::vector<FacilityDistance>(m_points.size());
        if (m_ground.surface != nullptr)
            return distancesOverGround(m_standard, *m_ground.surface, m_all, rows, m_points);
        auto distances =
            byRoad() ? distancesByRoad(m_standard, *m_ground.network, m_all, rows, m_snapped)
                     : distancesInLine(m_standard, m_snapshot.crs, m_ground.height, m_all, rows,
                                       m_points);
        std::vector<Point> points;
        for (const std::size_t row : m_approximate)
            points.push_back(m_points[row]);
        const auto by = distancesByDetour(m_standard, m_ground.approximation, m_snapshot.crs, m_all,
                                          rows, points);
        for (std::size_t i = 0; i < by.size(); ++i)
            distances[m_approximate[i]] = by[i];
        return distances;
    }
    void remarkPoor(Gap& gap, std::size_t row) const
    {
        const FacilityDistance& poor = m_poor[row];
        if (!(poor.share <= 1) || m_serving[row].share <= 1)
            return;
        const FacilityColumns& all = m_all;
        gap.remarks.push_back(
            {"access.gap.poor_nearer",
             {{"facility", all.name[at(poor.facility)]},
              {"figure", shownFigure(poor.figure, m_standard.measure() == Measure::Minutes)}}});
        if (const auto lack = shortcoming(all, at(poor.facility), m_standard.quality))
            gap.remarks.push_back(*lack);
    }
    [[nodiscard]] bool mayBeUnplaced(RowIndex unit) const
    {
        for (; unit != noRow && m_snapshot.units.level[at(unit)] >= Level::Village;
             unit = m_snapshot.units.parent[at(unit)])
            if (m_choice.unplaced.contains(unit))
                return true;
        return false;
    }
    [[nodiscard]] Message::Parameters parameters(const FacilityDistance& to, std::size_t row) const
    {
        const bool minutes = m_standard.measure() == Measure::Minutes;
        const double limit = m_standard.limit();
        Message::Parameters made{{"limit", shownFigure(limit, false)}};
        if (to.found()) {
            made.emplace_back("facility", m_all.name[at(to.facility)]);
            made.emplace_back("figure", shownFigure(to.figure, minutes));
            made.emplace_back("over", shownFigure(to.figure - limit, minutes));
            made.emplace_back("detour", shownFigure(m_ground.approximation.detour, true));
        }
        if (m_standard.maxClimb) {
            made.emplace_back("most_climb", shownFigure(*m_standard.maxClimb, false));
            made.emplace_back("climb", shownFigure(to.climb, false));
        }
        if (byRoad() && std::isfinite(m_snapped[row].distance))
            made.emplace_back("metres", shownFigure(m_snapped[row].distance, false));
        return made;
    }

    const Snapshot& m_snapshot;
    const Standard& m_standard;
    const GapGround& m_ground;
    const FacilityColumns& m_all;
    FacilityChoice m_choice;
    bool m_noneRecorded = false; ///< no facility of the kinds is recorded, whatever its state
    std::vector<Point> m_points;
    std::vector<std::size_t> m_approximate; ///< rows judged by a straight line, ascending
    std::vector<Snapped> m_snapped;
    std::vector<FacilityDistance> m_serving, m_doubtful, m_poor;
};

/// Judges by hardened roads to the seat of the township (domain notes, Q19).
class ByHardenedRoads
{
public:
    ByHardenedRoads(const Snapshot& snapshot, const Standard& standard)
        : m_snapshot(snapshot),
          m_limit(standard.limit()),
          m_known(snapshot.roads, standard.hardenedSurfaces, false),
          m_maybe(snapshot.roads, standard.hardenedSurfaces, true)
    {
    }

    [[nodiscard]] Gap judge(const Subject& subject) const
    {
        const RowIndex town = townOf(subject.unit);
        const Point seat = town == noRow ? Point{} : m_snapshot.units.seat.firstPoint(at(town));
        const double metres = subject.at.valid() ? m_known.metresTo(subject.at) : INFINITY;
        Gap gap;
        if (std::isfinite(metres))
            gap.figure = metres;
        const auto say = [&](CriterionResult verdict, const char* id) {
            gap.verdict = verdict;
            gap.reason = {id,
                          {{"town", town == noRow ? "" : m_snapshot.units.name[at(town)]},
                           {"metres", std::isfinite(metres) ? shownFigure(metres, false) : "-"},
                           {"limit", shownFigure(m_limit, false)}}};
            return gap;
        };
        if (!subject.at.valid())
            return say(CriterionResult::Unknown, "access.gap.no_position");
        if (!seat.valid())
            return say(CriterionResult::Unknown, "access.gap.no_town_seat");
        if (m_known.joined(subject.at, seat, m_limit))
            return say(CriterionResult::Met, "access.gap.hardened");
        if (m_maybe.joined(subject.at, seat, m_limit))
            return say(CriterionResult::Unknown, "access.gap.surface_unknown");
        return say(CriterionResult::Unmet,
                   metres <= m_limit ? "access.gap.hardened_ends" : "access.gap.hardened_far");
    }

private:
    [[nodiscard]] RowIndex townOf(RowIndex unit) const
    {
        while (unit != noRow && m_snapshot.units.level[at(unit)] > Level::Town)
            unit = m_snapshot.units.parent[at(unit)];
        return unit;
    }

    const Snapshot& m_snapshot;
    double m_limit;
    HardenedRoads m_known, m_maybe;
};

class Judge
{
public:
    Judge(const Snapshot& snapshot, const Standard& standard, const GapGround& ground,
          std::span<const Subject> subjects)
        : m_snapshot(snapshot), m_standard(standard), m_records(snapshot, standard)
    {
        if (standard.measure() == Measure::Hardened)
            m_hardened.emplace(snapshot, standard);
        else if (standard.measure() != Measure::None)
            m_facilities.emplace(snapshot, standard, ground, subjects);
    }

    [[nodiscard]] Gap judge(const Subject& subject, std::size_t row) const
    {
        Gap measured = m_facilities ? m_facilities->judge(subject, row)
                       : m_hardened ? m_hardened->judge(subject)
                                    : Gap{.reason = {"access.gap.not_recorded", {}}};
        const auto decide = [&](CriterionResult verdict, Message reason) {
            measured.verdict = verdict;
            measured.reason = std::move(reason);
            measured.remarks.clear();
            measured.approximate = false;
            measured.byRecord = true;
        };
        if (auto why = m_records.exemption(subject)) {
            decide(CriterionResult::Exempt, std::move(*why));
        } else if (hasPipedWater(subject)) {
            decide(CriterionResult::Met, {"access.gap.piped", {}});
        } else if (const auto* recorded = m_records.recorded(subject.unit)) {
            const bool met = recorded->result == CriterionResult::Met;
            const bool contradicts =
                measured.verdict == (met ? CriterionResult::Unmet : CriterionResult::Met);
            Message computed = measured.reason;
            decide(recorded->result, {met ? "access.gap.recorded_met" : "access.gap.recorded_unmet",
                                      {{"date", recorded->asOf.iso()}}});
            measured.asOf = recorded->asOf;
            if (contradicts) {
                measured.remarks.push_back({"access.gap.contradiction", {}});
                measured.remarks.push_back(std::move(computed));
            }
        }
        return measured;
    }

private:
    [[nodiscard]] bool hasPipedWater(const Subject& subject) const
    {
        const auto& access = m_snapshot.households.waterAccess;
        return m_standard.pipedWaterMeets && subject.household != noRow &&
               at(subject.household) < access.size() && access[at(subject.household)] == Flag::Yes;
    }

    const Snapshot& m_snapshot;
    const Standard& m_standard;
    GapRecords m_records;
    std::optional<ByFacilities> m_facilities;
    std::optional<ByHardenedRoads> m_hardened;
};

} // namespace

std::vector<Gap> judgeGaps(const Snapshot& snapshot, const Standard& standard,
                           const GapGround& ground, std::span<const Subject> subjects)
{
    const Judge judge(snapshot, standard, ground, subjects);
    std::vector<Gap> gaps;
    gaps.reserve(subjects.size());
    for (std::size_t i = 0; i < subjects.size(); ++i)
        gaps.push_back(judge.judge(subjects[i], i));
    return gaps;
}

} // namespace guatu::access
