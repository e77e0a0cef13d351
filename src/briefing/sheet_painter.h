// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/page.h"
#include "briefing/page_font.h"
#include "briefing/paint_page.h"

#include <QColor>
#include <QPainter>

namespace guatu::briefing
{

/// A painter that thinks in millimetres; what the parts of paintPage share.
class SheetPainter
{
public:
    SheetPainter(QPainter& painter, double dpi, const PaintOptions& options, PaintedPage& painted)
        : m_painter(painter), m_k(dpi / 25.4), m_options(options), m_painted(painted)
    {
    }

    [[nodiscard]] QPainter& painter() { return m_painter; }
    [[nodiscard]] double dpi() const { return m_k * 25.4; }
    [[nodiscard]] const PaintOptions& options() const { return m_options; }
    [[nodiscard]] PaintedPage& painted() { return m_painted; }

    [[nodiscard]] double px(double mm) const { return mm * m_k; }
    [[nodiscard]] QPointF at(double x, double y) const { return {x * m_k, y * m_k}; }
    [[nodiscard]] QRectF rect(const RectMm& box) const
    {
        return {box.x * m_k, box.y * m_k, box.width * m_k, box.height * m_k};
    }

    void fill(const RectMm& box, const QColor& colour) { m_painter.fillRect(rect(box), colour); }
    void frame(const RectMm& box, const QColor& colour, double width);
    void line(double x1, double y1, double x2, double y2, const QColor& colour, double width);
    /// Text from the left end of its baseline.
    void text(double x, double baseline, const std::string& words, const TextStyle& style);
    /// Text whose left, middle or right end is at x.
    void text(double x, double baseline, const std::string& words, const TextStyle& style,
              Align align);

private:
    QPainter& m_painter;
    double m_k; ///< device pixels of a millimetre
    const PaintOptions& m_options;
    PaintedPage& m_painted;
};

[[nodiscard]] inline QColor qcolourOf(const Colour& c)
{
    return {c.r, c.g, c.b, c.a};
}

// Each paints a block of its kind.
void paintBlock(SheetPainter& sheet, const Page& page, const TextBlock& block);
void paintBlock(SheetPainter& sheet, const Page& page, const StampBlock& block);
void paintBlock(SheetPainter& sheet, const Page& page, const FactsBlock& block);
void paintBlock(SheetPainter& sheet, const Page& page, const FiguresBlock& block);
void paintBlock(SheetPainter& sheet, const Page& page, const TableBlock& block);
void paintBlock(SheetPainter& sheet, const Page& page, const ChartBlock& block);
void paintBlock(SheetPainter& sheet, const Page& page, const MapBlock& block);
void paintBlock(SheetPainter& sheet, const Page& page, const LegendBlock& block);
void paintBlock(SheetPainter& sheet, const Page& page, const InsetBlock& block);
void paintBlock(SheetPainter& sheet, const Page& page, const PictureBlock& block);

/// Shares of a whole as a bar: in grey print the unknown has dots, the uncleared crosses.
void paintShares(SheetPainter& sheet, const RectMm& box, const std::vector<BarPart>& parts);

} // namespace guatu::briefing
