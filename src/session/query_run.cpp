// SPDX-License-Identifier: MIT
#include "session/query_run.h"

#include "session/query_answer.h"

#include <algorithm>
#include <chrono>

namespace guatu::session
{

namespace query = campaign::query;

namespace
{

template <typename Passes>
std::vector<std::uint32_t> rowsWhere(std::size_t size, Passes passes)
{
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < size; ++row)
        if (passes(row))
            rows.push_back(row);
    return rows;
}

std::vector<std::uint32_t> missesOf(const WorkspaceView& view, const query::QueryResult& result)
{
    std::vector<std::uint32_t> found = result.hits; // nearest first, when asked so
    std::ranges::sort(found);
    std::vector<std::uint32_t> misses = rowsOf(view, result.noun);
    std::erase_if(misses, [&](std::uint32_t row) {
        return std::ranges::binary_search(found, row) ||
               std::ranges::binary_search(result.unknown, row);
    });
    return misses;
}

} // namespace

std::vector<std::uint32_t> rowsOf(const WorkspaceView& view, const query::Noun& noun)
{
    const Snapshot& snapshot = view.snapshot;
    const auto everything = [](std::uint32_t) { return true; };
    switch (noun.entity) {
    case query::Entity::Household:
        return rowsWhere(snapshot.households.size(), everything);
    case query::Entity::Unit:
        return rowsWhere(snapshot.units.size(), [&](std::uint32_t row) {
            return !noun.level || snapshot.units.level[row] == *noun.level;
        });
    case query::Entity::Site:
        return rowsWhere(snapshot.sites.size(), [&](std::uint32_t row) {
            return noun.kind.empty() || snapshot.sites.kind[row] == noun.kind;
        });
    case query::Entity::Facility:
        return rowsWhere(snapshot.facilities.size(), [&](std::uint32_t row) {
            return noun.kind.empty() || snapshot.facilities.kind[row] == noun.kind;
        });
    case query::Entity::Road:
        return rowsWhere(snapshot.roads.size(), everything);
    case query::Entity::Project:
        return rowsWhere(snapshot.projects.size(), everything);
    case query::Entity::Problem:
        return rowsWhere(snapshot.problems.size(), everything);
    case query::Entity::Listing:
        return rowsWhere(snapshot.listings.size(), everything);
    case query::Entity::Plan:
        return rowsWhere(snapshot.planItems.size(), everything);
    case query::Entity::Visit:
        return rowsWhere(snapshot.visits.size(), everything);
    case query::Entity::Person:
        break;
    }
    return {};
}

PanelAnswer panelAnswer(const WorkspaceView& view, const query::Vocabulary& vocabulary,
                        const std::string& text, const query::Noun& noun)
{
    PanelAnswer answer;
    try {
        answer.query = query::parseQuery(text, vocabulary, noun);
    } catch (const query::QueryError& error) {
        answer.fault =
            QueryFault{error.message(), error.position(), error.length(), error.suggestions()};
        return answer;
    }
    answer.flat = query::flatten(answer.query);
    // A list of persons has no place in the window; households may be asked for their persons.
    const std::optional<PersonColumns> persons = answer.query.noun.entity == query::Entity::Person
                                                     ? std::nullopt
                                                     : personsFor(view, answer.query);
    const auto start = std::chrono::steady_clock::now();
    answer.result = query::runQuery(answer.query, {view.snapshot, view.profile, view.closure,
                                                   view.listings, persons ? &*persons : nullptr});
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    answer.seconds = taken.count();
    answer.misses = missesOf(view, answer.result);
    return answer;
}

} // namespace guatu::session
