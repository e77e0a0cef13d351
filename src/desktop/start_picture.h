// SPDX-License-Identifier: MIT
#pragma once

#include <QPainterPath>
#include <QWidget>

#include <vector>

namespace guatu::desktop
{

class Texts;

/// The counties of the sample, as a picture of what it holds.
class StartPicture : public QWidget
{
    Q_OBJECT

public:
    explicit StartPicture(const Texts& texts, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct County {
        QString name;
        QPainterPath outline; ///< lon, -lat with the longitude shrunk to true proportions
        QPointF middle;
        bool exited = true;
    };
    void load();
    void paintMap(QPainter& painter, const QRectF& room) const;

    const Texts& m_texts;
    std::vector<County> m_counties;
};

} // namespace guatu::desktop
