// SPDX-License-Identifier: MIT
#include "campaign/query/field_readers.h"

namespace guatu::campaign::query
{
namespace
{

using Context = QueryContext;
constexpr SubjectType subject = SubjectType::Site;

const SiteColumns& of(const Context& context)
{
    return context.snapshot.sites;
}

template <auto Count>
FieldColumn counted(const Context& context)
{
    std::vector<std::int32_t> counts;
    for (std::size_t row = 0; row < of(context).size(); ++row)
        counts.push_back(Count(of(context), row));
    return numbers(counts, -1);
}

FieldColumn hosts(const Context& context)
{
    UnitRows made;
    for (std::size_t row = 0; row < of(context).size(); ++row)
        made.push_back(unitOfSubject(context, subject, static_cast<RowIndex>(row)));
    return made;
}

} // namespace

const FieldReaders& siteReaders()
{
    using C = const Context&;
    static const FieldReaders readers{
        {"code", [](C c) { return FieldColumn(texts(of(c).code)); }},
        {"name", [](C c) { return FieldColumn(texts(of(c).name)); }},
        {"kind", [](C c) { return FieldColumn(words(of(c).kind)); }},
        {"households", counted<siteHouseholds>},
        {"persons", counted<sitePersons>},
        {"moved_households", [](C c) { return FieldColumn(numbers(of(c).movedHouseholds, -1)); }},
        {"moved_persons", [](C c) { return FieldColumn(numbers(of(c).movedPersons, -1)); }},
        {"planned_households",
         [](C c) { return FieldColumn(numbers(of(c).plannedHouseholds, -1)); }},
        {"planned_persons", [](C c) { return FieldColumn(numbers(of(c).plannedPersons, -1)); }},
        {"listed", [](C c) { return listedFlags(c, subject); }},
        {"listed_by", [](C c) { return issuers(c, subject); }},
        {"rule_hit", [](C c) { return ruleHits(c, subject); }},
        {"rule_undecided", [](C c) { return undecidedRules(c, subject); }},
        {"rule_only", [](C c) { return ruleOnly(c, subject); }},
        {"open_problems", [](C c) { return FieldColumn(openProblems(c, subject, of(c).size())); }},
        {"last_visit", [](C c) { return FieldColumn(lastVisits(c, subject, of(c).size())); }},
        {"unit", hosts},
    };
    return readers;
}

} // namespace guatu::campaign::query
