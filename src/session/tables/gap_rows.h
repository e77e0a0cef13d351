// SPDX-License-Identifier: MIT
#pragma once

#include "access/gaps.h"
#include "core/table.h"
#include "session/workspace_view.h"

#include <string>
#include <vector>

namespace guatu::session
{

/// A subject with what a row says of it.
struct GapSubject {
    access::Subject subject;
    std::string code;
    Point shown{}; ///< where others may see it
};

/// Households in scope, hamlets, villages or sites below a unit. Throws Error(Input) for another
/// grain.
[[nodiscard]] std::vector<GapSubject> gapSubjects(const WorkspaceView& view, RowIndex first,
                                                  const std::string& grain);
[[nodiscard]] std::vector<access::Subject> subjectsOf(const std::vector<GapSubject>& asked);

[[nodiscard]] TableColumn whoColumn(const std::string& grain);
/// minutes, road_metres or metres, as things are, or before and after a change.
enum class FigureOf : std::uint8_t { Now, Before, After };
[[nodiscard]] TableColumn figureColumn(access::Measure measure, FigureOf of = FigureOf::Now);

[[nodiscard]] Word verdictWord(const Profile& profile, const access::Gap& gap);

/// yes or no: whether a figure is a straight line's with a detour, since no network tells. People
/// are shown nothing for no.
[[nodiscard]] TableCell approximateCell(bool approximate);

/// The reason with its remarks as one sentence.
[[nodiscard]] LocalText gapSentence(const access::Gap& gap);

} // namespace guatu::session
