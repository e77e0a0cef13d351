// SPDX-License-Identifier: MIT
#include "campaign/changes.h"

#include "campaign/succession.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace guatu::campaign
{
namespace
{

constexpr std::array<std::string_view, changeKindCount> kindWords{
    "cleared",  "fallen_back", "newly_listed", "lifted", "newly_poor",
    "returned", "exited",      "moved",        "added",  "gone"};

template <typename Enum>
constexpr std::size_t at(Enum value)
{
    return static_cast<std::size_t>(value);
}

std::string word(std::string_view text)
{
    return std::string(text);
}

HouseholdClass classOf(const HouseholdColumns& households, std::size_t row)
{
    return householdClass(households.formal[row], households.watch[row]);
}

UnitCode codeOf(const Snapshot& snapshot, RowIndex unit)
{
    return unit == noRow ? UnitCode() : snapshot.units.code[at(unit)];
}

/// The village of a unit, or the unit itself above villages.
UnitCode villageOf(UnitCode code)
{
    return code && code.level() == Level::Group ? *code.parent() : code;
}

/// Compares two dates and writes down what changed.
class Comparer
{
public:
    Comparer(const Dated& from, const Dated& to)
        : m_from(from),
          m_to(to),
          m_succession(to.snapshot.successions, from.snapshot.asOf, to.snapshot.units),
          m_set{from.snapshot.asOf, to.snapshot.asOf, {}}
    {
    }

    ChangeSet compare()
    {
        compareHouseholds();
        compareUnits();
        compareListings();
        std::ranges::stable_sort(m_set.changes, {}, [](const Change& change) {
            return std::tuple(change.kind, change.subjectType, std::string_view(change.code));
        });
        return std::move(m_set);
    }

private:
    void note(Change change)
    {
        ++(change.subjectType == SubjectType::Household ? m_set.households
                                                        : m_set.units)[at(change.kind)];
        m_set.changes.push_back(std::move(change));
    }

    void compareHouseholds()
    {
        const HouseholdColumns& before = m_from.snapshot.households;
        const HouseholdColumns& after = m_to.snapshot.households;
        std::unordered_map<std::string_view, std::size_t> rows;
        rows.reserve(before.size());
        for (std::size_t row = 0; row < before.size(); ++row)
            rows.emplace(before.code[row], row);
        for (std::size_t row = 0; row < after.size(); ++row) {
            const auto found = rows.find(after.code[row]);
            if (found == rows.end()) {
                noteHousehold(ChangeKind::Added, row, {}, toString(m_to.closure.household[row]));
                if (isRemaining(after.formal[row]))
                    noteHousehold(ChangeKind::NewlyPoor, row, {}, toString(classOf(after, row)));
                continue;
            }
            comparePair(found->second, row);
            rows.erase(found);
        }
        std::vector<std::size_t> gone;
        for (const auto& [code, row] : rows)
            gone.push_back(row);
        std::ranges::sort(gone);
        for (const std::size_t row : gone)
            note({ChangeKind::Gone,
                  SubjectType::Household,
                  static_cast<RowIndex>(row),
                  word(before.code[row]),
                  {},
                  {},
                  word(toString(m_from.closure.household[row])),
                  {},
                  today(m_from.closure.home[row])});
    }

    static bool isRemaining(FormalStatus formal)
    {
        return formal == FormalStatus::Unexited || formal == FormalStatus::Returned;
    }

    void noteHousehold(ChangeKind kind, std::size_t row, std::string_view from, std::string_view to)
    {
        note({kind,
              SubjectType::Household,
              static_cast<RowIndex>(row),
              word(m_to.snapshot.households.code[row]),
              {},
              {},
              word(from),
              word(to),
              m_to.closure.home[row]});
    }

    void comparePair(std::size_t before, std::size_t after)
    {
        const HouseholdColumns& earlier = m_from.snapshot.households;
        const HouseholdColumns& later = m_to.snapshot.households;
        const HouseholdClass from = classOf(earlier, before), to = classOf(later, after);
        ++m_set.classFlow[at(from)][at(to)];
        m_set.classFlowPersons[at(from)][at(to)] += std::max<std::int64_t>(later.persons[after], 0);
        const Clear was = m_from.closure.household[before], is = m_to.closure.household[after];
        ++m_set.clearFlow[at(was)][at(is)];
        if (const auto kind = turn(was, is))
            noteHousehold(*kind, after, toString(was), toString(is));
        compareFormal(earlier.formal[before], later.formal[after], after, toString(from),
                      toString(to));
        const UnitCode left = villageOf(codeOf(m_from.snapshot, m_from.closure.home[before]));
        const UnitCode arrived = villageOf(codeOf(m_to.snapshot, m_to.closure.home[after]));
        if (left && arrived && !m_succession.becomes(left, arrived))
            noteHousehold(ChangeKind::Moved, after, left.str(), arrived.str());
    }

    static std::optional<ChangeKind> turn(Clear was, Clear is)
    {
        const auto isOpen = [](Clear clear) {
            return clear == Clear::Uncleared || clear == Clear::Unknown;
        };
        if (isOpen(was) && is == Clear::Cleared)
            return ChangeKind::Cleared;
        if (was == Clear::Cleared && isOpen(is))
            return ChangeKind::FallenBack;
        return std::nullopt;
    }

    void compareFormal(FormalStatus was, FormalStatus is, std::size_t row, std::string_view from,
                       std::string_view to)
    {
        if (isRemaining(was) && is == FormalStatus::Exited)
            noteHousehold(ChangeKind::Exited, row, from, to);
        else if (was != FormalStatus::Returned && is == FormalStatus::Returned)
            noteHousehold(ChangeKind::Returned, row, from, to);
        else if (was == FormalStatus::Exited && is == FormalStatus::Unexited)
            noteHousehold(ChangeKind::Returned, row, from, to);
        else if (was == FormalStatus::NeverRegistered && is == FormalStatus::Unexited)
            noteHousehold(ChangeKind::NewlyPoor, row, from, to);
    }

    /// The row in the later snapshot of a unit of the earlier one.
    [[nodiscard]] RowIndex today(RowIndex unit) const
    {
        if (unit == noRow)
            return noRow;
        const auto codes = m_succession.today(codeOf(m_from.snapshot, unit));
        return codes.empty() ? noRow : findUnit(m_to.snapshot.units, codes.front());
    }

    /// How a unit's predecessors stood together: one that was open keeps the whole open.
    void compareUnits()
    {
        const UnitColumns& before = m_from.snapshot.units;
        std::map<UnitCode, Clear> was;
        constexpr std::array<int, 4> weight{1, 3, 2, 0}; // by Clear
        for (std::size_t row = 0; row < before.size(); ++row) {
            const auto codes = m_succession.today(before.code[row]);
            for (const UnitCode code : codes) {
                const auto [found, isNew] = was.try_emplace(code, m_from.closure.unit[row]);
                if (!isNew && weight[at(m_from.closure.unit[row])] > weight[at(found->second)])
                    found->second = m_from.closure.unit[row];
            }
            if (codes.empty())
                note({ChangeKind::Gone,
                      SubjectType::Unit,
                      static_cast<RowIndex>(row),
                      before.code[row].str(),
                      before.name[row],
                      {},
                      word(toString(m_from.closure.unit[row])),
                      {},
                      noRow});
        }
        for (std::size_t row = 0; row < m_to.snapshot.units.size(); ++row) {
            const auto found = was.find(m_to.snapshot.units.code[row]);
            const Clear is = m_to.closure.unit[row];
            if (found == was.end())
                noteUnit(ChangeKind::Added, row, {}, toString(is));
            else if (const auto kind = turn(found->second, is))
                noteUnit(*kind, row, toString(found->second), toString(is));
        }
    }

    void noteUnit(ChangeKind kind, std::size_t row, std::string_view from, std::string_view to)
    {
        note({kind,
              SubjectType::Unit,
              static_cast<RowIndex>(row),
              m_to.snapshot.units.code[row].str(),
              m_to.snapshot.units.name[row],
              {},
              word(from),
              word(to),
              static_cast<RowIndex>(row)});
    }

    /// Issuer, type, and the code of the place: of units the one of today.
    using Listed = std::tuple<std::string, SubjectType, std::string>;

    std::map<Listed, std::size_t> listedAt(const Dated& side, bool isEarlier) const
    {
        const ListingColumns& listings = side.snapshot.listings;
        std::map<Listed, std::size_t> found;
        for (const std::size_t row : side.listings.active) {
            const RowIndex subject = listings.subject[row];
            const SubjectType type = listings.subjectType[row];
            if (std::ranges::binary_search(side.listings.unmatched, row))
                found.try_emplace(
                    {listings.issuerLevel[row], SubjectType::Unknown, listings.subjectName[row]},
                    row);
            else if (type == SubjectType::Site)
                found.try_emplace(
                    {listings.issuerLevel[row], type, side.snapshot.sites.code[at(subject)]}, row);
            else {
                UnitCode code = side.snapshot.units.code[at(subject)];
                if (const auto codes = m_succession.today(code); isEarlier && !codes.empty())
                    code = codes.front();
                found.try_emplace({listings.issuerLevel[row], type, code.str()}, row);
            }
        }
        return found;
    }

    void noteListing(ChangeKind kind, const Dated& side, std::size_t row, const Listed& key)
    {
        const auto& [issuer, type, code] = key;
        Change change{kind,
                      type,
                      noRow,
                      type == SubjectType::Unknown ? "" : code,
                      side.snapshot.listings.subjectName[row],
                      issuer};
        if (type == SubjectType::Unit) {
            change.subject = findUnit(m_to.snapshot.units, *UnitCode::parse(code));
            change.unit = change.subject;
            if (change.subject != noRow)
                change.name = m_to.snapshot.units.name[at(change.subject)];
        } else if (type == SubjectType::Site) {
            const SiteColumns& sites = m_to.snapshot.sites;
            const auto site = std::ranges::find(sites.code, code);
            if (site != sites.code.end()) {
                change.subject = static_cast<RowIndex>(site - sites.code.begin());
                change.name = sites.name[at(change.subject)];
                change.unit = sites.hostUnit[at(change.subject)];
            }
        }
        note(std::move(change));
    }

    void compareListings()
    {
        const auto before = listedAt(m_from, true), after = listedAt(m_to, false);
        for (const auto& [key, row] : after)
            if (!before.contains(key))
                noteListing(ChangeKind::NewlyListed, m_to, row, key);
        for (const auto& [key, row] : before)
            if (!after.contains(key))
                noteListing(ChangeKind::Lifted, m_from, row, key);
    }

    const Dated& m_from;
    const Dated& m_to;
    Succession m_succession;
    ChangeSet m_set;
};

} // namespace

std::string_view toString(ChangeKind kind)
{
    return kindWords[at(kind)];
}

ChangeSet changesBetween(const Dated& from, const Dated& to)
{
    return Comparer(from, to).compare();
}

} // namespace guatu::campaign
