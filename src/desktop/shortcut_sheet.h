// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

#include <vector>

class QMenuBar;

namespace guatu::desktop
{

class Texts;

/// What a key, or a hand, does.
struct Shortcut {
    QString keys, act;
};
struct ShortcutGroup {
    QString title;
    std::vector<Shortcut> shortcuts;
};

/// The keys of a window's menus, as they are set, by menu; then those of the map, of panels, and
/// what the mouse does.
[[nodiscard]] std::vector<ShortcutGroup> shortcutsOf(const QMenuBar& menus, const Texts& texts);

/// All keys on one sheet.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    ShortcutSheet(const std::vector<ShortcutGroup>& groups, const Texts& texts, QWidget* parent);
};

} // namespace guatu::desktop
