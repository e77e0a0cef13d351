// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;

namespace guatu::desktop
{

class MapWidget;
class Texts;

/// Moves a panel beside a place, `away` pixels from it and never over it, within `room`.
void placeBeside(QWidget& panel, QPoint at, int away, const QRect& room);

/// The map's title: which unit, what is asked of it, of which day.
class MapTitle : public QFrame
{
    Q_OBJECT

public:
    explicit MapTitle(QWidget* parent);
    void show(const QString& unit, const QString& theme, const QString& date);
    using QFrame::show;

private:
    QLabel *m_text, *m_date;
};

/// A scale bar of round length. Lengths are those on the ground.
class ScaleBarView : public QFrame
{
    Q_OBJECT

public:
    ScaleBarView(const Texts& texts, QWidget* parent);
    void show(double trueMetresPerPixel);
    using QFrame::show;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Texts& m_texts;
    double m_metresPerPixel = 0;
};

/// North, which turns with the map and turns it back, closer, farther, whole unit.
class MapButtons : public QFrame
{
    Q_OBJECT

public:
    MapButtons(const Texts& texts, MapWidget& map);

signals:
    void homeAsked();
};

/// What lies under the resting pointer.
class MapTip : public QFrame
{
    Q_OBJECT

public:
    explicit MapTip(QWidget* parent);
    /// Beside `at`, never over it, within `room`.
    void show(const QString& title, const QString& detail, QPoint at, const QRect& room);

private:
    QLabel *m_title, *m_detail;
};

/// What the tool in use wants or has measured so far, with a way out.
class MeasureReadout : public QFrame
{
    Q_OBJECT

public:
    MeasureReadout(const Texts& texts, MapWidget& map);
    void refresh();

private:
    void place();

    const Texts& m_texts;
    MapWidget& m_map;
    QLabel *m_value, *m_hint;
};

} // namespace guatu::desktop
