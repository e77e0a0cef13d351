// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/gap_keeper.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace guatu::desktop
{

class GapBar;
class GapPlanBox;
class GapRuleBox;
class GapTiles;
class GapVerdictBox;
class Texts;

/// Which services are missing where: services, the rule, households by verdict, the sentence on
/// one, what would change it, and the villages.
class GapPanel : public QWidget
{
    Q_OBJECT

public:
    GapPanel(const Texts& texts, Workbench& workbench, GapKeeper& keeper,
             QWidget* parent = nullptr);

    [[nodiscard]] GapTiles& tiles() const { return *m_tiles; }
    [[nodiscard]] GapRuleBox& rule() const { return *m_rule; }
    [[nodiscard]] GapVerdictBox& verdict() const { return *m_verdict; }
    [[nodiscard]] GapPlanBox& plan() const { return *m_plan; }
    /// 短板 38 户 115 人
    [[nodiscard]] QString line(CriterionResult verdict) const;
    [[nodiscard]] QStringList villageLines() const;
    [[nodiscard]] QPushButton* sitingButton() const { return m_site; }

signals:
    void villageAsked(guatu::RowIndex village);
    void printAsked();
    void placeAsked();
    void closeRoadAsked();
    void drawRoadAsked();

private:
    QWidget* makeBody();
    QWidget* makeFooter();
    QWidget* makeTools();
    void fillSitingMenu();
    void refresh();
    void showTally();
    void fillVillages();

    const Texts& m_texts;
    Workbench& m_workbench;
    GapKeeper& m_keeper;
    SitingWish m_wish;
    QLabel *m_title, *m_unit;
    GapTiles* m_tiles;
    GapRuleBox* m_rule;
    GapBar* m_bar;
    std::array<QPushButton*, 4> m_verdicts{}; ///< by CriterionResult
    QLabel* m_state;                          ///< that it is being judged
    GapVerdictBox* m_verdict;
    GapPlanBox* m_plan;
    QLabel *m_villagesTitle, *m_villagesOrder;
    QVBoxLayout* m_villages;
    QPushButton *m_place, *m_close, *m_draw;
    QCheckBox* m_reach;
    QPushButton *m_site, *m_list, *m_print;
    QComboBox* m_add; ///< how many to add
    QToolButton* m_sitingHow;
};

} // namespace guatu::desktop
