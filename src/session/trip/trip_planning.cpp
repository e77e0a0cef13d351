// SPDX-License-Identifier: MIT
#include "session/trip/trip_planning.h"

#include "access/travel.h"
#include "session/trip/trip_sample.h"
#include "session/trip/trip_targets.h"

namespace guatu::session
{

std::vector<std::pair<std::string, LocalText>> tripVehicles()
{
    std::vector<std::pair<std::string, LocalText>> vehicles;
    for (const access::Means& means :
         access::loadTravel(dataRoot() / "data/access/travel.json").means)
        if (means.id != "foot" && means.id != "school_child")
            vehicles.emplace_back(means.id, means.title);
    return vehicles;
}

std::vector<std::string> drawnHouseholds(const WorkspaceView& view, RowIndex unit,
                                         const trips::SampleRule& rule, std::uint64_t seed)
{
    const auto frame = sampleFrame(view, unit);
    std::vector<std::string> codes;
    for (const trips::SampledVillage& village : drawSample(frame, rule, {}, seed).villages) {
        codes.insert(codes.end(), village.registered.begin(), village.registered.end());
        codes.insert(codes.end(), village.others.begin(), village.others.end());
    }
    return codes;
}

std::size_t listedPlaceCount(const WorkspaceView& view, RowIndex unit)
{
    TripRequest request;
    request.unit = unit;
    request.noHouseholds = true;
    request.listed = true;
    return tripTargets(view, request, Language::Chinese).size();
}

} // namespace guatu::session
