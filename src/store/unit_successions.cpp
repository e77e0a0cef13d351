// SPDX-License-Identifier: MIT
#include "store/unit_successions.h"

#include <cmath>

namespace guatu::store
{
namespace
{

constexpr int longestChain = 64; ///< of successions; a file may hold a circle

/// Whether what was said of the old unit holds of the new one: it is the same place.
bool keepsPlace(std::string_view kind)
{
    return kind == "recode" || kind == "rename" || kind == "upgrade";
}

} // namespace

UnitSuccessions::UnitSuccessions(ReadContext& context) : m_context(context)
{
    read();
}

void UnitSuccessions::read()
{
    Statement statement(m_context.database,
                        "SELECT s.id, s.old_id, s.new_id, o.code, n.code, coalesce(s.old_name, "
                        "o.name), s.kind, s.on_date, s.share, n.valid_from, s.old_name "
                        "FROM unit_succession s JOIN admin_unit o ON o.id = s.old_id "
                        "JOIN admin_unit n ON n.id = s.new_id ORDER BY s.on_date, s.id");
    const RowReader row(statement, m_context.file, "unit_succession");
    while (statement.step()) {
        const auto oldCode = UnitCode::parse(statement.text(3));
        const auto newCode = UnitCode::parse(statement.text(4));
        const auto on = row.date(7);
        if (!oldCode || !newCode || !on)
            row.fail(!oldCode ? 3 : !newCode ? 4 : 7);
        const std::int64_t unit = statement.integer(1);
        if (on->iso() > m_context.asOf) {
            if (unit == statement.integer(2) && !statement.isNull(10))
                m_earlier.emplace(unit, row.text(10)); // the first renaming that is to come
            continue;
        }
        const auto began = row.date(9);
        m_links.push_back({unit, statement.integer(2), *oldCode, *newCode, row.text(5), row.text(6),
                           *on, row.real(8), began && *began >= *on});
        if (unit != statement.integer(2))
            m_withdrawn.emplace(*oldCode, unit);
    }
}

const std::string* UnitSuccessions::earlierName(std::int64_t unit) const
{
    const auto found = m_earlier.find(unit);
    return found == m_earlier.end() ? nullptr : &found->second;
}

bool UnitSuccessions::endsWithParent(std::int64_t unit, UnitCode code)
{
    const auto parent = code.parent();
    const auto found = parent ? m_withdrawn.find(*parent) : m_withdrawn.end();
    if (found == m_withdrawn.end())
        return false;
    m_endedIn.emplace(unit, found->second);
    m_withdrawn.emplace(code, unit);
    return true;
}

void UnitSuccessions::follow(const UnitColumns& units)
{
    std::unordered_map<std::int64_t, const Link*> next;
    for (const Link& link : m_links) {
        if (link.oldUnit == link.newUnit)
            continue;
        const auto [entry, isNew] = next.emplace(link.oldUnit, &link);
        if (!isNew && link.share > entry->second->share)
            entry->second = &link;
    }
    const auto lead = [&](std::int64_t unit) {
        std::int64_t at = unit;
        bool samePlace = true;
        for (int step = 0; step < longestChain && m_context.units.find(at) == noRow; ++step) {
            if (const auto parent = m_endedIn.find(at); parent != m_endedIn.end()) {
                at = parent->second;
                samePlace = false;
            } else if (const auto link = next.find(at); link != next.end()) {
                at = link->second->newUnit;
                samePlace = samePlace && keepsPlace(link->second->kind);
            } else {
                break;
            }
        }
        const RowIndex row = m_context.units.find(at);
        if (at == unit || row == noRow || static_cast<std::size_t>(row) >= units.size())
            return;
        m_context.units.add(unit, row);
        if (!samePlace)
            m_context.absorbed.insert(unit);
    };
    for (const auto& [unit, link] : next)
        lead(unit);
    for (const auto& [unit, parent] : m_endedIn)
        lead(unit);
}

UnitSuccessions::Figures UnitSuccessions::figuresOf(Statement& statement, std::int64_t unit,
                                                    int depth) const
{
    Figures own;
    const RowReader row(statement, m_context.file, "unit_stat");
    statement.reset();
    statement.bind(3, unit);
    if (statement.step())
        for (std::size_t i = 0; i < figureCount; ++i)
            own[i] = {row.count(static_cast<int>(2 * i + 1)),
                      row.date(static_cast<int>(2 * i + 2))};
    statement.reset();
    if (depth == longestChain)
        return own;
    Figures figures = own;
    std::array<bool, figureCount> incomplete{};
    for (const Link& link : m_links) {
        if (link.newUnit != unit || link.oldUnit == unit)
            continue;
        const Figures old = figuresOf(statement, link.oldUnit, depth + 1);
        for (std::size_t i = 0; i < figureCount; ++i) {
            const bool has = own[i].value >= 0;
            const bool same = keepsPlace(link.kind);
            if (has && (same || (own[i].asOf && *own[i].asOf >= link.on)))
                continue; // holds the old unit already
            incomplete[i] |= old[i].value < 0 || (!has && !same && !link.newcomer);
            const bool first = figures[i].value < 0;
            figures[i].value = (first ? 0 : figures[i].value) +
                               std::llround(static_cast<double>(old[i].value) * link.share);
            if (first)
                figures[i].asOf = old[i].asOf;
        }
    }
    for (std::size_t i = 0; i < figureCount; ++i)
        if (incomplete[i])
            figures[i] = {};
    return figures;
}

void UnitSuccessions::addStatistics(UnitColumns& units, const std::string& statisticsQuery,
                                    const std::string& denominator)
{
    if (m_links.empty())
        return;
    Statement statement(m_context.database, statisticsQuery);
    statement.bind(1, m_context.asOf);
    statement.bind(2, denominator);
    for (const Link& link : m_links) {
        const RowIndex row = m_context.units.find(link.newUnit);
        if (link.oldUnit == link.newUnit || row == noRow ||
            m_context.absorbed.contains(link.newUnit))
            continue;
        const auto place = static_cast<std::size_t>(row);
        if (units.id[place] != link.newUnit)
            continue;
        const Figures figures = figuresOf(statement, link.newUnit, 0);
        const auto small = [](std::int64_t value) { return static_cast<std::int32_t>(value); };
        units.households[place] = small(figures[0].value);
        units.persons[place] = small(figures[1].value);
        units.agriPersons[place] = small(figures[2].value);
        units.statAsOf[place] = figures[2].asOf;
    }
}

SuccessionColumns UnitSuccessions::columns() const
{
    SuccessionColumns columns;
    for (const Link& link : m_links) {
        columns.oldCode.push_back(link.oldCode);
        columns.newCode.push_back(link.newCode);
        columns.oldName.push_back(link.oldName);
        columns.kind.push_back(link.kind);
        columns.on.push_back(link.on);
        columns.share.push_back(link.share);
    }
    return columns;
}

} // namespace guatu::store
