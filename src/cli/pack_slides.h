// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.h"
#include "core/audience.h"
#include "exchange/slide_writer.h"
#include "session/pack.h"

#include <vector>

namespace guatu::cli
{

/// A pack as slides: a map of the unit, its sentences, and every list with all its rows. Needs a
/// QGuiApplication. Throws Cancelled when stopped.
[[nodiscard]] std::vector<exchange::Slide>
packSlides(const session::WorkspaceView& view, const session::FilledPack& pack, RowIndex unit,
           const ExportPolicy& policy, Audience audience, const CommandContext& context);

} // namespace guatu::cli
