// SPDX-License-Identifier: MIT
#include "briefing/book_parts.h"

#include "briefing/composer.h"
#include "briefing/page_font.h"
#include "briefing/table_layout.h"
#include "session/tables/table_parts.h"

#include <algorithm>

namespace guatu::briefing
{
namespace
{

Frame textFrame(RectMm box, const char* id, double points, bool bold, const char* words)
{
    Frame frame;
    frame.kind = Frame::Kind::Text;
    frame.id = id;
    frame.box = box;
    frame.points = points;
    frame.bold = bold;
    frame.align = Align::Left;
    frame.text = {text(words, Language::Chinese), text(words, Language::English)};
    return frame;
}

Composition begin(const PageTemplate& sheet, const Material& material, RowIndex unit,
                  const std::string& title)
{
    Composition c{sheet, material, unit};
    c.page = emptyPage(c);
    c.page.title = title;
    return c;
}

/// The number of a page at the place of its unit on the index map.
void addReference(Composition& c, const BookEntry& entry)
{
    const MapBlock& map = *c.page.map();
    const Point place = entry.place;
    if (!place.valid())
        return;
    const RectMm inner = map.inner();
    const TextStyle style = {10 * c.design.enlarge, false, true, {0x1D, 0x4F, 0x91, 255}};
    const std::string words = std::to_string(entry.page);
    const double width = widthOf(words, style) + 3 * c.design.enlarge;
    const double height = 5.2 * c.design.enlarge;
    // Above the seat and its name.
    const double x = inner.x + inner.width / 2 + (place.x - map.center.x) / map.metresPerMm;
    const double y = inner.y + inner.height / 2 - (place.y - map.center.y) / map.metresPerMm;
    RectMm box{x - width / 2, y - height - 3.4 * c.design.enlarge, width, height};
    box.x = std::clamp(box.x, inner.x, inner.right() - width);
    box.y = std::clamp(box.y, inner.y, inner.bottom() - height);
    c.page.blocks.emplace_back(StampBlock{box, {words, style}, true});
    c.page.links.push_back({box, entry.page});
}

Table contentsTable(const std::vector<BookEntry>& entries)
{
    Table table("contents", localText("briefing.book.contents"),
                {session::column("column.name"),
                 {"page", localText("briefing.book.page"), ColumnKind::Integer}});
    for (const BookEntry& entry : entries)
        table.addRow({entry.name, static_cast<std::int64_t>(entry.page)});
    return table;
}

} // namespace

std::vector<Page> listPages(const PageTemplate& sheet, const Material& material, RowIndex unit,
                            const Table& table, std::vector<std::string> columns)
{
    Composition c = begin(sheet, material, unit, table.title().in(material.options.language));
    Frame frame;
    frame.kind = Frame::Kind::Table;
    frame.table = table.key();
    frame.columns = std::move(columns);
    frame.points = 8.5;
    const RectMm space = sheet.space();
    const double head = 9 * sheet.enlarge;
    frame.box = {space.x, space.y + head, space.width, space.height - head};
    c.page.blocks.emplace_back(TextBlock{{space.x, space.y, space.width, 8 * sheet.enlarge},
                                         {{{{c.unitName(), c.style(13, true)}}, Align::Left}},
                                         true});
    addRows(c, frame, table);
    std::vector<Page> pages{std::move(c.page)};
    for (Page& page : c.more)
        pages.push_back(std::move(page));
    return pages;
}

PageTemplate bookSheet(const PageTemplate& design)
{
    PageTemplate sheet;
    sheet.id = "book";
    sheet.width = design.width;
    sheet.height = design.height;
    sheet.margin = design.margin;
    sheet.enlarge = design.enlarge;
    return sheet;
}

Page coverPage(const PageTemplate& sheet, const Material& material, RowIndex unit)
{
    Composition c =
        begin(sheet, material, unit, text("briefing.book.cover", material.options.language));
    const RectMm space = sheet.space();
    const double k = sheet.width / 297; // sizes below are for a sheet as wide as A4 landscape
    const RectMm wide{space.x + space.width * 0.06, 0, space.width * 0.88, 0};
    const auto at = [&](double share, double height) {
        return RectMm{wide.x, space.y + space.height * share, wide.width, height};
    };
    const auto add = [&](RectMm box, const char* id, double points, bool bold, const char* words) {
        Frame frame = textFrame(box, id, points, bold, words);
        addText(c, frame);
    };
    add(at(0.2, 30 * k), "title", 40 * k / sheet.enlarge, true, "briefing.book.cover_title");
    add({wide.x, space.y + space.height * 0.2 + 32 * k, wide.width, 14 * k}, "subtitle",
        16 * k / sheet.enlarge, false, "briefing.book.cover_campaign");
    add(at(0.62, 10 * k), "date", 14 * k / sheet.enlarge, false, "briefing.book.cover_date");
    Frame facts;
    facts.kind = Frame::Kind::Furniture;
    facts.id = "facts";
    facts.box = at(0.72, space.height * 0.26);
    facts.points = 10 * k / sheet.enlarge;
    facts.items = {"data_date", "sources", "crs", "compiler", "approval", "audience", "hash"};
    addFurniture(c, facts);
    Frame stamp = facts;
    stamp.items = {"stamp"};
    stamp.points = 14 * k / sheet.enlarge;
    stamp.box = {space.right() - 62 * k, space.y + 4 * k, 62 * k, 13 * k};
    addFurniture(c, stamp);
    return std::move(c.page);
}

std::vector<Page> contentsPages(const PageTemplate& sheet, const Material& material, RowIndex unit,
                                const std::vector<BookEntry>& entries)
{
    Composition c =
        begin(sheet, material, unit, text("briefing.book.contents", material.options.language));
    const RectMm space = sheet.space();
    const double head = 14 * sheet.enlarge;
    const bool isWide = sheet.width > sheet.height;
    RectMm mapBox{space.x, space.y + head, isWide ? space.width * 0.62 : space.width,
                  isWide ? space.height - head : (space.height - head) * 0.55};
    RectMm listBox =
        isWide ? RectMm{mapBox.right() + 8, mapBox.y, space.width - mapBox.width - 8, mapBox.height}
               : RectMm{space.x, mapBox.bottom() + 5, space.width,
                        space.bottom() - mapBox.bottom() - 5};
    addText(c, textFrame({space.x, space.y, space.width, 12 * sheet.enlarge}, "title", 20, true,
                         "briefing.book.contents_title"));
    Frame map;
    map.kind = Frame::Kind::Map;
    map.id = "map";
    map.box = mapBox;
    map.layers = {"boundary-prefecture",    "boundary-county", "boundary-town",
                  "boundary-town-overview", "seat-county",     "seat-town"};
    map.graticule = map.kilometreGrid = false;
    addMap(c, map);
    for (const BookEntry& entry : entries)
        addReference(c, entry);
    const TableWish wish{
        .points = 9.5, .enlarge = sheet.enlarge, .title = c.words({"briefing.book.contents"})};
    const TableBlock list = setTable(contentsTable(entries), wish,
                                     std::min(listBox.width, 120 * sheet.enlarge), c.language());
    const RectMm next{space.x, space.y + head, listBox.width, space.height - head};
    std::vector<Page> pages;
    std::size_t row = 0;
    for (TableBlock& part : flowed(list, listBox, next, c.language())) {
        if (pages.empty()) {
            pages.push_back(std::move(c.page));
        } else {
            pages.push_back(begin(sheet, material, unit, {}).page);
            pages.back().bookmark = -1;
        }
        for (const RectMm& box : rowBoxes(part))
            if (row < entries.size())
                pages.back().links.push_back({box, entries[row++].page});
        pages.back().blocks.emplace_back(std::move(part));
    }
    return pages;
}

std::vector<Page> rosterPages(const PageTemplate& sheet, const Material& material, RowIndex unit)
{
    const std::pair<std::string, std::vector<std::string>> rosters[] = {
        {"briefing",
         {"name", "remaining_households", "remaining_persons", "incidence_percent", "bar",
          "cleared_percent", "unknown_percent", "listed_places", "open_problems"}},
        {"supervision",
         {"subject_type", "name", "issuer", "basis", "measure", "value", "limit", "margin"}}};
    std::vector<Page> pages;
    for (const auto& [kind, columns] : rosters) {
        if (!material.policy.allowsTable(kind, material.options.audience))
            continue;
        const Composition c{sheet, material, unit};
        append(pages, listPages(sheet, material, unit, tableFor(c, kind), columns));
    }
    return pages;
}

} // namespace guatu::briefing
