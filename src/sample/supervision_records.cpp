// SPDX-License-Identifier: MIT
// The official lists, the six aspects of each listed place and its monthly cycle.
#include "sample/records.h"
#include "sample/rows.h"

#include <algorithm>
#include <array>

namespace guatu::sample
{
namespace
{

/// A place on an official list.
struct Listed {
    std::string code; ///< of the listing
    std::string_view rule, subjectType;
    std::string subject, name;
    std::string_view from, to{};
};

const Village& villageOf(const World& world, std::string_view code)
{
    return *std::ranges::find(world.land.villages, code, &Village::code);
}

/// The lists as they grew: most places since the campaign began, the last ones in April. One
/// village was lifted before the plan: it had fallen below 50 persons.
std::vector<Listed> listedPlaces(const World& world)
{
    constexpr std::string_view began = "2020-03-30";
    std::vector<Listed> places;
    const auto add = [&](std::string_view rule, std::string_view type, const std::string& subject,
                         const std::string& name, std::string_view from, std::string_view to = {}) {
        places.push_back(
            {"G-" + std::string(rule) + "-" + subject, rule, type, subject, name, from, to});
    };
    add("LP1", "village", std::string(xiaohe), villageOf(world, xiaohe).name, began);
    for (const Site& site : world.figures.sites)
        if (site.hydropower || world.land.villages[site.host].code == hongtutianHost)
            add(site.hydropower ? "LP3" : "LP2", "site", site.code, site.name, began);
    for (std::size_t t = 0; t < 3; ++t) {
        const Town& town = *std::ranges::find(world.land.towns, wudingTowns[t].code, &Town::code);
        add("LC1", "town", town.code, town.name, began);
    }
    std::size_t count = 0;
    for (const VillagePlan& plan : wudingVillages)
        if (plan.listed)
            add("LC2", "village", std::string(plan.code), villageOf(world, plan.code).name,
                ++count > 8 ? "2020-04-10" : began);
    count = 0;
    for (const Site& site : world.figures.sites)
        if (world.land.counties[site.county].code == wuding && !site.hydropower &&
            site.moved >= 100)
            add("LC3", "site", site.code, site.name, ++count > 8 ? "2020-04-17" : began);
    const Village& lifted = villageOf(world, liftedVillage);
    add("LC2", "village", lifted.code, lifted.name, began, "2020-04-08");
    return places;
}

constexpr std::array<std::string_view, 6> aspects{
    "three_implement", "three_precise", "three_guarantee", "rectify", "annual_target", "pledge"};

/// March is complete but for a few results; of April three aspects are in.
void addAspects(Rows& rows, const Listed& place, Random random)
{
    for (const std::string_view month : {"2020-03-01", "2020-04-01"}) {
        const bool march = month == "2020-03-01";
        for (std::size_t i = 0; i < aspects.size(); ++i) {
            const double lot = random.unit();
            if (march ? lot < 0.05 : i >= 3)
                continue; // not reported
            const std::string_view result = lot < 0.75 ? "met" : lot < 0.92 ? "unmet" : "unknown";
            rows.add(place.code + "-" + std::string(month.substr(0, 7)) + "-" +
                         std::string(aspects[i]),
                     place.code, month, aspects[i], result,
                     result == "unmet" ? "正在整改" : std::string_view());
        }
    }
}

/// The cycle of a place: all of March for most, for some without the dispatch or the judgement.
void addReviews(Rows& rows, const Listed& place, std::size_t number)
{
    const std::string_view type = place.subjectType == "site" ? "site" : "unit";
    const auto add = [&](std::string_view month, std::string_view analysed, std::string_view judged,
                         std::string_view dispatched) {
        rows.add("R-" + place.subject + "-" + std::string(month.substr(0, 7)), type, place.subject,
                 month, analysed, judged, dispatched);
    };
    const bool dispatched = number % 6 != 2;
    const bool judged = number % 12 != 2;
    add("2020-03-01", "2020-03-30", judged ? "2020-03-31" : std::string_view(),
        dispatched ? "2020-03-31" : std::string_view());
    if (number % 5 != 4)
        add("2020-04-01", "2020-04-08", number % 2 == 0 ? "2020-04-15" : std::string_view(), "");
}

} // namespace

void writeListings(const World& world, const Output& output)
{
    Rows rows(output.sink, output.progress, EntityKind::Listing,
              {"code", "subject_type", "subject", "subject_name", "issuer_level", "rule_id",
               "basis", "from", "to", "lead_org", "state"});
    for (const Listed& place : listedPlaces(world)) {
        const bool prefecture = place.rule.starts_with("LP");
        rows.add(place.code, place.subjectType, place.subject, place.name,
                 prefecture ? "prefecture" : "county", place.rule, "official", place.from, place.to,
                 prefecture ? "州扶贫开发领导小组" : "武定县扶贫开发领导小组",
                 place.to.empty() ? "active" : "lifted");
    }
    rows.finish();
}

void writeSupervision(const World& world, const Output& output)
{
    Rows aspectRows(output.sink, output.progress, EntityKind::ListingAspect,
                    {"code", "listing", "month", "aspect", "result", "note"});
    Rows reviewRows(
        output.sink, output.progress, EntityKind::Review,
        {"code", "subject_type", "subject", "month", "analysed_on", "judged_on", "dispatched_on"});
    std::vector<std::string> reviewed; // a place on two lists has one cycle
    for (const Listed& place : listedPlaces(world)) {
        if (!place.to.empty() || place.from > std::string_view("2020-04-10"))
            continue; // lifted, or too new
        addAspects(aspectRows, place, world.random.fork(95, reviewed.size()));
        if (std::ranges::find(reviewed, place.subject) != reviewed.end())
            continue;
        addReviews(reviewRows, place, reviewed.size());
        reviewed.push_back(place.subject);
    }
    aspectRows.finish();
    reviewRows.finish();
}

} // namespace guatu::sample
