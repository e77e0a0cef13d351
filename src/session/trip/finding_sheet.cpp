// SPDX-License-Identifier: MIT
#include "session/trip/finding.h"

#include "core/error.h"
#include "core/geodesic.h"
#include "core/message.h"
#include "core/text.h"
#include "exchange/cell_parser.h"
#include "exchange/file_format.h"
#include "exchange/header_finder.h"
#include "exchange/source_file.h"
#include "session/trip/trip_findings.h"

#include <algorithm>
#include <array>
#include <map>

namespace guatu::session
{
namespace
{

using exchange::RowIssue;
using exchange::RowSource;
using exchange::SourceRow;

enum Field : std::size_t { Code, Subject, Visited, VisitedOn, Agrees, Text, WhyNot, Photo, Fields };

constexpr std::size_t noColumn = static_cast<std::size_t>(-1);
/// How far from the trip a day of a visit may lie and still be believed.
constexpr double leastMove = 5; ///< metres: less is rounding
constexpr int daysBefore = 14, daysAfter = 60;

std::string_view titleId(std::size_t field)
{
    return field < findingNames.size() ? findingNames[field]
                                       : findingBlanks[field - findingNames.size()];
}

/// The column of each field, by its key or its title in any language.
using Columns = std::array<std::size_t, Fields>;

Columns columnsIn(const std::vector<std::string>& headers)
{
    Columns columns;
    columns.fill(noColumn);
    for (std::size_t field = 0; field < Fields; ++field) {
        const LocalText title = localText(titleId(field));
        const std::string key(titleId(field).substr(titleId(field).find('.') + 1));
        for (std::size_t i = 0; i < headers.size() && columns[field] == noColumn; ++i) {
            const std::string folded = foldHeader(headers[i]);
            if (folded == foldHeader(key) || folded == foldHeader(title.zh) ||
                folded == foldHeader(title.en))
                columns[field] = i;
        }
    }
    return columns;
}

/// The first of the sheets or layers that may hold findings.
std::unique_ptr<RowSource> openSheet(const std::filesystem::path& file)
{
    const LocalText title = localText("table.trip_findings");
    for (const std::string& name : {title.zh, title.en, std::string(findingsKey)})
        try {
            return exchange::openSource(file, {.sheetOrLayer = name});
        } catch (const Error& error) {
            // Another language, or a file with a single table; anything else shows below.
            if (error.message().id != "import.no_layer")
                throw;
        }
    return exchange::openSource(file, {});
}

class SheetReader
{
public:
    SheetReader(const trips::Trip& trip, const std::filesystem::path& file)
        : m_trip(trip),
          m_file(file.string()),
          m_source(openSheet(file)),
          m_lexicon(exchange::Lexicon::load()),
          m_flags(EntityKind::Visit, *findField(EntityKind::Visit, "agrees"), m_lexicon, 1,
                  m_source->info().workbook),
          m_days(EntityKind::Visit, *findField(EntityKind::Visit, "on_date"), m_lexicon, 1,
                 m_source->info().workbook)
    {
        findColumns();
        for (std::size_t stop = 0; stop < trip.problem.stops.size(); ++stop)
            m_stops.emplace(trip.problem.stops[stop].id, stop);
    }

    FindingFile read()
    {
        while (m_source->next(m_row)) {
            if (m_row.number <= m_header)
                continue;
            ++m_made.rows;
            m_refused = false;
            if (auto finding = take(); finding && !m_refused && isFirst(*finding))
                m_made.findings.push_back(std::move(*finding));
        }
        return std::move(m_made);
    }

private:
    void findColumns()
    {
        const auto complete = [](const Columns& columns) {
            return columns[Code] != noColumn && columns[Visited] != noColumn;
        };
        if (m_source->info().named) {
            m_columns = columnsIn(m_source->info().columns);
        } else {
            SourceRow row;
            for (std::size_t i = 0; i < exchange::headerSearchRows && m_source->next(row); ++i) {
                m_columns = columnsIn(row.cells);
                m_header = row.number;
                if (complete(m_columns))
                    break;
            }
            m_source->rewind();
        }
        if (!complete(m_columns))
            throw inputError({"trips.findings.no_columns", {{"file", m_file}}});
    }
    [[nodiscard]] std::string text(Field field) const
    {
        const std::size_t column = m_columns[field];
        return column < m_row.cells.size() ? std::string(trim(m_row.cells[column])) : std::string();
    }
    void refuse(Field field, Message reason, Message remedy)
    {
        m_refused = true;
        m_made.issues.push_back({.row = m_row.number,
                                 .column = localText(titleId(field)).zh,
                                 .value = text(field),
                                 .reason = std::move(reason),
                                 .remedy = std::move(remedy)});
    }
    std::optional<bool> flag(Field field)
    {
        const exchange::ParsedCell& cell = m_flags.parse(text(field));
        if (cell.problem && !cell.remark)
            refuse(field, {"trips.findings.no_flag"}, {"trips.findings.no_flag.remedy"});
        const auto* value = std::get_if<std::int64_t>(&cell.value);
        return value == nullptr ? std::nullopt : std::optional(*value != 0);
    }
    std::optional<Date> day()
    {
        const exchange::ParsedCell& cell = m_days.parse(text(VisitedOn));
        const auto* value = std::get_if<std::string>(&cell.value);
        const auto on = value == nullptr ? std::nullopt : Date::fromIso(*value);
        if (!on) {
            if (!text(VisitedOn).empty())
                refuse(VisitedOn, {"trips.findings.no_day"}, {"trips.findings.no_day.remedy"});
            return std::nullopt;
        }
        const auto& days = m_trip.problem.days;
        if (!days.empty() && (daysBetween(*on, days.front()) > daysBefore ||
                              daysBetween(days.back(), *on) > daysAfter))
            refuse(VisitedOn,
                   {"trips.findings.far_day",
                    {{"first", days.front().iso()}, {"last", days.back().iso()}}},
                   {"trips.findings.no_day.remedy"});
        return on;
    }
    /// Whether anything was filled in.
    [[nodiscard]] bool filled() const
    {
        for (const Field field : {Visited, VisitedOn, Agrees, Text, WhyNot, Photo})
            if (!text(field).empty())
                return true;
        return false;
    }
    std::optional<Finding> take()
    {
        if (!filled())
            return std::nullopt;
        const auto stop = m_stops.find(text(Code));
        if (stop == m_stops.end()) {
            refuse(Code, {"trips.findings.unknown_stop"}, {"trips.findings.unknown_stop.remedy"});
            return std::nullopt;
        }
        Finding finding{.stop = stop->second, .subject = text(Subject), .row = m_row.number};
        const auto& subjects = m_trip.problem.stops[finding.stop].subjects;
        if (!finding.subject.empty() &&
            std::ranges::find(subjects, finding.subject) == subjects.end())
            refuse(Subject, {"trips.findings.unknown_subject"},
                   {"trips.findings.unknown_stop.remedy"});
        const auto visited = flag(Visited);
        finding.on = day();
        finding.agrees = flag(Agrees);
        finding.text = text(Text);
        finding.whyNot = text(WhyNot);
        if (const std::string photo = text(Photo); !photo.empty())
            finding.photos.push_back(photo + position(finding.stop));
        const bool says = finding.on || finding.agrees || !finding.text.empty();
        finding.visited = visited.value_or(finding.whyNot.empty());
        if (!finding.visited && says)
            refuse(Visited, {"trips.findings.not_there"}, {"trips.findings.not_there.remedy"});
        if (finding.visited && !finding.whyNot.empty())
            refuse(WhyNot, {"trips.findings.was_there"}, {"trips.findings.not_there.remedy"});
        return finding;
    }
    /// Where the feature of a stop was moved to, if it was: " (102.11000, 25.75000)".
    [[nodiscard]] std::string position(std::size_t stop) const
    {
        if (!m_row.shape || m_row.shape->parts.empty() || m_row.shape->parts.front().empty())
            return {};
        const Point at = m_row.shape->parts.front().front();
        const trips::Place& place = m_trip.problem.places[m_trip.problem.stops[stop].place];
        if (!at.valid() || geodesicDistance(at, {place.lon, place.lat}) < leastMove)
            return {};
        char shown[48];
        std::snprintf(shown, sizeof shown, " (%.5f, %.5f)", at.x, at.y);
        return shown;
    }
    /// The same stop and household twice would leave it to chance which of them counts.
    bool isFirst(const Finding& finding)
    {
        const auto [known, fresh] =
            m_seen.emplace(std::pair(finding.stop, finding.subject), finding.row);
        if (!fresh)
            refuse(Code, {"trips.findings.twice", {{"row", std::to_string(known->second)}}},
                   {"trips.findings.twice.remedy"});
        return fresh;
    }

    const trips::Trip& m_trip;
    std::string m_file;
    std::unique_ptr<RowSource> m_source;
    exchange::Lexicon m_lexicon;
    exchange::CellParser m_flags, m_days;
    Columns m_columns{};
    std::size_t m_header = 0;
    std::map<std::string, std::size_t> m_stops;
    std::map<std::pair<std::size_t, std::string>, std::size_t> m_seen;
    SourceRow m_row;
    FindingFile m_made;
    bool m_refused = false;
};

} // namespace

FindingFile readFindingSheet(const trips::Trip& trip, const std::filesystem::path& file)
{
    return SheetReader(trip, file).read();
}

FindingFile readFindings(const trips::Trip& trip, const std::filesystem::path& file)
{
    return exchange::recogniseFile(file).format == exchange::FileFormat::Gpx
               ? readFindingPoints(trip, file)
               : readFindingSheet(trip, file);
}

std::optional<Date> plannedDay(const trips::Trip& trip, std::size_t stop)
{
    for (const trips::DayPlan& day : trip.plan.days)
        for (const trips::Visit& visit : day.visits)
            if (visit.stop == stop)
                return dateOf(trip.problem, day);
    return std::nullopt;
}

} // namespace guatu::session
