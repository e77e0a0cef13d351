// SPDX-License-Identifier: MIT
#include "desktop/shortcut_sheet.h"

#include "desktop/window_actions.h"
#include "support/catch.h"
#include "window_fixture.h"

#include <QAction>
#include <QMenuBar>

using namespace guatu;
using namespace guatu::desktop;
using namespace guatu::test;

TEST_CASE("the sheet of keys has every key of the window once, and fits a small screen",
          "[desktop]")
{
    for (const Language language : {Language::Chinese, Language::English}) {
        WindowFixture fixture({1024, 700});
        fixture.texts.switchTo(language);
        QStringList keys;
        const auto groups = shortcutsOf(*fixture.window->menuBar(), fixture.texts);
        for (const ShortcutGroup& group : groups) {
            CHECK_FALSE(group.title.contains('&'));
            for (const Shortcut& each : group.shortcuts)
                keys << each.keys;
        }
        for (const QAction* action : fixture.window->actions().findChildren<QAction*>()) {
            if (action->shortcut().isEmpty())
                continue;
            INFO(action->text().toStdString());
            CHECK(keys.count(action->shortcut().toString(QKeySequence::NativeText)) == 1);
        }
        ShortcutSheet sheet(groups, fixture.texts, fixture.window.get());
        sheet.show();
        sheet.adjustSize();
        CHECK(sheet.width() <= 1024);
        CHECK(sheet.height() <= 700);
        const QString folder = qEnvironmentVariable("GUATU_PICTURES");
        if (!folder.isEmpty())
            CHECK(sheet.grab().save(
                folder + (language == Language::English ? "/keys-en.png" : "/keys-zh.png")));
    }
}
