// SPDX-License-Identifier: MIT
#include "desktop/map_furniture.h"

#include "core/text.h"
#include "desktop/icons.h"
#include "desktop/map_hand.h"
#include "desktop/map_widget.h"
#include "desktop/position_text.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/words.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <cmath>
#include <optional>
#include <string_view>

namespace guatu::desktop
{

void placeBeside(QWidget& panel, QPoint at, int away, const QRect& room)
{
    int x = at.x() + away;
    int y = at.y() + away;
    if (x + panel.width() > room.right())
        x = at.x() - away - panel.width();
    if (y + panel.height() > room.bottom())
        y = at.y() - away - panel.height();
    panel.move(std::max(room.left(), x), std::max(room.top(), y));
}

MapTitle::MapTitle(QWidget* parent)
    : QFrame(parent), m_text(makeLabel("title")), m_date(makeLabel("quiet"))
{
    setLook(this, "onMapBox");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(m_date, 0, Qt::AlignBottom);
}

void MapTitle::show(const QString& unit, const QString& theme, const QString& date)
{
    m_text->setText(theme.isEmpty() ? unit : unit + ' ' + theme);
    m_date->setText(date);
    adjustSize();
}

namespace
{

constexpr double longestBar = 160;
constexpr int barInset = 12;

} // namespace

ScaleBarView::ScaleBarView(const Texts& texts, QWidget* parent) : QFrame(parent), m_texts(texts)
{
    setLook(this, "onMapBox");
    setFixedHeight(40);
    texts.keep(this, [this] { update(); });
}

void ScaleBarView::show(double trueMetresPerPixel)
{
    m_metresPerPixel = trueMetresPerPixel;
    if (m_metresPerPixel > 0) {
        const auto bar = render::scaleBar(m_metresPerPixel, longestBar);
        setFixedWidth(int(std::ceil(bar.pixels)) + 2 * barInset + 48);
    }
    update();
}

void ScaleBarView::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    if (!(m_metresPerPixel > 0))
        return;
    QPainter painter(this);
    const render::ScaleBar bar = render::scaleBar(m_metresPerPixel, longestBar);
    const bool kilometres = bar.metres >= 1000;
    const auto figure = [&](double metres) {
        return QString::number(kilometres ? metres / 1000 : metres, 'g', 4);
    };
    painter.setFont(interfaceFont(12));
    painter.setPen(colour::ink);
    const double left = barInset + 4;
    const double top = 24;
    const double each = bar.pixels / bar.divisions;
    for (int i = 0; i < bar.divisions; ++i) {
        const QRectF part(left + i * each, top, each, 5);
        painter.setBrush(i % 2 == 0 ? colour::ink : QColor(Qt::white));
        painter.drawRect(part);
    }
    const auto label = [&](double x, const QString& text, Qt::Alignment align) {
        painter.drawText(QRectF(x - 60, 4, 120, 18), int(align | Qt::AlignVCenter), text);
    };
    label(left, QStringLiteral("0"), Qt::AlignHCenter);
    if (bar.divisions % 2 == 0)
        label(left + bar.pixels / 2, figure(bar.metres / 2), Qt::AlignHCenter);
    const QString last = figure(bar.metres);
    const double x = left + bar.pixels;
    label(x, last, Qt::AlignHCenter);
    const double after = x + painter.fontMetrics().horizontalAdvance(last) / 2.0 + 4;
    painter.drawText(QRectF(after, 4, 60, 18), Qt::AlignVCenter | Qt::AlignLeft,
                     m_texts(kilometres ? "desktop.unit.km" : "desktop.unit.m"));
}

MapButtons::MapButtons(const Texts& texts, MapWidget& map) : QFrame(&map)
{
    setLook(this, "onMapBox");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    const auto add = [&](Icon which, std::string_view title) {
        auto* button = new QToolButton;
        setLook(button, "onMap");
        button->setIcon(icon(which));
        button->setIconSize({18, 18});
        button->setAutoRepeat(which == Icon::Plus || which == Icon::Minus);
        texts.keep(button, [button, title, &texts] {
            button->setToolTip(texts(title));
            button->setAccessibleName(texts(title));
        });
        layout->addWidget(button);
        return button;
    };
    auto* north = add(Icon::North, "desktop.map.north");
    connect(north, &QToolButton::clicked, &map, [&map] { map.hand().turnNorth(); });
    connect(&map, &MapWidget::viewChanged, north, [north, &map, shown = 0.0]() mutable {
        if (map.view().rotation != shown) {
            shown = map.view().rotation;
            north->setIcon(turnedIcon(Icon::North, shown));
        }
    });
    connect(add(Icon::Plus, "desktop.map.closer"), &QToolButton::clicked, &map,
            [&map] { map.zoomBy(2); });
    connect(add(Icon::Minus, "desktop.map.farther"), &QToolButton::clicked, &map,
            [&map] { map.zoomBy(0.5); });
    connect(add(Icon::Home, "desktop.map.home"), &QToolButton::clicked, this,
            &MapButtons::homeAsked);
    adjustSize();
}

MapTip::MapTip(QWidget* parent)
    : QFrame(parent), m_title(makeLabel("strong")), m_detail(makeLabel("small"))
{
    setLook(this, "tip");
    setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 6);
    layout->setSpacing(2);
    layout->addWidget(m_title);
    layout->addWidget(m_detail);
    hide();
}

void MapTip::show(const QString& title, const QString& detail, QPoint at, const QRect& room)
{
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    adjustSize();
    placeBeside(*this, at, 18, room);
    QFrame::show();
    raise();
}

MeasureReadout::MeasureReadout(const Texts& texts, MapWidget& map)
    : QFrame(&map),
      m_texts(texts),
      m_map(map),
      m_value(makeLabel("strong")),
      m_hint(makeLabel("quiet"))
{
    setLook(this, "onMapBox");
    auto* close = new QToolButton;
    setLook(close, "onMap");
    close->setIcon(icon(Icon::Close));
    close->setIconSize({12, 12});
    connect(close, &QToolButton::clicked, &map, [&map] { map.setTool(MapTool::Pointer); });
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 2, 2, 2);
    layout->setSpacing(12);
    layout->addWidget(m_value);
    layout->addWidget(m_hint);
    layout->addWidget(close);
    connect(&map, &MapWidget::measured, this, &MeasureReadout::refresh);
    texts.keep(this, [this, close] {
        close->setToolTip(m_texts("desktop.measure.end"));
        refresh();
    });
}

namespace
{

/// Title and hint of a tool whose readout does not change; none for those that measure.
std::optional<std::pair<std::string_view, std::string_view>> fixedWords(MapTool tool)
{
    switch (tool) {
    case MapTool::PolygonChoice:
        return std::pair("desktop.action.polygon_choice", "desktop.choice.polygon");
    case MapTool::RadiusChoice:
        return std::pair("desktop.action.radius_choice", "desktop.choice.radius");
    case MapTool::PlaceFacility:
        return std::pair("desktop.gaps.place", "desktop.gaps.place_hint");
    case MapTool::CloseRoad:
        return std::pair("desktop.gaps.close_road", "desktop.gaps.close_road_hint");
    default:
        return std::nullopt;
    }
}

} // namespace

void MeasureReadout::refresh()
{
    const MapTool tool = m_map.tool();
    const bool isShown = tool != MapTool::Pointer && tool != MapTool::BoxZoom;
    setVisible(isShown);
    if (!isShown)
        return;
    if (const auto words = fixedWords(tool)) {
        m_value->setText(m_texts(words->first));
        m_hint->setText(m_texts(words->second));
        place();
        return;
    }
    const Measurement& measurement = m_map.measurement();
    if (measurement.isEmpty()) {
        m_value->setText(m_texts(tool == MapTool::DrawRoad ? "desktop.gaps.draw_road"
                                 : measurement.isArea()    ? "desktop.measure.area"
                                                           : "desktop.measure.length"));
        m_hint->setText(m_texts(tool == MapTool::DrawRoad ? "desktop.gaps.draw_road_hint"
                                                          : "desktop.measure.begin"));
    } else if (measurement.isArea()) {
        m_value->setText(
            m_texts("desktop.measure.area_value",
                    {{"area", areaText(measurement.area())},
                     {"mu", withThousands(std::llround(areaMu(measurement.area())))}}));
        m_hint->setText(
            m_texts("desktop.measure.outline", {{"length", lengthText(measurement.length())}}));
    } else {
        m_value->setText(m_texts("desktop.measure.length_value",
                                 {{"length", lengthText(measurement.length())}}));
        m_hint->setText(
            m_texts(measurement.isFinished() ? "desktop.measure.again" : "desktop.measure.go_on"));
    }
    place();
}

void MeasureReadout::place()
{
    adjustSize();
    move((m_map.width() - width()) / 2, 12);
    raise();
}

} // namespace guatu::desktop
