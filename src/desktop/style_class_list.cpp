// SPDX-License-Identifier: MIT
#include "desktop/style_class_list.h"

#include "desktop/texts.h"
#include "desktop/theme.h"
#include "render/map_picture.h"

#include <QSignalBlocker>

#include <algorithm>

namespace guatu::desktop
{
namespace
{

constexpr int idRole = Qt::UserRole;
constexpr int swatchWidth = 24, swatchHeight = 16, rowHeight = 24, mostRows = 7;

std::string idOf(const QListWidgetItem* item)
{
    return item->data(idRole).toString().toStdString();
}

} // namespace

StyleClassList::StyleClassList(const Texts& texts, QWidget* parent)
    : QListWidget(parent), m_texts(texts)
{
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setIconSize({swatchWidth, swatchHeight});
    setUniformItemSizes(true);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFont(interfaceFont(12));
    setLook(this, "framed");
    connect(this, &QListWidget::itemSelectionChanged, this, &StyleClassList::choiceChanged);
    texts.keep(this, [this] { setAccessibleName(m_texts("desktop.style.classes")); });
}

void StyleClassList::present(const StyleSubject& subject)
{
    const QSignalBlocker quiet(this);
    const std::vector<StyleClass> classes = subject.drawnClasses();
    const auto titleOf = [&](const StyleClass& each) { return m_texts(each.title); };
    // Rows stay where classes do: the keyboard's place, and the place it is scrolled to.
    while (count() > static_cast<int>(classes.size()))
        delete takeItem(count() - 1);
    while (count() < static_cast<int>(classes.size()))
        addItem(new QListWidgetItem);
    for (int row = 0; row < count(); ++row) {
        const StyleClass& each = classes[static_cast<std::size_t>(row)];
        item(row)->setText(titleOf(each));
        item(row)->setToolTip(titleOf(each));
        item(row)->setData(idRole, toQString(each.id));
        item(row)->setSizeHint({0, rowHeight});
        item(row)->setSelected(subject.classes.contains(each.id));
        if (!subject.drawn)
            continue;
        QImage image = render::legendSwatch(*subject.drawn, subject.layer.id, each.id, swatchWidth,
                                            swatchHeight, devicePixelRatioF());
        image.setDevicePixelRatio(devicePixelRatioF());
        QIcon swatch(QPixmap::fromImage(image));
        swatch.addPixmap(QPixmap::fromImage(image), QIcon::Selected); // the colour as it is
        item(row)->setIcon(swatch);
    }
    setFixedHeight(std::clamp(count(), 1, mostRows) * rowHeight + 4);
}

std::set<std::string> StyleClassList::chosen() const
{
    std::set<std::string> ids;
    for (const QListWidgetItem* each : selectedItems())
        ids.insert(idOf(each));
    return ids;
}

void StyleClassList::choose(const std::string& styleClass)
{
    for (int row = 0; row < count(); ++row)
        if (idOf(item(row)) == styleClass)
            setCurrentRow(row, QItemSelectionModel::ClearAndSelect);
}

} // namespace guatu::desktop
