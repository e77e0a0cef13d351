// SPDX-License-Identifier: MIT
#include "desktop/map_page.h"

#include "desktop/identify_list.h"
#include "desktop/map_furniture.h"
#include "desktop/map_overlay.h"
#include "desktop/texts.h"
#include "desktop/unit_places.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

#include <algorithm>

// What the pointer does on the map: choose, identify, tell, offer.
namespace guatu::desktop
{

void MapPage::click(QPointF pixel, Qt::KeyboardModifiers modifiers)
{
    if (!m_workbench.isOpen())
        return;
    if (clickRoute(pixel))
        return;
    const std::vector<render::Hit> hits = m_map->hitsAt(pixel);
    if (!(modifiers & Qt::ControlModifier))
        identify(hits, pixel);
    chooseHits(hits, modifiers);
}

void MapPage::chooseHits(const std::vector<render::Hit>& hits, Qt::KeyboardModifiers modifiers)
{
    const Found found = sortOut(m_workbench.view(), hits);
    if (!found.households.empty()) {
        std::vector<std::uint32_t> chosen = found.households;
        if (modifiers & Qt::ControlModifier) {
            const auto& before = m_workbench.households();
            std::vector<std::uint32_t> together;
            std::ranges::set_symmetric_difference(before, found.households,
                                                  std::back_inserter(together));
            chosen = std::move(together);
        }
        m_workbench.pick(found.unit);
        m_workbench.chooseHouseholds(std::move(chosen));
        emit householdsClicked();
        return;
    }
    m_workbench.chooseHouseholds({});
    m_map->setMark({});
    if (!found.places.empty()) {
        emit placesClicked(found.places);
    } else if (found.unit != noRow) {
        m_workbench.pick(found.unit);
        emit unitClicked();
    }
}

void MapPage::identify(const std::vector<render::Hit>& hits, QPointF pixel)
{
    std::vector<ThingHere> things = thingsHere(m_workbench.view(), hits);
    const auto isPlace = [](const ThingHere& thing) {
        return std::holds_alternative<render::Hit>(thing);
    };
    // A household over its village is no riddle; a place over it is.
    const bool several = things.size() > 2 || (things.size() == 2 && isPlace(things.front()));
    if (several)
        m_identify->show(m_workbench.sharedView(), std::move(things), pixel.toPoint(),
                         m_map->rect());
    else
        m_identify->close();
}

void MapPage::connectIdentify()
{
    connect(m_identify, &IdentifyList::chosen, this, [this](const ThingHere& thing) {
        if (const auto* household = std::get_if<HouseholdHere>(&thing)) {
            m_workbench.pick(m_workbench.view().snapshot.households.currentUnit[household->row]);
            m_workbench.chooseHouseholds({household->row});
            emit householdsClicked();
            return;
        }
        m_workbench.chooseHouseholds({});
        if (const auto* place = std::get_if<render::Hit>(&thing)) {
            emit placesClicked({*place});
        } else {
            m_workbench.pick(std::get<UnitHere>(thing).row);
            emit unitClicked();
        }
    });
    connect(m_identify, &IdentifyList::listAsked, this, &MapPage::listByRow);
    connect(m_map, &MapWidget::viewChanged, m_identify, &IdentifyList::close);
    connect(&m_workbench, &Workbench::opened, m_identify, &IdentifyList::close);
    connect(&m_workbench, &Workbench::closed, m_identify, &IdentifyList::close);
}

void MapPage::doubleClick(QPointF pixel)
{
    if (!m_workbench.isOpen())
        return;
    const Found found = sortOut(m_workbench.view(), m_map->hitsAt(pixel));
    if (!found.households.empty() || found.unit == noRow)
        return;
    // One level below the unit on stage, towards the place that was hit.
    const auto path = pathOf(m_workbench.units(), found.unit);
    const auto stage = std::ranges::find(path, m_workbench.stage());
    const bool below = stage != path.end() && stage + 1 != path.end();
    m_workbench.visit(below ? *(stage + 1) : found.unit);
}

void MapPage::showTip(QPointF pixel)
{
    if (!m_workbench.isOpen())
        return;
    const auto hits = m_map->hitsAt(pixel);
    const HitText text = describe(m_workbench.view(), sortOut(m_workbench.view(), hits), m_texts);
    if (text.title.isEmpty())
        return;
    m_tip->show(text.title, text.detail, pixel.toPoint(), m_map->rect());
    for (const auto& table : m_scene.tables) {
        if (table->source == hits.front().source)
            m_map->setHoverOutline(outlineOf(*table, hits.front().row));
    }
}

void MapPage::showMenu(QPointF pixel)
{
    if (!m_workbench.isOpen())
        return;
    const Point plane = m_map->view().toMap(pixel);
    const Found found = sortOut(m_workbench.view(), m_map->hitsAt(pixel));
    QMenu menu(this);
    if (found.unit != noRow) {
        const auto& name = m_workbench.units().name[static_cast<std::size_t>(found.unit)];
        menu.addAction(m_texts("desktop.menu.visit", {{"unit", name}}), this,
                       [&, this] { m_workbench.visit(found.unit); });
    }
    const RowIndex goal = found.unit != noRow ? found.unit : m_workbench.unit();
    if (goal != noRow)
        menu.addAction(m_texts("desktop.trip.plan"), this, [goal, this] { emit visitAsked(goal); });
    menu.addAction(m_texts("desktop.menu.measure_from"), this, [&, this] {
        m_map->setTool(MapTool::Length);
        m_map->measurement().add(plane);
    });
    menu.addAction(m_texts("desktop.menu.copy_position"), this, [&, this] {
        const Point lonLat = toLonLat(plane);
        QApplication::clipboard()->setText(
            QStringLiteral("%1, %2").arg(lonLat.x, 0, 'f', 6).arg(lonLat.y, 0, 'f', 6));
    });
    menu.exec(m_map->mapToGlobal(pixel.toPoint()));
}

} // namespace guatu::desktop
