// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guatu
{

enum class Language { Chinese, English };

/// A sentence of the catalogue: its id and the values of its named parameters.
///
/// The text of `"store.locked"` may read "{file} is being written by another program"; the
/// message carries `{"file", "a.sqlite"}`. Values are shown as they are, never translated.
struct Message {
    using Parameters = std::vector<std::pair<std::string, std::string>>;

    std::string id;
    Parameters parameters{};

    friend bool operator==(const Message&, const Message&) = default;
};

/// The message in words, from data/i18n. An id that the catalogue lacks is shown as it is.
[[nodiscard]] std::string text(const Message& message, Language language);

/// The text of an id without parameters.
[[nodiscard]] std::string text(std::string_view id, Language language);

/// Whether the catalogue of `language` has the id.
[[nodiscard]] bool hasText(std::string_view id, Language language);

/// All ids of a language's catalogue, sorted.
[[nodiscard]] std::vector<std::string_view> messageIds(Language language);

} // namespace guatu
