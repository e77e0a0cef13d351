// SPDX-License-Identifier: MIT
#include "session/query_answer.h"

#include "campaign/query/named_queries.h"
#include "core/error.h"
#include "core/text.h"
#include "session/login_name.h"
#include "session/tables/household_table.h"
#include "session/tables/place_tables.h"
#include "session/tables/problem_table.h"
#include "session/tables/table_parts.h"
#include "store/workspace.h"

#include <algorithm>

namespace guatu::session
{
namespace
{

using campaign::query::Entity;
using campaign::query::Expression;
using campaign::query::Query;
using store::Workspace;

bool asksForPersons(const Expression& expression)
{
    return expression.target.noun.entity == Entity::Person ||
           std::ranges::any_of(expression.children, asksForPersons) ||
           std::ranges::any_of(expression.target.filter, asksForPersons);
}

bool asksForPersons(const Query& query)
{
    return query.noun.entity == Entity::Person || (query.where && asksForPersons(*query.where)) ||
           (query.nearest &&
            std::ranges::any_of(query.nearest->target.filter,
                                [](const Expression& filter) { return asksForPersons(filter); }));
}

std::string count(std::int64_t number)
{
    return withThousands(number);
}

LocalText countNote(const QueryAnswer& answer)
{
    const auto& [noun, hits, unknown, hit, cannotTell, miss, unlocated] = answer.result;
    const char* id = answer.query.noun.entity == Entity::Household ? "session.query.households"
                                                                   : "session.query.rows";
    return localText(Message{id,
                             {{"hits", count(hit.rows)},
                              {"persons", count(hit.persons)},
                              {"unknown", count(cannotTell.rows)},
                              {"misses", count(miss.rows)}}});
}

} // namespace

std::optional<PersonColumns>
personsFor(const WorkspaceView& view, const campaign::query::Query& query, const Progress& progress)
{
    if (!asksForPersons(query))
        return std::nullopt;
    return Workspace::open(view.file, Workspace::Mode::Read).persons(view.snapshot, progress);
}

QueryAnswer answerQuery(const WorkspaceView& view, std::string_view text, const Progress& progress)
{
    const campaign::query::Vocabulary vocabulary(view.snapshot, view.profile);
    QueryAnswer answer;
    answer.query = campaign::query::parseQuery(text, vocabulary);
    answer.text = {canonicalText(answer.query, vocabulary, Language::Chinese),
                   canonicalText(answer.query, vocabulary, Language::English)};
    answer.persons = personsFor(view, answer.query, progress);
    answer.result = campaign::query::runQuery(
        answer.query, {view.snapshot, view.profile, view.closure, view.listings,
                       answer.persons ? &*answer.persons : nullptr});
    return answer;
}

Table entityTable(const WorkspaceView& view, Entity entity, std::span<const std::uint32_t> rows,
                  const PersonColumns* persons)
{
    switch (entity) {
    case Entity::Household:
        return householdTable(view, rows);
    case Entity::Person:
        if (persons == nullptr)
            break;
        return personTable(view, *persons, rows);
    case Entity::Unit:
        return unitTable(view, rows);
    case Entity::Site:
        return siteTable(view, rows);
    case Entity::Facility:
        return facilityTable(view, rows);
    case Entity::Road:
        return roadTable(view, rows);
    case Entity::Project:
        return projectTable(view, rows);
    case Entity::Problem:
        return problemTable(view, rows);
    case Entity::Listing:
        return listingTable(view, rows);
    case Entity::Plan:
        return planTable(view, rows);
    case Entity::Visit:
        return visitTable(view, rows);
    }
    throw Error(ErrorKind::Internal, {"cli.internal", {{"what", "query entity"}}});
}

Table answerTable(const WorkspaceView& view, const QueryAnswer& answer, bool cannotTell)
{
    Table table = entityTable(view, answer.query.noun.entity,
                              cannotTell ? answer.result.unknown : answer.result.hits,
                              answer.persons ? &*answer.persons : nullptr);
    table.addNote(answer.text);
    table.addNote(countNote(answer));
    if (answer.result.unlocatedTargets > 0)
        table.addNote(localText(Message{
            "session.query.unlocated",
            {{"count", count(static_cast<std::int64_t>(answer.result.unlocatedTargets))}}}));
    return table;
}

std::optional<std::string> savedQueryText(const std::filesystem::path& workspace,
                                          const std::string& name)
{
    const auto saved = Workspace::open(workspace, Workspace::Mode::Read).savedQueries();
    if (const auto found = std::ranges::find(saved, name, &store::SavedQuery::name);
        found != saved.end())
        return found->text;
    const auto& shipped = campaign::query::namedQueries();
    if (const auto found = std::ranges::find_if(shipped,
                                                [&name](const auto& each) {
                                                    return each.id == name ||
                                                           each.title.zh == name ||
                                                           each.title.en == name;
                                                });
        found != shipped.end())
        return found->text;
    return std::nullopt;
}

Table queryTable(const std::filesystem::path& workspace)
{
    Table table("queries", localText("table.queries"),
                {column("column.name"), column("column.title"),
                 column("column.standard_query", ColumnKind::Integer), column("column.text")});
    for (const store::SavedQuery& query :
         Workspace::open(workspace, Workspace::Mode::Read).savedQueries())
        table.addRow({query.name, localText("table.saved_query"), Blank{}, query.text});
    for (const campaign::query::NamedQuery& query : campaign::query::namedQueries())
        table.addRow(
            {query.id, query.title,
             query.standard > 0 ? TableCell{std::int64_t{query.standard}} : TableCell{Blank{}},
             query.text});
    return table;
}

void saveQuery(const WorkspaceView& view, const std::string& who, const std::string& name,
               std::string_view text)
{
    if (trim(name).empty())
        throw inputError({"session.query.no_name"});
    const campaign::query::Vocabulary vocabulary(view.snapshot, view.profile);
    const Query query = campaign::query::parseQuery(text, vocabulary);
    Workspace workspace = Workspace::open(view.file, Workspace::Mode::Write);
    workspace.saveQuery({whoOrLogin(who), "save query " + name},
                        {.name = name,
                         .entity = vocabulary.title(query.noun, Language::English),
                         .text = canonicalText(query, vocabulary, Language::English)});
}

void deleteQuery(const std::filesystem::path& file, const std::string& who, const std::string& name)
{
    Workspace workspace = Workspace::open(file, Workspace::Mode::Write);
    if (!workspace.removeQuery({whoOrLogin(who), "delete query " + name}, name))
        throw inputError({"session.query.unknown", {{"name", name}}});
}

} // namespace guatu::session
