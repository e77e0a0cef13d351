// SPDX-License-Identifier: MIT
#include "campaign/query/flat_query.h"
#include "campaign/query/named_queries.h"
#include "session/query_run.h"
#include "session/sample_job.h"
#include "session/workspace_view.h"
#include "store/workspace.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <cstdlib>
#include <map>
#include <set>

using namespace guatu;
using namespace guatu::campaign::query;

namespace
{

std::filesystem::path sampleIn(const std::filesystem::path& folder)
{
    const char* made = std::getenv("GUATU_TEST_SAMPLE");
    const auto file = std::filesystem::path(made == nullptr ? "" : made) / session::sampleFileName;
    return std::filesystem::exists(file) ? file : session::makeSampleWorkspace(folder);
}

} // namespace

TEST_CASE("every named query reads, keeps its meaning in both languages and runs on the sample",
          "[query]")
{
    const test::TemporaryFolder folder;
    const auto view = session::openWorkspace(sampleIn(folder.path()));
    const Vocabulary vocabulary(view->snapshot, view->profile);
    const PersonColumns persons =
        store::Workspace::open(view->file, store::Workspace::Mode::Read).persons(view->snapshot);
    const QueryContext context{view->snapshot, view->profile, view->closure, view->listings,
                               &persons};
    std::set<std::string> ids;
    std::map<std::string, QueryResult> results;
    for (const NamedQuery& named : namedQueries()) {
        INFO(named.id);
        CHECK(ids.insert(named.id).second);
        CHECK(named.standard >= 1);
        CHECK(named.standard <= 28);
        CHECK_FALSE(named.title.zh.empty());
        CHECK_FALSE(named.title.en.empty());
        const Query query = parseQuery(named.text, vocabulary);
        for (const Language language : {Language::Chinese, Language::English})
            CHECK(parseQuery(canonicalText(query, vocabulary, language), vocabulary) == query);
        results[named.id] = runQuery(query, context);
    }
    // The plan's own figures: 2,903 households with 8,331 persons remain.
    CHECK(results["remaining_households"].hit == Amount{2903, 8331});
    CHECK(results["remaining_households"].cannotTell.rows == 0);
    // Prefecture list: one village; county list: three townships and ten villages and sites.
    CHECK(results["listed_towns"].hit.rows == 3);
    const auto count = [&](const std::string& text) {
        return runQuery(parseQuery(text, vocabulary), context).hit.rows;
    };
    CHECK(count("villages where listed by prefecture") == 1);
    CHECK(count("villages where rule_hit = LC2") == 10);
    CHECK(count("townships where rule_hit = LC1") == 3);
    CHECK(count("sites where rule_hit = LC3") == 10);
    std::int64_t dropouts = 0;
    for (std::size_t row = 0; row < persons.size(); ++row) {
        const int age = 2020 - persons.birthYear[row]; // on 1 September 2020
        dropouts += persons.dropout[row] == "yes" && age >= 6 && age <= 15 ? 1 : 0;
    }
    CHECK(results["dropouts"].hit.rows == dropouts);
    CHECK(count("households where class = monitored") == 4700);
    CHECK(count("households where class = marginal") == 7569);
    CHECK(count("农户 其中 类别 = 边缘户 且 非 类别 = 边缘户") == 0);
}

TEST_CASE("households can be asked for their persons in the window too", "[query]")
{
    const guatu::test::TemporaryFolder folder;
    const auto view = session::openWorkspace(sampleIn(folder.path()));
    const Vocabulary vocabulary(view->snapshot, view->profile);
    const session::PanelAnswer answer = session::panelAnswer(
        *view, vocabulary, "有 家庭成员[就学 = 失学辍学]", Noun{Entity::Household, {}, {}});

    const PersonColumns persons =
        store::Workspace::open(view->file, store::Workspace::Mode::Read).persons(view->snapshot);
    std::set<std::uint32_t> expected;
    for (std::size_t row = 0; row < persons.size(); ++row)
        if (persons.dropout[row] == "yes")
            expected.insert(static_cast<std::uint32_t>(persons.household[row]));
    CHECK_FALSE(expected.empty());
    CHECK(std::set(answer.result.hits.begin(), answer.result.hits.end()) == expected);
}
