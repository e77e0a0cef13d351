// SPDX-License-Identifier: MIT
#include "desktop/navigation.h"

#include "desktop/card_stack.h"
#include "desktop/map_page.h"
#include "desktop/workbench.h"

namespace guatu::desktop
{

void goToHit(const session::SearchHit& hit, Workbench& workbench, MapPage& map, CardStack& cards)
{
    const Snapshot& snapshot = workbench.view().snapshot;
    switch (hit.kind) {
    case session::SearchHit::Kind::Unit:
        workbench.visit(static_cast<RowIndex>(hit.row));
        break;
    case session::SearchHit::Kind::Site:
        map.goToPlace(snapshot.sites.location.firstPoint(hit.row));
        cards.showPlaces({{"", "site", hit.row, snapshot.sites.id[hit.row]}});
        break;
    case session::SearchHit::Kind::Facility:
        map.goToPlace(snapshot.facilities.location.firstPoint(hit.row));
        cards.showPlaces({{"", "facility", hit.row, snapshot.facilities.id[hit.row]}});
        break;
    case session::SearchHit::Kind::Household:
        workbench.pick(workbench.view().closure.home[hit.row]);
        workbench.chooseHouseholds({static_cast<std::uint32_t>(hit.row)});
        cards.showHousehold();
        map.goToPlace(snapshot.households.location[hit.row]);
        break;
    }
    map.map().setFocus();
}

} // namespace guatu::desktop
