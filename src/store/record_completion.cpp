// SPDX-License-Identifier: MIT
// What a record needs beyond its own cells: parents, subjects, computed columns.
#include "store/record_writer.h"

#include <algorithm>

namespace guatu::store
{
namespace
{

WriteIssue issueOf(std::size_t row, std::string_view field, std::string id,
                   Message::Parameters parameters)
{
    return {row, std::string(field), {std::move(id), std::move(parameters)}};
}

} // namespace

Cell* RecordWriter::cellOf(Row& row, std::string_view column)
{
    const auto found = std::ranges::find(m_columns, column, &Column::name);
    return found == m_columns.end()
               ? nullptr
               : &row.cells[static_cast<std::size_t>(found - m_columns.begin())];
}

std::optional<WriteIssue> RecordWriter::complete(Row& row, const RecordBatch& batch)
{
    switch (m_kind) {
    case EntityKind::Unit:
        return completeUnit(row, batch);
    case EntityKind::Boundary:
        if (!row.id)
            return issueOf(row.index, "code", "store.row_no_unit",
                           {{"value", std::string(row.key)}});
        if (Cell* grade = cellOf(row, "geom_grade"); isNull(*grade))
            *grade = std::string_view("approx");
        return std::nullopt;
    case EntityKind::Household:
        completeHousehold(row);
        return std::nullopt;
    case EntityKind::Person:
        return completePerson(row);
    case EntityKind::PlanItem:
        return completePerson(row);
    case EntityKind::ListingAspect:
        completeMonth(row);
        return std::nullopt;
    case EntityKind::Review:
        completeMonth(row);
        return completeSubject(row);
    case EntityKind::CriterionValue:
        if (Cell* method = cellOf(row, "method"); isNull(*method) && !row.id)
            *method = std::string_view("reported");
        return completeSubject(row);
    case EntityKind::Problem:
    case EntityKind::Listing:
    case EntityKind::Visit:
    case EntityKind::ClosureSign:
        return completeSubject(row);
    case EntityKind::Site:
    case EntityKind::Facility:
    case EntityKind::Road:
    case EntityKind::Project:
    case EntityKind::Measure:
    case EntityKind::Succession:
        break;
    }
    return std::nullopt;
}

std::optional<WriteIssue> RecordWriter::resolve(Row& row, std::size_t index)
{
    const Column& column = m_columns[index];
    const std::string_view key = textOf(row.cells[index]);
    if (isNull(row.cells[index]))
        return std::nullopt;
    std::optional<std::int64_t> id;
    switch (column.rule.reference) {
    case Reference::Site:
        id = m_context.references.site(key);
        break;
    case Reference::Listing:
        id = m_context.references.listing(key);
        break;
    case Reference::Measure:
        id = m_context.references.measure(key);
        break;
    default:
        return std::nullopt;
    }
    if (!id)
        return issueOf(row.index, column.field->name, "store.row_no_record",
                       {{"value", std::string(key)}});
    row.cells[index] = *id;
    return std::nullopt;
}

/// A month is kept as its first day.
void RecordWriter::completeMonth(Row& row)
{
    constexpr std::size_t yearAndMonth = 7;
    Cell* month = cellOf(row, "month");
    if (month != nullptr && !isNull(*month))
        *month = std::string_view(
            row.scratch.emplace_back(std::string(textOf(*month).substr(0, yearAndMonth)) + "-01"));
}

std::optional<WriteIssue> RecordWriter::completeUnit(Row& row, const RecordBatch& batch)
{
    const UnitCode code = *UnitCode::parse(row.key);
    const std::string_view level = toString(code.level());
    Cell& stated = *cellOf(row, "level");
    if (!isNull(stated) && textOf(stated) != level)
        return issueOf(row.index, "level", "store.row_level",
                       {{"value", std::string(textOf(stated))}, {"level", std::string(level)}});
    stated = level;
    *cellOf(row, "scheme") = code.level() == Level::Group ? std::string_view("group15") : "stat12";
    if (const auto parent = code.parent()) {
        const auto id = m_context.references.unit(*parent);
        if (!id && parent->level() != Level::Prefecture)
            return issueOf(row.index, "code", "store.row_no_parent",
                           {{"value", std::string(row.key)}, {"parent", parent->str()}});
        if (id)
            *cellOf(row, "parent_id") = *id;
    }
    return m_unitDetails->check(batch, row.index);
}

void RecordWriter::completeHousehold(Row& row)
{
    Cell* state = cellOf(row, "loc_state");
    if (state == nullptr)
        return;
    if (row.geometry.empty()) {
        if (isNull(*state) && !row.id)
            *state = std::string_view("missing");
        return;
    }
    const Cell* source = cellOf(row, "loc_src");
    if (isNull(*state) || textOf(*state) == "missing")
        *state = source != nullptr && textOf(*source) == "seat" ? std::string_view("approx") : "ok";
}

std::optional<WriteIssue> RecordWriter::completePerson(Row& row)
{
    Cell* household = cellOf(row, "hh_id");
    if (household == nullptr)
        return std::nullopt;
    const std::string_view code = textOf(*household);
    const auto id = m_context.references.household(code);
    if (!id)
        return issueOf(row.index, "hh_code", "store.row_no_record", {{"value", std::string(code)}});
    *household = *id;
    return std::nullopt;
}

std::optional<WriteIssue> RecordWriter::completeSubject(Row& row)
{
    Cell* subject = cellOf(row, "subject_id");
    const Cell* type = cellOf(row, "subject_type");
    if (subject == nullptr || type == nullptr)
        return std::nullopt;
    const std::string_view key = textOf(*subject);
    *cellOf(row, "subject_key") = *subject;
    const auto id = m_context.references.subject(textOf(*type), key);
    // An official list keeps names that no unit has; all else must be about something.
    if (!id && m_kind != EntityKind::Listing)
        return issueOf(row.index, "subject", "store.row_no_record", {{"value", std::string(key)}});
    *subject = id ? Cell{*id} : Cell{};
    return std::nullopt;
}

} // namespace guatu::store
