// SPDX-License-Identifier: MIT
#include "briefing/composer.h"
#include "briefing/page_words.h"
#include "core/text.h"
#include "session/masked_table.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstdlib>

namespace guatu::briefing
{
namespace
{

struct Filler {
    Composition& c;
    const std::string& place;

    [[nodiscard]] std::string count(std::string_view key, std::int64_t value) const
    {
        std::string shown = withThousands(value);
        c.bind(std::string(key), static_cast<double>(value), shown, place);
        return shown;
    }
    /// One decimal as in the tables; unknown says so.
    [[nodiscard]] std::string percent(std::string_view key, double value, int decimals) const
    {
        std::string shown = std::isfinite(value) ? fmt::format("{:.{}f}", value, decimals)
                                                 : c.words({"table.unknown"});
        c.bind(std::string(key), value, shown, place);
        return shown;
    }
    [[nodiscard]] std::string share(std::string_view key, Clear clear) const
    {
        const campaign::Tally& tally =
            c.material.day.view->closure.tally[static_cast<std::size_t>(c.unit)];
        const auto whole = static_cast<double>(tally.inScope());
        return percent(
            key, whole > 0 ? 100.0 * static_cast<double>(tally.count(clear)) / whole : NAN, 1);
    }

    [[nodiscard]] std::string figure(std::string_view word) const
    {
        const session::UnitFigures figures = c.material.day.figures->of(c.unit);
        const session::WorkspaceView& view = *c.material.day.view;
        if (word == "remaining_households")
            return count(word, figures.remaining.households);
        if (word == "remaining_persons")
            return count(word, figures.remaining.persons);
        if (word == "households")
            return count(word, figures.tally.inScope());
        if (word == "open_problems")
            return count(word, figures.openProblems);
        if (word == "listed_places")
            return count(word, figures.listedPlaces);
        if (word == "cleared_percent")
            return share(word, Clear::Cleared);
        if (word == "uncleared_percent")
            return share(word, Clear::Uncleared);
        if (word == "unknown_percent")
            return share(word, Clear::Unknown);
        return percent(word, view.closure.incidence[static_cast<std::size_t>(c.unit)], 2);
    }

    [[nodiscard]] std::string levelBelow() const
    {
        const Level level = c.snapshot().units.level[static_cast<std::size_t>(c.unit)];
        switch (level) {
        case Level::Prefecture:
            return c.words({"briefing.by.county"});
        case Level::County:
            return c.words({"briefing.by.town"});
        case Level::Town:
            return c.words({"briefing.by.village"});
        case Level::Village:
        case Level::Group:
            break;
        }
        return c.words({"briefing.by.group"});
    }

    [[nodiscard]] std::string operator()(std::string_view word) const
    {
        const Language language = c.language();
        const Snapshot& snapshot = c.snapshot();
        if (word == "unit")
            return c.unitName();
        if (word == "code")
            return c.unitCode();
        if (word == "parent") {
            const RowIndex parent = snapshot.units.parent[static_cast<std::size_t>(c.unit)];
            return parent == noRow ? std::string()
                                   : snapshot.units.name[static_cast<std::size_t>(parent)];
        }
        if (word == "place")
            return c.subjectName();
        if (word == "place_code")
            return c.spot ? c.spot->code : c.unitCode();
        if (word == "place_kind")
            return c.spot ? c.spot->kind : std::string();
        if (word == "date")
            return snapshot.asOf.iso();
        if (word == "date_long")
            return longDate(snapshot.asOf, language);
        if (word == "compare_date")
            return c.material.before ? c.material.before->snapshot().asOf.iso() : std::string();
        if (word == "compare_date_long")
            return c.material.before ? longDate(c.material.before->snapshot().asOf, language)
                                     : std::string();
        if (word == "campaign")
            return c.material.day.view->profile.title.in(language);
        if (word == "subject")
            return c.subject;
        if (word == "sources")
            return snapshot.datasetNames;
        if (word == "crs")
            return crsWords(snapshot.crs, language);
        if (word == "scale")
            return "1:" + withThousands(std::llround(c.scaleDenominator));
        if (word == "hash")
            return c.material.hash;
        if (word == "audience")
            return session::audienceTitle(c.material.options.audience).in(language);
        if (word == "level_below")
            return levelBelow();
        if (word == "days_left") {
            const auto& end = c.material.day.view->profile.end;
            return end ? count(word, daysBetween(snapshot.asOf, *end)) : std::string("–");
        }
        return figure(word);
    }
};

} // namespace

std::string filledText(Composition& c, const LocalText& text, const std::string& place)
{
    return filled(text.in(c.language()), Filler{c, place});
}

std::string longDate(Date date, Language language)
{
    if (language == Language::English)
        return date.iso();
    return text({"briefing.long_date",
                 {{"year", std::to_string(date.year())},
                  {"month", std::to_string(date.month())},
                  {"day", std::to_string(date.day())}}},
                language);
}

std::string crsWords(const std::string& crs, Language language)
{
    // EPSG:4534 to 4554 are CGCS2000's zones of three degrees by their central meridian, 75° to
    // 135°.
    int code = 0;
    if (crs.starts_with("EPSG:"))
        std::from_chars(crs.data() + 5, crs.data() + crs.size(), code);
    if (code >= 4534 && code <= 4554)
        return text({"briefing.crs_zone", {{"meridian", std::to_string(75 + 3 * (code - 4534))}}},
                    language);
    return text({"briefing.crs_other", {{"crs", crs}}}, language);
}

} // namespace guatu::briefing
