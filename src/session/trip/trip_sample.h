// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/workspace_view.h"
#include "trips/sampling.h"

#include <string>
#include <vector>

namespace guatu::session
{

/// The villages of a unit with their households, as a frame to draw from: registered are all but
/// those that never were; households whose class is not known are in neither.
[[nodiscard]] std::vector<trips::SampleVillage> sampleFrame(const WorkspaceView& view,
                                                            RowIndex unit);

/// A draw as two tables: the villages by month with how many they have and how many were drawn, and
/// the households. `first` is a day of the first month.
[[nodiscard]] std::vector<Table> sampleTables(const WorkspaceView& view,
                                              const std::vector<trips::SampleVillage>& frame,
                                              const trips::SampleDraw& draw, Date first);

} // namespace guatu::session
