// SPDX-License-Identifier: MIT
#include "campaign/supervision.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace guatu::campaign
{
namespace
{

using Place = std::pair<SubjectType, RowIndex>;

Date firstOfMonth(Date day)
{
    return *Date::fromYmd(day.year(), day.month(), 1);
}

Date nextMonth(Date first)
{
    return first.month() == 12 ? *Date::fromYmd(first.year() + 1, 1, 1)
                               : *Date::fromYmd(first.year(), first.month() + 1, 1);
}

/// Since when each place on an active list is listed.
std::map<Place, Date> listedSince(const Snapshot& snapshot, const Profile& profile,
                                  const ListingState& listings)
{
    std::map<Place, Date> since;
    for (const std::size_t row : listings.active) {
        if (std::ranges::binary_search(listings.unmatched, row))
            continue;
        const Place place{snapshot.listings.subjectType[row], snapshot.listings.subject[row]};
        const Date from =
            std::max(snapshot.listings.from[row].value_or(profile.start), profile.start);
        const auto [at, isNew] = since.try_emplace(place, from);
        if (!isNew)
            at->second = std::min(at->second, from);
    }
    return since;
}

bool lacks(const Profile& profile, std::string_view step, const std::optional<Date>& stamp)
{
    return !stamp && std::ranges::find(profile.reviewSteps, step) != profile.reviewSteps.end();
}

} // namespace

std::vector<AspectSheet> aspectSheets(const Snapshot& snapshot, const Profile& profile,
                                      const ListingState& listings, Date day)
{
    const Date month = firstOfMonth(day);
    const ListingAspectColumns& aspects = snapshot.listingAspects;
    std::vector<AspectSheet> sheets;
    for (const std::size_t listing : listings.active) {
        AspectSheet sheet{listing, month, {}, {}};
        sheet.results.assign(profile.aspects.size(), CriterionResult::Unknown);
        sheet.notes.assign(profile.aspects.size(), {});
        for (std::size_t row = 0; row < aspects.size(); ++row) {
            const auto aspect = std::ranges::find(profile.aspects, aspects.aspect[row]);
            if (aspects.listing[row] != static_cast<RowIndex>(listing) ||
                firstOfMonth(aspects.month[row]) != month || aspect == profile.aspects.end())
                continue;
            const auto at = static_cast<std::size_t>(aspect - profile.aspects.begin());
            sheet.results[at] = aspects.result[row];
            sheet.notes[at] = aspects.note[row];
        }
        sheets.push_back(std::move(sheet));
    }
    return sheets;
}

std::vector<ReviewRow> reviews(const Snapshot& snapshot, const Profile& profile,
                               const ListingState& listings)
{
    std::map<std::tuple<SubjectType, RowIndex, Date>, std::size_t> recorded;
    for (std::size_t row = 0; row < snapshot.reviews.size(); ++row)
        recorded[{snapshot.reviews.subjectType[row], snapshot.reviews.subject[row],
                  firstOfMonth(snapshot.reviews.month[row])}] = row;
    std::vector<ReviewRow> rows;
    if (profile.reviewSteps.empty())
        return rows;
    for (const auto& [place, since] : listedSince(snapshot, profile, listings))
        for (Date month = firstOfMonth(since); month <= snapshot.asOf; month = nextMonth(month)) {
            ReviewRow row{place.first, place.second, month};
            if (const auto found = recorded.find({place.first, place.second, month});
                found != recorded.end()) {
                row.analysed = snapshot.reviews.analysedOn[found->second];
                row.judged = snapshot.reviews.judgedOn[found->second];
                row.dispatched = snapshot.reviews.dispatchedOn[found->second];
            }
            row.overdue =
                nextMonth(month) <= snapshot.asOf &&
                (lacks(profile, "analyse", row.analysed) || lacks(profile, "judge", row.judged) ||
                 lacks(profile, "dispatch", row.dispatched));
            rows.push_back(row);
        }
    return rows;
}

} // namespace guatu::campaign
