// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace guatu::desktop
{

class Texts;

/// Says in place what went wrong or should be known; stays until it is closed.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(const Texts& texts, QWidget* parent = nullptr);

    void showError(const Message& message);
    void showNote(const Message& message);
    /// A note with one thing to do.
    void showNote(const Message& message, const Message& action, std::function<void()> act);
    [[nodiscard]] const Message& message() const { return m_message; }

private:
    void showMessage(const Message& message, const char* look);
    void refresh();

    const Texts& m_texts;
    Message m_message, m_actionText;
    std::function<void()> m_act;
    QLabel* m_label;
    QPushButton* m_action;
};

} // namespace guatu::desktop
