// SPDX-License-Identifier: MIT
#include "campaign/supervision.h"

#include "campaign/listing_reason.h"
#include "campaign/wording.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace guatu::campaign
{
namespace
{

constexpr std::array<std::string_view, 4> basisWords{"official", "rule", "both", "cannot_tell"};

struct InputId {
    std::string_view input, message;
};
constexpr InputId inputIds[]{{"agri_persons", "campaign.input.agri_persons"},
                             {"formal_status", "campaign.input.formal_status"},
                             {"household_list", "campaign.input.household_list"},
                             {"households", "campaign.input.households"},
                             {"is_deep_poor", "campaign.input.is_deep_poor"},
                             {"is_poor_unit", "campaign.input.is_poor_unit"},
                             {"kind", "campaign.input.kind"},
                             {"moved_hh", "campaign.input.moved_hh"},
                             {"moved_p", "campaign.input.moved_p"},
                             {"persons", "campaign.input.persons"},
                             {"planned_hh", "campaign.input.planned_hh"},
                             {"planned_p", "campaign.input.planned_p"}};

LocalText inputTitle(const std::string& input)
{
    const auto* found = std::ranges::find(inputIds, input, &InputId::input);
    return found == std::end(inputIds) ? plain(input) : sentence(found->message);
}

/// Makes the rows of one snapshot.
class Writer
{
public:
    Writer(const Snapshot& snapshot, const Profile& profile, const Closure& closure,
           const ListingState& listings)
        : m_snapshot(snapshot), m_profile(profile), m_closure(closure), m_listings(listings)
    {
    }

    std::vector<SupervisionRow> write()
    {
        for (const RuleHit& hit : m_listings.hits)
            addRule(hit, CriterionResult::Met);
        for (const RuleHit& undecided : m_listings.undecided)
            if (!undecided.official)
                addRule(undecided, CriterionResult::Unknown);
        for (const std::size_t listing : m_listings.active)
            if (!isSaid(listing))
                addListing(listing);
        std::ranges::stable_sort(m_rows, {}, [](const SupervisionRow& row) {
            return std::tuple(row.rule, row.subjectType, row.code, row.name);
        });
        return std::move(m_rows);
    }

private:
    void nameSubject(SupervisionRow& row) const
    {
        const auto at = static_cast<std::size_t>(row.subject);
        if (row.subjectType == SubjectType::Site) {
            row.subjectWord = "site";
            row.code = m_snapshot.sites.code[at];
            row.name = m_snapshot.sites.name[at];
            const bool persons = row.field == "persons";
            row.planned = (persons ? m_snapshot.sites.movedPersons[at]
                                   : m_snapshot.sites.movedHouseholds[at]) < 0 &&
                          (persons || row.field == "households") && row.value;
        } else {
            row.subjectWord = toString(m_snapshot.units.level[at]);
            row.code = m_snapshot.units.code[at].str();
            row.name = m_snapshot.units.name[at];
        }
    }

    void fillFigures(SupervisionRow& row, CriterionResult result) const
    {
        RuleFigure figure =
            figureOf(m_snapshot, m_profile, m_closure, row.rule, result, row.subject);
        row.ruleId = m_profile.listingRules[row.rule].id;
        row.field = std::move(figure.field);
        row.value = figure.value;
        row.op = std::move(figure.op);
        row.limit = figure.limit;
        row.missing = std::move(figure.missing);
        if (row.value && row.limit)
            row.margin = *row.value - *row.limit;
    }

    [[nodiscard]] LocalText reasonOf(const SupervisionRow& row) const
    {
        if (row.rule == SupervisionRow::noRule)
            return sentence(row.subject == noRow ? "campaign.reason.unmatched"
                                                 : "campaign.reason.no_rule");
        const LocalText rule = plain(row.ruleId);
        if (!row.missing.empty())
            return sentence("campaign.reason.cannot_tell",
                            {{"rule", rule}, {"input", inputTitle(row.missing)}});
        if (row.basis == ListingBasis::Official)
            return sentence("campaign.reason.not_hit", {{"rule", rule}});
        const Message reason = listingReason(m_snapshot, m_profile, m_closure, m_listings, row.rule,
                                             row.subjectType, row.subject);
        const LocalText said{text(reason, Language::Chinese), text(reason, Language::English)};
        return row.planned ? sentence("campaign.reason.planned", {{"reason", said}}) : said;
    }

    void addRule(const RuleHit& hit, CriterionResult result)
    {
        SupervisionRow row;
        row.subjectType = hit.subjectType;
        row.subject = hit.subject;
        row.rule = hit.rule;
        row.issuer = m_profile.listingRules[hit.rule].issuer;
        row.basis = result == CriterionResult::Unknown ? ListingBasis::CannotTell
                    : hit.official                     ? ListingBasis::Both
                                                       : ListingBasis::Rule;
        row.listing = listingOf(row);
        fillFigures(row, result);
        nameSubject(row);
        row.reason = reasonOf(row);
        m_rows.push_back(std::move(row));
    }

    void addListing(std::size_t listing)
    {
        const ListingColumns& listings = m_snapshot.listings;
        SupervisionRow row;
        row.basis = ListingBasis::Official;
        row.listing = static_cast<RowIndex>(listing);
        row.issuer = listings.issuerLevel[listing];
        row.ruleId = listings.ruleId[listing];
        row.name = listings.subjectName[listing];
        if (!std::ranges::binary_search(m_listings.unmatched, listing)) {
            row.subjectType = listings.subjectType[listing];
            row.subject = listings.subject[listing];
            if (const auto rule = ruleOfListing(m_snapshot, m_profile, m_listings, listing)) {
                row.rule = *rule;
                fillFigures(row, resultOn(m_listings, *rule, row.subject));
            }
            nameSubject(row);
        }
        row.reason = reasonOf(row);
        m_rows.push_back(std::move(row));
    }

    /// The active listing by the issuer of the subject; one that names the rule, if there is one.
    [[nodiscard]] RowIndex listingOf(const SupervisionRow& row) const
    {
        const ListingColumns& listings = m_snapshot.listings;
        RowIndex found = noRow;
        for (const std::size_t listing : m_listings.active) {
            if (listings.subjectType[listing] != row.subjectType ||
                listings.subject[listing] != row.subject ||
                listings.issuerLevel[listing] != row.issuer)
                continue;
            if (listings.ruleId[listing] == m_profile.listingRules[row.rule].id)
                return static_cast<RowIndex>(listing);
            if (found == noRow)
                found = static_cast<RowIndex>(listing);
        }
        return found;
    }

    /// A rule that its issuer has for such places is hit, so the listing stands in its row.
    [[nodiscard]] bool isSaid(std::size_t listing) const
    {
        return std::ranges::any_of(m_rows, [&](const SupervisionRow& row) {
            return row.subject != noRow && row.basis == ListingBasis::Both &&
                   row.subjectType == m_snapshot.listings.subjectType[listing] &&
                   row.subject == m_snapshot.listings.subject[listing] &&
                   row.issuer == m_snapshot.listings.issuerLevel[listing];
        });
    }

    const Snapshot& m_snapshot;
    const Profile& m_profile;
    const Closure& m_closure;
    const ListingState& m_listings;
    std::vector<SupervisionRow> m_rows;
};

} // namespace

std::string_view toString(ListingBasis basis)
{
    return basisWords[static_cast<std::size_t>(basis)];
}

std::vector<SupervisionRow> supervision(const Snapshot& snapshot, const Profile& profile,
                                        const Closure& closure, const ListingState& listings)
{
    return Writer(snapshot, profile, closure, listings).write();
}

} // namespace guatu::campaign
