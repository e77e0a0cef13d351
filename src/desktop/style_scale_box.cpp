// SPDX-License-Identifier: MIT
#include "desktop/style_scale_box.h"

#include "desktop/form_rows.h"
#include "desktop/scale_edit.h"

#include <QBoxLayout>

namespace guatu::desktop
{

StyleScaleBox::StyleScaleBox(const Texts& texts, QWidget* parent)
    : StyleBox(texts, parent),
      m_nearest(new ScaleEdit(texts, 0)),
      m_farthest(new ScaleEdit(texts, 1e12))
{
    auto* rows = new FormRows(texts);
    rows->add("desktop.style.nearest", m_nearest);
    rows->add("desktop.style.farthest", m_farthest);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(rows);
    // A range that would leave nothing is widened at its other end.
    connect(m_nearest, &ScaleEdit::edited, this, [this](double scale) {
        emit edited(
            [scale](LayerLook& look) {
                look.minScale = scale;
                if (look.maxScale <= scale)
                    look.maxScale = 1e12;
            },
            {});
    });
    connect(m_farthest, &ScaleEdit::edited, this, [this](double scale) {
        emit edited(
            [scale](LayerLook& look) {
                look.maxScale = scale;
                if (look.minScale >= scale)
                    look.minScale = 0;
            },
            {});
    });
}

void StyleScaleBox::present(const StyleSubject& subject)
{
    m_nearest->setScale(subject.look.minScale);
    m_farthest->setScale(subject.look.maxScale);
}

} // namespace guatu::desktop
