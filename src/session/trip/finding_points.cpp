// SPDX-License-Identifier: MIT
#include "session/trip/finding.h"

#include "core/error.h"
#include "core/geodesic.h"
#include "core/text.h"
#include "exchange/source_file.h"
#include "session/trip/trip_sheet.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

namespace guatu::session
{
namespace
{

using exchange::RowSource;
using exchange::SourceRow;

/// A note or photo belongs to the nearest stop within this many metres.
constexpr double noteReach = 500;

/// A stop as it went out: its titles, times and every form of its words.
struct Sent {
    std::size_t stop = 0;
    std::string title, arrival;
    std::vector<std::string> details{};
    Point at{};
};

/// Without line breaks and runs of blanks, which programs change as they like.
std::string plain(const std::string& text)
{
    std::string made;
    for (const char c : text)
        if (c != '\n' && c != '\r' && c != '\t' && c != ' ')
            made += c;
    return made;
}

/// The stops that a plan visits, as every file of it names them.
std::vector<Sent> sentStops(const trips::Trip& trip)
{
    std::vector<Sent> sent;
    const Sheet first = sheetOf(trip, false, Language::Chinese);
    for (std::size_t d = 0; d < first.days.size(); ++d)
        for (std::size_t s = 0; s < first.days[d].stops.size(); ++s) {
            const SheetStop& stop = first.days[d].stops[s];
            sent.push_back({.stop = trip.plan.days[first.index[d]].visits[s].stop,
                            .title = stop.title,
                            .arrival = stop.arrival,
                            .at = {stop.lon, stop.lat}});
        }
    for (const bool forField : {false, true})
        for (const Language language : {Language::Chinese, Language::English}) {
            std::size_t next = 0;
            for (const SheetDay& day : sheetOf(trip, forField, language).days)
                for (const SheetStop& stop : day.stops)
                    sent[next++].details.push_back(plain(stop.details));
        }
    return sent;
}

/// "2020/05/06 01:00:00+00" or the ISO form as 2020-05-06T01:00:00Z; empty for anything else.
std::string utcOf(const std::string& text)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0;
    double second = 0;
    if (std::sscanf(text.c_str(), "%d%*1[/-]%d%*1[/-]%d%*1[ T]%d:%d:%lf", &year, &month, &day,
                    &hour, &minute, &second) != 6)
        return {};
    char made[40];
    std::snprintf(made, sizeof made, "%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day, hour,
                  minute, static_cast<int>(second));
    return made;
}

/// The day in Beijing of a UTC time.
std::optional<Date> dayOf(const std::string& utc)
{
    if (utc.size() < 13)
        return std::nullopt;
    const auto day = Date::fromIso(utc.substr(0, 10));
    if (!day)
        return std::nullopt;
    constexpr int beijing = 8;
    return std::stoi(utc.substr(11, 2)) + beijing >= 24 ? Date(day->days() + 1) : *day;
}

class PointReader
{
public:
    PointReader(const trips::Trip& trip, const std::filesystem::path& file)
        : m_source(exchange::openSource(file, {.sheetOrLayer = "waypoints"})),
          m_sent(sentStops(trip))
    {
        const auto& columns = m_source->info().columns;
        const auto find = [&](const char* name) {
            return static_cast<std::size_t>(std::ranges::find(columns, name) - columns.begin());
        };
        m_name = find("name");
        m_time = find("time");
        m_desc = find("desc");
        m_comment = find("cmt");
        m_link = find("link1_href");
    }

    FindingFile read()
    {
        while (m_source->next(m_row)) {
            ++m_made.rows;
            take();
        }
        for (auto& [stop, finding] : m_findings)
            m_made.findings.push_back(std::move(finding));
        std::ranges::sort(m_made.findings, {}, &Finding::row);
        return std::move(m_made);
    }

private:
    [[nodiscard]] std::string text(std::size_t column) const
    {
        return column < m_row.cells.size() ? std::string(trim(m_row.cells[column])) : std::string();
    }
    [[nodiscard]] Point at() const
    {
        const auto& shape = m_row.shape;
        return shape && !shape->parts.empty() && !shape->parts.front().empty()
                   ? shape->parts.front().front()
                   : Point{};
    }
    /// What was written beyond the words that went out.
    static std::string written(const Sent& sent, const std::string& words)
    {
        const std::string all = plain(words);
        std::string longest;
        for (const std::string& details : sent.details)
            if (all.starts_with(details) && details.size() > longest.size())
                longest = details;
        // The first bytes are known; what follows them in the words as they stand is new.
        std::size_t seen = 0, begin = 0;
        while (begin < words.size() && seen < longest.size())
            if (!plain(std::string(1, words[begin++])).empty())
                ++seen;
        return std::string(trim(std::string_view(words).substr(begin)));
    }
    void take()
    {
        const std::string name = text(m_name), time = utcOf(text(m_time));
        for (const Sent& sent : m_sent)
            if (sent.title == name) {
                const std::string note = written(sent, text(m_desc));
                const bool moved = !time.empty() && time != sent.arrival;
                if (moved || !note.empty() || !text(m_comment).empty() || !text(m_link).empty())
                    add(sent, moved ? time : std::string(), {note, text(m_comment)});
                return;
            }
        const Sent* nearest = nearestStop();
        if (nearest == nullptr) {
            m_made.issues.push_back(
                {.severity = exchange::RowIssue::Severity::Warning,
                 .row = m_row.number,
                 .column = {},
                 .value = name,
                 .reason = {"trips.findings.far_point",
                            {{"metres", std::to_string(static_cast<int>(noteReach))}}},
                 .remedy = {"trips.findings.far_point.remedy"}});
            return;
        }
        add(*nearest, time, {name, text(m_desc), text(m_comment)});
    }
    [[nodiscard]] const Sent* nearestStop() const
    {
        const Sent* best = nullptr;
        double least = noteReach;
        for (const Sent& sent : m_sent)
            if (at().valid())
                if (const double metres = geodesicDistance(at(), sent.at); metres <= least) {
                    least = metres;
                    best = &sent;
                }
        return best;
    }
    void add(const Sent& sent, const std::string& time, const std::vector<std::string>& words)
    {
        Finding& finding =
            m_findings.try_emplace(sent.stop, Finding{.stop = sent.stop, .row = m_row.number})
                .first->second;
        if (const auto on = dayOf(time); on && (!finding.on || *on < *finding.on))
            finding.on = on;
        for (const std::string& word : words)
            if (!word.empty())
                finding.text += (finding.text.empty() ? "" : "；") + word;
        if (const std::string link = text(m_link); !link.empty()) {
            char shown[48];
            std::snprintf(shown, sizeof shown, " (%.5f, %.5f)", at().x, at().y);
            finding.photos.push_back(link + shown);
        }
    }

    std::unique_ptr<RowSource> m_source;
    std::vector<Sent> m_sent;
    std::size_t m_name = 0, m_time = 0, m_desc = 0, m_comment = 0, m_link = 0;
    SourceRow m_row;
    std::map<std::size_t, Finding> m_findings;
    FindingFile m_made;
};

} // namespace

FindingFile readFindingPoints(const trips::Trip& trip, const std::filesystem::path& file)
{
    return PointReader(trip, file).read();
}

} // namespace guatu::session
