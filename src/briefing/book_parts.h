// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/sections.h"
#include "core/table.h"

namespace guatu::briefing
{

/// A section of a book and the number of its first page, from 1.
struct BookEntry {
    std::string name;
    Point place; ///< in the metric CRS; not valid: not on the index map
    std::size_t page = 1;
};

/// Paper and margin of a book's own pages: those of its sections.
[[nodiscard]] PageTemplate bookSheet(const PageTemplate& design);

/// Pages that hold nothing but a table, that is masked already, with every row. Throws Error(Input)
/// when the paper is too narrow for its columns.
[[nodiscard]] std::vector<Page> listPages(const PageTemplate& sheet, const Material& material,
                                          RowIndex unit, const Table& table,
                                          std::vector<std::string> columns = {});

/// Title, campaign, day, class or approval, who compiled it.
[[nodiscard]] Page coverPage(const PageTemplate& sheet, const Material& material, RowIndex unit);

/// The map of the whole with the number of the page of each section at its place, and the list of
/// sections, over as many pages as it needs.
[[nodiscard]] std::vector<Page> contentsPages(const PageTemplate& sheet, const Material& material,
                                              RowIndex unit, const std::vector<BookEntry>& entries);

/// The briefing table of the whole, every unit down to the villages, and the places under
/// supervision.
[[nodiscard]] std::vector<Page> rosterPages(const PageTemplate& sheet, const Material& material,
                                            RowIndex unit);

} // namespace guatu::briefing
