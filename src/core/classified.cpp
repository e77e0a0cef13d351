// SPDX-License-Identifier: MIT
#include "core/classified.h"

#include "core/class_breaks.h"
#include "core/colour_ramp.h"
#include "core/plain_mark.h"
#include "core/table.h"
#include "core/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace guatu
{
namespace
{

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr Fill unknownFill{{0xC8, 0xCC, 0xD0}, Pattern::Dots, {0x5B, 0x5B, 0x5B}};

std::string numberText(double number)
{
    const bool isWhole = number == std::floor(number) && std::abs(number) < 1e15;
    return isWhole ? withThousands(static_cast<long long>(number)) : fmt::format("{}", number);
}

/// Makes the classes of one classification.
class Maker
{
public:
    Maker(const Classification& classification, const std::vector<double>& values)
        : m_from(classification)
    {
        for (const double value : values) {
            if (std::isfinite(value) && !(classification.zero && value == 0))
                m_values.push_back(value);
        }
        if (classification.method == ClassMethod::Thresholds)
            m_breaks = classification.breaks;
        else
            m_breaks = classBreaks(classification.method, m_values, classification.classes);
        const auto& stops =
            classification.colours.empty() ? colourStops(classification.ramp) : m_from.colours;
        m_colours = sampled(stops, classCount() + (m_from.zero ? 1 : 0));
    }

    [[nodiscard]] std::vector<StyleClass> classes() const
    {
        std::vector<StyleClass> made;
        for (std::size_t i = classCount(); i-- > 0;)
            made.push_back(valueClass(i));
        if (m_from.zero)
            made.push_back({"zero", *m_from.zero, comparison(Condition::Operator::Equal, 0),
                            symbol({m_colours.front(), Pattern::None, {}})});
        made.push_back({"unknown", m_from.unknown.value_or(localText("core.class.unknown")),
                        Condition{}, symbol(unknownFill)});
        return made;
    }

private:
    /// Without any value there is no class of values, unless a rule says where they are.
    [[nodiscard]] std::size_t classCount() const
    {
        return m_values.empty() && m_breaks.empty() ? 0 : m_breaks.size() + 1;
    }

    [[nodiscard]] bool belongsAbove() const
    {
        return m_from.method != ClassMethod::Thresholds || m_from.breakBelongsAbove;
    }

    [[nodiscard]] Condition comparison(Condition::Operator op, double bound) const
    {
        return {Condition::Kind::Compare, m_from.field, op, {bound}, {}};
    }

    [[nodiscard]] Symbol symbol(const Fill& fill) const
    {
        Symbol made = m_from.symbol;
        made.fill = fill;
        if (auto mark = made.marker ? plainMarkOf(made.marker->symbol) : std::nullopt) {
            mark->fill = fill.colour;
            made.marker->symbol = nameOf(*mark);
        }
        return made;
    }

    [[nodiscard]] StyleClass valueClass(std::size_t index) const
    {
        using enum Condition::Operator;
        const double low = index == 0 ? -infinity : m_breaks[index - 1];
        const double high = index == m_breaks.size() ? infinity : m_breaks[index];
        // What is infinite is in no class.
        const bool above = belongsAbove();
        Condition when{Condition::Kind::All, {}, Equal, {}, {}};
        when.children.push_back(comparison(index == 0 || !above ? Greater : GreaterEqual, low));
        when.children.push_back(
            comparison(index == m_breaks.size() || above ? Less : LessEqual, high));
        if (m_from.zero && low <= 0 && high >= 0)
            when.children.push_back(comparison(NotEqual, 0));
        const std::size_t colour = index + (m_from.zero ? 1 : 0);
        return {fmt::format("c{}", index + 1), title(index), std::move(when),
                symbol({m_colours[colour], Pattern::None, {}})};
    }

    [[nodiscard]] LocalText title(std::size_t index) const
    {
        if (m_breaks.empty()) {
            const auto [least, most] = std::ranges::minmax(m_values);
            return titled(least == most ? "core.class.one" : "core.class.all", least, most);
        }
        const bool above = belongsAbove();
        if (index == 0)
            return titled(above ? "core.class.under" : "core.class.up_to", 0, m_breaks.front());
        if (index == m_breaks.size())
            return titled(above ? "core.class.from" : "core.class.over", m_breaks.back(), 0);
        return titled(above ? "core.class.from_under" : "core.class.over_up_to",
                      m_breaks[index - 1], m_breaks[index]);
    }

    [[nodiscard]] LocalText titled(const char* id, double low, double high) const
    {
        const auto in = [&](Language language) {
            return text(Message{id,
                                {{"low", numberText(low)},
                                 {"high", numberText(high)},
                                 {"unit", m_from.unitWord.in(language)}}},
                        language);
        };
        return {in(Language::Chinese), in(Language::English)};
    }

    const Classification& m_from;
    std::vector<double> m_values; ///< those to divide
    std::vector<double> m_breaks;
    std::vector<Colour> m_colours; ///< of zero, if there, and the classes from low to high
};

/// The field's values in the rows that the layer shows.
std::vector<double> valuesOf(const FeatureTable& table, const Layer& layer,
                             const std::string& field)
{
    const NumberColumn* numbers = table.number(field);
    if (!numbers)
        return {};
    if (!layer.filter)
        return *numbers;
    std::vector<double> values;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto read = [&](std::string_view column) { return table.value(column, row); };
        if (layer.filter->evaluate(read) == CriterionResult::Met)
            values.push_back((*numbers)[row]);
    }
    return values;
}

} // namespace

std::vector<StyleClass> valueClasses(const Classification& classification,
                                     const std::vector<double>& values)
{
    return Maker(classification, values).classes();
}

MapDefinition classified(MapDefinition definition, const FeatureTables& tables)
{
    for (Layer& layer : definition.layers) {
        const Style& general = definition.styleOf(layer);
        if (!general.classification)
            continue;
        Style style = general;
        const Classification classification = *general.classification;
        style.classification.reset();
        style.id = general.id + "@" + layer.id;
        const auto table = std::ranges::find(tables, layer.source, &FeatureTable::source);
        const std::vector<double> values = table == tables.end()
                                               ? std::vector<double>{}
                                               : valuesOf(**table, layer, classification.field);
        for (StyleClass& made : valueClasses(classification, values))
            style.classes.push_back(std::move(made));
        layer.style = style.id;
        definition.styles.insert_or_assign(style.id, std::move(style));
    }
    return definition;
}

} // namespace guatu
