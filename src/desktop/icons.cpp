// SPDX-License-Identifier: MIT
#include "desktop/icons.h"

#include "desktop/settings.h"

#include "core/definition.h"
#include "core/plain_mark.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace guatu::desktop
{
namespace
{

/// Shapes in a box of 18, drawn with strokes of the current colour.
const char* shapes(Icon which)
{
    switch (which) {
    case Icon::Pointer:
        return "<path d='M4 2.5L13.5 9.5L9 10.3L11.3 15L9.3 15.8L7.2 11L4 14Z'/>";
    case Icon::BoxZoom:
        return "<rect x='2' y='2' width='11' height='11' stroke-dasharray='3 2.2'/><path d='M13 "
               "10v6M10 13h6'/>";
    case Icon::Length:
        return "<path d='M2 12L12 2L16 6L6 16Z'/><path d='M5 9l2 2M7.5 6.5l1.500 1.500M10 4l2 2'/>";
    case Icon::Area:
        return "<path d='M3 5L13 3L15.500 10L9 15.500L3 12Z'/><g fill='COLOUR'><circle cx='3' "
               "cy='5' r='1'/><circle cx='13' cy='3' r='1'/><circle cx='15.500' cy='10' "
               "r='1'/><circle cx='9' cy='15.500' r='1'/><circle cx='3' cy='12' r='1'/></g>";
    case Icon::PolygonChoice:
        return "<path d='M3 5L13 3L15.500 10L9 15.500L3 12Z' stroke-dasharray='3 2.2'/>";
    case Icon::RadiusChoice:
        return "<circle cx='9' cy='9' r='6.500' stroke-dasharray='3 2.2'/><path d='M9 "
               "9L13.600 4.400'/><circle cx='9' cy='9' r='1' fill='COLOUR'/>";
    case Icon::Home:
        return "<path d='M2.500 6V2.500H6M12 2.500h3.500V6M15.500 12v3.500H12M6 "
               "15.500H2.500V12'/><circle cx='9' cy='9' r='2.4'/>";
    case Icon::Previous:
        return "<path d='M11 3L5 9L11 15'/>";
    case Icon::Next:
        return "<path d='M7 3L13 9L7 15'/>";
    case Icon::Search:
        return "<circle cx='8' cy='8' r='5'/><path d='M11.800 11.800L16 16'/>";
    case Icon::Plus:
        return "<path d='M3.500 9h11M9 3.500v11'/>";
    case Icon::Minus:
        return "<path d='M3.500 9h11'/>";
    case Icon::North:
        return "<path d='M9 2L13 15L9 12.200L5 15Z'/><path d='M9 2L13 15L9 12.200Z' "
               "fill='COLOUR'/>";
    case Icon::Open:
        return "<path d='M2 14.500V3.500h5l1.500 2H15v2.500'/><path d='M2 14.500L4.500 8H17L14.500 "
               "14.500Z'/>";
    case Icon::Import:
        return "<path d='M9 2v8.500M5.500 7L9 10.500L12.500 7'/><path d='M2.500 11v4.500h13V11'/>";
    case Icon::Calendar:
        return "<rect x='2.500' y='3.500' width='13' height='12' rx='1'/><path d='M2.500 "
               "7.500h13M6 2v3M12 2v3'/>";
    case Icon::Filter:
        return "<path d='M3 4h12L10.500 9.500V14.500L7.500 13V9.500Z'/>";
    case Icon::FilterOn:
        return "<path d='M3 4h12L10.500 9.500V14.500L7.500 13V9.500Z' fill='COLOUR'/>";
    case Icon::File:
        return "<path d='M4 2h7l3.500 3.500V16H4Z'/><path d='M6.500 11.500L8.500 9.500L10 11L12 "
               "8.500'/>";
    case Icon::Drop:
        return "<path d='M9 2v9M5 7.500L9 11.500L13 7.500'/><path d='M2 12v4h14v-4'/>";
    case Icon::Copy:
        return "<rect x='6' y='6' width='9.500' height='9.500' rx='1'/><path d='M12 "
               "3.500V2.500H2.500V12H3.500'/>";
    case Icon::Goto:
        return "<circle cx='9' cy='9' r='5'/><path d='M9 1.500v4M9 12.500v4M1.500 9h4M12.500 "
               "9h4'/>";
    case Icon::Split:
        return "<rect x='2.500' y='3' width='13' height='12' rx='1'/><path d='M9 3v12'/>";
    case Icon::Magnifier:
        return "<circle cx='8' cy='8' r='5'/><path d='M11.800 11.800L16 16M5.800 8h4.400M8 "
               "5.800v4.400'/>";
    case Icon::Print:
        return "<path d='M5 7V2.500h8V7M5 12.500H2.500V7h13v5.500H13'/><rect x='5' y='10.500' "
               "width='8' height='5'/>";
    case Icon::Close:
        return "<path d='M4.500 4.500l9 9M13.500 4.500l-9 9'/>";
    case Icon::Undo:
        return "<path d='M6.500 3.500L3 7L6.500 10.500M3 7h7.500a4 4 0 0 1 0 8H6'/>";
    case Icon::Redo:
        return "<path d='M11.500 3.500L15 7L11.500 10.500M15 7H7.500a4 4 0 0 0 0 8H12'/>";
    case Icon::Unit:
        return "<path d='M3 5L8 2.500L15 5.500L14 12L9 15.500L3.500 12.500Z'/>";
    case Icon::Site:
        return "<path d='M2.500 9L9 3L15.500 9M4.500 8v7.500h9V8'/>";
    case Icon::Facility:
        return "<rect x='3.500' y='6' width='11' height='9.500'/><path d='M9 2.500v3.500M9 "
               "2.500h4v2H9'/>";
    case Icon::Household:
        return "<rect x='5' y='5' width='8' height='8'/>";
    case Icon::Program:
        break;
    }
    return "";
}

const char* const programPicture =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><rect x='1' y='2' width='14' "
    "height='12' rx='1.500' fill='#1D4F91'/><path d='M1 10l4-3 3 2 4-4 3 2v5.500A1.500 1.500 0 0 1 "
    "13.500 14h-11A1.500 1.500 0 0 1 1 12.500Z' fill='#D6ECD7'/><circle cx='11' cy='5' r='1.600' "
    "fill='#F09A92'/></svg>";

QByteArray lineSvg(Icon which, const QByteArray& stroke, double degrees = 0)
{
    if (which == Icon::Program)
        return programPicture;
    return QByteArray("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 18 18' fill='none' "
                      "stroke='COLOUR' stroke-width='1.600' stroke-linecap='round' "
                      "stroke-linejoin='round'>" +
                      QByteArray("<g transform='rotate(") + QByteArray::number(degrees) +
                      " 9 9)'>" + QByteArray(shapes(which)) + "</g></svg>")
        .replace("COLOUR", stroke);
}

/// Renders an SVG anew for each size, so nothing is ever scaled.
class SvgEngine : public QIconEngine
{
public:
    SvgEngine(QByteArray normal, QByteArray disabled)
        : m_normal(std::move(normal)), m_disabled(std::move(disabled))
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        QSvgRenderer renderer(mode == QIcon::Disabled ? m_disabled : m_normal);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, pixmap.rect(), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new SvgEngine(m_normal, m_disabled); }

private:
    QByteArray m_normal, m_disabled;
};

} // namespace

QIcon icon(Icon which)
{
    return QIcon(new SvgEngine(lineSvg(which, "#2A3440"), lineSvg(which, "#A3ACB6")));
}

QIcon turnedIcon(Icon which, double degrees)
{
    return QIcon(
        new SvgEngine(lineSvg(which, "#2A3440", degrees), lineSvg(which, "#A3ACB6", degrees)));
}

QIcon symbolIcon(const QString& name)
{
    if (const auto mark = plainMarkOf(name.toStdString())) {
        const QByteArray drawn = QByteArray::fromStdString(svgOf(*mark));
        return QIcon(new SvgEngine(drawn, drawn));
    }
    QFile file(fromPath(dataRoot() / "styles" / "symbols") + '/' + name + ".svg");
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray svg = file.readAll();
    return QIcon(new SvgEngine(svg, svg));
}

} // namespace guatu::desktop
