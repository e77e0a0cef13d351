// SPDX-License-Identifier: MIT
#include "briefing/print_pages.h"
#include "desktop/page_maker.h"
#include "desktop/settings.h"
#include "support/catch.h"
#include "window_fixture.h"

#include <QFile>
#include <QPrinter>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;

namespace
{

QByteArray contentOf(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

/// Papers in points, as a printer's PDF has them.
std::vector<QSizeF> papersOf(const QByteArray& document)
{
    std::vector<QSizeF> papers;
    static const QRegularExpression box("/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)");
    auto all = box.globalMatch(QString::fromLatin1(document));
    while (all.hasNext()) {
        const auto one = all.next();
        papers.emplace_back(one.captured(1).toDouble(), one.captured(2).toDouble());
    }
    return papers;
}

briefing::Page sheet(double width, double height)
{
    briefing::Page page;
    page.width = width;
    page.height = height;
    page.blocks.emplace_back(briefing::TextBlock{{20, 20, width - 40, 12}, {{{{"高桥镇", {}}}}}});
    return page;
}

} // namespace

TEST_CASE("a printer gets each page on its own paper, as vectors at its true size", "[desktop]")
{
    static_cast<void>(application());
    const TemporaryFolder folder;
    const QString file = fromPath(folder / "printed.pdf");
    briefing::Document document;
    document.pages = {sheet(420, 297), sheet(210, 297)};
    std::vector<std::string> words;
    {
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(file);
        words = briefing::printPages(printer, document);
    }
    CHECK(std::ranges::find(words, "高桥镇") != words.end());
    const QByteArray printed = contentOf(file);
    const auto papers = papersOf(printed);
    REQUIRE(papers.size() == 2);
    // A3 lying is 1190.6 by 841.9 points, A4 standing 595.3 by 841.9.
    CHECK(papers[0].width() == Approx(1190.6).margin(1));
    CHECK(papers[0].height() == Approx(841.9).margin(1));
    CHECK(papers[1].width() == Approx(595.3).margin(1));
    CHECK(papers[1].height() == Approx(841.9).margin(1));
    CHECK_FALSE(printed.contains("/Subtype /Image"));
}

TEST_CASE("a page that cannot be printed says so", "[desktop]")
{
    static_cast<void>(application());
    const TemporaryFolder folder;
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(fromPath(folder / "none" / "printed.pdf"));
    briefing::Document document;
    document.pages = {sheet(210, 297)};
    CHECK_THROWS_AS(briefing::printPages(printer, document), Error);
}

TEST_CASE("the window prints the page at hand to a file", "[desktop]")
{
    WindowFixture fixture;
    fixture.openWorkspace();
    PageMaker maker(fixture.texts, fixture.window->workbench());
    QSignalSpy saved(&maker, &PageMaker::saved), failed(&maker, &PageMaker::failed);
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(fromPath(fixture.folder / "page.pdf"));
    maker.print({.design = "county-a3", .audience = Audience::Internal}, printer);
    REQUIRE(waitFor([&] { return saved.count() + failed.count() > 0; }));
    CHECK(failed.count() == 0);
    CHECK(contentOf(fromPath(fixture.folder / "page.pdf")).startsWith("%PDF-"));
}
