// SPDX-License-Identifier: MIT
#include "campaign/query/field_readers.h"

namespace guatu::campaign::query
{
namespace
{

using C = const QueryContext&;

const PersonColumns& of(C context)
{
    return *context.persons; // rowCount() has refused a context without them
}

/// Whole years on 1 September of the as-of year, as for compulsory education: only the year of
/// birth is known.
FieldColumn ages(C context)
{
    Numbers made;
    const int year = context.snapshot.asOf.year();
    for (const std::int16_t born : of(context).birthYear)
        made.push_back(born == 0 ? std::numeric_limits<double>::quiet_NaN() : year - born);
    return made;
}

FieldColumn homes(C context)
{
    UnitRows made;
    for (const RowIndex household : of(context).household)
        made.push_back(unitOfSubject(context, SubjectType::Household, household));
    return made;
}

} // namespace

const FieldReaders& personReaders()
{
    static const FieldReaders readers{
        {"birth_year", [](C c) { return FieldColumn(numbers<std::int16_t>(of(c).birthYear, 0)); }},
        {"age", ages},
        {"relation", [](C c) { return FieldColumn(words(of(c).relation)); }},
        {"student", [](C c) { return FieldColumn(words(of(c).studentState)); }},
        {"health", [](C c) { return FieldColumn(words(of(c).healthState)); }},
        {"labour", [](C c) { return FieldColumn(words(of(c).labour)); }},
        {"dropout", [](C c) { return FieldColumn(words(of(c).dropout)); }},
        {"insurance", [](C c) { return FieldColumn(of(c).medicalInsurance); }},
        {"critical_insurance", [](C c) { return FieldColumn(of(c).criticalInsurance); }},
        {"aid_scope", [](C c) { return FieldColumn(of(c).medicalAidScope); }},
        {"pension", [](C c) { return FieldColumn(of(c).pension); }},
        {"work_months",
         [](C c) { return FieldColumn(numbers<std::int8_t>(of(c).workMonths, -1)); }},
        {"unit", homes},
    };
    return readers;
}

} // namespace guatu::campaign::query
