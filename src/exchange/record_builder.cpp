// SPDX-License-Identifier: MIT
#include "exchange/record_builder.h"

#include "core/text.h"
#include "exchange/ogr_shape.h"
#include "exchange/record_context.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace guatu::exchange
{
namespace
{

constexpr std::array<std::string_view, 4> pathFields{"county", "town", "village", "group"};

/// The field whose value is matched against the known units.
std::string_view mainUnitField(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Boundary:
        return "code";
    case EntityKind::Household:
        return "origin_unit";
    case EntityKind::Site:
        return "host_unit";
    case EntityKind::Facility:
    case EntityKind::Project:
        return "unit";
    case EntityKind::Unit:
    case EntityKind::Person:
    case EntityKind::Road:
    case EntityKind::Problem:
    case EntityKind::Listing:
    case EntityKind::CriterionValue:
    case EntityKind::Visit:
    case EntityKind::ClosureSign:
    case EntityKind::ListingAspect:
    case EntityKind::Review:
    case EntityKind::Measure:
    case EntityKind::PlanItem:
    case EntityKind::Succession:
        break;
    }
    return {};
}

/// Whether records of the kind are about something of any type.
bool hasSubject(EntityKind kind)
{
    return findField(kind, "subject") != nullptr;
}

std::string_view expectedShape(GeometryType type)
{
    switch (type) {
    case GeometryType::Point:
        return "import.shape_not_point";
    case GeometryType::Line:
        return "import.shape_not_line";
    case GeometryType::Polygon:
    case GeometryType::None:
        break;
    }
    return "import.shape_not_polygon";
}

bool isUnitRole(EntityKind kind, std::string_view field)
{
    const FieldDefinition* definition = findField(kind, field);
    if (definition == nullptr || isPlaceField(field))
        return true; // places and helpers
    // The code of a unit that is gone or still to come matches none.
    const bool ownCode = kind == EntityKind::Unit || kind == EntityKind::Succession;
    return (definition->type == FieldType::UnitRef && !ownCode) ||
           (field == "subject" && hasSubject(kind));
}

} // namespace

RecordBuilder::RecordBuilder(const ImportOptions& options, const ColumnMapping& mapping,
                             const SourceInfo& info, const Lexicon& lexicon, UnitMatcher& units,
                             const Locator& locator)
    : m_kind(options.kind),
      m_asOf(options.asOf),
      m_lexicon(&lexicon),
      m_units(&units),
      m_locator(&locator),
      m_mapping(mapping)
{
    for (const FieldDefinition& field : fieldsOf(m_kind))
        if (field.key)
            slotOf(field.name);
    for (const ColumnMapping::Entry& entry : mapping.entries)
        if (!entry.field.empty())
            addColumn(entry, info.workbook);
    const auto has = [&](std::string_view role) { return m_roles.contains(std::string(role)); };
    const bool hasPath = std::ranges::any_of(pathFields, has);
    if (const std::string_view field = mainUnitField(m_kind);
        !field.empty() && (has(field) || hasPath))
        slotOf(field);
    if (m_kind == EntityKind::Unit)
        addSlots({"name", "level"});
    if (hasSubject(m_kind))
        addSlots({"subject_type", "subject"});
    if (m_kind == EntityKind::Listing)
        slotOf("subject_name");
    if (m_kind == EntityKind::CriterionValue && m_asOf)
        slotOf("as_of");
    if (m_kind == EntityKind::Unit && m_asOf && !findSlot("stat_as_of") &&
        (findSlot("households") || findSlot("persons") || findSlot("agri_persons")))
        slotOf("stat_as_of");
    if (m_kind == EntityKind::Site && (has("county") || findSlot("host_unit")))
        slotOf("county");
    if (m_kind == EntityKind::Person && findSlot("id_no"))
        slotOf("birth_year");
    if (m_kind == EntityKind::Household)
        addHouseholdSlots(mapping);
}

void RecordBuilder::addHouseholdSlots(const ColumnMapping& mapping)
{
    const auto has = [&](std::string_view role) { return m_roles.contains(std::string(role)); };
    m_personGrain = has("p_code") || has("relation");
    if (has("current_unit"))
        addSlots({"current_unit", "origin_unit"});
    if (has("group"))
        slotOf("group");
    if (has(memberNameField))
        slotOf("head_name");
    const std::string_view classColumn = has(classField) ? classField : "formal_status";
    m_classIsOwnColumn = has(classField);
    if (m_classIsOwnColumn || findSlot("formal_status")) {
        m_class.emplace(m_kind, classField, *m_lexicon);
        addSlots({"formal_status", "watch"});
        for (const ColumnMapping::Entry& entry : mapping.entries)
            if (entry.field == classColumn)
                m_roles.emplace(classField, entry.column);
    }
    if (has(riskClearedField)) {
        m_riskCleared.emplace(m_kind, riskClearedField, *m_lexicon);
        slotOf("watch_active");
    }
    if (has(waterHardField)) {
        m_waterHard.emplace(m_kind, waterHardField, *m_lexicon);
        slotOf("w_access");
    }
}

void RecordBuilder::addColumn(const ColumnMapping::Entry& entry, bool workbook)
{
    if (isUnitRole(m_kind, entry.field)) {
        m_roles.emplace(entry.field, entry.column);
        return;
    }
    const FieldDefinition& field = *findField(m_kind, entry.field);
    const std::size_t slot = slotOf(entry.field);
    m_columns.push_back(
        {entry.column, slot,
         CellParser(m_kind, field, *m_lexicon, unitFactor(entry.header, entry.field), workbook)});
}

std::size_t RecordBuilder::slotOf(std::string_view field)
{
    if (const auto slot = findSlot(field))
        return *slot;
    m_fields.emplace_back(field);
    m_personal.push_back(isPersonal(m_kind, field));
    return m_fields.size() - 1;
}

void RecordBuilder::addSlots(std::initializer_list<std::string_view> fields)
{
    for (const std::string_view field : fields)
        slotOf(field);
}

std::optional<std::size_t> RecordBuilder::findSlot(std::string_view field) const
{
    const auto found = std::ranges::find(m_fields, field);
    return found == m_fields.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - m_fields.begin()));
}

bool RecordBuilder::hasPositionColumns() const
{
    const auto has = [&](const char* role) { return m_roles.contains(role); };
    return has("wkt") || (has("lon") && has("lat")) || (has("x") && has("y"));
}

std::string RecordBuilder::headerOf(std::size_t field) const
{
    const auto found =
        std::ranges::find(m_mapping.entries, m_fields[field], &ColumnMapping::Entry::field);
    return found == m_mapping.entries.end() ? m_fields[field] : found->header;
}

std::string_view RecordBuilder::cellOf(const Context& row, std::string_view role) const
{
    const auto found = m_roles.find(std::string(role));
    if (found == m_roles.end() || found->second >= row.source.cells.size())
        return {};
    const std::string_view cell = trim(row.source.cells[found->second]);
    return m_lexicon->isMissing(cell) ? std::string_view{} : cell;
}

const std::string* RecordBuilder::textIn(const BuiltRecord& record, std::string_view field) const
{
    const auto slot = findSlot(field);
    return slot ? std::get_if<std::string>(&record.cells[*slot]) : nullptr;
}

void RecordBuilder::set(BuiltRecord& record, std::string_view field, Value value) const
{
    if (const auto slot = findSlot(field))
        record.cells[*slot] = std::move(value);
}

bool RecordBuilder::isNull(const BuiltRecord& record, std::string_view field) const
{
    const auto slot = findSlot(field);
    return !slot || std::holds_alternative<std::monostate>(record.cells[*slot]);
}

BuiltRecord RecordBuilder::build(SourceRow& row, std::vector<RowIssue>& issues)
{
    BuiltRecord record;
    record.cells.resize(m_fields.size());
    Context context{row, record, issues, m_mapping, m_kind};
    parseCells(context);
    switch (m_kind) {
    case EntityKind::Unit:
        fillUnit(context);
        break;
    case EntityKind::Household:
        fillHousehold(context);
        break;
    case EntityKind::Problem:
    case EntityKind::Listing:
    case EntityKind::Visit:
    case EntityKind::ClosureSign:
    case EntityKind::Review:
        fillSubject(context);
        break;
    case EntityKind::CriterionValue:
        fillSubject(context);
        if (m_asOf && isNull(record, "as_of"))
            set(record, "as_of", m_asOf->iso());
        break;
    case EntityKind::Person:
        if (const std::string* id = textIn(record, "id_no");
            id != nullptr && isNull(record, "birth_year") && isIdNumber(*id))
            set(record, "birth_year", std::int64_t{std::stoi(id->substr(6, 4))});
        break;
    case EntityKind::Boundary:
    case EntityKind::Site:
    case EntityKind::Facility:
    case EntityKind::Road:
    case EntityKind::Project:
    case EntityKind::ListingAspect:
    case EntityKind::Measure:
    case EntityKind::PlanItem:
    case EntityKind::Succession:
        break;
    }
    if (const std::string_view field = mainUnitField(m_kind); !field.empty() && findSlot(field))
        fillUnitReference(context, field);
    fillPosition(context);
    fillKey(context);
    checkRequired(context);
    record.accepted = !context.rejected();
    return record;
}

void RecordBuilder::parseCells(Context& row)
{
    for (Column& column : m_columns) {
        if (column.source >= row.source.cells.size())
            continue;
        const std::string& cell = row.source.cells[column.source];
        const ParsedCell& parsed = column.parser.parse(cell);
        row.record.cells[column.slot] = parsed.value;
        if (!parsed.problem)
            continue;
        const FieldDefinition* field = findField(m_kind, m_fields[column.slot]);
        const bool refused = parsed.damaged || (!parsed.remark && (field->key || field->required));
        row.tell(refused ? RowIssue::Severity::Rejected : RowIssue::Severity::Warning,
                 column.source, *parsed.problem, *parsed.remedy);
    }
}

void RecordBuilder::fillPosition(Context& row)
{
    std::optional<Shape> shape = std::move(row.source.shape);
    if (!shape && geometryOf(m_kind) == GeometryType::Point) {
        if (const auto point = positionOf(row))
            shape = Shape{.type = GeometryType::Point, .parts = {{*point}}};
    }
    if (!shape && m_roles.contains("wkt"))
        if (const std::string_view wkt = cellOf(row, "wkt"); !wkt.empty())
            shape = shapeFromWkt(wkt);
    if (!shape || geometryOf(m_kind) == GeometryType::None)
        return;
    for (const Message& note : shape->notes)
        row.note(note);
    if (shape->problem) {
        row.reject(*shape->problem, {"import.shape_remedy"});
        return;
    }
    const bool severalPoints = shape->type == GeometryType::Point && shape->parts.size() > 1;
    if (shape->type != geometryOf(m_kind) || severalPoints) {
        row.reject({std::string(expectedShape(geometryOf(m_kind)))}, {"import.shape_kind_remedy"});
        return;
    }
    if (const auto bad = m_locator->locate(*shape)) {
        row.reject(bad->reason, bad->remedy);
        return;
    }
    row.record.shape = std::move(shape);
}

std::optional<Point> RecordBuilder::positionOf(Context& row) const
{
    const bool degrees = m_roles.contains("lon") && m_roles.contains("lat");
    const std::string_view x = cellOf(row, degrees ? "lon" : "x");
    const std::string_view y = cellOf(row, degrees ? "lat" : "y");
    if (x.empty() && y.empty())
        return std::nullopt;
    const auto east = parseCoordinate(x);
    const auto north = parseCoordinate(y);
    if (!east || !north) {
        const std::string role = !east ? (degrees ? "lon" : "x") : (degrees ? "lat" : "y");
        row.tell(RowIssue::Severity::Rejected, m_roles.at(role), {"import.position_no_number"},
                 {"import.position_no_number_remedy"});
        return std::nullopt;
    }
    return Point{*east, *north};
}

std::optional<Point> RecordBuilder::rawPosition(SourceRow& row) const
{
    if (row.shape && !row.shape->parts.empty())
        return row.shape->parts.front().front();
    BuiltRecord record;
    std::vector<RowIssue> issues;
    Context context{row, record, issues, m_mapping, m_kind};
    return hasPositionColumns() ? positionOf(context) : std::nullopt;
}

void RecordBuilder::checkRequired(Context& row)
{
    if (row.rejected())
        return; // told already
    for (std::size_t slot = 0; slot < m_fields.size(); ++slot) {
        const FieldDefinition* field = findField(m_kind, m_fields[slot]);
        if ((field->key || field->required) && isNull(row.record, m_fields[slot]))
            row.reject({"import.required_missing", {{"column", headerOf(slot)}}},
                       {"import.required_missing_remedy"});
    }
}

} // namespace guatu::exchange
