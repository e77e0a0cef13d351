// SPDX-License-Identifier: MIT
#include "cli/service_options.h"

#include "core/error.h"
#include "core/text.h"

#include <CLI/CLI.hpp>

#include <charconv>

namespace guatu::cli
{
namespace
{

/// 30min, or 800m.
void takeLimit(const std::string& text, session::GapQuestion& question)
{
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    const std::string_view unit(end, text.data() + text.size());
    if (failure != std::errc() || !(value >= 0) || !(value < 1e6) || (unit != "min" && unit != "m"))
        throw inputError({"cli.gaps.max", {{"value", text}}});
    (unit == "min" ? question.maxMinutes : question.maxMetres) = value;
}

} // namespace

session::GapQuestion ServiceOptions::question() const
{
    session::GapQuestion question{.service = service};
    question.travel = travel.travel();
    question.alongRoads = alongRoads;
    question.heights = travel.heights;
    if (!means.empty()) {
        question.meansGiven = true;
        question.travel.means = means == "walk" ? "foot" : means;
    }
    if (!most.empty())
        takeLimit(most, question);
    return question;
}

std::optional<std::pair<int, int>> ServiceOptions::ageRange() const
{
    if (ages.empty())
        return std::nullopt;
    int first = 0, last = 0;
    const char* end = ages.data() + ages.size();
    const auto [dash, failure] = std::from_chars(ages.data(), end, first);
    const bool good = failure == std::errc() && dash != end && *dash == '-';
    const auto [stop, second] =
        good ? std::from_chars(dash + 1, end, last) : std::from_chars_result{dash, std::errc()};
    if (!good || second != std::errc() || stop != end || first < 0 || last < first || last > 150)
        throw inputError({"cli.ages", {{"value", ages}}});
    return std::pair{first, last};
}

void addServiceOptions(CLI::App& command, const Console& console, ServiceOptions& options)
{
    options.travel.means = "foot";
    command.add_option("--service", options.service, console.text({"cli.option.service"}))
        ->required();
    command.add_option("--max", options.most, console.text({"cli.option.max"}));
    command.add_flag("--along-roads", options.alongRoads, console.text({"cli.option.along_roads"}));
    command.add_option("--dem", options.travel.heights, console.text({"cli.option.dem"}));
    command.add_option("--means", options.means, console.text({"cli.option.means"}));
    command.add_flag("--rain", options.travel.rain, console.text({"cli.option.rain"}));
    command.add_option("--closed", options.travel.closed, console.text({"cli.option.closed"}));
}

void addAgesOption(CLI::App& command, const Console& console, ServiceOptions& options)
{
    command.add_option("--ages", options.ages, console.text({"cli.option.ages"}));
}

std::vector<std::string> placesOf(const std::string& list)
{
    std::vector<std::string> words;
    for (const std::string_view word : split(list, ';'))
        if (!trim(word).empty())
            words.emplace_back(trim(word));
    return words;
}

} // namespace guatu::cli
