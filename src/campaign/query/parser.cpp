// SPDX-License-Identifier: MIT
#include "campaign/query/parser.h"

#include "campaign/query/query.h"
#include "campaign/query/relations.h"

#include <algorithm>
#include <utility>

namespace guatu::campaign::query
{
namespace
{

using enum Expression::Kind;
using ExpectedKind = Expectation::Kind;

constexpr std::size_t deepest = 50;
constexpr std::size_t mostConditions = 500;
constexpr std::size_t mostNearest = 100000;

/// Keywords that begin a condition.
constexpr std::array openers{Keyword::Has,        Keyword::No,    Keyword::Within, Keyword::From,
                             Keyword::Intersects, Keyword::Count, Keyword::Visited};

Expression negation(Expression inner)
{
    Expression made{.kind = Not};
    made.children.push_back(std::move(inner));
    return made;
}

/// Joins in one node; a child of the same kind gives its own children.
Expression joined(Expression::Kind kind, std::vector<Expression> parts)
{
    if (parts.size() == 1)
        return std::move(parts.front());
    Expression made{.kind = kind};
    for (Expression& part : parts) {
        if (part.kind == kind)
            std::ranges::move(part.children, std::back_inserter(made.children));
        else
            made.children.push_back(std::move(part));
    }
    return made;
}

/// Counts how deep an expression is nested while it is read.
class Depth
{
public:
    Depth(Reader& reader, std::size_t& depth) : m_depth(depth)
    {
        if (++m_depth > deepest)
            reader.fail("query.too_deep", {{"limit", std::to_string(deepest)}});
    }
    ~Depth() { --m_depth; }
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;

private:
    std::size_t& m_depth;
};

} // namespace

Query parseQuery(std::string_view text, const Vocabulary& vocabulary, const Noun& fallback)
{
    Reader reader(text, vocabulary);
    return Parser(reader, fallback).query();
}

Query Parser::query()
{
    Query query{.noun = m_noun};
    head(query);
    m_noun = query.noun;
    if (!m_reader.atEnd() && !isNearestNext())
        query.where = any();
    tail(query);
    return query;
}

/// The entity in front, which only counts when "where", the nearest clause or nothing follows.
void Parser::head(Query& query)
{
    m_reader.skipBlanks();
    m_reader.expect({.kind = ExpectedKind::Noun});
    m_reader.expect({.kind = ExpectedKind::Condition, .entity = m_noun.entity});
    const std::size_t start = m_reader.position();
    const auto found = m_reader.match(m_reader.words().nounPhrases);
    if (!found)
        return;
    m_reader.setPosition(found->end);
    const bool follows = m_reader.take(Keyword::Where) || m_reader.atEnd() || isNearestNext();
    if (follows)
        query.noun = m_reader.words().nouns[found->ids.front()].noun;
    else
        m_reader.setPosition(start);
}

void Parser::tail(Query& query)
{
    if (m_reader.atEnd())
        return;
    const bool chinese = m_reader.take(Keyword::Take);
    if (chinese || m_reader.lengthOf(Keyword::Nearest) > 0) {
        requirePlace();
        Nearest nearest;
        if (chinese) {
            if (!m_reader.take(Keyword::From))
                m_reader.fail("query.expected_nearest");
            nearest.target = target(true);
        }
        if (!m_reader.take(Keyword::Nearest))
            m_reader.fail("query.expected_nearest");
        Measure measure{};
        const double count = m_values.count(measure, m_noun.entity == Entity::Household);
        if (count < 1 || count > mostNearest ||
            count != static_cast<double>(static_cast<long>(count)))
            m_reader.fail("query.expected_number");
        nearest.count = static_cast<std::size_t>(count);
        if (!chinese) {
            if (!m_reader.take(Keyword::To))
                m_reader.fail("query.expected_nearest");
            nearest.target = target(true);
        }
        query.nearest = std::move(nearest);
    }
    if (!m_reader.atEnd())
        m_reader.fail("query.expected_end");
}

Expression Parser::any()
{
    std::vector<Expression> parts{all()};
    while (m_reader.take(Keyword::Or))
        parts.push_back(all());
    return joined(Any, std::move(parts));
}

Expression Parser::all()
{
    std::vector<Expression> parts{unary()};
    while (m_reader.take(Keyword::And))
        parts.push_back(unary());
    return joined(All, std::move(parts));
}

Expression Parser::unary()
{
    const Depth depth(m_reader, m_depth);
    m_reader.skipBlanks();
    m_reader.expect({.kind = ExpectedKind::Condition, .entity = m_noun.entity});
    if (m_reader.take(U'(')) {
        Expression inner = any();
        if (!m_reader.take(U')'))
            m_reader.fail("query.expected_close", {{"bracket", ")"}});
        return inner;
    }
    return condition();
}

/// The longest of what may begin here decides: a field, or a word of the language.
Expression Parser::condition()
{
    if (++m_conditions > mostConditions)
        m_reader.fail("query.too_many", {{"limit", std::to_string(mostConditions)}});
    const auto field =
        m_reader.match(m_reader.words().fieldPhrases[static_cast<std::size_t>(m_noun.entity)]);
    std::size_t longest = field ? field->end - m_reader.position() : 0;
    std::optional<Keyword> opener;
    const auto consider = [&](Keyword keyword) {
        if (const std::size_t length = m_reader.lengthOf(keyword);
            length > 0 && length >= longest) {
            longest = length;
            opener = keyword;
        }
    };
    for (const Keyword keyword : openers)
        consider(keyword);
    consider(Keyword::Not);
    consider(Keyword::Criterion);
    if (opener)
        return opened(*opener);
    if (field)
        return comparison(field->ids, field->end);
    m_reader.failNear("query.expected_condition", "query.expected_condition_near", conditionWords(),
                      {{"noun", nounTitle(m_noun)}});
}

Expression Parser::opened(Keyword keyword)
{
    m_reader.setPosition(m_reader.position() + m_reader.lengthOf(keyword));
    switch (keyword) {
    case Keyword::Not:
        return negation(unary());
    case Keyword::No:
        return negation(has());
    case Keyword::Within:
        return within();
    case Keyword::From:
        return from();
    case Keyword::Intersects:
        return intersects();
    case Keyword::Count:
        return count();
    case Keyword::Visited:
        return visited();
    case Keyword::Criterion:
        break;
    default:
        return has();
    }
    const auto& fields = m_reader.words().fields[static_cast<std::size_t>(m_noun.entity)];
    const auto found =
        m_reader.match(m_reader.words().fieldPhrases[static_cast<std::size_t>(m_noun.entity)]);
    std::vector<std::uint32_t> criteria;
    if (found)
        std::ranges::copy_if(found->ids, std::back_inserter(criteria),
                             [&](std::uint32_t id) { return fields[id].criterion; });
    if (!criteria.empty())
        return comparison(criteria, found->end);
    std::vector<std::string> titles;
    for (const Field& one : fields)
        if (one.criterion)
            titles.push_back(one.title.in(m_reader.language()));
    m_reader.failNear("query.expected_criterion", "query.expected_criterion_near", titles);
}

Noun Parser::noun()
{
    m_reader.skipBlanks();
    m_reader.expect({.kind = ExpectedKind::Noun});
    if (const auto found = m_reader.match(m_reader.words().nounPhrases)) {
        m_reader.setPosition(found->end);
        return m_reader.words().nouns[found->ids.front()].noun;
    }
    std::vector<std::string> titles;
    for (const NounTitle& one : m_reader.words().nouns)
        titles.push_back(one.title.in(m_reader.language()));
    m_reader.failNear("query.expected_noun", "query.expected_noun_near", titles);
}

bool Parser::isNearestNext()
{
    const auto field =
        m_reader.match(m_reader.words().fieldPhrases[static_cast<std::size_t>(m_noun.entity)]);
    const std::size_t other = field ? field->end - m_reader.position() : 0;
    return std::max(m_reader.lengthOf(Keyword::Take), m_reader.lengthOf(Keyword::Nearest)) > other;
}

/// What is meant in a relation; with `units` also units by name, alone or in brackets.
Target Parser::target(bool units)
{
    m_reader.take(Keyword::Any);
    Target target;
    const auto named = m_reader.match(m_reader.words().nounPhrases);
    const std::size_t nounLength = named ? named->end - m_reader.position() : 0;
    const bool list = units && m_reader.peek() == U'(';
    if (units && (list || m_values.unitLength() > nounLength)) {
        target.noun = {.entity = Entity::Unit};
        m_reader.take(U'(');
        do
            target.units.push_back(m_values.unit());
        while (list && m_reader.take(U','));
        if (list && !m_reader.take(U')'))
            m_reader.fail("query.expected_close", {{"bracket", ")"}});
        return target;
    }
    if (units)
        m_reader.expect({.kind = ExpectedKind::Unit});
    if (units && nounLength == 0)
        static_cast<void>(m_values.unit()); // says what is missing, with units that are near
    target.noun = noun();
    filter(target);
    return target;
}

void Parser::filter(Target& target)
{
    if (!m_reader.take(U'['))
        return;
    const Noun outer = std::exchange(m_noun, target.noun);
    target.filter.push_back(any());
    m_noun = outer;
    if (!m_reader.take(U']'))
        m_reader.fail("query.expected_close", {{"bracket", "]"}});
}

void Parser::requirePlace()
{
    if (!hasPlace(m_noun.entity))
        m_reader.fail("query.no_place", {{"noun", nounTitle(m_noun)}});
}

void Parser::requirePlace(const Noun& noun, std::size_t start)
{
    if (hasPlace(noun.entity))
        return;
    m_reader.setPosition(start);
    m_reader.fail("query.no_place", {{"noun", nounTitle(noun)}});
}

void Parser::requireRelation(const Noun& related, std::size_t start)
{
    if (areRelated(m_noun.entity, related.entity))
        return;
    m_reader.setPosition(start);
    m_reader.fail("query.no_relation",
                  {{"noun", nounTitle(m_noun)}, {"related", nounTitle(related)}});
}

/// has problems[...], 有 饮水点[...] 于 2 公里 内
Expression Parser::has()
{
    m_reader.skipBlanks();
    const std::size_t start = m_reader.position();
    Expression made{.kind = Has, .target = target(false)};
    const bool at = m_reader.take(Keyword::At);
    if (at || m_values.isNumberNext()) {
        requirePlace();
        requirePlace(made.target.noun, start);
        made.kind = Near;
        made.metres = m_values.distance();
        m_reader.take(Keyword::Inside);
        return made;
    }
    requireRelation(made.target.noun, start);
    return made;
}

/// within 2 km of ..., within 小河村委会
Expression Parser::within()
{
    requirePlace();
    Expression made{.kind = Inside};
    if (m_values.isNumberNext() && !m_values.isCodeNext()) {
        made.kind = Near;
        made.metres = m_values.distance();
        m_reader.take(Keyword::Of);
        m_reader.skipBlanks();
        const std::size_t place = m_reader.position();
        made.target = target(true);
        requirePlace(made.target.noun, place);
        return made;
    }
    m_reader.skipBlanks();
    const std::size_t start = m_reader.position();
    made.target = target(true);
    if (made.target.noun.entity != Entity::Unit) {
        m_reader.setPosition(start);
        m_reader.fail("query.no_area", {{"noun", nounTitle(made.target.noun)}});
    }
    m_reader.take(Keyword::Inside);
    return made;
}

/// 距 小河村委会 2 公里 内, 距 卫生室 > 2 公里
Expression Parser::from()
{
    requirePlace();
    m_reader.skipBlanks();
    const std::size_t start = m_reader.position();
    Expression made{.kind = Near, .target = target(true)};
    requirePlace(made.target.noun, start);
    bool beyond = false;
    m_reader.skipBlanks();
    if (const auto found = m_reader.match(m_reader.words().operators)) {
        const Operator op = m_reader.words().operatorWords[found->ids.front()].op;
        beyond = op == Operator::Greater;
        if (!beyond && op != Operator::LessEqual)
            m_reader.fail("query.expected_length");
        m_reader.setPosition(found->end);
    }
    made.metres = m_values.distance();
    m_reader.take(Keyword::Inside);
    return beyond ? negation(std::move(made)) : made;
}

Expression Parser::intersects()
{
    requirePlace();
    m_reader.skipBlanks();
    const std::size_t start = m_reader.position();
    Expression made{.kind = Intersects, .target = target(true)};
    requirePlace(made.target.noun, start);
    return made;
}

/// count(households[class = unexited]) >= 50 persons
Expression Parser::count()
{
    const bool bracket = m_reader.take(U'(');
    m_reader.skipBlanks();
    const std::size_t start = m_reader.position();
    Expression made{.kind = Count, .target = target(false)};
    requireRelation(made.target.noun, start);
    if (bracket && !m_reader.take(U')'))
        m_reader.fail("query.expected_close", {{"bracket", ")"}});
    made.op = countOperator().op;
    made.values.emplace_back(
        m_values.count(made.measure, made.target.noun.entity == Entity::Household));
    return made;
}

/// visited since 2020-04-01: short for a visit with such a day.
Expression Parser::visited()
{
    requireRelation({.entity = Entity::Visit}, m_reader.position());
    Expression made{.kind = Has, .target = {.noun = {.entity = Entity::Visit}}};
    if (m_reader.take(Keyword::Since)) {
        Expression since{.kind = Compare, .field = "on", .op = Operator::GreaterEqual};
        since.values.emplace_back(m_values.day());
        m_reader.take(Keyword::SinceEnd);
        made.target.filter.push_back(std::move(since));
    } else if (m_reader.take(Keyword::At)) {
        Expression recent{.kind = Compare, .field = "on", .op = Operator::WithinDays};
        recent.values.emplace_back(m_values.days());
        made.target.filter.push_back(std::move(recent));
    }
    return made;
}

std::vector<std::string> Parser::conditionWords()
{
    std::vector<std::string> words;
    for (const Field& field : m_reader.vocabulary().fields(m_noun.entity)) {
        words.push_back(field.title.in(m_reader.language()));
        words.push_back(field.id);
    }
    for (const Keyword keyword : openers)
        words.push_back(m_reader.words().text(keyword, m_reader.language()));
    return words;
}

std::string Parser::nounTitle(const Noun& noun) const
{
    return m_reader.vocabulary().title(noun, m_reader.language());
}

} // namespace guatu::campaign::query
