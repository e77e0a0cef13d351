// SPDX-License-Identifier: MIT
#include "briefing/book.h"

#include "briefing/book_parts.h"
#include "briefing/composer.h"
#include "briefing/on_all_cores.h"
#include "briefing/page_words.h"
#include "core/error.h"
#include "core/file_name.h"
#include "core/text.h"

#include <algorithm>
#include <set>

namespace guatu::briefing
{
namespace
{

/// The pages of one unit, or why there are none.
struct Section {
    std::vector<Page> pages;
    std::optional<Message> why;
};

std::vector<Section> composeAll(const Material& material, const BookPlan& plan,
                                const Progress& progress)
{
    std::vector<Section> sections(plan.units.size());
    onAllCores(sections.size(), progress, {"briefing.progress.compose"}, [&](std::size_t i) {
        try {
            sections[i].pages = compose(*plan.design, material, plan.units[i]);
        } catch (const Error& error) {
            sections[i].why = error.message();
        }
    });
    return sections;
}

std::vector<LeftOut> leftOutOf(const Material& material, const BookPlan& plan,
                               const std::vector<Section>& sections)
{
    const UnitColumns& units = material.day.snapshot().units;
    std::vector<LeftOut> leftOut;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const auto row = static_cast<std::size_t>(plan.units[i]);
        if (sections[i].why)
            leftOut.push_back({units.name[row], units.code[row].str(), *sections[i].why});
    }
    if (!sections.empty() && leftOut.size() == sections.size())
        throw inputError(leftOut.front().why);
    if (sections.empty())
        throw inputError({"briefing.book.no_units"});
    return leftOut;
}

Document emptyDocument(const Material& material, RowIndex unit)
{
    Document document;
    document.language = material.options.language;
    document.title =
        text({"briefing.book.title",
              {{"unit", material.day.snapshot().units.name[static_cast<std::size_t>(unit)]}}},
             document.language);
    document.subject = material.day.view->profile.title.in(document.language);
    document.author = material.options.compiler;
    return document;
}

void append(std::vector<Page>& to, std::vector<Page>&& pages)
{
    for (Page& page : pages)
        to.push_back(std::move(page));
}

} // namespace

std::vector<RowIndex> unitsBelow(const Snapshot& snapshot, RowIndex unit, Level level)
{
    std::vector<RowIndex> units;
    for (RowIndex row = unit; row < subtreeEnd(snapshot.units, unit); ++row)
        if (snapshot.units.level[static_cast<std::size_t>(row)] == level)
            units.push_back(row);
    return units;
}

Book composeBook(const Material& material, const BookPlan& plan, const Progress& progress)
{
    std::vector<Section> sections = composeAll(material, plan, progress);
    Book book;
    book.leftOut = leftOutOf(material, plan, sections);
    book.document = emptyDocument(material, plan.unit);
    const PageTemplate sheet = bookSheet(*plan.design);
    std::vector<Page>& pages = book.document.pages;
    // How many pages stand before the sections is known once the contents are set: set them
    // twice, with the right numbers the second time.
    std::size_t first = 2;
    for (int pass = 0; pass < 2; ++pass) {
        std::vector<BookEntry> entries;
        std::size_t at = first;
        for (std::size_t i = 0; i < sections.size(); ++i) {
            if (sections[i].pages.empty())
                continue;
            entries.push_back({plan.units[i], at + 1});
            at += sections[i].pages.size();
        }
        pages.clear();
        pages.push_back(coverPage(sheet, material, plan.unit));
        append(pages, contentsPages(sheet, material, plan.unit, entries));
        first = pages.size();
    }
    for (Section& section : sections)
        append(pages, std::move(section.pages));
    append(pages, rosterPages(sheet, material, plan.unit));
    numberPages(pages, material, *plan.design);
    return book;
}

BookFiles composeFiles(const Material& material, const BookPlan& plan, const std::string& pattern,
                       const Progress& progress)
{
    if (const std::string unknown = unknownWord(pattern); !unknown.empty())
        throw inputError({"briefing.book.bad_name", {{"word", unknown}}});
    std::vector<Section> sections = composeAll(material, plan, progress);
    BookFiles files;
    files.leftOut = leftOutOf(material, plan, sections);
    std::set<std::string> taken;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (sections[i].pages.empty())
            continue;
        Composition c{*plan.design, material, plan.units[i]};
        const std::string wanted = legalFileName(filledText(c, {pattern, pattern}, "name"));
        std::string name = wanted;
        for (int n = 2; !taken.insert(foldWidth(name)).second; ++n)
            name = wanted + "-" + std::to_string(n);
        BookFile file{name, emptyDocument(material, plan.units[i])};
        file.document.pages = std::move(sections[i].pages);
        numberPages(file.document.pages, material, *plan.design);
        files.files.push_back(std::move(file));
    }
    return files;
}

} // namespace guatu::briefing
