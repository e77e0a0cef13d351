// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QDoubleSpinBox;
class QSlider;

namespace guatu::desktop
{

/// A size: dragged on a slider or typed.
class SizeEdit : public QWidget
{
    Q_OBJECT

public:
    /// From `least` to `most` in steps of `step`; the slider ends at `slideTo`, where sizes are
    /// usual.
    SizeEdit(double least, double most, double step, double slideTo, const QString& unit,
             QWidget* parent = nullptr);

    /// Shows a size; signals nothing.
    void setValue(double value);
    [[nodiscard]] double value() const;
    [[nodiscard]] QSlider* slider() const { return m_slider; }
    [[nodiscard]] QDoubleSpinBox* box() const { return m_box; }

signals:
    void edited(double value);
    /// While the slider is dragged; `dragEnded` follows.
    void dragged(double value);
    void dragEnded();

private:
    double m_step;
    QSlider* m_slider;
    QDoubleSpinBox* m_box;
};

} // namespace guatu::desktop
