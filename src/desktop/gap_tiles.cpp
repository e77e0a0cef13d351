// SPDX-License-Identifier: MIT
#include "desktop/gap_tiles.h"

#include "desktop/gap_keeper.h"
#include "desktop/gap_words.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/words.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QGridLayout>
#include <QPainter>

namespace guatu::desktop
{
namespace
{

constexpr int columns = 4, tileHeight = 56, picture = 18;

/// Pictogram with the number beside it, the title below.
class Tile : public QAbstractButton
{
public:
    explicit Tile(const QIcon& symbol)
    {
        setCheckable(true);
        setIcon(symbol);
        setMinimumSize(60, tileHeight);
        setFixedHeight(tileHeight);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
    }
    void setCount(const QString& count)
    {
        m_count = count;
        update();
    }
    [[nodiscard]] const QString& count() const { return m_count; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(
            QPen(isChecked() || hasFocus() ? colour::accent : colour::control, hasFocus() ? 2 : 1));
        painter.setBrush(isChecked()    ? colour::selectedRow
                         : underMouse() ? QColor(0xF1, 0xF5, 0xFA)
                                        : colour::panel);
        painter.drawRoundedRect(box, 4, 4);
        drawFigure(painter);
        painter.setFont(interfaceFont(12, isChecked()));
        painter.setPen(isChecked() ? colour::ink : colour::text);
        painter.drawText(QRect(2, tileHeight - 25, width() - 4, 18), Qt::AlignCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - 4));
    }

private:
    void drawFigure(QPainter& painter) const
    {
        painter.setFont(interfaceFont(12, true));
        const int number =
            m_count.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(m_count) + 4;
        const int left = (width() - picture - number) / 2;
        icon().paint(&painter, QRect(left, 8, picture, picture));
        painter.setPen(m_count == "0" ? colour::quiet : gapColour);
        painter.drawText(QRect(left + picture + 4, 8, number, picture), Qt::AlignVCenter, m_count);
    }

    QString m_count;
};

} // namespace

GapTiles::GapTiles(const Texts& texts, GapKeeper& keeper, QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_keeper(keeper),
      m_grid(new QGridLayout(this)),
      m_group(new QButtonGroup(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(6);
    for (int column = 0; column < columns; ++column)
        m_grid->setColumnStretch(column, 1);
    connect(&keeper, &GapKeeper::ruleChanged, this, &GapTiles::refresh);
    connect(&keeper, &GapKeeper::counted, this, &GapTiles::refresh);
    texts.keep(this, [this] { refresh(); });
}

void GapTiles::rebuild()
{
    int place = 0;
    for (const access::Standard& each : m_keeper.services()) {
        auto* tile = new Tile(serviceIcon(each.service, false));
        m_tiles[each.service] = tile;
        m_group->addButton(tile);
        m_grid->addWidget(tile, place / columns, place % columns);
        connect(tile, &QAbstractButton::clicked, this,
                [this, service = each.service] { m_keeper.chooseService(service); });
        ++place;
    }
}

void GapTiles::refresh()
{
    if (m_tiles.empty() && !m_keeper.services().empty())
        rebuild();
    for (const access::Standard& each : m_keeper.services()) {
        auto* tile = static_cast<Tile*>(m_tiles.at(each.service));
        const auto gaps = m_keeper.gapsOf(each.service);
        tile->setText(m_texts(each.title));
        tile->setCount(gaps ? number(*gaps) : QString());
        tile->setChecked(each.service == m_keeper.service());
        tile->setToolTip(m_texts(each.rule));
        tile->setAccessibleName(tile->text() + ' ' + tile->count());
    }
}

QAbstractButton* GapTiles::tile(const std::string& service) const
{
    const auto found = m_tiles.find(service);
    return found == m_tiles.end() ? nullptr : found->second;
}

QString GapTiles::count(const std::string& service) const
{
    const auto* found = tile(service);
    return found ? static_cast<const Tile*>(found)->count() : QString();
}

} // namespace guatu::desktop
