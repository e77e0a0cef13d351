// SPDX-License-Identifier: MIT
#include "store/unit_details.h"

#include "store/cell_check.h"

#include <algorithm>
#include <array>

namespace guatu::store
{
namespace
{

constexpr std::string_view statistics[]{"households", "persons", "agri_persons",
                                        "area_km2_published"};

} // namespace

UnitDetails::UnitDetails(WriteContext& context, const std::vector<std::string>& fields)
    : m_context(context),
      m_readStatus(
          context.database,
          "SELECT formal_status, on_date FROM unit_status WHERE unit_id = ? AND on_date <= ? "
          "ORDER BY on_date DESC LIMIT 1"),
      m_writeStatus(context.database, "INSERT OR REPLACE INTO unit_status VALUES (?, ?, ?, ?)"),
      m_readStat(context.database, "SELECT households, persons, agri_persons, area_km2_published "
                                   "FROM unit_stat WHERE unit_id = ? AND as_of = ?"),
      m_writeStat(
          context.database,
          "INSERT INTO unit_stat (unit_id, as_of, households, persons, agri_persons, "
          "area_km2_published, dataset_id) VALUES (?, ?, ?, ?, ?, ?, ?) "
          "ON CONFLICT (unit_id, as_of) DO UPDATE SET households = excluded.households, "
          "persons = excluded.persons, agri_persons = excluded.agri_persons, "
          "area_km2_published = excluded.area_km2_published, dataset_id = excluded.dataset_id"),
      m_readOrg(context.database, "SELECT 1 FROM responsibility WHERE unit_id = ? AND role = ? AND "
                                  "org = ? AND \"to\" IS NULL"),
      m_closeOrg(context.database,
                 "UPDATE responsibility SET \"to\" = ? WHERE unit_id = ? AND role = ? "
                 "AND \"to\" IS NULL AND dataset_id <> ?"),
      m_writeOrg(context.database,
                 "INSERT INTO responsibility (unit_id, role, org, \"from\", dataset_id) "
                 "VALUES (?, ?, ?, ?, ?) ON CONFLICT (unit_id, role, org) DO UPDATE SET "
                 "\"from\" = excluded.\"from\", \"to\" = NULL, dataset_id = excluded.dataset_id")
{
    for (std::size_t cell = 0; cell < fields.size(); ++cell) {
        const auto* field = findField(EntityKind::Unit, fields[cell]);
        const FieldRule rule = ruleOf(EntityKind::Unit, *field);
        if (rule.column.empty())
            m_details.push_back({field->name, field, rule, cell});
    }
}

std::optional<WriteIssue> UnitDetails::check(const RecordBatch& batch, std::size_t row)
{
    m_scratch.clear();
    for (Detail& detail : m_details) {
        auto checked = checkCell(batch.cell(row, detail.cell), *detail.field, detail.rule,
                                 m_context.references, m_scratch);
        if (checked.problem)
            return WriteIssue{row, std::string(detail.name), std::move(*checked.problem)};
        detail.value = checked.cell;
    }
    return std::nullopt;
}

Cell UnitDetails::value(std::string_view field) const
{
    const auto found = std::ranges::find(m_details, field, &Detail::name);
    return found == m_details.end() ? Cell{} : found->value;
}

std::string_view UnitDetails::dateOr(std::string_view field) const
{
    const Cell date = value(field);
    return isNull(date) ? std::string_view(m_context.asOf) : std::get<std::string_view>(date);
}

bool UnitDetails::write(std::int64_t unit)
{
    const bool status = writeStatus(unit);
    const bool stat = writeStatistics(unit);
    return writeResponsibility(unit) || status || stat;
}

bool UnitDetails::writeStatus(std::int64_t unit)
{
    const Cell status = value("formal_status");
    if (isNull(status))
        return false;
    const std::string_view on = dateOr("formal_on");
    const bool known = m_readStatus.first(unit, on) && m_readStatus.cell(0) == status;
    m_readStatus.reset();
    if (known)
        return false;
    m_writeStatus.run(unit, on, status, m_context.dataset);
    m_context.log.added("unit_status", unit, {{"formal_status", status}, {"on_date", on}});
    return true;
}

bool UnitDetails::writeStatistics(std::int64_t unit)
{
    const std::string_view asOf = dateOr("stat_as_of");
    std::array<Cell, std::size(statistics)> cells;
    NamedCells before;
    NamedCells after;
    const bool exists = m_readStat.first(unit, asOf);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Cell old = exists ? m_readStat.cell(static_cast<int>(i)) : Cell{};
        cells[i] = value(statistics[i]);
        if (isNull(cells[i])) {
            cells[i] = old;
        } else if (cells[i] != old) {
            before.emplace_back(statistics[i], old);
            after.emplace_back(statistics[i], cells[i]);
        }
    }
    m_readStat.reset();
    if (after.empty())
        return false;
    m_writeStat.run(unit, asOf, cells[0], cells[1], cells[2], cells[3], m_context.dataset);
    after.emplace_back("as_of", asOf);
    if (exists)
        m_context.log.updated("unit_stat", unit, before, after);
    else
        m_context.log.added("unit_stat", unit, after);
    return true;
}

bool UnitDetails::writeResponsibility(std::int64_t unit)
{
    const Cell organisation = value("responsible_org");
    if (isNull(organisation))
        return false;
    Cell role = value("responsible_role");
    if (isNull(role))
        role = std::string_view("责任单位");
    const bool known = m_readOrg.first(unit, role, organisation);
    m_readOrg.reset();
    if (known)
        return false;
    m_closeOrg.run(m_context.asOf, unit, role, m_context.dataset);
    m_writeOrg.run(unit, role, organisation, m_context.asOf, m_context.dataset);
    m_context.log.added("responsibility", unit,
                        {{"role", role}, {"org", organisation}, {"from", m_context.asOf}});
    return true;
}

} // namespace guatu::store
