// SPDX-License-Identifier: MIT
#pragma once

#include "trips/plan.h"

#include <filesystem>

namespace guatu::session
{

/// Throws Error(Input) for a file that cannot be read or is no trip.
[[nodiscard]] trips::Trip readTrip(const std::filesystem::path& file);

/// Writes whole or not at all. Throws Error(Input), also when the file exists and may not be
/// overwritten.
void writeTrip(const std::filesystem::path& file, const trips::Trip& trip, bool overwrite);

/// The same for any text.
void writeText(const std::filesystem::path& file, const std::string& text, bool overwrite);

} // namespace guatu::session
