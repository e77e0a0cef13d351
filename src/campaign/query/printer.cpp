// SPDX-License-Identifier: MIT
#include "campaign/query/printer.h"

#include "campaign/query/words.h"

#include <algorithm>

namespace guatu::campaign::query
{
namespace
{

using enum Expression::Kind;

} // namespace

std::string canonicalText(const Query& query, const Vocabulary& vocabulary, Language language)
{
    return Printer(vocabulary, language).query(query, true);
}

std::string conditionText(const Query& query, const Vocabulary& vocabulary, Language language)
{
    return Printer(vocabulary, language).query(query, false);
}

std::string Printer::query(const Query& query, bool withNoun) const
{
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " ") + part; };
    if (withNoun)
        add(m_vocabulary.title(query.noun, m_language));
    if (withNoun && query.where)
        add(word(Keyword::Where));
    if (query.where)
        add(expression(*query.where, query.noun.entity));
    if (query.nearest)
        add(nearest(*query.nearest));
    return text;
}

std::string Printer::nearest(const Nearest& nearest) const
{
    const std::string place = target(nearest.target), count = std::to_string(nearest.count);
    if (chinese())
        return word(Keyword::Take) + " " + word(Keyword::From) + " " + place + " " +
               word(Keyword::Nearest) + " " + count;
    return word(Keyword::Nearest) + " " + count + " " + word(Keyword::To) + " " + place;
}

std::string Printer::expression(const Expression& e, Entity entity) const
{
    switch (e.kind) {
    case All:
    case Any:
        return joined(e, entity);
    case Not:
        return negation(e.children.front(), entity);
    case Compare:
        return comparison(e, entity);
    case Missing:
        return fieldTitle(entity, e.field) + " " + word(Keyword::Missing);
    case Has:
        return has(e, Keyword::Has);
    case Count:
        return count(e);
    case InPlace:
        return fieldTitle(entity, e.field) + " " + word(Operator::In) + " " + target(e.target);
    case Near:
        return near(e, false);
    case Inside:
        return word(Keyword::Within) + " " + target(e.target);
    case Intersects:
        return word(Keyword::Intersects) + " " + target(e.target);
    }
    return {};
}

/// `and` binds closer than `or`, so only an `or` inside an `and` needs brackets.
std::string Printer::joined(const Expression& group, Entity entity) const
{
    std::string text;
    for (const Expression& child : group.children) {
        if (!text.empty())
            text += " " + word(group.kind == All ? Keyword::And : Keyword::Or) + " ";
        const bool brackets = child.kind == Any || child.kind == group.kind;
        const std::string part = expression(child, entity);
        text += brackets ? "(" + part + ")" : part;
    }
    return text;
}

std::string Printer::negation(const Expression& inner, Entity entity) const
{
    if (inner.kind == Missing)
        return fieldTitle(entity, inner.field) + " " + word(Keyword::Known);
    if (inner.kind == Has)
        return has(inner, Keyword::No);
    if (inner.kind == Near && chinese())
        return near(inner, true);
    const std::string text = expression(inner, entity);
    const bool brackets = inner.kind == All || inner.kind == Any;
    return word(Keyword::Not) + " " + (brackets ? "(" + text + ")" : text);
}

std::string Printer::has(const Expression& e, Keyword keyword) const
{
    return word(keyword) + " " + target(e.target);
}

std::string Printer::near(const Expression& e, bool negated) const
{
    if (!chinese())
        return word(Keyword::Within) + " " + distance(e.metres) + " " + word(Keyword::Of) + " " +
               target(e.target);
    if (e.target.units.empty())
        return word(negated ? Keyword::No : Keyword::Has) + " " + target(e.target) + " " +
               word(Keyword::At) + " " + distance(e.metres);
    return (negated ? word(Keyword::Not) + " " : "") + word(Keyword::From) + " " +
           target(e.target) + " " + distance(e.metres) + word(Keyword::Inside);
}

std::string Printer::count(const Expression& e) const
{
    const auto number = std::get<double>(e.values.front());
    const bool households = e.target.noun.entity == Entity::Household;
    const std::string of = !households                     ? ""
                           : e.measure == Measure::Persons ? "persons"
                                                           : "households";
    return word(Keyword::Count) + "(" + target(e.target) + ") " + word(e.op) + " " +
           this->number(number, of);
}

std::string Printer::target(const Target& target) const
{
    if (target.units.empty()) {
        const std::string title = m_vocabulary.title(target.noun, m_language);
        return target.filter.empty()
                   ? title
                   : title + "[" + expression(target.filter.front(), target.noun.entity) + "]";
    }
    std::string text;
    for (const UnitCode unit : target.units)
        text += (text.empty() ? "" : ", ") + m_vocabulary.unitPath(unit);
    return target.units.size() == 1 ? text : "(" + text + ")";
}

std::string Printer::comparison(const Expression& e, Entity entity) const
{
    const Field* field = m_vocabulary.field(entity, e.field);
    const std::string head = fieldTitle(entity, e.field) + " " + word(e.op) + " ";
    if (e.op == Operator::WithinDays) {
        const std::string days = number(std::get<double>(e.values.front()), "days");
        return head + days + (chinese() ? word(Keyword::Inside) : "");
    }
    std::string list;
    for (const Operand& one : e.values)
        list += (list.empty() ? "" : ", ") + value(one, field);
    return head + (e.values.size() == 1 ? list : "(" + list + ")");
}

/// The title, or in English the id; criteria with the word for it when the title is another
/// field's as well.
std::string Printer::fieldTitle(Entity entity, const std::string& id) const
{
    const Field* field = m_vocabulary.field(entity, id);
    if (field == nullptr)
        return id;
    if (!chinese())
        return id;
    const auto place = static_cast<std::size_t>(entity);
    const auto& words = m_vocabulary.words();
    const auto same = words.fieldPhrases[place].find(field->title.zh);
    if (!same.empty() && &words.fields[place][same.front()] == field)
        return field->title.zh;
    if (!field->criterion)
        return id;
    // Of several criteria with one title, the word for criteria means the first.
    const auto first = std::ranges::find_if(
        same, [&](std::uint32_t other) { return words.fields[place][other].criterion; });
    const bool named = first != same.end() && &words.fields[place][*first] == field;
    return word(Keyword::Criterion) + " " + (named ? field->title.zh : id.substr(id.find(' ') + 1));
}

} // namespace guatu::campaign::query
