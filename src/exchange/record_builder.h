// SPDX-License-Identifier: MIT
#pragma once

#include "core/record.h"
#include "exchange/cell_parser.h"
#include "exchange/import.h"
#include "exchange/locator.h"
#include "exchange/row_source.h"
#include "exchange/unit_matcher.h"

#include <unordered_set>

namespace guatu::exchange
{

/// One row made into a record, or why it was not.
struct BuiltRecord {
    std::vector<Value> cells{};   ///< as RecordBuilder::fields
    std::optional<Shape> shape{}; ///< located
    std::string key{};            ///< equal for records of the same thing
    bool accepted = false;
    bool head = false; ///< a person-grain row of the head of the household
};

/// Makes records of one kind from rows, as a mapping says. Units are matched, codes derived
/// where the file has none, positions moved to EPSG:4490. Everything that is not taken is told
/// in `issues`.
class RecordBuilder
{
public:
    RecordBuilder(const ImportOptions& options, const ColumnMapping& mapping,
                  const SourceInfo& info, const Lexicon& lexicon, UnitMatcher& units,
                  const Locator& locator);

    [[nodiscard]] const std::vector<std::string>& fields() const { return m_fields; }
    [[nodiscard]] EntityKind kind() const { return m_kind; }
    /// Whether rows are persons and records households: distinct keys are taken.
    [[nodiscard]] bool isPersonGrain() const { return m_personGrain; }
    /// Whether rows carry positions in columns.
    [[nodiscard]] bool hasPositionColumns() const;
    [[nodiscard]] bool isPersonalField(std::size_t field) const { return m_personal[field]; }
    /// The header of the column that fills a field; the field's name when none does.
    [[nodiscard]] std::string headerOf(std::size_t field) const;
    /// A row's position in the file's own coordinates.
    [[nodiscard]] std::optional<Point> rawPosition(SourceRow& row) const;

    [[nodiscard]] BuiltRecord build(SourceRow& row, std::vector<RowIssue>& issues);

private:
    struct Column {
        std::size_t source;
        std::size_t slot;
        CellParser parser;
    };
    struct Context; ///< the row at hand

    void addColumn(const ColumnMapping::Entry& entry, bool workbook);
    void addHouseholdSlots(const ColumnMapping& mapping);
    void addSlots(std::initializer_list<std::string_view> fields);
    std::size_t slotOf(std::string_view field);
    [[nodiscard]] std::optional<std::size_t> findSlot(std::string_view field) const;
    [[nodiscard]] std::string_view cellOf(const Context& row, std::string_view role) const;
    [[nodiscard]] const std::string* textIn(const BuiltRecord& record,
                                            std::string_view field) const;
    void set(BuiltRecord& record, std::string_view field, Value value) const;
    [[nodiscard]] bool isNull(const BuiltRecord& record, std::string_view field) const;

    void parseCells(Context& row);
    void fillClass(Context& row);
    void fillHousehold(Context& row);
    void fillUnit(Context& row);
    void fillUnitReference(Context& row, std::string_view field);
    void fillGroup(Context& row, const UnitWords& words);
    [[nodiscard]] std::string_view typeInHeader() const;
    void fillSubject(Context& row);
    void fillKey(Context& row);
    void fillPosition(Context& row);
    [[nodiscard]] std::optional<Point> positionOf(Context& row) const;
    void checkRequired(Context& row);
    void reportMatch(Context& row, const UnitMatch& match, std::string_view field, bool required);
    [[nodiscard]] UnitWords unitWords(const Context& row, std::string_view field) const;

    EntityKind m_kind;
    std::optional<Date> m_asOf;
    const Lexicon* m_lexicon;
    UnitMatcher* m_units;
    const Locator* m_locator;
    ColumnMapping m_mapping;
    std::vector<std::string> m_fields;
    std::vector<bool> m_personal;
    std::vector<Column> m_columns;
    std::unordered_map<std::string, std::size_t>
        m_roles; ///< source column by place or helper field
    std::optional<CellParser> m_class, m_riskCleared, m_waterHard;
    bool m_classIsOwnColumn = false;
    bool m_personGrain = false;
    std::unordered_set<std::string> m_toldUnits; ///< remarks on unit names are made once each
};

/// A code for a record that has none: stable as long as `parts` are, so that importing the same
/// file again meets the same record. A letter for the kind and 16 hexadecimal digits.
[[nodiscard]] std::string derivedKey(EntityKind kind, const std::vector<std::string>& parts);

} // namespace guatu::exchange
