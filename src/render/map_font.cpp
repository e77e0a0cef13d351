// SPDX-License-Identifier: MIT
#include "render/map_font.h"

#include "render/map_text.h"

#include <QFontDatabase>
#include <QFontInfo>

#include <algorithm>
#include <mutex>

namespace guatu::render
{
namespace
{

/// Families with Simplified Chinese forms, the likest first.
constexpr const char* usual[]{
    "Noto Sans CJK SC",  "Source Han Sans SC", "Noto Sans SC",        "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei", "Microsoft YaHei",    "Droid Sans Fallback", "SimHei",
    "Noto Serif CJK SC", "AR PL UMing CN",     "AR PL UKai CN",       "SimSun"};

struct Choice {
    std::mutex mutex;
    QString wanted = qEnvironmentVariable("GUATU_MAP_FONT", QString::fromLatin1(usual[0]));
    QString used; ///< empty: not chosen yet
};

Choice& choice()
{
    static Choice all;
    return all;
}

bool isInstalled(const QString& family)
{
    return !family.isEmpty() && QFontDatabase::hasFamily(family);
}

QString installedFor(const QString& wanted)
{
    if (isInstalled(wanted))
        return wanted;
    for (const char* family : usual) {
        if (isInstalled(QString::fromLatin1(family)))
            return QString::fromLatin1(family);
    }
    const QStringList chinese = QFontDatabase::families(QFontDatabase::SimplifiedChinese);
    return chinese.isEmpty() ? QFontInfo(QFont(wanted)).family() : chinese.front();
}

/// The wanted family and the one used.
std::pair<QString, QString> families()
{
    Choice& all = choice();
    const std::lock_guard lock(all.mutex);
    if (all.used.isEmpty())
        all.used = installedFor(all.wanted);
    return {all.wanted, all.used};
}

} // namespace

void setMapFamily(const std::string& family)
{
    Choice& all = choice();
    const std::lock_guard lock(all.mutex);
    all.wanted = QString::fromStdString(family);
    all.used.clear();
}

std::optional<FontSubstitution> fontSubstitution()
{
    const auto [wanted, used] = families();
    if (wanted == used)
        return {};
    return FontSubstitution{wanted.toStdString(), used.toStdString()};
}

std::string familyFor(const std::string& wanted)
{
    return installedFor(QString::fromStdString(wanted)).toStdString();
}

QFont mapFont(double pixels, bool bold)
{
    QFont font(families().second);
    font.setPixelSize(std::max(1, qRound(pixels)));
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace guatu::render
