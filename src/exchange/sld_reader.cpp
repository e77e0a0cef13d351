// SPDX-License-Identifier: MIT
#include "exchange/sld_reader.h"

#include "exchange/qgis_class_list.h"
#include "exchange/qgis_label_reader.h"
#include "exchange/sld_filter.h"
#include "exchange/sld_symbolizer.h"

#include <algorithm>

namespace guatu::exchange
{
namespace
{

/// Reads the rules of feature types, one type upon another.
class RuleReader
{
public:
    explicit RuleReader(StyleReading& reading) : m_reading(reading) {}

    void readStyle(const XmlElement& style)
    {
        for (const XmlElement& type : style.children)
            if (type.name == "FeatureTypeStyle")
                for (const XmlElement& rule : type.children)
                    if (rule.name == "Rule")
                        readRule(rule);
    }

    ImportedStyle finish(int line)
    {
        if (m_found.empty() && m_wrongSymbolizer > 0)
            throw m_reading.error("style_import.other_geometry", m_wrongSymbolizer);
        m_found.insert(m_found.end(), m_others.begin(), m_others.end());
        ImportedStyle imported;
        imported.style.classes = classesOf(std::move(m_found), line, m_reading);
        imported.style.labels = std::move(m_labels);
        return imported;
    }

private:
    static std::string titleOf(const XmlElement& rule)
    {
        const XmlElement* description = rule.child("Description");
        if (description != nullptr && !description->childText("Title").empty())
            return description->childText("Title");
        const std::string& title = rule.childText("Title");
        return title.empty() ? rule.childText("Name") : title;
    }

    void readRule(const XmlElement& rule)
    {
        const std::string title = titleOf(rule);
        const bool isElse = rule.child("ElseFilter") != nullptr;
        std::optional<StyleFilter> filter = StyleFilter{};
        if (const XmlElement* found = rule.child("Filter"); found != nullptr && !isElse) {
            filter = filterFromOgc(*found, m_reading);
            if (!filter) {
                m_reading.note("style_import.rule_expression", found->line,
                               {{"rule", title}, {"expression", filterName(*found)}});
                return;
            }
        }
        FoundClass made{.title = title,
                        .filter = *filter,
                        .minScale = leastScale(rule.childText("MinScaleDenominator")),
                        .maxScale = largestScale(rule.childText("MaxScaleDenominator")),
                        .line = rule.line};
        readLabels(rule, made);
        if (!hasSymbolizer(rule))
            return;
        made.symbol = sldSymbol(rule, m_reading);
        if (!made.symbol.fill && made.symbol.strokes.empty() && !made.symbol.marker)
            m_wrongSymbolizer = m_wrongSymbolizer > 0 ? m_wrongSymbolizer : rule.line;
        else
            (isElse ? m_others : m_found).push_back(std::move(made));
    }

    void readLabels(const XmlElement& rule, const FoundClass& of)
    {
        for (const XmlElement& each : rule.children) {
            if (each.name != "TextSymbolizer")
                continue;
            auto label = sldLabel(each, m_reading);
            if (!label)
                continue;
            if (!of.filter.nullOf.empty()) {
                m_reading.note("style_import.rule_expression", each.line,
                               {{"rule", of.title}, {"expression", "PropertyIsNull"}});
                continue;
            }
            label->minScale = of.minScale;
            label->maxScale = of.maxScale;
            const Condition& when = of.filter.when;
            if (when.kind != Condition::Kind::All || !when.children.empty())
                label->when = when;
            m_labels.push_back(std::move(*label));
        }
    }

    StyleReading& m_reading;
    std::vector<FoundClass> m_found, m_others;
    std::vector<LabelStyle> m_labels;
    int m_wrongSymbolizer = 0; ///< line of the first rule without a symbol for the geometry
};

const XmlElement* styleIn(const XmlElement& layer)
{
    return layer.child("UserStyle");
}

} // namespace

ImportedStyle readSld(const XmlElement& root, StyleReading& reading)
{
    const XmlElement* style = nullptr;
    for (const XmlElement& layer : root.children) {
        if (layer.name != "NamedLayer" && layer.name != "UserLayer")
            continue;
        const XmlElement* found = styleIn(layer);
        if (found == nullptr)
            continue;
        if (style != nullptr) {
            reading.note("style_import.other_layer", layer.line,
                         {{"layer", layer.childText("Name")}});
            continue;
        }
        style = found;
    }
    if (style == nullptr)
        throw reading.error("style_import.no_renderer", root.line);
    RuleReader rules(reading);
    rules.readStyle(*style);
    return rules.finish(style->line);
}

} // namespace guatu::exchange
