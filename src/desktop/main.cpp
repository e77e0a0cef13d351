// SPDX-License-Identifier: MIT
#include "desktop/grab.h"
#include "desktop/main_window.h"
#include "desktop/message_bar.h"
#include "desktop/start_watch.h"
#include "desktop/theme.h"
#include "render/map_font.h"

#include <QApplication>
#include <QCommandLineParser>

#include <optional>

int main(int argc, char** argv)
{
    using namespace guatu;
    using namespace guatu::desktop;

    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("guatu-desktop"));
    QApplication::setApplicationVersion(QStringLiteral(GUATU_VERSION));
    applyTheme(application);

    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("WORKSPACE"), {});
    parser.addHelpOption();
    parser.addVersionOption();
    const auto hidden = [&](const char* name, const char* value) {
        QCommandLineOption option(QString::fromLatin1(name), {}, QString::fromLatin1(value));
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(option);
    };
    hidden("grab", "file");
    hidden("size", "WxH");
    hidden("unit", "code");
    hidden("language", "zh|en");
    hidden("settings", "file");
    hidden("as-of", "date");
    hidden("compare", "date");
    hidden("mode", "map|query|gaps|trip|briefing");
    hidden("service", "id");
    hidden("chosen", "code");
    hidden("closed", "codes");
    hidden("new", "count");
    hidden("query", "text");
    hidden("trip", "file");
    hidden("layers", "ids");
    hidden("rotation", "degrees");
    hidden("split", "date|layer");
    hidden("print", "file");
    hidden("background", "files");
    hidden("basemap", "id");
    hidden("theme", "name");
    hidden("look", "layer"); // Qt keeps --style to itself
    for (const char* name :
         {"why", "persons", "grids", "time-start", "shortcuts", "reach", "list"}) {
        QCommandLineOption option(QString::fromLatin1(name));
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(option);
    }
    parser.process(application);

    Settings settings(parser.value("settings"));
    Language language = settings.language();
    if (parser.isSet("language"))
        language = parser.value("language") == "en" ? Language::English : Language::Chinese;
    Texts texts(language);
    MainWindow window(settings, texts);
    if (parser.isSet("grab")) {
        GrabRequest request{parser.value("grab"), parser.value("size"), parser.value("unit"),
                            parser.positionalArguments().value(0)};
        request.asOf = parser.value("as-of");
        request.compare = parser.value("compare");
        request.mode = parser.value("mode");
        request.query = parser.value("query");
        request.service = parser.value("service");
        request.chosen = parser.value("chosen");
        request.closed = parser.value("closed");
        request.newPlaces = parser.value("new").toInt();
        request.reach = parser.isSet("reach");
        request.list = parser.isSet("list");
        request.trip = parser.value("trip");
        request.layers = parser.value("layers");
        request.split = parser.value("split");
        request.print = parser.value("print");
        request.rotation = parser.value("rotation");
        request.background = parser.value("background");
        request.basemap = parser.value("basemap");
        request.theme = parser.value("theme");
        request.style = parser.value("look");
        request.shortcuts = parser.isSet("shortcuts");
        request.grids = parser.isSet("grids");
        request.why = parser.isSet("why");
        request.persons = parser.isSet("persons");
        return grabWindow(window, request);
    }
    std::optional<StartWatch> watch;
    if (parser.isSet("time-start"))
        watch.emplace(window, !parser.positionalArguments().isEmpty());
    if (const auto font = render::fontSubstitution())
        window.messages().showNote(
            {"render.font_instead", {{"wanted", font->wanted}, {"used", font->used}}});
    window.show();
    if (!parser.positionalArguments().isEmpty())
        window.openFile(toPath(parser.positionalArguments().first()));
    return QApplication::exec();
}
