// SPDX-License-Identifier: MIT
#include "cli/pack_slides.h"

#include "cli/map_layers.h"
#include "cli/map_scene.h"
#include "core/ground_scale.h"
#include "core/text_width.h"
#include "render/sheet_view.h"
#include "session/export_policy.h"
#include "session/kept_looks.h"
#include "session/masked_table.h"
#include "session/unit_point.h"
#include "store/content_hash.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>
#include <numeric>

namespace guatu::cli
{
namespace
{

using exchange::Slide;

constexpr double margin = 14, top = 26; // mm
constexpr double width = exchange::slideWidth - 2 * margin;
constexpr double height = exchange::slideHeight - top - 14;

std::string pngOf(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes.toStdString();
}

/// The unit's map as the audience may see it, sharp at the size it has on a slide.
std::string mapPng(const session::WorkspaceView& view, RowIndex unit, const ExportPolicy& policy,
                   Audience audience, const CommandContext& context)
{
    constexpr double dpi = 192;
    constexpr double mmPerInch = 25.4;
    const Language language = context.console.language();
    FeatureTables tables = session::audienceTables(view, policy, audience);
    const auto [definition, notDrawn] =
        session::drawnWith(session::keptLooks(view.file), loadMapDefinition(dataRoot()), tables);
    for (const Message& why : notDrawn)
        context.console.complain(why);
    MapTheme theme;
    theme.shown = shownBut(hiddenLayers(definition, {}), definition);
    const render::MapScene scene =
        mapScene(view, std::move(tables), unit, definition, theme, language);
    const int pixelsWide = static_cast<int>(width / mmPerInch * dpi);
    const int pixelsHigh = static_cast<int>(height / mmPerInch * dpi);
    const render::MapView whole = render::MapView::fitting(
        session::unitBox(view.snapshot.units, unit), pixelsWide, pixelsHigh, dpi);
    render::Furniture furniture = mapFurniture(view, unit, scene, whole.scaleDenominator());
    const render::MapView mapView =
        render::sheetViewBeside(scene, furniture, whole, pixelsWide, pixelsHigh, dpi);
    render::MapPicture picture = render::drawMap(scene, mapView, context.stop);
    if (!picture.complete)
        throw Cancelled{};
    furniture = mapFurniture(view, unit, scene, mapView.scaleDenominator());
    render::drawFurniture(picture.image, scene, picture, furniture,
                          mapView.metresPerPixel * groundScale(view.snapshot.crs, mapView.center));
    return pngOf(picture.image);
}

/// Slides with as many paragraphs as fit, a line being as wide as the slide.
void addTexts(std::vector<Slide>& slides, const session::FilledPack& pack,
              const std::string& footer)
{
    constexpr double points = 16;
    constexpr int cellsOnLine = 108; ///< Han take two: 16 points are 5.64 mm
    constexpr int linesOnSlide = 17;
    int lines = linesOnSlide;
    for (const session::PackText& each : pack.texts) {
        const int needed = 1 + textWidth(each.text) / cellsOnLine;
        if (lines + needed > linesOnSlide) {
            slides.push_back({pack.title, footer});
            slides.back().texts.push_back({{margin, top, width, height}, {}, points});
            lines = 0;
        }
        slides.back().texts.back().paragraphs.push_back(each.text);
        lines += needed;
    }
}

/// Widths in proportion to the widest text of each column.
std::vector<double> columnWidths(const std::vector<std::vector<std::string>>& rows)
{
    constexpr int narrowest = 6;
    constexpr int widest = 40;
    std::vector<double> widths(rows.front().size());
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(
                widths[i], static_cast<double>(std::clamp(textWidth(row[i]), narrowest, widest)));
    const double sum = std::accumulate(widths.begin(), widths.end(), 0.0);
    for (double& each : widths)
        each *= width / sum;
    return widths;
}

std::vector<std::string> cellsOf(const Table& table, const Table::Row& row, Language language)
{
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < row.size(); ++i)
        cells.push_back(shown(row[i], table.columns()[i], language));
    return cells;
}

/// A list over as many slides as its rows need; none is left out.
void addTable(std::vector<Slide>& slides, const Table& table, const std::string& footer,
              Language language)
{
    if (table.columns().empty())
        return;
    constexpr std::size_t rowsOnSlide = 15;
    constexpr double rowHeight = 8.5;
    const double points = table.columns().size() > 10 ? 9 : 10.5;
    std::vector<std::vector<std::string>> all;
    std::vector<std::string> header;
    std::vector<bool> right;
    for (const TableColumn& column : table.columns()) {
        header.push_back(column.title.in(language));
        right.push_back(isFigure(column.kind));
    }
    for (std::size_t row = 0; row < table.size(); ++row)
        all.push_back(cellsOf(table, table.row(row), language));
    if (table.total())
        all.push_back(cellsOf(table, *table.total(), language));
    std::vector<std::vector<std::string>> sizes = all;
    sizes.push_back(header);
    const std::vector<double> widths = columnWidths(sizes);
    const std::size_t count =
        std::max<std::size_t>(1, (all.size() + rowsOnSlide - 1) / rowsOnSlide);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t begin = i * rowsOnSlide;
        const std::size_t end = std::min(all.size(), begin + rowsOnSlide);
        Slide slide{table.title().in(language), footer};
        if (count > 1)
            slide.title += " " + std::to_string(i + 1) + "/" + std::to_string(count);
        exchange::SlideTable part{{margin, top, width, 0},
                                  widths,
                                  right,
                                  {header},
                                  table.total() && end == all.size(),
                                  points,
                                  rowHeight};
        part.rows.insert(part.rows.end(), all.begin() + static_cast<std::ptrdiff_t>(begin),
                         all.begin() + static_cast<std::ptrdiff_t>(end));
        slide.tables.push_back(std::move(part));
        slides.push_back(std::move(slide));
    }
}

} // namespace

std::vector<Slide> packSlides(const session::WorkspaceView& view, const session::FilledPack& pack,
                              RowIndex unit, const ExportPolicy& policy, Audience audience,
                              const CommandContext& context)
{
    const Language language = context.console.language();
    const std::string footer =
        text({"cli.map.data_date", {{"date", view.snapshot.asOf.iso()}}}, language) + "　" +
        text({"export.footer",
              {{"sources", view.snapshot.datasetNames},
               {"audience", session::audienceTitle(audience).in(language)},
               {"hash", store::contentHash(view.snapshot)}}},
             language);
    std::vector<Slide> slides;
    Slide map{pack.title, footer};
    map.pictures.push_back({{margin, top - 2, width, height + 2},
                            mapPng(view, unit, policy, audience, context),
                            pack.title});
    slides.push_back(std::move(map));
    addTexts(slides, pack, footer);
    for (const Table& table : pack.tables)
        addTable(slides, table, footer, language);
    return slides;
}

} // namespace guatu::cli
