// SPDX-License-Identifier: MIT
#include "briefing/pack_book.h"

#include "briefing/book_parts.h"
#include "briefing/composer.h"
#include "briefing/figure_check.h"
#include "briefing/text_pages.h"
#include "core/error.h"

#include <algorithm>

namespace guatu::briefing
{
namespace
{

/// Pages that the list behind the text names together.
struct Part {
    std::string title;
    std::vector<Page> pages;
};

class PackPagesMaker
{
public:
    PackPagesMaker(const Material& material, RowIndex unit, Medium medium, const Progress& progress)
        : m_material(material), m_unit(unit), m_medium(medium), m_progress(progress)
    {
    }

    [[nodiscard]] std::vector<Part>& parts() { return m_parts; }
    [[nodiscard]] std::vector<LeftOut>& leftOut() { return m_leftOut; }

    void addTemplate(const session::PackPages& each)
    {
        PageTemplate design = pageTemplate(each.pageTemplate);
        const std::vector<Level> levels = design.levels;
        if (m_medium == Medium::Slides)
            design = slideTemplate(design);
        const Snapshot& snapshot = m_material.day.snapshot();
        std::vector<RowIndex> units{m_unit};
        if (!each.by.empty())
            units = unitsBelow(snapshot, m_unit, *levelFromString(each.by));
        std::erase_if(units, [&](RowIndex unit) {
            const Level level = snapshot.units.level[static_cast<std::size_t>(unit)];
            return !levels.empty() && std::ranges::find(levels, level) == levels.end();
        });
        std::vector<Section> sections =
            composeSections(m_material, subjectsOf(design, units), m_progress);
        std::ranges::move(leftOutOf(m_material, sections), std::back_inserter(m_leftOut));
        Part part{each.title.in(m_material.options.language), {}};
        const std::size_t named = part.title.find("{unit}");
        if (named != std::string::npos)
            part.title.replace(named, std::string_view("{unit}").size(),
                               snapshot.units.name[static_cast<std::size_t>(m_unit)]);
        for (Section& section : sections)
            append(part.pages, std::move(section.pages));
        if (!part.pages.empty())
            m_parts.push_back(std::move(part));
    }

    /// A list on the narrowest paper that holds its columns.
    void addTable(const Table& table)
    {
        if (table.columns().empty())
            return;
        std::optional<Error> why;
        for (const PageTemplate& paper : papers()) {
            try {
                m_parts.push_back({table.title().in(m_material.options.language),
                                   listPages(paper, m_material, m_unit, table)});
                return;
            } catch (const Error& error) {
                why = error;
            }
        }
        const UnitColumns& units = m_material.day.snapshot().units;
        m_leftOut.push_back({table.title().in(m_material.options.language),
                             units.code[static_cast<std::size_t>(m_unit)].str(), why->message()});
    }

private:
    [[nodiscard]] std::vector<PageTemplate> papers() const
    {
        if (m_medium == Medium::Slides)
            return {slideSheet().paper};
        PageTemplate portrait, landscape, large;
        portrait.id = landscape.id = large.id = "list";
        constexpr double narrow = 210, wide = 297, widest = 420; // A4 and A3
        landscape.width = wide;
        landscape.height = narrow;
        large.width = widest;
        large.height = wide;
        return {portrait, landscape, large};
    }

    const Material& m_material;
    RowIndex m_unit;
    Medium m_medium;
    const Progress& m_progress;
    std::vector<Part> m_parts;
    std::vector<LeftOut> m_leftOut;
};

std::vector<Attachment> attachmentsOf(const std::vector<Part>& parts, std::size_t first)
{
    std::vector<Attachment> attachments;
    for (const Part& part : parts) {
        attachments.push_back({part.title, first + 1});
        first += part.pages.size();
    }
    return attachments;
}

} // namespace

PackBook composePack(const Material& material, const session::Pack& pack,
                     const session::FilledPack& filled, RowIndex unit, Medium medium,
                     const Progress& progress)
{
    PackPagesMaker maker(material, unit, medium, progress);
    for (const session::PackPages& each : pack.pages)
        maker.addTemplate(each);
    for (const Table& table : filled.tables)
        maker.addTable(table);

    PackBook book;
    book.leftOut = std::move(maker.leftOut());
    book.document.language = material.options.language;
    book.document.title = filled.title;
    book.document.subject = material.day.view->profile.title.in(book.document.language);
    book.document.author = material.options.compiler;
    std::vector<Page>& pages = book.document.pages;
    if (medium == Medium::Slides) {
        pages = textPages(slideSheet(), material, unit, filled.title, filled.texts);
    } else {
        // How many pages the text takes is known once it is set with its list: the list has as
        // many lines with the right numbers.
        std::size_t first = 1;
        for (int pass = 0; pass < 2; ++pass) {
            pages = textPages(officialSheet(), material, unit, filled.title, filled.texts,
                              attachmentsOf(maker.parts(), first));
            first = pages.size();
        }
    }
    for (Part& part : maker.parts())
        append(pages, std::move(part.pages));
    numberPages(pages, material);
    requireAgreement(book.document, filled.figures);
    return book;
}

} // namespace guatu::briefing
