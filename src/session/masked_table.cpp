// SPDX-License-Identifier: MIT
#include "session/masked_table.h"

#include "core/error.h"

namespace guatu::session
{

std::string MaskedTable::droppedNames(Language language) const
{
    std::string names;
    for (const LocalText& title : dropped)
        names += (names.empty() ? "" : text("list.separator", language)) + title.in(language);
    return names;
}

LocalText audienceTitle(Audience audience)
{
    switch (audience) {
    case Audience::Internal:
        return localText("export.audience.internal");
    case Audience::Briefing:
        return localText("export.audience.briefing");
    case Audience::Public:
        return localText("export.audience.public");
    case Audience::Field:
        break;
    }
    return localText("export.audience.field");
}

void requireVisible(const Table& table, const ExportPolicy& policy, Audience audience,
                    Language language)
{
    if (!policy.allowsTable(table.key(), audience))
        throw inputError({policy.knowsTable(table.key()) ? "export.not_for" : "export.not_said",
                          {{"layer", table.title().in(language)},
                           {"audience", audienceTitle(audience).in(language)}}});
}

MaskedTable maskedTable(const Table& table, const ExportPolicy& policy, Audience audience,
                        Language language)
{
    requireVisible(table, policy, audience, language);
    std::vector<std::size_t> kept;
    std::vector<TableColumn> columns;
    std::vector<LocalText> dropped;
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        const TableColumn& column = table.columns()[i];
        if (!policy.allowsTableField(table.key(), column.key, audience)) {
            dropped.push_back(column.title);
            continue;
        }
        kept.push_back(i);
        columns.push_back(column);
    }
    const auto seen = [&kept](const Table::Row& row) {
        Table::Row cells;
        for (const std::size_t i : kept)
            cells.push_back(row[i]);
        return cells;
    };
    Table masked(table.key(), table.title(), std::move(columns));
    for (const LocalText& note : table.notes())
        masked.addNote(note);
    for (std::size_t row = 0; row < table.size(); ++row)
        masked.addRow(seen(table.row(row)), table.depth(row));
    if (table.total())
        masked.setTotal(seen(*table.total()));
    if (policy.tablePlace(table.key(), audience) == PlaceGrant::Exact &&
        table.geometry().type() != GeometryType::None)
        masked.setGeometry(table.geometry());
    return {std::move(masked), std::move(dropped)};
}

} // namespace guatu::session
