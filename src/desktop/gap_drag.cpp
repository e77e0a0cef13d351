// SPDX-License-Identifier: MIT
#include "desktop/gap_drag.h"

#include "desktop/gap_keeper.h"
#include "desktop/gap_words.h"
#include "desktop/map_widget.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/words.h"

#include <QPainter>

namespace guatu::desktop
{
namespace
{

constexpr double grip = 14; ///< pixels around a planned facility that take it

} // namespace

GapDrag::GapDrag(const Texts& texts, GapKeeper& keeper, MapWidget& map)
    : QObject(&map), m_texts(texts), m_keeper(keeper), m_map(map)
{
    connect(&keeper, &GapKeeper::dragged, &map, qOverload<>(&QWidget::update));
}

std::optional<std::size_t> GapDrag::plannedAt(QPointF pixel) const
{
    const auto& planned = m_keeper.plan().added;
    for (std::size_t i = 0; i < planned.size(); ++i) {
        const QPointF away = m_map.view().toScreen(planned[i].at) - pixel;
        if (std::hypot(away.x(), away.y()) <= grip)
            return i;
    }
    return std::nullopt;
}

bool GapDrag::take(QPointF pixel)
{
    const auto planned = plannedAt(pixel);
    if (!m_keeper.isActive() || !planned)
        return false;
    m_at = m_keeper.plan().added[*planned].at;
    m_isHeld = true;
    m_keeper.beginDrag(*planned);
    return true;
}

void GapDrag::moveTo(Point plane)
{
    m_at = plane;
    m_keeper.dragTo(plane);
    m_map.update();
}

void GapDrag::drop()
{
    m_isHeld = false;
    m_keeper.drop(m_at);
    m_map.update();
}

void GapDrag::giveUp()
{
    m_isHeld = false;
    m_keeper.giveUp();
    m_map.update();
}

void GapDrag::draw(QPainter& painter, const render::MapView& view) const
{
    if (!m_isHeld)
        return;
    const QPointF at = view.toScreen(m_at);
    painter.save();
    painter.setPen(QPen(Qt::white, 6));
    painter.setBrush(Qt::white);
    painter.drawEllipse(at, 13, 13);
    painter.setPen(QPen(colour::accent, 2.5));
    painter.drawEllipse(at, 13, 13);
    serviceIcon(m_keeper.service(), false)
        .paint(&painter, QRectF(at - QPointF(8, 8), QSizeF(16, 16)).toRect());
    const GapAnswer* answer = m_keeper.answer();
    const session::GapTally* tally = m_keeper.tally();
    if (answer && tally) {
        const auto& before = answer->tallyBefore.of(CriterionResult::Unmet);
        const auto& now = tally->of(CriterionResult::Unmet);
        const QString words = m_texts(
            "desktop.gaps.drag", {{"before", number(before.households).toStdString()},
                                  {"after", number(now.households).toStdString()},
                                  {"persons", number(before.persons - now.persons).toStdString()}});
        painter.setFont(interfaceFont(13, true));
        QRectF box = QRectF(painter.fontMetrics().boundingRect(words)).adjusted(-8, -5, 8, 5);
        box.moveBottomLeft(at + QPointF(18, -14));
        painter.setPen(Qt::NoPen);
        painter.setBrush(gapColour);
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(Qt::white);
        painter.drawText(box, Qt::AlignCenter, words);
    }
    painter.restore();
}

} // namespace guatu::desktop
