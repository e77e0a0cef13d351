// SPDX-License-Identifier: MIT
#pragma once

#include "core/definition.h"
#include "exchange/qgis_expression.h"
#include "exchange/qgis_style_reader.h"
#include "support/source_folder.h"

#include <string>

namespace guatu::test
{

/// A table of a geometry with text columns and number columns, without rows.
inline FeatureTable emptyTable(GeometryType type, const std::vector<std::string>& texts,
                               const std::vector<std::string>& numbers = {})
{
    FeatureTable table{"t", GeometryColumn(type), {}, {}};
    for (const std::string& name : texts)
        table.columns.emplace_back(name, TextColumn());
    for (const std::string& name : numbers)
        table.columns.emplace_back(name, NumberColumn());
    return table;
}

inline FeatureTable areaTable()
{
    return emptyTable(GeometryType::Polygon, {"name", "clear"}, {"persons"});
}

inline exchange::ImportedStyle readStyle(const std::filesystem::path& file,
                                         const FeatureTable& table,
                                         std::optional<EntityKind> records = {})
{
    return exchange::readQgisStyle(file, {.table = table,
                                          .title = {"图层", "Layer"},
                                          .symbols = dataRoot() / "styles" / "symbols",
                                          .records = records});
}

/// A style that QGIS wrote.
inline exchange::ImportedStyle readKept(const std::string& name, const FeatureTable& table)
{
    return readStyle(sourceFolder() / "tests/data/qgis" / name, table);
}

inline std::size_t count(const std::vector<Message>& notes, const std::string& id)
{
    std::size_t found = 0;
    for (const Message& note : notes)
        found += note.id == id ? 1 : 0;
    return found;
}

/// The conditions of the classes as expressions.
inline std::vector<std::string> conditionsOf(const Style& style)
{
    std::vector<std::string> all;
    for (const StyleClass& each : style.classes)
        all.push_back(exchange::qgisExpression(each.when));
    return all;
}

} // namespace guatu::test
