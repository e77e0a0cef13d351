// SPDX-License-Identifier: MIT
#pragma once

#include "core/entity.h"
#include "core/message.h"

#include <QHash>
#include <QString>

#include <vector>

namespace guatu::desktop
{

/// What columns can be read as, with the best-known header as the name of each field.
class FieldTitles
{
public:
    /// From data/import/headers.json. A field it lacks goes by its own name.
    FieldTitles();

    struct Choice {
        std::string field; ///< empty: not imported
        QString title;
    };
    /// Fields of a kind in their order, then those that say where a row belongs.
    [[nodiscard]] std::vector<Choice> choices(EntityKind kind, Language language) const;
    [[nodiscard]] QString title(EntityKind kind, const std::string& field, Language language) const;

private:
    struct Names {
        QString chinese, english;
    };
    QHash<QString, Names> m_names; ///< by "kind/field"; places under "place"
};

} // namespace guatu::desktop
