// SPDX-License-Identifier: MIT
#include "desktop/field_titles.h"

#include "core/definition.h"
#include "desktop/settings.h"
#include "desktop/texts.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace guatu::desktop
{
namespace
{

constexpr std::string_view placeFields[]{"county", "town", "village", "group", "lon",
                                         "lat",    "x",    "y",       "wkt"};

/// Helper columns of the readers beside the fields of the kind.
std::vector<std::string_view> helpersOf(EntityKind kind)
{
    if (kind == EntityKind::Household)
        return {"hh_class", "risk_cleared", "water_hard"};
    if (kind == EntityKind::Boundary)
        return {"unit_name"};
    return {};
}

QString readable(const QString& field)
{
    return QString(field).replace('_', ' ');
}

} // namespace

FieldTitles::FieldTitles()
{
    QFile file(fromPath(dataRoot() / "data" / "import" / "headers.json"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    const auto take = [this](const QString& kind, const QJsonObject& fields) {
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            const QJsonArray headers = field.value().toArray();
            if (!headers.isEmpty())
                m_names.insert(kind + '/' + field.key(),
                               {headers.first().toString(), readable(field.key())});
        }
    };
    take(QStringLiteral("place"), root["place"].toObject());
    const QJsonObject kinds = root["kinds"].toObject();
    for (auto kind = kinds.begin(); kind != kinds.end(); ++kind)
        take(kind.key(), kind.value().toObject());
}

QString FieldTitles::title(EntityKind kind, const std::string& field, Language language) const
{
    const QString name = QString::fromStdString(field);
    auto found = m_names.find(toQString(toString(kind)) + '/' + name);
    if (found == m_names.end())
        found = m_names.find(QStringLiteral("place/") + name);
    if (found == m_names.end())
        return readable(name);
    return language == Language::English ? found->english : found->chinese;
}

std::vector<FieldTitles::Choice> FieldTitles::choices(EntityKind kind, Language language) const
{
    std::vector<Choice> all{{"", toQString(text("desktop.import.skip", language))}};
    const auto add = [&](std::string_view field) {
        all.push_back({std::string(field), title(kind, std::string(field), language)});
    };
    for (const FieldDefinition& field : fieldsOf(kind))
        add(field.name);
    for (const std::string_view field : helpersOf(kind))
        add(field);
    for (const std::string_view field : placeFields) {
        if (!findField(kind, field))
            add(field);
    }
    return all;
}

} // namespace guatu::desktop
