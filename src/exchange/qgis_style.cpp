// SPDX-License-Identifier: MIT
#include "exchange/qgis_style.h"

#include "core/error.h"
#include "exchange/qgis_expression.h"
#include "exchange/qgis_label_expression.h"
#include "exchange/qgis_reading.h"
#include "exchange/whole_file.h"

#include <algorithm>
#include <cmath>
#include <fstream>

namespace guatu::exchange
{
namespace
{

constexpr double pointsOfPixel = 0.75; // 72 / 96

bool isScaled(const StyleClass& each)
{
    return qgisDenominator(each.minScale) != "0" || qgisDenominator(each.maxScale) != "0";
}

void writeRules(XmlWriter& xml, const Style& style, Language language)
{
    std::vector<Condition> conditions;
    for (const StyleClass& each : style.classes)
        conditions.push_back(each.when);
    const auto filters = qgisFilters(conditions, std::ranges::any_of(style.classes, isScaled));
    xml.open("rules", {{"key", "classes"}});
    for (std::size_t i = 0; i < filters.size(); ++i) {
        const StyleClass& each = style.classes[i];
        XmlWriter::Attributes attributes{{"key", "class-" + each.id},
                                         {"symbol", std::to_string(i)},
                                         {"label", each.title.in(language)},
                                         {"description", each.id},
                                         {"scalemindenom", qgisDenominator(each.minScale)},
                                         {"scalemaxdenom", qgisDenominator(each.maxScale)}};
        if (!filters[i].empty())
            attributes.emplace_back("filter", filters[i]);
        xml.leaf("rule", attributes);
    }
    xml.close();
}

bool hasCasings(const Style& style)
{
    return std::ranges::any_of(style.classes, [](const StyleClass& each) {
        return std::ranges::any_of(each.symbol.strokes,
                                   [](const Stroke& stroke) { return stroke.casing.has_value(); });
    });
}

/// A rectangle under the text that reaches a little beyond it.
void writePlate(XmlWriter& xml, const Colour& colour)
{
    xml.leaf("background", {{"shapeDraw", "1"},
                            {"shapeType", "0"},
                            {"shapeSizeType", "0"},
                            {"shapeSizeX", "0.4"},
                            {"shapeSizeY", "0.1"},
                            {"shapeSizeUnit", "MM"},
                            {"shapeFillColor", qgisColour(colour)},
                            {"shapeBorderWidth", "0"},
                            {"shapeBorderWidthUnit", "MM"},
                            {"shapeOpacity", "1"}});
}

void writeText(XmlWriter& xml, const LabelStyle& label)
{
    const std::string expression = qgisLabelExpression({label.field, label.badge});
    xml.open("text-style", {{"fieldName", label.badge ? expression : label.field},
                            {"isExpression", label.badge ? "1" : "0"},
                            {"allowHtml", label.badge ? "1" : "0"},
                            {"fontFamily", "Noto Sans CJK SC"},
                            {"fontSize", shortNumber(label.size * pointsOfPixel)},
                            {"fontSizeUnit", "Point"},
                            {"fontWeight", label.bold ? "75" : "50"},
                            {"namedStyle", label.bold ? "Bold" : "Regular"},
                            {"textColor", qgisColour(label.colour)},
                            {"textOpacity", "1"}});
    xml.leaf("text-buffer", {{"bufferDraw", label.haloWidth > 0 ? "1" : "0"},
                             {"bufferSize", shortNumber(label.haloWidth * mmOfPixel)},
                             {"bufferSizeUnits", "MM"},
                             {"bufferColor", qgisColour(label.halo)},
                             {"bufferOpacity", "1"},
                             {"bufferJoinStyle", "128"}});
    if (label.mask)
        writePlate(xml, label.halo);
    xml.close();
    if (label.wrap > 0)
        xml.leaf("text-format", {{"autoWrapLength", std::to_string(std::lround(label.wrap))},
                                 {"useMaxLineLengthForAutoWrap", "1"},
                                 {"multilineAlign", "3"}});
}

/// Around points right, left, above, below; along lines; level inside areas. QGIS places what has
/// the higher of 0 to 10 first, we the higher of 0 to 100.
void writePlacement(XmlWriter& xml, const LabelStyle& label, GeometryType geometry)
{
    constexpr double nearest = 0.6; // mm
    std::string way = "6";
    if (geometry == GeometryType::Line)
        way = "2";
    else if (geometry == GeometryType::Polygon)
        way = "4";
    xml.leaf("placement", {{"placement", way},
                           {"predefinedPositionOrder", "R,L,TSR,BSR"},
                           {"offsetType", "1"},
                           {"dist", geometry == GeometryType::Point ? shortNumber(nearest) : "0"},
                           {"distUnits", "MM"},
                           {"repeatDistance", shortNumber(label.repeat)},
                           {"repeatDistanceUnits", "MM"},
                           {"priority", std::to_string(std::clamp(label.priority / 10, 0, 10))}});
    // A road in pieces bears its name as one.
    xml.leaf("rendering", {{"drawLabels", "1"},
                           {"obstacle", "1"},
                           {"displayAll", "0"},
                           {"mergeLines", geometry == GeometryType::Line ? "1" : "0"}});
}

} // namespace

std::string qgisDenominator(double denominator)
{
    constexpr double most = 2e9; // QGIS reads whole numbers of 32 bits
    return denominator >= most ? "0" : std::to_string(std::llround(std::max(0.0, denominator)));
}

void writeQgisRenderer(XmlWriter& xml, const Style& style, GeometryType geometry,
                       EmbeddedMarkers& markers, Language language)
{
    xml.open("renderer-v2",
             {{"type", "RuleRenderer"}, {"symbollevels", hasCasings(style) ? "1" : "0"}});
    writeRules(xml, style, language);
    xml.open("symbols");
    for (std::size_t i = 0; i < style.classes.size(); ++i)
        writeQgisSymbol(xml, std::to_string(i), style.classes[i].symbol, geometry, markers);
    xml.close();
    xml.close();
}

void writeQgisStyle(const std::filesystem::path& file, const QgisStyleFile& style, bool overwrite)
{
    const bool limited =
        qgisDenominator(style.minScale) != "0" || qgisDenominator(style.maxScale) != "0";
    XmlWriter xml;
    // QGIS calls the smallest scale, of the largest denominator, minScale.
    xml.open("qgis", {{"version", "3.22.0"},
                      {"styleCategories", "Symbology|Labeling|Rendering"},
                      {"hasScaleBasedVisibilityFlag", limited ? "1" : "0"},
                      {"minScale", qgisDenominator(style.maxScale)},
                      {"maxScale", qgisDenominator(style.minScale)},
                      {"labelsEnabled", style.style.labels.empty() ? "0" : "1"}});
    EmbeddedMarkers markers(style.symbols);
    writeQgisRenderer(xml, style.style, style.geometry, markers, style.language);
    writeQgisLabels(xml, style.style, style.geometry);
    xml.textLeaf("blendMode", "0");
    xml.textLeaf("layerOpacity", "1");
    xml.textLeaf("layerGeometryType", style.geometry == GeometryType::Polygon ? "2"
                                      : style.geometry == GeometryType::Line  ? "1"
                                                                              : "0");
    xml.close();
    WholeFile whole(file, overwrite);
    std::ofstream out(whole.path(), std::ios::binary);
    out << "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" << xml.text();
    out.close();
    if (!out)
        throw inputError({"style_export.not_written", {{"file", file.string()}}});
    whole.keep();
}

void writeQgisLabels(XmlWriter& xml, const Style& style, GeometryType geometry)
{
    if (style.labels.empty())
        return;
    std::vector<Condition> conditions;
    for (const LabelStyle& label : style.labels)
        conditions.push_back(label.when.value_or(Condition{}));
    xml.open("labeling", {{"type", "rule-based"}});
    xml.open("rules", {{"key", "labels"}});
    for (std::size_t i = 0; i < style.labels.size(); ++i) {
        const LabelStyle& label = style.labels[i];
        // Of labels the first fits whose scale fits too, so only those of the same scales compete.
        std::vector<Condition> rivals;
        for (std::size_t before = 0; before < i; ++before)
            if (style.labels[before].minScale <= label.minScale &&
                style.labels[before].maxScale >= label.maxScale)
                rivals.push_back(conditions[before]);
        rivals.push_back(conditions[i]);
        XmlWriter::Attributes attributes{{"key", "label-" + std::to_string(i)},
                                         {"scalemindenom", qgisDenominator(label.minScale)},
                                         {"scalemaxdenom", qgisDenominator(label.maxScale)}};
        if (const std::string filter = qgisFilters(rivals, true).back(); !filter.empty())
            attributes.emplace_back("filter", filter);
        xml.open("rule", attributes);
        xml.open("settings");
        writeText(xml, label);
        writePlacement(xml, label, geometry);
        xml.close();
        xml.close();
    }
    xml.close();
    xml.close();
}

} // namespace guatu::exchange
