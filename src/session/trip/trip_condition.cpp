// SPDX-License-Identifier: MIT
#include "session/trip/trip_condition.h"

#include "core/error.h"
#include "core/text.h"
#include "session/trip/trip_planning.h"

#include <array>
#include <charconv>

namespace guatu::session
{
namespace
{

[[noreturn]] void refuseCondition(const char* why, std::string_view value)
{
    throw inputError({why, {{"value", std::string(value)}}});
}

std::optional<int> wholeNumber(std::string_view text)
{
    int value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || fault != std::errc() || end != text.data() + text.size())
        return {};
    return value;
}

/// A number from `least`. Throws Error(Input).
int countOf(std::string_view text, int least, std::string_view whole)
{
    const auto number = wholeNumber(trim(text));
    if (!number || *number < least)
        refuseCondition("trips.condition.bad_rule", whole);
    return *number;
}

Date conditionDay(std::string_view text)
{
    if (const auto date = Date::fromIso(trim(text)))
        return *date;
    throw inputError({"trips.condition.bad_day", {{"value", std::string(text)}}});
}

/// "A=B" in two.
std::pair<std::string, std::string> halvesOf(const std::string& text)
{
    const auto equal = text.find('=');
    if (equal == std::string::npos || equal == 0 || equal + 1 == text.size())
        refuseCondition("trips.condition.bad_rule", text);
    return {std::string(trim(std::string_view(text).substr(0, equal))),
            std::string(trim(std::string_view(text).substr(equal + 1)))};
}

/// A number behind the last '+', as in "B+2"; without one `otherwise`.
int daysBehind(std::string& text, int otherwise)
{
    const auto plus = text.rfind('+');
    if (plus == std::string::npos)
        return otherwise;
    const int days = countOf(std::string_view(text).substr(plus + 1), 0, text);
    text.resize(plus);
    return days;
}

TripPin pinOf(const std::string& text)
{
    if (text.find('=') == std::string::npos)
        refuseCondition("trips.condition.bad_pin", text);
    const auto [target, when] = halvesOf(text);
    const std::size_t at = when.find('T');
    TripPin pin{.target = target, .day = conditionDay(when.substr(0, at)), .window = {0, 86400}};
    if (at != std::string::npos)
        pin.window = spanOf(std::string_view(when).substr(at + 1));
    return pin;
}

/// A number of people among the skills: "2,doctor".
TripNeed needOf(const std::string& text)
{
    const auto [target, list] = halvesOf(text);
    TripNeed need{.target = target};
    for (const std::string& word : wordsOf(list)) {
        if (const auto people = wholeNumber(word))
            need.people = *people;
        else
            need.skills.push_back(word);
    }
    return need;
}

/// A vehicle by its id, or by its title in either language.
std::string vehicleOf(const std::string& word, const std::string& whole)
{
    for (const auto& [id, title] : tripVehicles())
        if (word == id || word == title.zh || word == title.en)
            return id;
    refuseCondition("trips.condition.bad_crew", whole);
}

TripCrew crewOf(const std::string& text)
{
    const auto [team, list] = halvesOf(text);
    TripCrew crew{.team = countOf(team, 1, text)};
    for (const std::string& word : wordsOf(list)) {
        const auto colon = word.find(':');
        const std::string key = word.substr(0, colon);
        const std::string value =
            colon == std::string::npos ? std::string() : word.substr(colon + 1);
        if (key == "vehicle" || key == "车辆")
            crew.vehicle = vehicleOf(value, text);
        else if (key == "people" || key == "人数")
            crew.people = countOf(value, 1, text);
        else if (key == "seats" || key == "座位")
            crew.seats = countOf(value, 1, text);
        else if (key == "base" || key == "驻地")
            crew.base = value;
        else if (key == "hours" || key == "工时")
            crew.hours = spanOf(value);
        else if (key == "off" || key == "休息")
            crew.off.push_back(conditionDay(value));
        else
            refuseCondition("trips.condition.bad_crew", text);
    }
    return crew;
}

TripHours hoursOf(const std::string& text)
{
    const auto [target, list] = halvesOf(text);
    TripHours hours{.target = target};
    for (const std::string& span : wordsOf(list))
        hours.windows.push_back(spanOf(span));
    return hours;
}

TripClosed closedOf(const std::string& text)
{
    const auto [target, list] = halvesOf(text);
    TripClosed closed{.target = target};
    for (const std::string& day : wordsOf(list))
        closed.days.push_back(conditionDay(day));
    return closed;
}

TripBefore beforeOf(const std::string& text)
{
    auto [first, then] = halvesOf(text);
    const int days = daysBehind(then, 0);
    return {std::move(first), std::move(then), days};
}

TripSkills skillsOf(const std::string& text)
{
    const auto [team, list] = halvesOf(text);
    return {countOf(team, 1, text), wordsOf(list)};
}

/// Fullwidth punctuation as people type it between Chinese words.
std::string plainSigns(std::string line)
{
    constexpr std::array<std::pair<const char*, const char*>, 6> wide{
        {{"，", ","}, {"、", ","}, {"：", ":"}, {"＝", "="}, {"－", "-"}, {"　", " "}}};
    for (const auto& [from, to] : wide)
        for (auto at = line.find(from); at != std::string::npos; at = line.find(from))
            line.replace(at, std::string_view(from).size(), to);
    return line;
}

} // namespace

trips::Seconds clockOf(std::string_view text)
{
    const auto parts = split(trim(text), ':');
    const auto hour = wholeNumber(parts[0]);
    const auto minute = parts.size() == 2 ? wholeNumber(parts[1]) : std::nullopt;
    if (!hour || !minute || *hour < 0 || *hour > 24 || *minute < 0 || *minute > 59 ||
        (*hour == 24 && *minute > 0))
        refuseCondition("trips.condition.bad_time", text);
    return *hour * 3600 + *minute * 60;
}

trips::Window spanOf(std::string_view text)
{
    const auto parts = split(text, '-');
    if (parts.size() != 2)
        refuseCondition("trips.condition.bad_span", text);
    const trips::Window span{clockOf(parts[0]), clockOf(parts[1])};
    if (span.close < span.open)
        refuseCondition("trips.condition.backward_span", text);
    return span;
}

std::vector<std::string> wordsOf(std::string_view list)
{
    const std::string text = plainSigns(std::string(list));
    std::vector<std::string> words;
    for (const std::string_view each : split(text, ','))
        if (!trim(each).empty())
            words.emplace_back(trim(each));
    return words;
}

void addCondition(TripRequest& request, TripCondition condition, const std::string& text)
{
    switch (condition) {
    case TripCondition::Must:
        request.must.push_back(text);
        break;
    case TripCondition::MustNot:
        request.mustNot.push_back(text);
        break;
    case TripCondition::Pin:
        request.pins.push_back(pinOf(text));
        break;
    case TripCondition::Hours:
        request.hours.push_back(hoursOf(text));
        break;
    case TripCondition::Closed:
        request.closed.push_back(closedOf(text));
        break;
    case TripCondition::Needs:
        request.needs.push_back(needOf(text));
        break;
    case TripCondition::Before:
        request.before.push_back(beforeOf(text));
        break;
    case TripCondition::Revisit: {
        std::string target = text;
        const int days = daysBehind(target, 1);
        request.revisits.push_back({std::move(target), days});
        break;
    }
    case TripCondition::Skills:
        request.skills.push_back(skillsOf(text));
        break;
    case TripCondition::Crew:
        request.crews.push_back(crewOf(text));
        break;
    case TripCondition::DayHours: {
        const auto [day, span] = halvesOf(text);
        request.dayHours.push_back({conditionDay(day), spanOf(span)});
        break;
    }
    }
}

const std::vector<TripCondition>& tripConditions()
{
    using enum TripCondition;
    static const std::vector all{Must,   MustNot, Pin,    Hours, Closed,  Needs,
                                 Before, Revisit, Skills, Crew,  DayHours};
    return all;
}

LocalText conditionWord(TripCondition condition)
{
    static constexpr std::array<const char*, 11> ids{
        "trips.condition.must",   "trips.condition.must_not", "trips.condition.pin",
        "trips.condition.hours",  "trips.condition.closed",   "trips.condition.needs",
        "trips.condition.before", "trips.condition.revisit",  "trips.condition.skills",
        "trips.condition.crew",   "trips.condition.day_hours"};
    return localText(ids[static_cast<std::size_t>(condition)]);
}

LocalText conditionExample(TripCondition condition)
{
    static constexpr std::array<const char*, 11> ids{
        "trips.condition.example.target",   "trips.condition.example.target",
        "trips.condition.example.pin",      "trips.condition.example.hours",
        "trips.condition.example.days",     "trips.condition.example.needs",
        "trips.condition.example.before",   "trips.condition.example.revisit",
        "trips.condition.example.skills",   "trips.condition.example.crew",
        "trips.condition.example.day_hours"};
    return localText(ids[static_cast<std::size_t>(condition)]);
}

void addConditions(TripRequest& request, const std::string& lines)
{
    for (const std::string_view each : split(lines, '\n')) {
        const std::string line = plainSigns(std::string(trim(each)));
        if (line.empty())
            continue;
        const auto blank = line.find(' ');
        const std::string word = line.substr(0, blank);
        bool isKnown = false;
        for (const TripCondition condition : tripConditions()) {
            const LocalText title = conditionWord(condition);
            if (blank == std::string::npos || (word != title.zh && word != title.en))
                continue;
            addCondition(request, condition,
                         std::string(trim(std::string_view(line).substr(blank))));
            isKnown = true;
            break;
        }
        if (!isKnown)
            refuseCondition("trips.condition.unknown", line);
    }
}

} // namespace guatu::session
