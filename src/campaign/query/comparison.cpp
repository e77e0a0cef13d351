// SPDX-License-Identifier: MIT
#include "campaign/query/comparison.h"

#include "campaign/query/relations.h"
#include "core/error.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>

namespace guatu::campaign::query
{
namespace
{

/// Fills a column of truths from a test of each row.
template <typename Test>
Truths each(std::size_t rows, const Test& test)
{
    Truths made(rows);
    for (std::size_t row = 0; row < rows; ++row)
        made[row] = test(row);
    return made;
}

/// Calls `use` with the comparison as a function, so that the loop over rows has it inlined.
template <typename Use>
Truths withOrder(Operator op, const Use& use)
{
    switch (op) {
    case Operator::NotEqual:
        return use([](auto a, auto b) { return a != b; });
    case Operator::Less:
        return use([](auto a, auto b) { return a < b; });
    case Operator::LessEqual:
        return use([](auto a, auto b) { return a <= b; });
    case Operator::Greater:
        return use([](auto a, auto b) { return a > b; });
    case Operator::GreaterEqual:
        return use([](auto a, auto b) { return a >= b; });
    default:
        return use([](auto a, auto b) { return a == b; });
    }
}

template <typename Column, typename Bound>
Truths ordered(const Column& column, Operator op, Bound bound, const auto& isMissing)
{
    return withOrder(op, [&](const auto& holds) {
        return each(column.size(), [&](std::size_t row) {
            return isMissing(column[row]) ? unknown : truth(holds(column[row], bound));
        });
    });
}

/// Whether the row equals one of the values; each is compared by itself.
template <typename Compare>
Truths anyOfValues(const Expression& comparison, const Compare& compareOne)
{
    Truths made;
    for (const Operand& value : comparison.values) {
        Truths one = compareOne(value);
        if (made.empty())
            made = std::move(one);
        else
            disjoin(made, one);
    }
    return made;
}

/// Data may hold a word's title instead of its code (因病 for illness).
bool isWord(const Profile& profile, const std::string& code, const std::string& word)
{
    if (code == word)
        return true;
    for (const auto& [list, items] : profile.codeLists)
        for (const auto& [itemCode, title] : items)
            if (itemCode == code && title.zh == word)
                return true;
    return false;
}

/// Which words are among the values.
std::vector<bool> chosenWords(const Profile& profile, const std::vector<std::string>& words,
                              const Expression& comparison)
{
    std::vector<bool> chosen(words.size());
    for (std::size_t i = 0; i < words.size(); ++i)
        for (const Operand& value : comparison.values)
            if (const auto* code = std::get_if<std::string>(&value);
                code != nullptr && isWord(profile, *code, words[i]))
                chosen[i] = true;
    return chosen;
}

Truth negatedWhen(bool negative, Truth t)
{
    return negative ? opposite(t) : t;
}

class Comparer
{
public:
    Comparer(const QueryContext& context, const Expression& comparison)
        : m_context(context),
          m_comparison(comparison),
          m_negative(comparison.op == Operator::NotEqual)
    {
    }

    Truths operator()(const Numbers& column) const
    {
        return anyOfValues(m_comparison, [&](const Operand& value) {
            return ordered(column, m_comparison.op, std::get<double>(value),
                           [](double number) { return std::isnan(number); });
        });
    }

    Truths operator()(const Flags& column) const
    {
        const bool wanted =
            (std::get<std::string>(m_comparison.values.front()) == "yes") != m_negative;
        const std::array<Truth, 3> truths{unknown, truth(!wanted), truth(wanted)};
        return each(column.size(),
                    [&](std::size_t row) { return truths[static_cast<std::size_t>(column[row])]; });
    }

    Truths operator()(const Days& column) const
    {
        const auto isMissing = [](Date day) { return day == noDate; };
        if (m_comparison.op == Operator::WithinDays)
            return recent(column);
        return anyOfValues(m_comparison, [&](const Operand& value) {
            const auto& day = std::get<DayValue>(value);
            const Date bound = day.day.value_or(Date(m_context.snapshot.asOf.days() + day.offset));
            return ordered(column, m_comparison.op, bound, isMissing);
        });
    }

    Truths operator()(const UnitRows& column) const
    {
        std::vector<std::pair<RowIndex, RowIndex>> subtrees;
        for (const Operand& value : m_comparison.values)
            std::ranges::copy(subtreesOf(m_context.snapshot, std::get<UnitCode>(value)),
                              std::back_inserter(subtrees));
        return anyOfSubtrees(column, subtrees);
    }

    Truths operator()(const WordCodes& column) const
    {
        const auto chosen = chosenWords(m_context.profile, column.words, m_comparison);
        Truths byCode(column.words.size(), unknown);
        for (std::size_t code = 1; code < byCode.size(); ++code)
            byCode[code] = truth(chosen[code] != m_negative);
        return each(column.rows.size(), [&](std::size_t row) { return byCode[column.rows[row]]; });
    }

    Truths operator()(const WordSets& column) const
    {
        const auto chosen = chosenWords(m_context.profile, column.words, m_comparison);
        std::uint64_t mask = 0;
        for (std::size_t bit = 0; bit < chosen.size(); ++bit)
            mask |= std::uint64_t{chosen[bit]} << bit;
        return each(column.certain.size(), [&](std::size_t row) {
            const Truth found = (column.certain[row] & mask) != 0     ? yes
                                : (column.undecided[row] & mask) != 0 ? unknown
                                                                      : no;
            return negatedWhen(m_negative, found);
        });
    }

    Truths operator()(const Texts& column) const
    {
        return each(column.size, [&](std::size_t row) {
            const std::string_view text = column.at(row);
            return text.empty() ? unknown : negatedWhen(m_negative, truth(matches(text)));
        });
    }

    Truths operator()(const TextLists& column) const
    {
        return each(column.rows.size(), [&](std::size_t row) {
            const auto& texts = column.rows[row];
            const bool found =
                std::ranges::any_of(texts, [&](const std::string& text) { return matches(text); });
            return texts.empty() ? unknown : negatedWhen(m_negative, truth(found));
        });
    }

private:
    /// Of what lies ahead, from today on; of what has been, up to today.
    [[nodiscard]] Truths recent(const Days& column) const
    {
        const auto length =
            static_cast<std::int32_t>(std::get<double>(m_comparison.values.front()));
        const std::int32_t today = m_context.snapshot.asOf.days();
        const bool ahead = liesAhead(m_comparison.field);
        const Date from(ahead ? today : today - length), to(ahead ? today + length : today);
        return each(column.size(), [&](std::size_t row) {
            return column[row] == noDate ? unknown
                                         : truth(column[row] >= from && column[row] <= to);
        });
    }

    [[nodiscard]] static Truths
    anyOfSubtrees(const UnitRows& column,
                  const std::vector<std::pair<RowIndex, RowIndex>>& subtrees)
    {
        Truths made(column.size(), no);
        for (const auto& [first, end] : subtrees)
            for (std::size_t row = 0; row < made.size(); ++row)
                made[row] |= truth(column[row] >= first && column[row] < end);
        for (std::size_t row = 0; row < made.size(); ++row)
            if (column[row] == noRow)
                made[row] = unknown;
        return made;
    }

    [[nodiscard]] bool matches(std::string_view text) const
    {
        for (const Operand& value : m_comparison.values) {
            const auto& wanted = std::get<std::string>(value);
            if (m_comparison.op == Operator::Contains
                    ? foldWidth(text).find(foldWidth(wanted)) != std::string::npos
                    : text == wanted)
                return true;
        }
        return false;
    }

    const QueryContext& m_context;
    const Expression& m_comparison;
    bool m_negative;
};

struct MissingTest {
    Truths operator()(const Numbers& column) const
    {
        return each(column.size(), [&](std::size_t row) { return truth(std::isnan(column[row])); });
    }
    Truths operator()(const Flags& column) const
    {
        return each(column.size(),
                    [&](std::size_t row) { return truth(column[row] == Flag::Unknown); });
    }
    Truths operator()(const Days& column) const
    {
        return each(column.size(), [&](std::size_t row) { return truth(column[row] == noDate); });
    }
    Truths operator()(const UnitRows& column) const
    {
        return each(column.size(), [&](std::size_t row) { return truth(column[row] == noRow); });
    }
    Truths operator()(const WordCodes& column) const
    {
        return each(column.rows.size(),
                    [&](std::size_t row) { return truth(column.rows[row] == 0); });
    }
    Truths operator()(const WordSets& column) const
    {
        return each(column.certain.size(),
                    [&](std::size_t row) { return truth(column.undecided[row] != 0); });
    }
    Truths operator()(const Texts& column) const
    {
        return each(column.size, [&](std::size_t row) { return truth(column.at(row).empty()); });
    }
    Truths operator()(const TextLists& column) const
    {
        return each(column.rows.size(),
                    [&](std::size_t row) { return truth(column.rows[row].empty()); });
    }
};

} // namespace

std::vector<std::pair<RowIndex, RowIndex>> subtreesOf(const Snapshot& snapshot, UnitCode unit)
{
    std::vector<std::pair<RowIndex, RowIndex>> subtrees;
    const auto add = [&](UnitCode code) {
        if (const RowIndex row = findUnit(snapshot.units, code); row != noRow)
            subtrees.emplace_back(row, subtreeEnd(snapshot.units, row));
    };
    add(unit);
    const SuccessionColumns& successions = snapshot.successions;
    for (std::size_t row = 0; subtrees.empty() && row < successions.size(); ++row)
        if (successions.oldCode[row] == unit)
            add(successions.newCode[row]);
    if (subtrees.empty())
        throw inputError({"query.unit_gone", {{"code", unit.str()}}});
    return subtrees;
}

Truths compareColumn(const QueryContext& context, const FieldColumn& column,
                     const Expression& comparison)
{
    return std::visit(Comparer(context, comparison), column);
}

Truths missingIn(const FieldColumn& column)
{
    return std::visit(MissingTest(), column);
}

Truth compareInterval(double low, double high, Operator op, double bound)
{
    switch (op) {
    case Operator::Less:
        return high < bound ? yes : low >= bound ? no : unknown;
    case Operator::LessEqual:
        return high <= bound ? yes : low > bound ? no : unknown;
    case Operator::Greater:
        return low > bound ? yes : high <= bound ? no : unknown;
    case Operator::GreaterEqual:
        return low >= bound ? yes : high < bound ? no : unknown;
    default:
        break;
    }
    const Truth equal = low == bound && high == bound ? yes
                        : bound < low || bound > high ? no
                                                      : unknown;
    return op == Operator::NotEqual ? opposite(equal) : equal;
}

} // namespace guatu::campaign::query
