// SPDX-License-Identifier: MIT
#include "exchange/qgis_filter.h"

#include "exchange/qgis_tokens.h"

#include <algorithm>

namespace guatu::exchange
{
namespace
{

using Kind = Condition::Kind;
using Operator = Condition::Operator;
using Token = QgisToken;

/// What an expression says before it is known whether classes can.
struct Term {
    enum class Form { Plain, Null, Coalesced, Other };
    Form form = Form::Other;
    Condition condition{};      ///< of Plain, and inside of Coalesced(..., FALSE)
    std::string column{};       ///< of Null
    bool negated = false;       ///< of Coalesced
    std::vector<Term> joined{}; ///< of Other: parts joined by AND
};

Term plain(Condition condition)
{
    return {.form = Term::Form::Plain, .condition = std::move(condition)};
}

/// Reads by descent: OR, AND, NOT, comparison.
class FilterParser
{
public:
    FilterParser(std::vector<Token> tokens, int line, StyleReading& reading)
        : m_tokens(std::move(tokens)), m_line(line), m_reading(reading)
    {
    }

    std::optional<Term> read()
    {
        auto term = either();
        if (!term || m_at != m_tokens.size())
            return std::nullopt;
        return term;
    }

private:
    static constexpr int mostDepth = 40;

    [[nodiscard]] bool isWord(std::string_view word, std::size_t ahead = 0) const
    {
        return m_at + ahead < m_tokens.size() && m_tokens[m_at + ahead].isWord(word);
    }
    bool take(std::string_view word)
    {
        if (!isWord(word))
            return false;
        ++m_at;
        return true;
    }

    std::optional<Term> either()
    {
        if (++m_depth > mostDepth)
            return std::nullopt;
        auto first = all();
        while (first && isWord("OR")) {
            ++m_at;
            const auto next = all();
            if (!next || next->form != Term::Form::Plain || first->form != Term::Form::Plain)
                return std::nullopt;
            Condition& any = first->condition;
            if (any.kind != Kind::Any)
                any = Condition{.kind = Kind::Any, .children = {any}};
            any.children.push_back(next->condition);
        }
        --m_depth;
        return first;
    }

    std::optional<Term> all()
    {
        auto first = negation();
        while (first && isWord("AND")) {
            ++m_at;
            auto next = negation();
            if (!next)
                return std::nullopt;
            if (first->form == Term::Form::Plain && next->form == Term::Form::Plain)
                first->condition = both(first->condition, next->condition);
            else if (first->form == Term::Form::Other)
                first->joined.push_back(std::move(*next));
            else
                first = Term{.joined = {std::move(*first), std::move(*next)}};
        }
        return first;
    }

    std::optional<Term> negation()
    {
        if (!take("NOT"))
            return comparisonOrGroup();
        if (++m_depth > mostDepth)
            return std::nullopt;
        auto term = negation();
        --m_depth;
        if (!term)
            return std::nullopt;
        if (term->form == Term::Form::Null)
            return plain(isKnown(term->column, m_reading.target().table));
        if (term->form == Term::Form::Coalesced && !term->negated) {
            term->negated = true;
            return term;
        }
        if (term->form != Term::Form::Plain || takesAll(term->condition))
            return std::nullopt;
        return plain({.kind = Kind::Not, .children = {term->condition}});
    }

    std::optional<Term> comparisonOrGroup()
    {
        if (take("(")) {
            auto term = either();
            return term && take(")") ? term : std::nullopt;
        }
        if (take("TRUE"))
            return plain({});
        if (isWord("COALESCE") && isWord("(", 1))
            return coalesced();
        if (m_at < m_tokens.size() && m_tokens[m_at].isValue())
            return turnedComparison();
        const auto column = field();
        return column ? comparisonOf(*column) : std::nullopt;
    }

    std::optional<Term> coalesced()
    {
        m_at += 2;
        auto inner = either();
        if (!inner || inner->form != Term::Form::Plain || !take(",") || !take("FALSE") ||
            !take(")"))
            return std::nullopt;
        inner->form = Term::Form::Coalesced;
        return inner;
    }

    std::optional<std::string> field()
    {
        if (m_at >= m_tokens.size() || !m_tokens[m_at].isField() || isWord("(", 1))
            return std::nullopt;
        return m_reading.column(m_tokens[m_at++].text, m_line);
    }

    std::optional<FieldValue> value(const std::string& column)
    {
        if (m_at >= m_tokens.size() || !m_tokens[m_at].isValue())
            return std::nullopt;
        return m_reading.valueFor(column, m_tokens[m_at++].text, m_line);
    }

    std::optional<Operator> sign()
    {
        constexpr std::array<std::pair<std::string_view, Operator>, 7> signs{
            {{"=", Operator::Equal},
             {"<>", Operator::NotEqual},
             {"!=", Operator::NotEqual},
             {"<", Operator::Less},
             {"<=", Operator::LessEqual},
             {">", Operator::Greater},
             {">=", Operator::GreaterEqual}}};
        for (const auto& [text, op] : signs)
            if (take(text))
                return op;
        return std::nullopt;
    }

    /// 5 < "field"
    std::optional<Term> turnedComparison()
    {
        const std::size_t literal = m_at++;
        const auto op = sign();
        const auto column = op ? field() : std::nullopt;
        if (!column)
            return std::nullopt;
        constexpr std::array<Operator, 6> turned{Operator::Equal,   Operator::NotEqual,
                                                 Operator::Greater, Operator::GreaterEqual,
                                                 Operator::Less,    Operator::LessEqual};
        return plain(comparison(*column, turned[static_cast<std::size_t>(*op)],
                                m_reading.valueFor(*column, m_tokens[literal].text, m_line)));
    }

    std::optional<Term> comparisonOf(const std::string& column)
    {
        if (take("IS")) {
            const bool isNot = take("NOT");
            if (!take("NULL"))
                return std::nullopt;
            return isNot ? plain(isKnown(column, m_reading.target().table))
                         : Term{.form = Term::Form::Null, .column = column};
        }
        const bool isNot = take("NOT");
        if (take("BETWEEN"))
            return isNot ? std::nullopt : between(column);
        if (take("IN"))
            return list(column, isNot);
        const auto op = isNot ? std::nullopt : sign();
        const auto compared = op ? value(column) : std::nullopt;
        return compared ? std::optional(plain(comparison(column, *op, *compared))) : std::nullopt;
    }

    std::optional<Term> between(const std::string& column)
    {
        const auto low = value(column);
        const auto high = low && take("AND") ? value(column) : std::nullopt;
        if (!high)
            return std::nullopt;
        return plain(both(comparison(column, Operator::GreaterEqual, *low),
                          comparison(column, Operator::LessEqual, *high)));
    }

    std::optional<Term> list(const std::string& column, bool isNot)
    {
        if (!take("("))
            return std::nullopt;
        Condition in{.kind = Kind::Compare, .field = column, .op = Operator::In};
        do {
            const auto each = value(column);
            if (!each)
                return std::nullopt;
            in.values.push_back(*each);
        } while (take(","));
        if (!take(")"))
            return std::nullopt;
        return plain(isNot ? Condition{.kind = Kind::Not, .children = {in}} : in);
    }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
    int m_line;
    StyleReading& m_reading;
};

/// Adds a part of what must all hold; false when classes cannot say it.
bool add(StyleFilter& filter, const Term& term)
{
    switch (term.form) {
    case Term::Form::Plain:
        filter.when = both(filter.when, term.condition);
        return true;
    case Term::Form::Coalesced:
        if (!term.negated)
            break;
        if (term.condition.kind == Kind::Any)
            filter.except.insert(filter.except.end(), term.condition.children.begin(),
                                 term.condition.children.end());
        filter.except.push_back(term.condition);
        return true;
    case Term::Form::Other:
        return std::ranges::all_of(term.joined,
                                   [&filter](const Term& each) { return add(filter, each); });
    case Term::Form::Null:
        break;
    }
    return false;
}

} // namespace

std::optional<StyleFilter> filterFromQgis(const std::string& expression, int line,
                                          StyleReading& reading)
{
    auto tokens = qgisTokens(expression);
    if (!tokens)
        return std::nullopt;
    if (tokens->empty())
        return StyleFilter{};
    const auto term = FilterParser(std::move(*tokens), line, reading).read();
    if (!term)
        return std::nullopt;
    if (term->form == Term::Form::Null)
        return StyleFilter{.nullOf = term->column};
    StyleFilter filter;
    if (!add(filter, *term))
        return std::nullopt;
    return filter;
}

std::string fieldOfExpression(std::string_view expression)
{
    const auto tokens = qgisTokens(expression);
    return tokens && tokens->size() == 1 && tokens->front().isField() ? tokens->front().text : "";
}

Condition isKnown(const std::string& column, const FeatureTable& table)
{
    const FieldValue any =
        table.number(column) != nullptr ? FieldValue(0.0) : FieldValue(std::string());
    return {.kind = Kind::Any,
            .children = {comparison(column, Operator::Equal, any),
                         comparison(column, Operator::NotEqual, any)}};
}

Condition comparison(std::string column, Operator op, FieldValue value)
{
    return {
        .kind = Kind::Compare, .field = std::move(column), .op = op, .values = {std::move(value)}};
}

Condition both(const Condition& a, const Condition& b)
{
    if (takesAll(a))
        return b;
    if (takesAll(b))
        return a;
    Condition all{.kind = Kind::All};
    for (const Condition* each : {&a, &b}) {
        if (each->kind == Kind::All)
            all.children.insert(all.children.end(), each->children.begin(), each->children.end());
        else
            all.children.push_back(*each);
    }
    return all;
}

} // namespace guatu::exchange
