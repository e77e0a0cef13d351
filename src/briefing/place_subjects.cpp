// SPDX-License-Identifier: MIT
#include "briefing/place_subjects.h"

#include "core/error.h"
#include "session/masked_table.h"
#include "session/query_answer.h"
#include "session/tables/supervision_table.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace guatu::briefing
{
namespace
{

using campaign::query::Entity;

/// Where something that is no unit stands in the snapshot.
struct Standing {
    RowIndex unit = noRow;
    Point place;
    std::string_view source; ///< of maps: what the audience may know of its place
};

Standing standingOf(const Snapshot& snapshot, Entity entity, std::size_t row)
{
    switch (entity) {
    case Entity::Site: {
        const RowIndex host = snapshot.sites.hostUnit[row];
        return {host != noRow ? host : snapshot.sites.county[row],
                snapshot.sites.location.firstPoint(row), "site"};
    }
    case Entity::Facility:
        return {snapshot.facilities.unit[row], snapshot.facilities.location.firstPoint(row),
                "facility"};
    default:
        return {snapshot.projects.unit[row], snapshot.projects.location.firstPoint(row), "project"};
    }
}

class SubjectMaker
{
public:
    SubjectMaker(const Material& material, RowIndex unit, const EachOf& each)
        : m_material(material),
          m_snapshot(material.day.snapshot()),
          m_unit(unit),
          m_end(subtreeEnd(m_snapshot.units, unit)),
          m_each(each)
    {
    }

    std::vector<Subject> listed()
    {
        const Table table = masked(session::supervisionTable(*m_material.day.view, m_unit));
        std::map<std::string, std::size_t> sites;
        for (std::size_t row = 0; row < m_snapshot.sites.size(); ++row)
            sites.emplace(m_snapshot.sites.code[row], row);
        for (std::size_t row = 0; row < table.size(); ++row) {
            const std::string code = cell(table, row, "code");
            if (code.empty() || std::ranges::find(m_codes, code) != m_codes.end())
                continue; // a place on several lists has one page
            m_codes.push_back(code);
            const auto unit = UnitCode::parse(code);
            const RowIndex found = unit ? findUnit(m_snapshot.units, *unit) : noRow;
            if (found != noRow)
                addUnit(found);
            else if (const auto site = sites.find(code); site != sites.end())
                addSpot(Entity::Site, site->second, table, row);
        }
        return std::move(m_subjects);
    }

    std::vector<Subject> sites()
    {
        std::vector<std::uint32_t> rows(m_snapshot.sites.size());
        std::iota(rows.begin(), rows.end(), 0);
        return spots(Entity::Site, rows);
    }

    std::vector<Subject> hits(const Progress& progress)
    {
        const auto answer = session::answerQuery(*m_material.day.view, m_each.what, progress);
        const Entity entity = answer.query.noun.entity;
        if (entity == Entity::Site || entity == Entity::Facility || entity == Entity::Project)
            return spots(entity, answer.result.hits);
        if (entity != Entity::Unit)
            throw inputError({"briefing.each.not_places", {{"expression", m_each.what}}});
        for (const std::uint32_t row : answer.result.hits)
            if (holds(static_cast<RowIndex>(row)))
                addUnit(static_cast<RowIndex>(row));
        return std::move(m_subjects);
    }

private:
    [[nodiscard]] Table masked(const Table& table) const
    {
        return session::maskedTable(table, m_material.policy, m_material.options.audience,
                                    m_material.options.language)
            .table;
    }

    [[nodiscard]] bool holds(RowIndex unit) const { return unit >= m_unit && unit < m_end; }

    [[nodiscard]] std::string cell(const Table& table, std::size_t row, std::string_view key) const
    {
        const auto& columns = table.columns();
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].key == key)
                return shown(table.row(row)[i], columns[i], m_material.options.language);
        return {};
    }

    std::shared_ptr<const PageTemplate> design(const std::string& usual)
    {
        auto& kept = m_designs[usual];
        if (!kept) {
            const PageTemplate page = m_each.design ? *m_each.design : pageTemplate(usual);
            kept = std::make_shared<const PageTemplate>(m_each.slides ? slideTemplate(page) : page);
        }
        return kept;
    }

    void addUnit(RowIndex unit)
    {
        const Level level = m_snapshot.units.level[static_cast<std::size_t>(unit)];
        m_subjects.push_back({unit, design(usualTemplate(level))});
    }

    void addSpot(Entity entity, std::size_t row, const Table& table, std::size_t at)
    {
        const Standing standing = standingOf(m_snapshot, entity, row);
        if (!holds(standing.unit))
            return;
        Spot spot;
        spot.code = cell(table, at, "code");
        spot.name = cell(table, at, "name");
        spot.kind = cell(table, at, table.key() == "supervision" ? "subject_type" : "kind");
        if (m_material.policy.layerPlace(standing.source, m_material.options.audience) ==
            PlaceGrant::Exact)
            spot.place = standing.place;
        for (std::size_t i = 0; i < table.columns().size(); ++i) {
            const TableColumn& column = table.columns()[i];
            std::string words = shown(table.row(at)[i], column, m_material.options.language);
            if (column.key != "name" && !words.empty())
                spot.facts.emplace_back(column.title.in(m_material.options.language),
                                        std::move(words));
        }
        m_subjects.push_back({standing.unit, design(usualPlaceTemplate),
                              std::make_shared<const Spot>(std::move(spot))});
    }

    std::vector<Subject> spots(Entity entity, const std::vector<std::uint32_t>& rows)
    {
        const Table table = masked(session::entityTable(*m_material.day.view, entity, rows));
        for (std::size_t i = 0; i < rows.size(); ++i)
            addSpot(entity, rows[i], table, i);
        return std::move(m_subjects);
    }

    const Material& m_material;
    const Snapshot& m_snapshot;
    RowIndex m_unit, m_end;
    const EachOf& m_each;
    std::map<std::string, std::shared_ptr<const PageTemplate>> m_designs;
    std::vector<std::string> m_codes;
    std::vector<Subject> m_subjects;
};

} // namespace

std::vector<Subject> subjectsEach(const Material& material, RowIndex unit, const EachOf& each,
                                  const Progress& progress)
{
    SubjectMaker maker(material, unit, each);
    if (each.what == "listed")
        return maker.listed();
    if (each.what == "sites")
        return maker.sites();
    return maker.hits(progress);
}

} // namespace guatu::briefing
