// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/flat_query.h"
#include "campaign/query/words.h"

namespace guatu::campaign::query
{

/// Writes trees in words of one language.
class Printer
{
public:
    Printer(const Vocabulary& vocabulary, Language language)
        : m_vocabulary(vocabulary), m_language(language)
    {
    }

    [[nodiscard]] std::string query(const Query& query, bool withNoun) const;
    [[nodiscard]] std::string expression(const Expression& expression, Entity entity) const;
    [[nodiscard]] ConditionPieces pieces(const Expression& condition, Entity entity) const;

    [[nodiscard]] std::string fieldTitle(Entity entity, const std::string& id) const;
    [[nodiscard]] std::string value(const Operand& value, const Field* field) const;
    [[nodiscard]] std::string distance(double metres) const;

private:
    [[nodiscard]] const std::string& word(Keyword keyword) const
    {
        return m_vocabulary.words().text(keyword, m_language);
    }
    [[nodiscard]] const std::string& word(Operator op) const
    {
        return m_vocabulary.words().text(OperatorWord{op}, m_language);
    }
    [[nodiscard]] bool chinese() const { return m_language == Language::Chinese; }
    [[nodiscard]] std::string joined(const Expression& group, Entity entity) const;
    [[nodiscard]] std::string negation(const Expression& inner, Entity entity) const;
    [[nodiscard]] std::string comparison(const Expression& condition, Entity entity) const;
    [[nodiscard]] std::string near(const Expression& condition, bool negated) const;
    [[nodiscard]] std::string count(const Expression& condition) const;
    [[nodiscard]] std::string has(const Expression& condition, Keyword keyword) const;
    [[nodiscard]] std::string target(const Target& target) const;
    [[nodiscard]] std::string nearest(const Nearest& nearest) const;
    [[nodiscard]] std::string wordValue(const std::string& code, const Field* field) const;
    [[nodiscard]] std::string day(const DayValue& day) const;
    [[nodiscard]] std::string number(double number, const std::string& unit) const;
    [[nodiscard]] std::string measure(std::string_view of) const;

    const Vocabulary& m_vocabulary;
    Language m_language;
};

} // namespace guatu::campaign::query
