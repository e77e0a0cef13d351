// SPDX-License-Identifier: MIT
#include "briefing/figure_check.h"
#include "briefing/on_all_cores.h"
#include "briefing/pdf_book.h"
#include "briefing/pdf_text.h"
#include "briefing/writer.h"
#include "core/error.h"
#include "exchange/whole_file.h"

#include <QBuffer>
#include <QFile>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

namespace guatu::briefing
{
namespace
{

// Fineness of positions and of letters' sizes. Vertices of maps stand on thirds of the 300th of an
// inch, which are whole numbers here and so short to write.
constexpr int pdfDpi = 1800;

} // namespace

PagePdf paintPdf(const Page& page, const PaintOptions& options)
{
    PagePdf made;
    QBuffer buffer(&made.bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(pdfDpi);
    writer.setPageLayout(QPageLayout(QPageSize(QSizeF(page.width, page.height),
                                               QPageSize::Millimeter, {}, QPageSize::ExactMatch),
                                     QPageLayout::Portrait, QMarginsF()));
    QPainter painter;
    if (!painter.begin(&writer))
        throw Error(ErrorKind::Internal, {"briefing.pdf_broken", {{"what", "QPdfWriter"}}});
    made.painted = paintPage(painter, page, pdfDpi, options);
    if (!painter.end())
        throw Error(ErrorKind::Internal, {"briefing.pdf_broken", {{"what", "QPdfWriter"}}});
    return made;
}

namespace
{

/// Pages painted on all cores, in order.
std::vector<PagePdf> paintAll(const std::vector<Page>& pages, PaintOptions options,
                              const Progress& progress)
{
    options.stop = progress.stop;
    std::vector<PagePdf> made(pages.size());
    onAllCores(pages.size(), progress, {"briefing.progress.paint"},
               [&](std::size_t i) { made[i] = paintPdf(pages[i], options); });
    return made;
}

} // namespace

std::vector<std::string> textsOf(const Page& page)
{
    std::vector<std::string> texts;
    const auto add = [&texts](const std::string& text) { texts.push_back(text); };
    for (const Block& block : page.blocks) {
        if (const auto* text = std::get_if<TextBlock>(&block)) {
            for (const Paragraph& paragraph : text->paragraphs)
                for (const Run& run : paragraph.runs)
                    add(run.text);
        } else if (const auto* stamp = std::get_if<StampBlock>(&block)) {
            add(stamp->run.text);
        } else if (const auto* facts = std::get_if<FactsBlock>(&block)) {
            for (const auto& [label, words] : facts->rows) {
                add(label);
                add(words);
            }
        } else if (const auto* figures = std::get_if<FiguresBlock>(&block)) {
            for (const FiguresBlock::Item& item : figures->items) {
                for (const auto& [number, unit] : item.numbers)
                    add(number + unit);
                add(item.caption);
            }
        } else if (const auto* table = std::get_if<TableBlock>(&block)) {
            add(table->title);
            for (const TableColumnLayout& column : table->columns)
                for (const std::string& line : column.title)
                    add(line);
            for (const TableRowBlock& row : table->rows)
                for (const TableCellBlock& cell : row.cells)
                    add(cell.text);
            for (const std::string& note : table->notes)
                add(note);
        } else if (const auto* chart = std::get_if<ChartBlock>(&block)) {
            add(chart->title);
            for (const ChartBlock::Bar& bar : chart->bars)
                add(bar.name);
        } else if (const auto* legend = std::get_if<LegendBlock>(&block)) {
            add(legend->title);
            for (const LegendBlock::Column& column : legend->columns)
                for (const LegendBlock::Line& line : column.lines)
                    add(line.text + line.count);
        } else if (const auto* map = std::get_if<MapBlock>(&block)) {
            add(map->caption);
        }
    }
    return texts;
}

void writeWhole(const std::filesystem::path& file, const QByteArray& bytes, bool overwrite)
{
    exchange::WholeFile whole(file, overwrite);
    {
        QFile out(QString::fromStdString(whole.path().string()));
        const bool written =
            out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.flush();
        out.close();
        if (!written || out.error() != QFileDevice::NoError)
            throw inputError({"table.not_written", {{"file", file.string()}}});
    }
    whole.keep();
}

void mendPrinted(const std::filesystem::path& file, std::span<const std::string> drawn)
{
    QFile in(QString::fromStdString(file.string()));
    if (!in.open(QIODevice::ReadOnly))
        throw inputError({"table.not_written", {{"file", file.string()}}});
    const QByteArray bytes = in.readAll();
    in.close();
    if (bytes.startsWith("%PDF-"))
        writeWhole(file, mendedText(bytes, drawn), true);
}

void writePdf(const Document& document, const std::filesystem::path& file, bool overwrite,
              const PaintOptions& options, const Progress& progress)
{
    (void)exchange::WholeFile(file, overwrite); // before the work, not behind it
    requireAgreement(document);
    std::vector<PagePdf> made = paintAll(document.pages, options, progress);
    progress.checkpoint();
    PdfBook book;
    std::vector<std::string> drawn;
    for (std::size_t i = 0; i < made.size(); ++i) {
        book.add(std::move(made[i].bytes), document.pages[i]);
        drawn.insert(drawn.end(), made[i].painted.texts.begin(), made[i].painted.texts.end());
        const auto texts = textsOf(document.pages[i]);
        drawn.insert(drawn.end(), texts.begin(), texts.end());
    }
    writeWhole(file, book.finish(document, drawn), overwrite);
}

} // namespace guatu::briefing
