// SPDX-License-Identifier: MIT
#pragma once

#include "core/date.h"
#include "core/message.h"
#include "core/record.h"
#include "exchange/lexicon.h"

namespace guatu::exchange
{

/// What became of a cell.
struct ParsedCell {
    Value value{};                    ///< NULL when blank, missing or not usable
    std::optional<Message> problem{}; ///< why the text is no value of the field
    std::optional<Message> remedy{};
    bool damaged = false; ///< the spreadsheet lost digits: the whole row is refused
    bool remark = false;  ///< `problem` is a remark, the value was taken
};

/// Reads the days that ledgers write: 2020-05-06, 2020/5/6, 2020.4.28, 2020年5月6日, 20200506,
/// with or without a time; 202005, 2020-05 and 2020年5月 as the first of the month; five digits
/// as the serial number of a spreadsheet (43957 is 2020-05-06).
[[nodiscard]] std::optional<Date> parseDate(std::string_view text);

/// Reads 1,234.5 and １２３, 四 and 二十三, and a number with its unit (3人, 12.5%).
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);

/// Whether a code went through a spreadsheet's number format, as 5.32329E+15.
[[nodiscard]] bool isScientific(std::string_view text);
/// The integer behind a scientific form that lost nothing (5.32329103207E11 has all its
/// digits); null when digits are gone.
[[nodiscard]] std::optional<std::string> exactInteger(std::string_view scientific);
/// Whether a code of more than 15 digits ends in the zeros that a spreadsheet puts there; an ID
/// number whose check digit is right does not.
[[nodiscard]] bool looksRounded(std::string_view digits);
/// Whether the 18 characters are an ID number by its check digit (GB 11643).
[[nodiscard]] bool isIdNumber(std::string_view text);

/// Reads the cells of one column. Codes and texts stay as they are, but for blanks around them.
class CellParser
{
public:
    /// `factor` turns the header's unit into the field's (元 into 万元). `workbook` says that
    /// numbers may stand in a workbook's own notation.
    CellParser(EntityKind kind, const FieldDefinition& field, const Lexicon& lexicon,
               double factor = 1, bool workbook = false);
    /// A helper field: its words, or yes and no when it has none.
    CellParser(EntityKind kind, std::string_view helper, const Lexicon& lexicon);

    [[nodiscard]] const ParsedCell& parse(std::string_view cell);

private:
    ParsedCell parseText(std::string_view cell) const;
    ParsedCell parseFlag(std::string_view cell) const;
    ParsedCell parseWord(std::string_view cell) const;
    ParsedCell parseNumberCell(std::string_view cell) const;
    ParsedCell parseDay(std::string_view cell) const;

    const Lexicon* m_lexicon;
    const WordTable* m_words;
    std::string m_field;
    FieldType m_type;
    bool m_code; ///< a code, key or number that identifies: digits must not be lost
    double m_factor;
    bool m_workbook;
    std::unordered_map<std::string, ParsedCell> m_known; ///< cells seen before, while few
    ParsedCell m_last;
};

/// What to multiply by when a header gives the unit of a field: "总投资(元)" for a field in 万元
/// is 0.0001; 1 where the header says nothing of it.
[[nodiscard]] double unitFactor(std::string_view header, std::string_view field);

} // namespace guatu::exchange
