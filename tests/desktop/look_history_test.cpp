// SPDX-License-Identifier: MIT
#include "desktop/look_history.h"

#include "support/catch.h"

#include <rapidcheck.h>

using namespace guatu;
using namespace guatu::desktop;

namespace
{

LayerLook upTo(double scale)
{
    LayerLook look;
    look.layer = "road";
    look.maxScale = scale;
    return look;
}

} // namespace

TEST_CASE("each change is a step to go back and forth", "[desktop]")
{
    LookHistory history(upTo(1));
    CHECK_FALSE(history.canUndo());
    CHECK(history.change(upTo(2)));
    CHECK_FALSE(history.change(upTo(2))); // nothing is different
    CHECK(history.change(upTo(3)));
    history.undo();
    CHECK(history.now() == upTo(2));
    CHECK(history.canRedo());
    history.undo();
    CHECK_FALSE(history.canUndo());
    history.redo();
    CHECK(history.now() == upTo(2));
    history.change(upTo(9)); // what was undone is gone
    CHECK_FALSE(history.canRedo());
    history.undo();
    CHECK(history.now() == upTo(2));
}

TEST_CASE("a drag is one step, and none when it ends where it began", "[desktop]")
{
    LookHistory history(upTo(1));
    history.change(upTo(5));
    for (const double scale : {6.0, 7.0, 8.0})
        history.change(upTo(scale), "width");
    history.undo();
    CHECK(history.now() == upTo(5));
    history.redo();
    CHECK(history.now() == upTo(8));

    history.endGesture();
    history.change(upTo(9), "width"); // another drag of the same slider
    history.undo();
    CHECK(history.now() == upTo(8));

    history.change(upTo(10), "size");
    history.change(upTo(8), "size");
    CHECK(history.now() == upTo(8));
    history.change(upTo(11), "size");
    history.undo();
    CHECK(history.now() == upTo(8));
}

TEST_CASE("what is saved is compared with what is there", "[desktop]")
{
    LookHistory history(upTo(1));
    history.change(upTo(2));
    CHECK(history.isChanged());
    history.setSaved(history.now());
    CHECK_FALSE(history.isChanged());
    history.undo();
    CHECK(history.isChanged());
    history.redo();
    CHECK_FALSE(history.isChanged());
}

TEST_CASE("going all the way back gives the start, forth again the end", "[desktop]")
{
    rc::check("undo and redo", [](const std::vector<std::pair<std::uint8_t, bool>>& changes) {
        RC_PRE(changes.size() < 150U);
        LookHistory history(upTo(1000));
        for (const auto& [scale, dragged] : changes)
            history.change(upTo(scale), dragged ? "drag" : "");
        const LayerLook end = history.now();
        while (history.canUndo())
            history.undo();
        RC_ASSERT(history.now() == upTo(1000));
        while (history.canRedo())
            history.redo();
        RC_ASSERT(history.now() == end);
    });
}
