// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/trip_keeper.h"
#include "window_fixture.h"

#include <QPushButton>

namespace guatu::test
{

/// A window in trip mode on a small county: one road from the seat of 武定县 (102.20 E 25.60 N)
/// west past that of 高桥镇 (102.10), with hamlets along it, each with three households that are
/// not cleared:
///
///     小河村委会  一组 102.05 on the road; 二组 102.06, 2 km up a concrete road;
///                 三组 102.08, 5 km up an earth road, which rain closes
///     树沟村委会  一组 102.14 on the road; 二组 102.16 on the road; 远山组 far from any road
///
/// 树沟村委会 itself is under official supervision.
class TripFixture : public WindowFixture
{
public:
    explicit TripFixture(QSize size = {1600, 1000});

    [[nodiscard]] desktop::TripKeeper& keeper();
    [[nodiscard]] const session::TripDraft& draft();
    /// Plans a trip of three days with two teams, nights in 高桥镇 too, by the dialog.
    void plan();
    /// Presses the dialog's button that goes on.
    void acceptPlan();
    /// Of a stop by its code.
    [[nodiscard]] std::size_t stop(const std::string& code);
    [[nodiscard]] trips::RouteSpot spot(const std::string& code);
    [[nodiscard]] bool isPlanned(const std::string& code);
    /// The middle of its block in the lanes, in pixels of their viewport.
    [[nodiscard]] QPoint block(const std::string& code);
    /// Where a lane has a time.
    [[nodiscard]] QPoint inLane(std::size_t lane, trips::Seconds time);
    /// With the left button, over some steps; `atRest` is called before it is let go.
    void dragInLanes(QPoint from, QPoint to, const std::function<void()>& atRest = {});
    /// Chooses in a stop's menu, by the titles down to the act.
    void chooseInMenu(const std::string& code, const QStringList& titles);
    /// Chooses in the panel's menu.
    void chooseMore(const QString& title);
    [[nodiscard]] QString message();
    /// As picture(), of a dialog.
    void pictureOf(QWidget* dialog, const QString& name);

    static inline const std::string first = "532329102214001", second = "532329102214002",
                                    third = "532329102214003", fourth = "532329102215001",
                                    fifth = "532329102215002", far = "532329102215003",
                                    listed = "532329102215";
};

} // namespace guatu::test
