// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QString>

namespace guatu::desktop
{

enum class Icon {
    Pointer,
    BoxZoom,
    Length,
    Area,
    PolygonChoice,
    RadiusChoice,
    Home,
    Previous,
    Next,
    Search,
    Plus,
    Minus,
    North,
    Open,
    Import,
    Calendar,
    Filter,
    FilterOn,
    File,
    Drop,
    Copy,
    Goto,
    Split,
    Magnifier,
    Print,
    Close,
    Undo,
    Redo,
    Unit,
    Site,
    Facility,
    Household,
    Program,
};

/// Line icons of one family, sharp at any size and screen; pale when disabled.
[[nodiscard]] QIcon icon(Icon which);

/// The same, turned clockwise.
[[nodiscard]] QIcon turnedIcon(Icon which, double degrees);

/// A pictogram of styles/symbols or a plain mark, as the map draws it.
[[nodiscard]] QIcon symbolIcon(const QString& name);

} // namespace guatu::desktop
