// SPDX-License-Identifier: MIT
#include "store/row_reader.h"

#include "store/failure.h"

#include <cmath>
#include <limits>

namespace guatu::store
{

std::int32_t RowReader::count(int column, std::int32_t missing) const
{
    const Field field = m_statement[column];
    if (field.isNull())
        return missing;
    const std::int64_t number = field.integer();
    if (!field.isInteger() || number < 0 || number > std::numeric_limits<std::int32_t>::max())
        fail(column);
    return static_cast<std::int32_t>(number);
}

double RowReader::real(int column) const
{
    const Field field = m_statement[column];
    if (field.isNull())
        return std::numeric_limits<double>::quiet_NaN();
    const double number = field.real();
    if (!field.isNumber() || !std::isfinite(number))
        fail(column);
    return number;
}

std::optional<Date> RowReader::date(int column) const
{
    const Field field = m_statement[column];
    if (field.isNull())
        return std::nullopt;
    const auto day = Date::fromIso(field.text());
    if (!day)
        fail(column);
    return day;
}

void RowReader::fail(int column) const
{
    throw fileError("store.bad_value", m_file,
                    {{"table", std::string(m_table)},
                     {"row", std::to_string(m_statement.integer(0))},
                     {"column", m_statement.name(column)}});
}

} // namespace guatu::store
