// SPDX-License-Identifier: MIT
#include "store/category_reader.h"
#include "store/table_reader.h"

#include <limits>

namespace guatu::store
{

PersonColumns readPersons(const ReadContext& context, const Progress& progress)
{
    Statement statement(context.database,
                        "SELECT id, hh_id, birth_year, relation, student_state, health_state, "
                        "labour, dropout, medins, critins, medaid_scope, pension, work_months "
                        "FROM person ORDER BY id");
    const RowReader row(statement, context.file, "person");
    const auto small = [&](int column, std::int32_t missing, std::int32_t most) {
        const std::int32_t number = row.count(column, missing);
        if (number > most)
            row.fail(column);
        return number;
    };
    constexpr std::size_t rowsBetweenChecks = 8192;
    PersonColumns persons;
    std::array<CategoryReader, 5> words;
    for (std::size_t read = 1; statement.step(); ++read) {
        if (read % rowsBetweenChecks == 0)
            progress.checkpoint();
        const RowIndex household = context.households.find(statement, 1);
        if (household == noRow)
            continue;
        persons.id.push_back(statement.integer(0));
        persons.household.push_back(household);
        persons.birthYear.push_back(
            static_cast<std::int16_t>(small(2, 0, std::numeric_limits<std::int16_t>::max())));
        for (std::size_t i = 0; i < words.size(); ++i)
            words[i].add(statement[static_cast<int>(i) + 3]);
        persons.medicalInsurance.push_back(row.flag(8));
        persons.criticalInsurance.push_back(row.flag(9));
        persons.medicalAidScope.push_back(row.flag(10));
        persons.pension.push_back(row.flag(11));
        persons.workMonths.push_back(
            static_cast<std::int8_t>(small(12, -1, std::numeric_limits<std::int8_t>::max())));
    }
    persons.relation = words[0].take();
    persons.studentState = words[1].take();
    persons.healthState = words[2].take();
    persons.labour = words[3].take();
    persons.dropout = words[4].take();
    return persons;
}

} // namespace guatu::store
