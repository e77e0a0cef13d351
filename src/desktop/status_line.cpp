// SPDX-License-Identifier: MIT
#include "desktop/status_line.h"

#include "desktop/position_text.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/words.h"

#include <QLabel>
#include <QResizeEvent>

#include <algorithm>

namespace guatu::desktop
{
namespace
{

constexpr int narrowBelow = 1200;

} // namespace

StatusLine::StatusLine(const Texts& texts, Workbench& workbench, QWidget* parent)
    : QStatusBar(parent), m_texts(texts), m_workbench(workbench)
{
    setSizeGripEnabled(false);
    setFixedHeight(26);
    setContentsMargins(4, 0, 4, 0);
    m_offline = addPart(false);
    m_degrees = addPart(false);
    m_metres = addPart(false);
    m_scale = addPart(false);
    m_crs = addPart(false);
    m_honesty = addPart(false);
    m_date = addPart(true);
    m_data = addPart(true);
    m_access = addPart(true);
    // The widest coordinate keeps its room, so that the rest does not jump with the pointer.
    m_degrees->setMinimumWidth(196);
    m_metres->setMinimumWidth(164);
    m_data->setMaximumWidth(260);
    texts.keep(this, [this] { refresh(); });
    connect(&workbench, &Workbench::opened, this, &StatusLine::refresh);
    connect(&workbench, &Workbench::closed, this, &StatusLine::refresh, Qt::QueuedConnection);
}

QLabel* StatusLine::addPart(bool atRight)
{
    auto* label = makeLabel("statusPart", this);
    if (atRight)
        addPermanentWidget(label);
    else
        addWidget(label);
    return label;
}

void StatusLine::showPosition(Point lonLat, Point plane)
{
    const bool known = lonLat.valid() && plane.valid();
    m_degrees->setText(known ? toQString(degreesText(lonLat)) : QString());
    m_metres->setText(known ? toQString(metresText(plane)) : QString());
}

void StatusLine::showScale(double denominator)
{
    m_scale->setText(toQString(scaleText(denominator)));
}

QString StatusLine::scale() const
{
    return m_scale->text();
}

QString StatusLine::position() const
{
    return m_degrees->text();
}

void StatusLine::resizeEvent(QResizeEvent* event)
{
    QStatusBar::resizeEvent(event);
    if ((event->size().width() < narrowBelow) != (event->oldSize().width() < narrowBelow))
        refresh();
}

void StatusLine::refresh()
{
    const bool open = m_workbench.isOpen();
    for (QLabel* label : {m_degrees, m_metres, m_scale, m_crs, m_date, m_data, m_access})
        label->setVisible(open);
    m_offline->setVisible(!open);
    m_offline->setText(m_texts("desktop.status.offline"));
    m_honesty->hide();
    if (!open)
        return;
    const Snapshot& snapshot = m_workbench.view().snapshot;
    const bool narrow = width() < narrowBelow;
    m_crs->setText(narrow ? toQString(snapshot.crs)
                          : m_texts("desktop.status.crs", {{"crs", snapshot.crs}}));
    m_access->setHidden(narrow);
    const bool approximate = std::ranges::any_of(snapshot.units.areaGrade, [](AreaGrade grade) {
        return grade == AreaGrade::Approximate || grade == AreaGrade::Voronoi;
    });
    m_honesty->setText(m_texts("desktop.status.approximate"));
    m_honesty->setVisible(approximate);
    m_date->setText(m_texts("desktop.status.date", {{"date", snapshot.asOf.iso()}}));
    const QString names = toQString(snapshot.datasetNames);
    m_data->setText(fontMetrics().elidedText(names, Qt::ElideRight, 240));
    m_data->setToolTip(names);
    m_data->setVisible(!names.isEmpty());
    m_access->setText(m_texts(m_workbench.view().readOnlyMedium ? "desktop.status.read_only_medium"
                                                                : "desktop.status.viewing"));
}

} // namespace guatu::desktop
