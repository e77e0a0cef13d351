// SPDX-License-Identifier: MIT
#include "briefing/sections.h"

#include "briefing/on_all_cores.h"
#include "core/error.h"

#include <algorithm>
#include <iterator>

namespace guatu::briefing
{

std::vector<Section> composeSections(const PageTemplate& design, const Material& material,
                                     std::span<const RowIndex> units, const Progress& progress)
{
    std::vector<Section> sections(units.size());
    onAllCores(sections.size(), progress, {"briefing.progress.compose"}, [&](std::size_t i) {
        sections[i].unit = units[i];
        try {
            sections[i].pages = compose(design, material, units[i]);
        } catch (const Error& error) {
            sections[i].why = error.message();
        }
    });
    return sections;
}

std::vector<LeftOut> leftOutOf(const Material& material, std::span<const Section> sections)
{
    const UnitColumns& units = material.day.snapshot().units;
    std::vector<LeftOut> leftOut;
    for (const Section& section : sections) {
        const auto row = static_cast<std::size_t>(section.unit);
        if (section.why)
            leftOut.push_back({units.name[row], units.code[row].str(), *section.why});
    }
    return leftOut;
}

void append(std::vector<Page>& to, std::vector<Page>&& pages)
{
    std::ranges::move(pages, std::back_inserter(to));
}

std::vector<RowIndex> unitsBelow(const Snapshot& snapshot, RowIndex unit, Level level)
{
    std::vector<RowIndex> units;
    for (RowIndex row = unit; row < subtreeEnd(snapshot.units, unit); ++row)
        if (snapshot.units.level[static_cast<std::size_t>(row)] == level)
            units.push_back(row);
    return units;
}

} // namespace guatu::briefing
