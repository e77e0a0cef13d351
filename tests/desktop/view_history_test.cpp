// SPDX-License-Identifier: MIT
#include "desktop/view_history.h"
#include "support/catch.h"

using namespace guatu;
using namespace guatu::desktop;

namespace
{

render::MapView at(double x, double metresPerPixel = 10)
{
    render::MapView view;
    view.center = {x, 0};
    view.metresPerPixel = metresPerPixel;
    return view;
}

} // namespace

TEST_CASE("previous and next go through the places the map has been at", "[desktop]")
{
    ViewHistory history;
    CHECK_FALSE(history.previous());
    history.add(at(0));
    history.add(at(10000));
    history.add(at(20000));
    CHECK_FALSE(history.hasNext());
    CHECK(history.previous() == at(10000));
    CHECK(history.previous() == at(0));
    CHECK_FALSE(history.previous());
    CHECK(history.next() == at(10000));

    history.add(at(50000)); // a new way forgets the old one
    CHECK_FALSE(history.hasNext());
    CHECK(history.previous() == at(10000));
}

TEST_CASE("a map that has hardly moved is at no new place", "[desktop]")
{
    ViewHistory history;
    history.add(at(0));
    history.add(at(3));
    CHECK_FALSE(history.hasPrevious());
    history.add(at(0, 20));
    CHECK(history.hasPrevious());
}

TEST_CASE("the history forgets its oldest places rather than growing for ever", "[desktop]")
{
    ViewHistory history;
    for (int i = 0; i < 1000; ++i)
        history.add(at(i * 10000.0));
    int steps = 0;
    while (history.previous())
        ++steps;
    CHECK(steps == 99);
}
