// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"

#include <filesystem>
#include <string>

namespace guatu
{

/// A text in both languages, as definitions hold it: {"zh": "...", "en": "..."}.
struct LocalText {
    std::string zh{};
    std::string en{};

    [[nodiscard]] const std::string& in(Language language) const
    {
        return language == Language::English && !en.empty() ? en : zh;
    }
    friend bool operator==(const LocalText&, const LocalText&) = default;
};

/// The folder that holds `data/`, `layers/` and `styles/`: the environment's GUATU_DATA, else
/// share/guatu beside the program, else the source tree it was built from.
[[nodiscard]] std::filesystem::path dataRoot();

} // namespace guatu
