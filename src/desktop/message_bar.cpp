// SPDX-License-Identifier: MIT
#include "desktop/message_bar.h"

#include "desktop/icons.h"
#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace guatu::desktop
{

MessageBar::MessageBar(const Texts& texts, QWidget* parent)
    : QFrame(parent), m_texts(texts), m_label(new QLabel), m_action(new QPushButton)
{
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setLook(m_action, "smallButton");
    auto* close = new QToolButton;
    setLook(close, "link");
    close->setIcon(icon(Icon::Close));
    close->setIconSize({12, 12});
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(12);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_action);
    layout->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        if (m_act)
            m_act();
    });
    m_texts.keep(this, [this, close] {
        close->setToolTip(m_texts("desktop.close"));
        refresh();
    });
    hide();
}

void MessageBar::showError(const Message& message)
{
    m_act = nullptr;
    showMessage(message, "errorBar");
}

void MessageBar::showNote(const Message& message)
{
    m_act = nullptr;
    showMessage(message, "noteBar");
}

void MessageBar::showNote(const Message& message, const Message& action, std::function<void()> act)
{
    m_actionText = action;
    m_act = std::move(act);
    showMessage(message, "noteBar");
}

void MessageBar::showMessage(const Message& message, const char* look)
{
    m_message = message;
    setLook(this, look);
    for (QLabel* label : findChildren<QLabel*>()) // they are styled by where they stand
        label->setStyleSheet(label->styleSheet());
    refresh();
    show();
}

void MessageBar::refresh()
{
    if (m_message.id.empty())
        return;
    m_label->setText(m_texts(m_message));
    m_action->setVisible(m_act != nullptr);
    if (m_act)
        m_action->setText(m_texts(m_actionText));
}

} // namespace guatu::desktop
