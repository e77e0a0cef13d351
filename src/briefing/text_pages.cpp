// SPDX-License-Identifier: MIT
#include "briefing/text_pages.h"

#include "briefing/composer.h"
#include "briefing/page_font.h"

#include <cmath>

namespace guatu::briefing
{
namespace
{

constexpr double slideHeightMm = 190.5, slideWidthMm = 338.667; // 16:9 as presentations have it

/// A line of text that is set already, and what holds it.
struct SetLine {
    Paragraph words;
    double height = 0;      ///< mm
    bool joinsNext = false; ///< never last on a page
    std::size_t target = 0; ///< page that it leads to; 0: none
};

/// A title of 22 points in lines of much the same length, in the middle (GB/T 9704-2012, 7.3.1).
std::vector<Paragraph> titleLines(const std::string& title, double width)
{
    constexpr double points = 22;
    const TextStyle style{points, true, true};
    const double whole = widthOf(title, style);
    const double lines = std::ceil(whole / width);
    const double even = lines < 2 ? width : std::min(width, whole / lines + points * mmPerPoint);
    std::vector<Paragraph> paragraphs;
    for (const std::string& line : wrapped(title, style, even))
        paragraphs.push_back({{{line, style}}, Align::Centre});
    return paragraphs;
}

class Flow
{
public:
    Flow(const TextSheet& sheet, const Composition& c, std::string title)
        : m_sheet(sheet), m_c(c), m_title(std::move(title))
    {
    }

    /// A paragraph as lines of the column's width.
    void add(const std::string& words, const TextStyle& style, bool isHeading,
             std::size_t target = 0)
    {
        for (const LaidLine& line :
             layOut({{{{words, style}}}}, m_sheet.column.width, m_sheet.leading)) {
            SetLine set{{{}, Align::Left}, line.height, isHeading, target};
            for (const LaidPiece& piece : line.pieces)
                set.words.runs.push_back({piece.text, piece.style});
            m_lines.push_back(std::move(set));
        }
    }

    [[nodiscard]] std::vector<Page> pages() const
    {
        std::vector<Page> pages{first()};
        double y = m_top;
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            double needed = m_lines[i].height;
            if (m_lines[i].joinsNext && i + 1 < m_lines.size())
                needed += m_lines[i + 1].height;
            if (y + needed > m_sheet.column.bottom() + 1e-6 && y > m_sheet.column.y) {
                pages.push_back(next());
                y = m_sheet.isSlide ? m_top : m_sheet.column.y;
            }
            put(pages.back(), m_lines[i], y);
            y += m_lines[i].height;
        }
        return pages;
    }

    void setTop(double y) { m_top = y; }

private:
    /// The title: in the middle above the text, or where slides have it.
    [[nodiscard]] Page first() const
    {
        Page page = emptyPage(m_c);
        page.title = m_title;
        titleOn(page);
        return page;
    }
    [[nodiscard]] Page next() const
    {
        Page page = emptyPage(m_c);
        page.title = m_title;
        page.bookmark = -1;
        if (m_sheet.isSlide)
            titleOn(page);
        return page;
    }

    void titleOn(Page& page) const
    {
        TextBlock block;
        block.isTitle = true;
        const RectMm& column = m_sheet.column;
        block.box = {column.x, column.y, column.width, 0};
        if (m_sheet.isSlide) {
            constexpr double points = 24, height = 14;
            block.box.y = m_sheet.paper.margin;
            block.box.height = height;
            block.paragraphs = {{{{m_title, {points, false, true}}}, Align::Left}};
        } else {
            block.paragraphs = titleLines(m_title, column.width);
            block.box.height = heightOf(layOut(block.paragraphs, column.width));
        }
        page.blocks.emplace_back(std::move(block));
    }

    void put(Page& page, const SetLine& line, double y) const
    {
        const RectMm box{m_sheet.column.x, y, m_sheet.column.width, line.height};
        // A line is never wrapped again: a hair more room than it was set for.
        TextBlock block{{box.x, box.y, box.width + 0.1, box.height}, {line.words}};
        block.leading = m_sheet.leading;
        auto* above = page.blocks.empty() ? nullptr : std::get_if<TextBlock>(&page.blocks.back());
        if (above != nullptr && !above->isTitle) {
            above->paragraphs.push_back(line.words);
            above->box.height = box.bottom() - above->box.y;
        } else {
            page.blocks.emplace_back(std::move(block));
        }
        if (line.target > 0)
            page.links.push_back({box, line.target});
    }

    const TextSheet& m_sheet;
    const Composition& m_c;
    std::string m_title;
    std::vector<SetLine> m_lines;
    double m_top = 0; ///< of the text on the first page
};

} // namespace

TextSheet officialSheet()
{
    TextSheet sheet;
    sheet.paper.id = "text";
    constexpr double top = 37, left = 28, width = 156, height = 225;
    sheet.column = {left, top, width, height};
    return sheet;
}

TextSheet slideSheet()
{
    TextSheet sheet;
    sheet.paper.id = "slide-text";
    sheet.paper.width = slideWidthMm;
    sheet.paper.height = slideHeightMm;
    sheet.paper.enlarge = 1.3;
    sheet.points = 18;
    sheet.leading = 1.6;
    sheet.isSlide = true;
    const RectMm space = sheet.paper.space();
    constexpr double head = 18;
    sheet.column = {space.x, space.y + head, space.width, space.height - head};
    return sheet;
}

std::vector<Page> textPages(const TextSheet& sheet, const Material& material, RowIndex unit,
                            const std::string& title, std::span<const session::PackText> texts,
                            std::span<const Attachment> attachments)
{
    const Composition c{sheet.paper, material, unit};
    const bool isHan = c.language() == Language::Chinese;
    Flow flow(sheet, c, title);
    const TextStyle heading{sheet.points, false, sheet.isSlide};
    TextStyle body{sheet.points, !sheet.isSlide};
    body.official = !sheet.isSlide;
    const std::string indent = isHan && !sheet.isSlide ? "　　" : "";
    for (const session::PackText& each : texts)
        flow.add(indent + each.text, each.isHeading ? heading : body, each.isHeading);
    if (!attachments.empty()) {
        flow.add(" ", body, true);
        for (std::size_t i = 0; i < attachments.size(); ++i)
            flow.add(indent +
                         c.words({i == 0 ? "briefing.attachment.first" : "briefing.attachment.next",
                                  {{"number", std::to_string(i + 1)},
                                   {"title", attachments[i].title},
                                   {"page", std::to_string(attachments[i].page)}}}),
                     body, i == 0, attachments[i].page);
    }
    double top = sheet.column.y;
    if (!sheet.isSlide)
        top += heightOf(layOut(titleLines(title, sheet.column.width), sheet.column.width)) +
               sheet.points * mmPerPoint * sheet.leading;
    flow.setTop(top);
    return flow.pages();
}

} // namespace guatu::briefing
