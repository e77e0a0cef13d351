// SPDX-License-Identifier: MIT
#include "desktop/map_theme_dialog.h"

#include "desktop/map_theme_keeper.h"
#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>

#include <algorithm>

namespace guatu::desktop
{
namespace
{

constexpr int dialogWidth = 420, listHeight = 220;
constexpr int nameRole = Qt::UserRole; ///< as kept, while another is being written

} // namespace

MapThemeDialog::MapThemeDialog(const Texts& texts, MapThemeKeeper& keeper, QWidget* parent)
    : QDialog(parent),
      m_texts(texts),
      m_keeper(keeper),
      m_list(new QListWidget),
      m_show(new QPushButton(texts("desktop.theme.show"))),
      m_rename(new QPushButton(texts("desktop.theme.rename"))),
      m_delete(new QPushButton(texts("desktop.library.drop")))
{
    setWindowTitle(texts("desktop.menu.themes"));
    setMinimumWidth(dialogWidth);
    setLook(m_list, "framed");
    m_list->setMinimumHeight(listHeight);
    m_list->setAccessibleName(texts("desktop.menu.themes"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    setLook(m_show, "primary");
    m_rename->setToolTip(QStringLiteral("F2"));
    auto* close = new QPushButton(texts("desktop.theme.close"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {m_rename, m_delete})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_show);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    connect(&keeper, &MapThemeKeeper::changed, this, &MapThemeDialog::fill);
    connect(&keeper, &MapThemeKeeper::failed, this, &MapThemeDialog::fill);
    connect(m_list, &QListWidget::currentRowChanged, this, &MapThemeDialog::refresh);
    connect(m_list, &QListWidget::itemChanged, this, &MapThemeDialog::take);
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this] { emit showAsked(chosen()); });
    connect(m_show, &QPushButton::clicked, this, [this] { emit showAsked(chosen()); });
    connect(m_rename, &QPushButton::clicked, this,
            [this] { m_list->editItem(m_list->currentItem()); });
    connect(m_delete, &QPushButton::clicked, this, [this] { m_keeper.drop(chosen()); });
    connect(new QShortcut(QKeySequence::Delete, m_list), &QShortcut::activated, m_delete,
            &QPushButton::click);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    fill();
}

void MapThemeDialog::fill()
{
    const QSignalBlocker quiet(m_list);
    const int row = m_list->currentRow();
    m_list->clear();
    for (const MapTheme& theme : m_keeper.themes()) {
        auto* item = new QListWidgetItem(toQString(theme.name), m_list);
        item->setData(nameRole, toQString(theme.name));
        item->setFlags(item->flags() | Qt::ItemIsEditable);
    }
    m_list->setCurrentRow(std::clamp(row, 0, m_list->count() - 1));
    refresh();
}

void MapThemeDialog::take(QListWidgetItem* item)
{
    const QString before = item->data(nameRole).toString();
    const QString name = item->text().trimmed();
    if (name.isEmpty() || name == before)
        QMetaObject::invokeMethod(this, &MapThemeDialog::fill, Qt::QueuedConnection);
    else
        m_keeper.rename(before.toStdString(), name.toStdString());
}

void MapThemeDialog::refresh()
{
    for (QPushButton* button : {m_show, m_rename, m_delete})
        button->setEnabled(m_list->currentItem() != nullptr);
}

std::string MapThemeDialog::chosen() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item ? item->data(nameRole).toString().toStdString() : std::string();
}

} // namespace guatu::desktop
