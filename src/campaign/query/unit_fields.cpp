// SPDX-License-Identifier: MIT
#include "campaign/query/field_readers.h"

namespace guatu::campaign::query
{
namespace
{

using Context = QueryContext;
constexpr SubjectType subject = SubjectType::Unit;

const UnitColumns& of(const Context& context)
{
    return context.snapshot.units;
}

constexpr std::string_view gradeWord(AreaGrade value)
{
    constexpr std::string_view names[]{"none", "official", "approx", "voronoi"};
    return names[static_cast<std::size_t>(value)];
}

Texts codes(const std::vector<UnitCode>& column)
{
    // Text of its own for each row: codes are kept as numbers.
    auto texts = std::make_shared<std::vector<std::string>>();
    for (const UnitCode code : column)
        texts->push_back(code.str());
    return {texts->size(), [texts](std::size_t row) -> std::string_view { return (*texts)[row]; }};
}

/// A figure of the households counted in each unit's subtree; unknown while there are no
/// households at all.
template <typename Figure>
FieldColumn counted(const Context& context, const Figure& figure)
{
    Numbers made(of(context).size(), std::numeric_limits<double>::quiet_NaN());
    if (context.snapshot.households.size() > 0)
        for (std::size_t row = 0; row < made.size(); ++row)
            made[row] = static_cast<double>(figure(row));
    return made;
}

template <Clear State>
FieldColumn tallied(const Context& context)
{
    return counted(context,
                   [&](std::size_t row) { return context.closure.tally[row].count(State); });
}

FieldColumn clearedPercent(const Context& context)
{
    return counted(context, [&](std::size_t row) {
        const Tally& tally = context.closure.tally[row];
        const auto all = static_cast<double>(tally.inScope());
        return all > 0 ? 100.0 * static_cast<double>(tally.count(Clear::Cleared)) / all
                       : std::numeric_limits<double>::quiet_NaN();
    });
}

FieldColumn responsible(const Context& context)
{
    TextLists made{.rows = std::vector<std::vector<std::string>>(of(context).size())};
    const ResponsibilityColumns& responsibilities = context.snapshot.responsibilities;
    for (std::size_t row = 0; row < responsibilities.size(); ++row)
        if (responsibilities.unit[row] != noRow)
            made.rows[static_cast<std::size_t>(responsibilities.unit[row])].push_back(
                responsibilities.organisation[row]);
    return made;
}

FieldColumn itself(const Context& context)
{
    UnitRows made(of(context).size());
    for (std::size_t row = 0; row < made.size(); ++row)
        made[row] = static_cast<RowIndex>(row);
    return made;
}

} // namespace

const FieldReaders& unitReaders()
{
    using C = const Context&;
    static const FieldReaders readers{
        {"code", [](C c) { return FieldColumn(codes(of(c).code)); }},
        {"name", [](C c) { return FieldColumn(texts(of(c).name)); }},
        {"level",
         [](C c) { return FieldColumn(enumWords(of(c).level, levelCount, guatu::toString)); }},
        {"poor", [](C c) { return FieldColumn(of(c).isPoor); }},
        {"deep_poor", [](C c) { return FieldColumn(of(c).isDeepPoor); }},
        {"formal", [](C c) { return FieldColumn(enumWords(of(c).formal, 5, guatu::toString)); }},
        {"area_grade", [](C c) { return FieldColumn(enumWords(of(c).areaGrade, 4, gradeWord)); }},
        {"households", [](C c) { return FieldColumn(numbers(of(c).households, -1)); }},
        {"persons", [](C c) { return FieldColumn(numbers(of(c).persons, -1)); }},
        {"agri_persons", [](C c) { return FieldColumn(numbers(of(c).agriPersons, -1)); }},
        {"stat_as_of", [](C c) { return FieldColumn(days(of(c).statAsOf)); }},
        {"closure", [](C c) { return FieldColumn(enumWords(c.closure.unit, 4, guatu::toString)); }},
        {"real", [](C c) { return FieldColumn(flagsOf(c.closure.unitReal)); }},
        {"at_risk", [](C c) { return FieldColumn(flagsOf(c.closure.unitAtRisk)); }},
        // A quotient of whole numbers this small compares with a threshold as 100 P with t N does:
        // division rounds once, and different quotients lie farther apart than that.
        {"incidence", [](C c) { return FieldColumn(c.closure.incidence); }},
        {"remaining_households",
         [](C c) {
             return counted(c,
                            [&](std::size_t row) { return c.closure.remaining[row].households; });
         }},
        {"remaining_persons",
         [](C c) {
             return counted(c, [&](std::size_t row) { return c.closure.remaining[row].persons; });
         }},
        {"origin_remaining_households",
         [](C c) {
             return counted(
                 c, [&](std::size_t row) { return c.closure.remainingByOrigin[row].households; });
         }},
        {"origin_remaining_persons",
         [](C c) {
             return counted(
                 c, [&](std::size_t row) { return c.closure.remainingByOrigin[row].persons; });
         }},
        {"cleared_households", tallied<Clear::Cleared>},
        {"uncleared_households", tallied<Clear::Uncleared>},
        {"unknown_households", tallied<Clear::Unknown>},
        {"uncleared_persons",
         [](C c) {
             constexpr auto uncleared = static_cast<std::size_t>(Clear::Uncleared);
             return counted(
                 c, [&](std::size_t row) { return c.closure.tally[row].persons[uncleared]; });
         }},
        {"cleared_percent", clearedPercent},
        {"open_problems", [](C c) { return FieldColumn(openProblems(c, subject, of(c).size())); }},
        {"listed", [](C c) { return listedFlags(c, subject); }},
        {"listed_by", [](C c) { return issuers(c, subject); }},
        {"rule_hit", [](C c) { return ruleHits(c, subject); }},
        {"rule_undecided", [](C c) { return undecidedRules(c, subject); }},
        {"rule_only", [](C c) { return ruleOnly(c, subject); }},
        {"responsible", responsible},
        {"last_visit", [](C c) { return FieldColumn(lastVisits(c, subject, of(c).size())); }},
        {"unit", itself},
    };
    return readers;
}

} // namespace guatu::campaign::query
