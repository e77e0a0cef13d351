// SPDX-License-Identifier: MIT
#include "briefing/compose.h"

#include "briefing/composer.h"
#include "briefing/page_font.h"
#include "briefing/page_words.h"
#include "core/error.h"
#include "session/masked_table.h"

#include <QImageReader>

#include <algorithm>

namespace guatu::briefing
{

std::string Composition::unitCode() const
{
    return snapshot().units.code[static_cast<std::size_t>(unit)].str();
}

void Composition::bind(std::string quantity, double value, std::string shown, std::string place,
                       bool isTotal)
{
    page.figures.push_back({std::move(quantity), unitCode(), snapshot().asOf, value,
                            std::move(shown), std::move(place), isTotal});
}

void addText(Composition& c, const Frame& frame)
{
    TextBlock block;
    block.box = frame.box;
    block.isTitle = frame.id == "title";
    const std::string words =
        filledText(c, frame.text, frame.id.empty() ? std::string("text") : frame.id);
    TextStyle style = c.style(frame.points > 0 ? frame.points : 10.5, frame.bold, frame.serif);
    if (frame.colour)
        style.colour = *frame.colour;
    // Long names of units are set smaller before they are wrapped, but never below what can be
    // read.
    const double least = std::max(7 * c.design.enlarge, style.points * 0.55);
    for (;; style.points -= 0.5 * c.design.enlarge) {
        block.paragraphs = {{{{words, style}}, frame.align}};
        const auto lines = layOut(block.paragraphs, frame.box.width);
        if (heightOf(lines) <= frame.box.height * 1.02 && (lines.size() < 2 || !block.isTitle))
            break;
        if (style.points - 0.5 * c.design.enlarge < least) {
            if (heightOf(lines) <= frame.box.height * 1.02)
                break;
            throw inputError({"briefing.text_too_long",
                              {{"frame", frame.id}, {"unit", c.unitName()}, {"text", words}}});
        }
    }
    c.page.blocks.emplace_back(std::move(block));
}

void addPicture(Composition& c, const Frame& frame)
{
    QImageReader reader(QString::fromStdString(frame.file.string()));
    QImage image = reader.read();
    if (image.isNull())
        throw inputError({"briefing.no_picture", {{"file", frame.file.string()}}});
    PictureBlock block{frame.box, std::move(image)};
    // As large as it fits, in the middle.
    const double k =
        std::min(frame.box.width / block.image.width(), frame.box.height / block.image.height());
    block.box.width = block.image.width() * k;
    block.box.height = block.image.height() * k;
    block.box.x += (frame.box.width - block.box.width) / 2;
    block.box.y += (frame.box.height - block.box.height) / 2;
    c.page.blocks.emplace_back(std::move(block));
}

void checkTemplate(const PageTemplate& page, const Material& material, RowIndex unit)
{
    if (page.comparesDates() && !material.before)
        throw inputError({"briefing.needs_compare", {{"template", page.id}}});
    const UnitColumns& units = material.day.snapshot().units;
    const Level level = units.level[static_cast<std::size_t>(unit)];
    if (!page.levels.empty() && std::ranges::find(page.levels, level) == page.levels.end()) {
        std::string levels;
        for (const Level wanted : page.levels)
            levels += " " + std::string(toString(wanted));
        throw inputError({"briefing.wrong_level",
                          {{"template", page.id},
                           {"unit", units.name[static_cast<std::size_t>(unit)]},
                           {"levels", levels}}});
    }
}

Page emptyPage(const Composition& c)
{
    Page page;
    page.width = c.design.width;
    page.height = c.design.height;
    page.margin = c.design.margin;
    page.enlarge = c.design.enlarge;
    page.unit = c.unitCode();
    page.templateId = c.design.id;
    page.asOf = c.snapshot().asOf;
    return page;
}

std::vector<Page> compose(const PageTemplate& design, const Material& material, RowIndex unit,
                          const Spot* spot)
{
    checkTemplate(design, material, unit);
    if (design.ofPlace != (spot != nullptr))
        throw inputError({design.ofPlace ? "briefing.needs_place" : "briefing.needs_unit",
                          {{"template", design.id}}});
    Composition c{design, material, unit, spot};
    c.page = emptyPage(c);
    c.page.title = c.subjectName();
    // Maps first: titles name what they show, legends count what is on them.
    using Kind = Frame::Kind;
    const auto each = [&](Kind kind, void (*add)(Composition&, const Frame&)) {
        for (const Frame& frame : design.frames)
            if (frame.kind == kind)
                add(c, frame);
    };
    each(Kind::Map, addMap);
    each(Kind::Inset, addInset);
    each(Kind::Legend, addLegend);
    each(Kind::Picture, addPicture);
    each(Kind::Chart, addChart);
    each(Kind::Figures, addFigures);
    each(Kind::Furniture, addFurniture);
    each(Kind::Text, addText);
    each(Kind::Table, addTable);
    std::vector<Page> pages{std::move(c.page)};
    for (Page& page : c.more)
        pages.push_back(std::move(page));
    return pages;
}

void numberPages(std::vector<Page>& pages, const Material& material)
{
    const Language language = material.options.language;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        Page& page = pages[i];
        const double margin = page.margin;
        const double height = footHeight * page.enlarge;
        TextStyle style{7.5 * page.enlarge, false, false, {86, 97, 110, 255}};
        const std::string marks =
            text({"briefing.foot.marks",
                  {{"class", session::audienceTitle(material.options.audience).in(language)},
                   {"date", page.asOf.iso()},
                   {"hash", material.hash.empty() ? "-" : material.hash}}},
                 language);
        const std::string number =
            text({"briefing.foot.page",
                  {{"page", std::to_string(i + 1)}, {"pages", std::to_string(pages.size())}}},
                 language);
        const double width = page.width - 2 * margin;
        const double y = page.height - margin - height + 1;
        page.blocks.emplace_back(TextBlock{
            {margin, y, width * 0.7, height}, {{{{marks, style}}, Align::Left}}, false, true});
        page.blocks.emplace_back(TextBlock{{margin + width * 0.7, y, width * 0.3, height},
                                           {{{{number, style}}, Align::Right}},
                                           false,
                                           true});
    }
}

Document documentOf(const PageTemplate& design, const Material& material, RowIndex unit)
{
    Document document;
    document.language = material.options.language;
    document.title = material.day.snapshot().units.name[static_cast<std::size_t>(unit)] + " " +
                     design.title.in(document.language);
    document.subject = material.day.view->profile.title.in(document.language);
    document.pages = compose(design, material, unit);
    numberPages(document.pages, material);
    return document;
}

} // namespace guatu::briefing
