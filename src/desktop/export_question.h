// SPDX-License-Identifier: MIT
#pragma once

#include "core/audience.h"
#include "core/message.h"

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

class QWidget;

namespace guatu::desktop
{

class Texts;

/// What is asked before something is written for others: in which form, for whom, where to.
struct ExportChoice {
    int format = 0;
    Audience audience = Audience::Briefing;
    std::filesystem::path file{};
};

/// Asks in two steps, form and audience first, then the file, and calls `then` unless the user
/// leaves. A format has a number of the caller's own and the id of its title.
void askExport(QWidget* window, const Texts& texts,
               std::span<const std::pair<int, const char*>> formats,
               std::function<std::string(int format)> extensionOf,
               std::function<void(const ExportChoice&)> then);

/// What is said when `count` rows are written, with what was left out of them.
[[nodiscard]] Message exportDone(std::size_t count, const std::filesystem::path& file,
                                 const std::vector<Message>& notes, Language language);

} // namespace guatu::desktop
