// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"
#include "desktop/gap_plan.h"
#include "desktop/map_task.h"
#include "desktop/workbench.h"
#include "session/gap_trial.h"
#include "session/tables/siting_table.h"

#include <map>
#include <memory>
#include <optional>

namespace guatu::desktop
{

class Texts;

/// How new places are looked for.
struct SitingWish {
    std::size_t add = 1;
    access::SitingGoal goal = access::SitingGoal::Cover;
    std::string candidates = "hamlet"; ///< hamlet or village
};

/// What is judged of one service: as things are, and with the plan.
struct GapAnswer {
    std::shared_ptr<const session::GapCase> before, now; ///< the same one without a plan
    session::GapTally tallyBefore{}, tally{};
    std::vector<session::VillageGaps> villages{}; ///< with the plan
    session::GapChanges changes{};
    FeatureTables tables{}; ///< for the map
};

/// Gaps of the unit on stage: asks beside the window, keeps the plan with its way back, and gives
/// the map what it draws. Asks only while the window is about gaps.
class GapKeeper : public QObject
{
    Q_OBJECT

public:
    GapKeeper(const Texts& texts, Workbench& workbench, QObject* parent = nullptr);

    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }

    /// Services in the order of their standards.
    [[nodiscard]] const std::vector<access::Standard>& services() const { return m_services; }
    [[nodiscard]] const access::Travel& travel() const { return m_travel; }
    [[nodiscard]] const std::string& service() const { return m_service; }
    void chooseService(const std::string& service);
    /// The question of the service, without the roads that the plan closes.
    [[nodiscard]] session::GapQuestion question() const { return questionOf(m_service); }
    /// The standard that it asks by.
    [[nodiscard]] access::Standard standard() const;
    /// Asks by another rule.
    void ask(session::GapQuestion question);
    void askByStandard();
    [[nodiscard]] bool isByStandard() const;

    /// What it says is being judged anew, by another rule or for another unit.
    [[nodiscard]] bool isStale() const { return m_isStale; }
    /// Null while nothing has been answered.
    [[nodiscard]] const GapAnswer* answer() const { return m_answer.get(); }
    /// Households with a gap by service, as things are; none while they are being counted.
    [[nodiscard]] std::optional<std::int64_t> gapsOf(const std::string& service) const;

    [[nodiscard]] const GapPlan& plan() const { return m_plan; }
    /// Puts another plan in place of this one, as a step that can be taken back.
    void change(GapPlan plan);
    void place(Point at);
    void removePlanned(std::size_t planned);
    /// Closes a road, or opens it again.
    void toggleRoad(const std::string& code);
    /// Keeps a drawn road in the workspace; `workspaceChanged` follows.
    void draw(const session::RoadDraft& road);
    /// Looks for places, which take the plan's place; `sited` follows.
    void site(const SitingWish& wish);
    /// Why each place was chosen; null when the planned ones were placed by hand.
    [[nodiscard]] const Table* siting() const { return m_siting.get(); }

    [[nodiscard]] bool canUndo() const { return m_history.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_history.canRedo(); }
    void undo();
    void redo();

    /// A planned facility is dragged: the answer follows, the plan stays until it is dropped.
    void beginDrag(std::size_t planned);
    void dragTo(Point at);
    void drop(Point at);
    void giveUp();
    [[nodiscard]] bool isDragging() const { return m_dragged.has_value(); }
    /// Under the hand; the answer's when nothing is dragged.
    [[nodiscard]] const session::GapTally* tally() const;

    /// Areas and roads by the minutes to the nearest facility.
    void setReachShown(bool shown);
    [[nodiscard]] bool isReachShown() const { return m_reachShown; }

    /// The households of a verdict, or those that the plan touches; `listMade` follows.
    void list(CriterionResult verdict);
    void listChanges();

    [[nodiscard]] MapTask task() const;
    [[nodiscard]] LocalText title() const;

signals:
    void answered();
    void counted();
    /// Only the tally and the colours of the map, under a hand that drags.
    void dragged();
    void planChanged();
    void ruleChanged();
    void taskChanged();
    /// The file holds other roads now.
    void workspaceChanged(const std::filesystem::path& file);
    void listMade(const std::shared_ptr<const guatu::session::RecordList>& list);
    void failed(const guatu::Message& why);

private:
    void restart();
    void answerAnew();
    void countNext();
    void findReach();
    void follow();
    void take(const GapStep& step, bool forward);
    void writeRoad(const session::RoadDraft& road, bool forward);
    [[nodiscard]] session::GapQuestion questionOf(const std::string& service) const;
    [[nodiscard]] std::string plannedName(std::size_t number) const;

    const Texts& m_texts;
    Workbench& m_workbench;
    bool m_active = false, m_reachShown = false, m_isStale = true;
    std::vector<access::Standard> m_services;
    access::Travel m_travel;
    std::string m_service;
    std::map<std::string, session::GapQuestion> m_questions;
    std::map<std::string, std::int64_t> m_counts;
    RowIndex m_unit = noRow; ///< that the answer and the counts are about
    GapPlan m_plan;
    GapHistory m_history;
    std::shared_ptr<const GapAnswer> m_answer;
    std::shared_ptr<const Table> m_siting;
    FeatureTables m_reach;
    std::optional<std::size_t> m_dragged;
    std::shared_ptr<const session::GapTrial> m_trial; ///< without the dragged one
    Point m_dragAt{};
    bool m_dragWaits = false;
    std::optional<session::GapTally> m_dragTally;
    FeatureTables m_dragPlaces;
    BackgroundJob m_job{this}, m_countJob{this}, m_reachJob{this}, m_dragJob{this}, m_listJob{this},
        m_sitingJob{this}, m_roadJob{this};
};

} // namespace guatu::desktop
