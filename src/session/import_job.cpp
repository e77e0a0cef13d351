// SPDX-License-Identifier: MIT
#include "session/import_job.h"

#include "core/crs.h"
#include "session/closure_workflow.h"
#include "session/login_name.h"

#include <algorithm>
#include <array>

namespace guatu::session
{
namespace
{

using store::Workspace;

/// Degrees around the workspace's units in which points are still believed: about 50 km.
constexpr double areaMargin = 0.5;
constexpr std::size_t namedMissing = 20;

/// The lon/lat box that points must lie in; the reader's own default for files that bring units,
/// and while the workspace has no place at all.
Box areaOf(const Snapshot& snapshot, const exchange::ImportOptions& options)
{
    Box units = snapshot.units.area.box();
    units.add(snapshot.units.seat.box());
    if (options.kind == EntityKind::Unit || options.kind == EntityKind::Boundary || units.empty())
        return options.area;
    const Transform toLonLat(snapshot.crs, std::string(storeCrs));
    Box box;
    for (const Point corner : {Point{units.minX, units.minY}, Point{units.maxX, units.minY},
                               Point{units.minX, units.maxY}, Point{units.maxX, units.maxY}})
        box.add(toLonLat.forward(corner));
    return box.grown(areaMargin);
}

/// What reading a file needs to know of the workspace.
struct Setting {
    exchange::ImportOptions options;
    std::vector<exchange::KnownUnit> units;
};

Setting settingOf(const Workspace& workspace, const ImportJob& job)
{
    const Date latest = workspace.dataDate(); // an older ledger still means the units of today
    const Snapshot snapshot = workspace.snapshot(std::max(latest, job.read.asOf.value_or(latest)));
    Setting setting{job.read, knownUnits(snapshot.units)};
    setting.options.area = areaOf(snapshot, job.read);
    return setting;
}

struct Preview {
    exchange::ImportPreview shown;
    bool savedMapping = false;
};

/// Looks at the file; with the mapping of an earlier import when the job brings none.
Preview preview(const Workspace& workspace, const std::filesystem::path& file, Setting& setting)
{
    Preview preview{exchange::previewFile(file, setting.options, setting.units)};
    if (setting.options.mapping)
        return preview;
    const std::string saved = workspace.mapping(preview.shown.mapping.layout, setting.options.kind);
    if (saved.empty())
        return preview;
    setting.options.mapping = exchange::ColumnMapping::fromJson(saved, workspace.file().string());
    return {exchange::previewFile(file, setting.options, setting.units), true};
}

DatasetInfo datasetOf(const ImportJob& job, const std::filesystem::path& file,
                      const exchange::ImportPreview& preview)
{
    DatasetInfo dataset{.name =
                            job.datasetName.empty() ? file.filename().string() : job.datasetName};
    dataset.sourceOrganisation = job.sourceOrganisation;
    dataset.secrecy = job.secrecy;
    dataset.asOf = job.read.asOf;
    dataset.declaredCrs = preview.crs;
    dataset.datum = job.read.datum.value_or(Datum::Unknown);
    return dataset;
}

exchange::RowIssue asRowIssue(store::WriteIssue issue, const exchange::ReadReport& read,
                              const exchange::ColumnMapping& mapping)
{
    const auto entry =
        std::ranges::find(mapping.entries, issue.field, &exchange::ColumnMapping::Entry::field);
    return {.severity = exchange::RowIssue::Severity::Rejected,
            .row = issue.row < read.sourceRows.size() ? read.sourceRows[issue.row] : 0,
            .column = entry == mapping.entries.end() ? std::move(issue.field) : entry->header,
            .value = {},
            .reason = std::move(issue.message),
            .remedy = {}};
}

/// Reads the file into the change; fills everything of the report but `committed`.
void readInto(store::Change& change, const std::filesystem::path& file, const Setting& setting,
              ImportReport& report, const Progress& progress)
{
    std::vector<store::WriteIssue> writeIssues;
    std::size_t written = 0;
    const auto sink = [&](RecordBatch&& batch) {
        const std::size_t before = writeIssues.size();
        report.counts += change.write(batch, writeIssues);
        for (std::size_t i = before; i < writeIssues.size(); ++i)
            writeIssues[i].row += written;
        written += batch.size();
    };
    exchange::ReadReport read =
        exchange::readFile(file, setting.options, setting.units, sink, progress);
    report.rows = read.rows;
    report.accepted = read.accepted;
    report.issues = std::move(read.issues);
    for (store::WriteIssue& issue : writeIssues)
        report.issues.push_back(asRowIssue(std::move(issue), read, report.preview.mapping));
    std::ranges::stable_sort(report.issues, {}, &exchange::RowIssue::row);
    std::vector<std::size_t> refused;
    for (const exchange::RowIssue& issue : report.issues)
        if (issue.severity == exchange::RowIssue::Severity::Rejected)
            refused.push_back(issue.row);
    report.refused =
        static_cast<std::size_t>(std::ranges::unique(refused).begin() - refused.begin());
    std::vector<std::string> missing = change.keysNotWritten(setting.options.kind);
    report.missing = missing.size();
    missing.resize(std::min(missing.size(), namedMissing));
    report.firstMissing = std::move(missing);
}

} // namespace

std::vector<exchange::KnownUnit> knownUnits(const UnitColumns& units)
{
    std::vector<exchange::KnownUnit> known;
    known.reserve(units.size());
    for (std::size_t row = 0; row < units.size(); ++row) {
        std::vector<std::string> path;
        const auto parent = units.parent[row];
        if (units.level[row] != Level::Prefecture) {
            if (parent != noRow)
                path = known[static_cast<std::size_t>(parent)].path;
            path.push_back(units.name[row]);
        }
        known.push_back({units.code[row], units.level[row], std::move(path)});
    }
    return known;
}

exchange::ImportPreview previewImport(const std::filesystem::path& workspace,
                                      const std::filesystem::path& file, const ImportJob& job)
{
    const Workspace opened = Workspace::open(workspace, Workspace::Mode::Read);
    Setting setting = settingOf(opened, job);
    return preview(opened, file, setting).shown;
}

ImportReport importFile(const std::filesystem::path& workspace, const std::filesystem::path& file,
                        const ImportJob& job, const Progress& progress)
{
    if (job.dryRun) // refuses an older file, which opening for writing would migrate
        (void)Workspace::open(workspace, Workspace::Mode::Read);
    Workspace opened = Workspace::open(workspace, Workspace::Mode::Write);
    Setting setting = settingOf(opened, job);
    progress.checkpoint();
    Preview seen = preview(opened, file, setting);
    ImportReport report;
    report.preview = std::move(seen.shown);
    report.savedMapping = seen.savedMapping;
    report.dryRun = job.dryRun;
    setting.options.mapping = report.preview.mapping;
    const store::ChangeReason reason{whoOrLogin(job.who), "import " +
                                                              std::string(toString(job.read.kind)) +
                                                              " " + file.filename().string()};
    {
        store::Change change = opened.beginChange(reason, datasetOf(job, file, report.preview));
        readInto(change, file, setting, report, progress);
        progress.checkpoint();
        const std::size_t taken =
            report.counts.added + report.counts.changed + report.counts.unchanged;
        if (!job.dryRun && taken > 0 && (report.refused == 0 || job.acceptPartial)) {
            change.commit();
            report.committed = true;
        }
    }
    if (report.committed && opened.hasSignatures())
        report.reopened = reopenFallen(opened, reason, opened.dataDate());
    if (report.committed && !report.preview.mapping.layout.empty())
        opened.saveMapping(report.preview.mapping.layout, job.read.kind,
                           report.preview.mapping.toJson());
    return report;
}

} // namespace guatu::session
