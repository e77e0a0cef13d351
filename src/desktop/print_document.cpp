// SPDX-License-Identifier: MIT
#include "desktop/print_document.h"

#include "briefing/print_pages.h"
#include "briefing/writer.h"
#include "desktop/settings.h"

#include <QPrinter>

namespace guatu::desktop
{

void printDocument(QPrinter& printer, const briefing::Document& document, const Progress& progress)
{
    if (printer.outputFormat() == QPrinter::PdfFormat)
        briefing::writePdf(document, toPath(printer.outputFileName()), true, {}, progress);
    else
        static_cast<void>(briefing::printPages(printer, document, {}, progress));
}

} // namespace guatu::desktop
