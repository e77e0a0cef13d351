// SPDX-License-Identifier: MIT
#pragma once

#include "core/definition.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guatu::access
{

/// How near a service has to be: within minutes by a means of travel, or within metres in a
/// straight line (data/access/standards.json, schema standards.schema.json).
struct Standard {
    std::string id, service;
    LocalText title;
    std::vector<std::string> facilities{};           ///< kinds that serve
    std::string exemptCriterion{};                   ///< units for which it is recorded as exempt
    std::string means{};                             ///< with maxMinutes
    std::optional<double> maxMinutes{}, maxMetres{}; ///< one of them; the limit itself is kept
    LocalText rule{};
    std::string source{};
};

/// Reads and checks. Throws Error(Input) naming file, JSON pointer and what is expected there.
[[nodiscard]] std::vector<Standard> loadStandards(const std::filesystem::path& file);
[[nodiscard]] std::vector<Standard> parseStandards(std::string_view json, const std::string& name);

} // namespace guatu::access
