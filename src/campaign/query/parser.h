// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/value_parser.h"

namespace guatu::campaign::query
{

/// Reads a query by recursive descent. The grammar stands in docs/queries.md.
class Parser
{
public:
    Parser(Reader& reader, const Noun& fallback)
        : m_reader(reader), m_values(reader), m_noun(fallback)
    {
    }

    /// Throws QueryError.
    [[nodiscard]] Query query();

private:
    void head(Query& query);
    void tail(Query& query);
    [[nodiscard]] Expression any();
    [[nodiscard]] Expression all();
    [[nodiscard]] Expression unary();
    [[nodiscard]] Expression condition();
    [[nodiscard]] Expression opened(Keyword keyword);
    [[nodiscard]] Expression has();
    [[nodiscard]] Expression within();
    [[nodiscard]] Expression from();
    [[nodiscard]] Expression intersects();
    [[nodiscard]] Expression count();
    [[nodiscard]] Expression visited();
    [[nodiscard]] Expression comparison(std::span<const std::uint32_t> candidates, std::size_t end);
    [[nodiscard]] Expression compare(const Field& field);
    [[nodiscard]] Expression compareDays(const Field& field);
    [[nodiscard]] Expression compareUnit(const Field& field, bool negated);
    [[nodiscard]] Expression compareValues(const Field& field, OperatorWord word);
    [[nodiscard]] std::optional<OperatorWord> operatorOf(const Field& field);
    [[nodiscard]] OperatorWord countOperator();
    [[nodiscard]] Target target(bool units);
    [[nodiscard]] Noun noun();
    void filter(Target& target);
    /// Whether the nearest clause begins here, and not a field as 最近走访.
    [[nodiscard]] bool isNearestNext();
    void requirePlace();
    void requirePlace(const Noun& noun, std::size_t start);
    void requireRelation(const Noun& noun, std::size_t start);
    [[nodiscard]] std::vector<std::string> conditionWords();
    [[nodiscard]] std::string nounTitle(const Noun& noun) const;

    Reader& m_reader;
    ValueParser m_values;
    Noun m_noun; ///< whose fields are meant at this place
    std::size_t m_depth = 0, m_conditions = 0;
};

} // namespace guatu::campaign::query
