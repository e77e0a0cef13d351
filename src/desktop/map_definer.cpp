// SPDX-License-Identifier: MIT
#include "desktop/map_definer.h"

#include "core/classified.h"

namespace guatu::desktop
{
namespace
{

std::shared_ptr<const MapDefinition> defined(const MapDefinition& base,
                                             const std::vector<LayerLook>& looks,
                                             ColourVariant colours, const FeatureTables& tables)
{
    return std::make_shared<MapDefinition>(
        classified(coloured(withLooks(base, looks), colours), tables));
}

} // namespace

MapDefiner::MapDefiner(QObject* parent) : QObject(parent) {}

void MapDefiner::load()
{
    m_base = std::make_shared<MapDefinition>(loadMapDefinition(dataRoot()));
}

std::shared_ptr<const MapDefinition> MapDefiner::make(const FeatureTables& tables)
{
    ++m_number;
    return defined(*m_base, m_looks, m_colours, tables);
}

void MapDefiner::makeSoon(const FeatureTables& tables)
{
    m_job.start([this, base = m_base, looks = m_looks, colours = m_colours, tables,
                 number = ++m_number](const Progress&) -> BackgroundJob::Finish {
        auto definition = defined(*base, looks, colours, tables);
        return [this, number, definition = std::move(definition)] {
            if (number == m_number)
                emit made(definition);
        };
    });
}

} // namespace guatu::desktop
