// SPDX-License-Identifier: MIT
#include "briefing/book.h"

#include "briefing/book_parts.h"
#include "briefing/composer.h"
#include "briefing/page_words.h"
#include "core/error.h"
#include "core/file_name.h"
#include "core/text.h"
#include "session/unit_point.h"

#include <algorithm>
#include <set>

namespace guatu::briefing
{
namespace
{

/// What could not be made of a book. Throws Error(Input) when that is all of it.
std::vector<LeftOut> requireSome(const Material& material, const std::vector<Section>& sections)
{
    if (sections.empty())
        throw inputError({"briefing.book.no_units"});
    std::vector<LeftOut> leftOut = leftOutOf(material, sections);
    if (leftOut.size() == sections.size())
        throw inputError(leftOut.front().why);
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

BookEntry entryOf(const Material& material, const Subject& subject, std::size_t page)
{
    const UnitColumns& units = material.day.snapshot().units;
    return {nameAndCode(material, subject).first,
            subject.spot ? subject.spot->place
                         : session::unitPoint(units, static_cast<std::size_t>(subject.unit)),
            page};
}

} // namespace

Book composeBook(const Material& material, const BookPlan& plan, const Progress& progress)
{
    std::vector<Section> sections = composeSections(material, plan.subjects, progress);
    Book book;
    book.leftOut = requireSome(material, sections);
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
            entries.push_back(entryOf(material, sections[i].subject, at + 1));
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
    numberPages(pages, material);
    return book;
}

BookFiles composeFiles(const Material& material, const BookPlan& plan, const std::string& pattern,
                       const Progress& progress)
{
    if (const std::string unknown = unknownWord(pattern); !unknown.empty())
        throw inputError({"briefing.book.bad_name", {{"word", unknown}}});
    std::vector<Section> sections = composeSections(material, plan.subjects, progress);
    BookFiles files;
    files.leftOut = requireSome(material, sections);
    std::set<std::string> taken;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (sections[i].pages.empty())
            continue;
        const Subject& subject = sections[i].subject;
        Composition c{*subject.design, material, subject.unit, subject.spot.get()};
        const std::string wanted = legalFileName(filledText(c, {pattern, pattern}, "name"));
        std::string name = wanted;
        for (int n = 2; !taken.insert(foldWidth(name)).second; ++n)
            name = wanted + "-" + std::to_string(n);
        BookFile file{name, emptyDocument(material, subject.unit)};
        file.document.pages = std::move(sections[i].pages);
        numberPages(file.document.pages, material);
        files.files.push_back(std::move(file));
    }
    return files;
}

} // namespace guatu::briefing
