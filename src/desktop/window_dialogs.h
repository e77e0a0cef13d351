// SPDX-License-Identifier: MIT
#pragma once

#include "core/date.h"
#include "desktop/position_text.h"

#include <filesystem>
#include <functional>
#include <optional>

class QMainWindow;
class QWidget;

namespace guatu::desktop
{

class Texts;

// Questions of the window; null when the user turned away.

[[nodiscard]] std::optional<std::filesystem::path> askWorkspaceFile(const Texts& texts,
                                                                    QWidget* parent);
[[nodiscard]] std::optional<std::filesystem::path> askDataFile(const Texts& texts, QWidget* parent);
[[nodiscard]] std::optional<std::filesystem::path> askRasterFile(const Texts& texts,
                                                                 QWidget* parent);

struct NewWorkspace {
    std::filesystem::path file;
    std::string profile;
};
[[nodiscard]] std::optional<NewWorkspace> askNewWorkspace(const Texts& texts, QWidget* parent);

struct AsOf {
    std::optional<Date> date; ///< null: the data's own day
};
[[nodiscard]] std::optional<AsOf> askDate(const Texts& texts, Date now, QWidget* parent);

/// Does not wait: `act` is called when a position has been given.
void askPosition(const Texts& texts, QWidget* parent,
                 const std::function<void(const TypedPosition&)>& act);
void showAbout(const Texts& texts, QWidget* parent);
/// All keys of the window.
void showShortcuts(const Texts& texts, QMainWindow* window);

} // namespace guatu::desktop
