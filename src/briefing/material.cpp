// SPDX-License-Identifier: MIT
#include "briefing/material.h"

#include "core/classified.h"
#include "session/content_mark.h"
#include "session/export_policy.h"

namespace guatu::briefing
{
namespace
{

Day dayOf(ViewPointer view, const ExportPolicy& policy, Audience audience)
{
    Day day;
    for (const auto& table : view->tables)
        session::requireNotSecret(*view, session::recordsBehind(table->source));
    day.tables = session::audienceTables(*view, policy, audience);
    day.cache = render::makeSceneCache();
    day.figures = std::make_shared<session::FiguresOfUnits>(*view);
    day.view = std::move(view);
    return day;
}

} // namespace

Material materialOf(ViewPointer view, ViewPointer before, MapDefinition definition,
                    const MaterialOptions& options)
{
    Material material;
    material.options = options;
    material.policy = session::exportPolicy(*view);
    material.hash = session::contentMark(*view);
    material.day = dayOf(std::move(view), material.policy, options.audience);
    if (before)
        material.before = dayOf(std::move(before), material.policy, options.audience);
    material.definition = std::make_shared<MapDefinition>(
        classified(coloured(std::move(definition), options.colours), material.day.tables));
    return material;
}

} // namespace guatu::briefing
