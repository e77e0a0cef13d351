// SPDX-License-Identifier: MIT
#include "desktop/map_page.h"
#include "desktop/map_print.h"
#include "support/catch.h"
#include "window_fixture.h"

#include <QFile>
#include <QPdfWriter>
#include <QRegularExpression>

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;

namespace
{

/// The characters in the document's maps from glyphs to characters: what a reader finds and copies.
/// Where a font draws a radical like a character, the map may name the radical.
QString wordsOf(const QByteArray& document)
{
    QString words;
    static const QRegularExpression code("<([0-9A-Fa-f]{4})>");
    auto codes = code.globalMatch(QString::fromLatin1(document));
    while (codes.hasNext())
        words += QChar(codes.next().captured(1).toUShort(nullptr, 16));
    return words.normalized(QString::NormalizationForm_KC);
}

bool saysAllOf(const QString& words, const QString& wanted)
{
    return std::all_of(wanted.begin(), wanted.end(), [&](QChar c) { return words.contains(c); });
}

PrintJob jobOf(WindowFixture& fixture)
{
    fixture.openWorkspace();
    MapWidget& map = fixture.window->mapPage().map();
    map.turnBy(20, QRectF(map.rect()).center());
    fixture.settle();
    return fixture.window->mapPage().printJob();
}

} // namespace

TEST_CASE("the printed sheet has the page's size, and its words are words", "[desktop]")
{
    WindowFixture fixture;
    const PrintJob job = jobOf(fixture);
    const QString file = fromPath(fixture.folder / "map.pdf");
    {
        QPdfWriter writer(file);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageOrientation(QPageLayout::Landscape);
        writer.setResolution(600);
        printMap(writer, job);
    }
    QFile pdf(file);
    REQUIRE(pdf.open(QIODevice::ReadOnly));
    const QByteArray document = pdf.readAll();
    const QString words = wordsOf(document);
    // A4 lying: 297 by 210 mm are 842 by 595 points.
    const auto box = QRegularExpression("/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)")
                         .match(QString::fromLatin1(document));
    REQUIRE(box.hasMatch());
    CHECK(box.captured(1).toDouble() == Approx(842).margin(1));
    CHECK(box.captured(2).toDouble() == Approx(595).margin(1));
    CHECK(saysAllOf(words, QStringLiteral("楚雄彝族自治州销号状态"))); // the title
    CHECK(saysAllOf(words, QStringLiteral("数据截止2020-05-06")));
    CHECK(saysAllOf(words, QStringLiteral("内部使用")));
    CHECK(saysAllOf(words, QStringLiteral("未核实公里"))); // legend and scale bar
    CHECK_FALSE(saysAllOf(words, QStringLiteral("龘")));   // or the test would see anything
}

TEST_CASE("a sheet that cannot be written is said to be so", "[desktop]")
{
    WindowFixture fixture;
    const PrintJob job = jobOf(fixture);
    QPdfWriter writer(fromPath(fixture.folder / "no" / "such" / "folder" / "map.pdf"));
    CHECK_THROWS_AS(printMap(writer, job), Error);
}
