// SPDX-License-Identifier: MIT
#include "desktop/split_side.h"

#include "core/find_table.h"
#include "core/map_subject.h"
#include "desktop/hit_text.h"
#include "desktop/icons.h"
#include "desktop/map_furniture.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/window_dialogs.h"
#include "desktop/words.h"
#include "render/map_cache.h"

#include <QBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace guatu::desktop
{
namespace
{

constexpr int edge = 12;

/// The same features in other tables, by source and id; those that are not there are left out.
std::vector<render::Hit> hitsIn(const FeatureTables& tables, const std::vector<render::Hit>& hits)
{
    std::vector<render::Hit> found;
    for (render::Hit hit : hits) {
        const auto table = findTable(tables, hit.source);
        if (!table)
            continue;
        const auto row = std::ranges::find(table->ids, hit.id);
        if (row == table->ids.end())
            continue;
        hit.row = static_cast<std::size_t>(row - table->ids.begin());
        found.push_back(hit);
    }
    return found;
}

} // namespace

std::set<std::string> hiddenForTheme(const MapDefinition& definition, std::set<std::string> hidden,
                                     const std::string& layer)
{
    const auto theme = std::ranges::find(definition.layers, layer, &Layer::id);
    if (theme == definition.layers.end())
        return hidden;
    const auto show = [&](const std::string& set, auto&& belongs) {
        const auto found = std::ranges::find_if(definition.layers, [&](const Layer& each) {
            return each.exclusive == set && belongs(each);
        });
        if (found == definition.layers.end())
            return false;
        for (const Layer& each : definition.layers)
            if (each.exclusive == set)
                hidden.insert(each.id);
        hidden.erase(found->id);
        return true;
    };
    std::set<std::string> sets;
    for (const Layer& each : definition.layers)
        if (!each.exclusive.empty())
            sets.insert(each.exclusive);
    for (const std::string& set : sets) {
        static_cast<void>((set == theme->exclusive &&
                           show(set, [&](const Layer& each) { return each.id == theme->id; })) ||
                          show(set,
                               [&](const Layer& each) {
                                   return each.group == theme->group &&
                                          each.measure == theme->measure;
                               }) ||
                          show(set, [&](const Layer& each) { return each.style == theme->style; }));
    }
    return hidden;
}

SplitSide::SplitSide(const Texts& texts, Workbench& workbench, DateKeeper& dates, MapWidget& main)
    : m_texts(texts),
      m_workbench(workbench),
      m_dates(dates),
      m_main(main),
      m_map(new MapWidget(this)),
      m_title(new MapTitle(m_map)),
      m_tip(new MapTip(m_map)),
      m_choose(new QToolButton(m_map)),
      m_end(new QToolButton(m_map))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_map);
    auto* menu = new QMenu(m_choose);
    connect(menu, &QMenu::aboutToShow, this, &SplitSide::fillMenu);
    m_choose->setMenu(menu);
    m_choose->setPopupMode(QToolButton::InstantPopup);
    m_end->setIcon(icon(Icon::Close));
    m_end->setIconSize({12, 12});
    connect(m_end, &QToolButton::clicked, this, &SplitSide::endAsked);
    connect(m_map, &MapWidget::escaped, this, &SplitSide::endAsked);
    // In step: following a view that is shown already changes nothing, so this ends.
    connect(&main, &MapWidget::viewChanged, this, [this] { m_map->follow(m_main.view()); });
    connect(m_map, &MapWidget::viewChanged, this, [this] {
        if (isVisible())
            m_main.follow(m_map->view());
        refreshTitle();
    });
    connect(m_map, &MapWidget::hovered, this, &SplitSide::showTip);
    connect(m_map, &MapWidget::hoverEnded, m_tip, &QWidget::hide);
    connect(
        m_map, &MapWidget::clicked, this, [this](QPointF pixel, Qt::KeyboardModifiers modifiers) {
            if (m_workbench.isOpen())
                emit clicked(hitsIn(m_workbench.view().tables, m_map->hitsAt(pixel)), modifiers);
        });
    connect(&workbench, &Workbench::unitChanged, this, &SplitSide::refreshTitle);
    connect(m_map, &MapWidget::failed, this, &SplitSide::failed);
    connect(&m_job, &BackgroundJob::failed, this, &SplitSide::failed);
    connect(&workbench, &Workbench::opened, this, &SplitSide::refresh);
    texts.keep(this, [this] {
        m_choose->setText(m_texts("desktop.split.choose"));
        m_end->setToolTip(m_texts("desktop.split.end"));
        m_end->setAccessibleName(m_texts("desktop.split.end"));
        refresh();
    });
    for (QToolButton* button : {m_choose, m_end})
        setLook(button, "onMapBox");
    m_choose->setStyleSheet(
        QStringLiteral("QToolButton{padding:5px 10px} QToolButton::menu-indicator{image:none}"));
}

Date SplitSide::firstDate() const
{
    const Date now = m_workbench.view().snapshot.asOf;
    const auto& dates = m_dates.dates();
    const auto other = std::ranges::find_if(dates, [&](Date date) { return date != now; });
    return other == dates.end() ? now : *other;
}

void SplitSide::show(const render::MapScene& main)
{
    m_scene = main;
    refresh();
}

void SplitSide::showDate(Date date)
{
    m_theme.clear();
    m_date = date;
    m_view = nullptr;
    refresh();
}

void SplitSide::showTheme(const std::string& layer)
{
    m_date.reset();
    m_view = nullptr;
    m_job.cancel();
    m_theme = layer;
    refresh();
}

bool SplitSide::isReady() const
{
    return !m_job.isRunning() && m_map->isSharp();
}

void SplitSide::read(Date date)
{
    m_job.start([this, file = m_workbench.view().file,
                 date](const Progress& progress) -> BackgroundJob::Finish {
        auto view = session::openWorkspace(file, date, progress);
        return [this, date, view = std::move(view)] {
            if (m_date == date)
                m_view = view;
            refresh();
        };
    });
}

void SplitSide::refresh()
{
    if (!m_workbench.isOpen() || !m_scene.definition)
        return;
    if (!m_date && m_theme.empty())
        m_date = firstDate();
    if (m_file != m_workbench.view().file) {
        m_file = m_workbench.view().file;
        m_cache = render::makeSceneCache(render::mapCacheFile(m_file));
    }
    render::MapScene scene = m_scene;
    scene.cache = m_cache;
    if (m_date) {
        if (const OpenedWorkspace* ready = m_dates.ready(*m_date))
            m_view = ready->view;
        if (m_view)
            scene.tables = m_view->tables;
        else if (!m_job.isRunning())
            read(*m_date);
    } else {
        scene.hiddenLayers = hiddenForTheme(*scene.definition, scene.hiddenLayers, m_theme);
    }
    m_map->setScene(std::move(scene));
    m_map->follow(m_main.view());
    refreshTitle();
    resizeEvent(nullptr);
}

QString SplitSide::title() const
{
    return m_date ? isoDate(*m_date) : subject();
}

QString SplitSide::subject() const
{
    const render::MapScene& scene = m_map->scene();
    if (!scene.definition)
        return {};
    return QString::fromStdString(mapSubject(*scene.definition, scene.hiddenLayers,
                                             m_map->view().scaleDenominator(), m_texts.language()));
}

void SplitSide::refreshTitle()
{
    if (!m_workbench.isOpen() || m_workbench.stage() == noRow)
        return;
    const auto stage = static_cast<std::size_t>(m_workbench.stage());
    const Date shown = m_date.value_or(m_workbench.view().snapshot.asOf);
    m_title->show(toQString(m_workbench.units().name[stage]), subject(), isoDate(shown));
}

const session::WorkspaceView* SplitSide::shownView() const
{
    if (!m_date)
        return m_workbench.isOpen() ? &m_workbench.view() : nullptr;
    if (const OpenedWorkspace* ready = m_dates.ready(*m_date))
        return ready->view.get();
    return m_view.get();
}

void SplitSide::showTip(QPointF pixel)
{
    const session::WorkspaceView* view = shownView();
    if (!view || m_job.isRunning())
        return;
    const HitText text = describe(*view, sortOut(*view, m_map->hitsAt(pixel)), m_texts);
    if (!text.title.isEmpty())
        m_tip->show(text.title, text.detail, pixel.toPoint(), m_map->rect());
}

void SplitSide::fillMenu()
{
    QMenu* menu = m_choose->menu();
    menu->clear();
    menu->addSection(m_texts("desktop.split.dates"));
    for (const Date date : m_dates.dates())
        menu->addAction(isoDate(date), this, [this, date] { showDate(date); });
    menu->addAction(m_texts("desktop.split.other_date"), this, [this] {
        const Date now = m_date.value_or(m_workbench.view().snapshot.asOf);
        if (const auto wish = askDate(m_texts, now, this))
            showDate(wish->date.value_or(m_workbench.view().dataDate));
    });
    menu->addSection(m_texts("desktop.split.themes"));
    for (const Layer& layer : m_scene.definition->layers) {
        if (!layer.exclusive.empty() && isDrawnAt(layer, m_map->view().scaleDenominator()))
            menu->addAction(m_texts(layer.title), this, [this, id = layer.id] { showTheme(id); });
    }
}

void SplitSide::resizeEvent(QResizeEvent* event)
{
    if (event)
        QWidget::resizeEvent(event);
    m_choose->adjustSize();
    m_end->adjustSize();
    m_title->move(edge, edge);
    m_end->setFixedHeight(m_choose->height());
    m_end->move(m_map->width() - m_end->width() - edge, edge);
    m_choose->move(m_end->x() - m_choose->width() - 4, edge);
}

} // namespace guatu::desktop
