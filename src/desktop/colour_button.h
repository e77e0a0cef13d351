// SPDX-License-Identifier: MIT
#pragma once

#include "core/colour.h"

#include <QToolButton>

#include <optional>

namespace guatu::desktop
{

class Texts;

[[nodiscard]] QColor toQColor(Colour colour);
[[nodiscard]] Colour toColour(const QColor& colour);

/// A colour, changed by choosing one of a palette or any other. A choice keeps the opacity.
class ColourButton : public QToolButton
{
    Q_OBJECT

public:
    explicit ColourButton(const Texts& texts, QWidget* parent = nullptr);

    void setColour(Colour colour);
    [[nodiscard]] Colour colour() const { return m_colour; }
    /// What a press on the palette does.
    void choose(Colour colour);

signals:
    void picked(const guatu::Colour& colour);
    /// While other colours are tried in their window; a last one follows, that chosen or the first.
    void tried(const guatu::Colour& colour);
    void tryEnded();

private:
    void openPalette();
    void openDialog();

    const Texts& m_texts;
    Colour m_colour;
};

} // namespace guatu::desktop
