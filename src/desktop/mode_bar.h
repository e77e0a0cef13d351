// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace guatu::desktop
{

class Texts;

/// What the window is used for. A mode changes panels, never the map's place or the selection.
enum class Mode { Map, Query, Gaps, Trip, Briefing };

/// The modes at the right end of the tool bar.
class ModeBar : public QWidget
{
    Q_OBJECT

public:
    explicit ModeBar(const Texts& texts, QWidget* parent = nullptr);

    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const;
    [[nodiscard]] QAbstractButton* button(Mode mode) const;

signals:
    void modeChanged(guatu::desktop::Mode mode);

private:
    QButtonGroup* m_buttons;
};

} // namespace guatu::desktop
