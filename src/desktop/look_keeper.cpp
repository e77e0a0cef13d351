// SPDX-License-Identifier: MIT
#include "desktop/look_keeper.h"

#include "desktop/texts.h"
#include "desktop/workbench.h"

#include <algorithm>

namespace guatu::desktop
{
namespace
{

constexpr int gatherTime = 40; // ms in which changes are gathered before the map is drawn

} // namespace

LookKeeper::LookKeeper(const Texts& texts, Workbench& workbench, QObject* parent)
    : QObject(parent), m_texts(texts), m_workbench(workbench)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(gatherTime);
    connect(&m_soon, &QTimer::timeout, this, &LookKeeper::looksChanged);
    connect(&m_writing, &BackgroundJob::failed, this, &LookKeeper::failed);
    connect(&m_writing, &BackgroundJob::ended, this, [this] {
        m_waiting.pop_front();
        emit changed();
        writeNext();
    });
    connect(&workbench, &Workbench::closed, this, [this] {
        m_work.reset();
        m_kept.clear();
        tell();
    });
}

void LookKeeper::setDefinition(std::shared_ptr<const MapDefinition> definition)
{
    m_definition = std::move(definition);
}

void LookKeeper::take(const session::WorkspaceView& view, const session::KeptLooks& kept)
{
    if (!m_definition)
        return;
    if (m_workbench.isOpen() && m_workbench.view().file != view.file)
        m_work.reset();
    auto [drawn, why] = session::drawable(kept, *m_definition, view.tables);
    m_kept = std::move(drawn);
    if (m_work)
        m_work->setSaved(keptOrDefined(m_work->now().layer));
    emit changed();
    if (!why.empty())
        emit unusable(why);
}

std::vector<LayerLook> LookKeeper::looks() const
{
    std::vector<LayerLook> looks = m_kept;
    if (!m_work)
        return looks;
    std::erase_if(looks, [&](const LayerLook& each) { return each.layer == m_work->now().layer; });
    if (!(m_work->now() == lookOf(*m_definition, m_work->now().layer)))
        looks.push_back(m_work->now());
    return looks;
}

bool LookKeeper::isKept(const std::string& layer) const
{
    return std::ranges::find(m_kept, layer, &LayerLook::layer) != m_kept.end();
}

LayerLook LookKeeper::keptOrDefined(const std::string& layer) const
{
    const auto kept = std::ranges::find(m_kept, layer, &LayerLook::layer);
    return kept == m_kept.end() ? lookOf(*m_definition, layer) : *kept;
}

void LookKeeper::begin(const std::string& layer)
{
    m_work.emplace(keptOrDefined(layer));
    tell();
}

void LookKeeper::end()
{
    if (!m_work)
        return;
    m_work.reset();
    tell();
}

bool LookKeeper::isDefined() const
{
    return m_work && !isKept(m_work->now().layer) &&
           m_work->now() == lookOf(*m_definition, m_work->now().layer);
}

void LookKeeper::change(const LookEdit& edit, const std::string& gesture)
{
    if (!m_work)
        return;
    LayerLook next = m_work->now();
    edit(next);
    if (m_work->change(std::move(next), gesture))
        tell();
}

void LookKeeper::endGesture()
{
    if (m_work)
        m_work->endGesture();
}

void LookKeeper::undo()
{
    if (!m_work || !m_work->canUndo())
        return;
    m_work->undo();
    tell();
}

void LookKeeper::redo()
{
    if (!m_work || !m_work->canRedo())
        return;
    m_work->redo();
    tell();
}

void LookKeeper::tell()
{
    m_soon.start();
    emit changed();
}

void LookKeeper::save()
{
    if (!m_work)
        return;
    const LayerLook look = m_work->now();
    m_work->endGesture();
    if (look == lookOf(*m_definition, look.layer)) // as defined: nothing to be kept
        reset();
    else
        keep(look);
}

void LookKeeper::keep(const LayerLook& look)
{
    write([look](const auto& file) { session::keepLook(file, look, {}); },
          [this, look] {
              remember(look);
              emit saved(about("desktop.style.saved", look.layer));
          });
}

void LookKeeper::reset()
{
    if (!m_work)
        return;
    const std::string layer = m_work->now().layer;
    m_work->endGesture();
    m_work->change(lookOf(*m_definition, layer));
    if (isKept(layer)) {
        write([layer](const auto& file) { session::dropLook(file, layer, {}); },
              [this, layer] {
                  forget(layer);
                  emit saved(about("desktop.style.was_reset", layer));
              });
    }
    tell();
}

void LookKeeper::remember(const LayerLook& look)
{
    std::erase_if(m_kept, [&](const LayerLook& each) { return each.layer == look.layer; });
    m_kept.push_back(look);
    if (m_work && m_work->now().layer == look.layer)
        m_work->setSaved(look);
    tell();
}

void LookKeeper::forget(const std::string& layer)
{
    std::erase_if(m_kept, [&](const LayerLook& each) { return each.layer == layer; });
    if (m_work && m_work->now().layer == layer)
        m_work->setSaved(lookOf(*m_definition, layer));
    tell();
}

void LookKeeper::write(std::function<void(const std::filesystem::path&)> act,
                       std::function<void()> then)
{
    if (!m_workbench.isOpen())
        return;
    m_waiting.push_back({m_workbench.view().file, std::move(act), std::move(then)});
    if (m_waiting.size() == 1)
        writeNext();
}

void LookKeeper::writeNext()
{
    if (m_waiting.empty())
        return;
    m_writing.start([this, writing = m_waiting.front()](const Progress&) -> BackgroundJob::Finish {
        writing.act(writing.file);
        return [this, writing] {
            if (m_workbench.isOpen() && m_workbench.view().file == writing.file)
                writing.then();
        };
    });
}

Message LookKeeper::about(const char* id, const std::string& layer) const
{
    const auto found = std::ranges::find(m_definition->layers, layer, &Layer::id);
    return {id,
            {{"layer",
              found == m_definition->layers.end() ? layer : found->title.in(m_texts.language())}}};
}

} // namespace guatu::desktop
