// SPDX-License-Identifier: MIT
#include "campaign/query/field_readers.h"

#include <algorithm>
#include <array>

namespace guatu::campaign::query
{
namespace
{

using C = const QueryContext&;

const ProblemColumns& problems(C context)
{
    return context.snapshot.problems;
}
const ListingColumns& listings(C context)
{
    return context.snapshot.listings;
}
const PlanItemColumns& plans(C context)
{
    return context.snapshot.planItems;
}
const VisitColumns& visits(C context)
{
    return context.snapshot.visits;
}

std::string_view subjectWord(SubjectType type)
{
    constexpr std::array<std::string_view, 6> names{"",     "household", "unit",
                                                    "site", "facility",  "project"};
    return names[static_cast<std::size_t>(type)];
}

FieldColumn open(C context)
{
    Flags made;
    for (std::size_t row = 0; row < problems(context).size(); ++row)
        made.push_back(isOpen(problems(context), row, context.snapshot.asOf) ? Flag::Yes
                                                                             : Flag::No);
    return made;
}

/// An open problem behind its due day; unknown when it has none.
FieldColumn late(C context)
{
    Flags made;
    for (std::size_t row = 0; row < problems(context).size(); ++row) {
        const auto& due = problems(context).dueOn[row];
        if (!isOpen(problems(context), row, context.snapshot.asOf))
            made.push_back(Flag::No);
        else
            made.push_back(!due                           ? Flag::Unknown
                           : *due < context.snapshot.asOf ? Flag::Yes
                                                          : Flag::No);
    }
    return made;
}

FieldColumn activeListings(C context)
{
    Flags made(listings(context).size(), Flag::No);
    for (const std::size_t row : context.listings.active)
        made[row] = Flag::Yes;
    return made;
}

/// What is planned or under way helps; what is done or dropped no longer does.
FieldColumn activePlans(C context)
{
    Flags made;
    for (const std::string& state : plans(context).state)
        made.push_back(state.empty()                              ? Flag::Unknown
                       : state == "planned" || state == "running" ? Flag::Yes
                                                                  : Flag::No);
    return made;
}

FieldColumn planUnits(C context)
{
    UnitRows made;
    for (const RowIndex household : plans(context).household)
        made.push_back(unitOfSubject(context, SubjectType::Household, household));
    return made;
}

const FieldReaders& problemReaders()
{
    static const FieldReaders readers{
        {"code", [](C c) { return FieldColumn(texts(problems(c).code)); }},
        {"source", [](C c) { return FieldColumn(words(problems(c).source)); }},
        {"topic", [](C c) { return FieldColumn(words(problems(c).topic)); }},
        {"text", [](C c) { return FieldColumn(texts(problems(c).text)); }},
        {"state", [](C c) { return FieldColumn(words(problems(c).state)); }},
        {"open", open},
        {"late", late},
        {"lead", [](C c) { return FieldColumn(texts(problems(c).leadOrganisation)); }},
        {"verifier", [](C c) { return FieldColumn(words(problems(c).verifierLevel)); }},
        {"subject",
         [](C c) { return FieldColumn(enumWords(problems(c).subjectType, 6, subjectWord)); }},
        {"found", [](C c) { return FieldColumn(days(problems(c).foundOn)); }},
        {"due", [](C c) { return FieldColumn(days(problems(c).dueOn)); }},
        {"closed", [](C c) { return FieldColumn(days(problems(c).closedOn)); }},
        {"unit",
         [](C c) {
             return FieldColumn(unitsOfSubjects(c, problems(c).subjectType, problems(c).subject));
         }},
    };
    return readers;
}

const FieldReaders& listingReaders()
{
    static const FieldReaders readers{
        {"issuer", [](C c) { return FieldColumn(words(listings(c).issuerLevel)); }},
        {"rule", [](C c) { return FieldColumn(words(listings(c).ruleId)); }},
        {"basis", [](C c) { return FieldColumn(words(listings(c).basis)); }},
        {"lead", [](C c) { return FieldColumn(texts(listings(c).leadOrganisation)); }},
        {"name", [](C c) { return FieldColumn(texts(listings(c).subjectName)); }},
        {"active", activeListings},
        {"from", [](C c) { return FieldColumn(days(listings(c).from)); }},
        {"to", [](C c) { return FieldColumn(days(listings(c).to)); }},
        {"unit",
         [](C c) {
             return FieldColumn(unitsOfSubjects(c, listings(c).subjectType, listings(c).subject));
         }},
    };
    return readers;
}

const FieldReaders& planReaders()
{
    static const FieldReaders readers{
        {"topic", [](C c) { return FieldColumn(words(plans(c).topic)); }},
        {"state", [](C c) { return FieldColumn(words(plans(c).state)); }},
        {"active", activePlans},
        {"start", [](C c) { return FieldColumn(days(plans(c).start)); }},
        {"due", [](C c) { return FieldColumn(days(plans(c).due)); }},
        {"unit", planUnits},
    };
    return readers;
}

const FieldReaders& visitReaders()
{
    static const FieldReaders readers{
        {"on", [](C c) { return FieldColumn(visits(c).on); }},
        {"agrees", [](C c) { return FieldColumn(visits(c).agrees); }},
        {"finding", [](C c) { return FieldColumn(texts(visits(c).finding)); }},
        {"unit",
         [](C c) {
             return FieldColumn(unitsOfSubjects(c, visits(c).subjectType, visits(c).subject));
         }},
    };
    return readers;
}

} // namespace

const FieldReaders& recordReaders(Entity entity)
{
    return entity == Entity::Problem   ? problemReaders()
           : entity == Entity::Listing ? listingReaders()
           : entity == Entity::Plan    ? planReaders()
                                       : visitReaders();
}

} // namespace guatu::campaign::query
