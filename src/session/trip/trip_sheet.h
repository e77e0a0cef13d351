// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"
#include "trips/plan.h"

#include <string>

namespace guatu::session
{

/// One visit in words, as files for phones say it.
struct SheetStop {
    std::string title;                          ///< "1 组-03 小河村委会1组"
    std::string details;                        ///< purpose, times, slack; lines parted by \n
    std::string arrival, start, end, departure; ///< UTC, 2020-05-06T00:24:00Z
    double lon = 0, lat = 0;
};

/// One day of one team in words.
struct SheetDay {
    std::string title; ///< "2020-05-06 1 组"
    std::string from, to;
    double fromLon = 0, fromLat = 0, toLon = 0, toLat = 0;
    std::string departure, back; ///< UTC
    std::size_t team = 0;
    std::vector<SheetStop> stops{};
};

/// The days on which something is visited or driven, in the order of Plan::days; `index` says which
/// of these each is.
struct Sheet {
    std::vector<SheetDay> days{};
    std::vector<std::size_t> index{};
};

[[nodiscard]] Sheet sheetOf(const trips::Trip& trip, bool forField, Language language);

/// Seconds of a day in Beijing as UTC: 2020-05-06T00:24:00Z.
[[nodiscard]] std::string utcText(Date day, trips::Seconds time);

} // namespace guatu::session
