// SPDX-License-Identifier: MIT
#include "desktop/shortcut_sheet.h"

#include "desktop/card_layout.h"
#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>

#include <algorithm>
#include <span>

namespace guatu::desktop
{
namespace
{

constexpr int columns = 3, columnWidth = 296;

QString plain(QString text)
{
    // 文件(&F) and &File lose their mark, with brackets and all.
    const auto bracket = text.indexOf(QStringLiteral("(&"));
    if (bracket >= 0)
        text.truncate(bracket);
    return text.remove('&').remove(QStringLiteral("…"));
}

void addActions(const QMenu& menu, ShortcutGroup& group)
{
    for (const QAction* action : menu.actions()) {
        if (const QMenu* below = action->menu())
            addActions(*below, group);
        else if (!action->shortcut().isEmpty())
            group.shortcuts.push_back(
                {action->shortcut().toString(QKeySequence::NativeText), plain(action->text())});
    }
}

struct Gesture {
    std::string_view keys, act; ///< messages
};
constexpr Gesture mapKeys[]{{"desktop.keys.arrows", "desktop.keys.pan"},
                            {"desktop.keys.plus_minus", "desktop.keys.zoom"},
                            {"desktop.keys.turn", "desktop.keys.turns"},
                            {"desktop.keys.n", "desktop.action.north_up"},
                            {"desktop.keys.escape", "desktop.keys.ends"},
                            {"desktop.keys.enter", "desktop.keys.finishes"},
                            {"desktop.keys.factors", "desktop.keys.magnifies"}};
constexpr Gesture mouse[]{{"desktop.keys.wheel", "desktop.keys.zoom_there"},
                          {"desktop.keys.drag", "desktop.keys.pan"},
                          {"desktop.keys.shift_drag", "desktop.action.box_zoom"},
                          {"desktop.keys.control_drag", "desktop.keys.choose_box"},
                          {"desktop.keys.control_click", "desktop.keys.choose_more"},
                          {"desktop.keys.alt_wheel", "desktop.keys.turns"},
                          {"desktop.keys.right_drag", "desktop.keys.turns"},
                          {"desktop.keys.double_click", "desktop.keys.one_down"},
                          {"desktop.keys.right_click", "desktop.keys.menu"}};
constexpr Gesture panels[]{{"desktop.keys.rename", "desktop.keys.renames"},
                           {"desktop.keys.tab", "desktop.keys.next"}};

ShortcutGroup groupOf(const Texts& texts, std::string_view title, std::span<const Gesture> gestures)
{
    ShortcutGroup group{texts(title), {}};
    for (const Gesture& each : gestures)
        group.shortcuts.push_back({texts(each.keys), plain(texts(each.act))});
    return group;
}

QWidget* groupView(const ShortcutGroup& group)
{
    auto* view = new QWidget;
    auto* grid = new QGridLayout(view);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    grid->addWidget(cardLabel("section", group.title), 0, 0, 1, 2);
    int row = 1;
    for (const Shortcut& each : group.shortcuts) {
        grid->addWidget(cardLabel("keys", each.keys), row, 0, Qt::AlignLeft | Qt::AlignVCenter);
        QLabel* act = cardLabel("small", each.act);
        act->setWordWrap(true);
        grid->addWidget(act, row, 1);
        ++row;
    }
    return view;
}

} // namespace

std::vector<ShortcutGroup> shortcutsOf(const QMenuBar& menus, const Texts& texts)
{
    std::vector<ShortcutGroup> groups;
    for (const QAction* action : menus.actions()) {
        if (!action->menu())
            continue;
        ShortcutGroup group{plain(action->text()), {}};
        addActions(*action->menu(), group);
        if (!group.shortcuts.empty())
            groups.push_back(std::move(group));
    }
    groups.push_back(groupOf(texts, "desktop.keys.map", mapKeys));
    groups.push_back(groupOf(texts, "desktop.keys.mouse", mouse));
    groups.push_back(groupOf(texts, "desktop.menu.panels", panels));
    return groups;
}

ShortcutSheet::ShortcutSheet(const std::vector<ShortcutGroup>& groups, const Texts& texts,
                             QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(texts("desktop.action.shortcuts"));
    auto* sheet = new QHBoxLayout;
    sheet->setSpacing(24);
    // Columns are filled one after the other, each to its share of all lines.
    std::size_t lines = 0, placed = 0;
    for (const ShortcutGroup& group : groups)
        lines += group.shortcuts.size() + 2;
    std::vector<QVBoxLayout*> places;
    for (int i = 0; i < columns; ++i) {
        auto* column = new QVBoxLayout;
        column->setSpacing(12);
        sheet->addLayout(column);
        places.push_back(column);
    }
    for (const ShortcutGroup& group : groups) {
        const std::size_t middle = placed + (group.shortcuts.size() + 2) / 2;
        QWidget* view = groupView(group);
        view->setFixedWidth(columnWidth);
        places[std::min<std::size_t>(middle * columns / lines, columns - 1)]->addWidget(view);
        placed += group.shortcuts.size() + 2;
    }
    for (QVBoxLayout* column : places)
        column->addStretch(1);
    auto* close = new QPushButton(texts("desktop.theme.close"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(12);
    layout->addLayout(sheet, 1);
    layout->addLayout(buttons);
}

} // namespace guatu::desktop
