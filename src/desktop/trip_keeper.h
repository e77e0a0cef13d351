// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/settings.h"
#include "desktop/trip_search.h"
#include "desktop/workbench.h"
#include "session/trip/trip_replan.h"

#include <QTimer>

#include <filesystem>
#include <optional>

namespace guatu::desktop
{

class Texts;

/// The trip that is being planned in the window: lanes, list and map follow it. What is not saved
/// yet is kept beside the settings and comes back after a restart.
class TripKeeper : public QObject
{
    Q_OBJECT

public:
    TripKeeper(const Texts& texts, Workbench& workbench, Settings& settings,
               QObject* parent = nullptr);

    /// Null while there is no trip.
    [[nodiscard]] const session::TripDraft* draft() const { return m_draft ? &*m_draft : nullptr; }
    [[nodiscard]] const session::StopFacts& facts(std::size_t stop) const;
    [[nodiscard]] TripSearch& search() { return m_search; }
    [[nodiscard]] Workbench& workbench() const { return m_workbench; }
    /// What the shown trip was asked for; null when it came from a file.
    [[nodiscard]] const TripWish* wish() const { return m_wish ? &*m_wish : nullptr; }
    /// How long the first usable plan took; -1: none was searched.
    [[nodiscard]] int firstPlanMilliseconds() const { return m_firstPlan; }

    void plan(TripWish wish);
    void open(const std::filesystem::path& file);
    void save(const std::filesystem::path& file);
    /// Where it was saved or opened; empty: never.
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    [[nodiscard]] bool isSaved() const { return m_isSaved; }
    void drop();

    /// One change of the draft by hand; everything follows, and a search that still runs ends.
    void change(const std::function<void(session::TripDraft&)>& act);
    void improve();
    /// Earth roads closed by rain, or open.
    void setRain(bool rain);
    [[nodiscard]] bool isRain() const;
    /// The rest of the trip, planned anew from how things stand on the road.
    void replan(const session::TripNow& now);
    void undo();
    void redo();

    /// A day of a team, of Plan::days.
    void chooseRoute(std::size_t route);
    [[nodiscard]] std::size_t route() const { return m_route; }
    /// A stop, and with it its day.
    void chooseStop(std::optional<std::size_t> stop);
    [[nodiscard]] std::optional<std::size_t> stop() const { return m_stop; }

    /// The plan that is compared with: kept when one was asked for.
    void keepForComparison();
    [[nodiscard]] const std::optional<trips::Trip>& kept() const { return m_kept; }

    /// Waits until what is not saved is kept.
    void flush();

signals:
    void changed();       ///< another trip, or another plan
    void choiceChanged(); ///< of day or stop
    void savedChanged();
    void failed(const guatu::Message& why);
    void noted(const guatu::Message& what);

private:
    void apply(const std::function<void(session::TripDraft&)>& act);
    void take(const FoundTrip& found, bool isFirst);
    void takeWorkspace();
    void show(trips::Trip trip, std::shared_ptr<const std::vector<session::StopFacts>> facts);
    void settleChoice();
    [[nodiscard]] std::size_t firstBusyRoute() const;
    void touch();
    void keepSoon();
    void keepNow();
    [[nodiscard]] std::filesystem::path keptFile() const;

    const Texts& m_texts;
    Workbench& m_workbench;
    Settings& m_settings;
    TripSearch m_search{this};
    BackgroundJob m_opening{this}, m_saving{this}, m_keeping{this}, m_raining{this},
        m_factFinding{this};
    std::optional<session::TripDraft> m_draft;
    std::shared_ptr<const std::vector<session::StopFacts>> m_facts;
    std::optional<TripWish> m_wish;
    std::optional<trips::Trip> m_kept;
    std::filesystem::path m_workspace, m_file;
    std::size_t m_route = 0;
    std::optional<std::size_t> m_stop;
    int m_firstPlan = -1;
    bool m_isSaved = true;
    QTimer m_keepSoon;
};

} // namespace guatu::desktop
