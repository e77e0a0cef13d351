// SPDX-License-Identifier: MIT
#include "desktop/identify_list.h"

#include "desktop/counted_delegate.h"
#include "desktop/hit_text.h"
#include "desktop/icons.h"
#include "desktop/map_furniture.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/words.h"
#include "session/household_list.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QToolButton>

#include <algorithm>

namespace guatu::desktop
{
namespace
{

constexpr int listWidth = 320, rowHeight = 28, mostRows = 8;
constexpr int away = 18; // pixels from the place

/// What sortOut() says of the thing alone.
Found foundOf(const ThingHere& thing)
{
    Found found;
    if (const auto* household = std::get_if<HouseholdHere>(&thing))
        found.households = {household->row};
    else if (const auto* place = std::get_if<render::Hit>(&thing))
        found.places = {*place};
    else
        found.unit = std::get<UnitHere>(thing).row;
    return found;
}

QString kindOf(const session::WorkspaceView& view, const ThingHere& thing, const Texts& texts)
{
    if (const auto* household = std::get_if<HouseholdHere>(&thing))
        return toQString(view.snapshot.households.code[household->row]);
    if (const auto* place = std::get_if<render::Hit>(&thing))
        return describePlace(view, *place, texts).kind;
    const auto unit = static_cast<std::size_t>(std::get<UnitHere>(thing).row);
    return texts(titleOf(view.snapshot.units.level[unit]));
}

Icon iconOf(const ThingHere& thing)
{
    if (std::holds_alternative<HouseholdHere>(thing))
        return Icon::Household;
    const auto* place = std::get_if<render::Hit>(&thing);
    return !place ? Icon::Unit : place->source == "site" ? Icon::Site : Icon::Facility;
}

} // namespace

std::vector<ThingHere> thingsHere(const session::WorkspaceView& view,
                                  const std::vector<render::Hit>& hits)
{
    std::vector<ThingHere> things;
    std::vector<std::uint32_t> seen;
    RowIndex unit = noRow;
    for (const render::Hit& hit : hits) {
        const Found found = sortOut(view, {hit});
        for (const std::uint32_t row : found.households) {
            things.emplace_back(HouseholdHere{row});
            seen.push_back(row);
        }
        for (const render::Hit& place : found.places)
            things.emplace_back(place);
    }
    unit = sortOut(view, hits).unit;
    // A list in use draws a household twice.
    std::ranges::sort(seen);
    if (std::ranges::adjacent_find(seen) != seen.end()) {
        std::set<std::uint32_t> known;
        std::erase_if(things, [&known](const ThingHere& thing) {
            const auto* household = std::get_if<HouseholdHere>(&thing);
            return household && !known.insert(household->row).second;
        });
    }
    if (unit != noRow)
        things.emplace_back(UnitHere{unit});
    return things;
}

void ThingModel::show(std::shared_ptr<const session::WorkspaceView> view,
                      std::vector<ThingHere> things)
{
    beginResetModel();
    m_view = std::move(view);
    m_things = std::move(things);
    endResetModel();
}

int ThingModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_things.size());
}

QVariant ThingModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_view)
        return {};
    const ThingHere& thing = m_things[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return describe(*m_view, foundOf(thing), m_texts).title;
    case Qt::ToolTipRole:
        return describe(*m_view, foundOf(thing), m_texts).detail;
    case CountedDelegate::countRole:
        return kindOf(*m_view, thing, m_texts);
    case Qt::ForegroundRole:
        return colour::ink;
    case Qt::DecorationRole:
        return icon(iconOf(thing));
    case Qt::SizeHintRole:
        return QSize(listWidth, rowHeight);
    default:
        return {};
    }
}

IdentifyList::IdentifyList(const Texts& texts, QWidget* map)
    : QFrame(map),
      m_texts(texts),
      m_model(texts),
      m_head(makeLabel("strong")),
      m_tabulate(new QToolButton),
      m_close(new QToolButton),
      m_list(new QListView)
{
    setLook(this, "onMapBox");
    setLook(m_tabulate, "onMap");
    setLook(m_close, "onMap");
    m_close->setIcon(icon(Icon::Close));
    m_close->setIconSize({12, 12});
    m_list->setModel(&m_model);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new CountedDelegate(m_list));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 2, 2, 2);
    head->addWidget(m_head);
    head->addStretch();
    head->addWidget(m_tabulate);
    head->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_list);
    connect(m_close, &QToolButton::clicked, this, &IdentifyList::close);
    connect(m_tabulate, &QToolButton::clicked, this, [this] {
        std::vector<std::uint32_t> rows;
        for (const ThingHere& thing : m_model.things())
            if (const auto* household = std::get_if<HouseholdHere>(&thing))
                rows.push_back(household->row);
        std::ranges::sort(rows);
        close();
        emit listAsked(rows);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid() && isVisible())
                    emit chosen(m_model.things()[static_cast<std::size_t>(index.row())]);
            });
    texts.keep(this, [this] {
        close();
        m_tabulate->setText(m_texts("desktop.identify.list"));
        m_close->setToolTip(m_texts("desktop.identify.close"));
        m_close->setAccessibleName(m_texts("desktop.identify.close"));
        m_list->setAccessibleName(m_texts("desktop.identify.here"));
    });
    hide();
}

void IdentifyList::show(std::shared_ptr<const session::WorkspaceView> view,
                        std::vector<ThingHere> things, QPoint at, const QRect& room)
{
    hide(); // so that the first row is current without being chosen anew
    const auto households = std::ranges::count_if(things, [](const ThingHere& thing) {
        return std::holds_alternative<HouseholdHere>(thing);
    });
    m_head->setText(m_texts("desktop.identify.count", {{"count", std::to_string(things.size())}}));
    m_tabulate->setVisible(households > 1);
    const int rows = std::min(mostRows, static_cast<int>(things.size()));
    m_model.show(std::move(view), std::move(things));
    m_list->setCurrentIndex(m_model.index(0));
    m_list->setFixedSize(listWidth, rows * rowHeight + 4);
    adjustSize();
    placeBeside(*this, at, away, room);
    QFrame::show();
    raise();
    m_list->setFocus();
}

void IdentifyList::close()
{
    if (!isVisible())
        return;
    hide();
    parentWidget()->setFocus();
}

void IdentifyList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return ||
        event->key() == Qt::Key_Enter)
        close();
    else
        event->accept(); // it is not meant for the map below
}

} // namespace guatu::desktop
