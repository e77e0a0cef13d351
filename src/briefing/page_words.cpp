// SPDX-License-Identifier: MIT
#include "briefing/page_words.h"

#include <algorithm>
#include <array>

namespace guatu::briefing
{
namespace
{

constexpr std::array<std::string_view, 28> words{"audience",
                                                 "campaign",
                                                 "cleared_percent",
                                                 "code",
                                                 "compare_date",
                                                 "compare_date_long",
                                                 "crs",
                                                 "date",
                                                 "date_long",
                                                 "days_left",
                                                 "hash",
                                                 "households",
                                                 "incidence_percent",
                                                 "level_below",
                                                 "listed_places",
                                                 "open_problems",
                                                 "parent",
                                                 "place",
                                                 "place_code",
                                                 "place_kind",
                                                 "remaining_households",
                                                 "remaining_persons",
                                                 "scale",
                                                 "sources",
                                                 "subject",
                                                 "uncleared_percent",
                                                 "unit",
                                                 "unknown_percent"};

} // namespace

std::span<const std::string_view> pageWords()
{
    return words;
}

std::string unknownWord(std::string_view text)
{
    std::string unknown;
    (void)filled(text, [&unknown](std::string_view word) {
        if (unknown.empty() && !std::ranges::binary_search(words, word))
            unknown = word;
        return std::string();
    });
    return unknown;
}

} // namespace guatu::briefing
