// SPDX-License-Identifier: MIT
#include "campaign/fields.h"
#include "campaign/household_judge.h"
#include "campaign/unit_judge.h"

#include <cmath>

namespace guatu::campaign
{
namespace
{

using enum CriterionResult;

Reading recordedReading(const CriterionValueColumns& values, std::size_t row,
                        const Judgement& judgement)
{
    Reading reading{.method = values.method[row],
                    .result = recordedResult(values, row, judgement.op, judgement.limit),
                    .text = values.text[row],
                    .exemptReason = values.exemptReason[row],
                    .asOf = values.asOf[row],
                    .dataset = values.dataset[row]};
    if (!std::isnan(values.number[row]))
        reading.number = values.number[row];
    return reading;
}

/// Recorded values and what is otherwise known, strongest first. A computed value that was
/// recorded gives way to what is known otherwise.
void addReadings(const Snapshot& snapshot, std::span<const std::uint32_t> rows,
                 std::optional<Reading> otherwise, Judgement& judgement)
{
    const CriterionValueColumns& values = snapshot.criterionValues;
    const bool known = otherwise && otherwise->result != Unknown;
    bool placed = !otherwise;
    for (const std::uint32_t row : strongestFirst(values, rows, judgement.id)) {
        if (!placed && known && values.method[row] == Method::Computed) {
            judgement.readings.push_back(*otherwise);
            placed = true;
        }
        judgement.readings.push_back(recordedReading(values, row, judgement));
    }
    if (!placed && (known || judgement.readings.empty()))
        judgement.readings.push_back(*std::move(otherwise));
    if (!judgement.readings.empty()) {
        judgement.result = judgement.readings.front().result;
        judgement.estimated = judgement.readings.front().estimated;
    }
}

Judgement blank(const Profile& profile, const std::string& set, std::size_t index)
{
    const Criterion& criterion = profile.criteria.at(set)[index];
    return {.set = set,
            .id = criterion.id,
            .index = index,
            .title = criterion.title,
            .bureau = criterion.bureau,
            .op = criterion.op,
            .limit = limitOf(criterion, profile),
            .due = criterion.due};
}

std::optional<Date> datasetDay(const Snapshot& snapshot, RowIndex dataset)
{
    return dataset == noRow ? std::nullopt
                            : snapshot.datasets.asOf[static_cast<std::size_t>(dataset)];
}

/// What the household's own columns say, as a reading.
Reading ledgerReading(const Snapshot& snapshot, const Criterion& criterion, CriterionResult result,
                      std::size_t row)
{
    const HouseholdColumns& households = snapshot.households;
    Reading reading{.method = Method::Reported, .result = result};
    if (row < households.dataset.size()) {
        reading.dataset = households.dataset[row];
        reading.asOf = datasetDay(snapshot, reading.dataset);
    }
    if (criterion.field == "income_pc" && !std::isnan(households.incomePerHead[row])) {
        reading.number = households.incomePerHead[row];
        reading.estimated = households.incomeBasis[row] == IncomeBasis::Estimated;
    } else if (criterion.field == "house_grade") {
        constexpr std::array<std::string_view, 5> grades{"", "A", "B", "C", "D"};
        reading.text = grades[static_cast<std::size_t>(households.houseGrade[row])];
    } else if (criterion.switchField == "livelihood_mode") {
        constexpr std::array<std::string_view, 4> modes{"", "job", "business", "safety_net"};
        reading.text = modes[static_cast<std::size_t>(households.livelihood[row])];
    }
    return reading;
}

std::vector<Judgement> ofHousehold(const Snapshot& snapshot, const Profile& profile,
                                   const Closure& closure, RowIndex household)
{
    const HouseholdJudge judge(snapshot, profile, closure.householdValues);
    const auto row = static_cast<std::size_t>(household);
    std::vector<Judgement> judgements;
    for (std::size_t i = 0; i < judge.size(); ++i) {
        Judgement judgement = blank(profile, std::string(householdSet), i);
        const Criterion& criterion = profile.criteria.at(judgement.set)[i];
        judgement.due = dueDay(criterion, snapshot.households, row);
        judgement.binding = closure.household[row] != Clear::OutOfScope;
        addReadings(snapshot, judge.recorded(household),
                    ledgerReading(snapshot, criterion, judge.fromColumns(i, row), row), judgement);
        judgements.push_back(std::move(judgement));
    }
    return judgements;
}

bool isBoundAnywhere(const Profile& profile, const std::string& set)
{
    return std::ranges::any_of(profile.closure.own,
                               [&](const OwnCriteria& own) { return own.set == set; });
}

std::vector<Judgement> ofUnit(const Snapshot& snapshot, const Profile& profile,
                              const Closure& closure, RowIndex unit)
{
    const UnitJudge judge(snapshot, profile, closure);
    const auto row = static_cast<std::size_t>(unit);
    std::vector<Judgement> judgements;
    const auto addSet = [&](const std::string& set, bool binding) {
        const auto& criteria = profile.criteria.at(set);
        for (std::size_t i = 0; i < criteria.size(); ++i) {
            Judgement judgement = blank(profile, set, i);
            judgement.binding = binding;
            auto computed = judge.computed(row, criteria[i]);
            if (computed && criteria[i].field == "incidence")
                computed->asOf = snapshot.units.statAsOf[row];
            addReadings(snapshot, closure.values.of(unit), std::move(computed), judgement);
            judgements.push_back(std::move(judgement));
        }
    };
    if (const std::int16_t bound = closure.own.binding[row]; bound >= 0)
        addSet(profile.closure.own[static_cast<std::size_t>(bound)].set, true);
    const std::string_view level = toString(snapshot.units.level[row]);
    for (const auto& [set, criteria] : profile.criteria)
        if (!criteria.empty() && criteria.front().grain == level && !isBoundAnywhere(profile, set))
            addSet(set, false);
    return judgements;
}

Reading siteReading(const Snapshot& snapshot, std::size_t site, const Judgement& judgement,
                    const Criterion& criterion)
{
    Reading reading{.method = Method::Computed};
    const FieldValue value = siteField(snapshot, site, criterion.field);
    if (const double* number = std::get_if<double>(&value); number && judgement.limit) {
        reading.number = *number;
        reading.result = compares(*number, criterion.op, *judgement.limit) ? Met : Unmet;
    } else if (const std::string* word = std::get_if<std::string>(&value)) {
        reading.text = *word;
        if (!criterion.in.empty())
            reading.result =
                std::ranges::find(criterion.in, *word) != criterion.in.end() ? Met : Unmet;
    }
    return reading;
}

std::vector<Judgement> ofSite(const Snapshot& snapshot, const Profile& profile, RowIndex site)
{
    const SubjectIndex recorded =
        indexValues(snapshot.criterionValues, SubjectType::Site, snapshot.sites.size());
    std::vector<Judgement> judgements;
    for (const auto& [set, criteria] : profile.criteria)
        for (std::size_t i = 0; i < criteria.size(); ++i) {
            if (criteria[i].grain != "site")
                continue;
            Judgement judgement = blank(profile, set, i);
            judgement.binding = false;
            std::optional<Reading> own;
            if (!criteria[i].field.empty())
                own = siteReading(snapshot, static_cast<std::size_t>(site), judgement, criteria[i]);
            addReadings(snapshot, recorded.of(site), std::move(own), judgement);
            judgements.push_back(std::move(judgement));
        }
    return judgements;
}

} // namespace

std::vector<Judgement> judgementsOf(const Snapshot& snapshot, const Profile& profile,
                                    const Closure& closure, SubjectType type, RowIndex row)
{
    switch (type) {
    case SubjectType::Household:
        return ofHousehold(snapshot, profile, closure, row);
    case SubjectType::Unit:
        return ofUnit(snapshot, profile, closure, row);
    case SubjectType::Site:
        return ofSite(snapshot, profile, row);
    case SubjectType::Unknown:
    case SubjectType::Facility:
    case SubjectType::Project:
        break;
    }
    return {};
}

} // namespace guatu::campaign
