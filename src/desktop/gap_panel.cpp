// SPDX-License-Identifier: MIT
#include "desktop/gap_panel.h"

#include "desktop/card_layout.h"
#include "desktop/gap_bar.h"
#include "desktop/gap_plan_box.h"
#include "desktop/gap_rule_box.h"
#include "desktop/gap_tiles.h"
#include "desktop/gap_verdict_box.h"
#include "desktop/gap_words.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/words.h"

#include <QActionGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QMenu>
#include <QToolButton>

namespace guatu::desktop
{
namespace
{

constexpr std::size_t mostVillages = 200; ///< rows of the table; the list has all
constexpr int mostPlaces = 9;

} // namespace

GapPanel::GapPanel(const Texts& texts, Workbench& workbench, GapKeeper& keeper, QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_workbench(workbench),
      m_keeper(keeper),
      m_title(makeLabel("title")),
      m_unit(makeLabel("quiet")),
      m_tiles(new GapTiles(texts, keeper)),
      m_rule(new GapRuleBox(texts, keeper)),
      m_bar(new GapBar),
      m_state(makeLabel("quiet")),
      m_verdict(new GapVerdictBox(texts, workbench, keeper)),
      m_plan(new GapPlanBox(texts, keeper)),
      m_villagesTitle(makeLabel("section")),
      m_villagesOrder(makeLabel("quiet")),
      m_villages(new QVBoxLayout),
      m_place(new QPushButton),
      m_close(new QPushButton),
      m_draw(new QPushButton),
      m_reach(new QCheckBox),
      m_site(new QPushButton),
      m_list(new QPushButton),
      m_print(new QPushButton),
      m_add(new QComboBox),
      m_sitingHow(new QToolButton)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBody());
    layout->addWidget(makeFooter());
    connect(&keeper, &GapKeeper::answered, this, &GapPanel::refresh);
    connect(&keeper, &GapKeeper::ruleChanged, this, &GapPanel::refresh);
    connect(&keeper, &GapKeeper::dragged, this, &GapPanel::showTally);
    connect(&keeper, &GapKeeper::taskChanged, m_reach,
            [this] { m_reach->setChecked(m_keeper.isReachShown()); });
    texts.keep(this, [this] {
        m_villagesTitle->setText(m_texts("desktop.gaps.by_village"));
        m_villagesOrder->setText(m_texts("desktop.gaps.by_households"));
        m_place->setText(m_texts("desktop.gaps.place_short"));
        m_place->setToolTip(m_texts("desktop.gaps.place"));
        m_close->setText(m_texts("desktop.gaps.close_short"));
        m_close->setToolTip(m_texts("desktop.gaps.close_road"));
        m_draw->setText(m_texts("desktop.gaps.draw_short"));
        m_draw->setToolTip(m_texts("desktop.gaps.draw_road"));
        m_reach->setText(m_texts("desktop.gaps.reach"));
        m_list->setText(m_texts("desktop.gaps.list"));
        m_print->setText(m_texts("desktop.gaps.print"));
        m_sitingHow->setToolTip(m_texts("desktop.gaps.siting_how"));
        m_add->setToolTip(m_texts("desktop.gaps.siting_add"));
        fillSitingMenu();
        refresh();
    });
}

QWidget* GapPanel::makeBody()
{
    const CardArea card = makeCardArea();
    auto* head = addBlock(card.rows);
    head->setSpacing(8);
    auto* titles = new QHBoxLayout;
    titles->setSpacing(8);
    titles->addWidget(m_title, 0, Qt::AlignBottom);
    titles->addWidget(m_unit, 1, Qt::AlignBottom);
    head->addLayout(titles);
    head->addWidget(m_tiles);
    addRule(card.rows);
    auto* rule = addBlock(card.rows);
    rule->addWidget(m_rule);
    rule->addSpacing(4);
    rule->addWidget(m_bar);
    for (std::size_t verdict = 0; verdict < m_verdicts.size(); ++verdict) {
        m_verdicts[verdict] = linkButton({});
        connect(m_verdicts[verdict], &QPushButton::clicked, this,
                [this, verdict] { m_keeper.list(static_cast<CriterionResult>(verdict)); });
    }
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(2, 1);
    grid->addWidget(m_verdicts[1], 0, 0, Qt::AlignLeft);
    grid->addWidget(m_verdicts[0], 0, 1, Qt::AlignLeft);
    grid->addWidget(m_verdicts[2], 1, 0, Qt::AlignLeft);
    grid->addWidget(m_verdicts[3], 1, 1, Qt::AlignLeft);
    setLook(m_verdicts[1], "linkGap");
    rule->addLayout(grid);
    rule->addWidget(m_state);
    addRule(card.rows);
    card.rows->addWidget(m_verdict);
    card.rows->addWidget(m_plan);
    addBlock(card.rows)->addWidget(makeTools());
    addRule(card.rows);
    auto* villages = addBlock(card.rows);
    addPair(villages, m_villagesTitle, m_villagesOrder);
    m_villages->setSpacing(0);
    villages->addLayout(m_villages);
    card.rows->addStretch(1);
    return card.area;
}

QWidget* GapPanel::makeTools()
{
    auto* tools = new QWidget;
    auto* rows = new QVBoxLayout(tools);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {m_place, m_close, m_draw}) {
        setLook(button, "smallButton");
        buttons->addWidget(button);
    }
    buttons->addStretch();
    rows->addLayout(buttons);
    rows->addWidget(m_reach);
    connect(m_place, &QPushButton::clicked, this, &GapPanel::placeAsked);
    connect(m_close, &QPushButton::clicked, this, &GapPanel::closeRoadAsked);
    connect(m_draw, &QPushButton::clicked, this, &GapPanel::drawRoadAsked);
    connect(m_reach, &QCheckBox::toggled, &m_keeper, &GapKeeper::setReachShown);
    return tools;
}

QWidget* GapPanel::makeFooter()
{
    auto* footer = new QWidget;
    setLook(footer, "footer");
    footer->setFixedHeight(48);
    auto* layout = new QHBoxLayout(footer);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(6);
    setLook(m_site, "primarySmall");
    setLook(m_sitingHow, "smallToggle");
    m_sitingHow->setText(QStringLiteral("⋯"));
    m_sitingHow->setPopupMode(QToolButton::InstantPopup);
    m_sitingHow->setMenu(new QMenu(m_sitingHow));
    for (QPushButton* button : {m_list, m_print})
        setLook(button, "smallButton");
    for (int add = 1; add <= mostPlaces; ++add)
        m_add->addItem(QString::number(add));
    setLook(m_add, "columnField");
    for (QWidget* each : std::initializer_list<QWidget*>{m_site, m_add, m_sitingHow})
        layout->addWidget(each);
    layout->addStretch();
    layout->addWidget(m_list);
    layout->addWidget(m_print);
    connect(m_add, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_wish.add = static_cast<std::size_t>(index) + 1;
        refresh();
    });
    connect(m_site, &QPushButton::clicked, this, [this] { m_keeper.site(m_wish); });
    connect(m_list, &QPushButton::clicked, this, [this] { m_keeper.list(CriterionResult::Unmet); });
    connect(m_print, &QPushButton::clicked, this, &GapPanel::printAsked);
    return footer;
}

void GapPanel::fillSitingMenu()
{
    QMenu& menu = *m_sitingHow->menu();
    menu.clear();
    const auto choice = [&](QActionGroup* group, std::string_view title, bool chosen,
                            const std::function<void()>& choose) {
        QAction* action = menu.addAction(m_texts(title));
        action->setCheckable(true);
        action->setChecked(chosen);
        group->addAction(action);
        connect(action, &QAction::triggered, this, choose);
    };
    auto* goals = new QActionGroup(&menu);
    for (const auto& [goal, title] :
         {std::pair(access::SitingGoal::Cover, "desktop.gaps.goal_cover"),
          std::pair(access::SitingGoal::Median, "desktop.gaps.goal_median"),
          std::pair(access::SitingGoal::Center, "desktop.gaps.goal_center")})
        choice(goals, title, m_wish.goal == goal, [this, goal = goal] { m_wish.goal = goal; });
    menu.addSeparator();
    auto* places = new QActionGroup(&menu);
    for (const auto& [candidates, title] : {std::pair("hamlet", "desktop.gaps.at_hamlets"),
                                            std::pair("village", "desktop.gaps.at_villages")})
        choice(places, title, m_wish.candidates == candidates,
               [this, candidates = std::string(candidates)] { m_wish.candidates = candidates; });
}

void GapPanel::refresh()
{
    const GapAnswer* answer = m_keeper.answer();
    const bool changeable = !m_keeper.standard().facilities.empty();
    for (QWidget* each : std::initializer_list<QWidget*>{m_site, m_add, m_sitingHow, m_place})
        each->setEnabled(answer && changeable);
    m_list->setEnabled(answer != nullptr);
    m_print->setEnabled(answer != nullptr);
    const bool byRoad = answer && answer->now->roads() != nullptr;
    m_close->setEnabled(byRoad);
    m_reach->setEnabled(answer && answer->now->standard().measure() == access::Measure::Minutes);
    m_site->setText(m_texts("desktop.gaps.site", {{"count", std::to_string(m_wish.add)}}));
    m_state->setVisible(m_keeper.isStale());
    m_state->setText(m_texts("desktop.gaps.judging"));
    m_title->setText(QString());
    m_unit->setText(QString());
    if (answer) {
        const auto unit = static_cast<std::size_t>(answer->now->unit());
        m_title->setText(toQString(answer->now->view().snapshot.units.name[unit]));
        m_unit->setText(m_texts(
            "desktop.count.households",
            {{"count",
              number(static_cast<long long>(answer->now->households().size())).toStdString()}}));
    }
    showTally();
    fillVillages();
}

void GapPanel::showTally()
{
    const session::GapTally* tally = m_keeper.tally();
    m_bar->show(tally ? *tally : session::GapTally{});
    for (std::size_t i = 0; i < m_verdicts.size(); ++i) {
        const auto verdict = static_cast<CriterionResult>(i);
        QString words = m_texts(verdictTitle(verdict));
        if (tally)
            words += ' ' + gapCountText(tally->of(verdict), m_texts);
        m_verdicts[i]->setText(words);
        m_verdicts[i]->setEnabled(tally && tally->of(verdict).households > 0);
        m_verdicts[i]->setVisible(verdict != CriterionResult::Exempt ||
                                  (tally && tally->of(verdict).households > 0));
    }
}

void GapPanel::fillVillages()
{
    clearRows(m_villages);
    const GapAnswer* answer = m_keeper.answer();
    if (!answer)
        return;
    if (answer->villages.empty()) {
        auto* none = cardLabel("quiet", m_texts("desktop.gaps.no_village"));
        none->setWordWrap(true);
        m_villages->addWidget(none);
        return;
    }
    const auto gapsOf = [](const session::VillageGaps& village) {
        return village.tally.of(CriterionResult::Unmet);
    };
    const auto most = static_cast<double>(gapsOf(answer->villages.front()).households);
    const UnitColumns& units = answer->now->view().snapshot.units;
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(3, 2);
    const auto figure = [](const QString& words, const char* look) {
        auto* label = cardLabel(look, words);
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        return label;
    };
    grid->addWidget(cardLabel("quiet", m_texts("desktop.unit.villages")), 0, 0);
    grid->addWidget(figure(m_texts("desktop.unit.households"), "quiet"), 0, 1);
    grid->addWidget(figure(m_texts("desktop.unit.persons"), "quiet"), 0, 2);
    int row = 1;
    for (const session::VillageGaps& village : answer->villages) {
        if (static_cast<std::size_t>(row) > mostVillages)
            break;
        auto* name = linkButton(toQString(units.name[static_cast<std::size_t>(village.village)]));
        name->setMinimumWidth(1);
        connect(name, &QPushButton::clicked, this,
                [this, unit = village.village] { emit villageAsked(unit); });
        grid->addWidget(name, row, 0);
        grid->addWidget(figure(number(gapsOf(village).households), "small"), row, 1);
        grid->addWidget(figure(number(gapsOf(village).persons), "small"), row, 2);
        grid->addWidget(
            new ShareBar(most > 0 ? static_cast<double>(gapsOf(village).households) / most : 0),
            row, 3);
        grid->setRowMinimumHeight(row, 26);
        ++row;
    }
    m_villages->addLayout(grid);
    const std::size_t left =
        answer->villages.size() - std::min(answer->villages.size(), mostVillages);
    if (left > 0)
        m_villages->addWidget(
            cardLabel("quiet", m_texts("desktop.gaps.more", {{"count", std::to_string(left)}})));
}

QString GapPanel::line(CriterionResult verdict) const
{
    return m_verdicts[static_cast<std::size_t>(verdict)]->text();
}

QStringList GapPanel::villageLines() const
{
    QStringList lines;
    if (const GapAnswer* answer = m_keeper.answer())
        for (const session::VillageGaps& village : answer->villages) {
            const auto& gap = village.tally.of(CriterionResult::Unmet);
            lines << toQString(
                         answer->now->view()
                             .snapshot.units.name[static_cast<std::size_t>(village.village)]) +
                         ' ' + number(gap.households) + ' ' + number(gap.persons);
        }
    return lines;
}

} // namespace guatu::desktop
