// SPDX-License-Identifier: MIT
#include "session/trip/trip_sheet.h"

#include "session/trip/trip_tables.h"

namespace guatu::session
{
namespace
{

constexpr trips::Seconds beijing = 8 * 3600; ///< ahead of UTC
constexpr trips::Seconds wholeDay = 86400;

std::string two(int number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string detailsOf(const trips::Problem& problem, const trips::Visit& visit, bool forField,
                      Language language)
{
    const trips::Stop& stop = problem.stops[visit.stop];
    std::string details = stop.purpose;
    const auto add = [&details](const std::string& line) {
        details += (details.empty() ? "" : "\n") + line;
    };
    add(text(Message{"trips.sheet.times",
                     {{"arrival", clockText(visit.arrival)},
                      {"start", clockText(visit.start)},
                      {"end", clockText(visit.end)},
                      {"slack", std::to_string(visit.slack / 60)}}},
             language));
    if (const trips::Place& place = problem.places[stop.place]; place.walk > 0)
        add(text(Message{"trips.sheet.walk",
                         {{"minutes", std::to_string((place.walk + 59) / 60)},
                          {"metres", std::to_string(static_cast<int>(place.walkMetres))}}},
                 language));
    if (forField)
        for (const std::string& household : stop.subjects)
            add(household);
    return details;
}

} // namespace

std::string utcText(Date day, trips::Seconds time)
{
    trips::Seconds utc = time - beijing;
    int days = day.days();
    for (; utc < 0; utc += wholeDay)
        --days;
    for (; utc >= wholeDay; utc -= wholeDay)
        ++days;
    return Date(days).iso() + "T" + two(utc / 3600) + ":" + two(utc / 60 % 60) + ":" +
           two(utc % 60) + "Z";
}

Sheet sheetOf(const trips::Trip& trip, bool forField, Language language)
{
    const trips::Problem& problem = trip.problem;
    Sheet sheet;
    for (std::size_t d = 0; d < trip.plan.days.size(); ++d) {
        const trips::DayPlan& day = trip.plan.days[d];
        if (day.visits.empty() && day.departure == day.back)
            continue;
        const trips::Team& team = problem.teams[day.team];
        const Date date = dateOf(problem, day);
        const trips::Place& from = problem.places[problem.bases[day.from].place];
        const trips::Place& to = problem.places[problem.bases[day.to].place];
        SheetDay sheetDay{.title = date.iso() + " " + team.name,
                          .from = from.name,
                          .to = to.name,
                          .fromLon = from.lon,
                          .fromLat = from.lat,
                          .toLon = to.lon,
                          .toLat = to.lat,
                          .departure = utcText(date, day.departure),
                          .back = utcText(date, day.back),
                          .team = day.team};
        for (const trips::Visit& visit : day.visits) {
            const trips::Stop& stop = problem.stops[visit.stop];
            const trips::Place& place = problem.places[stop.place];
            const auto number = static_cast<int>(sheetDay.stops.size() + 1);
            sheetDay.stops.push_back({.title = team.name + "-" + two(number) + " " + stop.name,
                                      .details = detailsOf(problem, visit, forField, language),
                                      .arrival = utcText(date, visit.arrival),
                                      .start = utcText(date, visit.start),
                                      .end = utcText(date, visit.end),
                                      .departure = utcText(date, visit.departure),
                                      .lon = place.lon,
                                      .lat = place.lat});
        }
        sheet.days.push_back(std::move(sheetDay));
        sheet.index.push_back(d);
    }
    return sheet;
}

} // namespace guatu::session
