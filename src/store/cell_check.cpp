// SPDX-License-Identifier: MIT
#include "store/cell_check.h"

#include "core/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace guatu::store
{
namespace
{

CheckedCell refuse(std::string id, const Value& value, Message::Parameters more = {})
{
    Message message{.id = std::move(id), .parameters = {{"value", shown(value)}}};
    message.parameters.insert(message.parameters.end(), more.begin(), more.end());
    return {.problem = std::move(message)};
}

bool isEmpty(const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value))
        return text->empty();
    if (const auto* number = std::get_if<double>(&value))
        return std::isnan(*number);
    return std::holds_alternative<std::monostate>(value);
}

CheckedCell checkInteger(const Value& value, long long least, long long most)
{
    std::optional<std::int64_t> number;
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        number = *whole;
    else if (const auto* real = std::get_if<double>(&value);
             real != nullptr && std::trunc(*real) == *real && std::abs(*real) < 1e15)
        number = static_cast<std::int64_t>(*real);
    if (!number)
        return refuse("store.row_not_whole", value);
    if (*number < least || *number > most)
        return refuse("store.row_range", value,
                      {{"least", std::to_string(least)}, {"most", std::to_string(most)}});
    return {.cell = *number};
}

CheckedCell checkReal(const Value& value)
{
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return {.cell = static_cast<double>(*whole)};
    if (const auto* real = std::get_if<double>(&value); real != nullptr && std::isfinite(*real))
        return {.cell = *real};
    return refuse("store.row_not_number", value);
}

CheckedCell checkDate(const Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr || !Date::fromIso(*text))
        return refuse("store.row_not_date", value);
    return {.cell = std::string_view(*text)};
}

CheckedCell checkWord(const Value& value, std::span<const std::string_view> words)
{
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr || std::ranges::find(words, *text) == words.end())
        return refuse("store.row_word", value,
                      {{"words", fmt::format("{}", fmt::join(words, ", "))}});
    return {.cell = std::string_view(*text)};
}

CheckedCell checkUnit(const Value& value, const FieldDefinition& field, References& references,
                      std::deque<std::string>& scratch)
{
    const std::string text = shown(value);
    const auto code = UnitCode::parse(text);
    if (!code)
        return refuse("store.row_not_code", value);
    if (field.key)
        return {.cell = std::string_view(scratch.emplace_back(code->str()))};
    const auto id = references.unit(*code);
    if (!id)
        return refuse("store.row_no_unit", value);
    return {.cell = *id};
}

CheckedCell checkText(const Value& value, std::deque<std::string>& scratch)
{
    if (const auto* text = std::get_if<std::string>(&value))
        return {.cell = std::string_view(*text)};
    return {.cell = std::string_view(scratch.emplace_back(shown(value)))};
}

} // namespace

std::string shown(const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value))
        return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return std::to_string(*whole);
    if (const auto* real = std::get_if<double>(&value))
        return fmt::format("{}", *real);
    return {};
}

CheckedCell checkCell(const Value& value, const FieldDefinition& field, const FieldRule& rule,
                      References& references, std::deque<std::string>& scratch)
{
    if (isEmpty(value)) {
        if (field.required)
            return {.problem = Message{.id = "store.row_missing"}};
        if (rule.whenNull.empty())
            return {};
        if (field.type == FieldType::Flag)
            return {.cell = std::int64_t{rule.whenNull == "1"}};
        return {.cell = rule.whenNull};
    }
    switch (field.type) {
    case FieldType::Integer:
        return checkInteger(value, rule.least, rule.most);
    case FieldType::Flag:
        return checkInteger(value, 0, 1);
    case FieldType::Real:
        return checkReal(value);
    case FieldType::Date:
        return checkDate(value);
    case FieldType::Word:
        return checkWord(value, field.words);
    case FieldType::UnitRef:
        return checkUnit(value, field, references, scratch);
    case FieldType::Text:
    case FieldType::Ref:
        break;
    }
    return checkText(value, scratch);
}

} // namespace guatu::store
