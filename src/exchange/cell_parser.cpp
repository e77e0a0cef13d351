// SPDX-License-Identifier: MIT
#include "exchange/cell_parser.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace guatu::exchange
{
namespace
{

constexpr std::size_t rememberedCells = 512;

ParsedCell refused(std::string_view reason, std::string_view remedy)
{
    ParsedCell cell;
    cell.problem = Message{std::string(reason)};
    cell.remedy = Message{std::string(remedy)};
    return cell;
}

struct NumberRange {
    std::string_view field;
    double least, most;
};

/// Where a number is outside, it is a slip and not a value.
constexpr std::array<NumberRange, 11> ranges{{{"exit_year", 1900, 2100},
                                              {"birth_year", 1880, 2100},
                                              {"progress_pct", 0, 100},
                                              {"work_months", 0, 12},
                                              {"persons", 0, 1e8},
                                              {"households", 0, 1e8},
                                              {"agri_persons", 0, 1e8},
                                              {"income_pc", -1e6, 1e7},
                                              {"width_m", 0, 100},
                                              {"budget_wan", 0, 1e7},
                                              {"paid_wan", 0, 1e7}}};

bool inRange(std::string_view field, double number)
{
    const auto found = std::ranges::find(ranges, field, &NumberRange::field);
    return found == ranges.end() || (number >= found->least && number <= found->most);
}

bool isYearField(std::string_view field)
{
    return field == "exit_year" || field == "birth_year";
}

} // namespace

CellParser::CellParser(EntityKind kind, const FieldDefinition& field, const Lexicon& lexicon,
                       double factor, bool workbook)
    : m_lexicon(&lexicon),
      m_words(&lexicon.words(kind, field.name)),
      m_field(field.name),
      m_type(field.type),
      m_code(field.key || field.personal || field.type == FieldType::Ref ||
             field.type == FieldType::UnitRef),
      m_factor(factor),
      m_workbook(workbook)
{
}

CellParser::CellParser(EntityKind kind, std::string_view helper, const Lexicon& lexicon)
    : m_lexicon(&lexicon),
      m_words(&lexicon.words(kind, helper)),
      m_field(helper),
      m_type(m_words->empty() ? FieldType::Flag : FieldType::Word),
      m_code(false),
      m_factor(1),
      m_workbook(false)
{
}

const ParsedCell& CellParser::parse(std::string_view cell)
{
    cell = trim(cell);
    const bool fewValues = m_type == FieldType::Flag || m_type == FieldType::Word ||
                           m_type == FieldType::Date || m_type == FieldType::Integer;
    const bool remember = fewValues && cell.size() < 64;
    if (remember)
        if (const auto found = m_known.find(std::string(cell)); found != m_known.end())
            return found->second;
    const auto read = [&]() -> ParsedCell {
        if (cell.empty() || m_lexicon->isMissing(cell))
            return {};
        switch (m_type) {
        case FieldType::Flag:
            return parseFlag(cell);
        case FieldType::Word:
            return parseWord(cell);
        case FieldType::Date:
            return parseDay(cell);
        case FieldType::Integer:
        case FieldType::Real:
            return parseNumberCell(cell);
        case FieldType::Text:
        case FieldType::Ref:
        case FieldType::UnitRef:
            break;
        }
        return parseText(cell);
    };
    m_last = read();
    if (remember && m_known.size() < rememberedCells)
        m_known.emplace(cell, m_last);
    return m_last;
}

ParsedCell CellParser::parseText(std::string_view cell) const
{
    ParsedCell parsed;
    parsed.value = std::string(cell);
    if (cell.front() == '\'') // Excel's mark for "this is text"
        parsed.value = std::string(trim(cell.substr(1)));
    if (!m_words->empty()) // of an open list: a word it knows, else as it stands
        if (const auto found = m_words->find(foldHeader(cell)); found != m_words->end())
            parsed.value = found->second;
    if (!m_code)
        return parsed;
    if (isScientific(cell)) {
        const auto digits = m_workbook ? exactInteger(cell) : std::nullopt;
        if (digits) {
            parsed.value = *digits;
            return parsed;
        }
        parsed = refused("import.digits_lost", "import.digits_lost_remedy");
        parsed.damaged = true;
    } else if (looksRounded(cell)) {
        parsed.problem = Message{"import.digits_rounded"};
        parsed.remedy = Message{"import.digits_lost_remedy"};
        parsed.remark = true;
    }
    if (cell.ends_with(".0") && m_workbook &&
        cell.find_first_not_of("0123456789") == cell.size() - 2)
        parsed.value = std::string(cell.substr(0, cell.size() - 2));
    return parsed;
}

ParsedCell CellParser::parseFlag(std::string_view cell) const
{
    const auto answer = m_lexicon->flag(cell);
    if (!answer)
        return refused("import.no_flag", "import.no_flag_remedy");
    ParsedCell parsed;
    parsed.value = std::int64_t{*answer ? 1 : 0};
    return parsed;
}

ParsedCell CellParser::parseWord(std::string_view cell) const
{
    const auto found = m_words->find(foldHeader(cell));
    if (found == m_words->end())
        return refused("import.no_word", "import.no_word_remedy");
    ParsedCell parsed;
    parsed.value = found->second;
    return parsed;
}

ParsedCell CellParser::parseNumberCell(std::string_view cell) const
{
    ParsedCell parsed;
    if (isYearField(m_field)) {
        // 2019年, 201912 and 2019-12-31 all name a year.
        if (const auto day = parseDate(cell); day && cell.size() > 5) {
            parsed.value = std::int64_t{day->year()};
            return parsed;
        }
        if (cell.ends_with("年"))
            cell = trim(cell.substr(0, cell.size() - std::string_view("年").size()));
    }
    const auto number = parseNumber(cell);
    if (!number)
        return refused("import.no_number", "import.no_number_remedy");
    const double value = *number * m_factor;
    if (!inRange(m_field, value))
        return refused("import.number_range", "import.no_number_remedy");
    if (m_type == FieldType::Real) {
        parsed.value = value;
        return parsed;
    }
    if (value != std::floor(value) || std::abs(value) > 9e15)
        return refused("import.no_integer", "import.no_number_remedy");
    if (value < 0)
        return refused("import.number_range", "import.no_number_remedy");
    parsed.value = static_cast<std::int64_t>(value);
    return parsed;
}

ParsedCell CellParser::parseDay(std::string_view cell) const
{
    const auto day = parseDate(cell);
    if (!day)
        return refused("import.no_date", "import.no_date_remedy");
    ParsedCell parsed;
    parsed.value = day->iso();
    return parsed;
}

double unitFactor(std::string_view header, std::string_view field)
{
    const std::string folded = foldWidth(trim(header));
    const std::size_t open = folded.rfind('(');
    if (open == std::string::npos || !folded.ends_with(')'))
        return 1;
    const std::string_view unit =
        trim(std::string_view(folded).substr(open + 1, folded.size() - open - 2));
    struct Conversion {
        std::string_view field, unit;
        double factor;
    };
    constexpr std::array<Conversion, 9> conversions{{{"budget_wan", "元", 1e-4},
                                                     {"budget_wan", "亿元", 1e4},
                                                     {"paid_wan", "元", 1e-4},
                                                     {"paid_wan", "亿元", 1e4},
                                                     {"income_pc", "万元", 1e4},
                                                     {"width_m", "厘米", 0.01},
                                                     {"width_m", "cm", 0.01},
                                                     {"area_km2_published", "公顷", 0.01},
                                                     {"area_km2_published", "亩", 1.0 / 1500}}};
    const auto found = std::ranges::find_if(conversions, [&](const Conversion& conversion) {
        return conversion.field == field && conversion.unit == unit;
    });
    return found == conversions.end() ? 1 : found->factor;
}

} // namespace guatu::exchange
