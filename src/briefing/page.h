// SPDX-License-Identifier: MIT
#pragma once

#include "core/colour.h"
#include "core/date.h"
#include "core/message.h"
#include "render/locator.h"
#include "render/map_picture.h"

#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace guatu::briefing
{

// A page as values. All lengths are millimetres from the upper left corner of the paper, y down;
// text sizes are points. Writers only draw what stands here: PDF, SVG, pictures, slides and web
// pages say the same.

struct RectMm {
    double x = 0, y = 0, width = 0, height = 0;

    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
    friend bool operator==(const RectMm&, const RectMm&) = default;
};

/// A number on a page, with what it says: the same quantity of the same unit at the same day has
/// the same value wherever it stands.
struct BoundFigure {
    std::string quantity; ///< key of a table's column, remaining_persons, or legend/LAYER/CLASS
    std::string unit;     ///< code of the unit it counts
    Date asOf;
    double value = std::numeric_limits<double>::quiet_NaN(); ///< NaN: unknown
    std::string shown;                                       ///< as printed
    std::string place;                                       ///< where: "children, row 3"
    bool isTotal = false; ///< of a table's last row: the sum of its rows of depth 0
    int depth = 0;        ///< of a table's row: villages stand below their township
};

enum class Align : std::uint8_t { Left, Centre, Right };

struct TextStyle {
    double points = 10.5;
    bool serif = false; ///< 宋体, else 黑体
    bool bold = false;
    Colour colour{27, 36, 48, 255};
    bool official = false; ///< 仿宋 where the machine has it, else 宋体
};

struct Run {
    std::string text;
    TextStyle style;
};

struct Paragraph {
    std::vector<Run> runs;
    Align align = Align::Left;
};

/// Paragraphs from the top of a box, wrapped at its width; they fit.
struct TextBlock {
    RectMm box;
    std::vector<Paragraph> paragraphs;
    bool isTitle = false;
    bool isFoot = false;  ///< class, day, mark and number of the page
    double leading = 1.4; ///< from line to line, in sizes of the text
};

/// A sentence in a coloured rim: 内部使用 不得公开.
struct StampBlock {
    RectMm box;
    Run run;
    bool isFilled = false; ///< white behind the words
};

/// Labels with what they say, one below the other.
struct FactsBlock {
    RectMm box;
    std::vector<std::pair<std::string, std::string>> rows;
    double points = 8.5, labelWidth = 22, rowHeight = 5;
};

/// A row of large numbers, each with its unit words and what it means below.
struct FiguresBlock {
    struct Item {
        std::vector<std::pair<std::string, std::string>> numbers; ///< "1,047" and "户"
        std::string caption;
        Colour colour;
    };
    RectMm box;
    std::vector<Item> items;
    double points = 22;
};

/// A share of a bar, with its status colour.
struct BarPart {
    double value = 0;
    Colour colour;
};

struct TableColumnLayout {
    std::vector<std::string> title; ///< lines
    double width = 0;               ///< mm
    Align align = Align::Left;
};

struct TableCellBlock {
    std::string text;
    std::vector<BarPart> bar{}; ///< instead of text
};

struct TableRowBlock {
    std::vector<TableCellBlock> cells;
    int depth = 0;
    bool bold = false, isTotal = false;
    double height = 0; ///< mm
};

/// A table, or the part of a long one that stands on this page.
struct TableBlock {
    std::string key; ///< of the table it comes from
    RectMm box;
    std::string title;
    std::vector<TableColumnLayout> columns;
    std::vector<TableRowBlock> rows;
    std::vector<std::string> notes; ///< below the last row
    double points = 9, headerHeight = 9, titleHeight = 8, noteHeight = 4;
    bool ruledCells = false; ///< boxes to write in
};

/// Horizontal bars of shares with names and numbers.
struct ChartBlock {
    struct Bar {
        std::string name;
        std::vector<BarPart> parts;
        std::string number;
    };
    RectMm box;
    std::string title;
    std::vector<Bar> bars;
    std::vector<std::pair<std::string, Colour>> key;
    double points = 8.5;
};

/// A map in its frame. The scale is true on the ground at the middle.
struct MapBlock {
    std::string id;
    RectMm box;     ///< the outer frame
    double rim = 0; ///< between outer and inner frame, for the grid's numbers
    std::shared_ptr<const render::MapScene> scene;
    Point center;
    double metresPerMm = 0; ///< of the plane
    double enlarge = 1;     ///< texts and symbols, against sizes in the hand
    double scaleDenominator = 0, groundScale = 1;
    std::string caption{}; ///< in the upper left corner: the day, in comparisons
    bool north = false, scaleBar = false;

    [[nodiscard]] RectMm inner() const
    {
        return {box.x + rim, box.y + rim, box.width - 2 * rim, box.height - 2 * rim};
    }
};

/// The classes that are on a map, in columns.
struct LegendBlock {
    struct Line {
        enum class Kind : std::uint8_t { Heading, Class, Figure, Remark } kind = Kind::Class;
        std::string text, count{};
        std::string layer{}, styleClass{}; ///< of a class
        double height = 5;                 ///< mm
        double swatchHeight = 0;           ///< mm
        QImage figure{};                   ///< what sizes mean, at figureDpi
    };
    struct Column {
        double x = 0, width = 0; ///< from the box's left
        std::vector<Line> lines;
    };
    static constexpr double figureDpi = 300;
    RectMm box;
    std::string title;
    std::vector<Column> columns;
    std::shared_ptr<const render::MapScene> scene;
    double points = 9, swatchWidth = 7, titleHeight = 8;
    double enlarge = 1;
};

/// A small map of the whole that shows where the large one lies.
struct InsetBlock {
    RectMm box;
    std::shared_ptr<const render::Locator> locator;
    std::string of; ///< id of the MapBlock it points at
};

struct PictureBlock {
    RectMm box;
    QImage image;
};

using Block = std::variant<TextBlock, StampBlock, FactsBlock, FiguresBlock, TableBlock, ChartBlock,
                           MapBlock, LegendBlock, InsetBlock, PictureBlock>;

/// Where a reader who clicks gets to another page.
struct PageLink {
    RectMm box;
    std::size_t page = 1; ///< of the document, from 1
};

struct Page {
    double width = 210, height = 297;
    double margin = 10;
    double enlarge = 1; ///< of texts, against sizes in the hand
    std::string title;  ///< of its bookmark
    int bookmark = 0;   ///< how deep its bookmark stands; negative: none
    std::string unit;   ///< code
    std::string templateId;
    Date asOf{0};
    std::vector<Block> blocks;
    std::vector<BoundFigure> figures;
    std::vector<PageLink> links{};

    /// Null when there is none of this id; the first map for an empty one.
    [[nodiscard]] const MapBlock* map(const std::string& id = {}) const
    {
        for (const Block& block : blocks)
            if (const auto* map = std::get_if<MapBlock>(&block);
                map != nullptr && (id.empty() || map->id == id))
                return map;
        return nullptr;
    }
};

/// Pages that belong together, in order.
struct Document {
    std::string title, subject, author;
    Language language = Language::Chinese;
    std::vector<Page> pages;
};

} // namespace guatu::briefing
