// SPDX-License-Identifier: MIT
#include "campaign/query/value_parser.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace guatu::campaign::query
{
namespace
{

using ExpectedKind = Expectation::Kind;

constexpr std::string_view unknownWord = "unknown";
constexpr std::int32_t mostDays = 100000;

bool isDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

const PhraseTrie& valuePhrases(const Reader& reader, const Field& field)
{
    const auto place = static_cast<std::size_t>(field.entity);
    const auto& fields = reader.words().fields[place];
    const auto number = static_cast<std::size_t>(&field - fields.data());
    return reader.words().valuePhrases[place][number];
}

} // namespace

std::vector<std::string> valueWords(const Field& field, Language language)
{
    std::vector<std::string> words;
    for (const FieldValueTitle& value : field.values)
        words.push_back(language == Language::Chinese ? value.title.zh : value.code);
    return words;
}

bool ValueParser::isNext(const Field& field)
{
    if (field.type == FieldType::Flag)
        return m_reader.lengthOf(Keyword::Yes) > 0 || m_reader.lengthOf(Keyword::NoValue) > 0;
    return field.type == FieldType::Word && m_reader.match(valuePhrases(m_reader, field));
}

std::optional<Operand> ValueParser::value(const Field& field)
{
    m_reader.skipBlanks();
    m_reader.expect({.kind = ExpectedKind::Value, .field = &field});
    switch (field.type) {
    case FieldType::Number:
        return number(field.unit);
    case FieldType::Word: {
        Operand read = word(field);
        if (std::get<std::string>(read) == unknownWord)
            return std::nullopt;
        return read;
    }
    case FieldType::Flag:
        return flag(field);
    case FieldType::Date:
        return day();
    case FieldType::Text:
        break;
    case FieldType::Unit:
        return unit();
    }
    std::string written = m_reader.peek() == U'"' ? m_reader.takeQuoted() : m_reader.takeBare();
    if (written.empty())
        m_reader.fail("query.expected_text", {{"field", field.title.in(m_reader.language())}});
    return written;
}

Operand ValueParser::word(const Field& field)
{
    const Message::Parameters named{{"field", field.title.in(m_reader.language())}};
    if (m_reader.peek() == U'"') {
        const std::size_t start = m_reader.position();
        std::string quoted = m_reader.takeQuoted();
        const auto ids = valuePhrases(m_reader, field).find(quoted);
        if (!ids.empty())
            return field.values[ids.front()].code;
        if (field.values.empty()) // words of a table that is read on demand
            return quoted;
        m_reader.setPosition(start);
    } else if (const auto found = m_reader.match(valuePhrases(m_reader, field))) {
        m_reader.setPosition(found->end);
        return field.values[found->ids.front()].code;
    } else if (field.values.empty()) {
        if (std::string bare = m_reader.takeBare(); !bare.empty())
            return bare;
    }
    m_reader.failNear("query.expected_value", "query.expected_value_near",
                      valueWords(field, m_reader.language()), named);
}

Operand ValueParser::flag(const Field& field)
{
    if (m_reader.take(Keyword::Yes))
        return std::string("yes");
    if (m_reader.take(Keyword::NoValue))
        return std::string("no");
    m_reader.fail("query.expected_flag", {{"field", field.title.in(m_reader.language())}});
}

bool ValueParser::isNumberNext()
{
    return isDigit(m_reader.peek());
}

double ValueParser::plainNumber()
{
    const std::size_t start = (m_reader.skipBlanks(), m_reader.position());
    const bool negative = m_reader.take(U'-');
    const std::string digits = m_reader.takeDigits(true);
    double value = 0;
    const auto [end, failure] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failure != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(value)) {
        m_reader.setPosition(start);
        m_reader.fail("query.expected_number");
    }
    return negative ? -value : value;
}

double ValueParser::number(const std::string& of)
{
    const double value = plainNumber();
    const auto found = m_reader.match(m_reader.words().measures);
    if (!found) {
        m_reader.take(Keyword::Counter);
        return value;
    }
    for (const std::uint32_t id : found->ids) {
        const MeasureWord& measure = m_reader.words().measureWords[id];
        if (measure.of == of || (of.empty() && measure.of == "years")) {
            m_reader.setPosition(found->end);
            return value * measure.factor;
        }
    }
    m_reader.fail("query.wrong_unit");
}

double ValueParser::count(Measure& measure, bool countsPersons)
{
    const double value = plainNumber();
    measure = Measure::Rows;
    const auto found = m_reader.match(m_reader.words().measures);
    if (!found) {
        m_reader.take(Keyword::Counter);
        return value;
    }
    const std::string& of = m_reader.words().measureWords[found->ids.front()].of;
    if (!countsPersons || (of != "households" && of != "persons"))
        m_reader.fail("query.wrong_unit");
    m_reader.setPosition(found->end);
    measure = of == "persons" ? Measure::Persons : Measure::Rows;
    return value;
}

double ValueParser::distance()
{
    const double value = plainNumber();
    m_reader.skipBlanks();
    m_reader.expect({.kind = ExpectedKind::LengthUnit});
    if (const auto found = m_reader.match(m_reader.words().measures)) {
        const MeasureWord& measure = m_reader.words().measureWords[found->ids.front()];
        if (measure.of == "distance" && value >= 0) {
            m_reader.setPosition(found->end);
            return value * measure.factor;
        }
    }
    m_reader.fail("query.expected_length");
}

double ValueParser::days()
{
    const double value = plainNumber();
    const auto found = m_reader.match(m_reader.words().measures);
    if (!found || m_reader.words().measureWords[found->ids.front()].of != "days" ||
        value != std::floor(value) || value < 0 || value > mostDays)
        m_reader.fail("query.expected_days");
    m_reader.setPosition(found->end);
    m_reader.take(Keyword::Inside);
    return value;
}

DayValue ValueParser::day()
{
    if (m_reader.take(Keyword::Today)) {
        const bool later = m_reader.take(U'+');
        if (!later && !m_reader.take(U'-'))
            return {};
        const auto offset = static_cast<std::int32_t>(days());
        return {.offset = later ? offset : -offset};
    }
    const std::size_t start = (m_reader.skipBlanks(), m_reader.position());
    const std::string year = m_reader.takeDigits(false);
    const bool chinese = m_reader.take(U'年');
    if (chinese || m_reader.take(U'-')) {
        const std::string month = m_reader.takeDigits(false);
        if (chinese ? m_reader.take(U'月') : m_reader.take(U'-')) {
            const std::string date = m_reader.takeDigits(false);
            const bool closed = !chinese || m_reader.take(U'日');
            if (closed && year.size() == 4 && !month.empty() && month.size() <= 2 &&
                !date.empty() && date.size() <= 2)
                if (const auto day =
                        Date::fromYmd(std::stoi(year), std::stoi(month), std::stoi(date)))
                    return {.day = day};
        }
    }
    m_reader.setPosition(start);
    m_reader.fail("query.expected_date");
}

} // namespace guatu::campaign::query
