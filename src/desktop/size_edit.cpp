// SPDX-License-Identifier: MIT
#include "desktop/size_edit.h"

#include <QBoxLayout>
#include <QDoubleSpinBox>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace guatu::desktop
{

SizeEdit::SizeEdit(double least, double most, double step, double slideTo, const QString& unit,
                   QWidget* parent)
    : QWidget(parent),
      m_step(step),
      m_slider(new QSlider(Qt::Horizontal)),
      m_box(new QDoubleSpinBox)
{
    m_slider->setRange(static_cast<int>(std::lround(least / step)),
                       static_cast<int>(std::lround(slideTo / step)));
    m_slider->setMinimumWidth(40);
    m_box->setRange(least, most);
    m_box->setSingleStep(step);
    m_box->setDecimals(step < 0.1 ? 2 : step < 1 ? 1 : 0);
    m_box->setKeyboardTracking(false);
    m_box->setSuffix(unit.isEmpty() ? QString() : ' ' + unit);
    m_box->setFixedWidth(92);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_box);
    setFocusProxy(m_box);

    connect(m_slider, &QSlider::valueChanged, this, [this](int at) {
        const QSignalBlocker quiet(m_box);
        m_box->setValue(at * m_step);
        if (m_slider->isSliderDown())
            emit dragged(at * m_step);
        else
            emit edited(at * m_step);
    });
    connect(m_slider, &QSlider::sliderReleased, this, &SizeEdit::dragEnded);
    connect(m_box, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(static_cast<int>(std::lround(value / m_step)));
        emit edited(value);
    });
}

void SizeEdit::setValue(double value)
{
    const QSignalBlocker quietSlider(m_slider);
    const QSignalBlocker quietBox(m_box);
    if (!m_slider->isSliderDown())
        m_slider->setValue(static_cast<int>(std::lround(value / m_step)));
    m_box->setValue(value);
}

double SizeEdit::value() const
{
    return m_box->value();
}

} // namespace guatu::desktop
