// SPDX-License-Identifier: MIT
#include "briefing/sections.h"

#include "briefing/on_all_cores.h"
#include "core/error.h"

#include <algorithm>
#include <iterator>

namespace guatu::briefing
{

std::vector<Subject> subjectsOf(const PageTemplate& design, std::span<const RowIndex> units)
{
    const auto shared = std::make_shared<const PageTemplate>(design);
    std::vector<Subject> subjects;
    for (const RowIndex unit : units)
        subjects.push_back({unit, shared});
    return subjects;
}

std::vector<Section> composeSections(const Material& material, std::span<const Subject> subjects,
                                     const Progress& progress)
{
    std::vector<Section> sections(subjects.size());
    onAllCores(sections.size(), progress, {"briefing.progress.compose"}, [&](std::size_t i) {
        const Subject& subject = subjects[i];
        sections[i].subject = subject;
        try {
            sections[i].pages =
                compose(*subject.design, material, subject.unit, subject.spot.get());
        } catch (const Error& error) {
            sections[i].why = error.message();
        }
    });
    return sections;
}

std::pair<std::string, std::string> nameAndCode(const Material& material, const Subject& subject)
{
    if (subject.spot)
        return {subject.spot->name, subject.spot->code};
    const UnitColumns& units = material.day.snapshot().units;
    const auto row = static_cast<std::size_t>(subject.unit);
    return {units.name[row], units.code[row].str()};
}

std::vector<LeftOut> leftOutOf(const Material& material, std::span<const Section> sections)
{
    std::vector<LeftOut> leftOut;
    for (const Section& section : sections)
        if (section.why) {
            auto [name, code] = nameAndCode(material, section.subject);
            leftOut.push_back({std::move(name), std::move(code), *section.why});
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
