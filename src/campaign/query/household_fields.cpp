// SPDX-License-Identifier: MIT
#include "campaign/query/field_readers.h"

#include <array>

namespace guatu::campaign::query
{
namespace
{

using Context = QueryContext;

const HouseholdColumns& of(const Context& context)
{
    return context.snapshot.households;
}

template <auto Member>
FieldColumn flag(const Context& context)
{
    return of(context).*Member;
}

FieldColumn classes(const Context& context)
{
    constexpr std::size_t classCount = 8, watchCount = 5, formalCount = 5;
    const HouseholdColumns& households = of(context);
    std::array<std::uint16_t, formalCount * watchCount> code{};
    for (std::size_t i = 0; i < code.size(); ++i)
        code[i] = static_cast<std::uint16_t>(householdClass(
            static_cast<FormalStatus>(i / watchCount), static_cast<Watch>(i % watchCount)));
    WordCodes made{.words = {}};
    for (std::size_t i = 0; i < classCount; ++i)
        made.words.emplace_back(toString(static_cast<HouseholdClass>(i)));
    made.rows.resize(households.size());
    for (std::size_t row = 0; row < made.rows.size(); ++row)
        made.rows[row] = code[static_cast<std::size_t>(households.formal[row]) * watchCount +
                              static_cast<std::size_t>(households.watch[row])];
    return made;
}

std::string_view livelihoodWord(Livelihood value)
{
    constexpr std::array<std::string_view, 4> names{"", "job", "business", "safety_net"};
    return names[static_cast<std::size_t>(value)];
}
std::string_view basisWord(IncomeBasis value)
{
    constexpr std::array<std::string_view, 3> names{"", "actual", "estimated"};
    return names[static_cast<std::size_t>(value)];
}
std::string_view gradeWord(HouseGrade value)
{
    constexpr std::array<std::string_view, 5> names{"", "A", "B", "C", "D"};
    return names[static_cast<std::size_t>(value)];
}
std::string_view stateWord(LocationState value)
{
    constexpr std::array<std::string_view, 4> names{"missing", "ok", "approx", "outside_unit"};
    return names[static_cast<std::size_t>(value)];
}
std::string_view sourceWord(LocationSource value)
{
    constexpr std::array<std::string_view, 6> names{"",     "gps",     "digitised",
                                                    "seat", "geocode", "baidu"};
    return names[static_cast<std::size_t>(value)];
}

FieldColumn located(const Context& context)
{
    Flags made;
    made.reserve(of(context).size());
    for (const Point& place : of(context).location)
        made.push_back(place.valid() ? Flag::Yes : Flag::No);
    return made;
}

/// Whether it lives elsewhere than where it comes from; a blank current unit means no.
FieldColumn moved(const Context& context)
{
    const HouseholdColumns& households = of(context);
    Flags made(households.size(), Flag::Unknown);
    for (std::size_t row = 0; row < made.size(); ++row)
        if (households.originUnit[row] != noRow)
            made[row] = households.currentUnit[row] == noRow ||
                                households.currentUnit[row] == households.originUnit[row]
                            ? Flag::No
                            : Flag::Yes;
    return made;
}

Numbers countResults(const Context& context, CriterionResult wanted)
{
    Numbers made(of(context).size(), 0);
    for (const auto& results : context.closure.criteria.results)
        for (std::size_t row = 0; row < made.size(); ++row)
            made[row] += results[row] == wanted ? 1 : 0;
    return made;
}

/// The earliest day by which something that is unmet or unknown has to be met.
FieldColumn due(const Context& context)
{
    Days made(of(context).size(), noDate);
    const auto set = context.profile.criteria.find(std::string(householdSet));
    if (set == context.profile.criteria.end())
        return made;
    for (std::size_t i = 0; i < set->second.size(); ++i) {
        const auto& results = context.closure.criteria.results[i];
        for (std::size_t row = 0; row < made.size(); ++row) {
            if (results[row] != CriterionResult::Unmet && results[row] != CriterionResult::Unknown)
                continue;
            const auto day = dueDay(set->second[i], of(context), row);
            if (day && (made[row] == noDate || *day < made[row]))
                made[row] = *day;
        }
    }
    return made;
}

FieldColumn dataset(const Context& context)
{
    WordCodes made;
    for (const std::string& name : context.snapshot.datasets.name)
        made.words.push_back(name);
    made.rows.assign(of(context).size(), 0);
    for (std::size_t row = 0; row < of(context).dataset.size(); ++row)
        made.rows[row] = static_cast<std::uint16_t>(of(context).dataset[row] + 1);
    return made;
}

FieldColumn codes(const Context& context)
{
    const TextColumn& column = of(context).code;
    return Texts{column.size(), [&column](std::size_t row) { return column[row]; }};
}

} // namespace

const FieldReaders& householdReaders()
{
    using H = HouseholdColumns;
    using C = const Context&;
    static const FieldReaders readers{
        {"code", codes},
        {"class", classes},
        {"formal", [](C c) { return FieldColumn(enumWords(of(c).formal, 5, guatu::toString)); }},
        {"watch", [](C c) { return FieldColumn(enumWords(of(c).watch, 5, guatu::toString)); }},
        {"watched", flag<&H::watchActive>},
        {"watched_since", [](C c) { return FieldColumn(of(c).watchFrom); }},
        {"exit_year", [](C c) { return FieldColumn(numbers<std::int16_t>(of(c).exitYear, 0)); }},
        {"persons", [](C c) { return FieldColumn(numbers<std::int16_t>(of(c).persons, -1)); }},
        {"in_scope", flag<&H::inScope>},
        {"income", [](C c) { return FieldColumn(reals(of(c).incomePerHead)); }},
        {"income_basis",
         [](C c) { return FieldColumn(enumWords(of(c).incomeBasis, 3, basisWord)); }},
        {"livelihood",
         [](C c) { return FieldColumn(enumWords(of(c).livelihood, 4, livelihoodWord)); }},
        {"livelihood_ok", flag<&H::livelihoodOk>},
        {"food", flag<&H::food>},
        {"clothing", flag<&H::clothing>},
        {"house_grade", [](C c) { return FieldColumn(enumWords(of(c).houseGrade, 5, gradeWord)); }},
        {"house_occupied", flag<&H::houseOccupied>},
        {"water_quantity", flag<&H::waterQuantity>},
        {"water_quality", flag<&H::waterQuality>},
        {"water_access", flag<&H::waterAccess>},
        {"water_assurance", flag<&H::waterAssurance>},
        {"four_class", flag<&H::class4>},
        {"four_class_new", flag<&H::class4New>},
        {"dibao", flag<&H::dibao>},
        {"no_labour", flag<&H::noLabour>},
        {"cause", [](C c) { return FieldColumn(words(of(c).cause)); }},
        {"since", [](C c) { return FieldColumn(of(c).since); }},
        {"open_problems",
         [](C c) {
             return FieldColumn(Numbers(of(c).openProblems.begin(), of(c).openProblems.end()));
         }},
        {"located", located},
        {"location_state",
         [](C c) { return FieldColumn(enumWords(of(c).locationState, 4, stateWord)); }},
        {"location_source",
         [](C c) { return FieldColumn(enumWords(of(c).locationSource, 6, sourceWord)); }},
        {"moved", moved},
        {"closure",
         [](C c) { return FieldColumn(enumWords(c.closure.household, 4, guatu::toString)); }},
        {"real", [](C c) { return FieldColumn(flagsOf(c.closure.householdReal)); }},
        {"at_risk", [](C c) { return FieldColumn(flagsOf(c.closure.householdAtRisk)); }},
        {"unmet", [](C c) { return FieldColumn(countResults(c, CriterionResult::Unmet)); }},
        {"unchecked", [](C c) { return FieldColumn(countResults(c, CriterionResult::Unknown)); }},
        {"due", due},
        {"last_visit",
         [](C c) { return FieldColumn(lastVisits(c, SubjectType::Household, of(c).size())); }},
        {"unit", [](C c) { return FieldColumn(c.closure.home); }},
        {"origin", [](C c) { return FieldColumn(c.closure.origin); }},
        {"dataset", dataset},
    };
    return readers;
}

} // namespace guatu::campaign::query
