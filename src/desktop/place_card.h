// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/hit_text.h"
#include "desktop/workbench.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace guatu::desktop
{

class Texts;

/// What there is to know of a site, facility, project or road that was clicked.
class PlaceCard : public QWidget
{
    Q_OBJECT

public:
    PlaceCard(const Texts& texts, Workbench& workbench, QWidget* parent = nullptr);

    void show(std::vector<render::Hit> places);
    using QWidget::show;

signals:
    void backAsked();

private:
    void fill();

    const Texts& m_texts;
    Workbench& m_workbench;
    std::vector<render::Hit> m_places;
    QPushButton* m_back;
    QVBoxLayout* m_rows;
};

} // namespace guatu::desktop
