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
        goTo(static_cast<std::uint32_t>(hit.row), workbench, map, cards);
        break;
    }
    map.map().setFocus();
}

void goTo(std::uint32_t household, Workbench& workbench, MapPage& map, CardStack& cards)
{
    workbench.pick(workbench.view().closure.home[household]);
    workbench.chooseHouseholds({household});
    cards.showHousehold();
    map.goToPlace(workbench.view().snapshot.households.location[household]);
}

} // namespace guatu::desktop
