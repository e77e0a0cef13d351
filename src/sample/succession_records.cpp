// SPDX-License-Identifier: MIT
// Units that became others, invented: one merged, one renamed.
#include "sample/names.h"
#include "sample/records.h"
#include "sample/rows.h"

namespace guatu::sample
{

/// The last village of the prefecture.
std::size_t mergedInto(const World& world)
{
    return world.land.villages.size() - 1;
}

/// The same township, with the last number that villages may have.
std::string mergedVillageCode(const World& world)
{
    return world.land.villages[mergedInto(world)].code.substr(0, 9) + "999";
}

void writeSuccessions(const World& world, const Output& output)
{
    Rows units(output.sink, output.progress, EntityKind::Unit,
               {"code", "name", "level", "stat_as_of", "households", "persons", "agri_persons",
                "valid_to"});
    const std::string merged = mergedVillageCode(world);
    units.add(merged, "示例并入村委会", "village", "2014-12-31", 68, 262, mergedAgriPersons,
              mergedOn);
    units.finish();
    Rows rows(output.sink, output.progress, EntityKind::Succession,
              {"code", "old_unit", "new_unit", "kind", "on_date", "share", "old_name"});
    const Village& successor = world.land.villages[mergedInto(world)];
    rows.add("S-merge", merged, successor.code, "merge", mergedOn, 1.0, "示例并入村委会");
    const Village& renamed = world.land.villages[world.land.villages.size() / 4];
    rows.add("S-rename", renamed.code, renamed.code, "rename", "2020-04-03", 1.0,
             stem(renamed.name) + "村委会(示例旧名)");
    rows.finish();
}

} // namespace guatu::sample
