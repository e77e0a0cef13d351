// SPDX-License-Identifier: MIT
#include "desktop/layer_ways.h"

#include "core/find_table.h"

namespace guatu::desktop
{

bool givesWay(const Layer& layer, const FeatureTables& tables)
{
    if (findTable(tables, "gap_household") != nullptr)
        return layer.source == "household" || layer.source == "found" ||
               layer.source == "facility" || layer.source == "problem" ||
               layer.exclusive.ends_with("_fill");
    return layer.source == "household" && findTable(tables, "found") != nullptr;
}

} // namespace guatu::desktop
