// SPDX-License-Identifier: MIT
#include "campaign/query/value_parser.h"

#include <algorithm>

namespace guatu::campaign::query
{
namespace
{

std::vector<std::string> unitNames(const Vocabulary::Words& words)
{
    std::vector<std::string> names;
    for (const UnitName& unit : words.units)
        if (unit.code.level() != Level::Group)
            names.push_back(unit.name);
    return names;
}

bool isDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

} // namespace

/// Units whose name, or else whose short name, stands here.
std::vector<std::uint32_t> ValueParser::unitsHere(std::size_t& end)
{
    const auto full = m_reader.match(m_reader.words().unitNames);
    const auto shorter = m_reader.match(m_reader.words().unitShortNames);
    const bool takeFull = full && (!shorter || full->end >= shorter->end);
    if (!full && !shorter)
        return {};
    const auto& found = takeFull ? *full : *shorter;
    end = found.end;
    return {found.ids.begin(), found.ids.end()};
}

std::size_t ValueParser::unitLength()
{
    std::size_t end = m_reader.position();
    if (isDigit(m_reader.peek()))
        return 1;
    static_cast<void>(unitsHere(end));
    return end - std::min(end, m_reader.position());
}

bool ValueParser::isCodeNext()
{
    m_reader.skipBlanks();
    const std::size_t start = m_reader.position();
    const auto code = UnitCode::parse(m_reader.takeDigits(true));
    const bool isUnit = code && m_reader.words().unit(*code) != nullptr &&
                        !m_reader.match(m_reader.words().measures);
    m_reader.setPosition(start);
    return isUnit;
}

UnitCode ValueParser::unitByCode(const std::string& digits, std::size_t start)
{
    const auto code = UnitCode::parse(digits);
    if (code && m_reader.words().unit(*code) != nullptr)
        return *code;
    m_reader.setPosition(start);
    m_reader.fail("query.expected_unit");
}

UnitCode ValueParser::unit()
{
    m_reader.skipBlanks();
    const std::size_t start = m_reader.position();
    m_reader.expect({.kind = Expectation::Kind::Unit});
    if (isDigit(m_reader.peek()))
        if (const std::string digits = m_reader.takeDigits(false); digits.size() >= 4)
            return unitByCode(digits, start);
    m_reader.setPosition(start);
    const auto& units = m_reader.words().units;
    std::size_t end = start;
    std::vector<std::uint32_t> found = unitsHere(end);
    if (found.empty())
        m_reader.failNear("query.expected_unit", "query.expected_unit_near",
                          unitNames(m_reader.words()));
    m_reader.setPosition(end);
    // Further down the path: 高桥镇/小河村委会, or written in one piece.
    while (true) {
        const std::size_t before = m_reader.position();
        const bool stroke = m_reader.take(U'/');
        if (!stroke)
            m_reader.setPosition(before);
        std::vector<std::uint32_t> below;
        if (stroke || (m_reader.at(before) != U' ' && m_reader.at(before) != 0))
            below = unitsHere(end);
        std::erase_if(below, [&](std::uint32_t row) {
            return std::ranges::none_of(found, [&](std::uint32_t above) {
                return above != row && units[above].code.contains(units[row].code);
            });
        });
        if (below.empty() && stroke)
            m_reader.failNear("query.expected_unit", "query.expected_unit_near",
                              unitNames(m_reader.words()));
        if (below.empty())
            break;
        found = std::move(below);
        m_reader.setPosition(end);
    }
    if (found.size() == 1)
        return units[found.front()].code;
    std::string choices;
    for (const std::uint32_t row : found)
        choices += (choices.empty() ? "" : ", ") + m_reader.vocabulary().unitPath(units[row].code);
    const std::size_t behind = m_reader.position();
    std::vector<std::string> suggestions;
    for (const std::uint32_t row : found)
        suggestions.push_back(m_reader.vocabulary().unitPath(units[row].code));
    throw QueryError({"query.ambiguous_unit",
                      {{"position", std::to_string(start + 1)},
                       {"found", m_reader.written(start, behind)},
                       {"choices", choices}}},
                     start, behind - start, std::move(suggestions));
}

} // namespace guatu::campaign::query
