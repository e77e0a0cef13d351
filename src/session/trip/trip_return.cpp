// SPDX-License-Identifier: MIT
#include "session/trip/trip_return.h"

#include "core/error.h"
#include "session/closure_workflow.h"
#include "session/login_name.h"

#include <algorithm>
#include <set>

namespace guatu::session
{
namespace
{

/// A visit on its way into the workspace, with the row that it comes from.
struct VisitRecord {
    std::string code, type, subject, on;
    std::optional<bool> agrees{};
    std::string text{};
    std::size_t row = 0;
};

/// What a stop without households is: a site, facility, project or unit by its code.
std::optional<std::string> typeOf(const Snapshot& snapshot, const std::string& code)
{
    const auto has = [&](const auto& codes) {
        return std::ranges::find(codes, code) != codes.end();
    };
    if (has(snapshot.sites.code))
        return "site";
    if (has(snapshot.facilities.code))
        return "facility";
    if (has(snapshot.projects.code))
        return "project";
    const auto unit = UnitCode::parse(code);
    if (unit && findUnit(snapshot.units, *unit) != noRow)
        return "unit";
    return std::nullopt;
}

std::string textOf(const Finding& finding)
{
    std::string text = finding.text;
    for (const std::string& photo : finding.photos)
        text += (text.empty() ? "" : "；") +
                guatu::text(Message{"trips.findings.photo", {{"photo", photo}}}, Language::Chinese);
    return text;
}

/// The visits that findings tell of. Findings about subjects that the workspace lacks, or without
/// a day, are issues.
std::vector<VisitRecord> visitsOf(const trips::Trip& trip, const Snapshot& snapshot,
                                  FindingFile& read)
{
    std::vector<VisitRecord> visits;
    const std::string first = trip.problem.days.empty() ? "" : trip.problem.days.front().iso();
    for (const Finding& finding : read.findings) {
        if (!finding.visited)
            continue;
        const trips::Stop& stop = trip.problem.stops[finding.stop];
        const auto refuse = [&](const char* reason, const char* remedy) {
            read.issues.push_back({.row = finding.row,
                                   .column = {},
                                   .value = stop.id,
                                   .reason = {reason},
                                   .remedy = {remedy}});
        };
        const auto on = finding.on ? finding.on : plannedDay(trip, finding.stop);
        if (!on) {
            refuse("trips.findings.without_day", "trips.findings.no_day.remedy");
            continue;
        }
        std::vector<std::string> subjects = stop.subjects;
        std::string type = "household";
        if (!finding.subject.empty()) {
            subjects = {finding.subject};
        } else if (subjects.empty()) {
            const auto known = typeOf(snapshot, stop.id);
            if (!known) {
                refuse("trips.findings.not_in_workspace", "trips.findings.unknown_stop.remedy");
                continue;
            }
            type = *known;
            subjects = {stop.id};
        }
        for (const std::string& subject : subjects)
            visits.push_back({.code = "trip/" + first + "/" + stop.id + "/" + subject,
                              .type = type,
                              .subject = subject,
                              .on = on->iso(),
                              .agrees = finding.agrees,
                              .text = textOf(finding),
                              .row = finding.row});
    }
    return visits;
}

RecordBatch batchOf(const std::vector<VisitRecord>& visits)
{
    RecordBatch batch{
        .kind = EntityKind::Visit,
        .fields = {"code", "subject_type", "subject", "on_date", "agrees", "finding"}};
    for (const VisitRecord& visit : visits) {
        for (const std::string* cell : {&visit.code, &visit.type, &visit.subject, &visit.on})
            batch.cells.emplace_back(*cell);
        Value& agrees = batch.cells.emplace_back();
        if (visit.agrees)
            agrees.emplace<std::int64_t>(*visit.agrees ? 1 : 0);
        Value& finding = batch.cells.emplace_back();
        if (!visit.text.empty())
            finding.emplace<std::string>(visit.text);
    }
    return batch;
}

std::int64_t realIn(const std::filesystem::path& workspace)
{
    const auto view = openWorkspace(workspace);
    return std::ranges::count(view->closure.householdReal, true);
}

} // namespace

std::size_t TripReturn::refused() const
{
    std::set<std::size_t> rows;
    for (const exchange::RowIssue& issue : read.issues)
        if (issue.severity == exchange::RowIssue::Severity::Rejected)
            rows.insert(issue.row);
    return rows.size();
}

TripReturn importFindings(const std::filesystem::path& workspace, const trips::Trip& trip,
                          const std::filesystem::path& file, const ReturnJob& job)
{
    using store::Workspace;
    TripReturn made{.read = readFindings(trip, file), .dryRun = job.dryRun};
    made.realBefore = made.realAfter = realIn(workspace);
    (void)Workspace::open(workspace, Workspace::Mode::Read); // refuses an older file
    Workspace opened = Workspace::open(workspace, Workspace::Mode::Write);
    const auto visits = visitsOf(trip, opened.snapshot(opened.dataDate()), made.read);
    const store::ChangeReason reason{whoOrLogin(job.who),
                                     "trip import " + file.filename().string()};
    if (!visits.empty()) {
        DatasetInfo dataset{.name = file.filename().string()};
        dataset.asOf = Date::fromIso(std::ranges::max_element(visits, {}, &VisitRecord::on)->on);
        store::Change change = opened.beginChange(reason, dataset);
        std::vector<store::WriteIssue> issues;
        made.counts = change.write(batchOf(visits), issues);
        for (store::WriteIssue& issue : issues)
            made.read.issues.push_back({.row = visits[issue.row].row,
                                        .column = {},
                                        .value = visits[issue.row].subject,
                                        .reason = std::move(issue.message),
                                        .remedy = {"trips.findings.unknown_stop.remedy"}});
        const bool any = made.counts.added + made.counts.changed > 0;
        if (!job.dryRun && any && (made.refused() == 0 || job.acceptPartial)) {
            change.commit();
            made.committed = true;
        }
    }
    std::ranges::stable_sort(made.read.issues, {}, &exchange::RowIssue::row);
    if (made.committed) {
        if (opened.hasSignatures())
            made.reopened = reopenFallen(opened, reason, opened.dataDate());
        made.realAfter = realIn(workspace);
    }
    return made;
}

} // namespace guatu::session
