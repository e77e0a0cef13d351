// SPDX-License-Identifier: MIT
#include "core/error.h"
#include "exchange/geopackage_writer.h"
#include "exchange/table_writer.h"

#include <memory>

namespace guatu::exchange
{
namespace
{

double numberOf(const TableCell& cell)
{
    if (const auto* count = std::get_if<std::int64_t>(&cell))
        return static_cast<double>(*count);
    const auto* value = std::get_if<double>(&cell);
    return value != nullptr ? *value : std::numeric_limits<double>::quiet_NaN();
}

std::string textOf(const TableCell& cell, const TableColumn& column, Language language)
{
    if (const auto* word = std::get_if<Word>(&cell))
        return word->code;
    if (const auto* date = std::get_if<Date>(&cell))
        return date->iso();
    const bool known =
        !std::holds_alternative<Blank>(cell) && !std::holds_alternative<Unknown>(cell);
    return known ? shown(cell, column, language) : std::string();
}

/// The table as features: figures as numbers, all else as text.
std::shared_ptr<const FeatureTable> featuresOf(const Table& table, Language language)
{
    if (table.geometry().type() == GeometryType::None)
        throw inputError({"table.no_geometry", {{"table", table.title().in(language)}}});
    auto made = std::make_shared<FeatureTable>();
    made->source = table.key();
    made->geometry = table.geometry();
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        const TableColumn& column = table.columns()[i];
        if (isFigure(column.kind)) {
            NumberColumn numbers;
            for (std::size_t row = 0; row < table.size(); ++row)
                numbers.push_back(numberOf(table.row(row)[i]));
            made->columns.emplace_back(column.key, std::move(numbers));
        } else {
            TextColumn texts;
            for (std::size_t row = 0; row < table.size(); ++row)
                texts.add(textOf(table.row(row)[i], column, language));
            made->columns.emplace_back(column.key, std::move(texts));
        }
    }
    return made;
}

} // namespace

void writeTableGeoPackage(const std::filesystem::path& file, std::span<const Table> tables,
                          Language language)
{
    FeatureTables features;
    for (const Table& table : tables)
        features.push_back(featuresOf(table, language));
    constexpr const char* lonLat = "EPSG:4490";
    writeGeoPackage(file, features, lonLat, *Date::fromYmd(2020, 1, 1));
}

} // namespace guatu::exchange
