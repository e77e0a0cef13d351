// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/query.h"
#include "support/snapshot_builder.h"

#include <algorithm>
#include <memory>

namespace guatu::test
{

/// A small world to ask about: two counties that each have a 小河村民委员会, five households in the
/// first, a site, facilities and problems. Positions are metres of EPSG:4543 near (500000,
/// 2800000).
struct QueryWorld {
    Profile profile = campaignProfile();
    Snapshot snapshot;
    std::unique_ptr<campaign::Closure> closure;
    std::unique_ptr<campaign::ListingState> listings;
    std::unique_ptr<campaign::query::Vocabulary> vocabulary;

    explicit QueryWorld(Snapshot made) : snapshot(std::move(made)) { judge(); }

    /// To be called again after the snapshot was changed.
    void judge()
    {
        closure = std::make_unique<campaign::Closure>(campaign::closeUp(snapshot, profile));
        listings = std::make_unique<campaign::ListingState>(
            campaign::listings(snapshot, profile, *closure));
        vocabulary = std::make_unique<campaign::query::Vocabulary>(snapshot, profile);
    }

    [[nodiscard]] campaign::query::QueryContext
    context(const PersonColumns* persons = nullptr) const
    {
        return {snapshot, profile, *closure, *listings, persons};
    }
    [[nodiscard]] campaign::query::Query parse(const std::string& text) const
    {
        return campaign::query::parseQuery(text, *vocabulary);
    }
    [[nodiscard]] campaign::query::QueryResult run(const std::string& text) const
    {
        return campaign::query::runQuery(parse(text), context());
    }
    [[nodiscard]] std::vector<std::uint32_t> hits(const std::string& text) const
    {
        return run(text).hits;
    }
    [[nodiscard]] std::vector<std::uint32_t> unknown(const std::string& text) const
    {
        return run(text).unknown;
    }
    /// The error of a text that is no query; fails when it is one.
    [[nodiscard]] campaign::query::QueryError error(const std::string& text) const;
};

[[nodiscard]] QueryWorld queryWorld();

void addFacility(Snapshot& snapshot, const std::string& kind, const std::string& state, Point at,
                 const std::string& unit = "");
void addRoad(Snapshot& snapshot, const std::string& surface, const std::vector<Point>& line);
/// Replaces the areas of all units: those of the given codes have these rings, the others none.
void setAreas(Snapshot& snapshot,
              const std::vector<std::pair<std::string, std::vector<std::vector<Point>>>>& areas);

inline constexpr Point origin{500000, 2800000};
[[nodiscard]] inline Point offset(double east, double north)
{
    return {origin.x + east, origin.y + north};
}

} // namespace guatu::test
