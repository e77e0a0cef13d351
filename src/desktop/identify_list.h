// SPDX-License-Identifier: MIT
#pragma once

#include "render/map_picture.h"
#include "session/workspace_view.h"

#include <QAbstractListModel>
#include <QFrame>

#include <variant>

class QLabel;
class QListView;
class QToolButton;

namespace guatu::desktop
{

class Texts;

struct HouseholdHere {
    std::uint32_t row;
};
struct UnitHere {
    RowIndex row;
};
/// A household, a site or facility or road, or a unit at a place of the map.
using ThingHere = std::variant<HouseholdHere, render::Hit, UnitHere>;

/// All that lies at a place, topmost first, each once; of the units the narrowest alone.
[[nodiscard]] std::vector<ThingHere> thingsHere(const session::WorkspaceView& view,
                                                const std::vector<render::Hit>& hits);

/// Name and kind of each thing; worked out when a row is seen, a ring can hold thousands.
class ThingModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ThingModel(const Texts& texts) : m_texts(texts) {}

    void show(std::shared_ptr<const session::WorkspaceView> view, std::vector<ThingHere> things);
    [[nodiscard]] const std::vector<ThingHere>& things() const { return m_things; }
    [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    const Texts& m_texts;
    std::shared_ptr<const session::WorkspaceView> m_view;
    std::vector<ThingHere> m_things;
};

/// Offers all that lies where the map was clicked. A row takes effect when it becomes the current
/// one, by mouse or arrow keys; Esc closes.
class IdentifyList : public QFrame
{
    Q_OBJECT

public:
    IdentifyList(const Texts& texts, QWidget* map);

    /// Beside `at`, within `room`, with the topmost thing as the current one.
    void show(std::shared_ptr<const session::WorkspaceView> view, std::vector<ThingHere> things,
              QPoint at, const QRect& room);
    void close();
    [[nodiscard]] QListView& list() const { return *m_list; }

signals:
    void chosen(const guatu::desktop::ThingHere& thing);
    void listAsked(const std::vector<std::uint32_t>& households);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Texts& m_texts;
    ThingModel m_model;
    QLabel* m_head;
    QToolButton *m_tabulate, *m_close;
    QListView* m_list;
};

} // namespace guatu::desktop
