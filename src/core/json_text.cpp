// SPDX-License-Identifier: MIT
#include "core/json_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace guatu
{
namespace
{

struct Writer {
    std::string text{};

    void operator()(std::nullptr_t) { text += "null"; }
    void operator()(bool value) { text += value ? "true" : "false"; }

    void operator()(double value)
    {
        if (!std::isfinite(value))
            throw Error(ErrorKind::Internal, {"definition.type", {{"expected", "number"}}});
        std::array<char, 32> digits{};
        const bool isWhole = value == std::trunc(value) && std::abs(value) < 1e15;
        const auto end =
            isWhole ? std::to_chars(digits.begin(), digits.end(), static_cast<std::int64_t>(value))
                    : std::to_chars(digits.begin(), digits.end(), value);
        text.append(digits.data(), end.ptr);
    }

    void operator()(const std::string& value)
    {
        static constexpr std::string_view hex = "0123456789abcdef";
        text += '"';
        for (const char c : value) {
            const auto byte = static_cast<unsigned char>(c);
            if (c == '"' || c == '\\')
                (text += '\\') += c;
            else if (byte < 0x20)
                ((text += "\\u00") += hex[byte >> 4U]) += hex[byte & 15U];
            else
                text += c;
        }
        text += '"';
    }

    void operator()(const JsonValue::Array& items)
    {
        text += '[';
        for (const JsonValue& item : items) {
            text += &item == &items.front() ? "" : ",";
            std::visit(*this, item.data);
        }
        text += ']';
    }

    void operator()(const JsonValue::Object& members)
    {
        text += '{';
        for (const JsonMember& member : members) {
            text += &member == &members.front() ? "" : ",";
            (*this)(member.key);
            text += ':';
            std::visit(*this, member.value.data);
        }
        text += '}';
    }
};

} // namespace

std::string jsonText(const JsonValue& value)
{
    Writer writer;
    std::visit(writer, value.data);
    return writer.text;
}

} // namespace guatu
