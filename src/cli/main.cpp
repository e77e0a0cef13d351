// SPDX-License-Identifier: MIT
#include "cli/command.h"
#include "cli/console.h"
#include "core/error.h"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <cstring>
#include <iostream>

namespace
{

using namespace guatu;

constexpr int exitInternal = 1;
constexpr int exitInput = 2;
constexpr int exitStore = 3;
constexpr int exitCancelled = 130;

int exitCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Input:
        return exitInput;
    case ErrorKind::Store:
        return exitStore;
    case ErrorKind::Internal:
        break;
    }
    return exitInternal;
}

/// The language of help and messages must be known before the command line is parsed: from
/// --language, else the environment's GUATU_LANGUAGE, else Chinese.
Language chosenLanguage(int argc, char** argv)
{
    const char* word = std::getenv("GUATU_LANGUAGE");
    for (int i = 1; i + 1 < argc; ++i) {
        if (std::strcmp(argv[i], "--language") == 0)
            word = argv[i + 1];
    }
    return word != nullptr && std::strcmp(word, "en") == 0 ? Language::English : Language::Chinese;
}

/// The parser's complaint in the user's language, with the word it is about.
Message usageError(const CLI::ParseError& error)
{
    const std::string what = error.what();
    const auto before = [&what](std::string_view mark) { return what.substr(0, what.find(mark)); };
    const auto behind = [&what](std::string_view mark) {
        const auto at = what.find(mark);
        return at == std::string::npos ? what : what.substr(at + mark.size());
    };
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError))
        return {"cli.missing_argument", {{"argument", before(" ")}}};
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError))
        return {"cli.unexpected_argument", {{"argument", behind(": ")}}};
    return {"cli.bad_argument", {{"argument", before(":")}}};
}

void translateHelp(CLI::App& app, Language language)
{
    const auto formatter = std::make_shared<CLI::Formatter>();
    const auto label = [&](const char* english, const char* id) {
        formatter->label(english, text(id, language));
    };
    label("Usage", "cli.help.usage");
    label("OPTIONS", "cli.help.options");
    label("SUBCOMMAND", "cli.help.subcommand");
    label("Positionals", "cli.help.positionals");
    label("REQUIRED", "cli.help.required");
    label("TEXT", "cli.help.value");
    label("INT", "cli.help.value");
    label("UINT", "cli.help.value");
    label("FLOAT", "cli.help.value");
    formatter->column_width(34);
    app.formatter(formatter);
    app.set_help_flag("-h,--help", text("cli.help.help", language));
}

/// Puts options and commands under headings in the user's language.
void translateHeadings(CLI::App& app, Language language)
{
    for (CLI::Option* option : app.get_options())
        option->group(text("cli.help.options", language));
    for (CLI::App* command : app.get_subcommands({})) {
        command->group(text("cli.help.subcommands", language));
        translateHeadings(*command, language);
    }
}

int run(int argc, char** argv)
{
    const cli::Console console(chosenLanguage(argc, argv));
    const cli::Interrupt interrupt;

    CLI::App app{console.text({"cli.about"}), "guatu"};
    translateHelp(app, console.language());
    app.require_subcommand(1);
    std::string language;
    app.add_option("--language", language, console.text({"cli.option.language"}))
        ->check(CLI::IsMember({"zh", "en"}));
    app.fallthrough();

    cli::RunCommand command;
    cli::addNewCommand(app, console, command);
    cli::addSampleCommand(app, console, command);
    cli::addImportCommand(app, console, command);
    cli::addInfoCommand(app, console, command);
    cli::addShowCommand(app, console, command);
    cli::addQueryCommand(app, console, command);
    cli::addFreezeCommand(app, console, command);
    cli::addCloseCommand(app, console, command);
    cli::addFindCommand(app, console, command);
    cli::addStatusCommand(app, console, command);
    cli::addWhyCommand(app, console, command);
    cli::addListCommand(app, console, command);
    cli::addChangesCommand(app, console, command);
    cli::addReportCommand(app, console, command);
    cli::addGapsCommand(app, console, command);
    cli::addRouteCommand(app, console, command);
    cli::addReachCommand(app, console, command);
    cli::addRoadsCommand(app, console, command);
    cli::addSitingCommand(app, console, command);
    cli::addClustersCommand(app, console, command);
    cli::addSitesCommand(app, console, command);
    cli::addCoverageCommand(app, console, command);
    cli::addPackCommand(app, console, command);
    cli::addMapCommand(app, console, command);
    cli::addBookCommand(app, console, command);
    cli::addPageCommand(app, console, command);
    cli::addExportCommand(app, console, command);
    cli::addStyleCommand(app, console, command);
    cli::addThemeCommand(app, console, command);
    cli::addTripCommand(app, console, command);
    translateHeadings(app, console.language());

    try {
        app.parse(argc, argv);
        return command({console, interrupt.token()});
    } catch (const CLI::Success&) {
        std::cout << app.help();
        return 0;
    } catch (const CLI::ParseError& error) {
        console.complain(usageError(error));
        return exitInput;
    } catch (const Cancelled&) {
        console.complain(Message{"cli.cancelled"});
        return exitCancelled;
    } catch (const Error& error) {
        console.complain(error.message());
        return exitCode(error.kind());
    } catch (const std::exception& error) {
        console.complain(Message{"cli.internal", {{"what", error.what()}}});
        return exitInternal;
    }
}

} // namespace

int main(int argc, char** argv)
{
    return run(argc, argv);
}
