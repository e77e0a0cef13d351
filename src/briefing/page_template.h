// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/page.h"
#include "core/audience.h"
#include "core/definition.h"
#include "core/unit_code.h"

#include <filesystem>
#include <string_view>

namespace guatu::briefing
{

/// A frame of a page; which members mean something follows from the kind (schema
/// data/schema/page.schema.json).
struct Frame {
    enum class Kind : std::uint8_t {
        Map,
        Inset,
        Legend,
        Table,
        Chart,
        Figures,
        Text,
        Picture,
        Furniture
    };
    Kind kind = Kind::Text;
    std::string id;
    RectMm box; ///< on the paper
    LocalText text{};
    bool serif = false, bold = false;
    double points = 0; ///< 0: as the kind has it
    Align align = Align::Left;
    std::optional<Colour> colour{};
    std::vector<std::string> layers{};
    bool compare = false; ///< of the day compared with
    double fixedScale = 0;
    bool graticule = true, kilometreGrid = true, north = true, scaleBar = true;
    std::string of{};
    std::string table{};
    std::vector<std::string> columns{}, items{};
    std::filesystem::path file{};
};

/// What stands where on a sheet: styles/pages/*.json.
struct PageTemplate {
    std::string id;
    LocalText title;
    double width = 210, height = 297, margin = 10;
    double enlarge = 1;
    std::vector<Level> levels{}; ///< empty: any
    std::optional<Audience> audience{};
    bool ofPlace = false; ///< of a spot, not of a unit
    std::string slide{};  ///< the template that shows the same on a slide
    std::vector<Frame> frames;

    /// Inside the margins, above the line with date, hash and page number.
    [[nodiscard]] RectMm space() const;
    [[nodiscard]] bool comparesDates() const;
};

/// Millimetres at the foot of the space inside the margins that every page keeps for its last line.
inline constexpr double footHeight = 5;

/// Throws Error(Input) naming file, JSON pointer and expectation: for a frame off the page, an
/// unknown word in braces, a legend of no map.
[[nodiscard]] PageTemplate parsePageTemplate(std::string_view json, const std::string& file);
[[nodiscard]] PageTemplate readPageTemplate(const std::filesystem::path& file);

/// The template of a name in styles/pages, or of a file. Throws Error(Input) naming those there
/// are.
[[nodiscard]] PageTemplate pageTemplate(const std::string& nameOrFile);
/// The name of the template of a place that is no unit, when none is asked for.
inline constexpr const char* usualPlaceTemplate = "place-a4";
/// The same of a unit.
[[nodiscard]] std::string usualTemplate(Level level);
/// The template that stands for another on slides: what it names, else itself.
[[nodiscard]] PageTemplate slideTemplate(const PageTemplate& page);
/// All of styles/pages, by id.
[[nodiscard]] std::vector<PageTemplate> pageTemplates();

} // namespace guatu::briefing
