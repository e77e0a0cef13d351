// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

namespace guatu::render
{

/// A family that draws the names of maps since the one wanted is not installed.
struct FontSubstitution {
    std::string wanted, used;
    friend bool operator==(const FontSubstitution&, const FontSubstitution&) = default;
};

/// The map's font: Noto Sans CJK SC, with its Simplified Chinese forms, unless told otherwise or
/// the environment variable GUATU_MAP_FONT names another family. Thread-safe; for pictures drawn
/// later.
void setMapFamily(const std::string& family);

/// What stands in for the map's font; none where it is installed. Needs an application.
[[nodiscard]] std::optional<FontSubstitution> fontSubstitution();

/// The family that is used when `wanted` is asked for: itself where it is installed, else the first
/// installed one of the usual Simplified Chinese ones, else any that has Simplified Chinese
/// letters, else whatever there is.
[[nodiscard]] std::string familyFor(const std::string& wanted);

} // namespace guatu::render
