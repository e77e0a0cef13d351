// SPDX-License-Identifier: MIT
#include "session/kept_looks.h"

#include "session/login_name.h"
#include "session/tables/table_parts.h"
#include "store/workspace.h"

#include <algorithm>

namespace guatu::session
{
namespace
{

using store::KeptDefinition;
using store::KeptKind;
using store::Workspace;

/// Reads what is kept of a kind; what cannot be read is told and passed over.
template <typename Value, typename Parse>
void readKept(const std::filesystem::path& file, KeptKind kind, const Parse& parse,
              std::vector<Value>& values, std::vector<Message>& unreadable)
{
    const Workspace workspace = Workspace::open(file, Workspace::Mode::Read);
    for (const KeptDefinition& kept : workspace.keptDefinitions(kind)) {
        try {
            values.push_back(parse(kept.json, file.filename().string() + ": " + kept.name));
        } catch (const Error& error) {
            unreadable.push_back(error.message());
        }
    }
}

void keep(const std::filesystem::path& file, KeptKind kind, const KeptDefinition& definition,
          const std::string& who)
{
    Workspace workspace = Workspace::open(file, Workspace::Mode::Write);
    workspace.keepDefinition({.who = whoOrLogin(who), .why = "map"}, kind, definition);
}

bool drop(const std::filesystem::path& file, KeptKind kind, const std::string& name,
          const std::string& who)
{
    Workspace workspace = Workspace::open(file, Workspace::Mode::Write);
    return workspace.dropDefinition({.who = whoOrLogin(who), .why = "map"}, kind, name);
}

} // namespace

KeptLooks keptLooks(const std::filesystem::path& file)
{
    KeptLooks kept;
    readKept(file, KeptKind::Look, parseLook, kept.looks, kept.unreadable);
    return kept;
}

KeptThemes keptThemes(const std::filesystem::path& file)
{
    KeptThemes kept;
    readKept(file, KeptKind::Theme, parseMapTheme, kept.themes, kept.unreadable);
    return kept;
}

void keepLook(const std::filesystem::path& file, const LayerLook& look, const std::string& who)
{
    keep(file, KeptKind::Look, {look.layer, lookJson(look)}, who);
}

void keepTheme(const std::filesystem::path& file, const MapTheme& theme, const std::string& who)
{
    keep(file, KeptKind::Theme, {theme.name, mapThemeJson(theme)}, who);
}

bool dropLook(const std::filesystem::path& file, const std::string& layer, const std::string& who)
{
    return drop(file, KeptKind::Look, layer, who);
}

bool dropTheme(const std::filesystem::path& file, const std::string& name, const std::string& who)
{
    return drop(file, KeptKind::Theme, name, who);
}

KeptLooks drawable(const KeptLooks& kept, const MapDefinition& definition,
                   const FeatureTables& tables)
{
    KeptLooks drawn{{}, kept.unreadable};
    for (const LayerLook& look : kept.looks) {
        if (auto why = whyNotDrawn(look, definition, tables))
            drawn.unreadable.push_back(std::move(*why));
        else
            drawn.looks.push_back(look);
    }
    return drawn;
}

LookedDefinition drawnWith(const KeptLooks& kept, MapDefinition definition,
                           const FeatureTables& tables)
{
    KeptLooks drawn = drawable(kept, definition, tables);
    return {withLooks(std::move(definition), drawn.looks), std::move(drawn.unreadable)};
}

Table lookTable(const std::filesystem::path& file, const MapDefinition& definition)
{
    const KeptLooks kept = keptLooks(file);
    Table table(
        "looks", localText("table.looks"),
        {column("column.layer"), column("column.title"), column("column.look", ColumnKind::Word)});
    for (const Layer& layer : definition.layers) {
        const bool isOwn =
            std::ranges::find(kept.looks, layer.id, &LayerLook::layer) != kept.looks.end();
        table.addRow({layer.id, layer.title,
                      isOwn ? Word{"own", localText("table.looks.own")}
                            : Word{"defined", localText("table.looks.defined")}});
    }
    return table;
}

Table themeTable(const std::filesystem::path& file)
{
    Table table("themes", localText("table.themes"),
                {column("column.name"), column("column.shown_layers")});
    for (const MapTheme& theme : keptThemes(file).themes) {
        std::string shown;
        for (const std::string& layer : theme.shown)
            shown += (shown.empty() ? "" : ",") + layer;
        table.addRow({theme.name, shown});
    }
    return table;
}

} // namespace guatu::session
