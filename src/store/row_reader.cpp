// SPDX-License-Identifier: MIT
#include "store/row_reader.h"

#include "store/failure.h"

#include <cmath>
#include <limits>

namespace guatu::store
{

std::int32_t RowReader::count(int column, std::int32_t missing) const
{
    if (m_statement.isNull(column))
        return missing;
    const std::int64_t number = m_statement.integer(column);
    if (!m_statement.isInteger(column) || number < 0 ||
        number > std::numeric_limits<std::int32_t>::max())
        fail(column);
    return static_cast<std::int32_t>(number);
}

double RowReader::real(int column) const
{
    if (m_statement.isNull(column))
        return std::numeric_limits<double>::quiet_NaN();
    const double number = m_statement.real(column);
    if (!m_statement.isNumber(column) || !std::isfinite(number))
        fail(column);
    return number;
}

std::optional<Date> RowReader::date(int column) const
{
    if (m_statement.isNull(column))
        return std::nullopt;
    const auto day = Date::fromIso(m_statement.text(column));
    if (!day)
        fail(column);
    return day;
}

Flag RowReader::flag(int column) const
{
    if (m_statement.isNull(column))
        return Flag::Unknown;
    const std::int64_t number = m_statement.integer(column);
    if (!m_statement.isInteger(column) || number < 0 || number > 1)
        fail(column);
    return number == 1 ? Flag::Yes : Flag::No;
}

void RowReader::fail(int column) const
{
    throw fileError("store.bad_value", m_file,
                    {{"table", std::string(m_table)},
                     {"row", std::to_string(m_statement.integer(0))},
                     {"column", m_statement.name(column)}});
}

} // namespace guatu::store
