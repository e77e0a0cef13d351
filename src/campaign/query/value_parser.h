// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/reader.h"

namespace guatu::campaign::query
{

/// Reads what stands behind an operator.
class ValueParser
{
public:
    explicit ValueParser(Reader& reader) : m_reader(reader) {}

    /// A value of the field; null for the word "unknown" of a word field.
    [[nodiscard]] std::optional<Operand> value(const Field& field);
    /// Whether a value of this word or flag field stands here.
    [[nodiscard]] bool isNext(const Field& field);

    /// A number with or without the unit word `of` ("households", ...; empty: any counter).
    [[nodiscard]] double number(const std::string& of);
    /// A whole number of rows or persons behind a count.
    [[nodiscard]] double count(Measure& measure, bool countsPersons);
    /// 2 km, 800 米; in metres.
    [[nodiscard]] double distance();
    [[nodiscard]] bool isNumberNext();
    /// Whether a unit's code stands here and not a distance.
    [[nodiscard]] bool isCodeNext();
    /// 7 days, 7 天内.
    [[nodiscard]] double days();
    [[nodiscard]] DayValue day();
    /// A code, a name, a short name or a path of names.
    [[nodiscard]] UnitCode unit();
    /// How many characters here name a unit; 0: none.
    [[nodiscard]] std::size_t unitLength();

private:
    [[nodiscard]] Operand word(const Field& field);
    [[nodiscard]] Operand flag(const Field& field);
    [[nodiscard]] double plainNumber();
    [[nodiscard]] std::vector<std::uint32_t> unitsHere(std::size_t& end);
    [[nodiscard]] UnitCode unitByCode(const std::string& digits, std::size_t start);

    Reader& m_reader;
};

/// The titles (or codes, in English) of a field's values, for suggestions.
[[nodiscard]] std::vector<std::string> valueWords(const Field& field, Language language);

} // namespace guatu::campaign::query
