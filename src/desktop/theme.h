// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

class QApplication;
class QLabel;
class QWidget;

namespace guatu::desktop
{

/// Interface colours; the map has its own in styles/.
namespace colour
{
inline const QColor ink{0x1B, 0x24, 0x30};
inline const QColor text{0x3C, 0x47, 0x53};
inline const QColor secondary{0x56, 0x61, 0x6E};
inline const QColor quiet{0x66, 0x71, 0x7D}; ///< faintest allowed for text
inline const QColor line{0xD3, 0xD9, 0xE0};
inline const QColor hairline{0xE6, 0xEA, 0xEE};
inline const QColor panel{0xFF, 0xFF, 0xFF};
inline const QColor chrome{0xF8, 0xF9, 0xFA};
inline const QColor header{0xF4, 0xF6, 0xF8};
inline const QColor accent{0x1D, 0x4F, 0x91};
inline const QColor selectedRow{0xE1, 0xEA, 0xF5};
inline const QColor control{0xCB, 0xD2, 0xDA}; ///< outline of buttons and fields
inline const QColor late{0xB1, 0x00, 0x26};
inline const QColor mapGround{0xF3, 0xF1, 0xEB};
} // namespace colour

/// Palette, font, indicators and style sheet for the whole program.
void applyTheme(QApplication& application);

/// The interface font at a size in CSS pixels.
[[nodiscard]] QFont interfaceFont(int pixels, bool bold = false);

/// Looks that the style sheet knows, set as the property "look".
void setLook(QWidget* widget, const char* look);

/// A label of a look: title, unitName, keyFigure, section, quiet, small, tag...
[[nodiscard]] QLabel* makeLabel(const char* look, QWidget* parent = nullptr);

} // namespace guatu::desktop
