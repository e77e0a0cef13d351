// SPDX-License-Identifier: MIT
#include "briefing/page_font.h"
#include "briefing/pdf_text.h"
#include "cli/program.h"
#include "support/catch.h"
#include "support/gui.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

using namespace guatu;
using namespace guatu::briefing;

TEST_CASE("words of a document are found as they were drawn")
{
    needGui();
    // Characters that share their glyphs with radicals, one beyond the basic plane, and blanks.
    const std::vector<std::string> words{"高桥镇 小河 户",
                                         "土田人山水火金木石竹米羊老行西见角谷贝赤走车里长门",
                                         "𠮷野 47 户 146 人", "1,047 户"};
    QByteArray bytes;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(300);
        QPainter painter(&writer);
        int y = 200;
        for (const bool isSerif : {false, true})
            for (const bool isBold : {false, true})
                for (const std::string& word : words) {
                    painter.setFont(pageFont({.serif = isSerif, .bold = isBold}, 50));
                    painter.drawText(QPointF(100, y), QString::fromStdString(word));
                    y += 80;
                }
    }
    const test::TemporaryFolder folder;
    const QByteArray mended = mendedText(bytes, words);
    const auto file = folder.write("t.pdf", mended.toStdString());
    const auto read = ::guatu::test::run({"pdftotext", "-layout", file, "-"});
    REQUIRE(read.code == 0);
    for (const std::string& word : words) {
        std::size_t count = 0;
        for (std::size_t at = read.out.find(word); at != std::string::npos;
             at = read.out.find(word, at + 1))
            ++count;
        INFO(word << "\n" << read.out);
        CHECK(count == 4);
    }
    CHECK(read.out.find('\t') == std::string::npos);
    CHECK(::guatu::test::run({"qpdf", "--check", file}).code == 0);
}

TEST_CASE("bytes that are no document are refused")
{
    needGui();
    CHECK_THROWS(mendedText("no pdf", {}));
}
