// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace guatu
{

struct JsonMember;

/// A JSON value; objects keep the order of the text.
struct JsonValue {
    using Array = std::vector<JsonValue>;
    using Object = std::vector<JsonMember>;

    std::variant<std::nullptr_t, bool, double, std::string, Array, Object> data = nullptr;

    /// Null when this is no object, or one without the key.
    [[nodiscard]] const JsonValue* find(std::string_view key) const;
    [[nodiscard]] bool isInteger() const;

    /// null, boolean, number, string, array or object.
    [[nodiscard]] std::string_view typeName() const;

    /// Short text for messages: a scalar as JSON, cut when long; "{...}" and "[...]".
    [[nodiscard]] std::string brief() const;

    friend bool operator==(const JsonValue&, const JsonValue&) = default;
};

struct JsonMember {
    std::string key;
    JsonValue value;
    friend bool operator==(const JsonMember&, const JsonMember&) = default;
};

/// "/step", escaped as RFC 6901 says.
[[nodiscard]] std::string pointerStep(std::string_view step);

/// A value inside a document, with the place where it stands for messages. A view: it lives no
/// longer than the document. Asking for a type or key that is not there throws Error(Input).
class JsonNode
{
public:
    JsonNode(const JsonValue& value, const std::string& file, std::string pointer)
        : m_value(&value), m_file(&file), m_pointer(std::move(pointer))
    {
    }

    [[nodiscard]] const JsonValue& value() const { return *m_value; }
    [[nodiscard]] const std::string& file() const { return *m_file; }
    [[nodiscard]] const std::string& pointer() const { return m_pointer; } ///< RFC 6901

    [[nodiscard]] JsonNode operator[](std::string_view key) const;
    [[nodiscard]] std::optional<JsonNode> find(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const { return m_value->find(key) != nullptr; }

    [[nodiscard]] const std::string& text() const;
    [[nodiscard]] double number() const;
    [[nodiscard]] int integer() const;
    [[nodiscard]] bool flag() const;
    [[nodiscard]] std::vector<JsonNode> items() const;
    [[nodiscard]] std::vector<std::pair<std::string, JsonNode>> members() const;
    [[nodiscard]] std::vector<std::string> texts() const; ///< of an array of strings

    /// The message with `file`, `pointer` and `found` of this place before `more`.
    [[nodiscard]] Message complaint(std::string id, const Message::Parameters& more = {}) const;
    [[nodiscard]] Error error(std::string id, const Message::Parameters& more = {}) const
    {
        return inputError(complaint(std::move(id), more));
    }

private:
    [[nodiscard]] JsonNode child(const JsonValue& value, std::string_view step) const;
    template <typename Type>
    [[nodiscard]] const Type& as(std::string_view expected) const;

    const JsonValue* m_value;
    const std::string* m_file;
    std::string m_pointer;
};

/// A JSON text read strictly: one value, UTF-8, no key twice in an object, nested at most 64
/// deep, at most 4 MiB long. Otherwise throws Error(Input) naming file and place.
class JsonDocument
{
public:
    JsonDocument(std::string_view text, std::string file);
    [[nodiscard]] static JsonDocument read(const std::filesystem::path& file);

    [[nodiscard]] JsonNode root() const { return {m_root, m_file, {}}; }

private:
    std::string m_file;
    JsonValue m_root;
};

} // namespace guatu
