// SPDX-License-Identifier: MIT
#include "exchange/qml_reader.h"

#include "exchange/qgis_class_list.h"
#include "exchange/qgis_label_reader.h"
#include "exchange/qgis_symbol_reader.h"

#include <algorithm>
#include <array>

namespace guatu::exchange
{
namespace
{

using Operator = Condition::Operator;

/// Reads a renderer with its symbols.
class RendererReader
{
public:
    RendererReader(const XmlElement& renderer, double opacity, StyleReading& reading)
        : m_renderer(renderer), m_opacity(opacity), m_reading(reading)
    {
        if (const XmlElement* symbols = renderer.child("symbols"))
            for (const XmlElement& symbol : symbols->children)
                m_symbols.emplace(symbol.attribute("name"), &symbol);
    }

    std::vector<StyleClass> read()
    {
        const std::string& type = m_renderer.attribute("type");
        m_reading.setSymbolLevels(m_renderer.attribute("symbollevels") == "1");
        if (type == "singleSymbol")
            m_found.push_back({.symbol = symbolOf("0", m_renderer.line), .line = m_renderer.line});
        else if (type == "categorizedSymbol")
            readCategories();
        else if (type == "graduatedSymbol")
            readRanges();
        else if (type == "RuleRenderer")
            readRules();
        else if (type == "nullSymbol")
            m_found.push_back({.line = m_renderer.line});
        else if (const XmlElement* inner = m_renderer.child("renderer-v2"))
            return readInner(*inner, type);
        else
            throw m_reading.error("style_import.renderer", m_renderer.line, {{"type", type}});
        return classesOf(std::move(m_found), m_renderer.line, m_reading);
    }

private:
    std::vector<StyleClass> readInner(const XmlElement& inner, const std::string& type)
    {
        m_reading.note("style_import.inner_renderer", m_renderer.line, {{"type", type}});
        return RendererReader(inner, m_opacity, m_reading).read();
    }

    Symbol symbolOf(const std::string& name, int line)
    {
        const auto found = m_symbols.find(name);
        if (found == m_symbols.end())
            throw m_reading.error("style_import.no_symbol", line, {{"symbol", name}});
        return readQgisSymbol(*found->second, m_opacity, m_reading);
    }

    std::string columnOf(const std::string& attribute)
    {
        const std::string field = fieldOfExpression(attribute);
        const auto& columns = m_reading.target().table.columns;
        if (field.empty() && std::ranges::none_of(columns, [&attribute](const auto& each) {
                return each.first == attribute;
            }))
            throw m_reading.error("style_import.expression", m_renderer.line,
                                  {{"expression", attribute}});
        return m_reading.column(field.empty() ? attribute : field, m_renderer.line);
    }

    /// Whether it is ticked; what is not is noted.
    bool isShown(const XmlElement& each, std::string_view attribute, const std::string& title)
    {
        const std::string& shown = each.attribute(attribute);
        if (shown != "false" && shown != "0")
            return true;
        m_reading.note("style_import.rule_off", each.line, {{"rule", title}});
        return false;
    }

    void readCategories()
    {
        const std::string column = columnOf(m_renderer.attribute("attr"));
        const XmlElement* categories = m_renderer.child("categories");
        for (const XmlElement& each : categories == nullptr ? m_none : categories->children) {
            const std::string& title = each.attribute("label");
            if (each.name != "category" || !isShown(each, "render", title))
                continue;
            FoundClass found{.title = title, .line = each.line};
            std::vector<std::string> values;
            for (const XmlElement& value : each.children)
                if (value.name == "val")
                    values.push_back(value.attribute("value"));
            if (values.empty() && !each.attribute("value").empty())
                values.push_back(each.attribute("value"));
            if (each.attribute("type") == "NULL")
                found.filter.nullOf = column;
            else if (!values.empty()) // without a value: all others
                found.filter.when = isOneOf(column, values, each.line);
            found.symbol = symbolOf(each.attribute("symbol"), each.line);
            m_found.push_back(std::move(found));
        }
    }

    Condition isOneOf(const std::string& column, const std::vector<std::string>& values, int line)
    {
        Condition condition =
            comparison(column, values.size() == 1 ? Operator::Equal : Operator::In,
                       m_reading.valueFor(column, values.front(), line));
        for (std::size_t i = 1; i < values.size(); ++i)
            condition.values.push_back(m_reading.valueFor(column, values[i], line));
        return condition;
    }

    /// QGIS counts both ends in and takes the first range that fits, so that a break belongs to
    /// the range that stands first.
    void readRanges()
    {
        const std::string column = columnOf(m_renderer.attribute("attr"));
        const XmlElement* ranges = m_renderer.child("ranges");
        std::vector<std::pair<double, double>> earlier;
        const auto isTaken = [&earlier](double value) {
            return std::ranges::any_of(earlier, [value](const auto& range) {
                return range.first <= value && value <= range.second;
            });
        };
        for (const XmlElement& each : ranges == nullptr ? m_none : ranges->children) {
            const std::string& title = each.attribute("label");
            if (each.name != "range" || !isShown(each, "render", title))
                continue;
            const auto low = finiteNumber(each.attribute("lower"));
            const auto high = finiteNumber(each.attribute("upper"));
            if (!low || !high) {
                m_reading.note(
                    "style_import.rule_expression", each.line,
                    {{"rule", title},
                     {"expression", each.attribute("lower") + " – " + each.attribute("upper")}});
                continue;
            }
            const auto above = isTaken(*low) ? Operator::Greater : Operator::GreaterEqual;
            const auto below = isTaken(*high) ? Operator::Less : Operator::LessEqual;
            earlier.emplace_back(*low, *high);
            m_found.push_back({.title = title,
                               .filter = {.when = both(comparison(column, above, *low),
                                                       comparison(column, below, *high))},
                               .symbol = symbolOf(each.attribute("symbol"), each.line),
                               .line = each.line});
        }
        if (m_renderer.attribute("graduatedMethod") == "GraduatedSize")
            m_reading.note("style_import.graduated_size", m_renderer.line);
    }

    void readRules()
    {
        if (const XmlElement* rules = m_renderer.child("rules"))
            readRulesIn(*rules, {}, 0, largestScale(""));
    }

    /// Rules inside of a rule draw upon it: they come first, then what is left of them.
    void readRulesIn(const XmlElement& rules, const Condition& parent, double minScale,
                     double maxScale)
    {
        std::vector<const XmlElement*> last;
        for (const XmlElement& rule : rules.children) {
            if (rule.name != "rule")
                continue;
            if (rule.attribute("filter") == "ELSE")
                last.push_back(&rule);
            else
                readRule(rule, parent, minScale, maxScale);
        }
        for (const XmlElement* rule : last)
            readRule(*rule, parent, minScale, maxScale);
    }

    void readRule(const XmlElement& rule, const Condition& parent, double minScale, double maxScale)
    {
        const std::string& title = rule.attribute("label");
        const std::string& expression = rule.attribute("filter");
        if (!isShown(rule, "checkstate", title))
            return;
        auto filter =
            expression == "ELSE" ? StyleFilter{} : filterFromQgis(expression, rule.line, m_reading);
        const bool isNested = parent.kind != Condition::Kind::All || !parent.children.empty();
        if (!filter || (!filter->nullOf.empty() && isNested)) {
            m_reading.note("style_import.rule_expression", rule.line,
                           {{"rule", title}, {"expression", expression}});
            return;
        }
        filter->when = both(parent, filter->when);
        minScale = std::max(minScale, leastScale(rule.attribute("scalemindenom")));
        maxScale = std::min(maxScale, largestScale(rule.attribute("scalemaxdenom")));
        readRulesIn(rule, filter->when, minScale, maxScale);
        if (rule.attribute("symbol").empty())
            return;
        m_found.push_back({.id = rule.attribute("description"),
                           .title = title,
                           .filter = std::move(*filter),
                           .symbol = symbolOf(rule.attribute("symbol"), rule.line),
                           .minScale = minScale,
                           .maxScale = maxScale,
                           .line = rule.line});
    }

    static const std::vector<XmlElement> m_none;
    const XmlElement& m_renderer;
    double m_opacity;
    StyleReading& m_reading;
    std::map<std::string, const XmlElement*> m_symbols;
    std::vector<FoundClass> m_found;
};

const std::vector<XmlElement> RendererReader::m_none;

/// QGIS: 0 points, 1 lines, 2 areas.
void requireGeometry(const XmlElement& root, StyleReading& reading)
{
    const XmlElement* type = root.child("layerGeometryType");
    if (type == nullptr)
        return;
    constexpr std::array<GeometryType, 3> types{GeometryType::Point, GeometryType::Line,
                                                GeometryType::Polygon};
    constexpr std::array<const char*, 3> ids{"style_import.for_points", "style_import.for_lines",
                                             "style_import.for_areas"};
    const auto code = finiteNumber(type->text);
    for (std::size_t i = 0; code && i < types.size(); ++i)
        if (*code == static_cast<double>(i) && types[i] != reading.geometry())
            throw reading.error(ids[i], type->line);
}

void noteBlending(const XmlElement& root, StyleReading& reading)
{
    for (const std::string_view key : {"blendMode", "featureBlendMode"})
        if (const XmlElement* mode = root.child(key);
            mode != nullptr && !mode->text.empty() && mode->text != "0")
            reading.note("style_import.property", mode->line,
                         {{"property", std::string(key)}, {"value", mode->text}});
}

} // namespace

ImportedStyle readQml(const XmlElement& root, StyleReading& reading)
{
    const XmlElement* renderer = root.child("renderer-v2");
    if (renderer == nullptr)
        throw reading.error(root.child("pipe") != nullptr ? "style_import.raster"
                                                          : "style_import.no_renderer",
                            root.line);
    requireGeometry(root, reading);
    noteBlending(root, reading);
    const double opacity = finiteNumber(root.childText("layerOpacity")).value_or(1);
    ImportedStyle imported;
    imported.style.classes = RendererReader(*renderer, opacity, reading).read();
    if (const XmlElement* labeling = root.child("labeling");
        labeling != nullptr && root.attribute("labelsEnabled") != "0")
        imported.style.labels = readQgisLabels(*labeling, reading);
    if (root.attribute("hasScaleBasedVisibilityFlag") == "1")
        imported.scales = {leastScale(root.attribute("maxScale")),
                           largestScale(root.attribute("minScale"))};
    return imported;
}

} // namespace guatu::exchange
