// SPDX-License-Identifier: MIT
#include "store/table_reader.h"
#include "store/unit_successions.h"

namespace guatu::store
{
namespace
{

constexpr std::array<std::string_view, 4> gradeWords{"none", "official", "approx", "voronoi"};

/// Of the statistics of a unit those that know `field`: the latest of the date or before, else
/// the first one after it.
std::string statistic(const std::string& column, const std::string& field,
                      const std::string& first = {})
{
    return "(SELECT " + column + " FROM unit_stat s WHERE s.unit_id = u.id AND s." + field +
           " IS NOT NULL ORDER BY " + first +
           "s.as_of > ?1, CASE WHEN s.as_of > ?1 THEN s.as_of END, s.as_of DESC LIMIT 1)";
}

const std::string denominatorFirst = "s.as_of = ?2 DESC, ";

/// The statistics of unit ?3, each with its day.
std::string statisticsQuery()
{
    std::string sql = "SELECT id";
    for (const std::string field : {"households", "persons", "agri_persons"}) {
        const std::string first = field == "agri_persons" ? denominatorFirst : std::string();
        sql += ", " + statistic("s." + field, field, first);
        sql += ", " + statistic("s.as_of", field, first);
    }
    return sql + " FROM admin_unit u WHERE id = ?3";
}

std::string unitQuery()
{
    return "SELECT id, code, level, name, is_poor_unit, is_deep_poor, "
           "(SELECT formal_status FROM unit_status s WHERE s.unit_id = u.id AND s.on_date <= ?1 "
           "ORDER BY s.on_date DESC LIMIT 1), geom_grade, seat, geom, " +
           statistic("s.households", "households") + ", " + statistic("s.persons", "persons") +
           ", " + statistic("s.agri_persons", "agri_persons", denominatorFirst) + ", " +
           statistic("s.as_of", "agri_persons", denominatorFirst) +
           " FROM admin_unit u WHERE (valid_from IS NULL OR valid_from <= ?1) AND "
           "(valid_to IS NULL OR valid_to > ?1) ORDER BY code, valid_to IS NULL DESC, valid_from "
           "DESC";
}

void addUnit(UnitColumns& units, Statement& statement, const RowReader& row, UnitCode code)
{
    units.id.push_back(statement.integer(0));
    units.code.push_back(code);
    units.level.push_back(row.word(2, levelFromString, Level::Group));
    if (units.level.back() != code.level())
        row.fail(2);
    units.name.push_back(row.text(3));
    const auto parent = code.parent();
    units.parent.push_back(parent ? findUnit(units, *parent) : noRow);
    units.isPoor.push_back(row.flag(4));
    units.isDeepPoor.push_back(row.flag(5));
    units.formal.push_back(row.word(6, formalStatusFromString, FormalStatus::Unknown));
    const auto grade = row.word(
        7, [](auto word) { return placeOf(gradeWords, word); }, std::uint8_t{0});
    units.areaGrade.push_back(static_cast<AreaGrade>(grade));
    units.households.push_back(row.count(10));
    units.persons.push_back(row.count(11));
    units.agriPersons.push_back(row.count(12));
    units.statAsOf.push_back(row.date(13));
}

} // namespace

UnitColumns readUnits(ReadContext& context, const std::optional<Date>& denominatorAsOf,
                      SuccessionColumns& successionColumns)
{
    UnitSuccessions successions(context);
    Statement statement(context.database, unitQuery());
    statement.bind(1, context.asOf);
    const std::string denominator = denominatorAsOf ? denominatorAsOf->iso() : std::string();
    statement.bind(2, denominator);
    const RowReader row(statement, context.file, "admin_unit");
    UnitColumns units;
    PointReader seats;
    while (statement.step()) {
        const auto code = UnitCode::parse(statement.text(1));
        if (!code)
            row.fail(1);
        if (!units.code.empty() && *code == units.code.back())
            continue; // an earlier version of the same unit
        if (!units.code.empty() && *code < units.code.back())
            row.fail(1);
        const std::int64_t id = statement.integer(0);
        const auto parent = code->parent();
        if (parent && findUnit(units, *parent) == noRow && successions.endsWithParent(id, *code))
            continue;
        context.units.add(id, static_cast<RowIndex>(units.size()));
        addUnit(units, statement, row, *code);
        if (const std::string* name = successions.earlierName(id))
            units.name.back() = *name;
        seats.add(statement, 8, row);
        readShape(statement, 9, row, units.area);
    }
    units.seat = seats.project(context.crs);
    project(units.area, context.crs);
    successions.follow(units);
    successions.addStatistics(units, statisticsQuery(), denominator);
    successionColumns = successions.columns();
    return units;
}

} // namespace guatu::store
