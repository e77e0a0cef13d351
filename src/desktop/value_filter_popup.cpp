// SPDX-License-Identifier: MIT
#include "desktop/value_filter_popup.h"

#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>

namespace guatu::desktop
{
namespace
{

constexpr int valueRole = Qt::UserRole;
constexpr int widestList = 280;

} // namespace

ValueFilterPopup::ValueFilterPopup(const Texts& texts, QWidget* parent)
    : QFrame(parent, Qt::Popup),
      m_texts(texts),
      m_search(new QLineEdit),
      m_all(new QCheckBox),
      m_list(new QListWidget)
{
    setLook(this, "onMapBox");
    auto* up = new QPushButton;
    auto* down = new QPushButton;
    auto* remove = new QPushButton;
    auto* accept = new QPushButton;
    for (QPushButton* button : {up, down, remove, accept})
        setLook(button, "smallButton");
    setLook(accept, "primary");
    accept->setDefault(true);
    m_texts.keep(this, [=, this] {
        up->setText(m_texts("desktop.filter.ascending"));
        down->setText(m_texts("desktop.filter.descending"));
        remove->setText(m_texts("desktop.filter.remove"));
        accept->setText(m_texts("desktop.filter.apply"));
        m_all->setText(m_texts("desktop.filter.all"));
        m_search->setPlaceholderText(m_texts("desktop.filter.search"));
    });

    auto* sorting = new QHBoxLayout;
    sorting->addWidget(up);
    sorting->addWidget(down);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(remove);
    buttons->addStretch();
    buttons->addWidget(accept);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addLayout(sorting);
    layout->addWidget(m_search);
    layout->addWidget(m_all);
    layout->addWidget(m_list);
    layout->addLayout(buttons);
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(200);
    setFixedWidth(widestList);

    connect(up, &QPushButton::clicked, this, [this] {
        close();
        emit sortAsked(Qt::AscendingOrder);
    });
    connect(down, &QPushButton::clicked, this, [this] {
        close();
        emit sortAsked(Qt::DescendingOrder);
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        close();
        emit chosen(std::nullopt);
    });
    connect(accept, &QPushButton::clicked, this, &ValueFilterPopup::apply);
    connect(m_search, &QLineEdit::textChanged, this, &ValueFilterPopup::narrow);
    connect(m_search, &QLineEdit::returnPressed, this, &ValueFilterPopup::apply);
    connect(m_all, &QCheckBox::clicked, this, [this] { tickAll(m_all->checkState()); });
    connect(m_list, &QListWidget::itemChanged, this, &ValueFilterPopup::updateAll);
}

void ValueFilterPopup::show(const QString& title, const QList<FilterValue>& values,
                            const std::optional<std::set<std::string>>& chosenNow,
                            QPoint globalPosition)
{
    setAccessibleName(title);
    m_search->clear();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const FilterValue& value : values) {
        auto* item = new QListWidgetItem(
            value.text + QStringLiteral("  (%1)").arg(number(static_cast<long long>(value.count))));
        item->setData(valueRole, QByteArray::fromStdString(value.value));
        const bool on = !chosenNow || chosenNow->contains(value.value);
        item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
        m_list->addItem(item);
    }
    updateAll();
    adjustSize();
    if (const QScreen* at = screen()) {
        const QRect room = at->availableGeometry();
        globalPosition.setX(std::clamp(globalPosition.x(), room.left(), room.right() - width()));
        globalPosition.setY(std::clamp(globalPosition.y(), room.top(), room.bottom() - height()));
    }
    move(globalPosition);
    QFrame::show();
    m_search->setFocus();
}

void ValueFilterPopup::apply()
{
    std::set<std::string> values;
    bool all = true;
    for (int i = 0; i < m_list->count(); ++i) {
        const QListWidgetItem* item = m_list->item(i);
        if (item->checkState() == Qt::Checked && !item->isHidden())
            values.insert(item->data(valueRole).toByteArray().toStdString());
        else
            all = false;
    }
    close();
    emit chosen(all ? std::nullopt : std::optional(values));
}

void ValueFilterPopup::narrow(const QString& part)
{
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setHidden(!m_list->item(i)->text().contains(part, Qt::CaseInsensitive));
    updateAll();
}

void ValueFilterPopup::tickAll(bool on)
{
    const QSignalBlocker quiet(m_list);
    for (int i = 0; i < m_list->count(); ++i) {
        if (!m_list->item(i)->isHidden())
            m_list->item(i)->setCheckState(on ? Qt::Checked : Qt::Unchecked);
    }
    updateAll();
}

void ValueFilterPopup::updateAll()
{
    int on = 0;
    int visible = 0;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->isHidden())
            continue;
        ++visible;
        on += m_list->item(i)->checkState() == Qt::Checked ? 1 : 0;
    }
    m_all->setTristate(on != 0 && on != visible);
    m_all->setCheckState(on == 0         ? Qt::Unchecked
                         : on == visible ? Qt::Checked
                                         : Qt::PartiallyChecked);
}

} // namespace guatu::desktop
