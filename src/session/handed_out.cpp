// SPDX-License-Identifier: MIT
#include "session/handed_out.h"

#include "core/error.h"
#include "session/export_policy.h"
#include "session/masked_table.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace guatu::session
{
namespace
{

/// Lists of units and sites: their places are those that maps show.
bool isOfPublicPlaces(const Table& table)
{
    constexpr std::array<std::string_view, 6> keys{
        "aspects", "briefing", "listing_difference", "overdue_reviews", "status", "supervision"};
    return std::ranges::find(keys, table.key()) != keys.end();
}

bool mayShowPlaces(const Table& table, const ExportPolicy& policy, Audience audience)
{
    return isOfPublicPlaces(table) && table.geometry().type() != GeometryType::None &&
           policy.layerPlace("village", audience) == PlaceGrant::Exact &&
           policy.layerPlace("site", audience) == PlaceGrant::Exact;
}

} // namespace

Audience audienceFor(const std::string& word, const ExportPolicy& policy)
{
    if (word.empty())
        return policy.byDefault;
    if (const auto audience = audienceFromString(word))
        return *audience;
    throw inputError(
        {"cli.export.bad_word",
         {{"option", "--for"}, {"word", word}, {"known", "internal briefing public field"}}});
}

HandedOut handedOut(const WorkspaceView& view, const std::vector<Table>& tables, Audience audience,
                    Language language)
{
    const ExportPolicy policy = exportPolicy(view);
    HandedOut out;
    for (const Table& table : tables) {
        if (tables.size() > 1 && !policy.allowsTable(table.key(), audience)) {
            out.notes.push_back({"export.dropped_list",
                                 {{"list", table.title().in(language)},
                                  {"audience", audienceTitle(audience).in(language)}}});
            continue;
        }
        requireNotSecret(view, recordsBehind(table.key()));
        MaskedTable masked = maskedTable(table, policy, audience, language);
        if (!masked.dropped.empty())
            out.notes.push_back({"export.dropped_columns",
                                 {{"list", table.title().in(language)},
                                  {"audience", audienceTitle(audience).in(language)},
                                  {"fields", masked.droppedNames(language)}}});
        if (mayShowPlaces(table, policy, audience))
            masked.table.setGeometry(table.geometry());
        out.tables.push_back(std::move(masked.table));
    }
    if (out.tables.empty() && !tables.empty())
        requireVisible(tables.front(), policy, audience, language);
    return out;
}

} // namespace guatu::session
