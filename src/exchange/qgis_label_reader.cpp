// SPDX-License-Identifier: MIT
#include "exchange/qgis_label_reader.h"

#include "exchange/qgis_class_list.h"
#include "exchange/qgis_label_expression.h"
#include "exchange/qgis_symbol_reader.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace guatu::exchange
{
namespace
{

constexpr double labelSize = 10 * mmOfPoint; ///< QGIS's own, where a file does not say
constexpr std::size_t mostLabels = 200;
constexpr double everyScale = 1e12;

bool isOn(const std::string& word)
{
    return word == "1" || word == "true";
}

double opacityOf(const std::string& text)
{
    return finiteNumber(text).value_or(1);
}

/// Parts of settings that we do not draw, unless they have this value.
struct Odd {
    std::string_view element, attribute, usual;
};
constexpr std::array<Odd, 9> odds{{{"text-style", "fontItalic", "0"},
                                   {"text-style", "fontUnderline", "0"},
                                   {"text-style", "fontStrikeout", "0"},
                                   {"text-style", "capitalization", "0"},
                                   {"text-style", "blendMode", "0"},
                                   {"shadow", "shadowDraw", "0"},
                                   {"text-mask", "maskEnabled", "0"},
                                   {"placement", "rotationAngle", "0"},
                                   {"placement", "geometryGeneratorEnabled", "0"}}};

const XmlElement* inside(const XmlElement& settings, std::string_view name)
{
    if (const XmlElement* found = settings.child(name))
        return found;
    const XmlElement* text = settings.child("text-style"); // buffers and backgrounds moved there
    return text == nullptr ? nullptr : text->child(name);
}

class LabelReader
{
public:
    LabelReader(const XmlElement& settings, StyleReading& reading)
        : m_settings(settings), m_reading(reading)
    {
    }

    /// None when the text cannot be taken; that is noted.
    std::optional<LabelStyle> read()
    {
        const XmlElement* text = m_settings.child("text-style");
        if (text == nullptr || !readText(*text))
            return std::nullopt;
        readLook(*text);
        if (const XmlElement* buffer = inside(m_settings, "text-buffer"))
            readBuffer(*buffer);
        if (const XmlElement* background = inside(m_settings, "background"))
            readBackground(*background);
        if (const XmlElement* format = m_settings.child("text-format"))
            if (const auto wrap = finiteNumber(format->attribute("autoWrapLength"));
                wrap && *wrap > 0)
                m_label.wrap = std::clamp(*wrap, 3.0, 100.0);
        if (const XmlElement* placement = m_settings.child("placement"))
            readPlacement(*placement);
        readScales();
        noteOdds();
        return withinLimits(std::move(m_label));
    }

private:
    bool readText(const XmlElement& text)
    {
        const std::string& name = text.attribute("fieldName");
        if (!isOn(text.attribute("isExpression"))) {
            if (name.empty())
                return false;
            m_label.field = m_reading.column(name, text.line);
            return true;
        }
        const auto read = readLabelExpression(name, text.line, m_reading);
        if (!read)
            return false;
        m_label.field = read->field;
        m_label.badge = read->badge;
        return true;
    }

    void readLook(const XmlElement& text)
    {
        m_label.size =
            m_reading.millimetres(text.attribute("fontSize"), unitOf(text, "fontSizeUnit"),
                                  text.line, "fontSize", labelSize) /
            mmOfPixel;
        const double weight = finiteNumber(text.attribute("fontWeight")).value_or(50);
        constexpr double bold = 63; // Qt 5: DemiBold
        m_label.bold = weight >= bold || isOn(text.attribute("fontBold"));
        m_label.colour = faded(colourFrom(text.attribute("textColor")).value_or(Colour{}),
                               opacityOf(text.attribute("textOpacity")));
        if (const std::string& family = text.attribute("fontFamily");
            !family.empty() && !family.starts_with("Noto Sans"))
            m_reading.note("style_import.font", text.line, {{"font", family}});
    }

    static std::string unitOf(const XmlElement& element, std::string_view attribute)
    {
        const std::string& unit = element.attribute(attribute);
        return unit.empty() ? "MM" : unit;
    }

    void readBuffer(const XmlElement& buffer)
    {
        if (!isOn(buffer.attribute("bufferDraw"))) {
            m_label.haloWidth = 0;
            return;
        }
        m_label.haloWidth =
            m_reading.millimetres(buffer.attribute("bufferSize"), unitOf(buffer, "bufferSizeUnits"),
                                  buffer.line, "bufferSize", 1) /
            mmOfPixel;
        m_label.halo = faded(colourFrom(buffer.attribute("bufferColor")).value_or(m_label.halo),
                             opacityOf(buffer.attribute("bufferOpacity")));
    }

    void readBackground(const XmlElement& background)
    {
        if (!isOn(background.attribute("shapeDraw")))
            return;
        m_label.mask = true;
        // A plate has the halo's colour.
        const Colour plate =
            faded(colourFrom(background.attribute("shapeFillColor")).value_or(m_label.halo),
                  opacityOf(background.attribute("shapeOpacity")));
        if (m_label.haloWidth > 0 && plate != m_label.halo)
            m_reading.note("style_import.plate", background.line);
        if (m_label.haloWidth <= 0)
            m_label.halo = plate;
    }

    void readPlacement(const XmlElement& placement)
    {
        const double repeat = m_reading.millimetres(placement.attribute("repeatDistance"),
                                                    unitOf(placement, "repeatDistanceUnits"),
                                                    placement.line, "repeatDistance", 0);
        m_label.repeat = repeat > 0 ? drawnWidth(repeat) : 0;
        const double priority = finiteNumber(placement.attribute("priority")).value_or(5);
        m_label.priority = static_cast<int>(std::clamp(priority, 0.0, 10.0) * 10);
    }

    void readScales()
    {
        const XmlElement* rendering = m_settings.child("rendering");
        if (rendering == nullptr || !isOn(rendering->attribute("scaleVisibility")))
            return;
        m_label.minScale = leastScale(rendering->attribute("scaleMin"));
        m_label.maxScale = largestScale(rendering->attribute("scaleMax"));
    }

    void noteOdds()
    {
        for (const Odd& odd : odds) {
            const XmlElement* element = inside(m_settings, odd.element);
            if (element == nullptr)
                continue;
            const std::string& value = element->attribute(odd.attribute);
            if (!value.empty() && value != odd.usual && value != "false")
                m_reading.note("style_import.property", element->line,
                               {{"property", std::string(odd.attribute)}, {"value", value}});
        }
        noteDataDefined(m_settings, "dd_properties", m_reading);
        if (const XmlElement* callout = m_settings.child("callout"))
            if (const QgisProperties properties = qgisProperties(*callout);
                properties.contains("enabled") && isOn(properties.at("enabled")))
                m_reading.note("style_import.callout", callout->line);
    }

    const XmlElement& m_settings;
    StyleReading& m_reading;
    LabelStyle m_label;
};

/// Rules of labels, with those inside of them.
class LabelRules
{
public:
    explicit LabelRules(StyleReading& reading) : m_reading(reading) {}

    void add(const XmlElement& rules, const Condition& parent, double minScale, double maxScale)
    {
        for (const XmlElement& rule : rules.children)
            if (rule.name == "rule")
                addRule(rule, parent, minScale, maxScale);
    }
    std::vector<LabelStyle> take() { return std::move(m_labels); }

private:
    void addRule(const XmlElement& rule, const Condition& parent, double minScale, double maxScale)
    {
        const std::string& expression = rule.attribute("filter");
        if (rule.attribute("active") == "0")
            return m_reading.note("style_import.rule_off", rule.line,
                                  {{"rule", rule.attribute("description")}});
        const bool isElse = expression == "ELSE";
        const auto filter =
            isElse ? StyleFilter{} : filterFromQgis(expression, rule.line, m_reading);
        if (!filter || !filter->nullOf.empty() || !isTakenBefore(*filter, m_conditions))
            return m_reading.note(
                "style_import.rule_expression", rule.line,
                {{"rule", rule.attribute("description")}, {"expression", expression}});
        const Condition when = both(parent, filter->when);
        minScale = std::max(minScale, leastScale(rule.attribute("scalemindenom")));
        maxScale = std::min(maxScale, largestScale(rule.attribute("scalemaxdenom")));
        if (m_labels.size() >= mostLabels)
            throw m_reading.error("style_import.too_many_classes", rule.line,
                                  {{"most", std::to_string(mostLabels)}});
        if (const XmlElement* settings = rule.child("settings"))
            if (auto label = LabelReader(*settings, m_reading).read()) {
                label->minScale = std::max(minScale, label->minScale);
                label->maxScale = std::min(maxScale, label->maxScale);
                if (!when.children.empty() || when.kind == Condition::Kind::Compare)
                    label->when = when;
                m_conditions.push_back(when);
                m_labels.push_back(std::move(*label));
            }
        add(rule, when, minScale, maxScale);
    }

    StyleReading& m_reading;
    std::vector<LabelStyle> m_labels;
    std::vector<Condition> m_conditions;
};

} // namespace

std::vector<LabelStyle> readQgisLabels(const XmlElement& labeling, StyleReading& reading)
{
    const std::string& type = labeling.attribute("type");
    if (const XmlElement* rules = labeling.child("rules");
        type == "rule-based" && rules != nullptr) {
        LabelRules all(reading);
        all.add(*rules, {}, 0, everyScale);
        return all.take();
    }
    const XmlElement* settings = labeling.child("settings");
    if (type != "simple" || settings == nullptr) {
        reading.note("style_import.labels_left", labeling.line, {{"type", type}});
        return {};
    }
    if (auto label = LabelReader(*settings, reading).read())
        return {std::move(*label)};
    return {};
}

double leastScale(const std::string& text)
{
    return std::clamp(finiteNumber(text).value_or(0), 0.0, everyScale);
}

double largestScale(const std::string& text)
{
    const double scale = leastScale(text);
    return scale > 0 ? scale : everyScale;
}

LabelStyle withinLimits(LabelStyle label)
{
    constexpr double leastSize = 4;
    constexpr double mostSize = 400;
    constexpr double mostHalo = 40;
    label.size = std::clamp(label.size, leastSize, mostSize);
    label.haloWidth = std::clamp(label.haloWidth, 0.0, mostHalo);
    return label;
}

} // namespace guatu::exchange
