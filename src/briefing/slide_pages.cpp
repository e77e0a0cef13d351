// SPDX-License-Identifier: MIT
#include "briefing/slide_pages.h"

#include "briefing/on_all_cores.h"
#include "briefing/page_font.h"
#include "briefing/sheet_painter.h"
#include "core/error.h"
#include "core/text.h"

#include <QBuffer>

#include <fmt/format.h>

#include <cmath>

namespace guatu::briefing
{
namespace
{

using exchange::Slide;

constexpr double pictureDpi = 240; ///< on the slide: sharp on screens of four times 1080 lines

std::string hexOf(const Colour& colour)
{
    return fmt::format("{:02X}{:02X}{:02X}", colour.r, colour.g, colour.b);
}

exchange::SlideParagraph::Place placeOf(Align align)
{
    using enum exchange::SlideParagraph::Place;
    return align == Align::Right ? Right : align == Align::Centre ? Middle : Left;
}

/// One page on its way to a slide.
class SlideMaker
{
public:
    SlideMaker(const Page& page, const PaintOptions& options)
        : m_page(page),
          m_options(options),
          m_k(std::min(exchange::slideWidth / page.width, exchange::slideHeight / page.height)),
          m_left((exchange::slideWidth - m_k * page.width) / 2),
          m_top((exchange::slideHeight - m_k * page.height) / 2)
    {
        m_slide.title = page.title;
    }

    Slide make()
    {
        for (const Block& block : m_page.blocks) {
            if (m_options.stop.stop_requested())
                throw Cancelled{};
            std::visit([this](const auto& each) { add(each); }, block);
        }
        return std::move(m_slide);
    }

private:
    [[nodiscard]] exchange::SlideBox boxOf(const RectMm& box) const
    {
        return {m_left + m_k * box.x, m_top + m_k * box.y, m_k * box.width, m_k * box.height};
    }

    [[nodiscard]] exchange::SlideRun runOf(const std::string& words, const TextStyle& style) const
    {
        return {words, style.points * m_k, style.bold, hexOf(style.colour)};
    }

    [[nodiscard]] exchange::SlideParagraph paragraphOf(const Paragraph& paragraph) const
    {
        exchange::SlideParagraph set{{}, placeOf(paragraph.align)};
        for (const Run& run : paragraph.runs)
            set.runs.push_back(runOf(run.text, run.style));
        return set;
    }

    static std::string wordsOf(const TextBlock& block)
    {
        std::string words;
        for (const Paragraph& paragraph : block.paragraphs)
            for (const Run& run : paragraph.runs)
                words += run.text;
        return words;
    }

    void add(const TextBlock& block)
    {
        if (block.isFoot) {
            m_slide.footer += (m_slide.footer.empty() ? "" : "　") + wordsOf(block);
            return;
        }
        if (block.isTitle) {
            m_slide.title = wordsOf(block);
            m_slide.titleBox = boxOf(block.box);
            if (!block.paragraphs.empty() && !block.paragraphs.front().runs.empty())
                m_slide.titlePoints = block.paragraphs.front().runs.front().style.points * m_k;
            return;
        }
        exchange::SlideText text{boxOf(block.box), {}};
        text.leading = block.leading / defaultLeading;
        for (const Paragraph& paragraph : block.paragraphs)
            text.paragraphs.push_back(paragraphOf(paragraph));
        m_slide.texts.push_back(std::move(text));
    }

    void add(const StampBlock& block)
    {
        exchange::SlideText text{
            boxOf(block.box),
            {{{runOf(block.run.text, block.run.style)}, exchange::SlideParagraph::Place::Middle}}};
        text.rim = hexOf(block.run.style.colour);
        m_slide.texts.push_back(std::move(text));
    }

    void add(const FactsBlock& block)
    {
        const TextStyle label{block.points, false, true};
        TextStyle body{block.points};
        body.colour = {60, 71, 83, 255};
        exchange::SlideText text{boxOf(block.box), {}};
        for (const auto& [name, words] : block.rows)
            text.paragraphs.push_back({{runOf(name + "　", label), runOf(words, body)}});
        m_slide.texts.push_back(std::move(text));
    }

    /// Each item in its share of the row, the number above what it says.
    void add(const FiguresBlock& block)
    {
        const TextStyle unit{block.points * 0.45, false, false, {86, 97, 110, 255}};
        TextStyle caption = unit;
        caption.points = block.points * 0.5; // read from afar
        std::vector<double> widths;
        double used = 0;
        for (const FiguresBlock::Item& item : block.items) {
            double width = 0;
            for (const auto& [number, word] : item.numbers)
                width +=
                    widthOf(number + " ", {block.points, false, true}) + widthOf(word + "  ", unit);
            widths.push_back(std::max(width, widthOf(item.caption, caption)));
            used += widths.back();
        }
        const double gap =
            (block.box.width - used) / static_cast<double>(std::max<std::size_t>(1, widths.size()));
        RectMm box = block.box;
        for (std::size_t i = 0; i < block.items.size(); ++i) {
            const FiguresBlock::Item& item = block.items[i];
            box.width = widths[i] + gap;
            exchange::SlideText text{boxOf(box), {{}, {{runOf(item.caption, caption)}}}};
            for (const auto& [number, word] : item.numbers) {
                text.paragraphs.front().runs.push_back(
                    runOf(number, {block.points, false, true, item.colour}));
                text.paragraphs.front().runs.push_back(runOf(" " + word + "  ", unit));
            }
            m_slide.texts.push_back(std::move(text));
            box.x += box.width;
        }
    }

    void add(const TableBlock& block)
    {
        exchange::SlideTable table;
        table.box = boxOf(block.box);
        if (!block.title.empty()) {
            RectMm box = block.box;
            box.height = block.titleHeight;
            m_slide.texts.push_back(
                {boxOf(box), {{{runOf(block.title, {block.points * 1.25, false, true})}}}});
            table.box.y += m_k * block.titleHeight;
        }
        table.points = block.points * m_k;
        std::vector<std::size_t> shown;
        double all = 0, kept = 0;
        for (std::size_t i = 0; i < block.columns.size(); ++i) {
            all += block.columns[i].width;
            const bool isBar = !block.rows.empty() && i < block.rows.front().cells.size() &&
                               !block.rows.front().cells[i].bar.empty();
            if (isBar)
                continue;
            shown.push_back(i);
            kept += block.columns[i].width;
        }
        table.rows.emplace_back();
        table.heights.push_back(m_k * block.headerHeight);
        for (const std::size_t i : shown) {
            const TableColumnLayout& column = block.columns[i];
            table.widths.push_back(m_k * column.width * all / kept);
            table.flushRight.push_back(column.align == Align::Right);
            std::string title;
            for (const std::string& line : column.title)
                title += (title.empty() ? "" : "\n") + line;
            table.rows.back().push_back(std::move(title));
        }
        double bottom =
            block.box.y + (block.title.empty() ? 0 : block.titleHeight) + block.headerHeight;
        for (const TableRowBlock& row : block.rows) {
            table.rows.emplace_back();
            for (const std::size_t i : shown) {
                const std::string indent = i == 0 ? std::string(2 * row.depth, ' ') : "";
                table.rows.back().push_back(indent + row.cells[i].text);
            }
            table.heights.push_back(m_k * row.height);
            table.hasTotal = row.isTotal;
            bottom += row.height;
        }
        m_slide.tables.push_back(std::move(table));
        if (!block.notes.empty())
            addNotes(block, bottom);
    }

    void addNotes(const TableBlock& block, double top)
    {
        TextStyle style{block.noteHeight / mmPerPoint / 1.6};
        style.colour = {86, 97, 110, 255};
        std::string all;
        for (const std::string& note : block.notes)
            all += note;
        const double height = block.noteHeight * static_cast<double>(block.notes.size());
        m_slide.texts.push_back(
            {boxOf({block.box.x, top + 1, block.box.width, height}), {{{runOf(all, style)}}}});
    }

    void add(const ChartBlock& block) { addPicture(block); }
    void add(const MapBlock& block) { addPicture(block); }
    void add(const LegendBlock& block) { addPicture(block); }
    void add(const InsetBlock& block) { addPicture(block); }
    void add(const PictureBlock& block) { addPicture(block); }

    template <typename Kind>
    void addPicture(const Kind& block)
    {
        const double dpi = pictureDpi * m_k;
        const double dots = dpi / 25.4;
        QImage image(std::max(1, qRound(block.box.width * dots)),
                     std::max(1, qRound(block.box.height * dots)), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setRenderHint(QPainter::TextAntialiasing);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.translate(-block.box.x * dots, -block.box.y * dots);
        PaintOptions options = m_options;
        options.mapDpi = dpi;
        options.mapsAsPictures = true;
        PaintedPage painted;
        SheetPainter sheet(painter, dpi, options, painted);
        paintBlock(sheet, m_page, block);
        painter.end();
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG", 80);
        m_slide.pictures.push_back({boxOf(block.box), bytes.toStdString(), m_slide.title});
    }

    static constexpr double defaultLeading = 1.2; ///< what presentation programs take for one line

    const Page& m_page;
    const PaintOptions& m_options;
    double m_k, m_left, m_top; ///< slide millimetres of a page's, and where its corner stands
    Slide m_slide;
};

} // namespace

std::vector<Slide> slidesOf(const Document& document, const PaintOptions& options,
                            const Progress& progress)
{
    PaintOptions stoppable = options;
    stoppable.stop = progress.stop;
    std::vector<Slide> slides(document.pages.size());
    onAllCores(slides.size(), progress, {"briefing.progress.paint"},
               [&](std::size_t i) { slides[i] = SlideMaker(document.pages[i], stoppable).make(); });
    return slides;
}

} // namespace guatu::briefing
