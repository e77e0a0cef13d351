// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/sections.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guatu::briefing
{

/// A book (图册): pages of many units or places.
struct BookPlan {
    RowIndex unit = 0;                    ///< what the book is about
    std::vector<Subject> subjects;        ///< one section each, in order
    const PageTemplate* design = nullptr; ///< whose paper the book's own pages have
};

struct Book {
    Document document;
    std::vector<LeftOut> leftOut;
};

/// One document: cover, index map with page references, contents, a section for each unit, the
/// tables of the whole; bookmarks and page numbers. A page that cannot be made is left out and
/// named, the rest is still made. Throws Cancelled, and Error(Input) when no page can be made.
[[nodiscard]] Book composeBook(const Material& material, const BookPlan& plan,
                               const Progress& progress = {});

/// One document for each subject, with its file name without extension.
struct BookFile {
    std::string name;
    Document document;
};
struct BookFiles {
    std::vector<BookFile> files;
    std::vector<LeftOut> leftOut;
};
/// Names come from `pattern`, whose words in braces are filled in as in templates; they are legal
/// on any system and no two are alike.
[[nodiscard]] BookFiles composeFiles(const Material& material, const BookPlan& plan,
                                     const std::string& pattern, const Progress& progress = {});

} // namespace guatu::briefing
