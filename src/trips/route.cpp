// SPDX-License-Identifier: MIT
#include "trips/route.h"

#include <algorithm>

namespace guatu::trips
{

Route::Route(const Model& model, std::size_t index, std::size_t from, std::size_t to)
    : m_model(&model), m_day(&model.route(index)), m_index(index), m_from(from), m_to(to)
{
    update();
}

void Route::setBases(std::size_t from, std::size_t to)
{
    m_from = from;
    m_to = to;
    update();
}

void Route::assign(std::vector<std::uint32_t> stops)
{
    m_stops = std::move(stops);
    update();
}

void Route::insert(std::size_t at, std::uint32_t stop)
{
    m_stops.insert(m_stops.begin() + static_cast<std::ptrdiff_t>(at), stop);
    update();
}

void Route::erase(std::size_t at, std::size_t count)
{
    const auto begin = m_stops.begin() + static_cast<std::ptrdiff_t>(at);
    m_stops.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
    update();
}

bool Route::isPossible() const
{
    const Node& morning = m_nodes.front();
    if (m_stops.empty()) // no lunch is due
        return m_driving <= m_day->mostDriving &&
               m_day->begin + m_day->times[m_model->cell(morning.place, m_nodes.back().place)] <=
                   m_day->end;
    return m_driving <= m_day->mostDriving && m_load <= m_day->mostLoad &&
           ((morning.ready.after < Model::never && morning.ready.after <= morning.late.after) ||
            (morning.ready.before < Model::never && morning.ready.before <= morning.late.before));
}

void Route::update()
{
    const auto placeOf = [this](std::size_t base) {
        return static_cast<std::uint32_t>(m_model->problem().bases[base].place);
    };
    m_nodes.resize(m_stops.size() + 2);
    m_nodes.front().place = placeOf(m_from);
    for (std::size_t i = 0; i < m_stops.size(); ++i)
        m_nodes[i + 1].place = static_cast<std::uint32_t>(m_model->place(m_stops[i]));
    m_nodes.back().place = placeOf(m_to);
    updateForward();
    updateBackward();
    if (!m_day->lunch)
        updateColumns();
}

void Route::updateColumns()
{
    m_places.resize(m_nodes.size());
    m_ready.resize(m_nodes.size());
    m_late.resize(m_nodes.size());
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        m_places[i] = m_nodes[i].place;
        m_ready[i] = m_nodes[i].ready.after;
        m_late[i] = m_nodes[i].late.after;
    }
}

void Route::updateForward()
{
    const bool hasLunch = m_day->lunch.has_value();
    m_nodes.front().ready = {hasLunch ? m_day->begin : Model::never,
                             hasLunch ? Model::never : m_day->begin};
    m_cost = 0;
    m_driving = 0;
    m_load = 0;
    for (const std::uint32_t stop : m_stops)
        m_load += m_model->load(stop);
    for (std::size_t i = 1; i < m_nodes.size(); ++i) {
        Node& node = m_nodes[i];
        const Node& left = m_nodes[i - 1];
        const std::size_t way = m_model->cell(left.place, node.place);
        m_cost += m_day->costs[way];
        m_driving += m_day->drives[way];
        if (i + 1 == m_nodes.size())
            break;
        const auto plus = [](Seconds time, Seconds more) {
            return time < Model::never && more < Model::never ? time + more : Model::never;
        };
        const Seconds time = m_day->times[way];
        const std::uint32_t stop = m_stops[i - 1];
        const Starts start = startsAt({plus(left.ready.before, time), plus(left.ready.after, time)},
                                      m_model->openings(m_index, stop));
        const Seconds visit = m_model->visit(stop);
        node.ready = {plus(start.before, visit), plus(start.after, visit)};
    }
}

void Route::updateBackward()
{
    Node& evening = m_nodes.back();
    evening.late = {-Model::never, m_day->end};
    if (m_day->lunch)
        evening.late.before = std::min(m_day->end, m_day->lunch->latest);
    for (std::size_t i = m_nodes.size() - 1; i > 0; --i) {
        Node& node = m_nodes[i - 1];
        const Node& right = m_nodes[i];
        const Seconds time = m_day->times[m_model->cell(node.place, right.place)];
        const auto minus = [time](Seconds late, Seconds visit) {
            return late > -Model::never && time < Model::never ? late - time - visit
                                                               : -Model::never;
        };
        if (i == 1) { // the morning has no visit
            node.late = {minus(right.late.before, 0), minus(right.late.after, 0)};
            return;
        }
        const std::uint32_t stop = m_stops[i - 2];
        const Model::Openings& openings = m_model->openings(m_index, stop);
        const Seconds visit = m_model->visit(stop);
        node.late = {m_model->lastStart(openings, minus(right.late.before, visit)),
                     m_model->lastStart(openings, minus(right.late.after, visit))};
        if (!m_day->lunch || node.late.after <= -Model::never)
            continue;
        const Lunch& lunch = *m_day->lunch;
        const Seconds begin = std::min(lunch.latest, node.late.after - lunch.length);
        if (begin >= lunch.earliest)
            node.late.before = std::max(node.late.before, begin);
    }
}

Seconds Route::earliestStart(std::size_t at, std::uint32_t stop) const
{
    const Node& left = m_nodes[at];
    const Seconds way = m_day->times[m_model->cell(left.place, m_model->place(stop))];
    const auto plus = [way](Seconds time) {
        return time < Model::never && way < Model::never ? time + way : Model::never;
    };
    const Starts starts = startsAt({plus(left.ready.before), plus(left.ready.after)},
                                   m_model->openings(m_index, stop));
    return std::min(starts.before, starts.after);
}

std::optional<Seconds> Route::drivingInstead(std::size_t at, std::size_t count,
                                             std::uint32_t stop) const
{
    const Model::Openings& openings = m_model->openings(m_index, stop);
    const auto place = static_cast<std::uint32_t>(m_model->place(stop));
    const Node& left = m_nodes[at];
    const Node& right = m_nodes[at + count + 1];
    if (openings.count == 0 ||
        !fits(left, right, openings, m_day->times[m_model->cell(left.place, place)],
              m_day->times[m_model->cell(place, right.place)] + m_model->visit(stop)))
        return {};
    std::int64_t load = m_load + m_model->load(stop);
    std::int64_t added = m_day->drives[m_model->cell(left.place, place)] +
                         std::int64_t{m_day->drives[m_model->cell(place, right.place)]};
    for (std::size_t i = at; i < at + count; ++i)
        load -= m_model->load(m_stops[i]);
    for (std::size_t i = at; i <= at + count; ++i)
        added -= m_day->drives[m_model->cell(m_nodes[i].place, m_nodes[i + 1].place)];
    if (load > m_day->mostLoad || m_driving + added > m_day->mostDriving)
        return {};
    return static_cast<Seconds>(added);
}

} // namespace guatu::trips
