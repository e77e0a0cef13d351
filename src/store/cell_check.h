// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"
#include "core/record.h"
#include "store/entity_table.h"
#include "store/references.h"

#include <deque>
#include <optional>
#include <string>

namespace guatu::store
{

/// A cell made ready for its column, or why it cannot be.
struct CheckedCell {
    Cell cell{};
    std::optional<Message> problem{};
};

/// Checks a value against its field: type, word list, range. Units become row ids, other
/// references stay texts. `scratch` holds texts that are made here.
[[nodiscard]] CheckedCell checkCell(const Value& value, const FieldDefinition& field,
                                    const FieldRule& rule, References& references,
                                    std::deque<std::string>& scratch);

/// A value as a text for messages.
[[nodiscard]] std::string shown(const Value& value);

} // namespace guatu::store
