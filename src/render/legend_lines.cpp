// SPDX-License-Identifier: MIT
#include "render/legend_lines.h"

#include "core/text.h"
#include "render/focus.h"
#include "render/legend_counts.h"

#include <QtMath>

#include <algorithm>

namespace guatu::render
{
namespace
{

QString countText(std::size_t count, const std::string& unitWord)
{
    if (unitWord.empty())
        return {};
    return QString::fromStdString(withThousands(static_cast<long long>(count))) + QChar(0x2009) +
           QString::fromStdString(unitWord);
}

const StyleClass* classOf(const MapDefinition& definition, const LegendEntry& entry)
{
    for (const Layer& layer : definition.layers) {
        if (layer.id != entry.layer)
            continue;
        for (const StyleClass& styleClass : definition.styleOf(layer).classes) {
            if (styleClass.id == entry.styleClass)
                return &styleClass;
        }
    }
    return nullptr;
}

/// CSS pixels that hold the class's symbol whole.
int swatchHeight(const StyleClass& styleClass)
{
    constexpr int ofAreas = 14;
    const auto& marker = styleClass.symbol.marker;
    return marker ? std::max(ofAreas, qCeil(marker->size * 96 / 25.4)) : ofAreas;
}

std::vector<LegendLine> groupLines(const std::vector<const LegendSection*>& sections,
                                   const Furnishing& f)
{
    const double scale = f.picture.view.scaleDenominator();
    std::vector<std::pair<const LegendEntry*, std::size_t>> counts;
    std::vector<LegendLine> lines;
    lines.push_back({LegendLine::Kind::Heading, QString::fromStdString(sections.front()->group)});
    std::size_t notLocated = 0;
    for (const LegendSection* section : sections) {
        notLocated += section->notLocated;
        for (const LegendEntry& entry : section->entries) {
            const StyleClass* styleClass = classOf(*f.scene.definition, entry);
            if (scale < styleClass->minScale || scale > styleClass->maxScale)
                continue;
            const auto same = std::find_if(counts.begin(), counts.end(), [&](const auto& known) {
                return known.first->title == entry.title;
            });
            if (same == counts.end())
                counts.emplace_back(&entry, entry.count);
            else
                same->second += entry.count;
        }
    }
    const std::string& unitWord = sections.front()->unitWord;
    for (const auto& [entry, count] : counts) {
        lines.push_back({LegendLine::Kind::Class, QString::fromStdString(entry->title),
                         countText(count, unitWord), entry->layer, entry->styleClass,
                         swatchHeight(*classOf(*f.scene.definition, *entry))});
    }
    for (const LegendSection* section : sections) {
        if (!section->hasFigure)
            continue;
        QImage figure = legendFigure(f.scene, section->layer, f.canvas.css(1));
        figure.setDevicePixelRatio(1);
        if (!figure.isNull())
            lines.push_back({LegendLine::Kind::Figure, {}, {}, {}, {}, 0, std::move(figure)});
    }
    if (notLocated > 0) {
        lines.push_back({LegendLine::Kind::Remark,
                         QString::fromStdString(text("render.not_located", f.scene.language)),
                         countText(notLocated, unitWord)});
    }
    return lines;
}

} // namespace

std::vector<std::vector<LegendLine>> legendGroups(const Furnishing& f)
{
    const Focus focus(f.scene.focus, f.canvas);
    const auto isWithin = [&](Point p) {
        return focus.exists() ? focus.contains(p) : f.picture.view.shows(p);
    };
    const auto sections = legendWhere(f.scene, f.picture.view.scaleDenominator(), isWithin);
    std::vector<std::vector<LegendLine>> groups;
    std::set<std::string> done;
    for (const LegendSection& section : sections) {
        if (!done.insert(section.group).second)
            continue;
        std::vector<const LegendSection*> group;
        for (const LegendSection& other : sections) {
            if (other.group == section.group && other.drawn && !other.entries.empty())
                group.push_back(&other);
        }
        if (group.empty())
            continue;
        auto lines = groupLines(group, f);
        if (lines.size() > 1)
            groups.push_back(std::move(lines));
    }
    return groups;
}

} // namespace guatu::render
