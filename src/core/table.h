// SPDX-License-Identifier: MIT
#pragma once

#include "core/date.h"
#include "core/definition.h"
#include "core/geometry.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace guatu
{

/// A word of a short list: its stable code for programs and its title for people.
struct Word {
    std::string code;
    LocalText title;

    friend bool operator==(const Word&, const Word&) = default;
};

/// Nothing applies here. Shown as nothing; null in JSON.
struct Blank {
    friend bool operator==(Blank, Blank) = default;
};

/// The answer is not known. Shown as 未核实, never as 0; null in JSON, empty in CSV.
struct Unknown {
    friend bool operator==(Unknown, Unknown) = default;
};

using TableCell =
    std::variant<Blank, Unknown, std::int64_t, double, Date, std::string, LocalText, Word>;

enum class ColumnKind : std::uint8_t {
    Text,    ///< std::string or LocalText
    Integer, ///< std::int64_t
    Decimal, ///< double
    Percent, ///< double, 0 to 100
    Date,    ///< Date
    Word,    ///< Word
};

struct TableColumn {
    std::string key; ///< stable, English, with its unit: remaining_persons, incidence_percent
    LocalText title;
    ColumnKind kind = ColumnKind::Text;
    int decimals = 2; ///< of Decimal and Percent; asNeeded: none for whole numbers, else two

    static constexpr int asNeeded = -1;
    [[nodiscard]] int decimalsFor(double value) const;
};

/// Rows and columns as people read them and files carry them.
///
/// A table never holds personal data: a column whose key is a personal field of the workspace is
/// refused. Rows may stand under others, as villages under their township: `depth` 0 is the widest,
/// and totals count rows of depth 0 only.
class Table
{
public:
    using Row = std::vector<TableCell>;

    /// Throws std::logic_error for a personal or repeated key.
    Table(std::string key, LocalText title, std::vector<TableColumn> columns);

    /// Lines under the title: what unit, what day, from where.
    void addNote(LocalText note) { m_notes.push_back(std::move(note)); }

    /// Throws std::logic_error when a cell is missing or of another kind than its column.
    void addRow(Row cells, int depth = 0);
    void setTotal(Row cells);

    /// One feature per row, lon/lat (EPSG:4490). Throws std::logic_error on another number.
    void setGeometry(GeometryColumn geometry);

    [[nodiscard]] const std::string& key() const { return m_key; }
    [[nodiscard]] const LocalText& title() const { return m_title; }
    [[nodiscard]] const std::vector<LocalText>& notes() const { return m_notes; }
    [[nodiscard]] const std::vector<TableColumn>& columns() const { return m_columns; }
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] const Row& row(std::size_t row) const { return m_rows[row]; }
    [[nodiscard]] int depth(std::size_t row) const { return m_depths[row]; }
    [[nodiscard]] bool hasDepths() const { return m_deepest > 0; }
    [[nodiscard]] const std::optional<Row>& total() const { return m_total; }
    /// None when the rows have no places.
    [[nodiscard]] const GeometryColumn& geometry() const { return m_geometry; }

    /// The number of a column; throws std::logic_error when there is none of this key.
    [[nodiscard]] std::size_t column(std::string_view key) const;
    [[nodiscard]] const TableCell& cell(std::size_t row, std::string_view key) const
    {
        return m_rows[row][column(key)];
    }

private:
    void check(const Row& cells) const;

    std::string m_key;
    LocalText m_title;
    std::vector<LocalText> m_notes;
    std::vector<TableColumn> m_columns;
    std::vector<Row> m_rows;
    std::vector<int> m_depths;
    int m_deepest = 0;
    std::optional<Row> m_total;
    GeometryColumn m_geometry;
};

/// A text of the catalogue in both languages.
[[nodiscard]] LocalText localText(const Message& message);
[[nodiscard]] LocalText localText(std::string_view id);

/// The cell as people read it: 8,331, 2.41 %, 2020-04-17, 已销号, 未核实; nothing for Blank.
[[nodiscard]] std::string shown(const TableCell& cell, const TableColumn& column,
                                Language language);

/// Whether figures stand in the column, so that it is set flush right.
[[nodiscard]] bool isFigure(ColumnKind kind);

// Cells from values that may be missing.
[[nodiscard]] TableCell countCell(std::int64_t count); ///< negative is unknown
[[nodiscard]] TableCell figureCell(double value);      ///< NaN is unknown
[[nodiscard]] TableCell dateCell(const std::optional<Date>& date);
[[nodiscard]] TableCell percentCell(std::int64_t part, std::int64_t whole); ///< of nothing: Blank

} // namespace guatu
