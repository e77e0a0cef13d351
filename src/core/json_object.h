// SPDX-License-Identifier: MIT
#pragma once

#include "core/json_document.h"

#include <string>
#include <utility>

namespace guatu
{

/// Builds an object member by member, in order.
class JsonObject
{
public:
    void add(std::string_view key, JsonValue value)
    {
        m_members.push_back({std::string(key), std::move(value)});
    }
    /// Only where it differs from what readers take when it is missing.
    template <typename Value>
    void addUnless(std::string_view key, const Value& value, const Value& usual)
    {
        if (!(value == usual))
            add(key, {value});
    }
    [[nodiscard]] JsonValue value() && { return {std::move(m_members)}; }

private:
    JsonValue::Object m_members;
};

} // namespace guatu
