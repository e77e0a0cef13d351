// SPDX-License-Identifier: MIT
#include "session/search.h"

#include "core/text.h"
#include "exchange/pinyin.h"
#include "session/feature_tables.h"

#include <algorithm>
#include <tuple>

namespace guatu::session
{
namespace
{

/// How well a name answers a query; smaller is better.
enum class Match { WholeName, NameStart, Code, Initials, Pinyin, NamePart };

bool isLatin(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string names(const UnitColumns& units, RowIndex from)
{
    std::string path;
    for (RowIndex unit = from; unit != noRow; unit = units.parent[static_cast<std::size_t>(unit)]) {
        const auto row = static_cast<std::size_t>(unit);
        path = shortName(units.name[row], units.level[row]) + (path.empty() ? "" : " › ") + path;
    }
    return path;
}

/// The unit that a hit stands under; noRow for none.
RowIndex unitAbove(const Snapshot& snapshot, SearchHit::Kind kind, std::size_t row)
{
    switch (kind) {
    case SearchHit::Kind::Unit:
        return snapshot.units.parent[row];
    case SearchHit::Kind::Site:
        return snapshot.sites.hostUnit[row] != noRow ? snapshot.sites.hostUnit[row]
                                                     : snapshot.sites.county[row];
    case SearchHit::Kind::Facility:
        return snapshot.facilities.unit[row];
    case SearchHit::Kind::Household:
        break;
    }
    const RowIndex current = snapshot.households.currentUnit[row];
    return current != noRow ? current : snapshot.households.originUnit[row];
}

} // namespace

void prepareSearch()
{
    static_cast<void>(exchange::pinyin("州"));
}

SearchIndex::SearchIndex(const Snapshot& snapshot) : m_snapshot(&snapshot)
{
    const auto add = [this](SearchHit::Kind kind, std::size_t row, const std::string& name,
                            std::string code, int rank) {
        if (!name.empty())
            m_entries.push_back({kind, row, foldHeader(name), exchange::pinyin(name),
                                 exchange::pinyinInitials(name), foldWidth(code), rank});
    };
    const UnitColumns& units = snapshot.units;
    for (std::size_t row = 0; row < units.size(); ++row)
        add(SearchHit::Kind::Unit, row, units.name[row], units.code[row].str(),
            static_cast<int>(units.level[row]));
    for (std::size_t row = 0; row < snapshot.sites.size(); ++row)
        add(SearchHit::Kind::Site, row, snapshot.sites.name[row], snapshot.sites.code[row], 3);
    for (std::size_t row = 0; row < snapshot.facilities.size(); ++row)
        add(SearchHit::Kind::Facility, row, snapshot.facilities.name[row],
            snapshot.facilities.code[row], 5);
}

std::optional<int> SearchIndex::match(const Entry& entry, std::string_view query)
{
    const bool latin = isLatin(query);
    const auto grade = [](Match match) { return std::optional(static_cast<int>(match)); };
    if (entry.name == query || shortName(entry.name, Level::Village) == query)
        return grade(Match::WholeName);
    if (entry.name.starts_with(query))
        return grade(Match::NameStart);
    if (entry.code.starts_with(query))
        return grade(Match::Code);
    if (latin && entry.initials.starts_with(query))
        return grade(Match::Initials);
    if (latin && entry.pinyin.starts_with(query))
        return grade(Match::Pinyin);
    if (entry.name.find(query) != std::string::npos)
        return grade(Match::NamePart);
    return std::nullopt;
}

std::vector<SearchHit> SearchIndex::find(std::string_view query, std::size_t limit) const
{
    std::vector<SearchHit> hits;
    const std::string wanted = foldHeader(query);
    if (wanted.empty())
        return hits;
    std::vector<std::tuple<int, int, std::size_t>> order; // match, rank, entry
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        if (const auto grade = match(m_entries[i], wanted))
            order.emplace_back(*grade, m_entries[i].rank, i);
    const auto kept = static_cast<std::ptrdiff_t>(std::min(limit, order.size()));
    std::ranges::partial_sort(order, order.begin() + kept);
    order.resize(static_cast<std::size_t>(kept));
    for (const auto& [grade, rank, index] : order)
        hits.push_back(hit(m_entries[index].kind, m_entries[index].row));
    addHouseholds(wanted, limit, hits);
    return hits;
}

/// Households are found by code alone, straight from their column: they may be a million.
void SearchIndex::addHouseholds(std::string_view code, std::size_t limit,
                                std::vector<SearchHit>& hits) const
{
    constexpr std::size_t shortestCode = 4;
    if (code.size() < shortestCode || std::ranges::none_of(code, isDigit))
        return;
    const TextColumn& codes = m_snapshot->households.code;
    for (std::size_t row = 0; row < codes.size() && hits.size() < limit; ++row)
        if (foldWidth(codes[row].substr(0, code.size())) == code)
            hits.push_back(hit(SearchHit::Kind::Household, row));
}

SearchHit SearchIndex::hit(SearchHit::Kind kind, std::size_t row) const
{
    const Snapshot& snapshot = *m_snapshot;
    SearchHit found{kind, row, {}, names(snapshot.units, unitAbove(snapshot, kind, row)), {}};
    switch (kind) {
    case SearchHit::Kind::Unit:
        found.name = snapshot.units.name[row];
        found.code = snapshot.units.code[row].str();
        break;
    case SearchHit::Kind::Site:
        found.name = snapshot.sites.name[row];
        found.code = snapshot.sites.code[row];
        break;
    case SearchHit::Kind::Facility:
        found.name = snapshot.facilities.name[row];
        found.code = snapshot.facilities.code[row];
        break;
    case SearchHit::Kind::Household:
        found.name = found.code = snapshot.households.code[row];
        break;
    }
    return found;
}

} // namespace guatu::session
