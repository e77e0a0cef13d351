// SPDX-License-Identifier: MIT
#include "cli/command.h"
#include "core/error.h"
#include "session/import_job.h"
#include "session/import_report_text.h"

#include <CLI/CLI.hpp>

#include <fstream>
#include <iterator>

namespace guatu::cli
{
namespace
{

struct ImportArguments {
    std::string workspace, file, kind;
    std::string sheet, encoding, datum, mapping, saveMapping, asOf, report;
    session::ImportJob job;
    bool onlyMapping = false;
};

std::string readText(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw inputError({"cli.no_file", {{"file", file}}});
    return {std::istreambuf_iterator<char>(in), {}};
}

void writeText(const std::string& file, const std::string& content)
{
    std::ofstream out(file, std::ios::binary);
    out << content;
    out.close();
    if (!out)
        throw inputError({"cli.not_written", {{"file", file}}});
}

/// `--datum` names a datum, or a CRS as EPSG:n.
void setDatum(exchange::ImportOptions& options, const std::string& word)
{
    if (word.empty())
        return;
    if (word.starts_with("EPSG:") || word.starts_with("epsg:")) {
        options.crs = "EPSG:" + word.substr(5);
        return;
    }
    options.datum = datumFromString(word);
    if (!options.datum)
        throw inputError({"cli.import.bad_datum", {{"datum", word}}});
}

session::ImportJob jobOf(const ImportArguments& arguments)
{
    session::ImportJob job = arguments.job;
    const auto kind = entityKindFromString(arguments.kind);
    if (!kind)
        throw inputError({"cli.import.bad_kind", {{"kind", arguments.kind}}});
    job.read.kind = *kind;
    job.read.sheetOrLayer = arguments.sheet;
    job.read.encoding = arguments.encoding;
    setDatum(job.read, arguments.datum);
    if (job.secrecy != "public" && job.secrecy != "internal" && job.secrecy != "secret")
        throw inputError({"cli.import.bad_secrecy", {{"secrecy", job.secrecy}}});
    if (!arguments.asOf.empty()) {
        job.read.asOf = Date::fromIso(arguments.asOf);
        if (!job.read.asOf)
            throw inputError({"cli.bad_date", {{"date", arguments.asOf}}});
    }
    if (!arguments.mapping.empty())
        job.read.mapping =
            exchange::ColumnMapping::fromJson(readText(arguments.mapping), arguments.mapping);
    return job;
}

void sayAll(const Console& console, const std::vector<std::string>& lines)
{
    for (const std::string& line : lines)
        console.say(line);
}

int import(const ImportArguments& arguments, const CommandContext& context)
{
    const Console& console = context.console;
    const session::ImportJob job = jobOf(arguments);
    const auto preview = session::previewImport(arguments.workspace, arguments.file, job);
    sayAll(console, session::previewLines(preview, console.language()));
    if (!arguments.saveMapping.empty())
        writeText(arguments.saveMapping, preview.mapping.toJson());
    if (arguments.onlyMapping)
        return 0;

    const auto report = session::importFile(arguments.workspace, arguments.file, job,
                                            console.progress(context.stop));
    sayAll(console, session::reportLines(report, console.language()));
    if (!arguments.report.empty())
        writeText(arguments.report, session::reportCsv(report, console.language()));
    constexpr int refused = 2;
    return report.committed || report.dryRun ? 0 : refused;
}

} // namespace

void addImportCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<ImportArguments>();
    const auto help = [&console](const char* id) { return console.text({id}); };
    CLI::App* command = app.add_subcommand("import", help("cli.import"));
    command->add_option("workspace", options->workspace, help("cli.option.workspace"))->required();
    command->add_option("file", options->file, help("cli.option.file"))->required();
    command->add_option("--as", options->kind, help("cli.option.kind"))->required();
    command->add_flag("--dry-run", options->job.dryRun, help("cli.option.dry_run"));
    command->add_flag("--accept-partial", options->job.acceptPartial,
                      help("cli.option.accept_partial"));
    command->add_flag("--show-mapping", options->onlyMapping, help("cli.option.show_mapping"));
    command->add_option("--mapping", options->mapping, help("cli.option.mapping"));
    command->add_option("--save-mapping", options->saveMapping, help("cli.option.save_mapping"));
    command->add_option("--datum", options->datum, help("cli.option.datum"));
    command->add_option("--encoding", options->encoding, help("cli.option.encoding"));
    command->add_option("--sheet", options->sheet, help("cli.option.sheet"));
    command->add_option("--as-of", options->asOf, help("cli.option.file_as_of"));
    command->add_option("--report", options->report, help("cli.option.report"));
    command->add_option("--name", options->job.datasetName, help("cli.option.dataset_name"));
    command->add_option("--source", options->job.sourceOrganisation, help("cli.option.source"));
    command->add_option("--secrecy", options->job.secrecy, help("cli.option.secrecy"));
    command->add_option("--who", options->job.who, help("cli.option.who"));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return import(*options, context); };
    });
}

} // namespace guatu::cli
