// SPDX-License-Identifier: MIT
#include "campaign/query/parser.h"
#include "campaign/query/printer.h"
#include "campaign/query/query.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace guatu::campaign::query
{
namespace
{

using Kind = Completion::Kind;

/// Keywords worth offering at any place where the parser tried them.
constexpr std::array offered{Keyword::And, Keyword::Or, Keyword::Where, Keyword::Today,
                             Keyword::Of,  Keyword::At, Keyword::Inside};

/// Gathers completions for what the reader expected at its farthest place.
class Collector
{
public:
    Collector(const Reader& reader, std::string_view typed, Language language)
        : m_reader(reader),
          m_vocabulary(reader.vocabulary()),
          m_language(language),
          m_typed(folded(typed))
    {
    }

    void add(const Expectation& expectation)
    {
        switch (expectation.kind) {
        case Expectation::Kind::Condition:
            return addConditions(expectation.entity);
        case Expectation::Kind::Operator:
            return addOperators(*expectation.field);
        case Expectation::Kind::Value:
            return addValues(*expectation.field);
        case Expectation::Kind::Noun:
            for (const NounTitle& noun : m_vocabulary.nouns())
                offer(Kind::Noun, noun.title);
            return;
        case Expectation::Kind::Unit:
            return addUnits();
        case Expectation::Kind::LengthUnit:
            for (const MeasureWord& measure : m_reader.words().measureWords)
                if (measure.of == "distance")
                    offer(Kind::LengthUnit, measure.title);
            return;
        case Expectation::Kind::Keyword:
            if (std::ranges::find(offered, expectation.keyword) != offered.end())
                offerKeyword(expectation.keyword);
            return;
        }
    }

    [[nodiscard]] std::vector<Completion> take(std::size_t limit)
    {
        if (m_found.size() > limit)
            m_found.resize(limit);
        return std::move(m_found);
    }

private:
    void addConditions(Entity entity)
    {
        const Printer printer(m_vocabulary, m_language);
        for (const Field& field : m_vocabulary.fields(entity))
            offer(Kind::Field, printer.fieldTitle(entity, field.id), field.title,
                  {field.id, field.title.zh, field.title.en});
        for (const Keyword keyword : {Keyword::Has, Keyword::No, Keyword::Within, Keyword::Not})
            offerKeyword(keyword);
    }

    void addOperators(const Field& field)
    {
        for (const Operator op : operatorsOf(field)) {
            const std::string& text = m_reader.words().text(OperatorWord{op}, m_language);
            offer(Kind::Operator, text, {}, {text});
        }
    }

    void addValues(const Field& field)
    {
        const Printer printer(m_vocabulary, m_language);
        if (field.type == FieldType::Flag) {
            offerKeyword(Keyword::Yes);
            offerKeyword(Keyword::NoValue);
        }
        if (field.type == FieldType::Date)
            offerKeyword(Keyword::Today);
        if (field.type == FieldType::Word)
            for (const FieldValueTitle& value : field.values)
                offer(Kind::Value, printer.value(value.code, &field), value.title,
                      {value.code, value.title.zh, value.title.en});
    }

    void addUnits()
    {
        for (const UnitName& unit : m_reader.words().units) {
            if (unit.code.level() == Level::Group || !fits(unit.name))
                continue;
            const auto above = unit.code.parent();
            const UnitName* holder = above ? m_reader.words().unit(*above) : nullptr;
            const std::string where = holder == nullptr ? std::string{} : holder->name;
            push({Kind::Unit, m_vocabulary.unitPath(unit.code), {where, where}});
        }
    }

    void offerKeyword(Keyword keyword)
    {
        const Spellings& words =
            m_reader.words().keywordSpellings[static_cast<std::size_t>(keyword)];
        const auto& own = m_language == Language::Chinese ? words.zh : words.en;
        if (!own.empty())
            offer(Kind::Keyword, own.front(), {}, {own.front()});
    }

    void offer(Kind kind, const LocalText& title)
    {
        offer(kind, title.in(m_language), {}, {title.zh, title.en});
    }

    void offer(Kind kind, const std::string& insert, const LocalText& title,
               const std::vector<std::string>& spellings)
    {
        if (std::ranges::any_of(spellings, [&](const std::string& word) { return fits(word); }))
            push({kind, insert, title});
    }

    /// What was typed may stand anywhere in a Chinese word, and begins a Latin one.
    [[nodiscard]] bool fits(const std::string& word) const
    {
        const std::size_t found = folded(word).find(m_typed);
        return found == 0 || (found != std::u32string::npos && !isLatin(m_typed.front()));
    }

    void push(Completion completion)
    {
        const bool known = std::ranges::any_of(m_found, [&](const Completion& other) {
            return other.insert == completion.insert && other.kind == completion.kind;
        });
        completion.from = m_reader.expectedAt();
        if (!known)
            m_found.push_back(std::move(completion));
    }

    const Reader& m_reader;
    const Vocabulary& m_vocabulary;
    Language m_language;
    std::u32string m_typed;
    std::vector<Completion> m_found;
};

} // namespace

std::vector<Completion> completions(std::string_view text, std::size_t cursor,
                                    const Vocabulary& vocabulary, const Noun& fallback,
                                    Language language, std::size_t limit)
{
    if (!isUtf8(text))
        return {};
    const std::u32string characters = decodeUtf8(text);
    const std::string before = encodeUtf8(std::u32string_view(characters).substr(0, cursor));
    try {
        Reader reader(before, vocabulary);
        try {
            static_cast<void>(Parser(reader, fallback).query());
        } catch (const QueryError&) {
            // An unfinished text is the usual case; what it lacks is what is offered.
        }
        const std::size_t end = std::min(cursor, characters.size());
        Collector collector(reader, reader.written(reader.expectedAt(), end), language);
        for (const Expectation& expectation : reader.expected())
            collector.add(expectation);
        return collector.take(limit);
    } catch (const QueryError&) {
        return {}; // too long to be read at all
    }
}

} // namespace guatu::campaign::query
