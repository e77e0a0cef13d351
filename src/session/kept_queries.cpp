// SPDX-License-Identifier: MIT
#include "session/kept_queries.h"

#include "session/login_name.h"
#include "store/workspace.h"

namespace guatu::session
{

using store::Workspace;

std::vector<KeptQuery> keptQueries(const std::filesystem::path& file)
{
    const Workspace workspace = Workspace::open(file, Workspace::Mode::Read);
    std::vector<KeptQuery> kept;
    for (store::SavedQuery& query : workspace.savedQueries())
        kept.push_back({std::move(query.name), std::move(query.entity), std::move(query.text)});
    return kept;
}

void keepQuery(const std::filesystem::path& file, const KeptQuery& query, const std::string& who)
{
    Workspace workspace = Workspace::open(file, Workspace::Mode::Write);
    workspace.saveQuery({.who = whoOrLogin(who), .why = "query"},
                        {query.name, query.entity, query.text});
}

bool dropQuery(const std::filesystem::path& file, const std::string& name, const std::string& who)
{
    Workspace workspace = Workspace::open(file, Workspace::Mode::Write);
    return workspace.removeQuery({.who = whoOrLogin(who), .why = "query"}, name);
}

} // namespace guatu::session
