// SPDX-License-Identifier: MIT
#include "session/tables/supervision_table.h"

#include "campaign/supervision.h"
#include "session/tables/table_parts.h"

namespace guatu::session
{
namespace
{

using campaign::ListingBasis;
using campaign::SupervisionRow;

/// Rows [first, end) of a unit's subtree.
class Subtree
{
public:
    Subtree(const Snapshot& snapshot, RowIndex unit)
        : m_snapshot(snapshot), m_first(unit), m_end(subtreeEnd(snapshot.units, unit))
    {
    }

    /// Whether a listed place lies in it; a listed name that matches no place lies in the whole.
    [[nodiscard]] bool holds(SubjectType type, RowIndex subject) const
    {
        RowIndex place = type == SubjectType::Unit ? subject : noRow;
        if (type == SubjectType::Site && subject != noRow) {
            const auto row = static_cast<std::size_t>(subject);
            place = m_snapshot.sites.hostUnit[row] != noRow ? m_snapshot.sites.hostUnit[row]
                                                            : m_snapshot.sites.county[row];
        }
        return place == noRow ? m_first == 0 : place >= m_first && place < m_end;
    }

private:
    const Snapshot& m_snapshot;
    RowIndex m_first, m_end;
};

/// What the value and the limit of a rule are, by the field it compares: the stable name, and how
/// many decimals people read.
Word measureOf(const std::string& field)
{
    if (field == "incidence")
        return {"incidence_percent", localText("column.incidence_percent")};
    if (field == "remaining_p")
        return {"remaining_persons", localText("column.remaining_persons")};
    if (field == "remaining_hh")
        return {"remaining_households", localText("column.remaining_households")};
    if (field == "households")
        return {"households", localText("table.site_households")};
    if (field == "persons")
        return {"persons", localText("table.site_persons")};
    return {field, {field, field}};
}

TableCell figure(const std::optional<double>& value)
{
    return value ? TableCell{*value} : TableCell{Unknown{}};
}

Word basisWord(const Profile& profile, ListingBasis basis)
{
    if (basis == ListingBasis::CannotTell)
        return {"cannot_tell", localText("table.cannot_tell")};
    return word(profile, "listing_basis", campaign::toString(basis));
}

Table::Row cells(const WorkspaceView& view, const SupervisionRow& row)
{
    const Profile& profile = view.profile;
    return {row.subjectWord == "site" ? TableCell{Word{"site", localText("table.site")}}
                                      : wordCell(profile, "level", row.subjectWord),
            textCell(row.code),
            textCell(row.name),
            wordCell(profile, "listing_issuer", row.issuer),
            textCell(row.ruleId),
            basisWord(profile, row.basis),
            row.field.empty() ? TableCell{Blank{}} : TableCell{measureOf(row.field)},
            row.rule == SupervisionRow::noRule ? TableCell{Blank{}} : figure(row.value),
            row.rule == SupervisionRow::noRule ? TableCell{Blank{}} : figure(row.limit),
            row.rule == SupervisionRow::noRule ? TableCell{Blank{}} : figure(row.margin),
            row.reason};
}

std::vector<TableColumn> supervisionColumns()
{
    return {column("column.subject_type", ColumnKind::Word),
            column("column.code"),
            column("column.name"),
            column("column.issuer", ColumnKind::Word),
            column("column.rule"),
            column("column.basis", ColumnKind::Word),
            column("column.measure", ColumnKind::Word),
            column("column.value", ColumnKind::Decimal, TableColumn::asNeeded),
            column("column.limit", ColumnKind::Decimal, TableColumn::asNeeded),
            column("column.margin", ColumnKind::Decimal, TableColumn::asNeeded),
            column("column.reason")};
}

/// The rows for which `wanted` holds.
template <class Wanted>
Table tableOf(const WorkspaceView& view, RowIndex unit, Table table, Wanted wanted)
{
    const Subtree subtree(view.snapshot, unit);
    const Places places(view.snapshot);
    std::vector<Point> points;
    for (const SupervisionRow& row :
         campaign::supervision(view.snapshot, view.profile, view.closure, view.listings)) {
        if (!wanted(row) || !subtree.holds(row.subjectType, row.subject))
            continue;
        table.addRow(cells(view, row));
        points.push_back(places.subjectPoint(row.subjectType, row.subject));
    }
    addHead(table, view, unit);
    table.setGeometry(places.points(std::move(points)));
    return table;
}

TableCell subjectName(const Snapshot& snapshot, SubjectType type, RowIndex subject)
{
    if (type == SubjectType::Site && subject != noRow)
        return snapshot.sites.name[static_cast<std::size_t>(subject)];
    return unitName(snapshot.units, type == SubjectType::Unit ? subject : noRow);
}

TableCell subjectCode(const Snapshot& snapshot, SubjectType type, RowIndex subject)
{
    if (type == SubjectType::Site && subject != noRow)
        return snapshot.sites.code[static_cast<std::size_t>(subject)];
    return unitCode(snapshot.units, type == SubjectType::Unit ? subject : noRow);
}

/// 2020-04 for any day of April 2020.
std::string monthText(Date day)
{
    return day.iso().substr(0, 7);
}

/// A step that was not taken is blank: that it lacks is known.
TableCell stamp(const std::optional<Date>& day)
{
    return day ? TableCell{*day} : TableCell{Blank{}};
}

} // namespace

Table supervisionTable(const WorkspaceView& view, RowIndex unit)
{
    return tableOf(view, unit,
                   Table("supervision", localText("table.supervision"), supervisionColumns()),
                   [](const SupervisionRow&) { return true; });
}

Table listingDifferenceTable(const WorkspaceView& view, RowIndex unit)
{
    Table table = tableOf(
        view, unit,
        Table("listing_difference", localText("table.listing_difference"), supervisionColumns()),
        [](const SupervisionRow& row) {
            return row.basis == ListingBasis::Official || row.basis == ListingBasis::Rule;
        });
    table.addNote(localText("table.listing_difference_note"));
    return table;
}

Table aspectTable(const WorkspaceView& view, RowIndex unit)
{
    const Snapshot& snapshot = view.snapshot;
    std::vector<TableColumn> columns{column("column.month"), column("column.code"),
                                     column("column.name"),
                                     column("column.issuer", ColumnKind::Word)};
    for (const std::string& aspect : view.profile.aspects)
        columns.push_back({aspect, word(view.profile, "aspect", aspect).title, ColumnKind::Word});
    Table table("aspects", localText("table.aspects"), std::move(columns));
    const Subtree subtree(snapshot, unit);
    for (const campaign::AspectSheet& sheet :
         campaign::aspectSheets(snapshot, view.profile, view.listings, snapshot.asOf)) {
        const SubjectType type = snapshot.listings.subjectType[sheet.listing];
        const RowIndex subject = snapshot.listings.subject[sheet.listing];
        if (!subtree.holds(type, subject))
            continue;
        Table::Row row{
            monthText(sheet.month), subjectCode(snapshot, type, subject),
            subject == noRow ? textCell(snapshot.listings.subjectName[sheet.listing])
                             : subjectName(snapshot, type, subject),
            wordCell(view.profile, "listing_issuer", snapshot.listings.issuerLevel[sheet.listing])};
        for (const CriterionResult result : sheet.results)
            row.push_back(wordCell(view.profile, "criterion_result", toString(result)));
        table.addRow(std::move(row));
    }
    addHead(table, view, unit);
    return table;
}

Table overdueReviewTable(const WorkspaceView& view, RowIndex unit)
{
    const Snapshot& snapshot = view.snapshot;
    Table table("overdue_reviews", localText("table.overdue_reviews"),
                {column("column.month"), column("column.code"), column("column.name"),
                 column("column.analysed_on", ColumnKind::Date),
                 column("column.judged_on", ColumnKind::Date),
                 column("column.dispatched_on", ColumnKind::Date),
                 column("column.missing_steps", ColumnKind::Integer)});
    const Subtree subtree(snapshot, unit);
    for (const campaign::ReviewRow& review :
         campaign::reviews(snapshot, view.profile, view.listings)) {
        if (!review.overdue || !subtree.holds(review.subjectType, review.subject))
            continue;
        const std::int64_t missing =
            (review.analysed ? 0 : 1) + (review.judged ? 0 : 1) + (review.dispatched ? 0 : 1);
        table.addRow(
            {monthText(review.month), subjectCode(snapshot, review.subjectType, review.subject),
             subjectName(snapshot, review.subjectType, review.subject), stamp(review.analysed),
             stamp(review.judged), stamp(review.dispatched), missing});
    }
    addHead(table, view, unit);
    return table;
}

} // namespace guatu::session
