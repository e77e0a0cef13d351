// SPDX-License-Identifier: MIT
#include "desktop/trip_words.h"

#include "desktop/texts.h"
#include "desktop/words.h"
#include "session/trip/trip_tables.h"

#include <QDate>

#include <array>

namespace guatu::desktop
{

QString tripDayTitle(std::size_t day, const Texts& texts)
{
    static const std::array words{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    const std::string number = texts.language() == Language::Chinese && day < words.size()
                                   ? words[day]
                                   : std::to_string(day + 1);
    return texts("desktop.trip.day", {{"number", number}});
}

QString tripRouteTitle(const trips::Problem& problem, const trips::DayPlan& day, const Texts& texts)
{
    const trips::Team& team = problem.teams[day.team];
    return toQString(team.name) + QStringLiteral(" · ") +
           tripDayTitle(team.days[day.teamDay].day, texts);
}

QString tripDateText(Date date, const Texts& texts)
{
    static constexpr std::array days{"desktop.weekday.1", "desktop.weekday.2", "desktop.weekday.3",
                                     "desktop.weekday.4", "desktop.weekday.5", "desktop.weekday.6",
                                     "desktop.weekday.7"};
    const QDate day(date.year(), static_cast<int>(date.month()), static_cast<int>(date.day()));
    return day.toString(QStringLiteral("MM-dd ")) +
           texts(days[static_cast<std::size_t>(day.dayOfWeek() - 1)]);
}

QString tripLengthText(std::int64_t seconds, const Texts& texts)
{
    const std::int64_t minutes = (seconds + 30) / 60;
    if (minutes < 60)
        return texts("desktop.trip.minutes", {{"minutes", std::to_string(minutes)}});
    return texts("desktop.trip.hours", {{"hours", std::to_string(minutes / 60)},
                                        {"minutes", std::to_string(minutes % 60)}});
}

QString kilometresText(std::int64_t metres)
{
    return QString::number((metres + 500) / 1000);
}

QString tripClock(trips::Seconds time)
{
    return toQString(session::clockText(time));
}

QString nightText(const trips::Problem& problem, const trips::DayPlan& day, const Texts& texts)
{
    const trips::Team& team = problem.teams[day.team];
    const std::string& place = problem.places[problem.bases[day.to].place].name;
    const bool isLast = day.teamDay + 1 == team.days.size();
    return texts(isLast || day.to == team.start ? "desktop.trip.back_to" : "desktop.trip.sleeps",
                 {{"place", place}});
}

QString stopReason(const trips::Stop& stop, const session::StopFacts& facts, const Texts& texts)
{
    QStringList parts;
    if (!facts.issuer.empty())
        parts << texts("desktop.trip.listed_by",
                       {{"issuer", texts(issuerTitle(facts.issuer)).toStdString()}});
    if (facts.households > 0) {
        const std::string_view what =
            stop.subjects.empty() ? "desktop.trip.uncleared" : "desktop.trip.visited";
        parts << texts(what, {{"households", std::to_string(facts.households)},
                              {"persons", std::to_string(facts.persons)}});
    }
    if (parts.isEmpty())
        return toQString(stop.purpose);
    return parts.join(texts("desktop.trip.comma"));
}

QString stopItems(const session::StopFacts& facts, const Texts& texts)
{
    QStringList parts;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, facts.lacks.size()); ++i)
        parts << texts("desktop.trip.lacks",
                       {{"what", facts.lacks[i].title.in(texts.language())},
                        {"households", std::to_string(facts.lacks[i].count)}});
    if (facts.openProblems > 0)
        parts << texts("desktop.trip.problems", {{"count", std::to_string(facts.openProblems)}});
    return parts.join(texts("desktop.trip.comma"));
}

QString stopAnswers(const session::StopFacts& facts)
{
    QStringList parts;
    for (const auto& answer : facts.answers)
        parts << toQString(answer.role) + ' ' + toQString(answer.organisation);
    return parts.join(QStringLiteral(" · "));
}

namespace
{

QStringList broken(const trips::Problem& problem, const trips::Plan& plan,
                   const std::vector<trips::Violation>& violations,
                   const std::function<bool(const trips::Violation&)>& isMeant, const Texts& texts)
{
    QStringList sentences;
    for (const trips::Violation& violation : violations)
        if (isMeant(violation))
            sentences << texts(violationText(problem, plan, violation));
    return sentences;
}

} // namespace

QStringList brokenOfDay(const trips::Problem& problem, const trips::Plan& plan,
                        const std::vector<trips::Violation>& violations, std::size_t day,
                        const Texts& texts)
{
    return broken(
        problem, plan, violations,
        [day](const trips::Violation& violation) { return violation.day == day; }, texts);
}

QStringList brokenOfStop(const trips::Problem& problem, const trips::Plan& plan,
                         const std::vector<trips::Violation>& violations, std::size_t stop,
                         const Texts& texts)
{
    return broken(
        problem, plan, violations,
        [stop](const trips::Violation& violation) { return violation.stop == stop; }, texts);
}

} // namespace guatu::desktop
