// SPDX-License-Identifier: MIT
#pragma once

#include "core/definition.h"
#include "core/message.h"

#include <QObject>
#include <QString>
#include <QTranslator>

#include <functional>
#include <string_view>

namespace guatu::desktop
{

[[nodiscard]] QString toQString(std::string_view utf8);

/// The window's language, and the texts that follow it when it changes.
class Texts : public QObject
{
    Q_OBJECT

public:
    explicit Texts(Language language, QObject* parent = nullptr);
    ~Texts() override;

    [[nodiscard]] Language language() const { return m_language; }
    void switchTo(Language language);

    [[nodiscard]] QString operator()(std::string_view id) const;
    [[nodiscard]] QString operator()(std::string_view id, Message::Parameters parameters) const;
    [[nodiscard]] QString operator()(const Message& message) const;
    [[nodiscard]] QString operator()(const LocalText& localText) const;

    /// A message in both languages, for titles that outlive a change of language.
    [[nodiscard]] static LocalText inBoth(const std::function<Message(Language)>& message);

    /// Runs `apply` now, and again after each change of language as long as `owner` lives.
    void keep(QObject* owner, const std::function<void()>& apply) const;

signals:
    void changed();

private:
    void useQtTexts();

    Language m_language;
    QTranslator m_qtTexts; ///< for Qt's own dialogs
};

} // namespace guatu::desktop
