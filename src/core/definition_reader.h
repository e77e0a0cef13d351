// SPDX-License-Identifier: MIT
#pragma once

#include "core/condition.h"
#include "core/date.h"
#include "core/definition.h"
#include "core/json_document.h"
#include "core/style.h"

namespace guatu
{

/// A value read from a place that fits its schema: one specialisation for each type that
/// definitions hold. Throws Error(Input) for what a schema cannot say, as the day 2019-02-29.
template <typename Value>
Value readAs(const JsonNode& node) = delete;

template <>
bool readAs(const JsonNode& node);
template <>
int readAs(const JsonNode& node);
template <>
std::size_t readAs(const JsonNode& node);
template <>
double readAs(const JsonNode& node);
template <>
std::string readAs(const JsonNode& node);
template <>
LocalText readAs(const JsonNode& node);
template <>
Date readAs(const JsonNode& node);
template <>
Colour readAs(const JsonNode& node);
template <>
Condition readAs(const JsonNode& node);
template <>
Symbol readAs(const JsonNode& node);
template <>
Classification readAs(const JsonNode& node);
template <>
Style readAs(const JsonNode& node); ///< of a whole style file; checks its schema

/// Sets `target` from the member; leaves it as it is when the object has none.
template <typename Value>
void take(const JsonNode& object, std::string_view key, Value& target)
{
    if (const auto node = object.find(key))
        target = readAs<Value>(*node);
}

template <typename Value>
void take(const JsonNode& object, std::string_view key, std::optional<Value>& target)
{
    if (const auto node = object.find(key))
        target = readAs<Value>(*node);
}

template <typename Value>
void take(const JsonNode& object, std::string_view key, std::vector<Value>& target)
{
    if (const auto node = object.find(key))
        for (const JsonNode& item : node->items())
            target.push_back(readAs<Value>(item));
}

/// The disc, chart, badge, heat or flow of a style; throws Error(Input) where it has several.
[[nodiscard]] Figure readFigure(const JsonNode& style);

/// Throws Error(Input) when a part of the chart names no class of the style.
void requireParts(const JsonNode& style);

/// The .json files of a folder, by name; none, and why, where it cannot be read.
[[nodiscard]] std::vector<std::filesystem::path>
definitionFiles(const std::filesystem::path& folder, std::error_code& failure);

/// Throws Error(Input) for a symbol of the style that `root`/styles/symbols has not.
void requireSymbols(const std::filesystem::path& root, const JsonNode& style);

/// The members min_scale and max_scale. Throws Error(Input) when they leave nothing between.
void takeScales(const JsonNode& object, double& least, double& most);

/// Throws Error(Input) when two objects of the array have the same `id`.
void requireUniqueIds(const JsonNode& array);

} // namespace guatu
