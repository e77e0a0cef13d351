// SPDX-License-Identifier: MIT
#include "desktop/symbol_chooser.h"

#include "core/definition.h"
#include "core/plain_mark.h"
#include "desktop/icons.h"
#include "desktop/settings.h"
#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QBoxLayout>
#include <QDir>
#include <QFrame>
#include <QListWidget>

#include <array>

namespace guatu::desktop
{
namespace
{

constexpr std::array<std::string_view, plainShapeWords.size()> shapeTitles{
    "desktop.shape.circle",   "desktop.shape.square",   "desktop.shape.diamond",
    "desktop.shape.triangle", "desktop.shape.pentagon", "desktop.shape.hexagon",
    "desktop.shape.star",     "desktop.shape.plus",     "desktop.shape.cross"};
constexpr int pictureSize = 24, cell = 38, listWidth = 286, listHeight = 240;

} // namespace

QStringList symbolNames()
{
    const QDir folder(fromPath(dataRoot() / "styles" / "symbols"));
    QStringList names;
    for (QString name : folder.entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name)) {
        name.chop(4);
        if (!name.endsWith(QStringLiteral("-colour-blind")) &&
            !name.endsWith(QStringLiteral("-grey")))
            names << name;
    }
    return names;
}

SymbolChooser::SymbolChooser(const Texts& texts, QWidget* parent)
    : QToolButton(parent), m_texts(texts)
{
    setLook(this, "smallToggle");
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize({20, 20});
    setFixedHeight(28);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QToolButton::clicked, this, &SymbolChooser::openList);
    texts.keep(this, [this] { setSymbol(m_symbol); });
}

QString SymbolChooser::titleOf(const QString& symbol) const
{
    if (symbol.isEmpty())
        return m_texts("desktop.style.no_symbol");
    if (const auto mark = plainMarkOf(symbol.toStdString()))
        return m_texts(shapeTitles[static_cast<std::size_t>(mark->shape)]);
    if (m_titles.contains(symbol))
        return m_titles.value(symbol);
    const auto number = symbolNames().indexOf(symbol) + 1;
    return m_texts("desktop.style.symbol_number", {{"number", std::to_string(number)}});
}

void SymbolChooser::setSymbol(const QString& symbol, std::optional<Colour> colour)
{
    m_symbol = symbol;
    m_colour = colour.value_or(m_colour);
    setIcon(symbol.isEmpty() ? QIcon() : symbolIcon(symbol));
    setText(titleOf(symbol));
}

void SymbolChooser::setTitles(QHash<QString, QString> titles)
{
    m_titles = std::move(titles);
    setText(titleOf(m_symbol));
}

std::string SymbolChooser::markOf(PlainMark::Shape shape) const
{
    if (auto mark = plainMarkOf(m_symbol.toStdString())) { // another shape of the same colours
        mark->shape = shape;
        return nameOf(*mark);
    }
    return nameOf({shape, m_colour, Colour{255, 255, 255}, 1});
}

void SymbolChooser::choose(const QString& symbol)
{
    setSymbol(symbol);
    emit picked(symbol);
}

void SymbolChooser::openList()
{
    auto* popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    setLook(popup, "onMapBox");
    auto* list = new QListWidget;
    list->setViewMode(QListView::IconMode);
    list->setResizeMode(QListView::Adjust);
    list->setMovement(QListView::Static);
    list->setIconSize({pictureSize, pictureSize});
    list->setGridSize({cell, cell});
    list->setUniformItemSizes(true);
    list->setFixedSize(listWidth, listHeight);
    list->setAccessibleName(accessibleName());
    const auto add = [&](const QString& name) {
        auto* item = new QListWidgetItem(list);
        item->setIcon(name.isEmpty() ? desktop::icon(Icon::Close) : symbolIcon(name));
        item->setData(Qt::UserRole, name);
        item->setToolTip(titleOf(name));
        item->setData(Qt::AccessibleTextRole, titleOf(name));
        if (name == m_symbol)
            list->setCurrentItem(item);
    };
    add({});
    for (std::size_t shape = 0; shape < plainShapeWords.size(); ++shape)
        add(toQString(markOf(static_cast<PlainMark::Shape>(shape))));
    for (const QString& name : symbolNames())
        add(name);
    const auto take = [this, popup](const QListWidgetItem* item) {
        const QString name = item->data(Qt::UserRole).toString();
        popup->close();
        choose(name);
    };
    connect(list, &QListWidget::itemClicked, this, take);
    connect(list, &QListWidget::itemActivated, this, [take, popup](const QListWidgetItem* item) {
        if (popup->isVisible()) // a click has been taken already
            take(item);
    });
    auto* layout = new QVBoxLayout(popup);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(list);
    popup->adjustSize();
    popup->move(mapToGlobal(QPoint(0, height())));
    popup->show();
    list->setFocus();
}

} // namespace guatu::desktop
