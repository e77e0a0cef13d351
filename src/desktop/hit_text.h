// SPDX-License-Identifier: MIT
#pragma once

#include "render/map_picture.h"
#include "session/workspace_view.h"

#include <QString>

#include <functional>
#include <vector>

namespace guatu::desktop
{

class Texts;

/// What lies at a place of the map, sorted out.
struct Found {
    std::vector<std::uint32_t> households; ///< when households lie on top: all of the stack
    RowIndex unit = noRow;                 ///< the narrowest unit hit
    std::vector<render::Hit> places;       ///< sites, facilities, projects and roads, topmost first
};
[[nodiscard]] Found sortOut(const session::WorkspaceView& view,
                            const std::vector<render::Hit>& hits);

/// Name and state, as the tip says them.
struct HitText {
    QString title, detail;
};
[[nodiscard]] HitText describe(const session::WorkspaceView& view, const Found& found,
                               const Texts& texts);

/// Name and facts of a site, facility, project or road.
struct PlaceText {
    QString title, kind;
    std::vector<std::pair<QString, QString>> facts;
};
[[nodiscard]] PlaceText describePlace(const session::WorkspaceView& view, const render::Hit& place,
                                      const Texts& texts);

/// The household layers' rows whose place passes.
[[nodiscard]] std::vector<std::uint32_t>
householdsWhere(const session::WorkspaceView& view, const render::MapScene& scene,
                const std::function<bool(Point)>& isWithin);

} // namespace guatu::desktop
