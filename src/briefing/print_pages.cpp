// SPDX-License-Identifier: MIT
#include "briefing/print_pages.h"

#include "briefing/figure_check.h"
#include "briefing/writer.h"
#include "core/error.h"

#include <QPageLayout>
#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>

namespace guatu::briefing
{

void setSheet(QPagedPaintDevice& device, double width, double height)
{
    // Printers know papers by their standing size.
    const QPageSize paper(QSizeF(std::min(width, height), std::max(width, height)),
                          QPageSize::Millimeter, {}, QPageSize::FuzzyMatch);
    QPageLayout layout(paper, width > height ? QPageLayout::Landscape : QPageLayout::Portrait,
                       QMarginsF());
    layout.setMode(QPageLayout::FullPageMode);
    device.setPageLayout(layout);
}

std::vector<std::string> printPages(QPagedPaintDevice& device, const Document& document,
                                    const PaintOptions& options, const Progress& progress)
{
    requireAgreement(document);
    PaintOptions stoppable = options;
    stoppable.stop = progress.stop;
    std::vector<std::string> words;
    QPainter painter;
    for (std::size_t i = 0; i < document.pages.size(); ++i) {
        const Page& page = document.pages[i];
        progress.checkpoint();
        progress.report({Message{"briefing.progress.paint"}, i, document.pages.size()});
        setSheet(device, page.width, page.height);
        if (i == 0 ? !painter.begin(&device) : !device.newPage())
            throw inputError({"desktop.print.not_written"});
        const PaintedPage painted = paintPage(painter, page, device.logicalDpiX(), stoppable);
        words.insert(words.end(), painted.texts.begin(), painted.texts.end());
        const std::vector<std::string> texts = textsOf(page);
        words.insert(words.end(), texts.begin(), texts.end());
    }
    if (painter.isActive() && !painter.end())
        throw inputError({"desktop.print.not_written"});
    return words;
}

} // namespace guatu::briefing
