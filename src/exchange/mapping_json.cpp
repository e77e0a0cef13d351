// SPDX-License-Identifier: MIT
#include "core/error.h"
#include "exchange/import.h"
#include "exchange/lexicon.h"

#include <nlohmann/json.hpp>

namespace guatu::exchange
{
namespace
{

using Json = nlohmann::ordered_json;

[[noreturn]] void fail(const std::string& name, const std::string& pointer, std::string_view id)
{
    throw inputError({std::string(id), {{"file", name}, {"pointer", pointer}}});
}

std::string textAt(const Json& object, const std::string& key, const std::string& pointer,
                   const std::string& name)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string())
        fail(name, pointer + "/" + key, "import.mapping_no_text");
    return found->get<std::string>();
}

} // namespace

std::string ColumnMapping::toJson() const
{
    Json root{
        {"layout", layout}, {"kind", std::string(toString(kind))}, {"entries", Json::array()}};
    for (const Entry& entry : entries)
        root["entries"].push_back(
            {{"column", entry.column}, {"header", entry.header}, {"field", entry.field}});
    return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

ColumnMapping ColumnMapping::fromJson(std::string_view json, const std::string& name)
{
    const Json root = Json::parse(json, nullptr, false);
    if (!root.is_object())
        fail(name, "/", "import.lexicon_no_json");
    ColumnMapping mapping;
    mapping.layout = textAt(root, "layout", "", name);
    const auto kind = entityKindFromString(textAt(root, "kind", "", name));
    if (!kind)
        fail(name, "/kind", "import.mapping_no_kind");
    mapping.kind = *kind;
    const auto entries = root.find("entries");
    if (entries == root.end() || !entries->is_array())
        fail(name, "/entries", "import.mapping_no_entries");
    for (std::size_t index = 0; index < entries->size(); ++index) {
        const Json& entry = (*entries)[index];
        const std::string pointer = "/entries/" + std::to_string(index);
        if (!entry.is_object())
            fail(name, pointer, "import.lexicon_no_object");
        const auto column = entry.find("column");
        if (column == entry.end() || !column->is_number_unsigned())
            fail(name, pointer + "/column", "import.mapping_no_column");
        Entry read{column->get<std::size_t>(), textAt(entry, "header", pointer, name),
                   textAt(entry, "field", pointer, name)};
        if (!read.field.empty() && !isMappable(mapping.kind, read.field))
            fail(name, pointer + "/field", "import.lexicon_no_field");
        mapping.entries.push_back(std::move(read));
    }
    return mapping;
}

} // namespace guatu::exchange
