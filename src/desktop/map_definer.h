// SPDX-License-Identifier: MIT
#pragma once

#include "core/feature_table.h"
#include "core/look.h"
#include "desktop/background_job.h"

#include <memory>
#include <vector>

namespace guatu::desktop
{

/// Makes what the map draws by: layers and styles as on disk, the looks given to layers, the
/// colours chosen, and classes worked out of the tables.
class MapDefiner : public QObject
{
    Q_OBJECT

public:
    explicit MapDefiner(QObject* parent = nullptr);

    /// Throws Error(Input) when layers or styles are broken.
    void load();
    /// As on disk; null before it is loaded.
    [[nodiscard]] const std::shared_ptr<const MapDefinition>& base() const { return m_base; }
    [[nodiscard]] ColourVariant colours() const { return m_colours; }
    void setColours(ColourVariant colours) { m_colours = colours; }
    void setLooks(std::vector<LayerLook> looks) { m_looks = std::move(looks); }

    [[nodiscard]] std::shared_ptr<const MapDefinition> make(const FeatureTables& tables);
    /// The same beside the window; `made` follows, for the newest call only.
    void makeSoon(const FeatureTables& tables);

signals:
    void made(const std::shared_ptr<const guatu::MapDefinition>& definition);

private:
    std::shared_ptr<const MapDefinition> m_base;
    ColourVariant m_colours = ColourVariant::Standard;
    std::vector<LayerLook> m_looks;
    std::uint64_t m_number = 0; ///< of the newest call
    BackgroundJob m_job{this};
};

} // namespace guatu::desktop
