// SPDX-License-Identifier: MIT
#pragma once

#include "core/audience.h"
#include "core/layer.h"
#include "core/style.h"
#include "render/map_picture.h"
#include "session/tables/unit_figures.h"
#include "session/workspace_view.h"

#include <memory>
#include <string>

namespace guatu::briefing
{

using ViewPointer = std::shared_ptr<const session::WorkspaceView>;

/// What a user says about the pages to be made.
struct MaterialOptions {
    Audience audience = Audience::Briefing;
    Language language = Language::Chinese;
    ColourVariant colours = ColourVariant::Standard;
    std::string approval{}; ///< 审图号; empty: the pages are stamped
    std::string compiler{}; ///< 编制单位; empty: by the unit's name
};

/// One day of a workspace, as maps may show it to the audience.
struct Day {
    ViewPointer view;
    FeatureTables tables; ///< masked
    std::shared_ptr<render::SceneCache> cache;
    std::shared_ptr<const session::FiguresOfUnits> figures;

    [[nodiscard]] const Snapshot& snapshot() const { return view->snapshot; }
};

/// What pages are made from: immutable, shared by threads.
struct Material {
    MaterialOptions options;
    Day day;
    std::optional<Day> before{}; ///< the day compared with
    std::shared_ptr<const MapDefinition> definition;
    std::string hash{};    ///< of the workspace's content, as pages print it
    ExportPolicy policy{}; ///< who may see which table
};

/// Masks what maps show and prepares what pages share. `before` may be null. Throws Error(Input)
/// when the workspace does not say who may see what, or some of it is marked secret.
[[nodiscard]] Material materialOf(ViewPointer view, ViewPointer before, MapDefinition definition,
                                  const MaterialOptions& options);

} // namespace guatu::briefing
