// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/expression.h"
#include "core/audience.h"
#include "core/layer.h"
#include "exchange/layer_writer.h"
#include "session/workspace_view.h"

#include <set>
#include <span>
#include <string>
#include <vector>

namespace guatu::session
{

/// Rows on their way out: of a map layer, a query's answer or a selection.
struct ExportRows {
    campaign::query::Noun noun{};
    std::vector<std::uint32_t> rows{}; ///< of the entity's table in the snapshot
    LocalText title{};                 ///< empty: that of the list
    bool atSeats = false;              ///< units as points, never as areas
    std::vector<exchange::FeatureLook> looks{};
    std::vector<std::uint16_t> lookOf{};   ///< by row, into `looks`; or none
    std::string source{};                  ///< of maps, that the rows come from: its fields go out
    std::vector<std::uint32_t> features{}; ///< of the source's table, by row; or none
    bool isOfSource = false;               ///< no list has these rows: the source alone says all
};

/// Which rows of the map's layers go out.
struct LayerChoice {
    std::vector<std::string> layers{};     ///< ids of layers or names of sources
    std::string where{};                   ///< a query's condition; empty: all
    RowIndex unit = noRow;                 ///< what lies in it
    Language language = Language::Chinese; ///< of errors
};

/// The rows that the layers draw, with their looks. Throws Error(Input) for a layer that does not
/// exist or has no list, and for a condition that cannot be read or is about something else.
[[nodiscard]] std::vector<ExportRows> layerRows(const WorkspaceView& view,
                                                const MapDefinition& definition,
                                                const LayerChoice& choice,
                                                const Progress& progress = {});

/// The layers of the definition that can go out to an audience, in drawing order.
[[nodiscard]] std::vector<std::string>
exportableLayers(const MapDefinition& definition, const ExportPolicy& policy, Audience audience);

/// The rows a query's text asks for. Throws as answerQuery does.
[[nodiscard]] ExportRows queryRows(const WorkspaceView& view, const std::string& text,
                                   const Progress& progress = {});

struct ExportRequest {
    exchange::LayerFile to;
    Audience audience = Audience::Briefing;
    /// With the names of heads of households, from the personal-data file: for the office and the
    /// team in the field only.
    bool withNames = false;
};

/// Masks the rows for the audience and writes them. Its notes say what is not in the files as it is
/// in the workspace. Throws Error(Input): for what the audience must not have, for a dataset marked
/// secret, and as exchange::writeLayers does.
exchange::LayersWritten exportRows(const WorkspaceView& view, std::span<const ExportRows> rows,
                                   const ExportRequest& request, const Progress& progress = {});

/// The rows of one layer as the audience may have them; what is left out is added to `notes`.
[[nodiscard]] exchange::LayerData maskedLayer(const WorkspaceView& view, const ExportRows& rows,
                                              const ExportPolicy& policy,
                                              const ExportRequest& request,
                                              std::vector<Message>& notes);

} // namespace guatu::session
