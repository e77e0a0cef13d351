// SPDX-License-Identifier: MIT
#pragma once

#include "core/audience.h"
#include "core/definition.h"
#include "core/table.h"
#include "session/number_guard.h"
#include "session/workspace_view.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guatu::session
{

/// A sentence that the pack's file holds, with places for numbers and names: {status.households} is
/// the total of a column, {date} and {unit} are those of the pack.
struct PackParagraph {
    bool isHeading = false;
    LocalText text;
    std::string each{}; ///< key of a list: the text is said for each row, {name} being a column
    std::string when{}; ///< column of that list that must be above 0
    LocalText join{}, end{}, none{}; ///< between rows, behind the last, and where there is no row
};

/// Pages of a pack: a page template for the unit, or for each unit below it of a level.
struct PackPages {
    std::string pageTemplate;
    LocalText title{}; ///< of its pages together; may hold {unit}
    std::string by{};
};

/// A report pack as data: styles/packs/NAME.json, schema data/schema/pack.schema.json.
struct Pack {
    std::string id;
    LocalText title;    ///< may hold {unit} and {date}
    std::string report; ///< briefing, special or monthly: where its lists come from
    std::vector<PackPages> pages;
    std::vector<PackParagraph> paragraphs;
};

/// Throws Error(Input) naming the file and place, or the packs there are.
[[nodiscard]] Pack loadPack(const std::filesystem::path& root, const std::string& name);
[[nodiscard]] std::vector<std::string> packNames(const std::filesystem::path& root);

/// A paragraph with its numbers and names.
struct PackText {
    bool isHeading = false;
    std::string text;
};

/// What a pack says of a unit: masked for the audience, and checked so that no number differs from
/// another of the same meaning, nor a total from its rows.
struct FilledPack {
    std::string title;
    std::vector<Table> tables;
    std::vector<PackText> texts;
    std::vector<CheckedFigure> figures; ///< of lists and texts, for pages to be checked with
};

/// Throws Error(Input) for a place in a sentence that no list fills, and for numbers that clash.
[[nodiscard]] FilledPack fillPack(const WorkspaceView& view, const Pack& pack, RowIndex unit,
                                  const ExportPolicy& policy, Audience audience, Language language);

} // namespace guatu::session
