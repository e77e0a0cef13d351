// SPDX-License-Identifier: MIT
#include "core/json_parser.h"

#include "core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace guatu
{
namespace
{

using Library = nlohmann::json;

constexpr std::size_t deepest = 64;

/// Where reading stopped, counted from 1; columns in characters.
struct Position {
    std::size_t line = 1, column = 1;
};

bool continuesCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Of the last of the bytes read.
Position positionAt(std::string_view text, std::size_t bytesRead)
{
    Position position;
    for (const char c : text.substr(0, std::max<std::size_t>(bytesRead, 1) - 1)) {
        if (c == '\n')
            position = {position.line + 1, 1};
        else if (!continuesCharacter(c))
            ++position.column;
    }
    return position;
}

/// The end of what was read, fit to be shown.
std::string near(std::string_view token)
{
    constexpr std::size_t longest = 24; // bytes
    std::string_view end = token.size() > longest ? token.substr(token.size() - longest) : token;
    while (!end.empty() && continuesCharacter(end.front()))
        end.remove_prefix(1);
    std::string shown(end);
    if (!isUtf8(shown))
        std::ranges::replace_if(
            shown, [](char c) { return static_cast<unsigned char>(c) >= 0x80U; }, '?');
    return shown;
}

/// Builds the value while the library reads; refuses duplicate keys and deep nesting.
class Builder : public nlohmann::json_sax<Library>
{
public:
    Builder(std::string_view text, const std::string& file) : m_text(text), m_file(file) {}

    JsonValue take() { return std::move(m_root); }

    bool null() override { return add({nullptr}); }
    bool boolean(bool value) override { return add({value}); }
    bool number_integer(std::int64_t value) override { return add({static_cast<double>(value)}); }
    bool number_unsigned(std::uint64_t value) override { return add({static_cast<double>(value)}); }
    bool number_float(double value, const std::string&) override { return add({value}); }
    bool string(std::string& value) override { return add({std::move(value)}); }
    bool binary(Library::binary_t&) override { return false; }

    bool start_object(std::size_t) override { return open({JsonValue::Object{}}); }
    bool start_array(std::size_t) override { return open({JsonValue::Array{}}); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(std::string& key) override
    {
        if (m_open.back()->find(key) != nullptr)
            throw JsonNode(*m_open.back(), m_file, pointer())
                .error("definition.duplicate_key", {{"key", key}});
        std::get<JsonValue::Object>(m_open.back()->data).push_back({std::move(key), {}});
        return true;
    }

    bool parse_error(std::size_t bytesRead, const std::string& token,
                     const Library::exception&) override
    {
        const Position position = positionAt(m_text, bytesRead);
        Message::Parameters place{{"file", m_file},
                                  {"line", std::to_string(position.line)},
                                  {"column", std::to_string(position.column)}};
        if (bytesRead > m_text.size())
            throw inputError({"definition.cut_short", std::move(place)});
        place.emplace_back("near", near(token));
        throw inputError({"definition.syntax", std::move(place)});
    }

private:
    /// The place for the next value: the root, the next item, or the member whose key was read.
    JsonValue& slot()
    {
        if (m_open.empty())
            return m_root;
        if (auto* array = std::get_if<JsonValue::Array>(&m_open.back()->data))
            return array->emplace_back();
        return std::get<JsonValue::Object>(m_open.back()->data).back().value;
    }

    bool add(JsonValue value)
    {
        slot() = std::move(value);
        return true;
    }

    bool open(JsonValue container)
    {
        if (m_open.size() == deepest)
            throw inputError(
                {"definition.too_deep",
                 {{"file", m_file}, {"pointer", pointer()}, {"limit", std::to_string(deepest)}}});
        JsonValue& value = slot();
        value = std::move(container);
        m_open.push_back(&value); // stays put: its siblings come after it is closed
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    /// Of the innermost open container.
    [[nodiscard]] std::string pointer() const
    {
        std::string pointer;
        for (std::size_t i = 0; i + 1 < m_open.size(); ++i) {
            if (const auto* array = std::get_if<JsonValue::Array>(&m_open[i]->data))
                pointer += pointerStep(std::to_string(array->size() - 1));
            else
                pointer += pointerStep(std::get<JsonValue::Object>(m_open[i]->data).back().key);
        }
        return pointer;
    }

    std::string_view m_text;
    const std::string& m_file;
    JsonValue m_root;
    std::vector<JsonValue*> m_open;
};

} // namespace

JsonValue parseJson(std::string_view text, const std::string& file)
{
    Builder builder(text, file);
    Library::sax_parse(text.begin(), text.end(), &builder);
    return builder.take();
}

} // namespace guatu
