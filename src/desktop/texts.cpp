// SPDX-License-Identifier: MIT
#include "desktop/texts.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace guatu::desktop
{

QString toQString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

Texts::Texts(Language language, QObject* parent) : QObject(parent), m_language(language)
{
    useQtTexts();
}

Texts::~Texts()
{
    QCoreApplication::removeTranslator(&m_qtTexts);
}

void Texts::switchTo(Language language)
{
    if (language == m_language)
        return;
    m_language = language;
    useQtTexts();
    emit changed();
}

QString Texts::operator()(std::string_view id) const
{
    return toQString(text(id, m_language));
}

QString Texts::operator()(std::string_view id, Message::Parameters parameters) const
{
    return (*this)(Message{std::string(id), std::move(parameters)});
}

QString Texts::operator()(const Message& message) const
{
    return toQString(text(message, m_language));
}

QString Texts::operator()(const LocalText& localText) const
{
    return toQString(localText.in(m_language));
}

LocalText Texts::inBoth(const std::function<Message(Language)>& message)
{
    return {text(message(Language::Chinese), Language::Chinese),
            text(message(Language::English), Language::English)};
}

void Texts::keep(QObject* owner, const std::function<void()>& apply) const
{
    apply();
    connect(this, &Texts::changed, owner, apply);
}

void Texts::useQtTexts()
{
    QCoreApplication::removeTranslator(&m_qtTexts);
    const bool chinese = m_language == Language::Chinese;
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                : QLocale(QLocale::English, QLocale::UnitedKingdom));
    if (chinese &&
        m_qtTexts.load("qtbase_zh_CN", QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTexts);
}

} // namespace guatu::desktop
